// The switch that takes the offline copy away: every copy, and then this worker itself.
// Previews get it as it is. kist.py build publishes it as sw-uit.js, with the real worker
// (sw-aan.js) in its place.
{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const { scope } = worker.registration;
  const SHARED = "kist-geopend"; // of every site on this host, when names held no path

  /** As in sw-aan.js: a name holds the path of its site, or the pages in it do. */
  const isOurs = async (/** @type {string} */ name) =>
    name.startsWith(`kist${new URL(scope).pathname}-`) ||
    name.startsWith("kist-") && await caches.match(`${scope}404.html`, { cacheName: name });

  const dropOpened = async () => {
    if (!await caches.has(SHARED)) return;
    const cache = await caches.open(SHARED);
    for (const { url } of await cache.keys()) if (url.startsWith(scope)) await cache.delete(url);
    if (!(await cache.keys()).length) await caches.delete(SHARED);
  };

  const dropCopies = async () => {
    await dropOpened();
    for (const name of await caches.keys()) if (await isOurs(name)) await caches.delete(name);
  };

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) =>
    event.waitUntil(dropCopies().then(() => worker.registration.unregister())));
}
