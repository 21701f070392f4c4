// @ts-check
// The stored reports, each at its place: the key of a kist, or blad.<id> for one sheet on its own.
{
  const KEY = "verslagen";
  const LOOSE = "blad.";
  const LONGEST_NAME = 60;

  const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");

  /** @type {Shared["verslagen"]["row"]} */
  const row = (value) => {
    const { sleutel, op, actie, wie, wanneer, uit, gezet } = /** @type {Unknown} */ (Object(value));
    return {
      sleutel: Gk.keys.sound(sleutel),
      op: Number.isFinite(op) ? Number(op) : 0,
      actie: Gk.report.cut(text(actie), Gk.report.MOST),
      wie: Gk.report.cut(text(wie), LONGEST_NAME),
      wanneer: Gk.days.isDay(wanneer) ? wanneer : "",
      ...(uit ? { uit: text(uit) } : {}),
      ...(gezet === true ? { gezet } : {}),
    };
  };

  /** @type {Shared["verslagen"]["sound"]} */
  const sound = (value) => {
    const { dag, tot, wie, besluiten, afspraken, blad } = /** @type {Unknown} */ (Object(value));
    return {
      dag: Gk.days.isDay(dag) ? dag : "",
      wie: text(wie),
      besluiten: text(besluiten),
      afspraken: Array.isArray(afspraken) ? afspraken.map(row) : [],
      ...(Gk.days.isDay(tot) ? { tot } : {}),
      ...(blad ? { blad: Gk.filled.sound(blad) } : {}),
    };
  };

  /** @type {Shared["verslagen"]["sheetOf"]} */
  const sheetOf = (place) => {
    const said = String(place);
    return said.startsWith(LOOSE) ? Gk.keys.sheet(said.slice(LOOSE.length)) : "";
  };

  /** @type {Shared["verslagen"]["titleOf"]} */
  const titleOf = (blad) => Gk.sheets[blad]?.titel ?? blad;

  /** @type {Shared["verslagen"]["loose"]} */
  const loose = (blad) => ({
    ...Gk.kisten.empty(titleOf(blad)), sleutel: "", blokken: [Gk.kisten.blok({ blad })],
  });

  const read = () => Gk.store.read(KEY);
  const all = () => /** @type {Unknown} */ (Object(read().verslagen));

  /**
   * Nothing in the report, nor of it on its sheet.
   * @param {Bijeenkomst} about @param {string} blad
   */
  const isBlank = (about, blad) => !(about.wie || about.besluiten || about.afspraken.length) &&
    Gk.filled.isEmpty(Gk.report.typed(blad, "", about));

  /** @type {Shared["verslagen"]["of"]} */
  const of = (place) => {
    const [about, blad] = [sound(all()[place]), sheetOf(place)];
    const isNew = blad && (!all()[place] || isBlank(about, blad));
    return isNew ? sound({ dag: Gk.days.today() }) : about;
  };

  Gk.verslagen = {
    KEY,
    row,
    sound,
    sheetOf,
    titleOf,
    loose,
    of,
    placeOf: (blad) => LOOSE + blad,

    meetingAt: (place) => {
      const blad = sheetOf(place);
      return blad ? loose(blad) : Gk.kisten.of(String(place));
    },

    sheetPlaces: () => Object.keys(all()).filter(sheetOf),
    hasSome: (place) => !isBlank(sound(all()[place]), sheetOf(place)),
    isOld: (place) => !!sheetOf(place) && Gk.report.lastDay(of(place)) !== Gk.days.today(),

    withSheet: (place, about) => {
      const blad = sheetOf(place);
      const today = blad && Gk.report.lastDay(about) === Gk.days.today();
      return today ? { ...about, blad: Gk.filled.read(blad, "") } : about;
    },

    withOne: (place, about) =>
      ({ ...read(), verslagen: { ...all(), [place]: about }, nu: place, op: Date.now() }),
  };
}
