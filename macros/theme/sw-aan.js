// Reading without a network: the network first, else the copy of the last build that was fetched
// whole. scripts/pipeline/offline.py fills in the version and publishes this as sw.js, beside
// precache.json: the addresses to copy. To take it back, publish sw-uit.js under the name sw.js.
{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  // Two of these sites on one host each keep their own: the names hold the path, but for a site of
  // the whole host. No name of a path begins with "kist-", which older workers throw away.
  const PLACE = new URL(worker.registration.scope).pathname;
  const OURS = `kist${PLACE === "/" ? "" : PLACE}-`;
  const COPY = `${OURS}@VERSIE@`;
  // What is too big to copy for everybody, such as PDFs: kept once it was opened.
  const OPENED = `${OURS}geopend`;
  const WITHOUT_PATH = "kist-"; // how the names of every site began at first
  const PATIENCE = 3000; // ms for a network that is there but does not answer
  const AT_ONCE = 6; // so that the copying never crowds out what the reader asks for

  const at = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;

  /**
   * The one name of a page, whichever way it was asked for: /a/index.html, /a?b=c and /a are /a/.
   * @param {string} url
   */
  const plain = (url) =>
    url.split(/[?#]/)[0].replace(/\/index\.html$/, "/").replace(/\/([^/.]+)$/, "/$1/");

  /** A redirected answer may not be given to a page; its content may. @param {Response} answer */
  function sound(answer) {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
  }

  /** Copy everything that this version does not have yet; it goes on where it stopped. */
  async function fill() {
    const listed = sound(await fetch(at("precache.json"), { cache: "no-store" }));
    /** @type {string[]} */
    const wanted = await listed.json();
    const cache = await caches.open(COPY);
    const there = new Set((await cache.keys()).map(({ url }) => url));
    const missing = wanted.map(at).filter((url) => !there.has(url));
    // "no-cache" asks whether it changed.
    const copy = async (/** @type {string} */ url) =>
      cache.put(url, sound(await fetch(url, { cache: "no-cache" })));
    while (missing.length) await Promise.all(missing.splice(0, AT_ONCE).map(copy));
  }

  async function dropOld() {
    for (const name of await caches.keys()) {
      if (![COPY, OPENED].includes(name) && await isOurs(name)) await caches.delete(name);
    }
  }

  /** A name without a path does not say whose it is: the pages in it do. @param {string} name */
  const isOurs = async (name) =>
    name.startsWith(OURS) && OURS !== WITHOUT_PATH ||
    name.startsWith(WITHOUT_PATH) && await caches.match(at("404.html"), { cacheName: name });

  /** What was opened here when names held no path. */
  async function adopt() {
    const before = `${WITHOUT_PATH}geopend`;
    if (OPENED === before || !await caches.has(before)) return;
    const shared = await caches.open(before);
    for (const { url } of await shared.keys()) {
      const kept = url.startsWith(worker.registration.scope) && await shared.match(url);
      if (kept) await keep(url, kept).then(() => shared.delete(url));
    }
  }

  /** @param {string} name @param {Response} answer */
  async function keep(name, answer) {
    await (await caches.open(OPENED)).put(name, answer);
  }

  /** @returns {Promise<never>} */
  const late = () => new Promise((_, fail) => { setTimeout(fail, PATIENCE); });

  /** @param {FetchEvent} event @returns {Promise<Response>} */
  async function answer(event) {
    const { request } = event;
    const name = plain(request.url);
    const copied = await caches.match(name, { cacheName: COPY });
    const kept = copied ?? await caches.match(name, { cacheName: OPENED });
    const network = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(request));
    try {
      const fresh = await (kept ? Promise.race([network, late()]) : network);
      if (kept && fresh.status >= 500) throw fresh; // a host in trouble
      if (!copied && fresh.status === 200) event.waitUntil(keep(name, fresh.clone()));
      return fresh;
    } catch { /* no network, not soon enough, or no good answer */ }
    if (request.mode !== "navigate") return kept ?? Response.error();
    if (!kept) return Response.redirect(at("over/zonder-netwerk/"));
    const bare = request.url.split(/[?#]/)[0];
    const whole = bare.endsWith("/") || bare.endsWith(".html") || bare === name;
    // Without its slash a page would look for its style and its links in the wrong folder.
    return whole ? kept : Response.redirect(request.url.replace(bare, name));
  }

  const takeTurn = () => worker.skipWaiting();
  const takeOver = () =>
    Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.enable()]);

  worker.addEventListener("install", (event) => event.waitUntil(fill().then(takeTurn)));
  worker.addEventListener("activate", (event) =>
    event.waitUntil(adopt().then(dropOld).then(takeOver)));
  worker.addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
    event.respondWith(answer(event));
  });
}
