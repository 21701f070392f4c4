// @ts-check
// What is seen of a kist: its head, its blocks with their times, what is parked, and what does not
// fit. Changes nothing of it. How one block looks is in kist-rij.js.

class KistBeeld {
  /** @type {("naam" | "dag" | "begin" | "mensen" | "project" | "plek" | "uitnodiging")[]} */
  static TEXTS = ["naam", "dag", "begin", "mensen", "project", "plek", "uitnodiging"];
  static EDGES = ["opening", "afsluiting"];
  /** @type {Map<string, KistRij>} by the key of the block */
  rows = new Map();
  // The data of all sheets came in, or will not come.
  loaded = false;

  /** @param {Paneel} panel */
  constructor(panel) {
    this.panel = panel;
    // What the site has, with its titles.
    this.titles = new Map([...Paneel.all(panel, "[data-doe=erbij]")]
      .map((button) => [button.dataset.id ?? "", button.textContent ?? ""]));
  }

  /** The ids of the sheets whose data is not there yet. @param {Kist} kist */
  missing({ blokken, geparkeerd }) {
    return [...new Set([...blokken, ...geparkeerd].map(({ blad = "" }) => blad))]
      .filter((id) => this.titles.has(id) && !Gk.sheets[id]);
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
    const row = this.rows.get(blok.sleutel) ?? new KistRij(this.panel, blok, "");
    this.rows.set(blok.sleutel, row);
    return row;
  }

  /**
   * All of it; `gone` was removed from it and can be put back.
   * @param {Kist} kist @param {{place: Place, at: number, row: HTMLElement} | null} gone
   */
  draw(kist, gone) {
    this.gone = gone;
    this.drawHead(kist);
    this.drawBlocks(kist);
    this.drawEnd(kist);
    this.drawParked(kist);
    this.drawTotals(kist);
    this.drawWarnings(kist);
    this.drawLinks(kist);
    this.drawParts(kist);
  }

  /**
   * Which of the kists is on the screen.
   * @param {Kist[]} kisten @param {Kist} kist
   */
  drawChoice(kisten, kist) {
    const all = kisten.includes(kist) ? kisten : [...kisten, kist];
    this.panel.piece("keuze").replaceChildren(...all.map(({ sleutel, naam }) => {
      const option = Gk.dom.el("option", { value: sleutel }, Gk.dom.isolate(naam));
      option.selected = sleutel === kist.sleutel;
      return option;
    }));
    this.panel.show({ meerdere: all.length > 1, kistknop: kisten.includes(kist) });
  }

  /** @param {Kist} kist */
  drawHead(kist) {
    const head = this.panel.piece("kop");
    const field = (/** @type {string} */ name) =>
      /** @type {HTMLInputElement} */ (head.querySelector(`[name=${name}]`));
    for (const name of KistBeeld.TEXTS) {
      if (!KistRij.isTypedIn(field(name))) field(name).value = String(kist[name] || "");
    }
    field("expert").checked = kist.expert;
    this.drawPrinted(kist, field("dag").valueAsDate);
  }

  /** What stands above the programme when the browser prints the page. @param {Kist} kist */
  drawPrinted({ naam, plek }, /** @type {Date | null} */ dag) {
    const day = dag?.toLocaleDateString("nl-NL", { dateStyle: "full", timeZone: "UTC" });
    const { el, typed } = Gk.dom;
    const lines = [typed(naam), day, plek && typed(plek)];
    const spans = lines.flatMap((line) => (line ? el("span", {}, line) : []));
    this.panel.piece("druk").replaceChildren(...spans);
  }

  /** @param {Kist} kist */
  drawBlocks(kist) {
    const rows = Gk.plan.momenten(kist, Gk.sheets).map((moment) => {
      const { blad: id } = moment.blok;
      const row = this.rowOf(moment.blok);
      const blad = Gk.sheets[id ?? ""];
      row.show({ ...moment, naam: blad || !id ? moment.naam : this.titleOf(id) }, blad, {
        known: !id || this.titles.has(id),
        begun: this.loaded,
        people: kist.mensen,
        to: this.panel.pageAt(`instrumenten/${id}/`, "#invullen"),
      });
      return row.li;
    });
    this.arrange("blokken", rows);
  }

  /** From when to when it goes. @param {Kist} kist */
  drawEnd(kist) {
    const { clock, eind, lang, minutes } = Gk.plan;
    const [begin, end] = [minutes(kist.begin), eind(kist, Gk.sheets)];
    const said = this.loaded
      ? this.panel.sentence("eind", clock(begin), clock(end), lang(end - begin))
      : this.panel.sentence("laden");
    Paneel.announce(this.panel.piece("eind"), kist.blokken.length ? said : "");
  }

  /**
   * Put rows in their list, with what can be put back in its place. Moves nothing that is there:
   * it would lose the focus.
   * @param {Place} place @param {HTMLElement[]} rows
   */
  arrange(place, rows) {
    const list = this.panel.piece(place);
    const nodes = [...rows];
    if (this.gone?.place === place) nodes.splice(this.gone.at, 0, this.gone.row);
    const same = nodes.length === list.children.length &&
      nodes.every((node, k) => node === list.children[k]);
    if (!same) list.replaceChildren(...nodes);
  }

  /** @param {Kist} kist */
  drawParked(kist) {
    const moments = Gk.plan.momenten({ ...kist, blokken: kist.geparkeerd }, Gk.sheets);
    this.arrange("geparkeerd", moments.map((moment) => this.parkedRow(moment)));
  }

  /** @param {Moment} moment */
  parkedRow({ blok, naam }) {
    const shown = blok.blad ? this.titleOf(blok.blad) : naam;
    const row = this.panel.clone("apart", { naam: [blok.blad ? shown : Gk.dom.typed(shown)] });
    row.dataset.sleutel = blok.sleutel;
    for (const button of Paneel.all(row, "button")) {
      Gk.dom.set(button, { "aria-label": `${button.textContent}: ${shown}` });
    }
    return row;
  }

  /** What to bring, who is needed, and where it can be. @param {Kist} kist */
  drawTotals(kist) {
    const { mee, rollen, plekken } = Gk.benodigd;
    const totals = {
      materiaal: mee(kist, Gk.sheets),
      rollen: rollen(kist, Gk.sheets),
      plekken: plekken(kist, Gk.sheets),
    };
    for (const [name, texts] of Object.entries(totals)) {
      const items = texts.map((text) => Gk.dom.el("li", {}, text));
      this.panel.listIn(name).replaceChildren(...items);
      this.panel.show({ [name]: texts.length });
    }
    this.panel.show({ totaal: Object.values(totals).flat().length });
  }

  /** @param {Kist} kist */
  drawWarnings(kist) {
    const found = this.loaded ? Gk.meldingen(kist, Gk.sheets) : [];
    this.panel.piece("meldlijst").replaceChildren(...found.map((one) => this.warning(one)));
    this.panel.show({ pastniet: found.length });
  }

  /** @param {Melding} melding */
  warning({ soort, blok, ruil, gaten }) {
    const rust = soort === "zitten";
    const row = this.panel.clone("melding", {
      tekst: true, naar: blok && !ruil && !rust, rand: !blok, bladtijd: soort === "kort",
      ruil: Boolean(ruil), rust,
    });
    const [id] = gaten.map(String);
    const unknown = soort === "onbekend";
    const name = unknown && this.titles.has(id) ? "nietgeladen" : soort;
    const text = this.panel.sentence(name, ...(unknown ? [this.titleOf(id)] : gaten));
    Paneel.put(/** @type {Element} */ (row.firstElementChild), text);
    Object.assign(row.dataset, { sleutel: blok ?? "", soort, ruil: ruil ?? "" });
    return row;
  }

  /** To the pages that go on with this kist. @param {Kist} kist */
  drawLinks({ sleutel }) {
    for (const name of ["leid", "verslag"]) {
      const link = this.panel.piece(name);
      Gk.dom.set(link, { href: this.panel.pageAt(link.dataset.naar, `#kist=${sleutel}`) });
    }
    dispatchEvent(new Event("gk-leid"));
  }

  /** Which of a welcome and a closing has no place yet. @param {Kist} kist */
  static lacking(kist) {
    const said = Gk.meldingen(kist, Gk.sheets).map(({ soort }) => String(soort));
    return KistBeeld.EDGES.filter((edge) => !kist.blokken.length || said.includes(edge));
  }

  /** Which parts of the page make sense now. @param {Kist} kist */
  drawParts(kist) {
    const { blokken, geparkeerd, sleutel } = kist;
    const some = blokken.length > 0;
    const stored = Gk.store.keys();
    const typed = (/** @type {Blok} */ { blad = "", keet }) =>
      !keet && stored.includes(Gk.keys.ofSheet(blad, sleutel));
    this.panel.show({
      leeg: !some, druk: some, eind: some, doen: some, snel: some, metinhoud: some,
      ernaast: geparkeerd.length,
      rand: KistBeeld.lacking(kist).length, getypt: blokken.some(typed),
    });
  }

  /**
   * Show a block as it is kept: nobody types there now.
   * @param {Blok} blok @param {number} people
   */
  settle(blok, people) {
    this.rows.get(blok.sleutel)?.fillAll(blok, Gk.sheets[blok.blad ?? ""], people);
  }

  /** To the row that stands there now. @param {number} at */
  focusNear(at) {
    const rows = Paneel.all(this.panel.piece("blokken"), "[data-doe=meer]");
    (rows[Math.min(at, rows.length - 1)] ?? this.panel.piece("kies")).focus();
  }
}
