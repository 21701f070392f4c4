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
  const FORM = /^([a-z]+(?:-[a-z]+)*)(\d{1,3})\.(\d{8})\.([\w-]+)\.([^.~]*)\.([0-9a-z]{3})$/;
  // Results of one link; behind them stands whatever was pasted along, up to the next link.
  const VOORAAN = new RegExp(`^${FORM.source.slice(1, -1)}(?:~+${FORM.source.slice(1, -1)})*`);
  // Where one bare code ends and the next begins.
  const NAAD = /(\.[0-9a-z]{3})(?=[a-z-]+\d{1,3}\.\d{8}\.[\w-]+\.)/g;
  // Invisible marks that mail and chat add; direction marks and control signs that could make a name look like another.
  const RUIS = /[\s\u200b-\u200f\u2060\ufeff]+/g;
  const VERMOMMING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

  /** @typedef {{scan: string, versie: number, datum: string, antwoorden: number[], naam: string}} Uitslag */
  /** @typedef {{id: string, aantallen: number[]}} Meting aantallen: the number of places in version 1, 2, ... */

  /** @param {string} message @returns {never} */
  const refuse = (message) => {
    throw Error(message);
  };

  const checksum = (/** @type {string} */ text) =>
    [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 46649, 7).toString(36).padStart(3, "0");

  const pack = (/** @type {number[]} */ answers) => {
    let packed = "";
    for (let i = 0; i < answers.length; i += 2) packed += ALPHABET[answers[i] * 8 + (answers[i + 1] ?? 0)];
    return packed;
  };

  const unpack = (/** @type {string} */ text, /** @type {number} */ count) => {
    if (text.length === count && /^\d+$/.test(text)) return [...text].map(Number);
    if (text.length !== Math.ceil(count / 2)) refuse("Het aantal antwoorden klopt niet.");
    const pairs = [...text].map((sign) => ALPHABET.indexOf(sign));
    return pairs.flatMap((pair) => [pair >> 3, pair & 7]);
  };

  /** A name as it may be shown: no disguise, at most 40 signs. @param {string} text */
  const naamVan = (text) => [...text.replace(VERMOMMING, "").trim()].slice(0, MAX_NAAM).join("").trimEnd();

  // . and ~ separate here, and encodeURIComponent leaves them alone (Bouw B.V.).
  const escapeName = (/** @type {string} */ naam) =>
    encodeURIComponent(naamVan(naam)).replace(/\./g, "%2E").replace(/~/g, "%7E");

  const unescapeName = (/** @type {string} */ text) => {
    try {
      return naamVan(decodeURIComponent(text));
    } catch {
      return refuse("De naam in deze code is niet leesbaar.");
    }
  };

  const isDate = (/** @type {string} */ ymd) => {
    const [year, month, day] = [+ymd.slice(0, 4), +ymd.slice(4, 6), +ymd.slice(6)];
    return year >= 2020 && year < 2100 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1 && day > 0;
  };

  /** @param {Uitslag} uitslag @param {number[]} [groups] sizes of the rows on paper; without them the short form */
  const encode = ({ scan, versie, datum, antwoorden, naam }, groups) => {
    const head = `${scan}${versie}.${datum}.`;
    const tail = `.${escapeName(naam)}`;
    const sum = checksum(head + pack(antwoorden) + tail);
    let at = 0;
    const digits = groups?.map((size) => antwoorden.slice(at, (at += size)).join("")).join(" ");
    return digits ? `${head} ${digits} ${tail}.${sum}` : `${head}${pack(antwoorden)}${tail}.${sum}`;
  };

  /** Throws one Dutch sentence when the code is not sound. @param {string} text @param {Meting} meting @returns {Uitslag & {code: string}} */
  const decode = (text, meting) => {
    const found = FORM.exec(text.replace(RUIS, "")) ?? refuse("Deze link of code is niet compleet.");
    const [, id, versie, datum, packed, naam, sum] = found;
    if (id !== meting.id) refuse("Deze code hoort bij een andere meting.");
    const count = meting.aantallen[+versie - 1] ?? refuse("Deze code komt uit een versie die deze site niet kent.");
    const all = unpack(packed, count);
    const antwoorden = all.slice(0, count);
    if (all.some((answer) => answer < 0 || answer > WEET_NIET) || all.slice(count).some(Boolean)) {
      refuse("Er staat een antwoord in dat niet bestaat.");
    }
    if (checksum(`${id}${versie}.${datum}.${pack(antwoorden)}.${naam}`) !== sum) refuse("De code klopt niet; kopieer hem opnieuw.");
    if (!isDate(datum)) refuse("De datum in deze code bestaat niet.");
    const added = (meting.aantallen.at(-1) ?? count) - count; // places are only ever added: an older result is open there
    const code = `${id}${versie}.${datum}.${pack(antwoorden)}.${naam}.${sum}`; // the short form, whatever came in
    return { scan: id, versie: +versie, datum, naam: unescapeName(naam), code, antwoorden: [...antwoorden, ...Array(added).fill(0)] };
  };

  /** The rounds of one link or of bare codes. @param {string} text @returns {string[][]} */
  const roundsOf = (text) =>
    text.replace(/[.,;:!?)>\]"'’]+$/, "").replace(NAAD, "$1~").split(/~{2,}/).map((round) => round.split("~").filter(Boolean)).filter((round) => round.length);

  /** The codes in links, bare codes or a joined text, per round. @param {string} text @returns {string[][]} */
  const split = (text) => {
    const [bare, ...links] = text.replace(RUIS, "").split("#scan=");
    const last = links.pop() ?? bare;
    const found = [...links.map((link) => VOORAAN.exec(link)?.[0] ?? link), last].map(roundsOf);
    const now = found.flatMap((rounds) => rounds.pop() ?? []);
    const rounds = [...found.flat(), now];
    if (rounds.flat().length > MAX_CODES) refuse("Er staan te veel uitslagen in deze link.");
    return now.length ? rounds : refuse("Deze link of code is niet compleet.");
  };

  /** @param {string[][]} rounds */
  const join = (rounds) => rounds.map((round) => round.join("~")).join("~~");

  const Gk = /** @type {any} */ (globalThis).Gk;
  Gk.codec = { encode, decode, split, join, naamVan, WEET_NIET, MAX_NAAM };
}
