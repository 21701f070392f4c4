// @ts-check
// <gk-kopie>: says whether this device holds the copy of the site that works without a network (macros/theme/sw-aan.js).
{
  class GkKopie extends HTMLElement {
    connectedCallback() {
      if (location.protocol === "file:") return this.#toon("map");
      navigator.serviceWorker?.getRegistration().then((worker) => {
        if (worker?.active) return this.#klaar();
        if (worker) this.#toon("bezig");
        return navigator.serviceWorker.ready.then(() => this.#klaar()); // this page asks for a copy once it has loaded
      }).catch(() => this.#toon("geen"));
    }

    async #klaar() {
      const names = (await caches.keys()).filter((name) => name.startsWith("kist-"));
      const all = (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat();
      const kept = [...new Set(all.map(({ url }) => url))]; // the next copy comes in beside this one
      this.#tel("paginas", kept.filter((url) => url.endsWith("/")).length);
      this.#tel("pdfs", kept.filter((url) => url.endsWith(".pdf")).length);
      this.#toon(kept.length ? "klaar" : "geen"); // none: the switch that takes copies away stands in the place of the worker
    }

    #tel(/** @type {string} */ deel, /** @type {number} */ aantal) {
      /** @type {HTMLElement} */ (this.querySelector(`[data-deel=${deel}]`)).textContent = String(aantal);
    }

    #toon(/** @type {string} */ stand) {
      for (const zin of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-stand]"))) zin.hidden = zin.dataset.stand !== stand;
    }
  }

  customElements.get("gk-kopie") ?? customElements.define("gk-kopie", GkKopie);
}
