// @ts-check
// One result = one short text, for a link, a QR code, a file or paper. Pure: no DOM, no storage.
//
//   <scan><version>.<yyyymmdd>.<answers>.<name>.<checksum>      reflectiescan1.20261121.ttskkSSTbbJJI.Bouw%20B%2EV%2E.4zn
//
// Answers stand in the order of their places. In a link one base64url character holds two of them: 0 open, 1-5 a score,
// 6 'weet ik niet'. On paper each is a digit, in groups; decode() reads both. Results of one round are joined by ~, rounds
// by ~~. The checksum finds typing faults only: anyone can make a valid code, so a name is never trusted.
{
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const WEET_NIET = 6;
  const MAX_NAAM = 40;
  const MAX_CODES = 36; // 12 persons, 3 rounds
  const CODE = /([a-z]+(?:-[a-z]+)*)(\d{1,3})\.(\d{8})\.([\w-]+)\.([^.~]*)\.([0-9a-z]{3})/.source;
  const FORM = RegExp(`^${CODE}$`);
  // Results of one link; behind them stands whatever was pasted along, up to the next link.
  const VOORAAN = RegExp(`^${CODE}(~+${CODE})*`);
  // Where one bare code ends and the next begins.
  const NAAD = /(\.[0-9a-z]{3})(?=[a-z-]+\d{1,3}\.\d{8}\.[\w-]+\.)/g;
  // Invisible marks that mail and chat add; direction marks and control signs that could make a name look like another.
  const RUIS = /[\s\u200b-\u200f\u2060]+/g;
  const VERMOMMING = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu;

  /** @typedef {{scan: string, versie: number, datum: string, antwoorden: number[], aantal?: number, naam: string}} Uitslag aantal: how many its version has */
  /** @typedef {{id: string, aantallen: number[]}} Meting aantallen: the number of places in version 1, 2, ... */

  /** @param {string} zin the name of a sentence in macros/pages/templates/uitslag.html @returns {never} */
  const refuse = (zin) => {
    throw Error(zin);
  };

  const checksum = (/** @type {string} */ text) =>
    [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 46649, 7).toString(36).padStart(3, "0");

  const pack = (/** @type {number[]} */ answers) =>
    answers.map((answer, i) => (i % 2 ? "" : ALPHABET[answer * 8 + (answers[i + 1] ?? 0)])).join("");

  const unpack = (/** @type {string} */ text, /** @type {number} */ count) => {
    if (text.length === count && /^\d+$/.test(text)) return [...text].map(Number);
    if (text.length !== Math.ceil(count / 2)) refuse("aantal");
    const pairs = [...text].map((sign) => ALPHABET.indexOf(sign));
    return pairs.flatMap((pair) => [pair >> 3, pair & 7]);
  };

  /** A name as it may be shown: no disguise, at most 40 signs. @param {string} text */
  const naamVan = (text) => [...text.replace(VERMOMMING, "").trim()].slice(0, MAX_NAAM).join("").trimEnd();

  // . and ~ separate here, and encodeURIComponent leaves them alone (Bouw B.V.).
  const escapeName = (/** @type {string} */ naam) =>
    encodeURIComponent(naamVan(naam)).replaceAll(".", "%2E").replaceAll("~", "%7E");

  const unescapeName = (/** @type {string} */ text) =>
    Gk.probeer(() => naamVan(decodeURIComponent(text))) ?? refuse("naam");

  /** @param {Uitslag} uitslag @param {number[]} [groups] sizes of the rows on paper; without them the short form */
  const encode = ({ scan, versie, datum, antwoorden: all, aantal, naam }, groups) => {
    const antwoorden = all.slice(0, aantal);
    const [head, packed, tail] = [`${scan}${versie}.${datum}.`, pack(antwoorden), `.${escapeName(naam)}`];
    let at = 0;
    const digits = groups?.map((size) => `${antwoorden.slice(at, (at += size)).join("")} `).join("");
    return `${head}${digits ? " " + digits : packed}${tail}.${checksum(head + packed + tail)}`;
  };

  /** Throws the name of a sentence when the code is not sound. @param {string} text @param {Meting} meting @returns {Uitslag & {code: string}} */
  const decode = (text, meting) => {
    const found = FORM.exec(text.replace(RUIS, "")) ?? refuse("compleet");
    const [, id, versie, datum, packed, naam, sum] = found;
    if (id !== meting.id) refuse("andere");
    const count = meting.aantallen[+versie - 1] ?? refuse("versie");
    const all = unpack(packed, count);
    const antwoorden = all.slice(0, count);
    const short = `${id}${versie}.${datum}.${pack(antwoorden)}.${naam}`; // whatever came in
    if (all.some((answer) => answer < 0 || answer > WEET_NIET) || all.slice(count).some(Boolean)) {
      refuse("antwoord");
    }
    if (checksum(short) !== sum) refuse("som");
    if (!Gk.isDag(Gk.iso(datum))) refuse("datum");
    const added = (meting.aantallen.at(-1) ?? count) - count; // places are only ever added: an older result is open there
    return { scan: id, versie: +versie, datum, aantal: count, naam: unescapeName(naam), code: `${short}.${sum}`, antwoorden: [...antwoorden, ...Array(added).fill(0)] };
  };

  /** The rounds of one link or of bare codes. @param {string} text @returns {string[][]} */
  const roundsOf = (text) =>
    text.replace(/[.,;:!?)>\]"'’]+$/, "").replace(NAAD, "$1~").split(/~~+/).map((round) => round.match(/[^~]+/g) ?? []).filter(({ length }) => length);

  /** The codes in links, bare codes or a joined text, per round. @param {string} text @returns {string[][]} */
  const split = (text) => {
    const [bare, ...links] = text.replace(RUIS, "").split("#scan=");
    const last = links.pop() ?? bare;
    const found = [...links.map((link) => VOORAAN.exec(link)?.[0] ?? link), last].map(roundsOf);
    const now = found.flatMap((rounds) => rounds.pop() ?? []);
    const rounds = [...found.flat(), now];
    if (rounds.flat().length > MAX_CODES) refuse("lang");
    return now.length ? rounds : refuse("compleet");
  };

  Gk.codec = { encode, decode, split, naamVan };
}
