// @ts-check
// Who takes part in a meting: the own answers, what partners handed over, and earlier rounds. What came in from others stays
// closed until the own answers are complete.
{
  const MAX_DEELNEMERS = 12;
  const MAX_RONDES = 12;

  /** @typedef {{datum: string, codes: string[], eigen?: string}} Ronde eigen: the own code, since most give no name */

  const list = (/** @type {any} */ value) => (Array.isArray(value) ? value : []);

  class Deelnemers extends Gk.Paneel {
    sleutel = `scan.${this.id}`;
    aantallen = this.dataset.aantallen.split(",").map(Number);
    /** @type {{id: string, titel: string, plekken: number[]}[]} */
    onderdelen = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".stellingen"))].map((deel) => ({
      id: deel.dataset.onderdeel ?? "",
      titel: deel.dataset.titel ?? "",
      plekken: [.../** @type {NodeListOf<HTMLInputElement>} */ (deel.querySelectorAll("[value='1']"))].map(({ name }) => +name.slice(1)),
    }));
    plekken = this.onderdelen.flatMap(({ plekken }) => plekken);

    load() {
      const saved = this.lees();
      const sound = (/** @type {any} */ codes) => list(codes).filter((code) => this.read(code));
      /** @type {number[]} */
      this.mijn = Array.from({ length: this.aantallen.at(-1) }, (_, i) => [1, 2, 3, 4, 5, 6].find((answer) => answer === saved.mijn?.[i]) ?? 0);
      this.datum = Gk.isDag(Gk.iso(saved.datum)) ? saved.datum : Gk.ymd();
      this.begeleid = saved.begeleid === true;
      /** @type {string[]} */
      this.partners = sound(saved.partners);
      /** @type {Ronde[]} */
      this.rondes = [];
      for (const ronde of list(saved.rondes)) this.addRound(sound(ronde?.codes), ronde?.eigen);
      /** @type {string[][]} rounds that came in and may not be seen yet */
      this.dicht = list(saved.dicht).map(sound);
      this.deel("naam").value = Gk.codec.naamVan(String(saved.naam ?? this.deel("naam").value));
      this.deel("onthoud").checked = "naam" in saved;
      this.draw();
    }

    keep() {
      if (!this.verzegeld) for (const codes of this.dicht.splice(0)) this.addRound(codes); // it may be seen now
      const { naam, mijn, datum, begeleid, partners, rondes, dicht } = this;
      this.bewaar({ mijn, datum, begeleid, partners, rondes, dicht, ...(this.deel("onthoud").checked && { naam }) });
      this.draw();
    }

    get naam() {
      return Gk.codec.naamVan(this.deel("naam").value);
    }

    get beantwoord() {
      return this.plekken.filter((plek) => this.mijn[plek - 1]).length;
    }

    /** How many results came in. */
    get ontvangen() {
      return new Set([...this.partners, ...this.dicht.flat()]).size;
    }

    get verzegeld() {
      return this.ontvangen > 0 && this.beantwoord < this.plekken.length && !this.begeleid;
    }

    /** Own result as a code. */
    code() {
      return Gk.codec.encode({ scan: this.id, versie: this.aantallen.length, datum: this.datum, naam: this.naam, antwoorden: this.mijn });
    }

    /** The codes of everyone in this round. @returns {string[]} */
    codes() {
      return [...(this.beantwoord ? [this.code()] : []), ...this.partners];
    }

    /** What a code says, or null when it is not sound. @param {any} code */
    read(code) {
      return Gk.probeer(() => Gk.codec.decode(String(code), this));
    }

    /** @param {string[]} [codes] sound ones */
    readAll(codes = []) {
      return codes.map((code) => this.read(code));
    }

    /** The others of this round, as far as they may be seen. @returns {any[]} */
    anderen() {
      let nameless = 0;
      return this.readAll(this.verzegeld ? [] : this.partners).map((uitslag) => ({ ...uitslag, naam: uitslag.naam || `Partner ${++nameless}` }));
    }

    /** Take in all rounds that are given, this one last, or nothing; true when they were sound. @param {() => string[][]} give */
    take(give) {
      const { partners, dicht } = this;
      try {
        const rounds = give().map((codes) => codes.map((code) => Gk.codec.decode(String(code), this)));
        const said = new Set(rounds.pop()?.map((uitslag) => this.addPartner(uitslag)));
        this.dicht = [...this.dicht, ...rounds.map((round) => round.map(({ code }) => code))];
        this.say([...said].join(" ").replaceAll(". Erbij:", ","));
        this.keep();
        return true;
      } catch (error) {
        Object.assign(this, { partners, dicht });
        this.fail(this.zin(/** @type {Error} */ (error).message));
        return false;
      }
    }

    /** @param {any} uitslag @returns {string} what to tell the reader */
    addPartner({ naam, datum, antwoorden, code }) {
      const own = antwoorden.join() === this.mijn.join() && datum === this.datum;
      if (own && (!naam || !this.naam || naam === this.naam)) return this.zin("eigen");
      if (this.partners.includes(code)) return this.zin("al");
      const old = naam && this.readAll(this.partners).find((other) => other.naam === naam);
      if (!old && this.partners.length + Math.min(this.beantwoord, 1) >= MAX_DEELNEMERS) throw Error("teveel");
      let newest = code;
      if (old?.datum === datum) {
        if (!confirm(this.zin("anders", `${naam} is er al een uitslag van ${Gk.dag(datum)}`))) return "";
      } else if (old) { // the same name on another day: an earlier round
        newest = old.datum > datum ? old.code : code;
        this.dicht = [...this.dicht, [old.datum > datum ? code : old.code]];
      }
      this.partners = [...this.partners.filter((other) => other !== old?.code), newest].sort(); // the order of arrival does not matter
      return this.verzegeld ? "" : this.zin("erbij", naam || "een partner zonder naam");
    }

    /** @param {string[]} codes @param {string} [eigen] */
    addRound(codes, eigen) {
      if (!codes.length) return;
      const datum = this.readAll(codes).map((uitslag) => uitslag.datum).sort().at(-1);
      const same = this.rondes.find((ronde) => ronde.datum === datum);
      const all = [...new Set([...(same?.codes ?? []), ...codes])].sort();
      this.rondes = [...this.rondes.filter((ronde) => ronde !== same), { datum, codes: all, eigen: eigen ?? same?.eigen }]
        .sort((a, b) => +a.datum - +b.datum)
        .slice(-MAX_RONDES);
    }
  }

  Gk.Deelnemers = Deelnemers;
}
