// @ts-check
// The search itself: the catalogue of macros/search.py in MiniSearch. The browser analyses only what is typed, with the rules
// that the catalogue brings along (macros/dutch.py), so that both sides cut words alike.
{
  /** @typedef {{soort: string, adres: string, titel: string, kort: string, feiten: string}} Vondst */
  const { regels, stopwoorden, zwak, soorten, synoniemen, lijst } = /** @type {any} */ (window).gkCatalogus;
  const { default: MiniSearch } = /** @type {any} */ (window).MiniSearchModule;
  const CLOSE = 60;
  const spaced = (/** @type {string} */ text) => text.split(" ").filter(Boolean);
  const stops = new Set(spaced(stopwoorden));
  const weak = new Set(spaced(zwak));
  const steps = regels.map((/** @type {any[]} */ step) =>
    step.map(([least, ending, instead]) => [least, new RegExp(ending), instead.replace(/\\(\d)/g, "$$$1")]));

  const fold = (/** @type {string} */ text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "");

  function words(/** @type {string} */ text) {
    const found = fold(text).match(/[a-z0-9]+/g) ?? [];
    const useful = found.filter((word) => !stops.has(word) && word.length > 1);
    return useful.length ? useful : found; // someone who types only small words means them
  }

  /** @type {Map<string, string>} */
  const stems = new Map();

  function stem(/** @type {string} */ word) {
    let short = stems.get(word);
    if (short === undefined) stems.set(word, (short = cut(word)));
    return short;
  }

  function cut(/** @type {string} */ word) {
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
  }

  // What a reader sees is analysed here; `diep` comes as stems.
  const known = new Set(lijst.flatMap((/** @type {string[]} */ row) => spaced(row[6])));
  const forms = new Set(lijst.flatMap((/** @type {string[]} */ row) => words(`${row[2]} ${row[5]} ${row[3]}`)));
  for (const form of forms) known.add(stem(form));

  const starts = new Set([...known].map((one) => one.slice(0, 3))); // most places can be skipped without stemming

  /** The stems of the two parts of a compound, when both occur in the catalogue. */
  function split(/** @type {string} */ word) {
    for (let place = 3; word.length >= 8 && place < word.length - 3; place += 1) {
      if (!starts.has(word.slice(place, place + 3))) continue;
      const [head, tail] = [stem(word.slice(0, place)), stem(word.slice(place))];
      if (head.length >= 3 && tail.length >= 3 && known.has(head) && known.has(tail)) return [head, tail];
    }
    return [];
  }

  /** The longest known part of a compound of which we know only one half. */
  function half(/** @type {string} */ word) {
    const halves = [];
    for (let place = 5; place <= word.length - 4; place += 1) halves.push(word.slice(0, place), word.slice(-place));
    return halves.filter((part) => forms.has(part)).sort((a, b) => b.length - a.length).slice(0, 1).map(stem);
  }

  /** A word as its smallest known parts. */
  function atoms(/** @type {string} */ word) {
    const parts = split(word);
    return parts.length ? parts : [stem(word)];
  }

  const analysed = (/** @type {string} */ text) => words(text).flatMap((word) => [stem(word), ...split(word)]).join(" ");
  const asIs = (/** @type {string} */ word) => word;
  const fields = ["titel", "zoekwoorden", "rest"];
  const index = new MiniSearch({ fields, tokenize: spaced, processTerm: asIs });
  index.addAll(lijst.map((/** @type {string[]} */ [, , titel, kort, , zoekwoorden, diep], /** @type {number} */ id) => (
    { id, titel: analysed(titel), zoekwoorden: analysed(zoekwoorden), rest: `${analysed(kort)} ${diep}` })));

  const sorted = [...forms].sort();
  /** @type {Map<number, string[]>} */
  const byLength = new Map();
  for (const form of sorted) {
    if (!byLength.has(form.length)) byLength.set(form.length, []);
    byLength.get(form.length)?.push(form);
  }

  /** Is this the beginning of a word that we know? Then somebody is still typing. */
  function begins(/** @type {string} */ word) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < word) low = middle + 1;
      else high = middle;
    }
    return Boolean(sorted[low]?.startsWith(word));
  }

  const misspelt = (/** @type {string} */ word) => !known.has(stem(word)) && !begins(word);

  /** Known words within one or two typing errors, the nearest only. */
  function mended(/** @type {string} */ word) {
    let least = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    /** @type {string[]} */
    let near = [];
    for (let length = word.length - least; least && length <= word.length + 2; length += 1) {
      for (const form of byLength.get(length) ?? []) {
        const far = distance(word, form, least);
        if (far < least) [least, near] = [far, []];
        if (far === least) near.push(form);
      }
    }
    return [...new Set(near.map(stem))].slice(0, 3);
  }

  /** One typed word -> stems with their weight: itself, the parts of a compound, the word that was meant, words that mean the same. */
  function terms(/** @type {string} */ word) {
    /** @type {Map<string, number>} */
    const weights = new Map();
    const own = stem(word);
    const add = (/** @type {string} */ one, /** @type {number} */ weight) => {
      weights.set(one, Math.max(weights.get(one) ?? 0, weak.has(one) ? weight * 0.25 : weight));
    };
    const near = misspelt(word) ? mended(word) : [];
    const parts = near.length ? [] : split(word);
    const rest = misspelt(word) && !near.length && !parts.length ? half(word) : [];
    add(own, 1);
    for (const one of near) add(one, 0.9);
    for (const one of [...parts, ...rest]) add(one, known.has(own) ? 0.3 : 0.7);
    for (const one of [...weights.keys()]) for (const other of spaced(synoniemen[one] ?? "")) add(other, 0.45 * (weights.get(one) ?? 1));
    return weights;
  }

  const OPTIONS = {
    fields,
    boost: { titel: 6, zoekwoorden: 5, rest: 2 },
    weights: { fuzzy: 0, prefix: 0.5 },
    tokenize: spaced,
    processTerm: asIs,
  };

  /** Scores of all documents for one typed word. */
  function scores(/** @type {string} */ word) {
    const weights = terms(word);
    const own = stem(word);
    return index.search([...weights.keys()].join(" "), {
      ...OPTIONS,
      boostTerm: (/** @type {string} */ term) => weights.get(term) ?? 0,
      prefix: (/** @type {string} */ term) => term === own && term.length > 2,
    });
  }

  /** Titles and search phrases as sets of stems: somebody who types nearly the whole phrase means that page. */
  /** @type {Set<string>[][]} */
  const phrases = [];
  const phrasesOf = (/** @type {number} */ id) => (phrases[id] ??= [lijst[id][2], ...lijst[id][5].split(", ")]
    .map((text) => new Set(words(text).flatMap(atoms))).filter(({ size }) => size));

  /** How much of the best phrase of a page was typed, and the other way round: 0 nothing, 1 exactly this. */
  function likeness(/** @type {number} */ id, /** @type {Set<string>} */ typed) {
    let best = 0;
    for (const phrase of phrasesOf(id)) {
      let shared = 0;
      for (const one of phrase) if (typed.has(one)) shared += 1;
      best = Math.max(best, 2 * shared / (phrase.size + typed.size));
    }
    return best;
  }

  /** The typed words, and two words that are one: 'start nota' is also 'startnota'. */
  function typedWords(/** @type {string} */ text) {
    const typed = words(text);
    const joined = typed.slice(1).map((word, place) => typed[place] + word).filter((word) => forms.has(word));
    return [...new Set([...typed, ...joined])];
  }

  /** The best finds for a text, best first. Each word adds at most what it is worth: a rare word more than a common one. */
  function zoek(/** @type {string} */ text, most = 12) {
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
      const worth = Math.log(1 + lijst.length / (1 + found.length)) * (weak.has(stem(word)) ? 0.25 : 1);
      total += worth;
      for (const { id, score } of found) sums.set(id, (sums.get(id) ?? 0) + worth * score / found[0].score);
    }
    const found = [...sums].map(([id, sum]) => ({ id, score: sum / total * soorten[lijst[id][0]][1] }));
    const best = (/** @type {{id: number, score: number}} */ a, /** @type {{id: number, score: number}} */ b) => b.score - a.score || a.id - b.id;
    found.sort(best);
    const top = found.slice(0, CLOSE); // only these are looked at word by word
    for (const one of top) one.score += likeness(one.id, meant) ** 2 * soorten[lijst[one.id][0]][1];
    found.splice(0, top.length, ...top.sort(best));
    return { aantal: found.length, vondsten: found.slice(0, most).map(({ id }) => vondst(lijst[id])) };
  }

  /** @returns {Vondst} */
  const vondst = (/** @type {string[]} */ row) => ({ soort: soorten[row[0]][0], adres: row[1], titel: row[2], kort: row[3], feiten: row[4] });

  /** Words that look like what was typed, for when nothing is found. */
  function nabij(/** @type {string} */ text) {
    const typed = words(text).filter((word) => word.length > 2);
    const scored = [...forms].filter((form) => form.length > 3)
      .map((word) => ({ word, far: Math.min(...typed.map((one) => distance(one, word) / word.length)) }));
    return scored.filter(({ far }) => far < 0.5).sort((a, b) => a.far - b.far).slice(0, 3).map(({ word }) => word);
  }

  const rows = [0, 1, 2].map(() => new Uint16Array(64));

  /** How many typing errors apart: a letter too many, too few, another, or two swapped. Above `most` it stops counting. */
  function distance(/** @type {string} */ a, /** @type {string} */ b, most = 64) {
    if (a.length > 60 || b.length > 60) return 64;
    let [before, row, next] = rows;
    for (let j = 0; j <= b.length; j += 1) row[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      let least = (next[0] = i);
      for (let j = 1; j <= b.length; j += 1) {
        let far = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) far = Math.min(far, before[j - 2] + 1);
        next[j] = far;
        if (far < least) least = far;
      }
      if (least > most) return 64;
      [before, row, next] = [row, next, before];
    }
    return row[b.length];
  }

  /** Finds in the full text of all pages, for words that the catalogue does not hold. */
  function zoekVolledig(/** @type {string} */ text, /** @type {Record<string, string>} */ volledig, most = 12) {
    const typed = words(text).map(stem);
    const pages = new Map(lijst.map((/** @type {string[]} */ row) => [row[1], row]));
    const hits = Object.entries(volledig).filter(([adres, stems]) => {
      const there = new Set(spaced(stems));
      return pages.has(adres) && typed.every((one) => there.has(one));
    });
    return { aantal: hits.length, vondsten: hits.slice(0, most).map(([adres]) => vondst(pages.get(adres))) };
  }

  Object.assign(window, { gkZoekmachine: { zoek, zoekVolledig, nabij, stem, split, words } });
}
