// @ts-check
// What a meting shows of a group: first what to talk about, then everyone's numbers. Loaded when
// something came in.

class VergelijkView extends UitslagView {
  /** @param {Paneel} panel @param {Deelnemers} deelnemers @param {string} agenda its address */
  constructor(panel, deelnemers, agenda) {
    super(panel, deelnemers, agenda);
    this.allen = deelnemers;
  }

  get discreet() {
    return this.allen.drie;
  }

  group() {
    return this.allen.group();
  }

  draw() {
    const groep = super.draw();
    const { scan: { onderdelen, elkaar }, panel } = this;
    const tegenover = elkaar && groep.lijnen.length === 2;
    const many = groep.lijnen.length > 1;
    const apart = onderdelen.filter(({ over }) => over === "zelf" && !groep.binnen);
    const gaps = elkaar ? [] : this.gaps(groep);
    panel.show({
      beelden: tegenover,
      verschillen: many && !elkaar && (gaps.length || !apart.length),
      apart: many && apart.length,
      "met-twee": groep.personen.length < 3 && !this.allen.drie,
      "met-meer": groep.personen.length > 2 && !this.allen.drie,
      "met-drie": this.allen.drie,
    });
    panel.listIn("verschillen").replaceChildren(...gaps.map((gap) => this.gapLine(groep, gap)));
    panel.listIn("beelden").replaceChildren(...(tegenover ? this.images(groep) : []));
    this.drawApart(groep, apart);
    this.drawWaiting(groep);
    return groep;
  }

  /**
   * What each party says of itself: no difference between them, but colleagues may differ.
   * @param {Groep} groep @param {Onderdeel[]} apart
   */
  drawApart({ lijnen, perPartij }, apart) {
    const { onderdelen } = this.scan;
    const titles = apart.length < onderdelen.length ? apart.map(({ titel }) => titel) : [];
    const piece = this.panel.piece("apart");
    piece.querySelector("span")?.replaceChildren(titles.length ? `${titles.join(", ")}: ` : "");
    const inside = perPartij && !this.allen.drie
      ? apart.flatMap((part) => this.inside(onderdelen.indexOf(part), lijnen)
        .map((text) => Gk.dom.el("li", {}, `${part.titel}. `, text)))
      : [];
    this.panel.listIn("apart").replaceChildren(...inside);
  }

  /** Which parties have too few answers to be seen. @param {Groep} groep */
  drawWaiting({ wachten }) {
    this.panel.show({ wachten: wachten.length });
    this.panel.piece("wachten").replaceChildren(...wachten.map(({ naam, personen }) => {
      const item = Gk.dom.el("li");
      const need = Gk.parties?.LEAST ?? 0;
      Paneel.put(item, this.panel.sentence("binnen", naam, personen.length, need));
      return item;
    }));
  }

  // ---------- differences ----------

  /** Parts with a difference, the widest first. @param {Groep} groep */
  gaps({ spreads }) {
    return spreads
      .flatMap((value, i) => (value === null ? [] : [{ i, value }]))
      .sort((a, b) => b.value - a.value);
  }

  /**
   * A part on which lines differ.
   * @param {Groep} groep @param {{i: number, value: number}} gap
   */
  gapLine({ lijnen, means, spreads, perPartij }, { i, value }) {
    const scores = lijnen.flatMap((lijn) => lijn.scores[i] ?? []);
    const ends = [Math.min(...scores), Math.max(...scores)].map(Gk.score.shown);
    const alarm = value >= this.limit("verschil");
    const widest = Math.max(...spreads.map((spread) => spread ?? 0));
    const [een, twee] = this.allen.drie ? [] : this.widest(i, lijnen, perPartij);
    return this.line("verschil", i, means[i], {
      getal: Gk.score.shown(value),
      ends: ends.join(scores.length > 2 ? " tot " : " en "),
      alarm,
      eerst: alarm && value === widest,
      vraag: UitslagView.textOf(i, "verschil"),
      een,
      twee,
      intern: perPartij && !this.allen.drie ? this.inside(i, lijnen) : undefined,
    });
  }

  /**
   * How far persons of one party lie apart, where that is much.
   * @param {number} i number of the part @param {Lijn[]} lijnen @returns {HTMLElement[]}
   */
  inside(i, lijnen) {
    return lijnen.flatMap(({ naam, personen }) => {
      const { onderdelen } = this.scan;
      const scores = personen.map(({ antwoorden }) =>
        Gk.score.perPart([onderdelen[i]], antwoorden)[0]);
      const value = Gk.score.spread(scores);
      if (value === null || value < this.limit("verschil")) return [];
      const text = Gk.dom.el("span");
      Paneel.put(text, `${this.panel.sentence("intern", naam)} ${Gk.score.shown(value)}`);
      return [text];
    });
  }

  /**
   * The statements of a part on which lines differ most.
   * @param {number} i number of the part @param {Lijn[]} lijnen @param {boolean} perPartij
   */
  widest(i, lijnen, perPartij) {
    const shown = perPartij ? Gk.score.shown : String;
    return this.scan.onderdelen[i].plekken
      .map((plek) => {
        const scores = lijnen.flatMap(({ personen }) => Gk.score.party(
          personen.map(({ antwoorden }) => Gk.score.of(antwoorden, [plek]))) ?? []);
        const [low, high] = [Math.min(...scores), Math.max(...scores)];
        const text = `${shown(low)} tot ${shown(high)}: ${UitslagView.statement(plek)}`;
        return { gap: high - low, text };
      })
      .filter(({ gap }) => gap >= 2)
      .sort((a, b) => b.gap - a.gap)
      .map(({ text }) => text);
  }

  // ---------- two parties about each other ----------

  /**
   * Each party with the other.
   * @param {Groep} groep @returns {[Lijn, Lijn][]}
   */
  static pairs({ lijnen: [een, twee] }) {
    return een && twee ? [[een, twee], [twee, een]] : [];
  }

  /** Per part the question, then both images; the lowest view first. @param {Groep} groep */
  images(groep) {
    return groep.means
      .map((value, i) => ({ i, value }))
      .sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity))
      .map(({ i, value }) => this.line("beelden", i, value, {
        vraag: UitslagView.textOf(i, "verschil"),
        rijen: VergelijkView.pairs(groep).map((pair) => this.image(i, ...pair)),
      }));
  }

  /**
   * What a party says of itself, beside what the other says of it.
   * @param {number} i number of the part @param {Lijn} lijn @param {Lijn} ander
   */
  image(i, lijn, ander) {
    const { shown } = Gk.score;
    return this.panel.clone("beeld", {
      wie: [Gk.dom.typed(lijn.naam)],
      zelf: shown(lijn.zelf[i]),
      ander: [Gk.dom.typed(ander.naam)],
      gezien: shown(ander.scores[i]),
    });
  }

  /**
   * Advice about what each says of itself follows the own party.
   * @param {Groep} groep
   */
  advice(groep) {
    const own = groep.lijnen.find(({ eigen }) => eigen);
    const means = groep.means.map((value, i) =>
      (this.scan.onderdelen[i].over === "zelf" ? value ?? own?.scores[i] ?? null : value));
    return super.advice({ ...groep, means });
  }

  // ---------- picture and table ----------

  /** @param {Groep} groep @returns {Reeks[]} */
  series({ lijnen, means }) {
    if (lijnen.length <= UitslagView.MAX_LINES) return lijnen;
    const own = this.allen.drie ? [] : lijnen.filter(({ eigen }) => eigen);
    const mean = means.some((value) => value !== null);
    return [...own, ...(mean ? [{ naam: "Gemiddeld", scores: means }] : [])];
  }

  /** @param {Groep} groep */
  behind({ lijnen, spreads }) {
    const nothing = spreads.every((value) => value === null);
    if (nothing || lijnen.length <= UitslagView.MAX_LINES) return [];
    // What each says about itself lies not between others.
    return lijnen.map(({ scores }) =>
      scores.map((value, i) => (spreads[i] === null ? null : value)));
  }

  /** @param {Groep} groep @returns {Kolom[]} */
  columns(groep) {
    const own = this.ownColumns(groep);
    if (this.scan.elkaar) return [...own, ...this.views(groep)];
    const { lijnen, means, spreads } = groep;
    const lines = lijnen.map((lijn) => ({
      kop: `\u2068${lijn.naam}\u2069`,
      scores: lijn.scores,
      changes: this.allen.change(lijn, groep.perPartij).scores,
    }));
    const shared = lijnen.length > 1 && means.some((value) => value !== null);
    return [
      ...own,
      ...lines,
      ...(shared ? [
        { kop: "Gemiddeld", scores: means, changes: this.allen.groupChange(groep) },
        { kop: "Verschil", scores: spreads },
      ] : []),
    ];
  }

  /** The reader sees the own answers, also where only parties are lines. @param {Groep} groep */
  ownColumns({ lijnen, perPartij }) {
    const inLine = lijnen.some(({ eigen, personen }) => eigen && personen.length < 2);
    if (!this.allen.eigen().length || !perPartij || inLine) return [];
    const alone = this.allen.alleen();
    const { scores, zelf } = this.allen.change(alone.lijnen[0]);
    return super.columns(alone)
      .map((column, k) => ({ ...column, changes: k ? zelf : scores, eigen: true }));
  }

  /** The own image of each party, beside how the other sees it. @param {Groep} groep */
  views(groep) {
    const { lijnen, perPartij } = groep;
    const changes = new Map(lijnen.map((lijn) => [lijn, this.allen.change(lijn, perPartij)]));
    const own = (/** @type {Lijn} */ lijn) => ({
      kop: this.panel.sentence("overzichzelf", lijn.naam),
      scores: lijn.zelf,
      changes: changes.get(lijn)?.zelf,
    });
    const other = (/** @type {Lijn} */ lijn, /** @type {string} */ kop) =>
      ({ kop, scores: lijn.scores, changes: changes.get(lijn)?.scores });
    const pairs = VergelijkView.pairs(groep);
    if (pairs.length) {
      return pairs.flatMap(([lijn, ander]) =>
        [own(lijn), other(ander, this.panel.sentence("over", ander.naam, lijn.naam))]);
    }
    return lijnen.flatMap((lijn) =>
      [other(lijn, this.panel.sentence("overander", lijn.naam)), own(lijn)]);
  }
}
