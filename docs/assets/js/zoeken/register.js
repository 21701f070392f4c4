// @ts-check
// The catalogue of macros/search/catalogue.py, read once: its entries, an index of the stems of
// their titles, search words and summaries, the compounds among those, and words that mean the
// same. Pure: folding.js, the catalogue and woorden.js come first.
{
  const { soorten, kort, synoniemen, lijst: columns } =
    /** @type {Catalogue} */ (Gk.search.catalogue);
  const { spaced, once, useful, stem } = /** @type {SearchWords} */ (Gk.search.words);

  // ---------- what the catalogue says in short ----------

  const often = spaced(kort);
  const place = (/** @type {string} */ short) => // Aa is 0, Ab 1, A9 35, Ba 36
    36 * (short.charCodeAt(0) - 65) + (parseInt(short[1], 36) + 26) % 36;
  const inFull = (/** @type {string} */ text) =>
    text.replace(/[A-Z]./g, (short) => ` ${often[place(short)]}`);

  const [kinds, ...others] = columns.map((column) => column.split("\n"));
  const [titleWords, summaries] = [others[1], others[2]].map(Gk.folding.wordsOf);
  /** @type {CatalogueRow[]} */
  const lijst = kinds.map((soort, id) => {
    const [naam, titel, kort, faseEnDuur, woorden, kenmerken] =
      others.map((column) => column[id]);
    const [, , before, after] = soorten[soort];
    const adres = before + (naam || titleWords[id].join("-")) + after;
    return [soort, adres, titel, kort, faseEnDuur, inFull(woorden), kenmerken];
  });

  // ---------- the index ----------

  // What a find is worth in title, search words and summary, and what each further one adds.
  const [TITLE, PHRASE, SUMMARY, AGAIN, MOST] = [1, 0.9, 0.8, 0.1, 1.3];

  /** @type {Map<string, number[]>} stem -> entry, worth, entry, worth, ... in order of entry */
  const index = new Map();

  function put(/** @type {string} */ one, /** @type {number} */ id, /** @type {number} */ worth) {
    const places = index.get(one);
    const last = places ? places.length - 1 : 0;
    if (!places) index.set(one, [id, worth]);
    else if (places[last - 1] === id) places[last] = Math.min(MOST, places[last] + AGAIN * worth);
    else places.push(id, worth);
  }

  const titles = titleWords.map((found) => ` ${found.join(" ")}`); // each word behind a space
  lijst.forEach(([, , , , , woorden], id) => {
    for (const word of useful(titleWords[id])) put(stem(word), id, TITLE);
    for (const one of woorden.split(/[ ,]/)) if (one) put(one, id, PHRASE);
    for (const word of useful(summaries[id])) put(stem(word), id, SUMMARY);
  });

  const sorted = [...index.keys()].sort();

  /** What a stem says: much when few entries have it. */
  const weight = once((one) =>
    Math.log(1 + 2 * lijst.length / (index.get(one)?.length ?? 2)) ** 1.3);

  /** @type {{stems: string[], whole: number}[][]} */
  const phrases = [];
  /** The title and search words of an entry, as stems, with what they say as a whole. */
  const phrasesOf = (/** @type {number} */ id) => (phrases[id] ??=
    [useful(titleWords[id]).map(stem), ...lijst[id][5].split(",").map(spaced)]
      .map((stems) => ({ stems, whole: stems.reduce((sum, one) => sum + weight(one), 0) })));

  /** The known stems that begin with these letters. */
  const starting = once((begin) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < begin) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (sorted[end]?.startsWith(begin)) end += 1;
    return sorted.slice(low, end);
  });

  // ---------- compounds ----------

  // Beginnings that are no word by themselves, or another one.
  const NO_HEADS = new Set("ver bet ont her sam het een aan bij teg uit".split(" "));
  const part = (/** @type {string} */ one) => one.length > 2 && index.has(one);

  /** The stems of the two parts of a compound; none for any other stem. */
  const parts = once((word) => {
    const [vowel, last] = word.slice(-2);
    const open = "aeou".includes(vowel) && !"aeiou".includes(last); // nulmet-ing: meet
    for (let place = 3; place < word.length - 2; place += 1) {
      const tail = word.slice(place);
      const long = open ? tail.slice(0, -1) + vowel + last : "";
      const known = part(tail) ? tail : part(long) ? long : "";
      const head = known && stem(word.slice(0, place));
      if (head && part(head) && !NO_HEADS.has(head)) return [head, known];
    }
    return [];
  });

  /** @type {Map<string, string[]>} a stem -> the compounds that it is a part of */
  const compounds = new Map();
  for (const whole of sorted) {
    for (const one of whole.length > 6 ? parts(whole) : []) {
      compounds.set(one, [...compounds.get(one) ?? [], whole]);
    }
  }

  // ---------- words that mean the same ----------

  /** @type {Map<string, Set<string>>} a stem -> stems of entries that mean nearly the same */
  const meaning = new Map();
  /** @type {{stems: string[], meant: string[]}[]} sayings, which mean something as a whole */
  const sayings = [];
  for (const group of synoniemen) {
    const [ours, others] = group.split("|").map(inFull);
    const meant = spaced(ours);
    for (const stems of [...meant.map((one) => [one]), ...others.split(",").map(spaced)]) {
      if (stems.length > 1) sayings.push({ stems, meant });
      else for (const one of stems) {
        meaning.set(one, new Set([...meaning.get(one) ?? [], ...meant]));
      }
    }
  }

  Gk.search.register = {
    lijst, index, sorted, titles, titleWords, summaries, weight, phrasesOf, starting, parts,
    compounds, meaning, sayings,
  };
}
