// @ts-check
// Keys of what a reader makes: the same thing has the same key for ever, on every device. A sheet
// has one for each kist for which something was typed on it, made of its id.
{
  const KEY = /^[\w-]{8,80}$/;
  const SHEET = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  // What every object has is no key of an entry: 'constructor' would be found where nothing is.
  const isKey = (/** @type {unknown} */ value) =>
    typeof value === "string" && KEY.test(value) && !(value in {});
  const make = () => Date.now().toString(36) + Math.random().toString(36).slice(2);

  Gk.keys = {
    make,
    sound: (value) => (isKey(value) ? String(value) : make()),
    sheet: (value) => (typeof value === "string" && SHEET.test(value) ? value : ""),
    ofSheet: (blad, kist = "") => ["invullen", blad, kist].filter(Boolean).join("."),
  };
}
