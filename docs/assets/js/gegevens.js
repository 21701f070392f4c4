// @ts-check
// <gk-gegevens>: what this site keeps on this device, in words; out to a file, in from a file, and away.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  class GkGegevens extends HTMLElement {
    connectedCallback() {
      this.#deel("knoppen").hidden = this.#deel("lijst").hidden = false;
      this.onclick = ({ target }) => this.#doe[/** @type {any} */ (target).dataset.doe]?.();
      for (const soort of ["storage", "pageshow"]) addEventListener(soort, this);
      this.handleEvent();
    }

    disconnectedCallback() {
      for (const soort of ["storage", "pageshow"]) removeEventListener(soort, this);
    }

    /** Show what there is now; a key without a line of its own gets one. */
    handleEvent() {
      const [lijst, sleutels] = [this.#deel("lijst"), Gk.sleutels()];
      for (const sleutel of sleutels) {
        if (lijst.querySelector(`[data-sleutel="${CSS.escape(sleutel)}"]`)) continue;
        lijst.append(Gk.el("li", { "data-sleutel": sleutel }, `Van een andere versie van deze site: ${sleutel}`));
      }
      for (const regel of lijst.children) regel.hidden = !sleutels.includes(regel.dataset.sleutel);
      this.#deel("uitleg").textContent = sleutels.length ? "Op dit apparaat staat:" : "Op dit apparaat staat nu niets.";
    }

    /** @param {string} naam @returns {any} */
    #deel(naam) {
      return this.querySelector(`[data-deel=${naam}]`);
    }

    #meld(/** @type {string} */ zin) {
      this.#deel("melding").textContent = zin;
      this.#deel("vraag").hidden = true;
      this.handleEvent();
    }

    /** @type {Record<string, () => void>} what the buttons do */
    #doe = {
      bewaar: () => Gk.geefBestand("mijn-gegevens", Object.fromEntries(Gk.sleutels().map((/** @type {string} */ sleutel) => [sleutel, Gk.rauw(sleutel)]))),
      haal: async () => {
        const gegevens = await Gk.vraagBestand();
        if (!gegevens) return this.#meld(Gk.GEEN_BESTAND);
        const goed = Object.keys(gegevens).filter((sleutel) => gegevens[sleutel]?.opslag === 1);
        const nieuw = goed.filter((sleutel) => !Gk.sleutels().includes(sleutel)); // what is here already stays
        const gelukt = nieuw.every((sleutel) => Gk.bewaar(sleutel, gegevens[sleutel]));
        this.#meld(gelukt ? `Erbij gezet: ${nieuw.length}. Had je al en bleef staan: ${goed.length - nieuw.length}.` : Gk.nietBewaard());
      },
      wis: () => {
        this.#deel("vraag").hidden = false;
        this.#deel("vraag").focus();
      },
      zeker: () => {
        Gk.sleutels().forEach(Gk.wis);
        this.#doe.niet();
        this.#meld("Alles is gewist.");
      },
      niet: () => {
        this.#meld("");
        this.#deel("wis").focus();
      },
    };
  }

  customElements.get("gk-gegevens") ?? customElements.define("gk-gegevens", GkGegevens);
}
