// @ts-check
// The one reader of what people hand over. A link goes through mail, chat, filters and phones,
// which wrap, encode, break and decorate it; this undoes that. Pure: no DOM, no storage.
//
// A text has several readings: as it stands, and percent-decoded up to three times; both with and
// without the soft line ends of mail. Each sign of a reading knows its place in the given text, so
// that what stands at one place is one thing, whichever reading shows it best. Which one does, only
// the receiver knows: a checksum or the ids of a page decide.
{
  // What find() finds: the name of it, and the signs that it is written in; with /i capitals mean
  // nothing. A code of a meting has its own reader (codes.js).
  /** @type {Record<string, RegExp>} */
  const KINDS = {
    vinkjes: /^[a-z0-9.~-]+/i,
    actie: /^[a-z0-9.-]+/i,
    kist: /^[a-z0-9.~-]+/i,
    klaar: /^[a-z0-9-]+/i,
    blad: /^[a-z0-9-]+/i,
    keet: /^[a-z0-9-]+/i,
  };
  const MOST = 200_000; // characters of one paste
  const MOST_PIECES = 60;
  const DEPTH = 3;
  // Blanks, invisible signs, the marks of a quoted mail, and the backslashes of Markdown.
  const JUNK = /[\s\p{Default_Ignorable_Code_Point}>\\]+/gu;
  const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\\]+/gu;
  const BREAK = /\s*[\r\n][\s>]*/g;
  const TAG = /<\/?(?:wbr|br|span|b|i|em|strong|font|mark|o:p)\b[^<>]*>/gi;
  const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi;
  /** @type {Record<string, string>} */
  const NAMED = {
    amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", num: "#", equals: "=", period: ".",
    shy: "", zwnj: "",
  };
  const LIGATURES = /[\ufb00-\ufb06]/g; // such as fl in one sign, from a PDF
  const LOOKS_LIKE = { ".": "。․·•‧∙⋅", "-": "‐‑‒–—―−", "~": "˜∼〜" };
  const SIGNS = new Map(Object.entries(LOOKS_LIKE).flatMap(([sign, all]) =>
    [...all].map((one) => /** @type {const} */ ([one, sign]))));

  /** @param {string} text @returns {Reading} */
  const asIs = (text) => ({ text, at: [...Array(text.length).keys()] });

  /**
   * A reading in which each match became something else. Sign for sign it keeps its places; what
   * stands for more or fewer gets places between that of the match and the next.
   * @param {Reading} reading @param {RegExp} pattern
   * @param {(match: RegExpMatchArray) => string} put
   * @returns {Reading}
   */
  const rewrite = ({ text, at }, pattern, put) => {
    let [made, from] = ["", 0];
    /** @type {number[]} */
    const places = [];
    const keep = (/** @type {number} */ to) => {
      made += text.slice(from, to);
      while (from < to) places.push(at[from++]);
    };
    for (const match of text.matchAll(pattern)) {
      const piece = put(match);
      keep(match.index ?? 0);
      const same = piece.length === match[0].length;
      for (let k = 0; k < piece.length; k += 1) {
        places.push(same ? at[from + k] : at[from] + k / piece.length);
      }
      made += piece;
      from += match[0].length;
    }
    keep(text.length);
    return { text: made, at: places };
  };

  // Percent-encoding undone, where it is sound.
  /** @type {Shared["links"]["decoded"]} */
  const decoded = (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%([2-7][\da-f])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    }
  };

  /** The bytes of base64, also as addresses write it. @param {string} text */
  const bytesOf = (text) => {
    const standard = text.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
    return Uint8Array.from(atob(standard), (byte) => byte.charCodeAt(0));
  };

  /** The text in base64; nothing when it is not sound. @param {string} text */
  const fromBase64 = (text) => {
    try {
      return new TextDecoder().decode(bytesOf(text));
    } catch {
      return "";
    }
  };

  /** The number that a sign of base64 stands for, from A = 0. @param {string} sign */
  const valueOf = (sign) => bytesOf(`${sign}A`)[0] >> 2;

  // ---------- what the world does, undone ----------

  /**
   * The transport form of mail: =3D for =, and a lone = at the end of a line. A field for one line
   * makes a space of that end.
   * @param {string} text
   */
  const unquote = (text) => rewrite(
    asIs(text),
    /=3D/.test(text) ? /((?:=[\dA-F]{2})+)|=[ \t\r\n]*/g : /=[ \t\r\n]+/g,
    ([, run]) => (run ? decoded(run.replaceAll("=", "%")) : ""),
  );

  /** @param {Reading} reading */
  const unescapeHtml = (reading) =>
    rewrite(rewrite(reading, TAG, () => ""), ENTITY, ([all, decimal, hex, name]) => {
      if (name) return NAMED[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : parseInt(hex, 16);
      return code > 0x10ffff ? all : String.fromCodePoint(code);
    });

  // Filters that do more than percent-encode.

  /**
   * Proofpoint 3 puts * for a sign, **A for two, **B for three, and those signs at the end.
   * @param {Reading} reading
   */
  const withoutStars = (reading) => {
    /** @type {string[]} */
    let signs = [];
    // Begin, sign or end; looking for the end stops at another begin, or it would take very long.
    const part =
      /__(?=https?:(?:(?!__http).)*?__;([\w-]*)=*!)|\*(?:\*([\w-]))?|__;[\w-]*=*!/gs;
    return rewrite(reading, part, ([all, atEnd, many]) => {
      if (all.startsWith("*")) {
        return signs.splice(0, many ? valueOf(many) + 2 : 1).join("") || all;
      }
      signs = [...fromBase64(atEnd ?? "")];
      return all === "__" ? "" : " ";
    });
  };

  /** Proofpoint 2 writes -2E_ for %2E/. @param {Reading} reading */
  const withoutDashes = (reading) =>
    rewrite(reading, /(\/v2\/url\?u=)(https?-3A[^&\s"<>]+)/g, ([, lead, address]) =>
      lead + address.replaceAll("-", "%").replaceAll("_", "/"));

  /** Sophos and others write base64. @param {Reading} reading */
  const withoutBase64 = (reading) =>
    rewrite(reading, /([=/]a?1?)(aHR0c[\w+/-]{12,})/g, ([all, lead, packed]) => {
      const address = fromBase64(packed);
      return address ? `${lead}${address} ` : all;
    });

  /** @param {Reading} reading */
  const unwrap = (reading) => withoutBase64(withoutDashes(withoutStars(reading)));

  /** One layer less: a filter may have wrapped what another one made. @param {Reading} reading */
  const deeper = (reading) =>
    unwrap(unescapeHtml(rewrite(reading, /(?:%[\da-f]{2})+/gi, ([run]) => decoded(run))));

  /**
   * The readings of a text, the most literal first.
   * @type {Shared["links"]["readings"]}
   */
  const readings = (text) => {
    const given = text.slice(0, MOST);
    const all = [asIs(given), unquote(given)]
      .map((one) => rewrite(one, LIGATURES, ([sign]) => sign.normalize("NFKC")))
      .map((one) => unwrap(unescapeHtml(one)));
    for (let depth = 0; depth < DEPTH; depth += 1) all.push(...all.slice(-2).map(deeper));
    return all.filter(({ text: one }, k) => all.findIndex((other) => other.text === one) === k);
  };

  // ---------- reading one of them ----------

  // Without blanks and junk; its places are those in `text`.
  /** @type {Shared["links"]["squeeze"]} */
  const squeeze = (text) => rewrite(asIs(text), JUNK, () => "");

  // The sign of the keyboard for one that looks like it; as long as it was.
  /** @type {Shared["links"]["plain"]} */
  const plain = (text) => text.replace(/[^ -~]/g, (sign) => {
    const like = SIGNS.get(sign) ?? sign.normalize("NFKC");
    return like.length === 1 ? like : sign;
  });

  // The same without capitals, for finding things; as long as it was.
  /** @type {Shared["links"]["caseless"]} */
  const caseless = (text) => plain(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());

  // A text with its line breaks as they may be meant: nothing is a blank, a break is none, all are.
  /** @type {Shared["links"]["unbroken"]} */
  const unbroken = (text) => {
    const clean = text.replace(INVISIBLE, "");
    return [...new Set([
      text.replace(JUNK, ""), clean.replace(BREAK, ""), clean.replace(/\s+/g, " "), text,
    ])];
  };

  /** The beginnings of a text: behind each blank it may go on, or end. @param {string} text */
  const beginnings = (text) => {
    const pieces = text.split(JUNK, MOST_PIECES).filter(Boolean);
    return pieces.map((_, k) => pieces.slice(0, k + 1).join(""));
  };

  /** What a text may begin with, in signs of a kind. @param {string} text @param {RegExp} signs */
  const payloads = (text, signs) => beginnings(signs.ignoreCase ? caseless(text) : text)
    .map((one) => (signs.exec(one)?.[0] ?? "").replace(/[.,~-]+$/, ""));

  // What the links of a kind carry, in order. Of all ways to read one, that which the judge values
  // most; what it gives no value is left out.
  /** @type {Shared["links"]["find"]} */
  const find = (text, kind, judge) => {
    /** @type {Map<number, {value: string, worth: number}>} by place */
    const best = new Map();
    for (const reading of readings(text)) {
      const { text: tight, at } = squeeze(reading.text);
      for (const { 0: all, index = 0 } of caseless(tight).matchAll(RegExp(`${kind}=?`, "g"))) {
        const rest = reading.text.slice(at[index + all.length]);
        const place = reading.at[at[index]];
        for (const value of payloads(rest, KINDS[kind])) {
          const worth = value ? judge(value) : 0;
          // Of equals the longest.
          if (worth && worth >= (best.get(place)?.worth ?? 0)) best.set(place, { value, worth });
        }
      }
    }
    const inOrder = [...best].sort(([a], [b]) => a - b).map(([, { value }]) => value);
    return [...new Set(inOrder)];
  };

  // Whether an address carries this.
  /** @type {Shared["links"]["has"]} */
  const has = (address, kind) => readings(address).some(({ text }) =>
    RegExp(`[#?&/]${kind}(=|$|[a-z\\d-]+\\.)`).test(caseless(squeeze(text).text)));

  // The filters of an address: the pairs that the receiver knows, of the reading with most of them.
  /** @type {Shared["links"]["query"]} */
  const query = (search, known) => {
    const pairs = (/** @type {string} */ text) =>
      [...new URLSearchParams(text.replaceAll("?", "&"))].map(([name, value]) => {
        const key = caseless(name.replace(JUNK, ""));
        const bare = /^[\p{L}\p{N}-]*/u.exec(value.replace(INVISIBLE, "").trim())?.[0] ?? "";
        const meant = known(key, value) || known(key, bare) || known(key, caseless(bare));
        return /** @type {[string, string]} */ ([key, meant]);
      }).filter(([, meant]) => meant);
    return readings(search).flatMap(({ text }) => [text, ...beginnings(text)]).map(pairs)
      .reduce((best, one) => (one.length > best.length ? one : best));
  };

  Gk.links = { readings, squeeze, caseless, plain, unbroken, decoded, find, has, query };
}
