// @ts-check
// What was typed on a sheet, boxes by id and rows by name: a record that changes later loses
// nothing of it. Pure: no page.
{
  // Of the head line of a sheet; no field of a record has a dot in its id.
  const TOP = "blad.";
  const HEAD = [
    ["blad.project", "Project"],
    ["blad.datum", "Datum"],
    ["blad.partij", "Partij"],
    ["blad.namen", "Namen"],
  ];

  /** Texts that are texts, by name. @param {unknown} source @returns {Record<string, string>} */
  const texts = (source) => Object.fromEntries(Object.entries(Object(source))
    .filter(([, text]) => text && typeof text === "string"));

  /** @param {unknown} source @returns {Invulrij} */
  const soundRow = (source) => {
    const { kop, cellen } = /** @type {Unknown} */ (Object(source));
    return { kop: typeof kop === "string" ? kop : "", cellen: texts(cellen) };
  };

  const isEmptyRow = (/** @type {Invulrij} */ { kop, cellen }) =>
    !kop && !Object.keys(cellen).length;

  /** What we know of a value from storage or a file. @param {unknown} value @returns {Ingevuld} */
  const sound = (value) => {
    const { velden, rijen } = /** @type {Unknown} */ (Object(value));
    const rows = Array.isArray(rijen) ? rijen.map(soundRow) : [];
    // An empty row between others keeps its place.
    while (rows.length && isEmptyRow(rows[rows.length - 1])) rows.pop();
    return { velden: texts(velden), rijen: rows };
  };

  /** @type {Shared["filled"]["isEmpty"]} */
  const isEmpty = ({ velden, rijen }) => !rijen.length && !Object.keys(velden).length;

  /** A day as a reader says it; other text as it is. @param {string} soort @param {string} text */
  const shown = (soort, text) =>
    (soort === "datum" ? text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, day) =>
      `${+day}-${+month}-${year}`) : text);

  /** @param {string} blad @returns {Invulplan} */
  const planOf = (blad) => Gk.sheets?.[blad]?.invul ?? { velden: [], kolommen: [], rijen: [] };

  /** @type {Shared["filled"]["texts"]} */
  const named = (blad, value, { velden } = planOf(blad)) => {
    const known = [...HEAD.map(([id, label]) =>
      [id, label, id === "blad.datum" ? "datum" : "tekst"]), ...velden];
    const lapsed = Object.keys(value.velden).filter((id) => !known.some(([one]) => one === id));
    return [
      ...known,
      // Its label is gone with it; the id was made of that.
      ...lapsed.map((id) => [id, id.replaceAll("-", " "), "tekst"]),
    ].flatMap(([id, label, soort]) => {
      const text = value.velden[id];
      return text ? [[label, shown(soort, text)]] : [];
    });
  };

  /** @type {Shared["filled"]["table"]} */
  const table = (blad, { rijen }, { kolommen } = planOf(blad)) => {
    const filled = rijen.filter((row) => !isEmptyRow(row));
    if (!filled.length) return [];
    const known = kolommen.map(([titel]) => titel);
    const given = filled.flatMap(({ cellen }) => Object.keys(cellen));
    const lapsed = [...new Set(given)].filter((titel) => !known.slice(1).includes(titel));
    const soorten = Object.fromEntries(kolommen);
    const titles = [...known.slice(1), ...lapsed];
    return [
      [known[0] ?? "", ...titles],
      ...filled.map(({ kop, cellen }) =>
        [kop, ...titles.map((titel) => shown(soorten[titel], cellen[titel] ?? ""))]),
    ];
  };

  /** @type {Shared["filled"]["inOrder"]} */
  const inOrder = (blad, value, plan = planOf(blad)) => {
    const some = (/** @type {boolean} */ atTop) => named(blad, {
      ...value,
      velden: Object.fromEntries(Object.entries(value.velden)
        .filter(([id]) => id.startsWith(TOP) === atTop)),
    }, plan);
    return { kop: some(true), tabel: table(blad, value, plan), vakken: some(false) };
  };

  /** @type {Shared["filled"]["inRows"]} */
  const inRows = (rijen, plan) => {
    const all = rijen.map(({ kop, cellen }) => ({ kop, cellen: { ...cellen } }));
    const named = new Map(plan.rijen.filter(Boolean)
      // The last: a reader may have typed that name above it.
      .map((kop) => [kop, all.filter((row) => row.kop === kop).pop() ?? { kop, cellen: {} }]));
    const free = all.filter((row) => named.get(row.kop) !== row);
    const own = plan.rijen.map((kop) => named.get(kop) ?? free.shift() ?? { kop: "", cellen: {} });
    return [...own, ...free];
  };

  /** @type {Shared["filled"]["onPaper"]} */
  const onPaper = ({ velden, rijen }, plan) => {
    // Empty lines around a text would take the room of others.
    const printed = (
      /** @type {string[][]} */ places, /** @type {Record<string, string>} */ given,
    ) => texts(Object.fromEntries(Object.entries(given).map(([name, text]) =>
      [name, shown(places.find(([one]) => one === name)?.at(-1) ?? "", text.trim())])));
    return {
      velden: printed([...plan.velden, ["blad.datum", "datum"]], velden),
      rijen: inRows(rijen, plan).map(({ kop, cellen }) =>
        ({ kop: kop.trim(), cellen: printed(plan.kolommen, cellen) })),
    };
  };

  /** @type {Shared["filled"]["known"]} */
  const known = (kist) => texts({ "blad.project": kist?.project, "blad.datum": kist?.dag });

  Gk.filled = {
    sound,
    isEmpty,
    isEmptyRow,
    read: (blad, kist) => sound(Gk.store.read(Gk.keys.ofSheet(blad, kist))),
    write: (blad, kist, value) => {
      const key = Gk.keys.ofSheet(blad, kist);
      const stored = Gk.store.write(key, { ...sound(value), op: Date.now() });
      if (stored && isEmpty(sound(value))) Gk.store.remove(key);
      return stored;
    },
    // The kisten for which something stands on this sheet; "" for none in particular.
    kisten: (blad) => Gk.store.keys().flatMap((key) => {
      const kist = key.split(".")[2];
      return key === Gk.keys.ofSheet(blad, kist) ? [kist ?? ""] : [];
    }),
    texts: named,
    table,
    inOrder,
    inRows,
    onPaper,
    known,
  };
}
