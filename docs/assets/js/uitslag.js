// @ts-check
// What a meting shows of its numbers: differences first, then picture, table and advice.
// The panel is <gk-meting>, whose pieces and templates are used.

class UitslagView {
  // Above this: own line, mean and a band.
  static MAX_LINES = 4;

  /** @param {Paneel} panel @param {Deelnemers} deelnemers @param {string} agenda its address */
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

  /** Show everything; returns the group that is shown. */
  draw() {
    const groep = this.deelnemers.group();
    this.drawDifferences(groep);
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

  // ---------- differences ----------

  /** @param {Groep} groep */
  drawDifferences(groep) {
    const { length } = groep.personen;
    this.panel.show({ verschillen: length > 1, "met-twee": length < 3, "met-meer": length > 2 });
    this.panel.listIn("verschillen").replaceChildren(...this.gaps(groep).map(({ i, value }, k) => {
      const scores = groep.personen.flatMap((persoon) => persoon.scores[i] ?? []);
      const ends = [Math.min(...scores), Math.max(...scores)].map(Gk.score.shown);
      const [een, twee] = this.widest(i, groep.personen);
      return this.line("verschil", i, groep.means[i], {
        getal: Gk.score.shown(value),
        ends: ends.join(scores.length > 2 ? " tot " : " en "),
        alarm: !k && value >= this.limit("verschil"),
        vraag: UitslagView.textOf(i, "verschil"),
        een,
        twee,
      });
    }));
  }

  /** Parts with a difference, the widest first. @param {Groep} groep */
  gaps({ spreads }) {
    return spreads
      .flatMap((value, i) => (value === null ? [] : [{ i, value }]))
      .sort((a, b) => b.value - a.value);
  }

  /**
   * The statements of a part on which people differ most.
   * @param {number} i number of the part @param {Persoon[]} personen
   */
  widest(i, personen) {
    return this.scan.onderdelen[i].plekken
      .map((plek) => {
        const answers = personen.map(({ antwoorden }) => antwoorden[plek - 1]);
        const scores = answers.filter((answer) => answer >= 1 && answer <= 5);
        const [low, high] = [Math.min(...scores), Math.max(...scores)];
        return { gap: high - low, text: `${low} tot ${high}: ${UitslagView.statement(plek)}` };
      })
      .filter(({ gap }) => gap >= 2)
      .sort((a, b) => b.gap - a.gap)
      .map(({ text }) => text);
  }

  // ---------- picture and table ----------

  /** The radar and its legend. @param {Groep} groep @returns {Element[]} */
  figure({ personen, means }) {
    if (!personen.length) return [];
    const many = personen.length > UitslagView.MAX_LINES;
    const own = this.deelnemers.beantwoord ? [personen[0]] : [];
    const lines = many ? [...own, { naam: "Gemiddeld", scores: means }] : personen;
    const radar = this.panel.clone("rooster");
    const legend = this.panel.clone("legenda", { vlak: many });
    const names = lines.map(({ naam }) => naam).join("\u2069, \u2068");
    radar.ariaLabel = Paneel.plain(this.panel.sentence("radar", names));
    if (many) radar.append(Gk.radar.band(personen.map(({ scores }) => scores)));
    radar.append(...lines.map(({ scores }, k) => Gk.radar.line(scores, k)));
    const { el, typed } = Gk.dom;
    legend.prepend(...lines.map(({ naam }, k) => el("li", {}, Gk.radar.sign(k), " ", typed(naam))));
    return [radar, legend];
  }

  /** @param {Groep} groep */
  table({ personen, means, spreads }) {
    const changes = this.deelnemers.changes(personen);
    const group = [{ kop: "Gemiddeld", scores: means }, { kop: "Verschil", scores: spreads }];
    const persons = personen.map(({ naam, scores }) => ({ kop: Gk.dom.typed(naam), scores }));
    const { shown, change } = Gk.score;
    const all = [...persons, ...(personen.length > 1 ? group : [])];
    const columns = all.map(({ kop, scores }, k) =>
      [kop, ...scores.map((value, i) => shown(value) + change(changes[k]?.[i]))]);
    const verandering = changes.flat().some((value) => value !== null);
    return this.tableOf(columns, { nr: true, verandering });
  }

  /**
   * A table with a row for every part.
   * @param {Child[][]} columns each with its head @param {Slots} slots
   */
  tableOf(columns, slots) {
    const table = /** @type {HTMLTableElement} */ (this.panel.clone("tabel", slots));
    for (const [head, ...cells] of columns) {
      table.rows[0].append(Gk.dom.el("th", { scope: "col" }, head));
      // Numbers: a translation would write them another way, and the file for Excel is read here.
      cells.forEach((cell, k) =>
        table.rows[k + 1].append(Gk.dom.el("td", { translate: "no" }, cell)));
    }
    return table;
  }

  // ---------- advice ----------

  /** Advice for every part that was answered, the lowest two first. @param {Groep} groep */
  advice({ personen, means }) {
    const answers = personen.map(({ antwoorden }) => antwoorden);
    const all = this.scan.onderdelen
      .map(({ plekken }, i) => {
        const onbekend = Gk.score.unknown(answers, plekken) > this.limit("onbekend");
        return { i, value: means[i], onbekend };
      })
      .filter(({ value, onbekend }) => value !== null || onbekend);
    // In a group the differences say where to begin.
    const low = personen.length > 1 ? [] : all
      .filter(({ value }) => value !== null && value < this.limit("advies"))
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
    const alone = groep.personen.length <= 1;
    const nothingLow = alone && !first.length;
    this.panel.show({
      advies: first.length + rest.length, begin: alone, "niets-laag": nothingLow, meer: rest.length,
    });
    this.panel.piece("eerst").replaceChildren(...first);
    this.panel.listIn("meer").replaceChildren(...rest);
  }
}
