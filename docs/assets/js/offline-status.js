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
        // This page asks for a copy once it has loaded.
        await navigator.serviceWorker.ready;
        await this.count();
      } catch {
        this.show("geen");
      }
    }

    async count() {
      /** @type {Set<string>} */
      // The next copy comes in beside this one.
      const kept = new Set();
      for (const name of await caches.keys()) {
        if (!name.startsWith("kist-")) continue;
        for (const { url } of await (await caches.open(name)).keys()) kept.add(url);
      }
      for (const count of this.all("[data-eind]")) {
        const ours = [...kept].filter((url) => url.endsWith(count.dataset.eind ?? ""));
        count.textContent = String(ours.length);
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
