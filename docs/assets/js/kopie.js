// @ts-check
// <gk-kopie>: says whether this device holds the copy of the site that works without a network (macros/theme/sw-aan.js).
{
  class Kopie extends HTMLElement {
    async connectedCallback() {
      if (location.protocol === "file:") return this.show("map");
      try {
        const worker = await navigator.serviceWorker.getRegistration();
        if (worker && !worker.active) this.show("bezig");
        await navigator.serviceWorker.ready; // this page asks for a copy once it has loaded
        await this.count();
      } catch {
        this.show("geen");
      }
    }

    async count() {
      const kept = new Set(); // the next copy comes in beside this one
      for (const name of await caches.keys()) {
        if (name.startsWith("kist-")) for (const { url } of await (await caches.open(name)).keys()) kept.add(url);
      }
      for (const telling of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-eind]"))) {
        telling.textContent = String([...kept].filter((url) => url.endsWith(telling.dataset.eind ?? "")).length);
      }
      this.show(kept.size ? "klaar" : "geen"); // none: the switch that takes copies away stands in the place of the worker
    }

    /** @param {string} stand */
    show(stand) {
      for (const zin of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-stand]"))) zin.hidden = zin.dataset.stand !== stand;
    }
  }

  customElements.define("gk-kopie", Kopie);
}
