// @ts-check
// Keys of what a reader makes: the same thing has the same key for ever, on every device. A sheet
// has one for each kist for which something was typed on it, made of its id.
{
  const KEY = /^[\w-]{8,80}$/;
  const SHEET = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const make = () => Date.now().toString(36) + Math.random().toString(36).slice(2);

  Gk.keys = {
    make,
    sound: (value) => (typeof value === "string" && KEY.test(value) ? value : make()),
    sheet: (value) => (typeof value === "string" && SHEET.test(value) ? value : ""),
    ofSheet: (blad, kist = "") => ["invullen", blad, kist].filter(Boolean).join("."),
  };
}
