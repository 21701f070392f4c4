// @ts-check
// <gk-invullen>: the boxes and the table of a sheet as fields. What is typed stays on this device,
// and stands in the boxes of the sheet as it will be printed; the rest is on a page behind it.
{
  const PAUSE = 300; // ms after the last key
  const NAMED = 3; // boxes that go on elsewhere; more are counted
  /** @type {Record<string, string>} what is no text, by its element */
  const KINDS = { INPUT: "datum", SELECT: "score" };
  const GROWS = CSS.supports("field-sizing", "content");
  const ANCHORS = CSS.supports("overflow-anchor", "auto");

  const { el, typed } = Gk.dom;

  /** What stands at a field, and its kind. @param {Element} field */
  const labelled = (field) => [
    field.closest("label")?.querySelector("span")?.firstChild?.textContent?.trim() ?? "",
    KINDS[field.tagName] ?? "tekst",
  ];

  /** @returns {Invulrij} */
  const emptyRow = () => ({ kop: "", cellen: {} });

  /** As high as its text. @param {HTMLElement} field */
  const grow = (field) => {
    if (GROWS || !(field instanceof HTMLTextAreaElement)) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };

  /**
   * Set a text, or take an empty one away.
   * @param {Record<string, string>} texts @param {string} name @param {string} text
   */
  const setText = (texts, name, text) => {
    if (text) texts[name] = text;
    else delete texts[name];
  };

  /** @param {string[][]} pairs label and text */
  const described = (pairs) => pairs.flatMap(([label, text]) =>
    [el("dt", {}, typed(label)), el("dd", {}, typed(text))]);

  /** The cells of rows as pairs: a table has no room on a phone. @param {Invulrij[]} rijen */
  const cellsOf = (rijen) => rijen.flatMap(({ kop, cellen }) => Object.entries(cellen)
    .map(([titel, text]) => [[kop, titel].filter(Boolean).join(", "), text]));

  class Invullen extends Paneel {
    fileKinds = ["gk-gegevens"];
    blad = this.dataset.blad ?? "";
    key = "";
    sheet = /** @type {HTMLElement} */ (document.querySelector(".blad"));
    plan = this.planned();
    // The key of the kist it is for; empty for none.
    kist = this.usualKist();
    /** @type {Record<string, string>} the texts in boxes, by id */
    velden = {};
    /** @type {Invulrij[]} as on the sheet, and then what was added */
    rijen = [];
    /** @type {Ingevuld | null} to put back */
    previous = null;
    /** @type {Ingevuld} of somebody else: not stored until the reader says so */
    kopie = { velden: {}, rijen: [] };
    /** @type {HTMLElement | undefined} the page behind the sheet */
    vervolg;
    /** @type {Map<HTMLElement, HTMLElement>} a free field, and the one in whose place it stands */
    freed = new Map();
    waiting = 0;
    poured = false; // something typed was put on the sheet
    bare = false; // an empty sheet is being printed

    /** What can be typed here, as the page has it. @returns {Invulplan} */
    planned() {
      const { rij } = this.templates;
      const own = [...Paneel.all(this, "[data-veld]")];
      return {
        velden: own.filter((field) => !field.dataset.veld?.startsWith("blad."))
          .map((field) => [field.dataset.veld ?? "", ...labelled(field)]),
        // By the name that we wrote: a browser that translates changes what is seen.
        kolommen: rij ? [...Paneel.all(rij, "[data-kop], [data-kolom]")].map((field) => {
          const [seen, soort] = labelled(field);
          return [field.dataset.kolom ?? seen, soort];
        }) : [],
        rijen: Gk.pour.names(this.sheet),
      };
    }

    /**
     * The kists may have changed too, in another window or on the page that it comes back from.
     * @param {{key: unknown, persisted: unknown}} event
     */
    refresh(event) {
      super.refresh(event);
      const { key, persisted } = event;
      if (!persisted && key !== Gk.store.nameOf("kisten")) return;
      // A kist that is gone has no report.
      this.follow(Boolean(persisted) || !Gk.kisten.of(this.kist));
    }

    /**
     * The kists changed: an empty sheet follows, what was typed stays where it is.
     * @param {boolean} free whether it may follow
     */
    follow(free = true) {
      if (free && Gk.filled.isEmpty(this.value())) {
        this.kist = this.usualKist();
        return this.load();
      }
      this.drawKisten();
      this.pour();
    }

    /** Who presses a box of the sheet, as on paper, goes to its field. @param {Event} event */
    toField({ target }) {
      const place = "[data-veld], [data-rij] td";
      const box = /** @type {Element} */ (target).closest(/** @type {"td"} */ (place));
      if (!box) return;
      const { veld } = box.dataset;
      const field = veld ? this.querySelector(`[data-veld="${CSS.escape(veld)}"]`) :
        this.fieldOf(box);
      /** @type {HTMLElement | null} */ (field)?.focus();
    }

    /** The field of a cell in the table of the sheet. @param {HTMLTableCellElement} cell */
    fieldOf(cell) {
      const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
      const at = [...Paneel.all(this.sheet, "[data-rij]")].indexOf(row);
      const [titel] = this.plan.kolommen[cell.cellIndex];
      const name = cell.cellIndex ? `[data-kolom="${CSS.escape(titel)}"]` : "[data-kop]";
      return this.piece("rijen").children[at]?.querySelector(name) ?? null;
    }

    connectedCallback() {
      super.connectedCallback();
      document.fonts.ready.then(() => this.pour());
      if (location.hash === `#${this.id}`) this.scrollIntoView();
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      clearTimeout(this.waiting);
      this.vervolg?.remove();
    }

    /** @param {AddEventListenerOptions} options */
    listen(options) {
      super.listen(options);
      addEventListener("gk-kist", this, options);
      this.sheet.addEventListener("click", (event) => this.toField(event), options);
      // Before sheet-fit.js makes the sheet fit.
      addEventListener("beforeprint", this, { ...options, capture: true });
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "gk-kist") this.follow();
      else if (event.type !== "beforeprint") super.handleEvent(event);
      else if (!this.bare) this.pour();
    }

    load() {
      this.key = Gk.keys.ofSheet(this.blad, this.kist);
      this.take(Gk.filled.sound(this.read()));
      this.drawKisten();
    }

    // ---------- for which kist ----------

    /** The kist in use when it holds this sheet. */
    usualKist() {
      return Gk.kisten.currentWith(this.blad)?.sleutel ?? "";
    }

    /** Those that hold this sheet, and those for which something was typed. */
    drawKisten() {
      const typed = Gk.filled.kisten(this.blad);
      const all = Gk.kisten.read().kisten.filter(({ sleutel, blokken, geparkeerd }) =>
        typed.includes(sleutel) || [...blokken, ...geparkeerd].some(({ blad }) =>
          blad === this.blad));
      const gone = [...typed, this.kist]
        .filter((one) => one && !all.some(({ sleutel }) => sleutel === one));
      const named = [
        ["", this.sentence("los")],
        ...all.map(({ naam, sleutel }) => [sleutel, Gk.dom.isolate(naam)]),
        ...[...new Set(gone)].map((sleutel) => [sleutel, this.sentence("weg")]),
      ];
      const choice = /** @type {HTMLSelectElement} */ (this.piece("kist"));
      choice.replaceChildren(...named.map(([sleutel, naam]) => new Option(
        typed.includes(sleutel) ? `${naam}${this.sentence("al")}` : naam, sleutel)));
      choice.value = this.kist;
      const report = /** @type {HTMLAnchorElement} */ (this.piece("verslag"));
      report.hash = this.kist ? `kist=${this.kist}` : `blad=${this.blad}`;
      this.show({ keuze: choice.options.length > 1 });
      this.drawKnown();
    }

    /** Project and day of the kist: on paper where nothing else was typed. */
    known() {
      return Gk.filled.known(Gk.kisten.of(this.kist));
    }

    /** Says at its field what stands on paper by itself; seen while typing, so nothing moves. */
    drawKnown() {
      const { velden } = Gk.filled.onPaper({ velden: this.known(), rijen: [] }, this.plan);
      for (const field of Paneel.all(this, '[data-veld^="blad."]')) {
        const label = /** @type {Element} */ (field.closest("label")?.querySelector("span"));
        label.querySelector("small")?.remove();
        const text = velden[field.dataset.veld ?? ""];
        if (text) Paneel.put(label.appendChild(el("small")), this.sentence("kist", text));
      }
    }

    /** @param {string} kist */
    chooseKist(kist) {
      this.say();
      if (this.unsaved) {
        this.fail(this.sentence("blijf"));
        return this.drawKisten();
      }
      this.kist = kist;
      this.previous = null;
      return this.load();
    }

    /** Something was typed for no kist, and nothing yet for this one. */
    hasLoose() {
      return this.kist && Gk.filled.isEmpty(this.value()) &&
        !Gk.filled.isEmpty(Gk.filled.read(this.blad, ""));
    }

    /** Show a value. @param {Ingevuld} value */
    take({ velden, rijen }) {
      this.velden = { ...velden };
      this.rijen = Gk.filled.inRows(rijen, this.plan);
      this.restoreFields();
      this.draw();
    }

    /** What is on the screen. @returns {Ingevuld} */
    value() {
      const rijen = this.rijen.filter(({ cellen }, k) =>
        !this.plan.rijen[k] || Object.keys(cellen).length);
      return Gk.filled.sound({ velden: this.velden, rijen });
    }

    keep() {
      const value = this.value();
      const stored = this.save({ ...value, op: Date.now() });
      if (stored && Gk.filled.isEmpty(value)) Gk.store.remove(this.key);
    }

    // ---------- fields ----------

    draw() {
      for (const field of Paneel.all(this, "[data-veld]")) {
        this.put(field, this.velden[field.dataset.veld ?? ""] ?? "");
      }
      if (this.plan.kolommen.length) this.drawRows();
      this.drawLapsed();
      this.show({ herstel: this.previous, los: this.hasLoose() });
      this.pour();
    }

    drawRows() {
      const list = this.piece("rijen");
      while (list.children.length > this.rijen.length) list.lastElementChild?.remove();
      this.rijen.forEach(({ kop, cellen }, k) => {
        const own = this.plan.rijen[k];
        const row = list.children[k] ?? list.appendChild(this.clone("rij", {
          kop: own || Paneel.plain(this.sentence("nummer", k + 1)),
          eerste: !own,
        }));
        for (const field of Paneel.all(row, "[data-kop], [data-kolom]")) {
          this.put(field, "kop" in field.dataset ? kop : cellen[field.dataset.kolom ?? ""] ?? "");
        }
      });
    }

    /** What stood in boxes that the record no longer has. */
    drawLapsed() {
      const fields = [...Paneel.all(this, "[data-veld]")];
      const known = new Set(fields.map(({ dataset }) => dataset.veld));
      const titles = new Set(this.plan.kolommen.map(([titel]) => titel));
      const boxes = Object.entries(this.velden).filter(([id]) => !known.has(id))
        .map(([id, text]) => [id.replaceAll("-", " "), text]);
      const cells = cellsOf(this.rijen.map(({ kop, cellen }) => ({ kop, cellen: Object.fromEntries(
        Object.entries(cellen).filter(([titel]) => !titles.has(titel))) })));
      this.show({ ook: boxes.length + cells.length });
      this.listIn("ook").replaceChildren(...described([...boxes, ...cells]));
    }

    /** Show a text in a field, or in a free one that can hold it. @param {HTMLElement} node */
    put(node, text = "") {
      let field = /** @type {HTMLInputElement} */ (node);
      if (field.value === text) return;
      field.value = text;
      if (field.value !== text && field.tagName !== "TEXTAREA") {
        field = this.free(field);
        field.value = text;
      }
      if (text) grow(field);
    }

    /** Another field in the place of one for a date or a figure: it takes any text. */
    free(/** @type {HTMLInputElement} */ field) {
      const free = /** @type {HTMLInputElement} */ (/** @type {unknown} */ (this.clone("vrij")));
      delete free.dataset.mal;
      Object.assign(free.dataset, field.dataset);
      free.value = field.value;
      this.offerFree(field, false);
      field.replaceWith(free);
      this.freed.set(free, field);
      return free;
    }

    /** Fields as the page has them, in the place of free ones; not of one that is typed in. */
    restoreFields() {
      this.freed.forEach((field, free) => {
        if (free === document.activeElement) return;
        free.replaceWith(field);
        this.offerFree(field, true);
        this.freed.delete(free);
      });
    }

    /** Whether its button for any text is seen. @param {HTMLElement} field @param {boolean} seen */
    offerFree(field, seen) {
      const button = field.closest(".invulvak")?.querySelector("button");
      if (button) button.hidden = !seen;
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      if (field === this.piece("kist")) return this.chooseKist(field.value);
      const { veld, kolom } = field.dataset;
      const row = field.closest(".invulrij");
      if (veld) setText(this.velden, veld, field.value);
      else if (row) {
        const rij = this.rijen[[...this.piece("rijen").children].indexOf(row)];
        if (kolom) setText(rij.cellen, kolom, field.value);
        else rij.kop = field.value;
      } else return;
      this.say();
      this.keep();
      this.show({ los: this.hasLoose() });
      grow(field);
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.pour(), PAUSE);
    }

    // ---------- the sheet ----------

    /** The texts on the sheet, and on a page behind it what it has no room for. */
    pour() {
      clearTimeout(this.waiting);
      const known = this.known();
      const empty = Gk.filled.isEmpty(this.value());
      const bare = empty && !Object.keys(known).length;
      if (bare && !this.poured) return; // most readers only read: nothing to measure
      this.poured = !bare;
      const { activeElement } = document;
      const before = activeElement?.getBoundingClientRect().top ?? 0;
      const typed = { velden: this.velden, rijen: this.rijen };
      if (bare) Gk.pour.clear(this.sheet);
      this.drawRest(bare ? this.value() : Gk.pour.onto(
        this.sheet, this.plan, typed, known, String(this.dataset.vervolg)), empty);
      const after = activeElement?.getBoundingClientRect().top ?? 0;
      // Where a browser does not do so itself: what is typed in stays where it is.
      if (!ANCHORS && this.contains(activeElement)) scrollBy(0, after - before);
    }

    /** @param {Ingevuld} rest @param {boolean} empty nothing was typed */
    drawRest(rest, empty) {
      this.vervolg?.remove();
      const boxes = Gk.filled.texts(this.blad, rest, this.plan);
      const table = Gk.filled.table(this.blad, rest, this.plan);
      const more = boxes.length + table.length > 0;
      if (more) {
        this.vervolg = Gk.vervolg(this, this.sheet, boxes, table);
        // Outside what print.css makes one page when a sheet is shrunk.
        this.sheet.parentElement?.after(this.vervolg);
      }
      Paneel.announce(this.piece("past"), empty ? "" : this.fitting(boxes, table.length > 0));
      Paneel.all(document, "span[data-past]").forEach((node, k) => {
        node.hidden = more !== (k > 0);
      });
    }

    /** What is said before printing. @param {string[][]} boxes @param {boolean} table */
    fitting(boxes, table) {
      const names = boxes.map(([label]) => label);
      if (table) names.push(this.sentence("tabel"));
      const first = names.slice(0, NAMED).join("; ");
      if (!first) return this.sentence("past");
      const more = names.length - NAMED;
      return Paneel.plain(more > 0 ? this.sentence("meer", first, more) :
        this.sentence("verder", first));
    }

    // ---------- files, text and undo ----------

    /**
     * Another text; 'Zet terug' brings back what stood there.
     * @param {Ingevuld} value @param {string} [next] the button of the same row that gets the focus
     */
    swap(value, next) {
      const row = this.piece("wis");
      const before = row.getBoundingClientRect().top;
      this.previous = this.value();
      this.take(value);
      this.keep();
      if (!next) return;
      this.piece(next).focus({ preventScroll: true });
      // The fields above are as high as their text: what was pressed stays where it is.
      scrollBy({ top: row.getBoundingClientRect().top - before, behavior: "instant" });
    }

    /** @param {Unknown} data @param {string} name */
    openFile({ gegevens }, name) {
      const own = Gk.keys.ofSheet(this.blad);
      const given = /** @type {Record<string, Unknown | null>} */ (Object(gegevens));
      const key = [this.key, own, ...Object.keys(given).filter((one) => one.startsWith(`${own}.`))]
        .find((one) => given[one]);
      if (Number(given[key ?? ""]?.opslag) > 1) return this.fail(this.sentence("later", name));
      this.kopie = Gk.filled.sound(given[key ?? ""]);
      if (Gk.filled.isEmpty(this.kopie)) return this.fail(this.sentence("ander", name));
      this.piece("uit").replaceChildren(typed(name));
      this.piece("kopietekst").replaceChildren(...described([
        ...Gk.filled.texts(this.blad, this.kopie, this.plan),
        ...cellsOf(this.kopie.rijen),
      ]));
      this.show({ kopie: true });
      this.piece("kopie").focus();
    }

    hideCopy() {
      this.show({ kopie: false });
      /** @type {HTMLElement} */ (this.querySelector("[data-veld]")).focus();
    }

    /** Headings and tables for Word and mail; as plain text where a browser copies no more. */
    async copySheet() {
      const value = this.value();
      if (Gk.filled.isEmpty(value)) return this.say(this.sentence("leeg"));
      const { text, html } = await Paneel.fetched("sheetText", this.dataset.tekst);
      const title = this.sheet.querySelector("h2")?.textContent ?? "";
      const parts = Gk.filled.inOrder(this.blad, value, this.plan);
      const kinds = { "text/plain": text(title, parts), "text/html": html(title, parts) };
      try {
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
          Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })])))]);
      } catch {
        await this.copy(kinds["text/plain"]);
      }
    }

    actions = {
      rij: () => {
        this.rijen.push(emptyRow());
        this.drawRows();
        const row = this.piece("rijen").lastElementChild;
        /** @type {HTMLElement} */ (row?.querySelector("textarea")).focus();
      },
      vrij: (/** @type {HTMLElement} */ button) => {
        const field = button.parentElement?.querySelector("input, select");
        if (field) this.free(/** @type {HTMLInputElement} */ (field)).focus();
      },
      neemlos: () => {
        this.swap(Gk.filled.read(this.blad, ""));
        /** @type {HTMLElement} */ (this.querySelector("[data-veld]")).focus();
      },
      mijn: () => this.hideCopy(),
      neem: () => {
        this.swap(this.kopie);
        this.hideCopy();
      },
      kopieer: () => this.copySheet(),
      bewaar: () => {
        const value = this.value();
        if (Gk.filled.isEmpty(value)) return this.say(this.sentence("leeg"));
        const gegevens = { [Gk.keys.ofSheet(this.blad)]: { ...value, opslag: 1 } };
        Gk.files.saveJson(this.blad, "gk-gegevens", { gegevens });
      },
      haal: () => this.piece("bestanden").click(),
      wis: () => {
        if (Gk.filled.isEmpty(this.value())) return this.say(this.sentence("leeg"));
        this.swap({ velden: {}, rijen: [] }, "herstel");
      },
      herstel: () => {
        if (this.previous) this.swap(this.previous, "wis");
      },
      printleeg: () => {
        this.bare = true;
        Gk.pour.clear(this.sheet);
        this.vervolg?.remove();
        this.afterPrint(() => {
          this.bare = false;
          this.pour();
        });
        print();
      },
    };
  }

  customElements.define("gk-invullen", Invullen);
}
