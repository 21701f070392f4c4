// @ts-check
// What was typed -> the stems that it may mean, each with how surely. Pure: feiten.js and
// register.js come first.
{
  const { once, stops, useful, stem, distance } = /** @type {SearchWords} */ (Gk.search.words);
  const { index, sorted, weight, starting, parts, compounds, meaning, sayings } =
    /** @type {SearchRegister} */ (Gk.search.register);
  const { numbers } = /** @type {NonNullable<Shared["feiten"]>} */ (Gk.feiten);

  const [BEGUN, MENDED, PART, OWN_PART, LONGER, SAME, ONLY_SAME] =
    [0.7, 0.85, 0.5, 0.2, 0.4, 0.55, 0.75];

  /** Known stems within one or two typing errors, the nearest only. */
  function mended(/** @type {string} */ own) {
    let far = own.length < 4 ? 0 : own.length < 8 ? 1 : 2;
    /** @type {string[]} */
    let near = [];
    for (const one of far ? sorted : []) {
      if (Math.abs(one.length - own.length) > far) continue;
      const errors = distance(own, one, far);
      if (errors < far) [far, near] = [errors, []];
      if (errors === far) near.push(one);
    }
    const like = (/** @type {string} */ one) => Number(one[0] === own[0]);
    near.sort((a, b) => like(b) - like(a) || weight(a) - weight(b));
    return { far, near: near.slice(0, 3) };
  }

  /** The longest known part of a compound of which we know only one half. */
  function half(/** @type {string} */ word) {
    const halves = [];
    for (let place = 4; place <= word.length - 4; place += 1) {
      halves.push(word.slice(0, place), word.slice(-place));
    }
    const known = halves.filter((one) => index.has(stem(one)));
    return known.sort((a, b) => b.length - a.length).slice(0, 1).map(stem);
  }

  /** Compounds of which this is the beginning: keetge is keetgesprek. */
  const begun = (/** @type {string} */ word) => [...word].flatMap((_, place) => {
    const [head, rest] = [stem(word.slice(0, place)), word.slice(place)];
    return place < 3 ? [] : (compounds.get(head) ?? []).filter((whole) =>
      parts(whole)[0] === head && parts(whole)[1].startsWith(rest));
  });

  /**
   * What a word may be that we do not know: half typed, mistyped, or a compound.
   * @returns {[string, number][]}
   */
  function guesses(/** @type {string} */ word, /** @type {string} */ own) {
    const [first, ...others] = [...starting(word), ...starting(own), ...begun(word)];
    if (first && own.length > 2) return [first, ...others].map((one) => [one, BEGUN]);
    const two = parts(own);
    const { far, near } = meaning.has(own) ? { far: 0, near: [] } : mended(own);
    if (near.length && (far < 2 || !two.length)) return near.map((one) => [one, MENDED]);
    return (two.length || meaning.has(own) ? two : half(word)).map((one) => [one, BEGUN]);
  }

  /** A stem, and the compounds that it is a part of. @returns {[string, number][]} */
  const wide = (/** @type {string} */ one, /** @type {number} */ worth) =>
    [[one, worth], ...(compounds.get(one) ?? []).map((whole) =>
      /** @type {[string, number]} */ ([whole, worth * PART]))];

  /**
   * One typed word -> known stems with their weight: itself, the parts of a compound, the word that
   * was meant, words that mean the same.
   */
  const terms = once((word) => {
    /** @type {Map<string, number>} */
    const found = new Map();
    const add = (/** @type {string} */ one, /** @type {number} */ worth) => {
      if (index.has(one)) found.set(one, Math.max(found.get(one) ?? 0, worth));
    };
    const own = stem(word);
    const sure = index.has(own);
    add(own, 1);
    for (const [one, worth] of sure ? [] : guesses(word, own)) add(one, worth);
    for (const one of sure ? parts(own) : []) add(one, OWN_PART);
    for (const one of sure && own.length > 3 ? starting(own) : []) add(one, LONGER);
    for (const [one, worth] of new Map([[own, 1], ...found])) {
      if (worth < LONGER) continue;
      for (const [whole, part] of wide(one, worth)) add(whole, part);
      if (worth === LONGER) continue;
      const same = one === own && !sure ? ONLY_SAME : SAME;
      const others = [...meaning.get(one) ?? []].flatMap((other) => wide(other, worth * same));
      for (const [other, part] of others) add(other, part);
    }
    return found;
  });

  /** A word as we know it: 'collegas' is collega's, of which we know 'collega', and 3 is 'drie'. */
  const known = once((word) => {
    const single = word.replace(/s$/, "");
    if (index.has(stem(word))) return word;
    return numbers[Number(word)] ?? (index.has(stem(single)) ? single : word);
  });

  // ---------- several words together ----------

  // Behind its verb these make another verb of it: 'draag ik mijn werk over' is overdragen.
  const PARTICLES = new Set(("aan af bij door in langs los mee na om onder op over rond samen " +
    "tegen terug toe uit vast voor weer weg").split(" "));
  // But not before these: 'op de bouw'.
  const OBJECTS = new Set(("de het een deze die dit dat elkaar iemand iets mijn je jouw zijn " +
    "haar ons onze hun").split(" "));
  const CLAUSE = 8; // words between a verb and its particle

  const isVerb = (/** @type {string} */ word) =>
    word.length > 2 && !stops.has(word) && !PARTICLES.has(word);
  const means = (/** @type {string} */ word) => index.has(stem(word)) || meaning.has(stem(word));

  /** Verbs in two parts, in one: of 'haakt later af' is that 'afhaakt'. */
  const rejoined = (/** @type {string[]} */ typed) => typed.flatMap((part, at) => {
    const next = typed[at + 1];
    if (!PARTICLES.has(part) || OBJECTS.has(next)) return [];
    const verbs = next === "te" ? typed.slice(at + 2, at + 3)
      : typed.slice(Math.max(0, at - CLAUSE), at);
    return verbs.filter(isVerb).map((verb) => part + verb).filter(means);
  });

  // What a saying is worth, what its words keep of their weight, and how many others may stand
  // between them.
  const [SAID, QUIET, BETWEEN] = [0.75, 0.6, 1];

  /** Sayings of which all words stand together, in any order; small words take no place. */
  function said(/** @type {string[]} */ typed) {
    let place = 0;
    const places = new Map(typed.map((word) => [stem(word), place += Number(!stops.has(word))]));
    return sayings.filter(({ stems }) => {
      if (!stems.every((one) => places.has(one))) return false;
      const found = stems.map((one) => places.get(one) ?? 0);
      return Math.max(...found) - Math.min(...found) < stems.length + BETWEEN;
    });
  }

  /** @param {Map<string, number>} terms @returns {Asked} */
  const asking = (terms) => {
    const [first] = [...terms].sort((a, b) => b[1] - a[1]);
    return { terms, weight: first ? weight(first[0]) : 0 };
  };

  /** All that is asked in a text, each with the stems that it may be and what it says. */
  function asked(/** @type {string[]} */ typed) {
    const own = [...new Set([...useful(typed), ...rejoined(typed)])];
    const all = own.map((word) => asking(new Map(terms(word))));
    own.forEach((word, place) => {
      const joined = place && stem(own[place - 1] + word); // 'start nota' is also startnota
      if (!joined || !index.has(joined)) return;
      for (const { terms } of all.slice(place - 1, place + 1)) terms.set(joined, 1);
    });
    for (const { stems, meant } of said(typed)) {
      own.forEach((word, place) => {
        if (stems.includes(stem(word))) all[place].weight *= QUIET;
      });
      const terms = meant.flatMap((one) => wide(one, SAID)).sort((a, b) => a[1] - b[1]);
      all.push(asking(new Map(terms)));
    }
    return all;
  }

  Gk.search.question = { known, asked };
}
