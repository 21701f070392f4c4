// @ts-check
// Finds the codes of a meting in whatever was handed over: links, bare codes, codes typed from
// paper, with words around them. The checksum decides which reading is right; a code that it
// refuses is named and keeps no other out. Pure: no DOM, no storage.
{
  /** @typedef {Pick<Scan, "id" | "aantallen">} Format */
  /**
   * The beginning of a code in a reading: its place in the given text, where it begins and its
   * answers begin in the squeezed text, how many ~ stand before it, whether somebody typed it.
   * @typedef {{place: number, start: number, from: number, versie: number, datum: string,
   *   ties: number, typed: boolean}} Head
   * @typedef {{lead: string, answers: [string, string][], whole: string}} Parts what a reading makes
   *   of it: all up to the answers, the answers with all that follows, and the whole as it stands
   * @typedef {{ties: number, code: string, reden: string, naam: string}} Item
   */

  // 12 persons, 3 rounds.
  const MOST = 36;
  const LONGEST = 600; // characters that a name may take in a link
  const ANY = /[a-z]+(?:-[a-z]+)*\d{1,3}\.\d{8}\.[\w-]+\.[^.~]*\.[0-9a-z]{3}/g;
  // What a digit becomes in an eye or a hand.
  /** @type {Record<string, string>} */
  const DIGITS = { o: "0", i: "1", l: "1", "|": "1", z: "2", s: "5" };
  const DIGIT = "[\\doil|zs]";
  // What is typed for a point.
  const STOP = "[.,;:_-]";
  const TWINS = ["0Oo", "1lI"];

  const digits = (/** @type {string} */ text) =>
    text.replace(/\D/g, (sign) => DIGITS[sign] ?? "");
  const alike = (/** @type {string} */ text) => text.replace(/[oil|]/g, (sign) => DIGITS[sign]);

  /** How a code of this meting begins, as it may be typed. @param {Format} scan */
  const beginning = ({ id }) => {
    const name = id.replace(/[il]/g, "[il1|]").replace(/o/g, "[o0]");
    return RegExp(`${name}(${DIGIT}{1,3})${STOP}?([2z][0o]${DIGIT}{6})`, "g");
  };

  /**
   * The codes of this meting that begin in a squeezed and folded reading.
   * @param {Reading} tight @param {Format} scan @returns {Head[]}
   */
  const heads = ({ text, at }, scan) =>
    [...text.matchAll(beginning(scan))].map(({ 0: all, 1: versie, 2: datum, index = 0 }) => {
      const before = text.slice(Math.max(0, index - 12), index);
      return {
        place: at[index],
        start: index,
        from: index + all.length,
        versie: Number(digits(versie)),
        datum: digits(datum),
        ties: /~*$/.exec(before)?.[0].length ?? 0,
        typed: !/(scan=|~)$/.test(before),
      };
    });

  /**
   * The answers at a place in a squeezed text, packed, and where they end.
   * @param {string} tight @param {number} from @param {number} aantal
   * @returns {[string, number][]}
   */
  const answersAt = (tight, from, aantal) => {
    const sticky = (/** @type {string} */ pattern, /** @type {string} */ text) => {
      const found = RegExp(pattern, "y");
      found.lastIndex = from;
      return found.exec(text)?.[0] ?? "";
    };
    const paper = sticky(`(?:${STOP}*${DIGIT}){${aantal}}`, Gk.links.fold(tight));
    const short = sticky(`[^A-Za-z0-9]?[A-Za-z0-9]{${Math.ceil(aantal / 2)}}`, tight);
    /** @type {[string, number][]} */
    const all = [
      [short.replace(/^[^A-Za-z0-9]/, ""), from + short.length],
      [Gk.codec.pack([...digits(paper)].map(Number)), from + paper.length],
    ];
    return all.filter(([, end]) => end > from);
  };

  // ---------- what may be meant ----------

  /** A name as a code may hold it. @param {string} name */
  const spellings = (name) => {
    const given = name.replace(/%[\da-f]{2}/gi, (sign) => sign.toUpperCase());
    const plain = [name, name.replaceAll("+", " "), name.replace(/[‘’]/g, "'")]
      .filter((one) => Gk.codec.nameOf(one) === one.trim());
    return [...(/^[\w%!'()*-]*$/.test(given) ? [given] : []), ...plain.flatMap(Gk.codec.escapes)];
  };

  /** A name that somebody typed, with capitals where they may belong. @param {string} name */
  const typedNames = (name) => {
    const plain = Gk.links.decoded(name.replace(/%2[oO]/g, "%20"));
    const low = plain.toLowerCase();
    const first = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
    return [
      name, plain, first(plain), low, first(low), plain.toUpperCase(),
      low.replace(/\p{L}+/gu, first), plain.charAt(0).toLowerCase() + plain.slice(1),
    ].flatMap(spellings);
  };

  /** With one sign that looks like another. @param {string} packed */
  const twins = (packed) => [...packed].flatMap((sign, k) =>
    TWINS.filter((all) => all.includes(sign)).flatMap((all) => [...all.replace(sign, "")]
      .map((other) => packed.slice(0, k) + other + packed.slice(k + 1))));

  /**
   * Name and checksum behind the answers, in all ways to read them.
   * @param {string} text @param {RegExp} stop what stands between them, with the checksum behind it
   * @returns {[string, string][]}
   */
  const tails = (text, stop) => Gk.links.unbroken(text).flatMap((way) =>
    [...Gk.links.fold(way).matchAll(stop)].map(({ 1: sum, index = 0 }) =>
      /** @type {[string, string]} */ ([way.slice(0, index), sum])));

  /**
   * The sound code of this name and checksum, if there is one.
   * @param {string} short @param {(sum: string) => boolean} agrees @param {Format} scan
   */
  const sound = (short, agrees, scan) => {
    const code = Gk.codec.seal(short);
    if (!agrees(code.slice(-3))) return "";
    try {
      return Gk.codec.decode(code, scan).code;
    } catch {
      return "";
    }
  };

  /** As it stands: the first that is sound. @param {Parts} parts @param {Format} scan */
  const literal = ({ lead, answers }, scan) => {
    for (const [packed, text] of answers) {
      for (const [before, sum] of tails(text, /\.(?=([0-9a-z]{3}))/g)) {
        if (!Gk.links.fold(before).startsWith(".")) continue;
        for (const name of new Set(spellings(before.slice(1)))) {
          const code = sound(`${lead}${packed}.${name}`, (right) => right === sum, scan);
          if (code) return code;
        }
      }
    }
    return "";
  };

  /**
   * As somebody typed it: what the checksum agrees with, when that is one thing alone.
   * @param {Parts} parts @param {Format} scan
   */
  const typed = ({ lead, answers }, scan) => {
    /** @type {Set<string>} */
    const found = new Set();
    const stop = RegExp(`(?:${STOP}|\\s)(?=([0-9a-z|]{3})(?![0-9a-z|]))`, "g");
    const edges = RegExp(`^(?:${STOP}|\\s)+|(?:${STOP}|\\s)+$`, "g");
    for (const [packed, text] of answers) {
      for (const [before, sum] of tails(Gk.links.plain(text), stop)) {
        const name = before.replace(edges, "");
        const shorts = [
          ...[name, `${name}.`].flatMap(typedNames).map((one) => `${lead}${packed}.${one}`),
          ...twins(packed).flatMap((one) => spellings(name).map((as) => `${lead}${one}.${as}`)),
        ];
        const agrees = (/** @type {string} */ right) => alike(right) === alike(sum);
        for (const short of new Set(shorts)) found.add(sound(short, agrees, scan));
      }
    }
    found.delete("");
    return found.size === 1 ? [...found][0] : "";
  };

  // ---------- one by one ----------

  /**
   * What a reading gives of each code: where it is, and what it may say.
   * @param {Reading} reading @param {Format} scan @returns {[Head, Parts][]}
   */
  const partsIn = (reading, scan) => {
    const { text, at } = Gk.links.squeeze(reading.text);
    const places = at.map((k) => reading.at[k]);
    const all = heads({ text: Gk.links.fold(text), at: places }, scan);
    return all.map((head, k) => {
      const until = all[k + 1]?.start ?? text.length;
      const last = at[until] ?? reading.text.length;
      const answers = answersAt(text, head.from, scan.aantallen[head.versie - 1] ?? 0);
      const lead = `${scan.id}${head.versie}.${head.datum}.`;
      return [head, {
        lead,
        answers: answers.map(([packed, end]) =>
          [packed, end < until ? reading.text.slice(at[end], Math.min(last, at[end] + LONGEST)) : ""]),
        whole: lead + text.slice(head.from, until).replace(/^[^A-Za-z0-9]/, ""),
      }];
    });
  };

  /** What is wrong with a code. @param {Parts[]} tries @param {Format} scan */
  const fault = (tries, scan) => {
    let reden = "compleet";
    for (const { whole } of tries) {
      const code = whole.match(ANY)?.[0];
      try {
        if (code && reden === "compleet") Gk.codec.decode(code, scan);
      } catch (error) {
        reden = /** @type {Error} */ (error).message;
      }
    }
    const name = tries.at(-1)?.whole.split(".")[3] ?? "";
    return { reden, naam: Gk.codec.nameOf(Gk.links.decoded(name)) };
  };

  /** @param {Head} head @param {Parts[]} tries @param {Format} scan @returns {Item} */
  const itemOf = ({ ties, typed: byHand }, tries, scan) => {
    const code = tries.map((parts) => literal(parts, scan)).find(Boolean) ||
      (byHand ? tries.map((parts) => typed(parts, scan)).find(Boolean) : "");
    return code ? { ties, code, reden: "", naam: "" } : { ties, code: "", ...fault(tries, scan) };
  };

  /**
   * All codes, in the order in which they stand.
   * @param {Reading[]} readings @param {Format} scan @returns {Item[]}
   */
  const items = (readings, scan) => {
    /** @type {Map<number, {head: Head, tries: Parts[]}>} by place */
    const found = new Map();
    for (const [head, parts] of readings.flatMap((reading) => partsIn(reading, scan))) {
      const { head: first = head, tries = [] } = found.get(head.place) ?? {};
      first.ties = Math.max(first.ties, head.ties);
      found.set(head.place, { head: first, tries: [...tries, parts] });
    }
    return [...found.values()]
      .sort((a, b) => a.head.place - b.head.place)
      .map(({ head, tries }) => itemOf(head, tries, scan));
  };

  /** Codes of another meting. @param {Reading[]} readings @param {Format} scan @returns {Item[]} */
  const others = (readings, scan) => {
    const all = readings.flatMap(({ text }) =>
      Gk.links.fold(Gk.links.squeeze(text).text).replace(beginning(scan), " ").match(ANY) ?? []);
    const different = new Set(all.map((code) => code.split(".").slice(0, 3).join(".")));
    return [...different].map(() => ({ ties: 0, code: "", reden: "andere", naam: "" }));
  };

  /**
   * The sound codes per round, the round of now last. A link holds rounds, joined by ~~.
   * @param {Item[]} all @returns {string[][]}
   */
  const roundsOf = (all) => {
    /** @type {string[][][]} rounds of each link */
    const links = [];
    for (const { ties, code } of all) {
      if (!ties || !links.length) links.push([[]]);
      else if (ties > 1) links.at(-1)?.push([]);
      if (code) links.at(-1)?.at(-1)?.push(code);
    }
    const now = links.flatMap((rounds) => rounds.pop() ?? []);
    return [...links.flat().filter(({ length }) => length), [...new Set(now)]];
  };

  /** @type {Shared["codes"]["find"]} */
  const find = (text, scan, most = MOST) => {
    const readings = Gk.links.readings(text);
    const all = [...items(readings, scan), ...others(readings, scan)];
    if (all.length > most) throw Error("lang");
    if (!all.length) throw Error(/https?:/.test(text) ? "omweg" : "compleet");
    const fouten = all.map(({ reden, naam }, k) => ({ nr: k + 1, reden, naam }))
      .filter(({ reden }) => reden);
    return { rondes: roundsOf(all), fouten };
  };

  Gk.codes = { find };
}
