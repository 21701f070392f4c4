// @ts-check
// The minutes and times of a draaiboek. Pure: a kist and its sheets in, times out. The same as
// macros/model/draaiboek.py; tests/js/plan.test.js compares them.
{
  const DAY = 24 * 60; // minutes
  const START = 9 * 60;
  const IN_HOURS_FROM = 90; // a shorter duration is not split: 60 min beside 63 min
  // What a block without a title is called on the programme of everybody.
  const CALLED = { opening: "Welkom", afsluiting: "Afspraken en slot" };

  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

  /** @param {string} time */
  const minutes = (time) => {
    const [, hours, rest] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
    return hours ? Number(hours) * 60 + Number(rest) : START;
  };

  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");

  /** @param {number} time */
  const clock = (time) => `${two(Math.floor((time % DAY) / 60))}:${two(time % 60)}`;

  /** @param {number} value */
  const lang = (value) => {
    if (value < IN_HOURS_FROM) return `${value} min`;
    const [hours, rest] = [Math.floor(value / 60), value % 60];
    return `${hours} uur${rest ? ` ${rest} min` : ""}`;
  };

  /**
   * This clock time on the day on which it is nearest to `now`.
   * @param {string} vast @param {number} now
   */
  const nearest = (vast, now) => {
    const wait = (((minutes(vast) - now) % DAY) + DAY) % DAY;
    return now + (wait > DAY / 2 ? wait - DAY : wait);
  };

  /**
   * Whole minutes for each, in proportion to the weights; the largest remainder first.
   * @param {number} total @param {number[]} weights whole numbers, not all zero
   */
  const divided = (total, weights) => {
    const all = sum(weights);
    const parts = weights.map((weight) => Math.floor((total * weight) / all));
    const left = total - sum(parts);
    const order = weights.map((weight, k) => ({ k, rest: (total * weight) % all }))
      .sort((one, other) => other.rest - one.rest || one.k - other.k);
    for (const { k } of order.slice(0, left)) parts[k] += 1;
    return parts;
  };

  // ---------- minutes of a block ----------

  /** How many people more than the smallest group. @param {Werkblad} blad @param {number} mensen */
  const extra = ({ groep }, mensen) =>
    Math.min(Math.max(mensen, groep.min), groep.max) - groep.min;

  /** @type {Shared["plan"]["groepen"]} */
  const groups = (blok) => blok.groepen || 1;

  /**
   * The steps and their minutes for these people; an extra person adds half minutes.
   * @param {Blok} blok @param {Werkblad} blad @param {number} mensen
   */
  const asked = (blok, blad, mensen) => {
    const more = extra(blad, Math.ceil(mensen / groups(blok)));
    return blok.keet
      ? blad.keet
      : blad.stappen.map((stap) => ({ ...stap, minuten: stap.minuten + stap.perPersoon * more }));
  };

  /** @type {Shared["plan"]["nodig"]} */
  const needed = (blok, blad, mensen) =>
    (blad ? Math.ceil(sum(asked(blok, blad, mensen).map(({ minuten }) => minuten))) : 0);

  /** @type {Shared["plan"]["duur"]} */
  const duur = (blok, blad, mensen) => blok.minuten || needed(blok, blad, mensen);

  /** @type {Shared["plan"]["stappen"]} */
  const stappen = (blok, blad, mensen) => {
    const steps = asked(blok, blad, mensen);
    const weights = steps.map(({ minuten }) => 2 * minuten); // whole numbers
    const parts = steps.length ? divided(duur(blok, blad, mensen), weights) : [];
    return steps.map((stap, k) => ({ ...stap, minuten: parts[k] }));
  };

  // ---------- times ----------

  /** @param {Blok} blok @param {Werkblad | undefined} blad */
  const naam = ({ blad: id, titel, pauze, soort }, blad) =>
    (id ? blad?.titel ?? id : titel || (soort ? CALLED[soort] : pauze ? "Pauze" : "Onderdeel"));

  /** @type {Shared["plan"]["blad"]} */
  const sheetOf = ({ blad }, bladen) =>
    (blad && Object.hasOwn(bladen, blad) ? bladen[blad] : undefined);

  /** @type {Shared["plan"]["bladen"]} */
  const sheets = ({ blokken }, bladen) =>
    [...new Set(blokken.flatMap((blok) => sheetOf(blok, bladen) ?? []))];

  /** @type {Shared["plan"]["momenten"]} */
  const momenten = ({ begin: start, mensen, blokken }, bladen) => {
    let now = minutes(start);
    return blokken.map((blok) => {
      const blad = sheetOf(blok, bladen);
      const fixed = blok.vast ? nearest(blok.vast, now) : now;
      const begin = Math.max(now, fixed);
      const length = duur(blok, blad, mensen);
      const [ruimte, teLaat] = [begin - now, begin - fixed];
      now = begin + length;
      return { blok, naam: naam(blok, blad), begin, duur: length, ruimte, teLaat };
    });
  };

  /** @type {Shared["plan"]["eind"]} */
  const eind = (kist, bladen) => {
    const last = momenten(kist, bladen).pop();
    return last ? last.begin + last.duur : minutes(kist.begin);
  };

  Gk.plan = {
    minutes, clock, lang, divided, blad: sheetOf, bladen: sheets, groepen: groups, nodig: needed,
    duur, stappen, momenten, eind,
  };
}
