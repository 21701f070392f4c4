// @ts-check
// What this site remembers on this device: one prefix, one shape, and it never throws.
//
//   Gk.store.read("checklist.startfase") -> value; empty when there is none, or it is damaged
//   Gk.store.write("checklist.startfase", {...}) -> true when it was stored
//
// Every value is stored with "opslag", the version of the format, so that a later version can
// migrate it. What a later version wrote stays as it is: an old copy of the site may come back,
// without a network.
{
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const VERSION = 1;
  // Which site on this host has the names without a path: the first that was opened here, so what
  // its readers stored before stays theirs. Any other site on the same host has its path in them.
  const OWNER = "gk@";

  /** What the work gives, or null when it throws. @template T @param {() => T} work */
  const attempt = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };

  const prefix = () => {
    if (location.protocol === "file:") return "gk."; // a folder may move
    const place = new URL("../../", own).pathname;
    const owner = attempt(() => localStorage.getItem(OWNER));
    if (!owner) attempt(() => localStorage.setItem(OWNER, place));
    return (owner ?? place) === place ? "gk." : `gk@${place}.`;
  };
  const PREFIX = prefix();

  /** Whatever is stored, also what a later version wrote, or null. @param {string} key */
  const raw = (key) => attempt(() => JSON.parse(localStorage.getItem(PREFIX + key) ?? ""));

  /** Whether a later version of this site wrote it. @param {string} key @returns {boolean} */
  const isNewer = (key) => raw(key)?.opslag > VERSION;

  Gk.store = {
    raw,
    nameOf: (key) => PREFIX + key,
    isNewer,
    read: (key) => {
      const value = raw(key);
      return value?.opslag === VERSION ? value : {};
    },
    write: (key, value) => !isNewer(key) && attempt(() => {
      localStorage.setItem(PREFIX + key, JSON.stringify({ ...value, opslag: VERSION }));
      return true;
    }) === true,
    remove: (key) => attempt(() => localStorage.removeItem(PREFIX + key)),
    keys: () => (attempt(() => Object.keys(localStorage)) ?? [])
      .flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []))
      .sort(),
  };
}
