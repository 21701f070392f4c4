// @ts-check
// <gk-meting>: answering a meting, by mouse, touch or keyboard, and what its buttons do.
// The questions and all advice are in the page; without this file they can still be read, filled in
// and printed.
{
  // Characters; a finer code does not print well.
  const MAX_QR = 900;
  const FOLDER = location.protocol === "file:";
  /** @type {("naam" | "partij")[]} */
  const OWN_NAMES = ["naam", "partij"];
  // Buttons that hand over or keep the own result, with its day.
  const WITH_DAY = ["link", "bestand", "qr", "print", "vergelijking", "reeks", "ronde"];

  /** The places of statements in the order of the page. @param {ParentNode} part */
  const placesIn = (part) =>
    [.../** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll("[name^=v][value='1']"))]
      .map(({ name }) => +name.slice(1));

  /** The parts as they stand in the page. @returns {Onderdeel[]} */
  const onderdelen = () => [...Paneel.all(document, ".stellingen")].map((part) => {
    const wij = (part.dataset.wij ?? "").split(",").filter(Boolean).map(Number);
    return {
      id: part.dataset.onderdeel ?? "",
      titel: part.dataset.titel ?? "",
      over: /** @type {Onderdeel["over"]} */ (part.dataset.over),
      plekken: placesIn(part).filter((plek) => !wij.includes(plek)),
      wij,
    };
  });

  /** @returns {Scan} */
  const scanOf = (/** @type {HTMLElement} */ { id, dataset }) => {
    const parts = onderdelen();
    return {
      id,
      aantallen: (dataset.aantallen ?? "").split(",").map(Number),
      onderdelen: parts,
      huis: dataset.huis,
      ander: dataset.ander ?? "",
      elkaar: parts.some(({ over }) => over === "elkaar"),
    };
  };

  class Meting extends Paneel {
    key = `scan.${this.id}`;
    anchor = "scan";
    fileKinds = ["gk-scan", "gk-reeks"];
    address = Gk.address();
    agenda = this.dataset.agenda + (FOLDER ? "index.html" : "");
    // The reader; with others from together() on.
    deelnemers = new Deelnemer(scanOf(this));
    view = new UitslagView(this, this.deelnemers, this.agenda);
    /** @type {ReturnType<NonNullable<Shared["together"]>> | null} */
    samen = null;
    // Its heading, which is one of the contents of the page.
    kop = document.getElementById("jouw-uitslag");
    // The button that prints the result; none while there is none.
    printer = "";
    // The empty form was asked for.
    blank = false;

    /** @param {AddEventListenerOptions} options */
    listen(options) {
      super.listen(options);
      document.addEventListener("change", ({ target }) => {
        if (/** @type {Element} */ (target).closest(".stellingen")) this.takeAnswers();
      }, options);
      document.addEventListener("keydown", (event) => this.typeAnswer(event), options);
      document.addEventListener("click", ({ target }) => {
        this.blank = Boolean(/** @type {Element} */ (target).closest("[data-gk-print]"));
      }, { ...options, capture: true });
      addEventListener("beforeprint", () => this.fillForm(), options);
      this.piece("erbij").addEventListener("keydown", ({ key }) => {
        if (key === "Enter") this.press(this.querySelector("[data-doe=erbij]"));
      }, options);
    }

    load() {
      const saved = this.read();
      this.field("onthoud").checked = "naam" in saved;
      for (const name of OWN_NAMES) {
        const field = this.field(name);
        field.value = Gk.codec.nameOf(String(saved[name] ?? field.value));
        this.deelnemers[name] = field.value;
      }
      this.deelnemers.load(saved);
      this.field("drie").checked = saved.drie === true;
      if (this.deelnemers.metAnderen && !this.samen) this.withOthers(() => this.draw());
      this.draw();
    }

    keep() {
      for (const name of OWN_NAMES) {
        this.deelnemers[name] = Gk.codec.nameOf(this.field(name).value);
      }
      this.samen?.deelnemers.unseal();
      const { naam, partij } = this.deelnemers;
      const names = this.field("onthoud").checked && { naam, partij };
      this.save({ ...this.deelnemers.stored(), ...names });
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
      this.say(); // what was said is over
      if (!this.hasWrongClock()) this.deelnemers.datum = Gk.days.ymd();
      this.keep();
      if (this.samen?.deelnemers.vol) this.fail(this.sentence("volzelf"));
    }

    /**
     * Quick entry, also of a paper form: a digit answers and goes on.
     * @param {KeyboardEvent} event
     */
    typeAnswer(event) {
      const radio = /** @type {HTMLInputElement} */ (event.target);
      const key = event.key === "?" ? "6" : event.key;
      const shortcut = event.ctrlKey || event.metaKey || event.altKey;
      if (shortcut && key.toLowerCase() === "p" && this.printer) {
        event.preventDefault();
        this.press(this.querySelector(`[data-doe=${this.printer}]`));
      }
      if (!/^[0-6]$/.test(key) || shortcut || !radio.closest?.(".stelling")) return;
      event.preventDefault();
      const [plek, places] = [+radio.name.slice(1), placesIn(document)];
      // A fact has fewer answers than a scale.
      if (key !== "0" && !this.radios(plek).some(({ value }) => value === key)) return;
      this.deelnemers.mijn[plek - 1] = +key;
      this.answered();
      const next = this.radios(places[places.indexOf(plek) + 1] ?? plek);
      (next.find(({ checked }) => checked) ?? next[0]).focus();
    }

    /** What is printed without a button: the form with a cross at every answer. */
    fillForm() {
      const places = placesIn(document);
      const rows = document.querySelectorAll(".blad__tabel--meting tbody tr:not(.blad__som)");
      rows.forEach((row, k) => {
        const answer = this.blank ? 0 : this.deelnemers.mijn[places[k] - 1];
        [...row.children].slice(1).forEach((cell, n) => {
          cell.textContent = n + 1 === answer ? "X" : "";
        });
      });
      this.blank = false;
    }

    /** A name, what may be remembered, the day, a choice. @param {HTMLInputElement} field */
    typed(field) {
      const name = field.dataset.deel ?? "";
      if (name === "dag") this.typedDay(field.value);
      else if (name === "drie") this.withOthers(() => this.choose(field));
      else if (name === "onthoud" || OWN_NAMES.some((own) => own === name)) this.keep();
      if (name === "partij" && this.samen?.isOver()) this.fail(this.sentence("negende"));
    }

    /** @param {string} day */
    typedDay(day) {
      if (!Gk.days.isDay(day)) return; // not typed out yet
      this.deelnemers.datum = day.replaceAll("-", "");
      this.say(); // what was said is over
      this.keep();
    }

    /** Whether nobody may be seen alone: once results are in, not undone by accident. */
    choose(/** @type {HTMLInputElement} */ field) {
      field.checked = Boolean(this.samen?.choose(field.checked));
      this.keep();
    }

    // ---------- the day of the result ----------

    hasWrongClock() {
      return Gk.days.isDoubtful(Gk.days.today(), String(this.dataset.uitgave));
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
      const { personen } = this.samen?.draw() ?? this.view.draw();
      this.drawProgress(personen.length);
    }

    /** @param {number} persons how many results are shown */
    drawProgress(persons) {
      const { beantwoord, plekken } = this.deelnemers;
      const { verzegeld = false, ontvangen = 0, rondes = [] } = this.samen?.deelnemers ?? {};
      const amount = this.sentence(ontvangen === 1 ? "een" : "meer", ontvangen);
      this.piece("aantal").textContent = amount;
      const sealed = verzegeld ? `. ${this.piece("verzegeld").firstElementChild?.textContent}` : "";
      const whole = beantwoord === plekken.length;
      this.printer = persons > 1 ? "vergelijking" : whole ? "print" : "";
      const status = /** @type {Element} */ (document.querySelector(".voortgang [role=status]"));
      Paneel.announce(status, `${beantwoord} van ${plekken.length} beantwoord${sealed}`);
      const seen = persons || (beantwoord && ontvangen && !verzegeld);
      this.show({
        wacht: !persons && !ontvangen,
        verzegeld,
        beeld: seen,
        delen: beantwoord,
        vergelijking: persons > 1,
        later: beantwoord || ontvangen || rondes.length,
      });
    }

    // ---------- in and out ----------

    /** What stands in the field for a link or code. */
    add() {
      const [field, told] = [this.field("erbij"), ["verschillen", "beelden", "apart"]];
      const before = told.filter((name) => !this.piece(name).hidden);
      const given = field.value.trim();
      const done = given && this.samen?.takeFrom(given);
      field.ariaInvalid = done ? null : "true";
      if (done) field.value = "";
      this.keep();
      if (!given) this.fail(this.sentence("plak"));
      const [news] = told.filter((name) => !this.piece(name).hidden);
      // Brings what appeared in view.
      if (news && !before.length) {
        /** @type {HTMLElement} */ (this.piece(news).firstElementChild).focus();
      }
    }

    /**
     * An address with a hash of its own leads to a place in the page; for others the reader of
     * links is loaded, since a code may come in many disguises.
     */
    readHash() {
      const { hash, search } = location;
      if (!search && (!hash || document.getElementById(hash.slice(1)))) return;
      this.withOthers(() => super.readHash());
    }

    /** @param {string} address */
    openLink(address) {
      this.samen?.takeFrom(address);
      this.keep();
      if (!this.samen?.deelnemers.verzegeld) this.kop?.scrollIntoView();
    }

    /** @param {Unknown} data @param {string} name */
    async openFile(data, name) {
      await this.withOthers(() => {
        this.samen?.openFile(data, name);
        // An own series has the own name.
        for (const own of OWN_NAMES) this.field(own).value ||= this.deelnemers[own];
        this.field("drie").checked = this.samen?.deelnemers.drie === true;
        this.keep();
      });
    }

    /** @param {string[][]} rounds of codes, the one of now last */
    linkTo(rounds) {
      return `${this.address}#scan=${rounds.map((codes) => codes.join("~")).join("~~")}`;
    }

    /** Load what comparing needs; from then on others take part. */
    async together() {
      await Paneel.fetched("together", this.dataset.samen);
      this.join();
    }

    join() {
      if (this.samen || !Gk.together) return;
      this.samen = Gk.together(this, this.deelnemers, this.agenda);
      ({ deelnemers: this.deelnemers, view: this.view } = this.samen);
    }

    /** Do what needs the others: at once when that is loaded. @param {() => unknown} work */
    async withOthers(work) {
      this.join();
      try {
        if (!this.samen) await this.together();
      } catch {
        return this.fail(this.sentence("netwerk"));
      }
      return work();
    }

    /** Nobody answers meanwhile: it would be of the wrong round. @param {() => unknown} work */
    async whileClosed(work) {
      const parts = Paneel.all(document, ".stellingen");
      for (const part of parts) part.inert = true;
      try {
        await work();
      } finally {
        for (const part of parts) part.inert = false;
      }
    }

    takeAway() {
      return Paneel.fetched("takeAway", this.dataset.meenemen);
    }

    /** A QR code, drawn: print() does not wait. Null when too fine. @param {string} text */
    async makeQr(text) {
      if (text.length > MAX_QR) return null;
      const picture = (await Paneel.fetched("qr", this.dataset.qr))(text);
      await picture.decode();
      return picture;
    }

    /** @param {string[][]} rounds @param {boolean} [alone] the own result only */
    async print(rounds, alone) {
      const { printResult } = await this.takeAway();
      const qr = rounds.length ? await this.makeQr(this.linkTo(rounds)) : null;
      printResult(this.view, rounds, qr, alone);
    }

    actions = {
      begeleid: () => {
        if (this.samen) this.samen.deelnemers.begeleid = true;
        this.keep();
        // The button is gone.
        this.kop?.focus();
      },
      link: () => this.copy(this.linkTo([[this.deelnemers.code()]])),
      bestand: () => {
        const codes = [this.deelnemers.code()];
        Gk.files.saveJson(this.id, "gk-scan", { scan: this.id, codes });
      },
      reeks: () => this.withOthers(() => {
        const acties = Gk.actions.stored().filter(({ scan }) => scan === this.id);
        Gk.files.saveJson(this.id, "gk-reeks", { ...this.samen?.deelnemers.series(), acties });
      }),
      csv: async () => (await this.takeAway()).saveTable(this.view, this.id),
      csvAnders: async () => (await this.takeAway()).saveTable(this.view, this.id, true),
      png: async () => (await this.takeAway()).savePicture(this.piece("figuur"), this.id),
      qr: async () => {
        const figure = this.piece("qr");
        const qr = await this.makeQr(this.linkTo([[this.deelnemers.code()]]));
        figure.firstElementChild?.replaceChildren(qr ?? "");
        this.show({ qr: true });
        figure.scrollIntoView({ block: "center" });
      },
      print: () => this.print([[this.deelnemers.code()]], true),
      vergelijking: () => this.print(this.samen?.rounds() ?? []),
      erbij: () => this.withOthers(() => this.add()),
      weg: (/** @type {HTMLElement} */ button) => {
        this.samen?.remove(button);
        this.keep();
        this.piece("erbij").focus();
      },
      ronde: async () => {
        await this.whileClosed(() => this.together());
        if (this.samen?.deelnemers.verzegeld) throw Error();
        this.samen?.deelnemers.closeRound();
        this.hideCodes();
        this.keep();
        this.radios(placesIn(document)[0])[0].focus();
      },
      wis: () => {
        Gk.store.remove(this.key);
        for (const name of OWN_NAMES) this.field(name).value = "";
        this.deelnemers.clear();
        this.hideCodes();
        this.load();
        this.kop?.focus();
      },
    };

    hideCodes() {
      this.show({ toon: false, qr: false });
    }
  }

  customElements.define("gk-meting", Meting);
}
