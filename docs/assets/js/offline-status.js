// @ts-check
// <gk-kopie>: says whether this device holds the copy of the site that works without a network
// (macros/theme/sw-aan.js).
{
  class OfflineStatus extends HTMLElement {
    async connectedCallback() {
      if (location.protocol === "file:") return this.show("map");
      try {
        const worker = await navigator.serviceWorker.getRegistration();
        if (worker && !worker.active) this.show("bezig");
        worker?.installing?.addEventListener("statechange", ({ target }) => {
          const { state } = /** @type {ServiceWorker} */ (target);
          if (state === "redundant" && !worker.active) this.show("mislukt");
        });
        // This page asks for a copy once it has loaded.
        await this.count((await navigator.serviceWorker.ready).scope);
      } catch {
        this.show("geen");
      }
    }

    /** @param {string} scope the address of this site: another one on this host keeps its own */
    async count(scope) {
      const place = new URL(scope).pathname;
      const ours = `kist${place === "/" ? "" : place}-`; // as in sw-aan.js
      /** @type {Set<string>} */
      // The next copy comes in beside this one.
      const kept = new Set();
      for (const name of await caches.keys()) {
        if (!name.startsWith(ours)) continue;
        const urls = (await (await caches.open(name)).keys()).map(({ url }) => url);
        // A copy holds its own list once it is whole.
        const whole = name === `${ours}geopend` || urls.includes(`${scope}precache.json`);
        if (whole) urls.forEach((url) => kept.add(url));
      }
      for (const count of this.all("[data-eind]")) {
        const shown = [...kept].filter((url) => url.endsWith(count.dataset.eind ?? ""));
        count.textContent = String(shown.length);
      }
      // None: the switch that takes copies away stands in the place of the worker.
      this.show(kept.size ? "klaar" : "geen");
    }

    /** @param {string} state */
    show(state) {
      for (const sentence of this.all("[data-stand]")) {
        sentence.hidden = sentence.dataset.stand !== state;
      }
    }

    /** @param {string} selector */
    all(selector) {
      return /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(selector));
    }
  }

  customElements.define("gk-kopie", OfflineStatus);
}
