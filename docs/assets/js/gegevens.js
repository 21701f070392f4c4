// @ts-check
// <gk-gegevens>: what this site keeps on this device, in words; out to a file, in from a file, and
// away.
{
  class Gegevens extends Paneel {
    fileKinds = ["gk-gegevens"];

    refresh() {
      this.load();
    }

    /** Show what there is now; a key without a line of its own gets one. */
    load() {
      const [list, keys] = [this.piece("lijst"), Gk.store.keys()];
      for (const key of keys) {
        if (this.line(key)) continue;
        const line = this.lineOfKist(key) ?? this.clone("onbekend", { sleutel: key });
        line.dataset.sleutel = key;
        list.append(line);
      }
      for (const line of Paneel.all(list, "[data-sleutel]")) {
        line.hidden = !keys.includes(line.dataset.sleutel ?? "");
      }
      this.piece("uitleg").textContent = this.sentence(keys.length ? "iets" : "niets");
    }

    /** @param {string} key @returns {HTMLElement | null} */
    line(key) {
      return this.piece("lijst").querySelector(`[data-sleutel="${CSS.escape(key)}"]`);
    }

    /** What belongs to a kist, as <key>.<kist>: the line of that key, and which kist. */
    lineOfKist(/** @type {string} */ key) {
      const [, rest, kist] = key.match(/^(.+\..+)\.(.+)$/) ?? [];
      const line = /** @type {HTMLElement | undefined} */ (this.line(rest)?.cloneNode(true));
      const naam = Gk.kisten.of(kist)?.naam;
      line?.append(this.clone("kist", { naam: naam && [Gk.dom.typed(naam)], weg: !naam }));
      return line;
    }

    say(text = "", wrong = "") {
      super.say(text, wrong);
      this.show({ vraag: false });
      this.load();
    }

    /** What is here already stays. @param {Unknown} data @param {string} name */
    openFile({ gegevens }, name) {
      const given = /** @type {Record<string, {opslag?: unknown} | null>} */ (gegevens);
      const all = Object.keys(given);
      const sound = all.filter((key) => given[key]?.opslag === 1);
      const later = all.filter((key) => Number(given[key]?.opslag) > 1);
      const wrong = all.length - sound.length - later.length;
      const added = sound.filter((key) => !Gk.store.keys().includes(key));
      const kept = sound.length - added.length;
      this.say(this.sentence("erbij", added.length, kept), [
        ...(later.length ? [this.sentence("later", name)] : []),
        ...(wrong ? [this.sentence("onleesbaar", name, wrong, all.length)] : []),
      ].join(" "));
      for (const key of added) this.save(given[key] ?? {}, key);
      this.load();
    }

    actions = {
      bewaar: () => {
        const gegevens = Object.fromEntries(
          Gk.store.keys().map((key) => [key, Gk.store.raw(key)]));
        Gk.files.saveJson("mijn-gegevens", "gk-gegevens", { gegevens });
      },
      haal: () => this.piece("bestanden").click(),
      wis: () => {
        this.show({ vraag: true });
        this.piece("vraag").focus();
      },
      zeker: () => {
        Gk.store.keys().forEach(Gk.store.remove);
        this.piece("wis").focus();
      },
      niet: () => this.piece("wis").focus(),
    };
  }

  customElements.define("gk-gegevens", Gegevens);
}
