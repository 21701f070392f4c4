// @ts-check
// What this site remembers on this device: one prefix, one shape, and it never throws.
//
//   Gk.lees("vinkjes.startfase") -> value; empty when there is none, storage is blocked or the value is damaged
//   Gk.bewaar("vinkjes.startfase", {...}) -> true when it was stored
//
// Every value is stored with "opslag", the version of the format, so that a later version can migrate it. What a later
// version wrote stays as it is: an old copy of the site may come back, without a network.

/** @type {any} what the interactive parts share; this file comes first */
var Gk = {};
{
  const VOORVOEGSEL = "gk.";
  const VERSIE = 1;

  /** What the work gives, or null when it throws. @param {() => any} werk */
  Gk.probeer = (werk) => {
    try {
      return werk();
    } catch {
      return null;
    }
  };

  /** @param {string} sleutel @returns {any} whatever is stored, also what a later version wrote, or null */
  Gk.rauw = (sleutel) => Gk.probeer(() => JSON.parse(localStorage.getItem(VOORVOEGSEL + sleutel) ?? ""));

  /** @param {string} sleutel @returns {any} */
  Gk.lees = (sleutel) => {
    const waarde = Gk.rauw(sleutel);
    return waarde?.opslag === VERSIE ? waarde : {};
  };

  /** @param {string} sleutel @returns {boolean} whether a later version of this site wrote it */
  Gk.nieuwer = (sleutel) => Gk.rauw(sleutel)?.opslag > VERSIE;

  /** @param {string} sleutel @param {object} waarde @returns {boolean | null} whether it was stored */
  Gk.bewaar = (sleutel, waarde) => !Gk.nieuwer(sleutel) && Gk.probeer(() => {
    localStorage.setItem(VOORVOEGSEL + sleutel, JSON.stringify({ ...waarde, opslag: VERSIE }));
    return true;
  });

  /** @param {string} sleutel */
  Gk.wis = (sleutel) => Gk.probeer(() => localStorage.removeItem(VOORVOEGSEL + sleutel));

  /** @returns {string[]} the keys of this site, without the prefix, in alphabetical order */
  Gk.sleutels = () => (Gk.probeer(() => Object.keys(localStorage)) ?? [])
    .flatMap((/** @type {string} */ sleutel) => (sleutel.startsWith(VOORVOEGSEL) ? sleutel.slice(VOORVOEGSEL.length) : []))
    .sort();
}
