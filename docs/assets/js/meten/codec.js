// @ts-check
// One result = one short text, for a link, a QR code, a file or paper. Pure: no DOM, no storage.
//
//   <scan><version>.<yyyymmdd>.<answers>.<name>.<checksum>
//   reflectiescan1.20261121.ttskkSSTbbJJI.Bouw%20B%2EV%2E.4zn
//
// The name is that of a person, with their party behind a colon when they gave one: Ann:Waterschap.
// A colon within a name is percent-encoded, so an older code means what it meant.
//
// Answers stand in the order of their places. In a link one base64url character holds two of them:
// 0 open, 1-5 a score, 6 'weet ik niet'. On paper each is a digit, in groups; decode() reads both.
// Results of one round are joined by ~, rounds by ~~. The checksum finds typing faults only: anyone
// can make a valid code, so a name is never trusted.
{
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  // 'weet ik niet'.
  const HIGHEST = 6;
  const MAX_NAME = 40;
  const WHOLE = /^([a-z]+(?:-[a-z]+)*)(\d{1,3})\.(\d{8})\.([\w-]+)\.([^.~]*)\.([0-9a-z]{3})$/;
  // Invisible marks that mail and chat add.
  const NOISE = /[\s\u200b-\u200f\u2060]+/g;
  // Direction marks and control characters that could make a name look like another.
  const DISGUISE = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu;

  /**
   * @param {string} sentence the name of a sentence in macros/pages/templates/uitslag.html
   * @returns {never}
   */
  const refuse = (sentence) => {
    throw Error(sentence);
  };

  const checksum = (/** @type {string} */ text) =>
    [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 46649, 7)
      .toString(36).padStart(3, "0");

  const pack = (/** @type {number[]} */ answers) => answers
    .map((answer, i) => (i % 2 ? "" : ALPHABET[answer * 8 + (answers[i + 1] ?? 0)]))
    .join("");

  const unpack = (/** @type {string} */ text, /** @type {number} */ count) => {
    if (text.length === count && /^\d+$/.test(text)) return [...text].map(Number);
    if (text.length !== Math.ceil(count / 2)) refuse("aantal");
    const pairs = [...text].map((character) => ALPHABET.indexOf(character));
    return pairs.flatMap((pair) => [pair >> 3, pair & 7]);
  };

  /**
   * At most 40 characters. What readers see as one, such as a flag or a letter with marks, is
   * never cut in two; an old browser cuts between code points.
   * @param {string} text
   */
  const shorten = (text) => {
    const short = [...text].slice(0, MAX_NAME).join("");
    if (short === text || !Intl.Segmenter) return short;
    const ends = [...new Intl.Segmenter("nl").segment(text)].map(({ index }) => index);
    return text.slice(0, ends.filter((end) => end <= short.length).at(-1)) || short;
  };

  // A name as it may be shown: no disguise, and short.
  /** @type {Shared["codec"]["nameOf"]} */
  const nameOf = (text) => shorten(text.replace(DISGUISE, "").trim()).trimEnd();

  // encodeURIComponent leaves some signs alone: . and ~ separate here (Bouw B.V.), and mail or chat
  // ends a link at the others, or makes bold text of it. Codes of before November 2026 hold those.
  const [MARKS, OLD_MARKS] = [/[.~!'()*]/g, /[.~]/g];
  const escapeName = (/** @type {string} */ name, marks = MARKS) =>
    encodeURIComponent(nameOf(name)).replace(marks, (sign) =>
      `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

  // A name without a party is as it always was.
  /** @type {Shared["codec"]["naming"]} */
  const naming = ({ naam, partij = "" }, marks = MARKS) =>
    escapeName(naam, marks) + (partij && `:${escapeName(partij, marks)}`);

  const unescapeName = (/** @type {string} */ text) => {
    try {
      return nameOf(decodeURIComponent(text));
    } catch {
      return refuse("naam");
    }
  };

  // With `groups`, the sizes of the rows on paper, as digits; without them the short form.
  /** @type {Shared["codec"]["encode"]} */
  const encode = ({ scan, versie, datum, antwoorden: all, aantal, naam, partij }, groups) => {
    const answers = all.slice(0, aantal);
    const [head, packed] = [`${scan}${versie}.${datum}.`, pack(answers)];
    const tail = `.${naming({ naam, partij })}`;
    let at = 0;
    // What is in no group, such as statements that are no longer asked, stands behind them.
    const sizes = groups && [...groups, answers.length];
    const rows = sizes?.map((size) => answers.slice(at, (at += size)).join(""))
      .filter(Boolean).map((row) => `${row} `).join("");
    return `${head}${rows ? ` ${rows}` : packed}${tail}.${checksum(head + packed + tail)}`;
  };

  // Throws the name of a sentence when the code is not sound.
  /** @type {Shared["codec"]["decode"]} */
  const decode = (text, { id, aantallen }) => {
    const found = WHOLE.exec(text.replace(NOISE, "")) ?? refuse("compleet");
    const [, scan, versie, datum, packed, name, sum] = found;
    if (scan !== id) refuse("andere");
    const aantal = aantallen[+versie - 1] ?? refuse("versie");
    const all = unpack(packed, aantal);
    const given = all.slice(0, aantal);
    // Whatever form came in.
    const short = `${id}${versie}.${datum}.${pack(given)}.${name}`;
    const wrong = all.some((answer) => answer < 0 || answer > HIGHEST);
    if (wrong || all.slice(aantal).some(Boolean)) refuse("antwoord");
    if (checksum(short) !== sum) refuse("som");
    if (!Gk.days.exists(Gk.days.iso(datum))) refuse("datum"); // 1970: their clock was wrong
    // Places are only ever added: an older result is open there.
    const added = Array((aantallen.at(-1) ?? aantal) - aantal).fill(0);
    const [naam, ...partij] = name.split(":");
    return {
      scan: id, versie: +versie, datum, aantal, code: `${short}.${sum}`,
      naam: unescapeName(naam), partij: unescapeName(partij.join(":")),
      antwoorden: [...given, ...added],
    };
  };

  // A code without its checksum, with it.
  /** @type {Shared["codec"]["seal"]} */
  const seal = (short) => `${short}.${checksum(short)}`;

  // How a name may stand in a code: as now, and as before.
  /** @type {Shared["codec"]["escapes"]} */
  const escapes = (name) => [escapeName(name), escapeName(name, OLD_MARKS)];

  Gk.codec = { encode, decode, nameOf, naming, escapes, pack, seal };
}
