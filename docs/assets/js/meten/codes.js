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
   * What a reading makes of it: all up to the answers, the answers with all that follows, and the
   * whole as it stands.
   * @typedef {{lead: string, answers: [string, string][], whole: string}} Parts
   * @typedef {{ties: number, code: string, reden: string, naam: string}} Item
   */

  // 40 persons, 3 rounds.
  const MOST = 120;
  const LONGEST = 600; // characters that a name may take in a link
  const ANY = /[a-z]+(?:-[a-z]+)*\d{1,3}\.\d{8}\.[\w-]+\.[^.~]*\.[0-9a-z]{3}/g;
  // What a digit becomes in an eye or a hand.
  /** @type {Record<string, string>} */
  const DIGITS = { o: "0", i: "1", l: "1", "|": "1", z: "2", s: "5" };
  const DIGIT = "[\\doil|zs]";
  // Of 20, or of 19 on a device with a clock that was reset.
  const CENTURY = "(?:[2z][0o]|[1il|]9)";
  // What is typed for a point.
  const STOP = "[.,;:_-]";
  const TWINS = ["0Oo", "1lI"];

  const digits = (/** @type {string} */ text) =>
    text.replace(/\D/g, (sign) => DIGITS[sign] ?? "");
  const alike = (/** @type {string} */ text) => text.replace(/[oil|]/g, (sign) => DIGITS[sign]);

  /** How a code of this meting begins, as it may be typed. @param {Format} scan */
  const beginning = ({ id }) => {
    const name = id.replace(/[il]/g, "[il1|]").replace(/o/g, "[o0]");
    return RegExp(`${name}(${DIGIT}{1,3})${STOP}?(${CENTURY}${DIGIT}{6})`, "g");
  };

  /**
   * The codes of this meting that begin in a squeezed reading without capitals.
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
    const paper = sticky(`(?:${STOP}*${DIGIT}){${aantal}}`, Gk.links.caseless(tight));
    const short = sticky(`[^A-Za-z0-9]?[A-Za-z0-9]{${Math.ceil(aantal / 2)}}`, tight);
    /** @type {[string, number][]} */
    const all = [
      [short.replace(/^[^A-Za-z0-9]/, ""), from + short.length],
      [Gk.codec.pack([...digits(paper)].map(Number)), from + paper.length],
    ];
    return all.filter(([, end]) => end > from);
  };

  // ---------- what may be meant ----------

  const fits = (/** @type {string} */ name) => Gk.codec.nameOf(name) === name.trim();

  /**
   * A person and a party with a colon between them, however that was typed.
   * @param {string} name
   */
  const parted = (name) => [...name.matchAll(/[:;]/g)].flatMap(({ index = 0 }) => {
    const [naam, partij] = [name.slice(0, index), name.slice(index + 1)];
    return fits(naam) && fits(partij) ? [Gk.codec.naming({ naam, partij })] : [];
  });

  /** A name as a code may hold it. @param {string} name */
  const spellings = (name) => {
    const given = name.replace(/%[\da-f]{2}/gi, (sign) => sign.toUpperCase());
    const plain = [name, name.replaceAll("+", " "), name.replace(/[‘’]/g, "'")];
    return [
      ...(/^[\w%!'()*-]*(:[\w%!'()*-]*)?$/.test(given) ? [given] : []),
      ...plain.filter(fits).flatMap(Gk.codec.escapes),
      ...plain.flatMap(parted),
    ];
  };

  /** With one sign that looks like another. @param {string} text @returns {string[]} */
  const twins = (text) => Array.from({ length: text.length }, (_, k) => k).flatMap((k) =>
    TWINS.filter((all) => all.includes(text[k])).flatMap((all) => [...all.replace(text[k], "")]
      .map((other) => text.slice(0, k) + other + text.slice(k + 1))));

  /** A name with capitals where they may belong, also those of a party. @param {string} name */
  const capitals = (name) => {
    const low = name.toLowerCase();
    const first = (/** @type {string} */ text) =>
      text.replace(/(^|[:;] *)(.)/gu, (_, before, sign) => before + sign.toUpperCase());
    return [
      first(name), low, first(low), name.toUpperCase(), low.replace(/\p{L}+/gu, first),
      name.charAt(0).toLowerCase() + name.slice(1),
    ];
  };

  /**
   * Answers and name as they may be meant, and how many corrections that takes.
   * @param {string} packed @param {string} typed @returns {[string, number][]}
   */
  const meanings = (packed, typed) => {
    const name = Gk.links.decoded(typed.replace(/%2[oO]/g, "%20"));
    const as = (/** @type {string} */ answers, /** @type {string[]} */ names) =>
      names.flatMap(spellings).map((one) => `${answers}.${one}`);
    const meant = as(packed, [typed, name, `${name}.`]);
    const corrected = [
      ...as(packed, [...capitals(name), ...capitals(`${name}.`), ...twins(name)]),
      ...twins(packed).flatMap((one) => as(one, [typed, name])),
    ];
    return [
      ...[...new Set(meant)].map((one) => /** @type {[string, number]} */ ([one, 0])),
      ...[...new Set(corrected)].map((one) => /** @type {[string, number]} */ ([one, 1])),
    ];
  };

  /**
   * Name and checksum behind the answers, in all ways to read them.
   * @param {string} text @param {RegExp} stop what stands between them, with the checksum behind it
   * @returns {[string, string][]}
   */
  const tails = (text, stop) => Gk.links.unbroken(text).flatMap((way) =>
    [...Gk.links.caseless(way).matchAll(stop)].map(({ 1: sum, index = 0 }) =>
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
        const rest = before.trimStart();
        if (!Gk.links.plain(rest).startsWith(".")) continue;
        for (const name of new Set(spellings(rest.slice(1)))) {
          const code = sound(`${lead}${packed}.${name}`, (right) => right === sum, scan);
          if (code) return code;
        }
      }
    }
    return "";
  };

  /**
   * As somebody typed it: what the checksum agrees with, as it stands or with one correction. When
   * two are as near, neither: no guess is silent.
   * @param {Parts} parts @param {Format} scan
   */
  const typed = ({ lead, answers }, scan) => {
    /** @type {Map<string, number>} */
    const found = new Map();
    const stop = RegExp(`(?:${STOP}|\\s)(?=([0-9a-z|]{3})(?![0-9a-z|]))`, "g");
    const edges = RegExp(`^(?:${STOP}|\\s)+|(?:${STOP}|\\s)+$`, "g");
    for (const [packed, text] of answers) {
      for (const [before, sum] of tails(Gk.links.plain(text), stop)) {
        const name = before.replace(edges, "");
        // The colon may belong to it: a party without a person.
        const names = /^[^\p{L}\p{N}]*[:;]/u.test(before) ? [name, `:${name}`] : [name];
        const agrees = (/** @type {string} */ right) => alike(right) === alike(sum);
        for (const [meant, cost] of names.flatMap((one) => meanings(packed, one))) {
          const code = sound(lead + meant, agrees, scan);
          const all = cost + Number(!code.endsWith(sum));
          if (code && all < 2) found.set(code, Math.min(all, found.get(code) ?? all));
        }
      }
    }
    const [best, second] = [...found].sort(([, a], [, b]) => a - b);
    return best && best[1] !== second?.[1] ? best[0] : "";
  };

  // ---------- one by one ----------

  /**
   * What a reading gives of each code: where it is, and what it may say.
   * @param {Reading} reading @param {Format} scan @returns {[Head, Parts][]}
   */
  const partsIn = (reading, scan) => {
    const { text, at } = Gk.links.squeeze(reading.text);
    const places = at.map((k) => reading.at[k]);
    const all = heads({ text: Gk.links.caseless(text), at: places }, scan);
    return all.map((head, k) => {
      const until = all[k + 1]?.start ?? text.length;
      const last = at[until] ?? reading.text.length;
      const answers = answersAt(text, head.from, scan.aantallen[head.versie - 1] ?? 0);
      const lead = `${scan.id}${head.versie}.${head.datum}.`;
      return [head, {
        lead,
        answers: answers.map(([packed, end]) => {
          const behind = at[end - 1] + 1;
          return [packed, reading.text.slice(behind, Math.min(last, behind + LONGEST))];
        }),
        whole: lead + text.slice(head.from, until).replace(/^[^A-Za-z0-9]/, ""),
      }];
    });
  };

  /** The name that a reader may know a wrong code by. @param {string} text behind the answers */
  const nameIn = (text) => {
    const name = RegExp(`^\\s*${STOP}\\s*([^.~]*)`).exec(text)?.[1] ?? "";
    return Gk.codec.nameOf(Gk.links.decoded(name).replace(/\s+/g, " "));
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
    return { reden, naam: nameIn(tries.at(-1)?.answers.at(-1)?.[1] ?? "") };
  };

  /** @param {Head} head @param {Parts[]} tries @param {Format} scan @returns {Item} */
  const itemOf = ({ ties, typed: byHand }, tries, scan) => {
    const code = tries.map((parts) => literal(parts, scan)).find(Boolean) ||
      (byHand ? tries.map((parts) => typed(parts, scan)).find(Boolean) : "");
    return code ? { ties, code, reden: "", naam: "" } : { ties, code: "", ...fault(tries, scan) };
  };

  /**
   * The codes of this meting, in the order in which they stand.
   * @param {[Head, Parts][]} all in every reading @param {Format} scan @returns {Item[]}
   */
  const items = (all, scan) => {
    /** @type {Map<number, {head: Head, tries: Parts[]}>} by place */
    const found = new Map();
    for (const [head, parts] of all) {
      const { head: first = head, tries = [] } = found.get(head.place) ?? {};
      first.ties = Math.max(first.ties, head.ties);
      first.typed &&= head.typed;
      found.set(head.place, { head: first, tries: [...tries, parts] });
    }
    return [...found.values()]
      .sort((a, b) => a.head.place - b.head.place)
      .map(({ head, tries }) => itemOf(head, tries, scan));
  };

  /**
   * Codes of another meting; in a reading that is not meant, one of ours may seem such a code.
   * @param {Reading[]} readings @param {[Head, Parts][]} ours @param {Format} scan
   * @returns {Item[]}
   */
  const others = (readings, ours, scan) => {
    const { caseless, squeeze } = Gk.links;
    const key = (/** @type {string} */ code) => /\d+\.\d{8}\.[\w-]+/.exec(caseless(code))?.[0];
    const known = new Set(ours.map(([, { whole }]) => key(whole)));
    const found = readings.flatMap(({ text }) =>
      caseless(squeeze(text).text).replace(beginning(scan), " ").match(ANY) ?? []);
    return [...new Set(found.map(key))].filter((code) => !known.has(code))
      .map(() => ({ ties: 0, code: "", reden: "andere", naam: "" }));
  };

  /**
   * Codes that end before their answers begin: a link that was cut off there would lose a result
   * in silence. What ends in dots was made shorter for the eye.
   * @param {Reading[]} readings @param {[Head, Parts][]} ours @param {Format} scan
   * @returns {Item[]}
   */
  const cutOff = (readings, ours, scan) => {
    const whole = new Set(ours.map(([{ place }]) => place));
    const isCut = (/** @type {string} */ text) => {
      const begun = text.replace(/[.-]$/, "").replace(/\d/g, "0");
      return begun !== "" && `${scan.id}0.00000000`.startsWith(begun);
    };
    const places = readings.flatMap(({ text, at }) =>
      [...Gk.links.caseless(text).matchAll(/(scan=|~)([\p{L}\p{N}.…-]+)/gu)]
        .filter(([, , begun]) => isCut(begun))
        .map(({ 1: before, index = 0 }) => at[index + before.length]));
    return [...new Set(places)].filter((place) => !whole.has(place))
      .map(() => ({ ties: 0, code: "", reden: "compleet", naam: "" }));
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

  /** @type {NonNullable<Shared["codes"]>["find"]} */
  const find = (text, scan) => {
    const readings = Gk.links.readings(text);
    const ours = readings.flatMap((reading) => partsIn(reading, scan));
    const strange = others(readings, ours, scan);
    // A sign in the word of a code makes both of it: a cut, and the code of another meting.
    const rest = strange.length ? strange : cutOff(readings, ours, scan);
    const all = [...items(ours, scan), ...rest];
    if (all.length > MOST) throw Error("lang");
    if (!all.length) throw Error(/https?:/.test(text) ? "omweg" : "compleet");
    const fouten = all.map(({ reden, naam }, k) => ({ nr: k + 1, reden, naam }))
      .filter(({ reden }) => reden);
    return { rondes: roundsOf(all), fouten };
  };

  Gk.codes = { find };
}
