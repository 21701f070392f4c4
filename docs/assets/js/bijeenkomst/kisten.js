// @ts-check
// The kists of a reader: what was chosen for each meeting, in order. Judges all that comes in, from
// store, link or file. Pure but for the store.
{
  const KEY = "kisten";
  const MOST_BLOCKS = 60;
  const LONGEST = 2000; // characters of a text
  const LONGEST_NAME = 80;
  const NAME = "Onze bijeenkomst"; // until a reader gives one: it stands on paper and in mail too
  const MOST_MINUTES = 480;
  const MOST_PEOPLE = 500;
  const MOST_GROUPS = 12;
  const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  /** Cut by characters, without halves of one. @param {unknown} value @param {number} most */
  const text = (value, most) => (typeof value === "string" ? value : "")
    .replace(/\p{Cs}/gu, "").match(new RegExp(`^.{0,${most}}`, "su"))?.[0] ?? "";

  /** A whole number within bounds, or 0. @param {unknown} value @param {number} most */
  const number = (value, most) => {
    const whole = Math.round(Number(value));
    return whole >= 1 && whole <= most ? whole : 0;
  };

  /** @param {unknown} value @param {RegExp} pattern */
  const matching = (value, pattern) =>
    (typeof value === "string" && pattern.test(value) ? value : "");

  /**
   * Without what is empty; but a `regel` makes a block a part of one's own, also without text.
   * @template T @param {T & object} values @returns {T}
   */
  const filled = (values) => /** @type {T} */ (Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value || name === "regel")));

  /** What a block is: one of three, or nothing. @param {Unknown} given */
  const thing = ({ blad, keet, groepen, pauze, regel, titel, soort, acties }) => {
    const id = Gk.keys.sheet(blad);
    if (id) return { blad: id, keet: keet === true, groepen: number(groepen, MOST_GROUPS) };
    const name = text(titel, LONGEST_NAME);
    if (pauze === true) return { pauze: true, titel: name };
    if (typeof regel !== "string") return null;
    const kind = matching(soort, /^(opening|afsluiting)$/);
    return {
      regel: text(regel, LONGEST), titel: name, soort: kind, acties: acties === true,
    };
  };

  /** @param {unknown} value @returns {Blok | null} */
  const soundBlok = (value) => {
    const given = /** @type {Unknown} */ (Object(value));
    const what = thing(given);
    return what && /** @type {Blok} */ (filled({
      ...what,
      sleutel: Gk.keys.sound(given.sleutel),
      minuten: number(given.minuten, MOST_MINUTES) || (what.blad ? 0 : 10),
      vast: matching(given.vast, CLOCK),
      notitie: text(given.notitie, LONGEST),
    }));
  };

  /** Those of a list that are sound; `taken` holds the keys so far. @param {unknown} value */
  const soundBlokken = (value, /** @type {Set<string>} */ taken) => {
    const found = (Array.isArray(value) ? value : [])
      .slice(0, MOST_BLOCKS)
      .flatMap((one) => soundBlok(one) ?? []);
    return found.map((blok) => {
      const sleutel = taken.has(blok.sleutel) ? Gk.keys.make() : blok.sleutel;
      taken.add(sleutel);
      return { ...blok, sleutel };
    });
  };

  /** @type {Shared["kisten"]["sound"]} */
  const sound = (value) => {
    const given = /** @type {Unknown} */ (Object(value));
    if (!Array.isArray(given.blokken)) return null;
    /** @type {Set<string>} */
    const taken = new Set();
    return {
      sleutel: Gk.keys.sound(given.sleutel),
      naam: text(given.naam, LONGEST_NAME) || NAME,
      op: Number.isFinite(given.op) ? Number(given.op) : 0,
      dag: matching(given.dag, DAY),
      begin: matching(given.begin, CLOCK) || "09:00",
      mensen: number(given.mensen, MOST_PEOPLE),
      project: text(given.project, LONGEST_NAME),
      plek: text(given.plek, LONGEST_NAME),
      uitnodiging: text(given.uitnodiging, LONGEST),
      expert: given.expert === true,
      blokken: soundBlokken(given.blokken, taken),
      geparkeerd: soundBlokken(given.geparkeerd, taken),
    };
  };

  const read = () => {
    const { nu, kisten } = Gk.store.read(KEY);
    const all = (Array.isArray(kisten) ? kisten : []).flatMap((one) => sound(one) ?? []);
    // Of none in use the key is empty.
    const known = nu === "" || all.some(({ sleutel }) => sleutel === nu);
    return { nu: known ? String(nu) : all[0]?.sleutel ?? "", kisten: all };
  };

  /** @type {Shared["kisten"]["write"]} */
  const write = (kisten, nu) => Gk.store.write(KEY, { nu, kisten });

  const of = (/** @type {string} */ wanted) =>
    read().kisten.find(({ sleutel }) => sleutel === wanted);

  const current = () => of(read().nu);

  /** @type {Shared["kisten"]["currentWith"]} */
  const currentWith = (wanted) => {
    const kist = current();
    return kist?.blokken.some(({ blad }) => blad === wanted) ? kist : undefined;
  };

  /** @type {Shared["kisten"]["fits"]} */
  const fits = ({ blokken, geparkeerd }) =>
    Math.max(blokken.length, geparkeerd.length) <= MOST_BLOCKS;

  /** @type {Shared["kisten"]["end"]} */
  const end = (blokken) => {
    const last = blokken.filter(({ pauze }) => !pauze).pop();
    return last?.soort === "afsluiting" ? blokken.indexOf(last) : blokken.length;
  };

  Gk.kisten = {
    MOST_BLOCKS,
    end,
    fits,
    read,
    write,
    of,
    current,
    currentWith,
    sound,
    empty: (naam) => /** @type {Kist} */ (sound({ naam, op: Date.now(), blokken: [] })),
    blok: (blok) => /** @type {Blok} */ (soundBlok({ ...blok, sleutel: Gk.keys.make() })),
    put: (kist) => {
      if (!fits(kist)) return false;
      const { nu, kisten } = read();
      const changed = { ...kist, op: Math.max(Date.now(), kist.op + 1) };
      const others = kisten.filter(({ sleutel }) => sleutel !== kist.sleutel);
      if (others.length === kisten.length) return write([...kisten, changed], kist.sleutel);
      return write(kisten.map((one) => (others.includes(one) ? one : changed)), nu);
    },
  };
}
