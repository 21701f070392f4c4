// @ts-check
// Loads the data of sheets and ready draaiboeken. By script tag: a page in a folder cannot fetch.
{
  // Of the site: this file stands in assets/js, or in a folder of it.
  const [root] = /** @type {HTMLScriptElement} */ (document.currentScript).src.split("assets/js/");
  const ABSENT = 404;
  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();
  // Without what every object has: 'constructor' in a damaged file is the id of no sheet.
  Gk.sheets ??= Object.create(null);
  Gk.ready ??= Object.create(null);

  /** A script that failed does not say why: the site does. @param {string} src */
  const isAbsent = async (src) => location.protocol === "file:" ||
    (await fetch(src, { method: "HEAD" })).status === ABSENT;

  /**
   * One file. What the site does not have stays absent; what did not come is an error. Both are
   * asked for again.
   * @param {string} path
   */
  const load = (path) => {
    const src = `${root}bladen/${path}.js`;
    const loading = asked.get(path) ?? Gk.load([src]).then(() => {}, async (error) => {
      asked.delete(path);
      if (!await isAbsent(src)) throw error;
    });
    asked.set(path, loading);
    return loading;
  };

  Gk.bladen = {
    load: async (ids) => {
      const wanted = ids.filter((id) => Gk.keys.sheet(id) && !Gk.sheets[id]);
      const all = await Promise.allSettled(wanted.map((id) => load(`instrumenten/${id}`)));
      if (all.some(({ status }) => status === "rejected")) throw Error();
    },
    loadReady: async (id) => {
      if (Gk.keys.sheet(id) && !Gk.ready[id]) await load(`draaiboeken/${id}`);
    },
  };
}
