// @ts-check
// The one list of actions that metingen and verbeteragenda share.
{
  const EMPTY = {
    sleutel: "", scan: "", onderdeel: "", band: "", actie: "", wie: "", wanneer: "", signaal: "",
    stand: "",
  };
  const CLOSED = ["gedaan", "vervallen"];

  /** @param {Unknown | null} value @returns {boolean} */
  const isActie = (value) =>
    Object.keys(EMPTY).every((name) => {
      const text = value?.[name];
      return typeof text === "string" && text.length < 400;
    }) && /^[\w-]+$/.test(String(value?.sleutel)) && Number.isFinite(value?.op);

  /** @param {Actie[]} acties @returns {Map<string, Actie>} */
  const keyed = (acties) => new Map(acties.map((actie) => [actie.sleutel, actie]));

  // Add by key; what is newer stays.
  /** @type {Shared["actions"]["merge"]} */
  const merge = (mine, others) => {
    const all = keyed(mine);
    for (const actie of Array.isArray(others) ? others.filter(isActie) : []) {
      if (actie.op > (all.get(actie.sleutel)?.op ?? -1)) all.set(actie.sleutel, actie);
    }
    return [...all.values()];
  };

  const read = () => Gk.store.read("verbeteragenda");
  const stored = () => merge([], read().acties);

  Gk.actions = {
    EMPTY,
    merge,
    make: (values) => ({ ...EMPTY, sleutel: Gk.keys.make(), op: Date.now(), ...values }),
    add: (acties) =>
      Gk.store.write("verbeteragenda", { ...read(), acties: merge(stored(), acties) }),
    // How many of what a file gives are none.
    unread: (others = []) => {
      const given = Array.isArray(others) ? others : [others];
      return { all: given.length, wrong: given.filter((actie) => !isActie(actie)).length };
    },
    stored,
    byKey: () => keyed(stored()),
    isOpen: ({ stand }) => !CLOSED.includes(stand),
    // In a few words, on one line.
    title: ({ actie, wie }) =>
      Gk.dom.isolate(actie.replace(/\s+/g, " ").trim() || "Actie") +
      (wie && ` (${Gk.dom.isolate(wie)})`),
  };
}
