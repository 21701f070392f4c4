// @ts-check
// Who takes part in a meting: the own answers, what partners handed over, and earlier rounds. What
// came in from others stays closed until the own answers are complete. Pure: plain data, no page.

class Deelnemers {
  static MAX_PERSONS = 12;
  static MAX_ROUNDS = 12;
  naam = "";
  /** @type {number[]} own answers, by place */
  mijn = [];
  datum = "";
  // Who only guides the others may see them at once.
  begeleid = false;
  /** @type {string[]} codes of this round */
  partners = [];
  /** @type {Ronde[]} */
  rondes = [];
  /** @type {string[][]} rounds that came in and may not be seen yet */
  dicht = [];

  /** @param {Scan} scan */
  constructor(scan) {
    this.scan = scan;
    this.plekken = scan.onderdelen.flatMap(({ plekken }) => plekken);
    this.load({});
  }

  /** @param {unknown} value @returns {unknown[]} */
  static list(value) {
    return Array.isArray(value) ? value : [];
  }

  /** Take what is sound of what was stored. @param {Unknown} saved */
  load({ mijn, datum, begeleid, partners, rondes, dicht }) {
    const answers = Deelnemers.list(mijn);
    this.mijn = Array.from({ length: this.scan.aantallen.at(-1) ?? 0 }, (_, i) =>
      [1, 2, 3, 4, 5, 6].find((answer) => answer === answers[i]) ?? 0);
    this.datum = Gk.days.isDay(Gk.days.iso(datum)) ? String(datum) : Gk.days.ymd();
    this.begeleid = begeleid === true;
    this.partners = this.sound(partners);
    this.rondes = [];
    for (const ronde of Deelnemers.list(rondes)) this.loadRound(ronde);
    this.dicht = Deelnemers.list(dicht).map((codes) => this.sound(codes));
  }

  /** @param {unknown} ronde */
  loadRound(ronde) {
    const { codes, eigen } = /** @type {Unknown} */ (ronde ?? {});
    this.addRound(this.sound(codes), /** @type {string | undefined} */ (eigen));
  }

  /** What is remembered, but for the name: that is the choice of the reader. */
  stored() {
    const { mijn, datum, begeleid, partners, rondes, dicht } = this;
    return { mijn, datum, begeleid, partners, rondes, dicht };
  }

  /** Show what may be seen now. */
  unseal() {
    if (!this.verzegeld) for (const codes of this.dicht.splice(0)) this.addRound(codes);
  }

  clear() {
    this.mijn.fill(0);
    this.begeleid = false;
    this.datum = Gk.days.ymd();
  }

  get beantwoord() {
    return this.plekken.filter((plek) => this.mijn[plek - 1]).length;
  }

  /** How many results came in. */
  get ontvangen() {
    return new Set([...this.partners, ...this.dicht.flat()]).size;
  }

  get verzegeld() {
    return this.ontvangen > 0 && this.beantwoord < this.plekken.length && !this.begeleid;
  }

  // ---------- codes ----------

  /** Own result as a code. */
  code() {
    const { scan: { id, aantallen }, datum, naam, mijn } = this;
    return Gk.codec.encode({ scan: id, versie: aantallen.length, datum, naam, antwoorden: mijn });
  }

  /** The codes of everyone in this round. */
  codes() {
    return [...(this.beantwoord ? [this.code()] : []), ...this.partners];
  }

  /** What a code says, or null when it is not sound. @param {unknown} code */
  read(code) {
    try {
      return Gk.codec.decode(String(code), this.scan);
    } catch {
      return null;
    }
  }

  /** @param {unknown} codes @returns {string[]} */
  sound(codes) {
    return Deelnemers.list(codes).filter((code) => this.read(code)).map(String);
  }

  /** @param {string[]} [codes] sound ones */
  readAll(codes = []) {
    return codes.map((code) => Gk.codec.decode(code, this.scan));
  }

  // ---------- what came in ----------

  /**
   * Take in all rounds that are given, this one last, or nothing at all.
   * @param {string[][]} given codes; throws the name of a sentence when one is not sound
   * @param {(uitslag: Uitslag) => boolean} replaces whether one of the same name and day goes
   * @returns {[string, string?][]} what to tell the reader: sentences with their gap
   */
  take(given, replaces) {
    const { partners, dicht } = this;
    try {
      const rounds = given.map((codes) => this.readAll(codes));
      const said = (rounds.pop() ?? []).flatMap((uitslag) => this.addPartner(uitslag, replaces));
      this.dicht = [...this.dicht, ...rounds.map((round) => round.map(({ code }) => code))];
      return said;
    } catch (error) {
      Object.assign(this, { partners, dicht });
      throw error;
    }
  }

  /**
   * @param {GelezenUitslag} uitslag @param {(uitslag: Uitslag) => boolean} replaces
   * @returns {[string, string?][]}
   */
  addPartner(uitslag, replaces) {
    const { same } = Gk.folding;
    const { naam, datum, antwoorden, code } = uitslag;
    const own = antwoorden.join() === this.mijn.join() && datum === this.datum;
    if (own && (!naam || !this.naam || same(naam, this.naam))) return [["eigen"]];
    if (this.partners.includes(code)) return [["al"]];
    const old = this.readAll(this.partners).find((other) => naam && same(other.naam, naam));
    const again = old?.datum === datum && old.antwoorden.join() === antwoorden.join();
    if (again) return [["al"]]; // the same result, with its name typed another way
    const full = this.partners.length + Math.min(this.beantwoord, 1) >= Deelnemers.MAX_PERSONS;
    if (!old && full) throw Error("teveel");
    if (old?.datum === datum && !replaces(uitslag)) return [];
    let newest = code;
    // The same name on another day: an earlier round.
    if (old && old.datum !== datum) {
      newest = old.datum > datum ? old.code : code;
      this.dicht = [...this.dicht, [old.datum > datum ? code : old.code]];
    }
    const others = this.partners.filter((other) => other !== old?.code);
    // The order of arrival does not matter.
    this.partners = [...others, newest].sort();
    return this.verzegeld ? [] : [["erbij", naam || "een partner zonder naam"]];
  }

  /** @param {string[]} codes @param {string} [eigen] */
  addRound(codes, eigen) {
    if (!codes.length) return;
    const datum = this.readAll(codes).map((uitslag) => uitslag.datum).sort().at(-1) ?? "";
    const same = this.rondes.find((ronde) => ronde.datum === datum);
    const all = [...new Set([...(same?.codes ?? []), ...codes])].sort();
    const others = this.rondes.filter((ronde) => ronde !== same);
    this.rondes = [...others, { datum, codes: all, eigen: eigen ?? same?.eigen }]
      .sort((a, b) => +a.datum - +b.datum)
      .slice(-Deelnemers.MAX_ROUNDS);
  }

  /** This round is over: it is kept, and the next one begins empty. */
  closeRound() {
    this.addRound(this.codes(), this.beantwoord ? this.code() : undefined);
    this.partners = [];
    this.clear();
  }

  // ---------- what it comes to ----------

  /** The others of this round, as far as they may be seen. */
  anderen() {
    let nameless = 0;
    return this.readAll(this.verzegeld ? [] : this.partners)
      .map((uitslag) => ({ ...uitslag, naam: uitslag.naam || `Partner ${++nameless}` }));
  }

  /** Everyone whose answers may be seen now, or the first of them. @param {number} [count] */
  group(count) {
    const mine = this.beantwoord ? [{ naam: this.naam || "Ik", antwoorden: this.mijn }] : [];
    return Gk.score.group(this.scan.onderdelen, [...mine, ...this.anderen()].slice(0, count));
  }

  /** The last place that all these results had. @param {GelezenUitslag[]} uitslagen */
  lastShared(uitslagen) {
    return Math.min(...uitslagen.map(({ versie }) => this.scan.aantallen[versie - 1]));
  }

  /**
   * Change per part since then, over the places that both have.
   * @param {Antwoorden[]} now @param {GelezenUitslag[]} then @returns {Scores}
   */
  since(now, then) {
    const { onderdelen } = this.scan;
    const [values, before] = [now, then]
      .map((round) => Gk.score.means(onderdelen, round, this.lastShared(then)));
    return values.map((value, i) => {
      const old = before[i];
      return value === null || old === null ? null : value - old;
    });
  }

  /**
   * The change of each person since their own last round, and of the group when it is as large.
   * @param {Persoon[]} personen
   */
  changes(personen) {
    const { codes, eigen } = this.rondes.at(-1) ?? {};
    const last = this.readAll(codes);
    const each = personen.map((persoon) => {
      const mine = eigen && !persoon.code;
      const own = last.filter(({ code, naam }) =>
        (mine ? code === eigen : Gk.folding.same(naam, persoon.naam)));
      return this.since([persoon], own);
    });
    return [...each, last.length === personen.length ? this.since(personen, last) : []];
  }
}
