// @ts-check
// The search itself, over the catalogue of macros/search/catalogue.py. At the start it makes an
// index of stems: of titles, search words and summaries. Pure: no page; folding.js, passend.js and
// the catalogue come first, and feiten.js for the facts in a sentence.
{
  const { regels, vormen, stopwoorden, soorten, kort, synoniemen, kenmerken, lijst: columns } =
    /** @type {Catalogue} */ (Gk.search.catalogue);
  const spaced = (/** @type {string} */ text) => text.split(" ").filter(Boolean);

  // ---------- what the catalogue says in short ----------

  const often = spaced(kort);
  const place = (/** @type {string} */ short) => // Aa is 0, Ab 1, A9 35, Ba 36
    36 * (short.charCodeAt(0) - 65) + (parseInt(short[1], 36) + 26) % 36;
  const inFull = (/** @type {string} */ text) =>
    text.replace(/[A-Z]./g, (short) => ` ${often[place(short)]}`);

  /** @returns {CatalogueRow} */
  const entry = (/** @type {string[]} */ [soort, naam, titel, kort, feiten, woorden, ...rest]) => {
    const [, , before, after] = soorten[soort];
    const adres = before + (naam || Gk.folding.words(titel).join("-")) + after;
    return [soort, adres, titel, kort, feiten, inFull(woorden), rest[0], inFull(rest[1])];
  };
  const [kinds, ...others] = columns.map((column) => column.split("\n"));
  const lijst = kinds.map((soort, id) => entry([soort, ...others.map((column) => column[id])]));

  /**
   * The same function, that does its work once for each word.
   * @template T @param {(word: string) => T} work
   */
  function once(work) {
    /** @type {Map<string, T>} */
    const kept = new Map();
    return (/** @type {string} */ word) => {
      let made = kept.get(word);
      if (made === undefined) kept.set(word, made = work(word));
      return made;
    };
  }

  // ---------- words ----------

  const stops = new Set(spaced(stopwoorden));
  const forms = new Map(Object.entries(vormen)); // a plain object also knows 'constructor'
  // Of each step also one expression that says whether any of its rules may fit.
  const steps = regels.map((step) => ({
    any: new RegExp(step.map(([, ending]) => ending).join("|")),
    rules: step.map(([least, ending, instead]) =>
      /** @type {const} */ ([least, new RegExp(ending), instead.replace(/\\(\d)/g, "$$$1")])),
  }));

  function useful(/** @type {string[]} */ found) {
    const some = found.filter((word) => !stops.has(word) && word.length > 1);
    return some.length ? some : found; // someone who types only small words means them
  }
  const words = (/** @type {string} */ text) => useful(Gk.folding.words(text));

  const stem = once((word) => {
    const known = word.length < 4 ? word : forms.get(word);
    if (known) return known;
    for (const { any, rules } of steps) {
      for (const [least, ending, instead] of any.test(word) ? rules : []) {
        const shorter = word.replace(ending, instead);
        if (shorter !== word && shorter.length >= least) {
          word = shorter;
          break;
        }
      }
    }
    return word;
  });

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

  // ---------- the index ----------

  // What a find is worth in title, search words, summary and other texts, and what each further one
  // adds.
  const [TITLE, PHRASE, SUMMARY, DEEP, AGAIN, MOST] = [1, 0.9, 0.8, 0.2, 0.1, 1.3];

  /** @type {Map<string, number[]>} stem -> entry, worth, entry, worth, ... in order of entry */
  const index = new Map();

  function put(/** @type {string} */ one, /** @type {number} */ id, /** @type {number} */ worth) {
    const places = index.get(one);
    const last = places ? places.length - 1 : 0;
    if (!places) index.set(one, [id, worth]);
    else if (places[last - 1] === id) places[last] = Math.min(MOST, places[last] + AGAIN * worth);
    else places.push(id, worth);
  }

  const titleWords = lijst.map(([, , titel]) => Gk.folding.words(titel));
  const summaries = lijst.map(([, , , kort]) => Gk.folding.words(kort));
  const titles = titleWords.map((found) => ` ${found.join(" ")}`); // each word behind a space
  lijst.forEach(([, , , , , woorden, , diep], id) => {
    for (const word of useful(titleWords[id])) put(stem(word), id, TITLE);
    for (const one of woorden.split(/[ ,]/)) if (one) put(one, id, PHRASE);
    for (const word of useful(summaries[id])) put(stem(word), id, SUMMARY);
    for (const one of spaced(diep)) put(one, id, DEEP);
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

  /** @type {Map<string, Set<string>>} */
  const meaning = new Map();
  for (const group of synoniemen.map(inFull).map(spaced)) {
    for (const one of group) meaning.set(one, new Set([...meaning.get(one) ?? [], ...group]));
  }

  // ---------- what was typed ----------

  const [BEGUN, MENDED, PART, OWN_PART, LONGER, SAME, ONLY_SAME] =
    [0.7, 0.85, 0.5, 0.35, 0.4, 0.55, 0.75];

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
      for (const whole of compounds.get(one) ?? []) add(whole, worth * PART);
      const same = one === own && !sure ? ONLY_SAME : SAME;
      for (const other of meaning.get(one) ?? []) add(other, worth * same);
    }
    return found;
  });

  const NUMBERS = ("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien " +
    "veertien vijftien zestien zeventien achttien negentien twintig").split(" ");

  /** A word as we know it: 'collegas' is collega's, of which we know 'collega', and 3 is 'drie'. */
  const known = once((word) => {
    const single = word.replace(/s$/, "");
    if (index.has(stem(word))) return word;
    return NUMBERS[Number(word)] ?? (index.has(stem(single)) ? single : word);
  });

  /** @typedef {{place: number, worth: number}[]} Meant the typed words that a stem may be */

  /** @returns {Map<string, Meant>} */
  function meantBy(/** @type {string[]} */ typed) {
    /** @type {Map<string, Meant>} */
    const meant = new Map();
    const add = (/** @type {string} */ one, /** @type {number} */ place, worth = 1) =>
      meant.set(one, [...meant.get(one) ?? [], { place, worth }]);
    typed.forEach((word, place) => {
      for (const [one, worth] of terms(word)) add(one, place, worth);
      const joined = stem((typed[place - 1] ?? "") + word); // 'start nota' is also startnota
      if (place && index.has(joined)) for (const half of [place - 1, place]) add(joined, half);
    });
    return meant;
  }

  // ---------- ranking ----------

  const [COVERED, LIKE, LIKE_TITLE, EXACT, BEGINS, HOLDS] = [1, 0.7, 0.4, 1.3, 0.8, 0.4];
  const CLOSE = 40; // only so many are looked at phrase by phrase

  /** @typedef {{id: number, score: number}} Scored */
  // The highest score first; the order of the catalogue decides between equals.
  const best = (/** @type {Scored} */ a, /** @type {Scored} */ b) =>
    b.score - a.score || a.id - b.id;

  /** How much of what was typed stands in each entry, 0 to about 1: a rare word counts for more. */
  function coverage(/** @type {Map<string, Meant>} */ meant, /** @type {number[]} */ weights) {
    const many = weights.length;
    const rows = new Float64Array(lijst.length * many);
    for (const [one, typed] of meant) {
      const places = index.get(one) ?? [];
      for (let at = 0; at < places.length; at += 2) {
        for (const { place, worth } of typed) {
          const cell = places[at] * many + place;
          rows[cell] = Math.max(rows[cell], worth * places[at + 1]);
        }
      }
    }
    const sums = new Float64Array(lijst.length);
    for (let cell = 0; cell < rows.length; cell += 1) {
      if (rows[cell]) sums[Math.floor(cell / many)] += weights[cell % many] * rows[cell];
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

  /** What it adds that the typed text is the title, its beginning, or words of it. */
  function titled(/** @type {string} */ title, /** @type {string} */ typed) {
    if (title === typed) return EXACT;
    if (typed.length < 4) return 0;
    if (title.startsWith(typed)) return BEGINS * (0.5 + 0.5 * typed.length / title.length);
    return typed.length > 4 && title.includes(typed) ? HOLDS : 0;
  }

  /** All entries that share a word with the text, the best first. @returns {Scored[]} */
  function ranked(/** @type {string} */ text) {
    const typed = Gk.folding.words(text).map(known);
    const asked = [...new Set(useful(typed))];
    const weights = asked.map((word) => {
      const [first] = [...terms(word)].sort((a, b) => b[1] - a[1]);
      return first ? weight(first[0]) : 0;
    });
    const total = weights.reduce((sum, one) => sum + one, 0);
    const meant = meantBy(asked);
    const kind = (/** @type {number} */ id) => soorten[lijst[id][0]][1];
    const title = ` ${typed.join(" ")}`;
    /** @type {Scored[]} */
    const found = [];
    coverage(meant, weights).forEach((sum, id) => {
      const score = COVERED * sum / (total || 1) + titled(titles[id], title);
      if (score) found.push({ id, score: kind(id) * score });
    });
    found.sort(best);
    const surest = new Map([...meant].map(([one, typed]) =>
      [one, Math.max(...typed.map(({ worth }) => worth))]));
    const top = found.slice(0, CLOSE);
    for (const one of top) {
      const like = phrasesOf(one.id).map((phrase) => likeness(phrase, total, surest));
      one.score += kind(one.id) * (LIKE * Math.max(...like) ** 1.5 + LIKE_TITLE * like[0]);
    }
    return [...top.sort(best), ...found.slice(CLOSE)];
  }

  /** @param {number} id */
  const vondst = (id) => {
    const [soort, adres, titel, kort, feiten] = lijst[id];
    return { soort: soorten[soort][0], adres, titel, kort, feiten };
  };
  const shown = (/** @type {Scored[]} */ found, /** @type {number} */ most) =>
    ({ aantal: found.length, vondsten: found.slice(0, most).map(({ id }) => vondst(id)) });

  /** The best finds for a text, best first. */
  const find = (/** @type {string} */ text, most = 12) => shown(ranked(text), most);

  // ---------- facts ----------

  const STRONG = 0.5; // of the best score: below this an entry only shares a small word
  const NEAR = 1.2; // a little more time than was asked for
  const TIME = 0.5; // of its score, what an entry loses that takes quite another time

  /** What filters compare of an entry; nothing for one without a time or a phase. */
  const card = (/** @type {number} */ id) => {
    const text = lijst[id][6];
    const values = text && text.split("|").map((value, place) => [kenmerken[place], value]);
    if (!values) return undefined;
    return Gk.passend.of(Object.fromEntries(values.filter(([, value]) => value)));
  };
  /** @type {(Passend | undefined)[] | undefined} */
  let made;
  /**
   * The page of instruments counts the preparation too; a result shows how long the meeting takes.
   * @returns {(Passend | undefined)[]}
   */
  const features = () => (made ??= lijst.map((_, id) => {
    const known = card(id);
    return known && { ...known, data: { ...known.data, minuten: known.data.duur } };
  }));

  /** Filters that only a little is asked of: more time, as with few people, and any leader. */
  const eased = (/** @type {Wensen} */ { minuten, plek }) => ({
    ...minuten && { minuten: [String(Number(minuten[0]) * NEAR)] }, ...plek && { plek },
  });

  const fits = (/** @type {Passend | undefined} */ known, /** @type {Wensen} */ wishes,
    hasWords = () => true) => !!known && Gk.passend.fits(known, wishes, hasWords);

  /** The facts in a text, as filters; a phase that stands beside them alone is one too. */
  function facts(/** @type {string} */ text) {
    /** @type {{filters: Wensen, rest: string, parts: Feit[]}} */
    const nothing = { filters: {}, rest: text, parts: [] };
    const read = Gk.feiten?.read(text) ?? nothing;
    const begin = ` ${Gk.folding.words(text).join(" ")} `;
    const isTitle = read.parts.length && spaced(begin).length > 2 &&
      titles.some((title) => `${title} `.startsWith(begin));
    if (isTitle) return nothing;
    const phase = read.rest.toLowerCase();
    if (!read.parts.length || read.filters.fase || !phases.has(phase)) return read;
    const part = { name: "fase", values: [phase], text: read.rest };
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
      fits(card(id), wishes, () => !named || named.has(adres))).length;
  }

  // ---------- when nothing is found ----------

  /** Words that look like what was typed. */
  function suggest(/** @type {string} */ text) {
    const typed = words(text).filter((word) => word.length > 2);
    const seen = [...titleWords, ...summaries].flat();
    const farness = (/** @type {string} */ word) =>
      Math.min(...typed.map((one) => distance(one, word) / word.length));
    return [...new Set(seen)].filter((word) => word.length > 3 && !stops.has(word))
      .map((word) => ({ word, far: farness(word) }))
      .filter(({ far }) => far < 0.5)
      .sort((a, b) => a.far - b.far)
      .slice(0, 3)
      .map(({ word }) => word);
  }

  /**
   * Finds in the full text of all pages, for words that the catalogue does not hold.
   * @param {string} text @param {Record<string, string>} fullText
   */
  function findInFullText(text, fullText, most = 12) {
    const typed = words(text).map(stem);
    const pages = new Map(lijst.map(([, adres], id) => [adres, id]));
    const hits = Object.entries(fullText).flatMap(([adres, found]) => {
      const there = new Set(spaced(found));
      const id = pages.get(adres);
      const all = typed.length && typed.every((one) => there.has(one));
      return all && id !== undefined ? [{ id, score: 0 }] : [];
    });
    return shown(hits, most);
  }

  const engine = { answer, find, findInFullText, fit, suggest, stem, words };
  Gk.search.engine = engine;
}
