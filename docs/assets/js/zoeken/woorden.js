// @ts-check
// Dutch words for the search: without small words, cut to their stems, and how many typing errors
// apart. The rules come with the catalogue; Python cuts alike (macros/search/dutch.py). Pure:
// folding.js and the catalogue come first.
{
  const { regels, vormen, stopwoorden } = /** @type {Catalogue} */ (Gk.search.catalogue);
  const spaced = (/** @type {string} */ text) => text.split(" ").filter(Boolean);

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

  Gk.search.words = { spaced, once, stops, useful, words, stem, distance };
}
