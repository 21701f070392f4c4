// @ts-check
// What this site remembers on this device: one prefix, one shape, and it never throws.
//
//   Gk.lees("vinkjes.startfase") -> value, or null when there is none, storage is blocked or the value is damaged
//   Gk.bewaar("vinkjes.startfase", {...}) -> true when it was stored; else Gk.nietBewaard("vinkjes.startfase") says why
//
// Every value is stored with "opslag", the version of the format, so that a later version can migrate it. What a later
// version wrote stays as it is: an old copy of the site may come back, without a network.
{
  const VOORVOEGSEL = "gk.";
  const VERSIE = 1;

  /** @param {string} sleutel @returns {any} whatever is stored, also what a later version wrote, or null */
  const rauw = (sleutel) => {
    try {
      return JSON.parse(localStorage.getItem(VOORVOEGSEL + sleutel) ?? "null");
    } catch {
      return null;
    }
  };

  /** @param {string} sleutel @returns {any} the stored object, or null */
  const lees = (sleutel) => {
    const waarde = rauw(sleutel);
    return waarde?.opslag >= 1 && waarde.opslag <= VERSIE ? waarde : null;
  };

  /** @param {string} sleutel @returns {boolean} whether a later version of this site wrote it */
  const nieuwer = (sleutel) => rauw(sleutel)?.opslag > VERSIE;

  /** @param {string} sleutel @param {object} waarde @returns {boolean} whether it was stored */
  const bewaar = (sleutel, waarde) => {
    if (nieuwer(sleutel)) return false;
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

  /** Said on a page where storing fails. @param {string} [sleutel] */
  const nietBewaard = (sleutel = "") =>
    nieuwer(sleutel)
      ? "Op dit apparaat staan gegevens van een nieuwere versie van deze site. Die blijven staan. Wat je nu doet, wordt niet bewaard. Laad de pagina opnieuw."
      : "Deze browser bewaart niets. Je kunt gewoon verder, maar na het sluiten is alles weg.";

  globalThis.Gk = Object.assign(globalThis.Gk ?? {}, { rauw, lees, nieuwer, bewaar, wis, sleutels, nietBewaard });
}
