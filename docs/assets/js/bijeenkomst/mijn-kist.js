// @ts-check
// <gk-kist>: the kists of a reader: choose, order, plan, park, share and print. How a block looks
// is in kist-rij.js, what a link carries in kist-link.js, the arithmetic in plan.js.
{
  const FOLDER = location.protocol === "file:";
  const INDEX = FOLDER ? "index.html" : "";
  const BREAK = 15; // minutes
  const EDGE = 10; // of a welcome, and of a closing
  /** @typedef {"blokken" | "geparkeerd"} Place */
  /** @type {Place[]} */
  const PLACES = ["blokken", "geparkeerd"];
  /** @type {("naam" | "dag" | "begin" | "mensen" | "project" | "plek" | "uitnodiging")[]} */
  const TEXTS = ["naam", "dag", "begin", "mensen", "project", "plek", "uitnodiging"];
  // The field of a block that mends what does not fit.
  /** @type {Record<string, string>} */
  const MENDS = {
    groot: "groepen", klein: "groepen", kort: "minuten", keet: "keet", laat: "vast", namen: "regel",
  };

  /** Without capitals and accents. @param {string | null} text */
  const folded = (text) => (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  class MijnKist extends Paneel {
    key = "kisten";
    anchor = "kist klaar";
    fileKinds = ["gk-kist"];
    /** @type {Kist[]} */
    kisten = [];
    /** The one on the screen; not stored as long as nothing is in it. */
    kist = Gk.kisten.empty("");
    /** @type {Map<string, KistRij>} by the key of the block */
    rows = new Map();
    // What the site has, with its titles.
    titles = new Map([...Paneel.all(this, "[data-doe=erbij]")]
      .map((button) => [button.dataset.id ?? "", button.textContent ?? ""]));
    /**
     * What was removed from the kist with this key, as long as it can be put back.
     * @type {{key: string, place: Place, at: number, blok: Blok, row: HTMLElement} | null}
     */
    gone = null;
    /** @type {{kist: Kist, at: number} | null} */
    goneKist = null;
    // The data of all sheets came in, or will not come.
    loaded = false;

    /** @param {AddEventListenerOptions} options */
    listen(options) {
      super.listen(options);
      this.addEventListener("keydown", (event) => this.typedKey(event), options);
      this.addEventListener("focusout", ({ target }) =>
        this.settle(/** @type {HTMLElement} */ (target)), options);
      this.field("deel").hidden = !("share" in navigator);
    }

    load() {
      this.read();
      const { nu, kisten } = Gk.kisten.read();
      this.kisten = kisten;
      this.kist = this.find(nu) ?? Gk.kisten.empty(this.newName());
      this.redraw();
    }

    /** @param {string | undefined} key */
    find(key) {
      return this.kisten.find(({ sleutel }) => sleutel === key);
    }

    keep() {
      this.store();
      this.redraw();
    }

    /** Store it as it is; the header of the page counts along. */
    store() {
      const { kist } = this;
      kist.op = Math.max(Date.now(), kist.op + 1);
      if (!this.kisten.includes(kist)) this.kisten.push(kist);
      this.save({ nu: kist.sleutel, kisten: this.kisten });
      dispatchEvent(new Event("gk-kist"));
    }

    /** Say what was done, and still when it was not stored. @param {string} text */
    tell(text, wrong = "") {
      const why = Gk.store.isNewer(this.key) ? "nieuwer" : "vol";
      const lost = this.unsaved ? this.sentence(why) : "";
      this.say(text, [lost, wrong].filter(Boolean).join(" "));
    }

    /** Draw, and again when the data of its sheets came in. */
    async redraw() {
      const ids = [...new Set(this.kist.blokken.map(({ blad = "" }) => blad))]
        .filter((id) => this.titles.has(id) && !Gk.sheets[id]);
      this.loaded = !ids.length;
      this.draw();
      await Gk.bladen.load(ids);
      this.loaded = true;
      if (ids.length && this.isConnected) this.draw();
    }

    // ---------- what is seen ----------

    draw() {
      const { kist, kisten } = this;
      const { blokken, geparkeerd } = kist;
      this.drawChoice();
      this.drawHead();
      this.drawBlocks();
      this.drawParked();
      this.drawRest();
      const edges = ["opening", "afsluiting"];
      const some = blokken.length > 0;
      this.show({
        leeg: !some, eind: some, doen: some, metinhoud: some, ernaast: geparkeerd.length,
        rand: !edges.every((soort) => blokken.some((blok) => blok.soort === soort)),
        kistknop: kisten.includes(kist), kistweg: this.goneKist,
      });
      const name = this.goneKist?.kist.naam;
      const said = /** @type {Element} */ (this.piece("kistweg").firstElementChild);
      Paneel.put(said, name ? this.sentence("kistisweg", name) : "");
    }

    drawChoice() {
      const all = this.kisten.includes(this.kist) ? this.kisten : [...this.kisten, this.kist];
      this.piece("keuze").replaceChildren(...all.map(({ sleutel, naam }) => {
        const option = Gk.dom.el("option", { value: sleutel }, Gk.dom.isolate(naam));
        option.selected = sleutel === this.kist.sleutel;
        return option;
      }));
      this.show({ meerdere: all.length > 1 });
    }

    drawHead() {
      const head = this.piece("kop");
      const put = (/** @type {string} */ name, /** @type {string} */ value) => {
        const field = /** @type {HTMLInputElement} */ (head.querySelector(`[name=${name}]`));
        if (field !== document.activeElement) field.value = value;
      };
      for (const name of TEXTS) put(name, String(this.kist[name] || ""));
      const expert = /** @type {HTMLInputElement} */ (head.querySelector("[name=expert]"));
      expert.checked = this.kist.expert;
    }

    drawBlocks() {
      const moments = Gk.plan.momenten(this.kist, Gk.sheets);
      /** @type {HTMLElement[]} */
      const nodes = moments.map((moment) => {
        const row = this.rowOf(moment.blok);
        const blad = Gk.sheets[moment.blok.blad ?? ""];
        const naam = blad || !moment.blok.blad ? moment.naam : this.titleOf(moment.blok.blad);
        row.show({ ...moment, naam }, blad, {
          known: !moment.blok.blad || this.titles.has(moment.blok.blad),
          begun: this.loaded, people: this.kist.mensen,
          to: this.addressOf(`instrumenten/${moment.blok.blad}/`),
        });
        return row.li;
      });
      this.arrange("blokken", nodes);
      const lasts = Gk.plan.eind(this.kist, Gk.sheets) - Gk.plan.minutes(this.kist.begin);
      const { clock, lang, eind } = Gk.plan;
      const said = [this.kist.begin || clock(540), clock(eind(this.kist, Gk.sheets)), lang(lasts)];
      const end = this.loaded ? this.sentence("eind", ...said) : this.sentence("laden");
      Paneel.announce(this.piece("eind"), moments.length ? end : "");
    }

    /** @param {string} id */
    titleOf(id) {
      return this.titles.get(id) ?? id.replaceAll("-", " ");
    }

    /** @param {Blok} blok */
    nameOf(blok) {
      return this.rows.get(blok.sleutel)?.title || (blok.blad ? this.titleOf(blok.blad) : "");
    }

    /** @param {Blok} blok */
    rowOf(blok) {
      const row = this.rows.get(blok.sleutel) ?? new KistRij(this, blok, "");
      this.rows.set(blok.sleutel, row);
      return row;
    }

    /**
     * Put rows in their list, with what can be put back in its place. Moves nothing that is there:
     * it would lose the focus.
     * @param {Place} place @param {HTMLElement[]} rows
     */
    arrange(place, rows) {
      const list = this.piece(place);
      const nodes = [...rows];
      const { gone, kist } = this;
      const ours = gone?.place === place && gone.key === kist.sleutel;
      if (ours) nodes.splice(gone.at, 0, gone.row);
      const same = nodes.length === list.children.length &&
        nodes.every((node, k) => node === list.children[k]);
      if (!same) list.replaceChildren(...nodes);
    }

    drawParked() {
      const { geparkeerd } = this.kist;
      const moments = Gk.plan.momenten({ ...this.kist, blokken: geparkeerd }, Gk.sheets);
      this.arrange("geparkeerd", moments.map((moment) => this.parkedRow(moment)));
    }

    /** @param {Moment} moment */
    parkedRow({ blok, naam }) {
      const shown = blok.blad ? this.titleOf(blok.blad) : naam;
      const row = this.clone("apart", { naam: [blok.blad ? shown : Gk.dom.typed(shown)] });
      row.dataset.sleutel = blok.sleutel;
      for (const button of Paneel.all(row, "button")) {
        Gk.dom.set(button, { "aria-label": `${button.textContent}: ${shown}` });
      }
      return row;
    }

    /** What does not fit, and what to bring. */
    drawRest() {
      const { kist, loaded } = this;
      const list = (/** @type {string} */ name, /** @type {string[]} */ texts) => {
        this.listIn(name).replaceChildren(...texts.map((text) => Gk.dom.el("li", {}, text)));
        this.show({ [name]: texts.length });
      };
      const times = Gk.plan.materiaal(kist, Gk.sheets).map(([thing, many]) =>
        (many > 1 ? Paneel.plain(this.sentence("keren", thing, many)) : thing));
      const [rollen, plekken] = [Gk.plan.rollen, Gk.plan.plekken].map((of) => of(kist, Gk.sheets));
      list("materiaal", times);
      list("rollen", rollen);
      list("plekken", plekken);
      const found = loaded ? Gk.plan.meldingen(kist, Gk.sheets) : [];
      this.piece("meldlijst").replaceChildren(...found.map((one) => this.warning(one)));
      this.show({ totaal: [...times, ...rollen, ...plekken].length, pastniet: found.length });
      for (const name of ["leid", "verslag"]) {
        const link = this.piece(name);
        Gk.dom.set(link, { href: `${this.addressOf(link.dataset.naar)}#kist=${kist.sleutel}` });
      }
    }

    /** The address of another page of the site. @param {string} [folder] */
    addressOf(folder) {
      return `${this.dataset.wortel}${folder}${INDEX}`;
    }

    /** @param {Melding} melding */
    warning({ soort, blok, gaten }) {
      const row = this.clone("melding", { tekst: true, naar: Boolean(blok), rand: !blok });
      const [id] = gaten;
      const lost = soort === "onbekend" && this.titles.has(String(id));
      const texts = soort === "onbekend" ? [this.titleOf(String(id))] : gaten;
      const text = this.sentence(lost ? "nietgeladen" : soort, ...texts);
      Paneel.put(/** @type {Element} */ (row.firstElementChild), text);
      Object.assign(row.dataset, { sleutel: blok ?? "", soort });
      return row;
    }

    // ---------- what is changed ----------

    /** @param {HTMLInputElement} field */
    typed(field) {
      if (field === this.piece("keuze")) return this.choose(field.value);
      if (field === this.piece("filter")) return this.filter(field.value);
      const row = /** @type {HTMLElement | null} */ (field.closest("[data-sleutel]"));
      const blok = row && this.blockOf(row);
      this.say(); // old news
      if (blok) this.change(blok, { [field.name]: KistRij.value(field) });
      else if (field.name) this.changeHead(field);
    }

    /** @param {HTMLInputElement} field */
    changeHead({ name, type, value, checked, max }) {
      const number = Math.min(Math.max(0, Math.round(Number(value))), Number(max));
      const read = { checkbox: checked, number }[type] ?? value;
      Object.assign(this.kist, { [name]: read });
      this.store();
      this.draw();
    }

    /** @param {Blok} blok @param {Partial<Blok>} values */
    change(blok, values) {
      Object.assign(blok, values);
      for (const name of KistRij.FIELDS) if (blok[name] === undefined) delete blok[name];
      this.store();
      this.draw();
    }

    /** Show what was typed as it is kept: nobody types there now. @param {HTMLElement} field */
    settle(field) {
      const blok = this.blockOf(field);
      const row = blok && this.rows.get(blok.sleutel);
      if (row) row.fillAll(blok, Gk.sheets[blok.blad ?? ""], this.kist.mensen);
      else if (this.piece("kop").contains(field)) this.drawHead();
    }

    /** The block that a button or field belongs to. @param {Element} node */
    blockOf(node) {
      const key = /** @type {HTMLElement | null} */ (node.closest("[data-sleutel]"));
      return PLACES.flatMap((place) => this.kist[place])
        .find(({ sleutel }) => sleutel === key?.dataset.sleutel);
    }

    /** @param {Blok} blok @returns {[Place, number]} */
    placeOf(blok) {
      const place = this.kist.blokken.includes(blok) ? "blokken" : "geparkeerd";
      return [place, this.kist[place].indexOf(blok)];
    }

    /** Another kist on the screen. @param {string} key */
    choose(key) {
      this.kist = this.find(key) ?? this.kist;
      this.forget();
      this.keepChoice();
    }

    /** Store which kist is in use. */
    keepChoice() {
      this.save({ nu: this.kist.sleutel, kisten: this.kisten });
      dispatchEvent(new Event("gk-kist"));
      this.redraw();
    }

    /** What was removed can no longer be put back. */
    forget() {
      this.gone = this.goneKist = null;
    }

    /** Beside the others, and on the screen. @param {Kist} kist */
    add(kist) {
      this.forget();
      this.kist = kist;
      this.keep();
    }

    /** A name that no kist has yet. */
    newName() {
      if (!this.kisten.length) return this.sentence("eerstenaam");
      let number = this.kisten.length + 1;
      const name = () => this.sentence("nieuwnaam", number);
      while (this.kisten.some(({ naam }) => naam === name())) number += 1;
      return name();
    }

    /** @param {Blok[]} blocks @param {number} [at] */
    insert(blocks, at = this.kist.blokken.length) {
      if (this.kist.blokken.length + blocks.length > Gk.kisten.MOST_BLOCKS) {
        this.fail(this.sentence("kistvol"));
        return false;
      }
      this.forget();
      this.kist.blokken.splice(at, 0, ...blocks);
      this.keep();
      return true;
    }

    /** Add one, and go to its minutes. @param {Omit<Blok, "sleutel">} values */
    insertOwn(values) {
      const blok = Gk.kisten.blok(values);
      if (this.insert([blok])) this.rowOf(blok).open(values.pauze ? "minuten" : "titel");
    }

    /** A line with the text that we propose. @param {"opening" | "afsluiting"} soort */
    edge(soort) {
      const text = this.sentence(soort === "opening" ? "welkomtekst" : "slottekst");
      return Gk.kisten.blok({ regel: text, soort, minuten: EDGE });
    }

    /** What is missing of a welcome and a closing. */
    addEdges() {
      const has = (/** @type {string} */ soort) =>
        this.kist.blokken.some((blok) => blok.soort === soort);
      const [first, last] = [has("opening"), has("afsluiting")];
      if (!first && !this.insert([this.edge("opening")], 0)) return;
      if (!last) this.insert([this.edge("afsluiting")]);
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
      const said = [this.nameOf(blok), to + 1, this.kist.blokken.length];
      Paneel.announce(this.piece("stil"), Paneel.plain(this.sentence("plaats", ...said)));
    }

    /** @param {HTMLElement} button @param {number} places */
    step(button, places) {
      const blok = this.blockOf(button);
      if (blok) this.move(blok, places);
      button.focus();
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
        this.press(this.querySelector("[data-deel=titels] li:not([hidden]) button"));
      }
    }

    /** @param {string} text */
    filter(text) {
      const words = folded(text).split(/\s+/);
      const rows = [...Paneel.all(this.piece("titels"), "li")];
      for (const row of rows) {
        row.hidden = !words.every((word) => folded(row.textContent).includes(word));
      }
      const many = rows.filter(({ hidden }) => !hidden).length;
      const said = many ? this.sentence("vind", many, rows.length) : this.sentence("vindniet");
      Paneel.announce(this.piece("gevonden"), said);
    }

    /**
     * Out of its list; until the next change it can be put back, from where it was.
     * @param {Blok} blok
     */
    removeBlok(blok) {
      const [place, at] = this.placeOf(blok);
      const row = this.clone("weg", { tekst: true });
      const text = this.sentence("weg", this.nameOf(blok));
      Paneel.put(/** @type {Element} */ (row.firstElementChild), text);
      this.forget();
      this.kist[place].splice(at, 1);
      this.gone = { key: this.kist.sleutel, place, at, blok, row };
      this.keep();
      row.querySelector("button")?.focus();
    }

    removeKist() {
      const { kist, kisten } = this;
      const at = kisten.indexOf(kist);
      kisten.splice(at, 1);
      this.forget();
      this.goneKist = { kist, at };
      this.kist = kisten[Math.min(at, kisten.length - 1)] ?? Gk.kisten.empty(this.newName());
      this.keepChoice();
      this.piece("kistweg").querySelector("button")?.focus();
    }

    /** Put back what was removed. */
    putBack() {
      const { gone, goneKist } = this;
      this.forget();
      if (goneKist) {
        this.kisten.splice(goneKist.at, 0, goneKist.kist);
        this.kist = goneKist.kist;
      } else if (gone) {
        this.find(gone.key)?.[gone.place].splice(gone.at, 0, gone.blok);
      }
      this.keep();
      this.focusNear(gone?.at ?? 0);
    }

    /** To the row that stands there now. @param {number} at */
    focusNear(at) {
      const rows = Paneel.all(this.piece("blokken"), "[data-doe=meer]");
      (rows[Math.min(at, rows.length - 1)] ?? this.piece("kies")).focus();
    }

    // ---------- in and out ----------

    /** What links need is fetched, since most readers come without one. */
    async readHash() {
      if (!/kist|klaar/i.test(location.search + location.hash)) return;
      try {
        await this.links();
        super.readHash();
      } catch {
        this.fail(this.sentence("netwerk"));
      }
    }

    links() {
      return Paneel.fetched("kistLink", this.dataset.links);
    }

    /** @param {string} address @param {string} anchor */
    openLink(address, anchor) {
      this.say();
      return anchor === "klaar" ? this.takeReady(address) : this.takeLink(address);
    }

    /** A kist of somebody else: #kist=… @param {string} address */
    async takeLink(address) {
      const { read: readLink, worth, write } = await this.links();
      const knows = (/** @type {string} */ id) => this.titles.has(id);
      const [found = ""] =
        Gk.links.find(address, "kist", (payload) => worth(payload, knows));
      const read = found && readLink(found, knows);
      if (!read) return this.fail(this.sentence("compleet"));
      if (read === "nieuwer") return this.fail(this.sentence("linknieuwer"));
      const same = this.kisten.find((one) => write(one) === found);
      if (same) return this.again(same);
      this.addCopy(read);
    }

    /** What a link gave, with our own words where it has none. @param {GelezenKist} gelezen */
    addCopy({ kist, weg, mist }) {
      const all = kist.blokken.length + weg.length + mist;
      const blokken = kist.blokken.map((blok) =>
        (blok.soort ? { ...blok, regel: this.edge(blok.soort).regel } : blok));
      this.add({ ...kist, naam: this.sentence("gedeeld"), blokken });
      const wrong = [
        weg.length && this.sentence("overgeslagen", weg.join(", ")),
        mist && this.sentence("afgekapt", mist, all),
      ].filter(Boolean).join(" ");
      this.tell(this.sentence("kopie"), wrong);
    }

    /** It is here already. @param {Kist} kist */
    again({ sleutel }) {
      this.choose(sleutel);
      this.tell(this.sentence("heb"));
    }

    /** A ready draaiboek: #klaar=<id>. @param {string} address */
    async takeReady(address) {
      const { write } = await this.links();
      const [id = ""] = Gk.links.find(address, "klaar", () => 1);
      await Gk.bladen.loadReady(id);
      const kist = Gk.kisten.sound(Gk.ready[id]);
      if (!kist) return this.fail(this.sentence("klaarweg"));
      const text = write(kist);
      const same = this.kisten.find((one) => one.naam === kist.naam && write(one) === text);
      if (same) return this.again(same);
      this.add(kist);
      this.tell(this.sentence("over"));
    }

    /** @param {Unknown} data @param {string} name */
    openFile(data, name) {
      const kist = Gk.kisten.sound(data.kist);
      if (!kist) return this.fail(this.sentence("geen", name));
      const given = /** @type {Unknown} */ (data.kist);
      const all = PLACES.flatMap((place) => given[place] ?? []).length;
      const wrong = all - PLACES.flatMap((place) => kist[place]).length;
      const mine = this.find(kist.sleutel);
      if (mine && JSON.stringify(mine) === JSON.stringify(kist)) return this.again(mine);
      this.add(mine ? this.copyOf(kist) : kist);
      this.tell(this.sentence("uitbestand", name),
        wrong ? this.sentence("onleesbaar", name, wrong, all) : "");
    }

    /** @param {Kist} kist @returns {Kist} */
    copyOf(kist) {
      const naam = this.sentence("kopienaam", kist.naam).replace(/[\u2068\u2069]/g, "");
      const copy = Gk.kisten.sound({ ...kist, naam, sleutel: "" });
      return /** @type {Kist} */ (copy);
    }

    async link() {
      const { write } = await this.links();
      return `${location.href.split("#")[0]}#kist=${write(this.kist)}`;
    }

    /** What makes the papers, fetched on a click. */
    papers() {
      return Paneel.fetched("papers", this.dataset.papieren);
    }

    /** @param {"programma" | "draaiboek"} name */
    async printOne(name) {
      const papers = await this.papers();
      await papers.print(this, [papers[name](this, this.kist, Gk.sheets)]);
    }

    async toCalendar() {
      const papers = await this.papers();
      const back = FOLDER ? "" : location.href.split(/[?#]/)[0];
      const event = papers.event(this, this.kist, Gk.sheets, back);
      if (event) {
        const text = Gk.ics.calendar(`${this.dataset.naam}//Mijn kist`, [event]);
        return Gk.files.download(`${this.fileName()}.ics`, text, "text/calendar");
      }
      this.fail(this.sentence("dagnodig"));
      /** @type {HTMLElement} */ (this.querySelector("[name=dag]")).focus();
    }

    fileName() {
      return folded(this.kist.naam).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "kist";
    }

    async saveText() {
      const { text, draaiboek } = await this.papers();
      Gk.files.download(`${this.fileName()}.txt`, text(draaiboek(this, this.kist, Gk.sheets)));
    }

    async showMail() {
      const papers = await this.papers();
      this.field("mailtekst").value = papers.mail(this, this.kist, Gk.sheets);
      this.show({ mail: true });
      this.field("mailtekst").setSelectionRange(0, 0); // the invitation comes first
      this.field("mailtekst").focus();
    }

    async copyMail() {
      const field = this.field("mailtekst");
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        field.select();
        this.say(this.sentence("kopieer"));
      }
    }

    async share() {
      const url = await this.link();
      try {
        await navigator.share({ title: this.kist.naam, url });
      } catch (error) {
        // Who closes the sheet of the system wants nothing more.
        if (/** @type {Error} */ (error).name !== "AbortError") await this.copy(url);
      }
    }

    /** Unfold or fold the list of sheets. @param {HTMLElement} button */
    turnPicker(button) {
      const open = this.piece("kiezer").hidden;
      this.show({ kiezer: open });
      Gk.dom.set(button, { "aria-expanded": String(open) });
      if (!open) return;
      this.filter(this.field("filter").value);
      this.field("filter").focus();
    }

    /** To what does not fit. @param {HTMLElement} button */
    goTo(button) {
      const blok = this.blockOf(button);
      const { soort = "" } = /** @type {HTMLElement} */ (button.closest("li")).dataset;
      if (blok) this.rowOf(blok).open(MENDS[soort]);
    }

    /** Work on the block of a button. @param {(blok: Blok) => void} work */
    onBlock(work) {
      return (/** @type {HTMLElement} */ button) => {
        const blok = this.blockOf(button);
        if (blok) work(blok);
      };
    }

    /** From one list to the other. @param {Blok} blok */
    park(blok) {
      const [place, at] = this.placeOf(blok);
      this.forget();
      this.kist[place].splice(at, 1);
      this.kist[place === "blokken" ? "geparkeerd" : "blokken"].push(blok);
      this.keep();
      this.focusNear(at);
    }

    actions = {
      nieuw: () => {
        this.add(Gk.kisten.empty(this.newName()));
        /** @type {HTMLInputElement} */ (this.querySelector("[name=naam]")).select();
      },
      kopieer: () => this.add(this.copyOf(this.kist)),
      kistWeg: () => this.removeKist(),
      terug: () => this.putBack(),
      kies: (/** @type {HTMLElement} */ button) => this.turnPicker(button),
      erbij: (/** @type {HTMLElement} */ { dataset: { id = "" } }) => {
        const added = this.insert([Gk.kisten.blok({ blad: id })]);
        if (added) this.tell(this.sentence("erbij", this.titleOf(id)));
      },
      pauze: () => this.insertOwn({ pauze: true, minuten: BREAK }),
      regel: () => this.insertOwn({ regel: "", minuten: EDGE }),
      rand: () => this.addEdges(),
      meer: (/** @type {HTMLElement} */ button) => {
        const blok = this.blockOf(button);
        if (blok) this.rowOf(blok).toggle();
      },
      omhoog: (/** @type {HTMLElement} */ button) => this.step(button, -1),
      omlaag: (/** @type {HTMLElement} */ button) => this.step(button, 1),
      parkeer: this.onBlock((blok) => this.park(blok)),
      terugin: this.onBlock((blok) => this.park(blok)),
      weg: this.onBlock((blok) => this.removeBlok(blok)),
      naar: (/** @type {HTMLElement} */ button) => this.goTo(button),
      alles: async () => {
        const papers = await this.papers();
        await papers.print(this, papers.set(this, this.kist, Gk.sheets));
      },
      programma: () => this.printOne("programma"),
      leider: () => this.printOne("draaiboek"),
      agenda: () => this.toCalendar(),
      mail: () => this.showMail(),
      tekst: () => this.saveText(),
      kopieermail: () => this.copyMail(),
      link: async () => this.copy(await this.link()),
      deel: () => this.share(),
      bestand: () => Gk.files.saveJson(this.fileName(), "gk-kist", { kist: this.kist }),
    };
  }

  customElements.define("gk-kist", MijnKist);
}
