// @ts-check
// The search itself: it ranks the entries of the catalogue for what was typed, and leaves out what
// does not fit the facts in a sentence. Pure: vraag.js, passend.js and feiten.js come first.
{
  const { soorten, kenmerken } = /** @type {Catalogue} */ (Gk.search.catalogue);
  const { spaced, stops, words, stem, distance } = /** @type {SearchWords} */ (Gk.search.words);
  const { lijst, index, titles, titleWords, summaries, weight, phrasesOf } =
    /** @type {SearchRegister} */ (Gk.search.register);
  const { known, asked } = /** @type {SearchQuestion} */ (Gk.search.question);
  const reader = /** @type {NonNullable<Shared["feiten"]>} */ (Gk.feiten);

  // ---------- ranking ----------

  const [MOSTLY, LIKE, POWER, LIKE_TITLE] = [1.3, 0.7, 2, 0.5];
  const [EXACT, BEGINS, HOLDS, NAMES] = [1.3, 0.8, 0.4, 3];
  const CLOSE = 40; // only so many are looked at phrase by phrase

  /** @typedef {{id: number, score: number}} Scored */
  // The highest score first; the order of the catalogue decides between equals.
  const best = (/** @type {Scored} */ a, /** @type {Scored} */ b) =>
    b.score - a.score || a.id - b.id;

  /** How much of what was asked stands in each entry, 0 to about 1: a rare word counts for more. */
  function coverage(/** @type {Asked[]} */ all, /** @type {number} */ total) {
    const sums = new Float64Array(lijst.length);
    for (const { terms, weight } of all) {
      const most = new Float64Array(lijst.length);
      for (const [one, worth] of terms) {
        const places = index.get(one) ?? [];
        for (let at = 0; at < places.length; at += 2) {
          most[places[at]] = Math.max(most[places[at]], worth * places[at + 1]);
        }
      }
      most.forEach((worth, id) => { sums[id] += weight * worth / (total || 1); });
    }
    return sums;
  }

  /**
   * How like a phrase is to what was typed: 0 nothing, 1 exactly this. Search words are what people
   * say, so somebody who types nearly the whole phrase means that page.
   * @param {{stems: string[], whole: number}} phrase @param {number} total
   * @param {Map<string, number>} surest how surely each stem was meant
   */
  function likeness({ stems, whole }, total, surest) {
    let shared = 0;
    for (const one of stems) {
      const sure = surest.get(one);
      if (sure) shared += weight(one) * sure;
    }
    return 2 * shared / (whole + total);
  }

  const stemmed = (/** @type {string[]} */ found) => ` ${found.map(stem).join(" ")} `;
  const titleStems = titleWords.map(stemmed);

  /** What it adds that the typed text is a title, its beginning, or words of it in any form. */
  function titled(/** @type {string[]} */ words) {
    const [typed, stems] = [` ${words.join(" ")}`, stemmed(words)];
    return (/** @type {number} */ id) => {
      const title = titles[id];
      if (title === typed) return EXACT;
      const begins = typed.length > 3 && title.startsWith(typed);
      if (begins) return BEGINS * (0.5 + 0.5 * typed.length / title.length);
      return titleStems[id].includes(stems) ? HOLDS : 0;
    };
  }

  const ofKind = (/** @type {number} */ id) => soorten[lijst[id][0]][1];

  /**
   * All entries that share a word with what was typed, the best first.
   * @param {string[]} typed @param {Asked[]} all @param {number} total @returns {Scored[]}
   */
  function byWords(typed, all, total) {
    const named = titled(typed);
    /** @type {Scored[]} */
    const found = [];
    coverage(all, total).forEach((sum, id) => {
      const score = sum ** MOSTLY + ofKind(id) ** NAMES * named(id);
      if (score) found.push({ id, score: ofKind(id) * score });
    });
    return found.sort(best);
  }

  /** What the title and search words of an entry add, as phrases. */
  function byPhrases(/** @type {Asked[]} */ all, /** @type {number} */ total) {
    /** @type {Map<string, number>} */
    const surest = new Map();
    for (const [one, worth] of all.flatMap(({ terms }) => [...terms])) {
      surest.set(one, Math.max(worth, surest.get(one) ?? 0));
    }
    return (/** @type {number} */ id) => {
      const like = phrasesOf(id).map((phrase) => likeness(phrase, total, surest));
      return ofKind(id) * (LIKE * Math.max(...like) ** POWER + LIKE_TITLE * like[0]);
    };
  }

  /** All entries that share a word with the text, the best first. @returns {Scored[]} */
  function ranked(/** @type {string} */ text) {
    const typed = Gk.folding.words(text).map(known);
    const all = asked(typed);
    const total = all.reduce((sum, { weight }) => sum + weight, 0);
    const found = byWords(typed, all, total);
    const added = byPhrases(all, total);
    const top = found.slice(0, CLOSE).map(({ id, score }) => ({ id, score: score + added(id) }));
    return [...top.sort(best), ...found.slice(CLOSE)];
  }

  /** @param {number} id */
  const vondst = (id) => {
    const [soort, adres, titel, kort, faseEnDuur] = lijst[id];
    return { soort: soorten[soort][0], adres, titel, kort, faseEnDuur };
  };
  const shown = (/** @type {Scored[]} */ found, /** @type {number} */ most) =>
    ({ aantal: found.length, vondsten: found.slice(0, most).map(({ id }) => vondst(id)) });

  /** The best finds for a text, best first. */
  const find = (/** @type {string} */ text, most = 12) => shown(ranked(text), most);

  // ---------- facts ----------

  const STRONG = 0.5; // of the best score: below this an entry only shares a small word
  const NEAR = 1.2; // a little more time than was asked for
  const TIME = 0.5; // of its score, what an entry loses that takes quite another time

  /** @type {(Passend | undefined)[] | undefined} */
  let made;
  /**
   * What filters compare of each entry; nothing for one without a time or a phase.
   * @returns {(Passend | undefined)[]}
   */
  const features = () => (made ??= lijst.map(([, , , , , , text]) => {
    const values = text.split("|").map((value, place) => [kenmerken[place], value]);
    const known = Object.fromEntries(values.filter(([, value]) => value));
    return text ? Gk.passend.of(known) : undefined;
  }));

  /** Filters that only a little is asked of: more time, as with few people, and any leader. */
  const eased = (/** @type {Wensen} */ { minuten, plek }) => ({
    ...minuten && { minuten: [String(Number(minuten[0]) * NEAR)] }, ...plek && { plek },
  });

  const fits = (/** @type {Passend | undefined} */ known, /** @type {Wensen} */ wishes,
    hasWords = () => true) => !!known && Gk.passend.fits(known, wishes, hasWords);

  /** The facts in a text, as filters; a phase that stands beside them alone is one too. */
  function facts(/** @type {string} */ text) {
    const read = reader.read(text, titles);
    const phase = read.rest.toLowerCase();
    if (!read.parts.length || read.filters.fase || !phases.has(phase)) return read;
    const said = new Set(read.parts.flatMap(({ places }) => places));
    const places = [...text.trim().split(/\s+/).keys()].filter((place) => !said.has(place));
    const part = { name: "fase", values: [phase], places };
    return { filters: { ...read.filters, fase: [phase] }, rest: "", parts: [...read.parts, part] };
  }
  const phases = new Set(lijst.filter(([soort]) => soort === "fasen")
    .map(([, adres]) => adres.split("/")[1]));

  /** How far the time of an entry is from what was asked: 0 the same, 1 nothing like it. */
  function farness(/** @type {number} */ id, /** @type {Wensen} */ { minuten }) {
    const [asked, long] = [Number(minuten?.[0]), Number(features()[id]?.data.duur)];
    return asked && long ? Math.min(1, Math.abs(asked - long) / asked) : 0;
  }

  /** Everything, for facts alone: a phase asked for goes before what belongs to it. */
  const everything = (/** @type {Wensen} */ { fase }) => lijst.map(([soort], id) =>
    ({ id, score: soorten[soort][1] + Number(soort === "fasen" && !!fase) }));

  /**
   * The best finds for a sentence. What it says of time, people, place and phase is a fact: finds
   * that do not fit are left out. When nothing fits, `past` is false and these come near.
   */
  function answer(/** @type {string} */ text, most = 12) {
    const { filters, rest, parts: feiten } = facts(text);
    if (!feiten.length) return { ...find(text, most), feiten, filters, woord: "", past: true };
    const known = (rest ? ranked(rest) : everything(filters))
      .filter(({ id }) => features()[id])
      .map(({ id, score }) => ({ id, score: score * (1 - TIME * farness(id, filters)) }))
      .sort(best);
    const strong = known.filter(({ score }) => !rest || score >= STRONG * known[0].score);
    const [exact, near] = [filters, eased(filters)].map((wishes) =>
      strong.filter(({ id }) => fits(features()[id], wishes)));
    const found = [exact, near, strong].find((some) => some.length) ?? [];
    return { ...shown(found, most), feiten, filters, woord: rest, past: found === exact };
  }

  /**
   * How many instruments fit these filters and this word, as on their page.
   * @param {Wensen} wishes @returns {number}
   */
  function fit(wishes) {
    const named = wishes.woord && new Set(Gk.passend.ranked(engine, wishes.woord[0]));
    return lijst.filter(([soort, adres], id) => soort === "instrumenten" &&
      fits(features()[id], wishes, () => !named || named.has(adres))).length;
  }

  // ---------- when nothing is found ----------

  /** Words that look like what was typed. */
  function suggest(/** @type {string} */ text) {
    const typed = words(text).filter((word) => word.length > 2);
    const seen = [...titleWords, ...summaries].flat();
    const errors = (/** @type {string} */ word) =>
      Math.min(...typed.map((one) => distance(one, word) / word.length));
    return [...new Set(seen)].filter((word) => word.length > 3 && !stops.has(word))
      .map((word) => ({ word, far: errors(word) }))
      .filter(({ far }) => far < 0.5)
      .sort((a, b) => a.far - b.far)
      .slice(0, 3)
      .map(({ word }) => word);
  }

  /**
   * Finds in the full text of all pages, for words that the catalogue does not hold. First those
   * that it ranks for this text, the best first; then the others as it has them.
   * @param {string} text @param {Record<string, string>} fullText
   */
  function findInFullText(text, fullText, most = 12) {
    const typed = words(text).map(stem);
    const pages = new Map(lijst.map(([, adres], id) => [adres, id]));
    const scores = new Map(ranked(text).map(({ id, score }) => [id, score]));
    const hits = Object.entries(fullText).flatMap(([adres, found]) => {
      const there = new Set(spaced(found));
      const id = pages.get(adres);
      const all = typed.length && typed.every((one) => there.has(one));
      return all && id !== undefined ? [{ id, score: scores.get(id) ?? 0 }] : [];
    });
    return shown(hits.sort(best), most);
  }

  const engine = { answer, find, findInFullText, fit, suggest, stem, words };
  Gk.search.engine = engine;
}
