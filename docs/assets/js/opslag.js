// @ts-check
// What this site remembers on this device: one prefix, one shape, and it never throws.
//
//   Gk.lees("vinkjes.startfase") -> value, or null when there is none, storage is blocked or the value is damaged
//   Gk.bewaar("vinkjes.startfase", {...}) -> true when it was stored
//
// Every value is stored with "opslag", the version of the format, so that a later version can migrate it.
{
  const VOORVOEGSEL = "gk.";
  const VERSIE = 1;

  /** @param {string} sleutel @returns {any} the stored object, or null */
  const lees = (sleutel) => {
    try {
      const waarde = JSON.parse(localStorage.getItem(VOORVOEGSEL + sleutel) ?? "null");
      return waarde && waarde.opslag >= 1 && waarde.opslag <= VERSIE ? waarde : null;
    } catch {
      return null;
    }
  };

  /** @param {string} sleutel @param {object} waarde @returns {boolean} whether it was stored */
  const bewaar = (sleutel, waarde) => {
    try {
      localStorage.setItem(VOORVOEGSEL + sleutel, JSON.stringify({ ...waarde, opslag: VERSIE }));
      return true;
    } catch {
      return false;
    }
  };

  /** @param {string} sleutel */
  const wis = (sleutel) => {
    try {
      localStorage.removeItem(VOORVOEGSEL + sleutel);
    } catch {
      // Blocked storage holds nothing to remove.
    }
  };

  /** @returns {string[]} the keys of this site, without the prefix, in alphabetical order */
  const sleutels = () => {
    try {
      return Object.keys(localStorage)
        .filter((sleutel) => sleutel.startsWith(VOORVOEGSEL))
        .map((sleutel) => sleutel.slice(VOORVOEGSEL.length))
        .sort();
    } catch {
      return [];
    }
  };

  /** Said once on a page where storing fails. */
  const NIET_BEWAARD = "Deze browser bewaart niets. Je kunt gewoon verder, maar na het sluiten is alles weg.";

  globalThis.Gk = Object.assign(globalThis.Gk ?? {}, { lees, bewaar, wis, sleutels, NIET_BEWAARD });
}
