// @ts-check
// What a meting shows of its numbers: picture, table and advice; who compares loads
// vergelijking.js, which adds to it. The panel is <gk-meting>, whose pieces and templates are used.

class UitslagView {
  // Above this: own line, mean and a band.
  static MAX_LINES = 4;

  /** @param {Paneel} panel @param {Deelnemer} deelnemers @param {string} agenda its address */
  constructor(panel, deelnemers, agenda) {
    this.panel = panel;
    this.deelnemers = deelnemers;
    this.scan = deelnemers.scan;
    this.agenda = agenda;
  }

  /** The text of a statement. @param {number} plek */
  static statement(plek) {
    const fieldset = document.querySelector(`[name=v${plek}]`)?.closest("fieldset");
    return fieldset?.firstElementChild?.textContent ?? "";
  }

  /** Advice as the page has it. @param {number} i number of the part @param {string} band */
  static textOf(i, band) {
    const part = document.querySelectorAll(".advies")[i];
    return [...part.querySelector(`[data-band=${band}] dd`)?.cloneNode(true).childNodes ?? []];
  }

  /** Whether what leaves this device may hold no single person. */
  get discreet() {
    return false;
  }

  /** What is seen now. */
  group() {
    return this.deelnemers.alleen();
  }

  /** Show everything; returns the group that is shown. */
  draw() {
    const groep = this.group();
    this.panel.piece("figuur").replaceChildren(...this.figure(groep));
    this.panel.piece("tabel").replaceChildren(this.table(groep));
    this.drawAdvice(groep);
    return groep;
  }

  /** One of the limits that the page gives, such as data-laag. @param {string} name */
  limit(name) {
    return Number(this.panel.dataset[name]);
  }

  /** @param {number | null} value */
  bandOf(value) {
    if (value === null) return "midden";
    return value < this.limit("laag") ? "laag" : value > this.limit("hoog") ? "hoog" : "midden";
  }

  /**
   * A line about a part, with the way to an action.
   * @param {string} template @param {number} i number of the part @param {number | null} value
   * @param {Slots} slots
   */
  line(template, i, value, slots) {
    const { id, titel } = this.scan.onderdelen[i];
    const item = this.panel.clone(template, { titel, ...slots });
    const action = `#actie=${this.scan.id}.${id}.${this.bandOf(value)}`;
    item.querySelector(".actielink")?.setAttribute("href", this.agenda + action);
    return item;
  }

  // ---------- picture and table ----------

  /** What stands in the picture, each with a line. @param {Groep} groep @returns {Reeks[]} */
  series({ lijnen }) {
    return lijnen;
  }

  /** What lies behind the lines. @param {Groep} _groep @returns {Scores[]} */
  behind(_groep) {
    return [];
  }

  /**
   * The radar, the names of its corners for a narrow screen, and its legend; two parties that look
   * at each other get none.
   * @param {Groep} groep
   */
  figure(groep) {
    const lines = this.scan.elkaar ? [] : this.series(groep);
    if (!lines.length) return [];
    const band = this.behind(groep);
    const radar = this.panel.clone("rooster");
    const legend = this.panel.clone("legenda", { vlak: band.length > 0 });
    const names = lines.map(({ naam }) => naam).join("\u2069, \u2068");
    radar.ariaLabel = Paneel.plain(this.panel.sentence("radar", names));
    if (band.length) radar.append(Gk.radar.band(band));
    radar.append(...lines.map(({ scores }, k) => Gk.radar.line(scores, k)));
    const { el, typed } = Gk.dom;
    legend.prepend(...lines.map(({ naam }, k) => el("li", {}, Gk.radar.sign(k), " ", typed(naam))));
    return [radar, this.panel.clone("hoeken"), legend];
  }

  /** The columns of the table. @param {Groep} groep @returns {Kolom[]} */
  columns({ lijnen }) {
    return lijnen.flatMap(({ naam, scores, zelf }) => (this.scan.elkaar
      ? [{ kop: this.panel.sentence("hunbeeld"), scores },
        { kop: this.panel.sentence("onsbeeld"), scores: zelf }]
      : [{ kop: `\u2068${naam}\u2069`, scores }]));
  }

  /** @param {Groep} groep */
  table(groep) {
    return this.tableOfColumns(this.columns(groep));
  }

  /** @param {Kolom[]} columns */
  tableOfColumns(columns) {
    const { shown, change } = Gk.score;
    const cells = columns.map(({ kop, scores, changes }) =>
      [kop, ...scores.map((value, i) => shown(value) + change(changes?.[i]))]);
    const verandering = columns.some(({ changes }) => changes?.some((value) => value !== null));
    return this.tableOf(cells, { nr: true, verandering });
  }

  /**
   * A table with a row for every part.
   * @param {Child[][]} columns each with its head @param {Slots} slots
   */
  tableOf(columns, slots) {
    const table = /** @type {HTMLTableElement} */ (this.panel.clone("tabel", slots));
    for (const [head, ...cells] of columns) {
      const th = Gk.dom.el("th", { scope: "col" });
      Paneel.put(th, String(head));
      table.rows[0].append(th);
      // Numbers: a translation would write them another way, and the file for Excel is read here.
      cells.forEach((cell, k) =>
        table.rows[k + 1].append(Gk.dom.el("td", { translate: "no" }, cell)));
    }
    return table;
  }

  // ---------- advice ----------

  /**
   * Advice for every part that was answered. *Begin hier* are the lowest two, but for parts on
   * which the group still has to find out why it sees them so differently.
   * @param {Groep} groep
   */
  advice({ personen, means, spreads }) {
    const answers = personen.map(({ antwoorden }) => antwoorden);
    const all = this.scan.onderdelen
      .map(({ plekken }, i) => {
        const onbekend = Gk.score.unknown(answers, plekken) > this.limit("onbekend");
        return { i, value: means[i], onbekend };
      })
      .filter(({ value, onbekend }) => value !== null || onbekend);
    const low = all
      .filter(({ i, value }) => value !== null && value < this.limit("advies") &&
        (spreads[i] ?? 0) < this.limit("verschil"))
      .sort((a, b) => Number(a.value) - Number(b.value))
      .slice(0, 2);
    const rest = all.filter((one) => !low.includes(one));
    return [low, rest].map((some) => some.map(({ i, value, onbekend }) => {
      const getal = value !== null && `(${Gk.score.shown(value)})`;
      const raad = value !== null && UitslagView.textOf(i, this.bandOf(value));
      return this.line("raad", i, value, { getal, onbekend, raad });
    }));
  }

  /** @param {Groep} groep */
  drawAdvice(groep) {
    const [first, rest] = this.advice(groep);
    const alone = groep.lijnen.length <= 1;
    this.panel.show({
      advies: first.length + rest.length,
      begin: alone || first.length,
      "niets-laag": alone && !first.length,
      meer: rest.length,
    });
    this.panel.piece("eerst").replaceChildren(...first);
    this.panel.listIn("meer").replaceChildren(...rest);
  }
}
