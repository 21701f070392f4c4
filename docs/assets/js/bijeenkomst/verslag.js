// @ts-check
// <gk-verslag>: what came of a meeting: what was written on its sheets, what was decided, and who
// does what, on the way to the verbeteragenda and to the next meeting.
{
  const SECOND = 1000;
  /** @type {("actie" | "wie" | "wanneer")[]} */
  const FIELDS = ["actie", "wie", "wanneer"];

  const { verslagen } = Gk;
  const { sheetOf, titleOf } = verslagen;

  /** A name and its day. @param {string} naam @param {string} dag */
  const dated = (naam, dag) => [naam, Gk.days.shown(dag)].filter(Boolean).join(", ");

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
    key = verslagen.KEY;
    anchor = "kist blad";
    fileKinds = ["gk-verslag"];
    /** @type {Kist | undefined} */
    kist;
    place = ""; // verslagen.js
    about = verslagen.sound({});
    // The next meeting was made, and its page is on its way.
    leaves = false;
    // Of which it is asked whether to go on with it.
    asks = "";
    /** @type {{place: string, at: number, row: Afspraakregel} | null} to put back */
    gone = null;

    load() {
      this.leaves = false; // or came back
      this.read(); // says what a later version stored
      this.choose(verslagen.meetingAt(this.place) ? this.place : this.usual());
    }

    /** The report that was used last, or the kist that was changed after it. */
    usual() {
      const { nu, op } = Gk.store.read(this.key);
      const kist = Gk.kisten.current();
      const newer = Number(kist?.op) > Number(op);
      if (verslagen.meetingAt(nu) && !newer) return String(nu);
      return kist?.sleutel ?? this.choices()[0]?.[0] ?? "";
    }

    /** Whether to go on with it is still the question. @param {string} place */
    isAsked(place) {
      return place === this.asks && verslagen.isOld(place);
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
      const place = anchor === "blad" ? verslagen.placeOf(found) : found;
      if (!found || !verslagen.meetingAt(place)) return this.fail(this.sentence("kist"));
      this.asks = verslagen.isOld(place) ? place : "";
      this.pick(place);
      if (this.asks) this.piece("oud").focus();
    }

    /**
     * What a reader asks for is what the page opens with next time: at once, for who leaves before
     * its sheets are there. A sheet on which nothing was written, once it turns out to exist.
     * @param {string} place
     */
    async pick(place) {
      const shown = this.choose(place);
      this.openNextTime();
      await shown;
      this.openNextTime();
    }

    openNextTime() {
      const { place } = this;
      const blad = sheetOf(place);
      const known = this.kist && (!blad || Gk.sheets[blad] || verslagen.hasSome(place));
      if (known && !this.isAsked(place) && !this.unsaved) {
        Gk.store.write(this.key, this.withThis());
      }
    }

    /** Show the report of this meeting, or of one sheet. @param {string} place */
    async choose(place) {
      if (!this.mayLeave(place)) return;
      this.place = place;
      const kist = (this.kist = verslagen.meetingAt(place));
      const old = this.isAsked(place);
      this.show({ zonder: !kist, met: kist && !old, oud: old });
      if (!kist) return;
      // At once, for who types before the sheets are there.
      if (!this.unsaved) this.about = verslagen.of(place);
      this.keepSheet();
      this.draw();
      const whole = await this.loadSheets(...this.choices().map(([one]) => sheetOf(one)));
      if (kist !== this.kist) return; // another one was chosen meanwhile
      if (!whole) this.fail(this.sentence("netwerk"));
      if (sheetOf(place)) kist.naam = titleOf(sheetOf(place));
      this.drawChoice();
      this.drawSheets(kist);
      this.drawPaper();
    }

    /** Its sheets, and more of them; whether all that exist are there. @param {string[]} more */
    loadSheets(...more) {
      const own = this.kist ? Gk.report.ids(this.kist) : [];
      return Gk.bladen.load([...own, ...more]).then(() => true, () => false);
    }

    /** What a button does: never without what was written. @param {() => unknown} work */
    withSheets(work) {
      return async () => {
        if (!await this.loadSheets()) return this.fail(this.sentence("netwerk"));
        this.drawPaper();
        return work();
      };
    }

    /** All reports with this one as it stands now, which is the one used last. */
    withThis() {
      this.about = verslagen.withSheet(this.place, this.about);
      return verslagen.withOne(this.place, this.about);
    }

    /** What it shows of its sheet it keeps: another day that may be typed over. */
    keepSheet() {
      const { blad } = verslagen.withSheet(this.place, this.about);
      const isNew = JSON.stringify(blad) !== JSON.stringify(this.about.blad);
      const some = blad && !Gk.filled.isEmpty(blad);
      if (some && isNew && !this.unsaved) Gk.store.write(this.key, this.withThis());
    }

    keep() {
      const { place, about } = this;
      // A page may stay open for days: a report begins on the day on which something comes in it.
      if (sheetOf(place)) about.dag = verslagen.of(place).dag;
      this.save(this.withThis());
      this.drawPaper();
    }

    draw() {
      const { kist, about } = this;
      if (!kist) return;
      this.drawChoice();
      const day = Gk.days.shown(about.dag);
      Paneel.put(this.piece("oudzin"), day ? this.sentence("oud", day) : this.sentence("ooit"));
      for (const name of /** @type {("wie" | "besluiten")[]} */ (["wie", "besluiten"])) {
        this.named(name).value = about[name];
      }
      this.drawSheets(kist);
      this.drawRows();
      this.drawPaper();
    }

    /** The meetings that can be chosen, with what they are called. */
    choices() {
      const own = sheetOf(this.place) ? [this.place] : [];
      const others = verslagen.sheetPlaces().filter((one) => verslagen.hasSome(one));
      const alone = [...new Set([...own, ...others])].map((one) =>
        [one, dated(titleOf(sheetOf(one)), verslagen.of(one).dag)]);
      return [...alone, ...Gk.kisten.read().kisten.map(({ sleutel, naam }) => [sleutel, naam])];
    }

    drawChoice() {
      this.piece("keuze").replaceChildren(...this.choices().map(([place, name]) =>
        new Option(name, place, false, place === this.place)));
    }

    /** A field outside the rows. @param {string} name */
    named(name) {
      return /** @type {HTMLInputElement} */ (
        this.querySelector(`section > .veld [name=${name}]`));
    }

    /** Whether something was written on each sheet, with the way to it. @param {Kist} kist */
    drawSheets(kist) {
      const sheets = Gk.report.ids(kist).flatMap((id) => Gk.sheets[id] ?? []);
      const { el } = Gk.dom;
      this.piece("bladen").replaceChildren(...sheets.map(({ id, titel, adres }) => {
        const href = this.pageAt(adres, "#invullen");
        const empty = Gk.filled.isEmpty(Gk.report.typed(id, kist.sleutel, this.about));
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
      this.show({ herstel: this.gone?.place === this.place });
    }

    /** As it is printed. */
    drawPaper() {
      this.piece("papier").replaceChildren(...this.parts().flatMap(nodes));
    }

    parts() {
      const words = /** @type {Record<string, string>} */ (this.piece("papier").dataset);
      return this.kist ? Gk.report.parts(this.kist, this.about, words) : [];
    }

    /** The agreement that a field or button belongs to. @param {HTMLElement} node */
    rowOf(node) {
      const key = node.closest("li")?.dataset.sleutel;
      return this.about.afspraken.find(({ sleutel }) => sleutel === key);
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      if (field === this.piece("keuze")) {
        this.pick(field.value);
        return;
      }
      if (field.files) return;
      const row = this.rowOf(field);
      if (row) Object.assign(row, { [field.name]: field.value, op: Date.now(), gezet: false });
      else this.about = { ...this.about, [field.name]: field.value };
      this.keep();
    }

    /** Behind the others, or in the place of their own. @param {Partial<Afspraakregel>[]} rows */
    add(rows) {
      const made = rows.map((row) => verslagen.row({ ...row, op: Date.now(), gezet: false }));
      const all = new Map(this.about.afspraken.map((row) => [row.sleutel, row]));
      for (const row of made) all.set(row.sleutel, row);
      this.about.afspraken = [...all.values()];
      this.keep();
      this.drawRows();
    }

    /**
     * The agreements as actions; a new press changes the same ones. What was removed on the agenda
     * stays away, unless nothing else is left to put there.
     */
    toAgenda() {
      const rows = this.about.afspraken.filter(({ actie }) => actie);
      if (!rows.length) throw Error();
      const known = Gk.actions.byKey();
      const left = rows.filter(({ gezet, sleutel }) => !gezet || known.has(sleutel));
      const put = left.length ? left : rows;
      const made = put.flatMap((row) => this.toAction(row, known.get(row.sleutel)));
      if (!Gk.actions.add(made)) return this.fail(this.sentence("vol"));
      for (const row of put) row.gezet = true;
      this.tellAgenda(put, rows.length - put.length);
      this.keep();
    }

    /**
     * None when it was changed on the agenda after it was typed here.
     * @param {Afspraakregel} row @param {Actie} [before]
     */
    toAction({ uit: _, gezet, ...row }, before) {
      if (before && (gezet || before.op > row.op + SECOND)) return [];
      const { kist, about } = this;
      const bron = dated(kist?.naam ?? "", kist?.dag || about.dag);
      const op = Math.max(Date.now(), (before?.op ?? 0) + SECOND);
      return [Gk.actions.make({ bron, ...before, ...row, op })];
    }

    /** @param {Afspraakregel[]} put @param {number} removed how many were removed there */
    tellAgenda(put, removed) {
      const half = put.filter(({ wie, wanneer }) => !wie || !wanneer).length;
      this.say(this.sentence(put.length > 1 ? "agenda" : "agendaeen", put.length), [
        half ? this.sentence("halve", half) : "",
        removed ? this.sentence("eraf", removed) : "",
      ].join(" ").trim());
    }

    further() {
      return Paneel.fetched("verslagVerder", this.dataset.verder);
    }

    /** A new meeting that begins with what is still open; pressed twice it is one. */
    async next() {
      const further = await this.further();
      if (!this.kist || this.leaves) return;
      this.leaves = further.next(this, this.kist, this.about);
      if (!this.leaves) return this.fail(this.sentence("vol"));
      location.assign(this.pageAt("mijn-kist/"));
    }

    /** An old report makes room: it stays as a meeting of its own. */
    async begin() {
      const { place } = this;
      const further = await this.further();
      // The old one is called after its sheet, for ever.
      if (!await this.loadSheets()) return this.fail(this.sentence("netwerk"));
      if (place !== this.place) return;
      // Another window may have done so meanwhile.
      const kept = verslagen.isOld(place) &&
        further.setAside(place, verslagen.loose(sheetOf(place)), this.about);
      if (kept === null) return this.fail(this.sentence("vol"));
      this.gone = null; // it was of the old one
      if (kept) this.unsaved = false; // that is stored by now
      this.goOn();
      if (kept) this.say(this.sentence("apart", kept.naam));
    }

    /** What is typed on its sheet from now on comes in the old report too. */
    async resume() {
      const { place } = this;
      const further = await this.further();
      if (place !== this.place) return;
      if (!further.reopen(sheetOf(place), this.about)) return this.fail(this.sentence("vol"));
      this.about.tot = Gk.days.today();
      this.save(this.withThis());
      this.goOn();
    }

    /** With the report on the screen, which is asked about no more. */
    goOn() {
      this.asks = "";
      this.pick(this.place);
      this.named("wie").focus();
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
      if (!this.mayLeave("")) return;
      const opened = further.open(this, given, verslag, ingevuld);
      if (!opened) return this.fail(this.sentence("vol"));
      [this.place, this.kist, this.about] = [opened.kist.sleutel, opened.kist, opened.about];
      this.keep();
      this.load();
      const whole = !this.unsaved && opened.whole;
      this.say(this.sentence("geopend", name), whole ? "" : this.sentence("vol"));
    }

    /** What was typed on the sheets of this meeting, by sheet. @param {Kist} kist */
    typedOnSheets(kist) {
      return Object.fromEntries(Gk.report.ids(kist)
        .map((id) => [id, Gk.report.typed(id, kist.sleutel, this.about)]));
    }

    actions = {
      nieuw: () => {
        this.add([{}]);
        const line = this.piece("afspraken").lastElementChild;
        /** @type {HTMLElement} */ (line?.querySelector("[name=actie]")).focus();
      },
      weg: (/** @type {HTMLElement} */ button) => {
        const row = this.rowOf(button);
        if (!row) return;
        const at = this.about.afspraken.indexOf(row);
        this.about.afspraken.splice(at, 1);
        this.gone = { place: this.place, at, row };
        this.keep();
        this.drawRows();
        this.piece("herstel").focus();
      },
      herstel: () => {
        if (!this.gone) return;
        const { at, row } = this.gone;
        this.gone = null;
        // Another window may have put it back.
        this.about.afspraken = this.about.afspraken
          .filter(({ sleutel }) => sleutel !== row.sleutel);
        this.about.afspraken.splice(at, 0, row);
        this.keep();
        this.drawRows();
        const line = this.piece("afspraken").children[this.about.afspraken.indexOf(row)];
        line.querySelector("textarea")?.focus();
      },
      verder: () => this.resume(),
      opnieuw: () => this.begin(),
      haal: this.withSheets(() => {
        const all = this.kist ? Gk.report.agreements(this.kist, this.about).map(verslagen.row) : [];
        const found = Gk.report.fresh(this.about.afspraken, all);
        if (!found.length) throw Error();
        this.add(found);
        this.say(this.sentence("opgehaald", found.length));
      }),
      agenda: () => this.toAgenda(),
      print: this.withSheets(() => print()),
      tekst: this.withSheets(() => this.copy(Gk.report.text(this.parts()))),
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
