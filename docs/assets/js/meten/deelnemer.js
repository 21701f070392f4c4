// @ts-check
// The reader of a meting: the own answers, and what is needed to keep and to show them. Whoever
// compares loads deelnemers.js; until then what is stored of others stays as it is. Pure: no page.

class Deelnemer {
  naam = "";
  partij = "";
  /** @type {number[]} own answers, by place */
  mijn = [];
  datum = "";
  /** @type {Unknown} what is stored, also of others */
  rest = {};

  /** @param {Scan} scan */
  constructor(scan) {
    this.scan = scan;
    this.plekken = scan.onderdelen.flatMap(({ plekken, wij = [] }) => [...plekken, ...wij]);
    this.load({});
  }

  /** @param {unknown} value @returns {unknown[]} */
  static list(value) {
    return Array.isArray(value) ? value : [];
  }

  /** Take what is sound of what was stored. @param {Unknown} saved */
  load(saved) {
    const answers = Deelnemer.list(saved.mijn);
    this.mijn = Array.from({ length: this.scan.aantallen.at(-1) ?? 0 }, (_, i) =>
      [1, 2, 3, 4, 5, 6].find((answer) => answer === answers[i]) ?? 0);
    this.datum = Gk.days.isDay(Gk.days.iso(saved.datum)) ? String(saved.datum) : Gk.days.ymd();
    this.rest = saved;
  }

  /** What is remembered, but for the name: that is the choice of the reader. @returns {Unknown} */
  stored() {
    const { naam: _, partij: __, ...rest } = this.rest;
    return { ...rest, mijn: this.mijn, datum: this.datum };
  }

  /** Whether others or earlier rounds are stored, which need deelnemers.js. */
  get metAnderen() {
    return ["partners", "rondes", "dicht"].some((name) => Deelnemer.list(this.rest[name]).length);
  }

  clear() {
    this.mijn.fill(0);
    this.datum = Gk.days.ymd();
  }

  get beantwoord() {
    return this.plekken.filter((plek) => this.mijn[plek - 1]).length;
  }

  /** Own result as a code. */
  code() {
    const { scan: { id, aantallen }, datum, naam, partij, mijn: antwoorden } = this;
    return Gk.codec.encode({ scan: id, versie: aantallen.length, datum, naam, partij, antwoorden });
  }

  /** The own answers as one of a group. @returns {Persoon} */
  ik() {
    const { naam, partij, mijn: antwoorden } = this;
    return { naam: naam || "Ik", naamloos: !naam, partij, antwoorden };
  }

  /** The reader alone. @returns {Groep} */
  alleen() {
    const { scan: { onderdelen }, beantwoord } = this;
    const personen = beantwoord ? [this.ik()] : [];
    const lijnen = personen.map((persoon) => ({
      naam: persoon.naam,
      partij: this.partij,
      personen,
      scores: Gk.score.perPart(onderdelen, persoon.antwoorden),
      zelf: Gk.score.perPart(Gk.score.mirrored(onderdelen), persoon.antwoorden),
      eigen: true,
    }));
    return {
      personen,
      lijnen,
      means: onderdelen.map((_, i) => Gk.score.together(lijnen.map(({ scores }) => scores[i]))),
      spreads: onderdelen.map(() => null),
      wachten: [],
      perPartij: false,
      binnen: true,
    };
  }
}
