// @ts-check
// The search itself, over the catalogue of macros/search/catalogue.py. That brings stems, cut by
// Python, and the rules to cut what is typed alike. There is no index to build: all stems stand in
// one string, and the browser searches a string of this size in less than a tenth of a millisecond.
// So the first answer is there at once. Pure: no page; folding.js and the catalogue come first.
{
  const { regels, stopwoorden, zwak, soorten, synoniemen, lijst } =
    /** @type {Catalogue} */ (Gk.search.catalogue);
  const CLOSE = 20;
  const spaced = (/** @type {string} */ text) => text.split(" ").filter(Boolean);
  const meaning = new Map(Object.entries(synoniemen)); // a plain object also knows 'constructor'
  const stops = new Set(spaced(stopwoorden));
  const weak = new Set(spaced(zwak));
  const steps = regels.map((step) => step.map(([least, ending, instead]) =>
    /** @type {const} */ ([least, new RegExp(ending), instead.replace(/\\(\d)/g, "$$$1")])));

  function words(/** @type {string} */ text) {
    const found = Gk.folding.words(text);
    const useful = found.filter((word) => !stops.has(word) && word.length > 1);
    return useful.length ? useful : found; // someone who types only small words means them
  }

  /**
   * The same function, that does its work once for each word.
   * @template T @param {(word: string) => T} work
   */
  function once(work) {
    /** @type {Map<string, T>} */
    const kept = new Map();
    return (/** @type {string} */ word) => {
      if (!kept.has(word)) kept.set(word, work(word));
      return /** @type {T} */ (kept.get(word));
    };
  }

  const stem = once((word) => {
    if (word.length < 4) return word;
    for (const step of steps) {
      for (const [least, ending, instead] of step) {
        const shorter = word.replace(ending, instead);
        if (shorter !== word && shorter.length >= least) {
          word = shorter;
          break;
        }
      }
    }
    return word;
  });

  const FIELDS = [6, 5, 2]; // what a find in title, search words and rest is worth
  const BARS = /\|([^|]+)\|([^|]*)\|([^ ]+)/g;

  // All stems of all entries, a line each: first the titles, then the search words, then the rest.
  const column = (/** @type {number} */ place) => lijst.map((row) => row[place]);
  const text = ` ${[...column(5), ...column(6), ...column(7)].join(" \n ")} \n`
    .replaceAll(",", " ").replace(BARS, "$1$2$3 $1 $3");
  // Where the lines begin.
  const begin = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) begin.push(at);
  const { length } = lijst;
  const means = FIELDS.map((_, field) =>
    (begin[(field + 1) * length] - begin[field * length]) / length);

  // Where a stem stands, for each field: entry -> how often. And the same for longer words that
  // begin with it, or only hold it.
  const places = once((one) => {
    const [whole, longer, within] = [0, 1, 2].map(() => FIELDS.map(() => new Map()));
    let line = 0;
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
      while (begin[line + 1] < at) line += 1;
      const found = text[at - 1] !== " " ? within : text[at + one.length] === " " ? whole : longer;
      const counts = found[Math.floor(line / lijst.length)];
      counts.set(line % lijst.length, (counts.get(line % lijst.length) ?? 0) + 1);
    }
    return { whole, longer, within };
  });
  const has = once((one) => text.includes(` ${one} `));

  /** @type {string[] | undefined} */
  let all;
  const known = () => (all ??= [...new Set(spaced(text))]);

  /** The stems of the two parts of a compound, when both occur in the catalogue. */
  const split = once((word) => {
    for (let place = 3; word.length >= 8 && place < word.length - 3; place += 1) {
      const [head, tail] = [stem(word.slice(0, place)), stem(word.slice(place))];
      if (head.length >= 3 && tail.length >= 3 && has(head) && has(tail)) return [head, tail];
    }
    return [];
  });

  /** The longest known part of a compound of which we know only one half. */
  function half(/** @type {string} */ word) {
    const halves = [];
    for (let place = 5; place <= word.length - 4; place += 1) {
      halves.push(word.slice(0, place), word.slice(-place));
    }
    const known = halves.filter((part) => has(stem(part)));
    return known.sort((a, b) => b.length - a.length).slice(0, 1).map(stem);
  }

  /** A word as its smallest known parts. */
  function atoms(/** @type {string} */ word) {
    const two = split(word);
    return two.length ? two : [stem(word)];
  }

  /** Neither known nor the beginning of a known word: then somebody is still typing. */
  const misspelt = (/** @type {string} */ word) => !has(stem(word)) && !text.includes(` ${word}`);

  /** Without its apostrophe: 'kpis' is kpi's, of which the catalogue has 'kpi'. */
  function single(/** @type {string} */ word) {
    const shorter = word.replace(/s$/, "");
    return misspelt(word) && has(stem(shorter)) ? shorter : word;
  }

  /** Known stems within one or two typing errors, the nearest only. */
  function mended(/** @type {string} */ word) {
    const own = stem(word);
    let least = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    /** @type {string[]} */
    let near = [];
    for (const one of least ? known() : []) {
      if (Math.abs(one.length - own.length) > least) continue;
      const far = distance(own, one, least);
      if (far < least) [least, near] = [far, []];
      if (far === least) near.push(one);
    }
    return near.slice(0, 3);
  }

  /**
   * One typed word -> stems with their weight: itself, the parts of a compound, the word that was
   * meant, words that mean the same.
   */
  function terms(/** @type {string} */ word) {
    /** @type {Map<string, number>} */
    const weights = new Map();
    const own = stem(word);
    const add = (/** @type {string} */ one, /** @type {number} */ weight) => {
      weights.set(one, Math.max(weights.get(one) ?? 0, weak.has(one) ? weight * 0.25 : weight));
    };
    const near = misspelt(word) ? mended(word) : [];
    const two = near.length ? [] : split(word);
    const rest = misspelt(word) && !near.length && !two.length ? half(word) : [];
    add(own, 1);
    for (const one of near) add(one, 0.9);
    for (const one of [...two, ...rest]) add(one, has(own) ? 0.3 : 0.7);
    for (const [one, weight] of [...weights]) {
      for (const other of spaced(meaning.get(one) ?? "")) add(other, 0.45 * weight);
    }
    return weights;
  }

  /**
   * Adds what these places are worth to each entry: BM25 for each field, with the usual constants
   * (1.2 and 0.7, plus 0.5).
   * @param {Map<number, number>} sums @param {Map<number, number>[]} counts @param {number} weight
   */
  function score(sums, counts, weight) {
    counts.forEach((entries, field) => {
      const rare = Math.log(1 + (lijst.length - entries.size + 0.5) / (entries.size + 0.5));
      for (const [id, times] of entries) {
        const line = field * lijst.length + id;
        const share = (begin[line + 1] - begin[line]) / means[field];
        const often = 0.5 + times * 2.2 / (times + 0.36 + 0.84 * share);
        sums.set(id, (sums.get(id) ?? 0) + weight * FIELDS[field] * rare * often);
      }
    });
  }

  /** Scores of all entries for one typed word, from its stems and what begins with it. */
  function scores(/** @type {string} */ word) {
    /** @type {Map<number, number>} */
    const sums = new Map();
    const own = stem(word);
    for (const [one, weight] of terms(word)) score(sums, places(one).whole, weight);
    if (own.length > 2) score(sums, places(own).longer, 0.4);
    if (own.length > 4) score(sums, places(own).within, 0.2);
    return sums;
  }

  /**
   * How much of the best phrase of a page was typed, and the other way round: 0 nothing, 1 exactly
   * this. Phrases are titles and search words, cut in their smallest parts: somebody who types
   * nearly the whole phrase means that page.
   * @param {number} id @param {Set<string>} typed
   */
  function likeness(id, typed) {
    let best = 0;
    for (const phrase of `${lijst[id][5]},${lijst[id][6]}`.split(",")) {
      if (![...typed].some((one) => phrase.includes(one))) continue;
      const parts = phrase.replace(BARS, "$1 $3").split(" ");
      const shared = parts.filter((one) => typed.has(one)).length;
      best = Math.max(best, 2 * shared / (parts.length + typed.size));
    }
    return best;
  }

  /** The typed words, and two words that are one: 'start nota' is also 'startnota'. */
  function typedWords(/** @type {string} */ text) {
    const typed = words(text).map(single);
    const joined = typed.slice(1)
      .map((word, place) => typed[place] + word)
      .filter((word) => has(stem(word)));
    return [...new Set([...typed, ...joined])];
  }

  /** @typedef {{id: number, score: number}} Scored */

  // The highest score first; the order of the catalogue decides between equals.
  const best = (/** @type {Scored} */ a, /** @type {Scored} */ b) =>
    b.score - a.score || a.id - b.id;

  /**
   * The best finds for a text, best first. Each word adds at most what it is worth: a rare word
   * more than a common one.
   */
  function find(/** @type {string} */ text, most = 12) {
    const typed = typedWords(text);
    const meant = new Set(typed.flatMap((word) => {
      const near = misspelt(word) ? mended(word) : [];
      return near.length ? near : atoms(word);
    }));
    /** @type {Map<number, number>} */
    const sums = new Map();
    let total = 0;
    for (const word of typed) {
      const found = scores(word);
      const most = Math.max(...found.values());
      const rare = Math.log(1 + length / (1 + found.size));
      const worth = rare * (weak.has(stem(word)) ? 0.25 : 1);
      total += worth;
      for (const [id, score] of found) sums.set(id, (sums.get(id) ?? 0) + worth * score / most);
    }
    const found = [...sums]
      .map(([id, sum]) => ({ id, score: sum / total * soorten[lijst[id][0]][1] }))
      .sort(best);
    const top = found.slice(0, CLOSE); // only these are looked at word by word
    for (const one of top) one.score += likeness(one.id, meant) ** 2 * soorten[lijst[one.id][0]][1];
    found.splice(0, top.length, ...top.sort(best));
    const shown = found.slice(0, most);
    return { aantal: found.length, vondsten: shown.map(({ id }) => vondst(lijst[id])) };
  }

  /** @param {CatalogueRow} row */
  const vondst = ([soort, adres, titel, kort, feiten]) =>
    ({ soort: soorten[soort][0], adres, titel, kort, feiten });

  /** Words that look like what was typed, for when nothing is found. */
  function suggest(/** @type {string} */ text) {
    const typed = words(text).filter((word) => word.length > 2);
    const shown = lijst.flatMap(([, , titel, kort]) => words(`${titel} ${kort}`));
    const farness = (/** @type {string} */ word) =>
      Math.min(...typed.map((one) => distance(one, word) / word.length));
    return [...new Set(shown.filter((word) => word.length > 3))]
      .map((word) => ({ word, far: farness(word) }))
      .filter(({ far }) => far < 0.5)
      .sort((a, b) => a.far - b.far)
      .slice(0, 3)
      .map(({ word }) => word);
  }

  const rows = [0, 1, 2].map(() => new Uint16Array(64));

  /**
   * How many typing errors apart: a letter too many, too few, another, or two swapped. Above `most`
   * it stops counting.
   */
  function distance(/** @type {string} */ a, /** @type {string} */ b, most = 64) {
    if (a.length > 60 || b.length > 60) return 64;
    let [before, row, next] = rows;
    for (let j = 0; j <= b.length; j += 1) row[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      let least = (next[0] = i);
      for (let j = 1; j <= b.length; j += 1) {
        let far = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) far = Math.min(far, before[j - 2] + 1);
        next[j] = far;
        if (far < least) least = far;
      }
      if (least > most) return 64;
      [before, row, next] = [row, next, before];
    }
    return row[b.length];
  }

  /**
   * Finds in the full text of all pages, for words that the catalogue does not hold.
   * @param {string} text @param {Record<string, string>} fullText
   */
  function findInFullText(text, fullText, most = 12) {
    const typed = words(text).map(stem);
    const pages = new Map(lijst.map((row) => [row[1], row]));
    const hits = Object.entries(fullText).flatMap(([adres, stems]) => {
      const there = new Set(spaced(stems));
      const row = typed.length && typed.every((one) => there.has(one)) && pages.get(adres);
      return row ? [row] : [];
    });
    return { aantal: hits.length, vondsten: hits.slice(0, most).map(vondst) };
  }

  Gk.search.engine = { find, findInFullText, suggest, stem, split, words };
}
