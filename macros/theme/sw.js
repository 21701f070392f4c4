// The switch that takes the offline copy away: every copy, and then this worker itself.
// Previews get it as it is. kist.py build publishes it as sw-uit.js, with the real worker (sw-aan.js) in its place.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(
  caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith("kist-")).map((name) => caches.delete(name))))
    .then(() => registration.unregister())));
