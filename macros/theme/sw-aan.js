// Reading without a network: the network first, else the copy of the last release that was fetched
// whole. scripts/pipeline/offline.py fills in the release and publishes this as sw.js, beside
// precache.json: the addresses to copy, each with the digest of its file. A log-in page of a host
// or of a network has another digest. To take it back, publish sw-uit.js under the name sw.js.
{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  // Two of these sites on one host each keep their own: the names hold the path, but for a site of
  // the whole host. No name of a path begins with "kist-", which older workers throw away.
  const PLACE = new URL(worker.registration.scope).pathname;
  const OURS = `kist${PLACE === "/" ? "" : PLACE}-`;
  const RELEASE = "@VERSIE@"; // the digest of precache.json
  const COPY = `${OURS}${RELEASE}`;
  // What is too big to copy for everybody, such as PDFs: kept once it was opened.
  const OPENED = `${OURS}geopend`;
  const WITHOUT_PATH = "kist-"; // how the names of every site began at first
  const PATIENCE = 3000; // ms for a network that is there but does not answer
  const AT_ONCE = 6; // so that the copying never crowds out what the reader asks for

  const at = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;
  const LIST = at("precache.json");
  /** The pages that came from the copy: so does all that they ask for. @type {Set<string>} */
  const copiedPages = new Set();
  /**
   * Whether all that a page got from the network is equal to the copy, so that they go together.
   * @type {Map<string, Promise<boolean>>}
   */
  const equalPages = new Map();

  /**
   * The one name of a page, whichever way it was asked for: /a/index.html, /a?b=c and /a are /a/.
   * @param {string} url
   */
  const plain = (url) =>
    url.split(/[?#]/)[0].replace(/\/index\.html$/, "/").replace(/\/([^/.]+)$/, "/$1/");

  /** As offline.py writes it. @param {ArrayBuffer} body */
  async function digest(body) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 6);
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /**
   * An answer of this release and nothing else, without the mark that it was redirected: an answer
   * with that mark may not be given to a page.
   * @param {Response | undefined} answer @param {string} wanted
   */
  async function sound(answer, wanted) {
    const body = await answer?.arrayBuffer();
    if (!answer?.ok || !body || await digest(body) !== wanted) {
      throw new Error(`not a file of this release: ${answer?.status} ${answer?.url}`);
    }
    return new Response(body, { headers: answer.headers });
  }

  /** Copy everything that this release does not have yet; it goes on where it stopped. */
  async function fill() {
    const list = await sound(await fetch(LIST, { cache: "no-store" }), RELEASE);
    /** @type {Record<string, string>} */
    const wanted = await list.clone().json();
    const cache = await caches.open(COPY);
    const there = new Set((await cache.keys()).map(({ url }) => url));
    const missing = Object.entries(wanted).filter(([path]) => !there.has(at(path)));
    // What did not change is in the copy before; "no-cache" asks whether it changed.
    const copy = async (/** @type {[string, string]} */ [path, mark]) => {
      const before = await caches.match(at(path));
      const answer = await sound(before, mark)
        .catch(async () => sound(await fetch(at(path), { cache: "no-cache" }), mark));
      await cache.put(at(path), answer);
    };
    while (missing.length) await Promise.all(missing.splice(0, AT_ONCE).map(copy));
    await cache.put(LIST, list); // last: a copy that holds it is whole
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

  /** Drop what older workers kept that is no PDF, such as a log-in page. */
  async function clean() {
    if (!await caches.has(OPENED)) return;
    const cache = await caches.open(OPENED);
    for (const { url } of await cache.keys()) {
      const kept = await cache.match(url);
      if (kept && !isPdf(url, kept)) await cache.delete(url);
    }
  }

  /** @param {string} name @param {Response} answer */
  async function keep(name, answer) {
    await (await caches.open(OPENED)).put(name, answer);
  }

  const isOf = (/** @type {string} */ type, /** @type {Response} */ answer) =>
    answer.headers.get("Content-Type")?.split(";")[0].trim() === type;

  /**
   * A whole PDF, that stands at this address itself.
   * @type {(name: string, it: Response) => boolean}
   */
  const isPdf = (name, it) => name.endsWith(".pdf") && isOf("application/pdf", it) &&
    it.status === 200 && !it.redirected;

  /**
   * Whether an answer of the network goes before what is kept. Of a page the host decides, which
   * may ask to log in; a part of a page is never a page to log in.
   * @param {Response} fresh @param {Response} kept @param {boolean} isPage
   */
  const goesFirst = (fresh, kept, isPage) => isPage ? fresh.status < 500
    : fresh.ok && !fresh.redirected && isOf("text/html", fresh) === isOf("text/html", kept);

  /** @param {string} client @param {Response} fresh @param {Response} copied */
  function compare(client, fresh, copied) {
    const before = equalPages.get(client) ?? true;
    const equal = Promise.all([fresh.text(), copied.text()]).then(([a, b]) => a === b, () => true);
    equalPages.set(client, Promise.all([before, equal]).then((all) => all.every(Boolean)));
    return equal;
  }

  /** @returns {Promise<never>} */
  const late = () => new Promise((_, fail) => { setTimeout(fail, PATIENCE); });

  /** @param {FetchEvent} event @returns {Promise<Response>} */
  async function answer(event) {
    const { request } = event, isPage = request.mode === "navigate";
    const client = isPage ? event.resultingClientId : event.clientId;
    const name = plain(request.url);
    const copied = await caches.match(name, { cacheName: COPY });
    if (copied && !isPage && copiedPages.has(client)) return copied;
    const kept = copied ?? await caches.match(name, { cacheName: OPENED });
    const network = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(request));
    try {
      const fresh = await (kept ? Promise.race([network, late()]) : network);
      if (kept && !goesFirst(fresh, kept, isPage)) throw fresh;
      if (copied) event.waitUntil(compare(client, fresh.clone(), copied));
      else if (isPdf(name, fresh)) event.waitUntil(keep(name, fresh.clone()));
      return fresh;
    } catch { /* no network, not soon enough, or no good answer */ }
    if (isPage) return withoutNetwork(request.url, client, kept);
    const fitting = await equalPages.get(client) ?? true;
    return fitting && kept || network.catch(() => Response.error());
  }

  /** @param {string} url @param {string} client @param {Response} [kept] */
  function withoutNetwork(url, client, kept) {
    if (!kept) return Response.redirect(at("over/zonder-netwerk/"));
    const name = plain(url), bare = url.split(/[?#]/)[0];
    const whole = bare.endsWith("/") || bare.endsWith(".html") || bare === name;
    // Without its slash a page would look for its style and its links in the wrong folder.
    if (!whole) return Response.redirect(url.replace(bare, name));
    copiedPages.add(client);
    return kept;
  }

  const takeTurn = () => worker.skipWaiting();
  const takeOver = () =>
    Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.enable()]);

  worker.addEventListener("install", (event) => event.waitUntil(fill().then(takeTurn)));
  worker.addEventListener("activate", (event) =>
    event.waitUntil(adopt().then(clean).then(dropOld).then(takeOver)));
  worker.addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method !== "GET" || !url.startsWith(worker.registration.scope)) return;
    event.respondWith(answer(event));
  });
}
