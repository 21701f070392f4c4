// @ts-check
// The facts in a typed sentence, as filters of the page of instruments. Pure: folding.js first.
//
//   Gk.feiten.read("30 minuten met z'n zessen online over vertrouwen") gives
//   { filters: { minuten: ["30"], plek: ["online"], mensen: ["6"] },
//     rest: "over vertrouwen",
//     parts: [{ name: "minuten", values: ["30"], places: [0, 1] }, ...] }
//
// Names and values are those of the address: instrumenten/?minuten=30&plek=online&mensen=6.
// `rest` is what the engine looks for, as it was typed; it is "" when only small words remain.
// `parts` stand in the order of the rules below; `places` are the words that said it, from 0.
// With `titles`, as register.js has them: a text of three words or more that begins one of these
// means that title, without facts.
{
  const UNITS = ("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien " +
    "veertien vijftien zestien zeventien achttien negentien").split(" ");
  const TENS = "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(" ");
  const TOGETHER = ("- - tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven " +
    "twaalven").split(" ");
  const PHASES = ["verkennen", "delen", "overeenkomen", "vormgeven", "uitvoeren"];
  const RANKS = ["eerste", "tweede", "derde", "vierde", "vijfde"];
  /** @type {Record<string, string>} */
  const STAGES = { verkenning: "verkennen", vormgeving: "vormgeven", uitvoering: "uitvoeren" };
  const LARGE = "20"; // people in a large group
  // What alone asks for nothing, beside a fact.
  const SMALL = new Set(("iets een de het we wij ik je jullie ons onze zoek zoeken wil willen " +
    "heb hebben is zijn ben kan kunnen doen met voor van in op aan bij over om te en of tot wat " +
    "welk welke er dat die tijd duurt duren maximaal hooguit instrument instrumenten werkvorm " +
    "nodig graag maar snel").split(" "));

  const number = "\\d{1,3}(?:[.,]\\d)?|" +
    `(?:(?:${UNITS.slice(1, 10).join("|")})en)?(?:${TENS.slice(1).join("|")})|` +
    UNITS.slice(1).join("|");

  /** @param {string} word */
  const valueOf = (word) => {
    if (/^\d/.test(word)) return Number(word.replace(",", "."));
    if (UNITS.includes(word)) return UNITS.indexOf(word);
    const tens = TENS.findIndex((one) => word.endsWith(one));
    const unit = word.slice(0, -TENS[tens].length).replace(/en$/, "");
    return (tens + 1) * 10 + Math.max(0, UNITS.indexOf(unit));
  };

  // ---------- time ----------

  const about = "(?: (?:hooguit|hoogstens|maximaal|max|ongeveer|circa|ca|zon|maar|slechts|" +
    "(?:korter|minder) dan))?";
  const range = `(?:(?:${number})(?:-| (?:a|tot|of) ))?`;
  const hours = `(?:(?:half|anderhalf|(?:${number})(?:(?:en| en een )half)?) ?` +
    "(?:uur|uurtje|uren|u)|halfuur|halfuurtje|uurtje)";
  const short = `(?:(?:${number}) ?)?(?:kwartier|kwartiertje)|` +
    `(?:${number}) ?(?:minuten|minuut|minuutjes|min)`;
  const long = "(?:halve|hele) dag|dagdeel(?! (?:\\d|een|twee|drie))";
  // A time of the clock, a rate, at least so long, or all day long: that is no length.
  const noLength = "(?: (?:om|vanaf|tegen|na|sinds|rond|per|elke?|iedere?|minstens|minimaal|" +
    "(?:langer|meer) dan|de(?= hele dag)))?";
  const notAfter = "(?! (?:per|geleden|later|eerder|te|vertraging) )";
  const time = `(${noLength})(?: (?:iets )?(?:van|in|binnen|voor|met))?${about}(?: (?:een|de))? ` +
    `(${range}(?:${hours}(?: (?:en )?(?:een )?(?:${short}))?|${short}|${long}))${notAfter}`;

  /** @param {string} text such as '2 uur en een kwartier' */
  const minutesOf = (text) => {
    if (/dagdeel|halve/.test(text)) return 240;
    if (text === "hele dag") return 480;
    const last = text.replace(RegExp(`^(?:${number})(?:-| (?:a|tot|of) )`), "");
    const length = RegExp(`(?:(half|anderhalf|${number})((?:en| en een )half)?)? ?` +
      "(uur|uren|u|kwartier|min)[a-z]*", "g");
    let sum = 0;
    for (const [, many, half, unit] of last.matchAll(length)) {
      const count = many === "half" ? 0.5 : many === "anderhalf" ? 1.5 : valueOf(many ?? "1");
      sum += (count + (half ? 0.5 : 0)) * (unit[0] === "u" ? 60 : unit === "min" ? 1 : 15);
    }
    return sum;
  };

  // ---------- people ----------

  const persons = "mensen|personen|persoon|man|deelnemers|deelnemer|collegas|teamleden";
  const group = "(?: een)? (?:groep|groepje|team|ploeg|club) van";
  const lead = `(?: (?:we|wij) zijn(?: met)?| met| voor)?(?:${group})?`;
  // Behind these it is about some of them: 'het hangt aan twee mensen'.
  const some = "(?: (?:aan|tussen|bij|door|tegen|per|elke|iedere|plaats van))?";
  // What may follow a bare number: a noun would say of what.
  const end = "(?= (?:$|\\||(?:en|in|om|op|over|voor|zonder|die|bij|via|tijdens|waar) ))";

  /** @param {string} many @param {number} most */
  const within = (many, most) => {
    const count = valueOf(many);
    return count >= 1 && count <= most && count % 1 === 0 ? [String(count)] : [];
  };
  const people = (/** @type {string} */ many) => within(many, Gk.passend.MOST.mensen);

  // ---------- all rules, in this order ----------

  /** @typedef {(found: string[]) => string[]} Values none: it was no fact after all */
  const always = (/** @type {string[]} */ ...values) => () => values;
  /**
   * Name of the filter, pattern, its values; and of a long pattern a word that it needs, since a
   * browser takes long to prepare it.
   * @type {[string, string, Values, RegExp?][]}
   */
  const RULES = [
    ["minuten", time, ([, guard, length]) => {
      const minutes = Math.ceil(minutesOf(length));
      return !guard && minutes && minutes <= Gk.passend.MOST.minuten ? [String(minutes)] : [];
    }, /uur|uren|kwartier|min|dag|\d ?u /],
    ["plek", "( (?:houdt?|houden|hielden?)(?: [^ |]+){1,3})?(?: online| (?:via|met|in|op)" +
      "(?: ms| microsoft)? (?:teams|zoom)| (?:video|beeld)bellen| op afstand|" +
      " (?:via|op) (?:een |het )?(?:beeld)?scherm)",
    ([, kept]) => (kept ? [] : ["online"])],
    ["begeleiding", " zonder (?:een |onze )?(?:(?:externe?|onpartijdige) [^ |]+|" +
      "(?:samenwerkings)?expert)", always("zelf", "begeleider")],
    ["begeleiding", " (?:zonder|geen) (?:een |onze )?(?:(?:proces)?begeleid(?:er|ing)|" +
      "gespreksleider|facilitator|moderator|coach)", always("zelf")],
    ["voorbereiding", " (?:zonder|geen) voorbereiding(?:stijd)?", always("geen")],
    ["fase", `(?: (?:in|voor|bij|tijdens))?(?: de)? fase (?:van )?(?:het )?(${PHASES.join("|")})`,
      ([, phase]) => [phase]],
    ["fase", `(?: (?:in|voor|bij|tijdens))?(?: de)? (${RANKS.join("|")}) fase`,
      ([, rank]) => [PHASES[RANKS.indexOf(rank)]]],
    ["fase", "(?: (?:in|voor|bij|tijdens))?(?: de)? fase ([1-5])",
      ([, place]) => [PHASES[Number(place) - 1]]],
    ["fase", `(?: (?:in|voor|bij|tijdens))?(?: de)? (${Object.keys(STAGES).join("|")})s ?fase`,
      ([, stage]) => [STAGES[stage]]],
    ["fase", " (?:in|tijdens|bij) de (uitvoering|verkenning)", ([, stage]) => [STAGES[stage]]],
    ["fase", " (?:(?:bij|aan) de (?:start|aftrap)|(?:bij|aan) het begin)" +
      "(?! van (?:een|het|de|elke|elk|ons|onze) " +
      "(?:vergadering|overleg|gesprek|bijeenkomst|dag|week|sessie))",
    always("verkennen", "vormgeven")],
    ["mensen", "(?: met| wij| we| ons)?(?: (?:zn|zijn|ons|hun|jullie|je))? " +
      `(${TOGETHER.slice(2).join("|")})`, ([all, many]) =>
      // Without a word before it, or behind 'we', it may be a verb: 'we vieren het succes'.
      (/^ (?:we|wij) vieren|^ [^ ]+$/.test(all) ? [] : [String(TOGETHER.indexOf(many))])],
    ["mensen", `(${some})(${lead})${about} ${range}(${number}) (?:${persons})`,
      ([, guard, led, many]) =>
        (guard || (!led && /^(?:een|twee|drie)$/.test(many)) ? [] : people(many)), RegExp(persons)],
    ["mensen", `${lead}(?: een)? (?:man|stuk) of (${number})(?: (?:${persons}))?`,
      ([, many]) => people(many)],
    ["mensen", `${lead}(?: een)? (${TENS.join("|")})tal(?: (?:${persons}))?`,
      ([, many]) => people(many)],
    ["mensen", `(?: (?:we|wij) zijn met| met|(?: met| voor)?${group})${about} ` +
      `${range}(${number})${end}`,
    ([, many]) => (many === "een" ? [] : people(many)), / met | van /],
    ["mensen", "(?: (?:met|voor|in|bij))?(?: (?:een|de|zon))? grote (?:groep|groepen)",
      always(LARGE)],
  ];
  /** @type {[string, RegExp, Values, RegExp?][] | undefined} */
  let prepared; // at the first use: that costs a moment
  const rules = () => (prepared ??= RULES.map(([name, source, values, needed]) =>
    [name, RegExp(`${source}(?= )`, "g"), values, needed]));

  const LESS = /^[^a-z0-9]+|[^a-z0-9]+$/g;
  /** A word as the rules read it. @param {string} word */
  const plain = (word) =>
    Gk.folding.fold(word.replace(/^½/, "0,5").replace("½", ",5")).replace(LESS, "");

  /** @param {string} text @param {string[]} titles folded, each word behind a space */
  const isTitle = (text, titles) => {
    const words = Gk.folding.words(text);
    const begin = ` ${words.join(" ")} `;
    return words.length > 2 && titles.some((title) => `${title} `.startsWith(begin));
  };

  /** A line in which what was found is no word any more. @param {string} line */
  const without = (line, /** @type {RegExpExecArray} */ { 0: found, index }) =>
    line.slice(0, index) + found.replace(/[^ ]/g, "|") + line.slice(index + found.length);

  /**
   * The facts in a line of plain words, of each filter the first: which words they are.
   * @param {string} line with a space at both ends
   */
  const factsIn = (line) => {
    /** @type {{name: string, values: string[], first: number, many: number}[]} */
    const found = [];
    for (const [name, pattern, valuesOf, needed] of rules()) {
      if (needed?.test(line) === false || found.some((one) => one.name === name)) continue;
      for (const match of line.matchAll(pattern)) {
        const values = valuesOf(match);
        if (!values.length) continue;
        const first = line.slice(0, match.index).split(" ").length - 1;
        found.push({ name, values, first, many: match[0].trim().split(" ").length });
        line = without(line, match);
        break;
      }
    }
    return found;
  };

  /** @type {NonNullable<Shared["feiten"]>["read"]} */
  const read = (text, titles = []) => {
    const typed = text.trim().split(/\s+/);
    if (!text.trim() || isTitle(text, titles)) return { filters: {}, rest: text.trim(), parts: [] };
    const words = typed.map((word, place) => ({ place, plain: plain(word) }))
      .filter((word) => word.plain);
    const found = factsIn(` ${words.map((word) => word.plain).join(" ")} `)
      .map(({ name, values, first, many }) =>
        ({ name, values, places: words.slice(first, first + many).map(({ place }) => place) }));
    const used = new Set(found.flatMap(({ places }) => places));
    const left = typed.filter((_, place) => !used.has(place));
    const small = found.length && left.every((word) => !plain(word) || SMALL.has(plain(word)));
    return {
      filters: Object.fromEntries(found.map(({ name, values }) => [name, values])),
      rest: small ? "" : left.join(" "),
      parts: found,
    };
  };

  Gk.feiten = { read, numbers: [...UNITS, TENS[1]] };
}
