// @ts-check
// The page for an address that is not there: a link that mail, chat or a filter changed still finds
// its way, and for a wrong one the pages that come near are offered. It knows the pages from their
// titles (macros/search/catalogue.py), so it leads nowhere else.
{
  // Where a page is whose name only the payload of a link says.
  /** @type {Record<string, string>} */
  const FOLDERS = { scan: "scans", vinkjes: "checklists" };
  const OFFERS = 3;
  const NEAR = 2; // typing faults

  /** A path without what makes no difference. @param {string} path */
  const normal = (path) => Gk.links.caseless(Gk.links.squeeze(path).text).split("/")
    .map((part) => part.replace(/^[^a-z\d]+|[^a-z\d]+$/g, ""))
    .map((part) => part.replace(/^index\.html?$|\.html?$/, ""))
    .filter(Boolean).join("/");

  /**
   * What an address may say: a path, and what it carries, as it is read and as it was given.
   * @param {string} address
   */
  const ways = (address) => Gk.links.readings(address).map(({ text, at }) => {
    const end = text.search(/[#?&]/);
    const path = normal(end < 0 ? text : text.slice(0, end));
    if (end < 0 || text[end] === "&") return { path, payload: "", carries: "" };
    const payload = Gk.links.caseless(text.slice(end));
    return { path, payload, carries: text[end] + address.slice(at[end + 1]) };
  });

  /**
   * The page of a path, also below a folder that is not ours.
   * @param {{path: string, payload: string}} way @param {Map<string, string>} pages
   */
  const pageOf = ({ path, payload }, pages) => {
    const parts = path.split("/");
    const [, kind, id] = /(scan|vinkjes)=?([a-z-]+)/.exec(payload) ?? [];
    return [...parts.map((_, k) => parts.slice(k).join("/")), `${FOLDERS[kind]}/${id}`]
      .find((one) => pages.has(one));
  };

  /** How many letters differ. @param {string} a @param {string} b */
  const distance = (a, b) => {
    let row = [...Array(b.length + 1).keys()];
    for (const [i, letter] of [...a].entries()) {
      row = row.reduce((/** @type {number[]} */ next, up, j) => [...next, j
        ? Math.min(up + 1, next[j - 1] + 1, row[j - 1] + Number(letter !== b[j - 1]))
        : i + 1], []);
    }
    return row[b.length];
  };

  /** How much a page looks like what was asked. @param {string} page @param {string} path */
  const likeness = (page, path) => {
    const [name, asked] = [page, path].map((one) => one.split("/").at(-1) ?? "");
    if (name === asked) return 3;
    if (Math.abs(page.length - path.length) <= NEAR && distance(page, path) <= NEAR) return 2;
    // The beginning of a page, or a page with words behind it.
    const goesOn = page.includes("/") && path.startsWith(page);
    return Number(goesOn || asked.length > NEAR && page.startsWith(path));
  };

  // Where an address leads; or which pages come near.
  /** @type {Shared["wegwijzer"]} */
  const wegwijzer = (address, addresses) => {
    const pages = new Map(addresses.map((page) => [normal(page), page]));
    const all = ways(address);
    for (const way of all) {
      const page = pageOf(way, pages);
      if (page) return { naar: pages.get(page) + way.carries, bij: [] };
    }
    const { path } = all[all.length - 1];
    const near = [...pages.keys()].filter((page) => path && likeness(page, path))
      .sort((a, b) => likeness(b, path) - likeness(a, path));
    return { naar: "", bij: near.slice(0, OFFERS).map((page) => pages.get(page) ?? "") };
  };
  Gk.wegwijzer = wegwijzer;

  /** @param {HTMLElement} place */
  const lead = async (place) => {
    const list = new URL(place.dataset.wegwijzer ?? "", location.href);
    const base = new URL("..", list);
    /** @type {Record<string, string>} */
    const found = await (await fetch(list)).json();
    const titles = new Map(Object.entries(found));
    const { naar, bij } = wegwijzer(location.href.slice(base.href.length), [...titles.keys()]);
    const there = new URL(naar, base);
    // A server that gives this page for a page that is there would lead round and round.
    if (naar && there.pathname !== location.pathname) location.replace(there);
    place.lastElementChild?.append(...bij.map((page) => Gk.dom.el("li", {},
      Gk.dom.el("a", { href: new URL(page, base).href }, titles.get(page) ?? page))));
    place.hidden = !bij.length;
  };

  const place = /** @type {HTMLElement | null} */ (
    globalThis.document?.querySelector("[data-wegwijzer]"));
  if (place) lead(place).catch(() => {}); // no network: the text of the page says what to do
}
