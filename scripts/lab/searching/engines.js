// Every engine as a reader of its site meets it: `load` fetches all that a first answer needs,
// `find` gives the addresses of its best finds, best first. The page that runs this stands beside
// `site` (ours), `npm` (packages), `pagefind`, `material` and the two prepared indexes.
{
  const script = (path) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"),
      { src: path, async: false, onload, onerror }));
  });
  const json = async (path) => (await fetch(path)).json();
  const many = 5; // as many as Pagefind's own window shows at first

  // How its manual sets it up; the fields are those of our catalogue.
  const OPTIONS = { fields: ["title", "words", "rest"], storeFields: ["summary"] };
  const SEARCH = { prefix: true, fuzzy: 0.2, boost: { title: 3, words: 2 } };
  const LIBRARY = "npm/minisearch/dist/umd/index.js";
  const mini = (index, split) => {
    const own = { ...OPTIONS, ...split && { tokenize: (text) => text.split(" ") } };
    let engine;
    return {
      prepare: async (documents) => {
        await script(LIBRARY);
        const made = new MiniSearch(own);
        made.addAll(documents);
        return JSON.stringify(made);
      },
      load: async () => {
        const [text] = await Promise.all([fetch(index).then((got) => got.text()), script(LIBRARY)]);
        engine = MiniSearch.loadJSON(text, own);
      },
      find: ({ text, stems }) =>
        engine.search(split ? stems : text, SEARCH).slice(0, many).map(({ id }) => id),
    };
  };

  let pagefind;
  let worker;
  const ask = (message) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data.data);
    worker.postMessage(message);
  });

  globalThis.engines = {
    kist: {
      load: async () => {
        globalThis.Gk = { search: {} };
        await Promise.all(["zoeken/catalogus.js", ..."@SCRIPTS@".split(" ")]
          .map((path) => script(`site/${path}`)));
      },
      find: ({ text }) => Gk.search.engine.answer(text, many).vondsten.map(({ adres }) => adres),
    },
    minisearch: mini("minisearch.json", false),
    "minisearch, onze stammen": mini("minisearch-stammen.json", true),
    pagefind: {
      load: async () => {
        pagefind = await import("./pagefind/pagefind.js");
        await pagefind.options({ baseUrl: "/" });
        await pagefind.init();
      },
      find: async ({ text }) => {
        const { results } = await pagefind.search(text);
        const shown = await Promise.all(results.slice(0, many).map((one) => one.data()));
        return shown.map(({ url }) => url);
      },
    },
    material: {
      load: async () => {
        const page = new URL("material/", location.href);
        const text = await (await fetch(page)).text();
        const config = JSON.parse(/id="__config"[^>]*>(.*?)<\/script>/s.exec(text)[1]);
        const [index] = await Promise.all([json(`${page}search/search_index.json`)]);
        worker = new Worker(new URL(config.search, page));
        await ask({ type: 0, data: { ...index, options: { suggest: false } } });
      },
      find: async ({ text }) => {
        const { items } = await ask({ type: 2, data: text });
        return items.slice(0, many).map(([{ location: found }]) => found.split("#")[0]);
      },
    },
  };
}
