// @ts-check
// <gk-kist>: choose, order, plan and park the blocks of a kist. Which kist that is stands in
// kist-paneel.js, how it looks in kist-beeld.js, what comes in and leaves in kist-in.js and
// kist-uit.js, and the arithmetic in plan.js.
{
  const BREAK = 15; // minutes
  /** @type {Place[]} */
  const PLACES = ["blokken", "geparkeerd"];
  // The field of a block that mends what does not fit.
  /** @type {Record<string, string>} */
  const MENDS = {
    groot: "groepen", klein: "groepen", kort: "minuten", keet: "keet", laat: "vast", namen: "regel",
  };

  class MijnKist extends KistPaneel {
    anchor = "kist klaar";
    fileKinds = ["gk-kist"];
    kiezer = new KistKiezer(this);
    vast = new VasteTijden(this);

    /** @param {AddEventListenerOptions} options */
    listen(options) {
      super.listen(options);
      this.addEventListener("keydown", (event) => this.typedKey(event), options);
      this.addEventListener("focusout", ({ target }) =>
        this.settle(/** @type {HTMLElement} */ (target)), options);
      this.field("deel").hidden = !("share" in navigator);
    }

    draw() {
      super.draw();
      this.vast.draw(this.kist);
    }

    // ---------- what is typed ----------

    /** @param {HTMLInputElement} field */
    typed(field) {
      if (field === this.piece("keuze")) return this.choose(field.value);
      if (field === this.piece("filter")) return this.kiezer.filter(field.value);
      const blok = this.blockOf(field);
      this.say(); // what was said is over
      if (blok) this.change(blok, { [field.name]: KistRij.value(field) });
      else if (field.name) this.changeHead(field);
    }

    /** @param {HTMLInputElement} field */
    changeHead({ name, type, value, checked, max }) {
      const number = Math.min(Math.max(0, Math.round(Number(value))), Number(max));
      const read = { checkbox: checked, number }[type] ?? value;
      if (name === "begin") this.vast.leave(this.kist);
      Object.assign(this.kist, { [name]: read });
      this.store();
      this.draw();
    }

    /** @param {Blok} blok @param {Partial<Blok>} values */
    change(blok, values) {
      Object.assign(blok, values);
      if ("vast" in values) this.vast.settle();
      for (const name of KistRij.FIELDS) if (blok[name] === undefined) delete blok[name];
      this.store();
      this.draw();
    }

    /** Show what was typed as it is kept: nobody types there now. @param {HTMLElement} field */
    settle(field) {
      const blok = this.blockOf(field);
      if (blok) this.beeld.settle(blok, this.kist.mensen);
      else if (this.piece("kop").contains(field)) this.beeld.drawHead(this.kist);
    }

    /**
     * Alt with an arrow moves a block; Enter takes the first sheet that was found.
     * @param {KeyboardEvent} event
     */
    typedKey(event) {
      const target = /** @type {HTMLElement} */ (event.target);
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const blok = this.blockOf(target);
      if (event.altKey && step && blok && !target.matches("textarea")) {
        event.preventDefault();
        this.move(blok, step);
        target.focus();
      } else if (event.key === "Enter" && target === this.piece("filter")) {
        event.preventDefault();
        this.press(this.kiezer.first());
        /** @type {HTMLInputElement} */ (target).select(); // for the next word
      }
    }

    // ---------- blocks ----------

    /** The block that a button or field belongs to. @param {Element} node */
    blockOf(node) {
      const key = /** @type {HTMLElement | null} */ (node.closest("[data-sleutel]"));
      return PLACES.flatMap((place) => this.kist[place])
        .find(({ sleutel }) => sleutel === key?.dataset.sleutel);
    }

    /** Work on the block of a button. @param {(blok: Blok) => void} work */
    onBlock(work) {
      return (/** @type {HTMLElement} */ button) => {
        const blok = this.blockOf(button);
        if (blok) work(blok);
      };
    }

    /** @param {Blok} blok @returns {[Place, number]} */
    placeOf(blok) {
      const place = this.kist.blokken.includes(blok) ? "blokken" : "geparkeerd";
      return [place, this.kist[place].indexOf(blok)];
    }

    /** Whether a list has no room for more; then it says so. @param {Place} place */
    isFull(place, more = 1) {
      const full = this.kist[place].length + more > Gk.kisten.MOST_BLOCKS;
      if (full) this.fail(this.sentence("kistvol"));
      return full;
    }

    /** Put blocks in the programme. @param {Blok[]} blocks @param {number} [at] */
    insert(blocks, at = Gk.kisten.end(this.kist.blokken)) {
      if (this.isFull("blokken", blocks.length)) return false;
      this.forget();
      this.kist.blokken.splice(at, 0, ...blocks);
      this.keep();
      return true;
    }

    /** @param {string} id */
    insertSheet(id) {
      const added = this.insert([Gk.kisten.blok({ blad: id })]);
      if (added) this.tell(this.sentence("erbij", this.beeld.titleOf(id)));
    }

    /** Add one, and go to its minutes or title. @param {Omit<Blok, "sleutel">} values */
    insertOwn(values) {
      const blok = Gk.kisten.blok(values);
      if (this.insert([blok])) this.beeld.rowOf(blok).open(values.pauze ? "minuten" : "titel");
    }

    /** What is missing of a welcome and a closing. */
    addEdges() {
      const lacking = KistBeeld.lacking(this.kist);
      if (lacking.includes("opening") && !this.insert([this.edge("opening")], 0)) return;
      if (lacking.includes("afsluiting")) this.insert([this.edge("afsluiting")]);
    }

    /** @param {Blok} blok @param {number} step */
    move(blok, step) {
      const [place, at] = this.placeOf(blok);
      const to = at + step;
      if (place !== "blokken" || to < 0 || to >= this.kist.blokken.length) return;
      this.forget();
      this.kist.blokken.splice(at, 1);
      this.kist.blokken.splice(to, 0, blok);
      this.keep();
      const said = [this.beeld.nameOf(blok), to + 1, this.kist.blokken.length];
      Paneel.announce(this.piece("stil"), Paneel.plain(this.sentence("plaats", ...said)));
    }

    /** @param {HTMLElement} button @param {number} places */
    step(button, places) {
      const blok = this.blockOf(button);
      if (blok) this.move(blok, places);
      button.focus();
    }

    /** From one list to the other. @param {Blok} blok */
    park(blok) {
      const [place, at] = this.placeOf(blok);
      const out = place === "blokken";
      const other = out ? "geparkeerd" : "blokken";
      if (this.isFull(other)) return;
      const list = this.kist[other];
      const to = out ? list.length : Gk.kisten.end(list);
      this.forget();
      this.kist[place].splice(at, 1);
      list.splice(to, 0, blok);
      this.keep();
      this.beeld.focusNear(out ? at : to);
      this.tell(this.sentence(out ? "geparkeerd" : "erbij", this.beeld.nameOf(blok)));
    }

    /**
     * Out of its list; until the next change it can be put back, from where it was.
     * @param {Blok} blok
     */
    removeBlok(blok) {
      const [place, at] = this.placeOf(blok);
      const row = this.clone("weg", { tekst: true });
      const text = this.sentence("weg", this.beeld.nameOf(blok));
      Paneel.put(/** @type {Element} */ (row.firstElementChild), text);
      this.forget();
      this.kist[place].splice(at, 1);
      this.gone = { key: this.kist.sleutel, place, at, blok, row };
      this.keep();
      row.querySelector("button")?.focus();
    }

    /** To what does not fit. @param {HTMLElement} button */
    goTo(button) {
      const blok = this.blockOf(button);
      const { soort = "" } = /** @type {HTMLElement} */ (button.closest("li")).dataset;
      if (blok) this.beeld.rowOf(blok).open(MENDS[soort]);
    }

    moveFixed() {
      const by = Gk.plan.lang(Math.abs(this.vast.minutes(this.kist)));
      this.changeKist(this.sentence("verschoven", by), (kist) => this.vast.move(kist));
    }

    /** From now on its minutes are those of the sheet, for so many people. @param {Blok} blok */
    takeSheetTime(blok) {
      this.changeKist(this.sentence("bladtijd", this.beeld.nameOf(blok)), () => {
        delete blok.minuten;
      });
    }

    /** Behind or before the block that it should follow or precede. @param {HTMLElement} button */
    swap(button) {
      const blok = this.blockOf(button);
      const { ruil } = /** @type {HTMLElement} */ (button.closest("li")).dataset;
      const { blokken } = this.kist;
      const to = blokken.findIndex(({ sleutel }) => sleutel === ruil);
      if (!blok || to < 0) return;
      this.changeKist(this.sentence("omgedraaid", this.beeld.nameOf(blok), to + 1), () => {
        blokken.splice(blokken.indexOf(blok), 1);
        blokken.splice(to, 0, blok);
      });
    }

    /** A break before the block at which people sit too long. @param {Blok} blok */
    putBreak(blok) {
      if (this.isFull("blokken")) return;
      const { blokken } = this.kist;
      this.changeKist(this.sentence("gerust", this.beeld.nameOf(blok), BREAK), () => {
        const pauze = Gk.kisten.blok({ pauze: true, minuten: BREAK });
        blokken.splice(blokken.indexOf(blok), 0, pauze);
      });
    }

    // ---------- in and out ----------

    /** For who comes to print: once, and not again at a reload. */
    printAtOnce() {
      history.replaceState(history.state, "", location.pathname + location.search);
      if (this.kist.blokken.length) this.press(this.querySelector("[data-doe=alles]"));
    }

    async readHash() {
      if (location.hash === "#print") return this.printAtOnce();
      if (!/kist|klaar/i.test(location.search + location.hash)) return;
      try {
        const there = await (await this.incoming()).hasReady(location.search + location.hash);
        // Else the address stays, for who opens the page again.
        if (there) super.readHash();
        else this.fail(this.sentence("klaarweg"));
      } catch {
        this.fail(this.sentence("netwerk"));
      }
    }

    /** What reads a kist that comes in and makes a link, fetched at the first. */
    incoming() {
      return Paneel.fetched("kistIn", this.dataset.in);
    }

    /** @param {string} address @param {string} anchor */
    async openLink(address, anchor) {
      this.say();
      try {
        const { fromLink, fromReady } = await this.incoming();
        await (anchor === "klaar" ? fromReady : fromLink)(this, address);
      } catch {
        // A reload tries again.
        history.replaceState(history.state, "", location.pathname + address);
        this.fail(this.sentence("netwerk"));
      }
    }

    /** @param {Unknown} data @param {string} name */
    async openFile(data, name) {
      try {
        (await this.incoming()).fromFile(this, data, name);
      } catch {
        this.fail(this.sentence("netwerk"));
      }
    }

    /**
     * What leaves by a button, fetched at the first: never with times that are not known.
     * @param {keyof KistUit} name
     */
    out(name) {
      return async () => {
        const out = await Paneel.fetched("kistUit", this.dataset.uit);
        const [lost] = await this.loadSheets();
        if (lost) return this.fail(this.sentence("nietgeladen", this.beeld.titleOf(lost)));
        return out[name](this);
      };
    }

    actions = {
      nieuw: () => {
        this.add(Gk.kisten.empty(this.newName()));
        /** @type {HTMLInputElement} */ (this.querySelector("[name=naam]")).select();
      },
      kopieer: () => this.add(this.copyOf(this.kist)),
      kistWeg: () => this.removeKist(),
      terug: () => this.putBack(),
      kies: (/** @type {HTMLElement} */ button) => this.kiezer.turn(button),
      erbij: (/** @type {HTMLElement} */ { dataset: { id = "" } }) => this.insertSheet(id),
      pauze: () => this.insertOwn({ pauze: true, minuten: BREAK }),
      regel: () => this.insertOwn({ regel: "", minuten: KistPaneel.EDGE }),
      rand: () => this.addEdges(),
      meer: this.onBlock((blok) => this.beeld.rowOf(blok).toggle()),
      omhoog: (/** @type {HTMLElement} */ button) => this.step(button, -1),
      omlaag: (/** @type {HTMLElement} */ button) => this.step(button, 1),
      parkeer: this.onBlock((blok) => this.park(blok)),
      terugin: this.onBlock((blok) => this.park(blok)),
      weg: this.onBlock((blok) => this.removeBlok(blok)),
      naar: (/** @type {HTMLElement} */ button) => this.goTo(button),
      ruil: (/** @type {HTMLElement} */ button) => this.swap(button),
      bladtijd: this.onBlock((blok) => this.takeSheetTime(blok)),
      rust: this.onBlock((blok) => this.putBreak(blok)),
      schuif: () => this.moveFixed(),
      alles: this.out("alles"),
      programma: this.out("programma"),
      leider: this.out("leider"),
      agenda: this.out("agenda"),
      mail: this.out("mail"),
      tekst: this.out("tekst"),
      kopieermail: this.out("kopieermail"),
      link: async () => this.copy((await this.incoming()).linkOf(this.kist)),
      deel: async () => (await this.incoming()).share(this),
      bestand: () => Gk.files.saveJson(this.fileName(), "gk-kist", { kist: this.kist }),
    };
  }

  customElements.define("gk-kist", MijnKist);
}
