// @ts-check
// One way of folding text before it is compared: in the search, in filters, of names. Python does
// the same (macros/model/folding.py); tests/search/vouwgevallen.yml holds both to the same answers.
// Folded text is for comparing only and is never shown. Pure: no page.
{
  // What never changes which word it is: signs that nobody sees (soft hyphens, joiners, spaces
  // without width, direction marks, variation selectors), and marks above or below letters.
  const UNSEEN = "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f" +
    "\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\u{e0000}-\\u{e0fff}";
  const MARKS = "\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
    "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u1ab0-\\u1aff\\u1dc0-\\u1dff" +
    "\\u20d0-\\u20ff\\ufe20-\\ufe2f";
  // Straight, curly, modifier letters, primes, and the accents that people type instead.
  const APOSTROPHES = "'\\u0060\\u00b4\\u02b9-\\u02bf\\u02c8\\u02ca\\u02cb\\u0384\\u055a\\u05f3" +
    "\\u1fbd\\u1fbf\\u1fef\\u1ffd\\u1ffe\\u2018-\\u201b\\u2032\\u2035\\ua78b\\ua78c\\uff07\\uff40";
  // Letters that Unicode does not take apart.
  /** @type {Record<string, string>} */
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ı: "i", þ: "th", ŧ: "t",
    ς: "σ",
  };

  // Of every script, by range: a pattern with all letters of Unicode is slow to prepare.
  const LETTER = "a-z\\u00df-\\u00f6\\u00f8-\\u02af\\u0370-\\u060b\\u0620-\\u1fff\\u2c00-\\u2dff" +
    "\\u3041-\\ud7ff\\u{10000}-\\u{1efff}\\u{20000}-\\u{3ffff}";
  const SIGN = `0-9${LETTER}`;

  const apostrophe = RegExp(`[${APOSTROPHES}]`, "gu");
  const silent = RegExp(`[${UNSEEN}${MARKS}${APOSTROPHES}]`, "gu");
  const hyphen = /[\u02d7\u058a\u05be\u2010-\u2015\u2043\u2212]/g;
  const letter = RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const space = /[\s\x1c-\x1f\x85]+/g;
  // P.S.U. and J. P., but not a.com
  const initials = RegExp(
    `(^|[^${SIGN}])([${LETTER}](?:(?:\\.[${LETTER}])+|(?:\\. [${LETTER}])+))` +
    `(?:\\.(?![${SIGN}])|(?![${SIGN}.]))`, "gu");
  // What Dutch writes behind an apostrophe: kpi's, sms'je, A4'tje.
  const ending = RegExp(`(\\S)[${APOSTROPHES}](?:s|t?jes?)(?![${SIGN}])`, "gu");
  const word = RegExp(`[${SIGN}]+`, "gu");

  /** A text as it is compared: two that fold alike are the same to a reader. */
  const fold = (/** @type {string} */ text) => text
    .replace(apostrophe, "").normalize("NFKD").toLowerCase()
    .replace(silent, "").replace(hyphen, "-").replace(letter, (found) => LETTERS[found])
    .replace(space, " ")
    .replace(initials, (_, before, found) => before + found.replace(/[. ]/g, ""))
    .replace(/\.(?= |$)/g, "").trim();

  // Between texts that are folded together: no sign that a text has, with spaces as at its ends.
  const BETWEEN = " \u0001 ";

  /** The words of each text. @param {string[]} texts */
  const words = (texts) =>
    fold(texts.join(BETWEEN).toLowerCase().replace(ending, "$1")).split("\u0001")
      .map((one) => one.match(word) ?? []);

  Gk.folding = {
    fold,
    words: (text) => words([text])[0],
    wordsOf: words,
    // A name of signs only, such as an emoji without meaning here, is compared as it is.
    same: (one, other) => one === other || (fold(one) !== "" && fold(one) === fold(other)),
  };
}
