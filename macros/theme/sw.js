// The switch that takes the offline copy away: every copy, and then this worker itself.
// Previews get it as it is. kist.py build publishes it as sw-uit.js, with the real worker
// (sw-aan.js) in its place.
{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

  const dropCopies = async () => {
    const names = await caches.keys();
    const ours = names.filter((name) => name.startsWith("kist-"));
    await Promise.all(ours.map((name) => caches.delete(name)));
  };

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) =>
    event.waitUntil(dropCopies().then(() => worker.registration.unregister())));
}
