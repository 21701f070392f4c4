// @ts-check
// <gk-gegevens>: what this site keeps on this device, in words; out to a file, in from a file, and away.
{
  class Gegevens extends Gk.Paneel {
    soorten = ["gk-gegevens"];

    handleEvent() {
      this.load();
    }

    /** Show what there is now; a key without a line of its own gets one. */
    load() {
      const [lijst, sleutels] = [this.deel("lijst"), Gk.sleutels()];
      for (const sleutel of sleutels) {
        if (lijst.querySelector(`[data-sleutel="${CSS.escape(sleutel)}"]`)) continue;
        lijst.append(this.maak("onbekend", { sleutel }));
        lijst.lastChild.dataset.sleutel = sleutel;
      }
      for (const regel of lijst.children) regel.hidden = !sleutels.includes(regel.dataset.sleutel);
      this.deel("uitleg").textContent = this.zin(sleutels.length ? "iets" : "niets");
    }

    /** @param {string} [zin] */
    say(zin, fout) {
      super.say(zin, fout);
      this.show({ vraag: false });
      this.load();
    }

    /** What is here already stays. @param {any} bestand */
    openFile({ gegevens }) {
      const goed = Object.keys(gegevens).filter((sleutel) => gegevens[sleutel]?.opslag === 1);
      const nieuw = goed.filter((sleutel) => !Gk.sleutels().includes(sleutel));
      this.say(`Erbij gezet: ${nieuw.length}. Had je al en bleef staan: ${goed.length - nieuw.length}.`);
      for (const sleutel of nieuw) this.bewaar(gegevens[sleutel], sleutel);
      this.load();
    }

    doe = {
      bewaar: () => {
        const gegevens = Object.fromEntries(Gk.sleutels().map((/** @type {string} */ sleutel) => [sleutel, Gk.rauw(sleutel)]));
        Gk.geefBestand("mijn-gegevens", "gk-gegevens", { gegevens });
      },
      haal: () => this.deel("bestanden").click(),
      wis: () => {
        this.show({ vraag: true });
        this.deel("vraag").focus();
      },
      zeker: () => {
        Gk.sleutels().forEach(Gk.wis);
        this.doe.niet();
      },
      niet: () => this.deel("wis").focus(),
    };
  }

  customElements.define("gk-gegevens", Gegevens);
}
