// @ts-check
// <gk-gegevens>: what this site keeps on this device, in words; out to a file, in from a file, and away.
{
  class GkGegevens extends HTMLElement {
    /** @type {[string, object][]} from a file, for keys that held something else */ #rest = [];

    connectedCallback() {
      this.#deel("knoppen").hidden = this.#deel("lijst").hidden = false;
      this.onclick = ({ target }) => this.#doe[/** @type {any} */ (target).dataset.doe]?.();
      for (const soort of ["storage", "pageshow"]) addEventListener(soort, this);
      this.handleEvent();
    }

    disconnectedCallback() {
      for (const soort of ["storage", "pageshow"]) removeEventListener(soort, this);
    }

    /** Show what there is now. */
    handleEvent() {
      const sleutels = Gk.sleutels();
      const regels = [...this.#deel("lijst").children];
      for (const regel of regels) regel.hidden = !sleutels.includes(regel.dataset.sleutel);
      for (const sleutel of sleutels) {
        if (regels.some((regel) => regel.dataset.sleutel === sleutel)) continue;
        this.#deel("lijst").append(Gk.el("li", { "data-sleutel": sleutel }, `Van een eerdere versie: ${sleutel}`));
      }
      this.#deel("uitleg").textContent = sleutels.length ? "Op dit apparaat staat:" : "Op dit apparaat staat nu niets.";
    }

    /** @param {string} naam @returns {any} */
    #deel(naam) {
      return this.querySelector(`[data-deel=${naam}]`);
    }

    /** @param {[string, object][]} nieuw @param {string} zin */
    #bewaar(nieuw, zin) {
      const gelukt = nieuw.every(([sleutel, waarde]) => Gk.bewaar(sleutel, waarde));
      this.#meld(gelukt ? zin : Gk.NIET_BEWAARD);
    }

    /** @param {string} zin */
    #meld(zin) {
      this.#deel("vervang").hidden = !this.#rest.length;
      this.#deel("vraag").hidden = true;
      this.#deel("melding").textContent = zin;
      this.handleEvent();
    }

    /** What is already here stays, until the reader says otherwise. @param {Record<string, any>} gegevens */
    #lees(gegevens) {
      const goed = Object.entries(gegevens).filter(([sleutel, waarde]) => /^[a-z][a-z0-9.-]*$/.test(sleutel) && waarde?.opslag === 1);
      const anders = goed.filter(([sleutel, waarde]) => JSON.stringify(Gk.lees(sleutel)) !== JSON.stringify(waarde));
      this.#rest = anders.filter(([sleutel]) => Gk.sleutels().includes(sleutel));
      const nieuw = anders.filter((een) => !this.#rest.includes(een));
      this.#bewaar(nieuw, `Erbij gezet: ${nieuw.length}.${this.#rest.length ? ` Had je al en bleef staan: ${this.#rest.length}.` : ""}`);
    }

    /** @type {Record<string, () => void>} what the buttons do */
    #doe = {
      bewaar: () => Gk.geefBestand("mijn-gegevens", Object.fromEntries(Gk.sleutels().map((/** @type {string} */ sleutel) => [sleutel, Gk.lees(sleutel)]))),
      haal: () => Gk.vraagBestand((/** @type {any} */ gegevens) => this.#lees(gegevens), (/** @type {string} */ zin) => this.#meld(zin)),
      vervang: () => {
        const nieuw = this.#rest;
        this.#rest = [];
        this.#bewaar(nieuw, `Vervangen: ${nieuw.length}.`);
      },
      wis: () => {
        this.#deel("vraag").hidden = false;
        this.#deel("vraag").focus();
      },
      zeker: () => {
        Gk.sleutels().forEach(Gk.wis);
        this.#rest = [];
        this.#meld("Alles is gewist.");
        this.#deel("wis").focus();
      },
      niet: () => {
        this.#meld("");
        this.#deel("wis").focus();
      },
    };
  }

  customElements.get("gk-gegevens") ?? customElements.define("gk-gegevens", GkGegevens);
}
