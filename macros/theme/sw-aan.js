// Reading without a network: the network first, else the copy of the last build that was fetched whole.
// scripts/pipeline/offline.py fills in the version and publishes this as sw.js, beside precache.json: the addresses to copy.
// To take it back, publish sw-uit.js under the name sw.js.
const COPY = "kist-@VERSIE@";
const OPENED = "kist-geopend"; // what is too big to copy for everybody, such as PDFs: kept once it was opened
const PATIENCE = 3000; // ms for a network that is there but does not answer
const AT_ONCE = 6; // so that the copying never crowds out what the reader asks for

const at = (path) => new URL(path, registration.scope).href;

/** The one name of a page, whichever way it was asked for: /a/index.html, /a?b=c and /a are /a/. */
const plain = (url) => url.split(/[?#]/)[0].replace(/\/index\.html$/, "/").replace(/\/([^/.]+)$/, "/$1/");

/** A redirected answer may not be given to a page; its content may. */
function sound(answer) {
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

/** Copy everything that this version does not have yet; what was interrupted goes on where it stopped. */
async function fill() {
  const wanted = await fetch(at("precache.json"), { cache: "no-store" }).then((answer) => sound(answer).json());
  const cache = await caches.open(COPY);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = wanted.map(at).filter((url) => !there.has(url));
  const copy = async (url) => cache.put(url, sound(await fetch(url, { cache: "no-cache" }))); // asks whether it changed
  while (missing.length) await Promise.all(missing.splice(0, AT_ONCE).map(copy));
}

async function dropOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("kist-") && ![COPY, OPENED].includes(name)).map((name) => caches.delete(name)));
}

async function keep(name, answer) {
  await (await caches.open(OPENED)).put(name, answer);
}

const late = () => new Promise((_, fail) => { setTimeout(fail, PATIENCE); });

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
  // Without its slash a page would look for its style and its links in the wrong folder.
  return bare.endsWith("/") || bare.endsWith(".html") || bare === name ? kept : Response.redirect(request.url.replace(bare, name));
}

addEventListener("install", (event) => event.waitUntil(fill().then(skipWaiting)));
addEventListener("activate", (event) => event.waitUntil(
  dropOld().then(() => Promise.all([clients.claim(), registration.navigationPreload?.enable()]))));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event));
});
