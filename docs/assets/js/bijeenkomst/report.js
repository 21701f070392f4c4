// @ts-check
// The report of a meeting as parts: a heading with sentences, rows of a table, or both. Pure: the
// page and the text that leaves it are made of the same parts. Its words stand in verslag.html.
{
  /** What stands before a text: a question asks for no colon. @param {string[]} pair */
  const called = ([label, text]) => [/[?!.:]$/.test(label) ? label : `${label}:`, text];

  /** @typedef {Record<string, string>} Words by their name in the template */

  /**
   * What the meeting has of its own.
   * @param {Kist} kist @param {Bijeenkomst} about @param {Words} words
   */
  const facts = ({ dag, plek, project }, { dag: begun, wie }, words) => [
    [words.datum, Gk.days.shown(dag || begun)],
    [words.project, project],
    [words.plek, plek],
    [words.erbij, wie],
  ].filter(([, text]) => text).map(called);

  /**
   * As it was planned: nobody kept what became of it.
   * @param {Kist} kist @param {Words} words @returns {Verslagdeel[]}
   */
  const programme = (kist, words) => {
    if (kist.blokken.length < 2) return [];
    const rows = Gk.plan.momenten(kist, Gk.sheets)
      .map(({ begin, naam }) => [Gk.plan.clock(begin), naam]);
    const columns = [words.gepland, words.onderdeel];
    return [{ kop: words.vooraf, niveau: 2, kolommen: columns, rijen: rows }];
  };

  /** @type {Shared["report"]["lastDay"]} */
  const lastDay = ({ dag, tot }) => tot ?? dag;

  /** @type {Shared["report"]["isLater"]} */
  const isLater = (blad, kist, about) => {
    const op = Number(Gk.store.read(Gk.keys.ofSheet(blad, kist)).op);
    return op > 0 && Gk.days.of(op) > lastDay(about);
  };

  /** @type {Shared["report"]["typed"]} */
  const typed = (blad, kist, about) => {
    const now = Gk.filled.read(blad, kist);
    const { blad: then } = about;
    if (!then || lastDay(about) === Gk.days.today()) return now;
    return Gk.filled.isEmpty(now) || isLater(blad, kist, about) ? then : now;
  };

  /**
   * What was written on one sheet.
   * @param {string} blad @param {string} kist @param {Bijeenkomst} about
   */
  const sheet = (blad, kist, about) => {
    const value = typed(blad, kist, about);
    if (Gk.filled.isEmpty(value)) return [];
    // Also of a sheet that did not come, or is gone: what was typed is in the report.
    const titel = Gk.sheets[blad]?.titel ?? blad;
    const { kop, tabel: [kolommen = [], ...rijen], vakken } = Gk.filled.inOrder(blad, value);
    return [
      { kop: titel, niveau: 3, feiten: kop.map(called), kolommen, rijen },
      ...(vakken.length ? [{ kop: "", niveau: 3, feiten: vakken.map(called) }] : []),
    ];
  };

  /** @type {Shared["report"]["ids"]} */
  const idsOf = ({ blokken }) => [...new Set(blokken.flatMap(({ blad }) => blad ?? []))];

  /** @param {Kist} kist @param {Bijeenkomst} about @param {Words} words @returns {Verslagdeel[]} */
  const sheets = (kist, about, words) => {
    const parts = idsOf(kist).flatMap((id) => sheet(id, kist.sleutel, about));
    return parts.length ? [{ kop: words.opgeschreven, niveau: 2 }, ...parts] : [];
  };

  /** @param {Bijeenkomst} about @param {Words} words @returns {Verslagdeel[]} */
  const outcome = ({ besluiten, afspraken }, words) => {
    const rows = afspraken
      .filter(({ actie, wie }) => actie || wie)
      .map(({ actie, wie, wanneer }) => [actie, wie, wanneer && Gk.days.shown(wanneer)]);
    const columns = [words.wat, words.wie, words.wanneer];
    return [
      ...(besluiten ? [{ kop: words.besloten, niveau: 2, tekst: besluiten }] : []),
      ...(rows.length
        ? [{ kop: words.afgesproken, niveau: 2, kolommen: columns, rijen: rows }] : []),
    ];
  };

  /** One cell or sentence on one line. @param {string} text */
  const line = (text) => text.replace(/\s+/g, " ").trim();

  /** @param {Verslagdeel} part */
  const asText = ({ kop, tekst, feiten = [], kolommen = [], rijen = [] }) => [
    ...(kop ? [kop] : []),
    ...(tekst ? [tekst] : []),
    ...feiten.map(([label, text]) => `${label} ${text}`),
    ...(rijen.length ? [kolommen, ...rijen].map((row) => row.map(line).join("\t")) : []),
    "",
  ];

  const MOST = 200; // characters of an agreement
  const MOST_NAME = 40; // a longer text is a sentence, and no name

  /** No longer than this, and without half a character at its end. */
  const cut = (/** @type {string} */ text, /** @type {number} */ most) =>
    text.slice(0, Math.max(0, most)).replace(/\p{Cs}/gu, "");

  /**
   * One agreement as it was typed: what fits no field of its own stands behind the action.
   * @param {Partial<Afspraakplek>} plek @param {(naam?: string) => string} at
   */
  const agreement = ({ actie, wat, wie, wanneer }, at) => {
    const [what, who, when] = [wat, wie, wanneer].map((naam) => line(at(naam)));
    if (wat ? !what : !who && !when) return [];
    const isName = who.length <= MOST_NAME;
    const isDay = Gk.days.isDay(when);
    const rest = [isName ? "" : who, isDay ? "" : when].filter(Boolean).join(", ");
    const behind = rest && ` (${rest})`;
    const said = [actie, what].filter(Boolean).join(": ");
    return [{
      actie: cut(said, MOST - behind.length) + behind,
      wie: isName ? who : "",
      wanneer: isDay ? when : "",
    }];
  };

  /**
   * What was agreed on one sheet.
   * @param {string} blad @param {string} kist @param {Bijeenkomst} about
   */
  const agreed = (blad, kist, about) => {
    const facts = Gk.sheets[blad];
    if (!facts) return [];
    const { afspraken: { vakken, rij }, invul: { kolommen: [[first] = []] } } = facts;
    const { velden, rijen } = typed(blad, kist, about);
    const asked = [rij.wie, rij.wanneer].filter(Boolean);
    const rows = rijen
      .map(({ kop, cellen }) => (titel = "") => (titel === first ? kop : cellen[titel] ?? ""))
      // Not agreed yet while it names nobody and no day.
      .filter((said) => !asked.length || asked.some(said));
    return [
      ...vakken.flatMap((plek) => agreement(plek, (id = "") => velden[id] ?? "")),
      ...rows.flatMap((said) => agreement(rij, said)),
    ];
  };

  /** @param {Afspraaktekst} afspraak */
  const keyOf = ({ actie, wie, wanneer }) => [actie, wie, wanneer].join("\n");

  /** The same words, with no other name and no other day. @param {Afspraaktekst} one */
  const fits = (one, /** @type {Afspraaktekst} */ other) => one.actie === other.actie &&
    [[one.wie, other.wie], [one.wanneer, other.wanneer]].every(([a, b]) => !a || !b || a === b);

  // Each stands for one on the sheets: the one that it was taken from, else one that it fits.
  /** @type {Shared["report"]["fresh"]} */
  const fresh = (own, found) => {
    const left = new Map(found.map((one) => [keyOf(one), one]));
    const free = own.filter((row) =>
      ![row.uit ?? "", keyOf(row)].filter((key) => left.delete(key)).length);
    return [...left].flatMap(([uit, one]) => {
      const at = free.findIndex((row) => fits(row, one));
      if (at < 0) return [{ ...one, uit }];
      const [row] = free.splice(at, 1);
      const { wie, wanneer } = row;
      const whole = { ...row, uit, wie: wie || one.wie, wanneer: wanneer || one.wanneer };
      return keyOf(whole) === keyOf(row) ? [] : [whole];
    });
  };

  Gk.report = {
    MOST,
    ids: idsOf,
    cut,
    parts: (kist, about, words) => [
      { kop: kist.naam, niveau: 1, feiten: facts(kist, about, words) },
      ...programme(kist, words),
      ...sheets(kist, about, words),
      ...outcome(about, words),
    ],
    text: (parts) => parts.flatMap(asText).join("\n"),
    agreements: (kist, about) =>
      idsOf(kist).flatMap((blad) => agreed(blad, kist.sleutel, about)),
    fresh,
    lastDay,
    isLater,
    typed,
  };
}
