// @ts-check
// What <gk-meting> does with others: take in what they handed over, show it, keep rounds. Loaded
// when something came in, with all that only comparing needs (macros/model/components.py).
{
  const MANY = 6; // names in one sentence

  class Samen {
    /** @param {Paneel} panel @param {Deelnemer} deelnemer @param {string} agenda its address */
    constructor(panel, deelnemer, agenda) {
      this.panel = panel;
      this.deelnemers = new Deelnemers(deelnemer.scan);
      this.deelnemers.load(deelnemer.stored());
      Object.assign(this.deelnemers, { naam: deelnemer.naam, partij: deelnemer.partij });
      this.view = new VergelijkView(panel, this.deelnemers, agenda);
      this.trend = new TrendView(this.view);
    }

    draw() {
      const { deelnemers, panel } = this;
      const groep = this.view.draw();
      this.trend.draw(groep);
      this.drawPartners();
      panel.show({
        derde: deelnemers.tooMany(this.everyone()) === "derde",
      });
      return groep;
    }

    /** Whether there are more named parties than fit. */
    isOver() {
      return this.deelnemers.tooMany(this.everyone()) === "negende";
    }

    everyone() {
      return [...this.deelnemers.eigen(), ...this.deelnemers.anderen()];
    }

    /**
     * Whether nobody is seen alone; once results are in, only undone with a yes.
     * @param {boolean} wanted @returns {boolean} what it is now
     */
    choose(wanted) {
      const { deelnemers } = this;
      const others = deelnemers.ontvangen + deelnemers.rondes.length;
      deelnemers.drie = wanted || (others > 0 && !this.ask("zonderdrie"));
      return deelnemers.drie;
    }

    /** All rounds as codes, for paper; nothing where nobody may be seen alone. */
    rounds() {
      const { drie, rondes } = this.deelnemers;
      return drie ? [] : [...rondes.map(({ codes }) => codes), this.deelnemers.codes()];
    }

    // ---------- what came in ----------

    /** A question about a result, or none. @type {Ask} */
    ask = (question, uitslag) => {
      const { naam = "", datum = "" } = uitslag ?? {};
      return confirm(Paneel.plain(this.panel.sentence(question, naam, Gk.days.shown(datum))));
    };

    /**
     * Take in what was handed over, and say what came of it.
     * @param {() => [string, string?][]} give sentences @param {string} [wrong] already known
     * @returns {boolean} whether all went well
     */
    take(give, wrong = "") {
      try {
        const texts = new Set(this.summed(give()));
        this.panel.say([...texts].join(" ").replace(/\.? Erbij:/g, ","), wrong);
        return !wrong;
      } catch (error) {
        this.panel.fail(this.panel.sentence(/** @type {Error} */ (error).message));
        return false;
      }
    }

    /**
     * Many names would cover the page: then how many there are.
     * @param {[string, string?][]} said
     */
    summed(said) {
      const { length } = said.filter(([name]) => name === "erbij");
      const few = said.filter(([name]) => length <= MANY || name !== "erbij");
      const texts = few.map(([name, gap]) => this.panel.sentence(name, gap));
      const many = few.length < said.length ? [this.panel.sentence("aantalerbij", length)] : [];
      return [...texts, ...many];
    }

    /** Find the codes in a text, and take them in. @param {string} text */
    takeFrom(text) {
      const { deelnemers, panel } = this;
      try {
        const { rondes, fouten } = /** @type {NonNullable<Shared["codes"]>} */ (Gk.codes)
          .find(text, deelnemers.scan);
        const alone = !rondes.flat().length && fouten.length === 1;
        const wrong = fouten.map((one) => this.faultOf(one, alone)).join(" ");
        return this.take(() => deelnemers.take(rondes, this.ask), wrong);
      } catch (error) {
        panel.fail(panel.sentence(/** @type {Error} */ (error).message));
        return false;
      }
    }

    /** @param {{nr: number, reden: string, naam: string}} fout @param {boolean} alone */
    faultOf({ nr, reden, naam }, alone) {
      const which = this.panel.sentence("nummer", naam ? `${nr} (${naam})` : nr);
      return alone ? this.panel.sentence(reden) : `${which} ${this.panel.sentence(reden)}`;
    }

    /** @param {Unknown} data @param {string} name of the file */
    openFile(data, name) {
      const { deelnemers, panel } = this;
      if (data.scan !== deelnemers.scan.id) throw Error();
      const { aantal, redenen } = deelnemers.sift(data);
      const { wrong, all } = Gk.actions.unread(data.acties);
      const lost = redenen.length + wrong;
      const faults = [
        ...(lost ? [panel.sentence("onleesbaar", name, lost, aantal + all)] : []),
        ...(redenen.includes("versie") ? [panel.sentence("versie")] : []),
        ...(aantal || data.acties ? [] : [panel.sentence("leeg", name)]),
      ];
      this.take(() => deelnemers.open(data, this.ask), faults.join(" "));
      const acties = Gk.actions.merge(Gk.actions.stored(), data.acties);
      if (data.acties) {
        panel.save({ ...Gk.store.read("verbeteragenda"), acties }, "verbeteragenda");
      }
    }

    // ---------- who takes part ----------

    drawPartners() {
      const { drie } = this.deelnemers;
      const lines = drie ? this.partyLines() : this.personLines();
      this.panel.show({ partners: lines.length });
      this.panel.piece("partners").replaceChildren(...lines);
    }

    personLines() {
      const { typed } = Gk.dom;
      return this.deelnemers.anderen().map(({ naam, partij, datum, code }) => {
        const who = () => [typed(naam), ...(partij ? [", ", typed(partij)] : [])];
        const line = this.panel.clone("partner", {
          naam: who(), wie: who(), datum: Gk.days.shown(datum),
        });
        line.dataset.codes = code;
        return line;
      });
    }

    /** Where nobody is seen alone: how many of each party answered. */
    partyLines() {
      const { deelnemers } = this;
      return Gk.parties.of(this.everyone(), deelnemers.scan.huis).map(({ naam, personen }) => {
        const codes = personen.flatMap(({ code }) => code ?? []);
        const line = this.panel.clone("partij", {
          naam: [Gk.dom.typed(naam)],
          aantal: String(personen.length),
          weg: codes.length > 0,
          wie: [Gk.dom.typed(naam)],
        });
        line.dataset.codes = codes.join(" ");
        return line;
      });
    }

    /** @param {HTMLElement} button in the line of a person or a party */
    remove(button) {
      const gone = button.closest("li")?.dataset.codes?.split(" ") ?? [];
      this.deelnemers.partners = this.deelnemers.partners.filter((code) => !gone.includes(code));
    }
  }

  Gk.together = (panel, deelnemer, agenda) => new Samen(panel, deelnemer, agenda);
}
