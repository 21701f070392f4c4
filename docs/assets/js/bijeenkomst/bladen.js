// @ts-check
// Loads the data of sheets and ready draaiboeken. By script tag: a page in a folder cannot fetch.
{
  // Of the site: this file stands in assets/js, or in a folder of it.
  const [root] = /** @type {HTMLScriptElement} */ (document.currentScript).src.split("assets/js/");
  const ID = /^[a-z0-9-]+$/;
  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();
  Gk.sheets ??= {};
  Gk.ready ??= {};

  /** One file; what is not there stays absent, and is asked for again. @param {string} path */
  const load = (path) => {
    const loading = asked.get(path) ??
      Gk.load([`${root}bladen/${path}.js`]).then(() => {}, () => { asked.delete(path); });
    asked.set(path, loading);
    return loading;
  };

  Gk.bladen = {
    load: async (ids) => {
      const wanted = ids.filter((id) => ID.test(id) && !Gk.sheets[id]);
      await Promise.all(wanted.map((id) => load(`instrumenten/${id}`)));
    },
    loadReady: async (id) => {
      if (ID.test(id) && !Gk.ready[id]) await load(`draaiboeken/${id}`);
    },
  };
}
