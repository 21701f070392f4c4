// @ts-check
// <gk-meting>: answering a meting, by mouse, touch or keyboard, and what its buttons do.
// The questions and all advice are in the page; without this file they can still be read, filled in
// and printed.
{
  // Characters; a finer code does not print well.
  const MAX_QR = 900;
  const FOLDER = location.protocol === "file:";
  // Buttons that hand over or keep the own result, with its day.
  const WITH_DAY = ["link", "bestand", "qr", "print", "vergelijking", "reeks", "ronde"];

  /** The parts as they stand in the page. @returns {Onderdeel[]} */
  const onderdelen = () => [...Paneel.all(document, ".stellingen")].map((part) => ({
    id: part.dataset.onderdeel ?? "",
    titel: part.dataset.titel ?? "",
    plekken: [.../** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll("[value='1']"))]
      .map(({ name }) => +name.slice(1)),
  }));

  class Meting extends Paneel {
    key = `scan.${this.id}`;
    anchor = "scan";
    fileKinds = ["gk-scan", "gk-reeks"];
    address = String(FOLDER ? this.dataset.adres : location.href.split(/[?#]/)[0]);
    deelnemers = new Deelnemers({
      id: this.id,
      aantallen: (this.dataset.aantallen ?? "").split(",").map(Number),
      onderdelen: onderdelen(),
    });
    view = new UitslagView(
      this, this.deelnemers, this.dataset.agenda + (FOLDER ? "index.html" : ""));
    trend = new TrendView(this.view);

    /** @param {AddEventListenerOptions} options */
    listen(options) {
      super.listen(options);
      document.addEventListener("change", ({ target }) => {
        if (/** @type {Element} */ (target).closest(".stellingen")) this.takeAnswers();
      }, options);
      document.addEventListener("keydown", (event) => this.typeAnswer(event), options);
      this.piece("erbij").addEventListener("keydown", ({ key }) => {
        if (key === "Enter") this.press(this.querySelector("[data-doe=erbij]"));
      }, options);
    }

    load() {
      const saved = this.read();
      const [naam, onthoud] = [this.field("naam"), this.field("onthoud")];
      naam.value = Gk.codec.nameOf(String(saved.naam ?? naam.value));
      onthoud.checked = "naam" in saved;
      this.deelnemers.naam = naam.value;
      this.deelnemers.load(saved);
      this.draw();
    }

    keep() {
      const naam = this.deelnemers.naam = Gk.codec.nameOf(this.field("naam").value);
      this.deelnemers.unseal();
      this.save({ ...this.deelnemers.stored(), ...(this.field("onthoud").checked && { naam }) });
      this.draw();
    }

    // ---------- answering ----------

    /** @param {number} plek @returns {HTMLInputElement[]} */
    radios(plek) {
      return [...document.querySelectorAll(/** @type {"input"} */ (`[name=v${plek}]`))];
    }

    takeAnswers() {
      const { plekken, mijn } = this.deelnemers;
      for (const plek of plekken) {
        mijn[plek - 1] = +(this.radios(plek).find(({ checked }) => checked)?.value ?? 0);
      }
      this.answered();
    }

    answered() {
      this.say(); // old news
      if (!this.hasWrongClock()) this.deelnemers.datum = Gk.days.ymd();
      this.keep();
    }

    /**
     * Quick entry, also of a paper form: a digit answers and goes on.
     * @param {KeyboardEvent} event
     */
    typeAnswer(event) {
      const radio = /** @type {HTMLInputElement} */ (event.target);
      const key = event.key === "?" ? "6" : event.key;
      const shortcut = event.ctrlKey || event.metaKey || event.altKey;
      if (!/^[0-6]$/.test(key) || shortcut || !radio.closest?.(".stelling")) return;
      event.preventDefault();
      const { plekken, mijn } = this.deelnemers;
      const plek = +radio.name.slice(1);
      mijn[plek - 1] = +key;
      this.answered();
      const next = this.radios(plekken[plekken.indexOf(plek) + 1] ?? plek);
      (next.find(({ checked }) => checked) ?? next[0]).focus();
    }

    /** A name, whether it may be remembered, or the day. @param {HTMLInputElement} field */
    typed(field) {
      const isDay = field.matches("[data-deel=dag]");
      if (isDay && !Gk.days.isDay(field.value)) return; // not typed out yet
      if (isDay) {
        this.deelnemers.datum = field.value.replaceAll("-", "");
        this.say(); // old news
      }
      if (isDay || field.matches("[data-deel=naam], [data-deel=onthoud]")) this.keep();
    }

    // ---------- the day of the result ----------

    hasWrongClock() {
      return Gk.days.isDoubtful(Gk.days.iso(Gk.days.ymd()), String(this.dataset.uitgave));
    }

    /** Ask for the day when the clock of the device cannot be right. */
    drawDay() {
      const [wrong, today] = [this.hasWrongClock(), Gk.days.ymd()];
      if (!wrong && !this.hasDay()) this.deelnemers.datum = today; // the clock was set right
      this.show({ klok: wrong });
      this.piece("vandaag").textContent = Gk.days.shown(today);
      this.field("dag").value = Gk.days.iso(this.deelnemers.datum);
    }

    /** Whether partners accept the day, also those with an older copy of this site. */
    hasDay() {
      return Gk.days.isDay(Gk.days.iso(this.deelnemers.datum));
    }

    /** @param {HTMLElement | null} button */
    async press(button) {
      const needsDay = this.deelnemers.beantwoord && WITH_DAY.includes(button?.dataset.doe ?? "");
      if (needsDay) this.drawDay();
      if (!needsDay || this.hasDay()) return super.press(button);
      this.fail(this.sentence("klok"));
      this.field("dag").focus();
    }

    draw() {
      this.drawDay();
      const { plekken, mijn } = this.deelnemers;
      for (const plek of plekken) {
        for (const radio of this.radios(plek)) radio.checked = +radio.value === mijn[plek - 1];
      }
      const { personen } = this.view.draw();
      this.trend.draw(personen);
      this.drawProgress(personen.length);
      this.drawPartners();
    }

    /** @param {number} persons how many results are shown */
    drawProgress(persons) {
      const { beantwoord, verzegeld, ontvangen, plekken, rondes } = this.deelnemers;
      const amount = this.sentence(ontvangen === 1 ? "een" : "meer", ontvangen);
      this.piece("aantal").textContent = amount;
      const sealed = verzegeld ? `. ${this.piece("verzegeld").firstElementChild?.textContent}` : "";
      const status = /** @type {Element} */ (document.querySelector(".voortgang [role=status]"));
      Paneel.announce(status, `${beantwoord} van ${plekken.length} beantwoord${sealed}`);
      this.show({
        wacht: !persons && !verzegeld,
        verzegeld,
        beeld: persons,
        delen: beantwoord,
        vergelijking: persons > 1,
        later: beantwoord || ontvangen || rondes.length,
      });
    }

    drawPartners() {
      const lines = this.deelnemers.anderen().map(({ naam, datum }) => this.clone("partner", {
        naam: [Gk.dom.typed(naam)], wie: [Gk.dom.typed(naam)], datum: Gk.days.shown(datum),
      }));
      this.show({ partners: lines.length });
      this.piece("partners").replaceChildren(...lines);
    }

    // ---------- in and out ----------

    /**
     * Take in rounds of codes, and say what came of it.
     * @param {() => Overhandigd} give @returns {boolean} whether all went well
     */
    take(give) {
      try {
        const { rondes, fouten } = give();
        const said = this.deelnemers.take(rondes, ({ naam, datum }) => {
          const asked = this.sentence("anders", naam, Gk.days.shown(datum));
          return confirm(Paneel.plain(asked));
        });
        const texts = new Set(said.map(([name, gap]) => this.sentence(name, gap)));
        const alone = !rondes.flat().length && fouten.length === 1;
        const wrong = fouten.map((one) => this.faultOf(one, alone)).join(" ");
        this.say([...texts].join(" ").replaceAll(". Erbij:", ","), wrong);
        this.keep();
        return !wrong;
      } catch (error) {
        this.fail(this.sentence(/** @type {Error} */ (error).message));
        return false;
      }
    }

    /** @param {{nr: number, reden: string, naam: string}} fout @param {boolean} alone */
    faultOf({ nr, reden, naam }, alone) {
      const which = this.sentence("nummer", naam ? `${nr} (${naam})` : nr);
      return alone ? this.sentence(reden) : `${which} ${this.sentence(reden)}`;
    }

    /** Find the codes in a text, and take them in. @param {string} text */
    takeFrom(text) {
      return this.take(() => /** @type {NonNullable<Shared["codes"]>} */ (Gk.codes)
        .find(text, this.deelnemers.scan));
    }

    /** What stands in the field for a link or code. */
    add() {
      const [field, gaps] = [this.field("erbij"), this.piece("verschillen")];
      const closed = gaps.hidden;
      if (this.takeFrom(field.value)) field.value = "";
      if (!closed || gaps.hidden) return;
      /** @type {HTMLElement} */ (gaps.firstElementChild).focus(); // brings what appeared in view
    }

    /** @param {string} address */
    async openLink(address) {
      try {
        await this.reader();
        this.takeFrom(address);
      } catch {
        return this.fail(this.sentence("netwerk"));
      }
      if (!this.deelnemers.verzegeld) this.scrollIntoView();
    }

    /** @param {Unknown} data */
    openFile({ scan, codes, rondes = [], acties }) {
      if (scan !== this.id || !Array.isArray(codes)) throw Error();
      const earlier = /** @type {Ronde[]} */ (rondes)
        .map((ronde) => ronde.codes.filter((code) => this.deelnemers.read(code)));
      const fouten = codes.flatMap((code, k) => this.faultsIn(String(code), k + 1));
      const sound = codes.filter((code) => this.deelnemers.read(code)).map(String);
      this.take(() => ({ rondes: [...earlier, sound], fouten }));
      if (!acties) return;
      const merged = Gk.actions.merge(Gk.actions.stored(), acties);
      this.save({ ...Gk.store.read("verbeteragenda"), acties: merged }, "verbeteragenda");
    }

    /** @param {string} code @param {number} nr @returns {Overhandigd["fouten"]} */
    faultsIn(code, nr) {
      try {
        Gk.codec.decode(code, this.deelnemers.scan);
        return [];
      } catch (error) {
        return [{ nr, reden: /** @type {Error} */ (error).message, naam: "" }];
      }
    }

    /** @param {string[][]} rounds of codes, the one of now last */
    linkTo(rounds) {
      return `${this.address}#scan=${rounds.map((codes) => codes.join("~")).join("~~")}`;
    }

    /**
     * A namespace of a script that not every reader needs: loaded on the first click.
     * @template {"qr" | "takeAway" | "codes"} Name @param {Name} name @param {string} [src]
     */
    async fetched(name, src = "") {
      if (!Gk[name]) {
        await new Promise((onload, onerror) => {
          document.head.append(Object.assign(Gk.dom.el("script", { src }), { onload, onerror }));
        });
      }
      return /** @type {NonNullable<Shared[Name]>} */ (Gk[name]);
    }

    reader() {
      return this.fetched("codes", this.dataset.lezer);
    }

    takeAway() {
      return this.fetched("takeAway", this.dataset.meenemen);
    }

    /** A QR code, drawn: print() does not wait. Null when too fine. @param {string} text */
    async makeQr(text) {
      if (text.length > MAX_QR) return null;
      const picture = (await this.fetched("qr", this.dataset.qr))(text);
      await picture.decode();
      return picture;
    }

    /** @param {string[][]} rounds @param {number} [count] only the first persons */
    async print(rounds, count) {
      const { printResult } = await this.takeAway();
      printResult(this.view, rounds, await this.makeQr(this.linkTo(rounds)), count);
    }

    /** @param {boolean} [abroad] for other programs than Dutch Excel */
    saveTable(abroad) {
      const [heads, ...rows] = [...this.piece("tabel").querySelectorAll("tr")]
        .map(({ cells }) => [...cells].map(({ textContent }) => String(textContent)));
      const columns = heads.map((naam, k) =>
        // Without the change.
        [naam, ...rows.map((row) => row[k].split(" ")[0])]);
      const titles = this.deelnemers.scan.onderdelen.map(({ titel }) => titel);
      Gk.csv.save(this.id, [["wie", ...titles], ...columns.slice(1)], abroad);
    }

    actions = {
      begeleid: () => {
        this.deelnemers.begeleid = true;
        this.keep();
        // The button is gone.
        this.piece("kop").focus();
      },
      link: () => this.copy(this.linkTo([[this.deelnemers.code()]])),
      uitnodiging: () => this.copy(this.address),
      bestand: () => {
        const codes = [this.deelnemers.code()];
        Gk.files.saveJson(this.id, "gk-scan", { scan: this.id, codes });
      },
      reeks: () => {
        const { rondes, dicht } = this.deelnemers;
        Gk.files.saveJson(this.id, "gk-reeks", {
          scan: this.id,
          rondes: [...rondes, ...dicht.map((codes) => ({ codes }))],
          codes: this.deelnemers.codes(),
          acties: Gk.actions.stored().filter(({ scan }) => scan === this.id),
        });
      },
      csv: () => this.saveTable(),
      csvAnders: () => this.saveTable(true),
      png: async () => (await this.takeAway()).savePicture(this.piece("figuur"), this.id),
      qr: async () => {
        const figure = this.piece("qr");
        const qr = await this.makeQr(this.linkTo([[this.deelnemers.code()]]));
        figure.firstElementChild?.replaceChildren(qr ?? "");
        this.show({ qr: true });
        figure.scrollIntoView({ block: "center" });
      },
      print: () => this.print([[this.deelnemers.code()]], 1),
      vergelijking: () => {
        const earlier = this.deelnemers.rondes.map(({ codes }) => codes);
        return this.print([...earlier, this.deelnemers.codes()]);
      },
      erbij: () => (Gk.codes ? this.add() : this.reader().then(() => this.add())),
      weg: (/** @type {HTMLElement} */ button) => {
        const line = /** @type {Element} */ (button.closest("li"));
        this.deelnemers.partners.splice([...this.piece("partners").children].indexOf(line), 1);
        this.keep();
        this.piece("erbij").focus();
      },
      ronde: () => {
        if (this.deelnemers.verzegeld) throw Error();
        this.deelnemers.closeRound();
        this.hideCodes();
        this.keep();
      },
      wis: () => {
        Gk.store.remove(this.key);
        this.field("naam").value = "";
        this.deelnemers.clear();
        this.hideCodes();
        this.load();
        this.piece("kop").focus();
      },
    };

    hideCodes() {
      this.show({ toon: false, qr: false });
    }
  }

  customElements.define("gk-meting", Meting);
}
