// @ts-check
// <gk-verslag>: what came of a meeting: what was written on its sheets, what was decided, and who
// does what, on the way to the verbeteragenda and to the next meeting.
{
  const SECOND = 1000;
  const LOOSE = "blad.";
  /** @type {("actie" | "wie" | "wanneer")[]} */
  const FIELDS = ["actie", "wie", "wanneer"];

  const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");

  /** @param {unknown} value @returns {Afspraakregel} */
  const soundRow = (value) => {
    const { sleutel, actie, wie, wanneer } = /** @type {Unknown} */ (Object(value));
    return {
      sleutel: Gk.keys.sound(sleutel),
      actie: text(actie).slice(0, 200),
      wie: text(wie).slice(0, 60),
      wanneer: Gk.days.isDay(wanneer) ? wanneer : "",
    };
  };

  /** What we know of a value from store or file. @param {unknown} value @returns {Bijeenkomst} */
  const sound = (value) => {
    const { wie, besluiten, afspraken } = /** @type {Unknown} */ (Object(value));
    const rows = Array.isArray(afspraken) ? afspraken.map(soundRow) : [];
    return { wie: text(wie), besluiten: text(besluiten), afspraken: rows };
  };

  /** @param {Verslagdeel} part */
  const nodes = ({ kop, niveau, tekst, feiten = [], kolommen = [], rijen = [] }) => {
    const { el, typed } = Gk.dom;
    const row = (/** @type {"td" | "th"} */ tag, /** @type {string[]} */ cells) =>
      el("tr", {}, ...cells.map((cell) => el(tag, {}, typed(cell))));
    return [
      ...(kop ? [el(/** @type {"h2"} */ (`h${niveau + 1}`), {}, typed(kop))] : []),
      ...(tekst ?? "").split("\n").filter(Boolean).map((line) => el("p", {}, typed(line))),
      ...feiten.map(([label, said]) => el("p", {}, el("b", {}, `${label} `), typed(said))),
      ...(rijen.length ? [el("table", {}, el("thead", {}, row("th", kolommen)),
        el("tbody", {}, ...rijen.map((cells) => row("td", cells))))] : []),
    ];
  };

  class Verslag extends Paneel {
    key = "verslagen";
    anchor = "kist blad";
    fileKinds = ["gk-verslag"];
    /** @type {Kist | undefined} */
    kist;
    // Under which it is stored: the key of the kist, or blad.<id> for one sheet on its own.
    place = "";
    about = sound({});

    load() {
      this.choose(this.place || Gk.kisten.read().nu);
    }

    refresh(/** @type {StorageEvent & PageTransitionEvent} */ event) {
      super.refresh(event);
      const { key } = event;
      const ours = key?.includes("invullen") || key === Gk.store.nameOf("kisten");
      if (ours && !this.unsaved) this.load();
    }

    /** What could not be stored stays on the screen. @param {string} place */
    mayLeave(place) {
      if (!this.unsaved || place === this.place) return true;
      this.fail(this.sentence("blijf"));
      this.field("keuze").value = this.place;
      return false;
    }

    /** @param {string} address @param {string} anchor */
    openLink(address, anchor) {
      const known = (/** @type {string} */ key) =>
        Number(anchor === "blad" || Boolean(Gk.kisten.of(key)));
      const [found] = Gk.links.find(address, anchor, known);
      if (found) this.choose(anchor === "blad" ? `${LOOSE}${found}` : found);
      else this.fail(this.sentence("kist"));
    }

    /** Show the report of this meeting, or of one sheet. @param {string} place */
    async choose(place) {
      if (!this.mayLeave(place)) return;
      this.place = place;
      const blad = place.startsWith(LOOSE) ? place.slice(LOOSE.length) : "";
      const kist = blad ? Gk.kisten.empty(blad) : Gk.kisten.of(place);
      if (kist && blad) Object.assign(kist, { sleutel: "", blokken: [Gk.kisten.blok({ blad })] });
      this.show({ zonder: !kist, met: kist });
      this.kist = kist;
      if (!kist) return;
      // At once, for who types before the sheets are there.
      const { verslagen } = this.read();
      if (!this.unsaved) this.about = sound(/** @type {Unknown} */ (Object(verslagen))[place]);
      this.draw();
      await Gk.bladen.load(kist.blokken.flatMap((one) => one.blad ?? []));
      if (kist !== this.kist) return; // another one was chosen meanwhile
      if (blad) kist.naam = Gk.sheets[blad]?.titel ?? blad;
      this.drawChoice(kist);
      this.drawSheets(kist);
      this.drawPaper();
    }

    keep() {
      const { place, about } = this;
      const { verslagen } = this.read();
      this.save({ verslagen: { ...Object(verslagen), [place]: about } });
      this.drawPaper();
    }

    draw() {
      const { kist, about } = this;
      if (!kist) return;
      this.drawChoice(kist);
      for (const name of /** @type {("wie" | "besluiten")[]} */ (["wie", "besluiten"])) {
        /** @type {HTMLInputElement} */ (this.named(name)).value = about[name];
      }
      this.drawSheets(kist);
      this.drawRows();
      this.drawPaper();
    }

    /** @param {Kist} kist */
    drawChoice(kist) {
      const all = Gk.kisten.read().kisten;
      const choices = kist.sleutel ? all : [{ ...kist, sleutel: this.place }, ...all];
      this.piece("keuze").replaceChildren(...choices.map(({ sleutel, naam }) => {
        const option = Gk.dom.el("option", { value: sleutel }, naam);
        option.selected = sleutel === this.place;
        return option;
      }));
    }

    /** A field outside the rows. @param {string} name */
    named(name) {
      return this.querySelector(`section > .veld [name=${name}]`);
    }

    /** Whether something was written on each sheet, with the way to it. @param {Kist} kist */
    drawSheets(kist) {
      const ids = new Set(kist.blokken.flatMap(({ blad }) => blad ?? []));
      const sheets = [...ids].flatMap((id) => Gk.sheets[id] ?? []);
      const { el } = Gk.dom;
      this.piece("bladen").replaceChildren(...sheets.map(({ id, titel, adres }) => {
        const href = this.pageAt(adres, "#invullen");
        const empty = Gk.filled.isEmpty(Gk.filled.read(id, kist.sleutel));
        const state = this.sentence(empty ? "leeg" : "ingevuld");
        return el("li", {}, el("a", { href }, titel), `: ${state}.`);
      }));
    }

    drawRows() {
      this.piece("afspraken").replaceChildren(...this.about.afspraken.map((row, k) => {
        const line = this.clone("afspraak");
        line.ariaLabel = `Afspraak ${k + 1}`;
        line.dataset.sleutel = row.sleutel;
        for (const name of FIELDS) {
          /** @type {HTMLInputElement} */ (line.querySelector(`[name=${name}]`)).value = row[name];
        }
        return line;
      }));
    }

    /** As it is printed. */
    drawPaper() {
      this.piece("papier").replaceChildren(...this.parts().flatMap(nodes));
    }

    parts() {
      return this.kist ? Gk.report.parts(this.kist, this.about) : [];
    }

    /** The agreement that a field or button belongs to. @param {HTMLElement} node */
    rowOf(node) {
      const key = node.closest("li")?.dataset.sleutel;
      return this.about.afspraken.find(({ sleutel }) => sleutel === key);
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      if (field === this.piece("keuze")) {
        this.choose(field.value);
        return;
      }
      if (field.files) return;
      const row = this.rowOf(field);
      if (row) Object.assign(row, { [field.name]: field.value });
      else this.about = { ...this.about, [field.name]: field.value };
      this.keep();
    }

    /** @param {Partial<Afspraakregel>[]} rows */
    add(rows) {
      this.about.afspraken.push(...rows.map(soundRow));
      this.keep();
      this.drawRows();
    }

    /** The agreements as actions: a new press changes the same ones. */
    toAgenda() {
      const rows = this.about.afspraken.filter(({ actie }) => actie);
      if (!rows.length) throw Error();
      const known = new Map(Gk.actions.stored().map((actie) => [actie.sleutel, actie]));
      const stored = Gk.actions.add(rows.map((row) => {
        const before = known.get(row.sleutel);
        const op = Math.max(Date.now(), (before?.op ?? 0) + SECOND);
        return Gk.actions.make({ ...before, ...row, op });
      }));
      const half = rows.filter(({ wie, wanneer }) => !wie || !wanneer).length;
      if (!stored) return this.fail(this.sentence("vol"));
      this.say(this.sentence("agenda", rows.length), half ? this.sentence("halve", half) : "");
    }

    further() {
      return Paneel.fetched("verslagVerder", this.dataset.verder);
    }

    /** A new meeting that begins with what is still open. */
    async next() {
      if (!this.kist) return;
      const made = (await this.further()).next(this, this.kist);
      if (!Gk.kisten.put(made)) return this.fail(this.sentence("vol"));
      Gk.kisten.write(Gk.kisten.read().kisten, made.sleutel);
      location.assign(this.pageAt("mijn-kist/"));
    }

    /**
     * A report of somebody else stands beside the own ones.
     * @param {Unknown} data @param {string} name
     */
    async openFile({ kist, verslag, ingevuld }, name) {
      const given = Gk.kisten.sound(kist);
      if (!given) throw Error();
      const further = await this.further().catch(() => null);
      if (!further) return this.fail(this.sentence("netwerk"));
      const copy = further.copyOf(this, given);
      if (!this.mayLeave(copy.sleutel)) return;
      if (!Gk.kisten.put(copy)) return this.fail(this.sentence("vol"));
      const stored = further.storeTyped(copy, ingevuld);
      this.place = copy.sleutel;
      [this.kist, this.about] = [copy, sound(verslag)];
      this.keep();
      this.load();
      const whole = !this.unsaved && stored;
      this.say(this.sentence("geopend", name), whole ? "" : this.sentence("vol"));
    }

    /** What was typed on the sheets of this meeting, by sheet. @param {Kist} kist */
    typedOnSheets(kist) {
      const ids = new Set(kist.blokken.flatMap(({ blad }) => blad ?? []));
      return Object.fromEntries([...ids].map((id) => [id, Gk.filled.read(id, kist.sleutel)]));
    }

    actions = {
      nieuw: () => {
        this.add([{}]);
        const line = this.piece("afspraken").lastElementChild;
        /** @type {HTMLElement} */ (line?.querySelector("[name=actie]")).focus();
      },
      weg: (/** @type {HTMLElement} */ button) => {
        const gone = this.rowOf(button);
        this.about.afspraken = this.about.afspraken.filter((row) => row !== gone);
        this.keep();
        this.drawRows();
        this.piece("nieuw").focus();
      },
      haal: () => {
        const known = this.about.afspraken.map(({ actie }) => actie);
        const all = this.kist ? Gk.report.agreements(this.kist).map(soundRow) : [];
        const found = all.filter(({ actie }) => !known.includes(actie));
        if (!found.length) throw Error();
        this.add(found);
        this.say(this.sentence("opgehaald", found.length));
      },
      agenda: () => this.toAgenda(),
      print: () => print(),
      tekst: () => this.copy(Gk.report.text(this.parts())),
      bestand: () => {
        const { kist, about: verslag } = this;
        if (!kist) return;
        const ingevuld = this.typedOnSheets(kist);
        Gk.files.saveJson("verslag", "gk-verslag", { kist, verslag, ingevuld });
      },
      vervolg: () => this.next(),
    };
  }

  customElements.define("gk-verslag", Verslag);
}
