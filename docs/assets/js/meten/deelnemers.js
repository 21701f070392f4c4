// @ts-check
// Who takes part in a meting beside the reader: what partners handed over, and earlier rounds. What
// came in from others stays closed until the own answers are complete. Loaded when something comes
// in. Pure: plain data, no page.

class Deelnemers extends Deelnemer {
  static MAX_PERSONS = 40;
  static MAX_PARTIES = 8;
  static MAX_ROUNDS = 12;
  // Who only guides the others may see them at once.
  begeleid = false;
  // The group chose that a party is seen from three answers on.
  drie = false;
  /** @type {string[]} codes of this round */
  partners = [];
  /** @type {Ronde[]} */
  rondes = [];
  /** @type {string[][]} rounds that came in and may not be seen yet */
  dicht = [];

  /** @param {Unknown} saved */
  load(saved) {
    super.load(saved);
    this.begeleid = saved.begeleid === true;
    this.drie = saved.drie === true;
    this.partners = this.sound(saved.partners);
    // As they are: two rounds of one day are two rounds.
    this.rondes = Deelnemer.list(saved.rondes).flatMap((ronde) => this.roundOf(ronde))
      .slice(-Deelnemers.MAX_ROUNDS);
    this.dicht = Deelnemer.list(saved.dicht).map((codes) => this.sound(codes));
  }

  /** What is sound of a round that was stored. @param {unknown} ronde @returns {Ronde[]} */
  roundOf(ronde) {
    const { codes, eigen } = /** @type {Unknown} */ (ronde ?? {});
    const sound = this.sound(codes);
    return sound.length ? [this.newRound(sound, this.read(eigen)?.code)] : [];
  }

  stored() {
    const { begeleid, drie, partners, rondes, dicht } = this;
    return { ...super.stored(), begeleid, drie, partners, rondes, dicht };
  }

  get metAnderen() {
    return true;
  }

  /** Show what may be seen now. */
  unseal() {
    if (!this.verzegeld) for (const codes of this.dicht.splice(0)) this.addRound(codes);
  }

  clear() {
    super.clear();
    this.begeleid = false;
  }

  /** Whether nothing of anybody is here. */
  get leeg() {
    const { beantwoord, ontvangen, rondes } = this;
    return !beantwoord && !ontvangen && !rondes.length;
  }

  /** How many results came in. */
  get ontvangen() {
    return new Set([...this.partners, ...this.dicht.flat()]).size;
  }

  get verzegeld() {
    return this.ontvangen > 0 && this.beantwoord < this.plekken.length && !this.begeleid;
  }

  // ---------- codes ----------

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
    return Deelnemer.list(codes).filter((code) => this.read(code)).map(String);
  }

  /** @param {string[]} [codes] sound ones */
  readAll(codes = []) {
    return codes.map((code) => Gk.codec.decode(code, this.scan));
  }

  // ---------- what came in ----------

  /**
   * Take in all rounds that are given, this one last, or nothing at all.
   * @param {string[][]} given codes; throws the name of a sentence when one is not sound
   * @param {Ask} ask a question of the page, by its name, about a result
   * @returns {[string, string?][]} what to tell the reader: sentences with their gap
   */
  take(given, ask) {
    const before = this.stored();
    try {
      const rounds = given.map((codes) => this.readAll(codes));
      const said = (rounds.pop() ?? []).flatMap((uitslag) => this.addPartner(uitslag, ask));
      this.dicht = [...this.dicht, ...rounds.map((round) => round.map(({ code }) => code))];
      return said;
    } catch (error) {
      this.load(before);
      throw error;
    }
  }

  /**
   * @param {GelezenUitslag} uitslag @param {Ask} ask
   * @returns {[string, string?][]}
   */
  addPartner(uitslag, ask) {
    const { naam, datum, antwoorden, code } = uitslag;
    if (this.partners.includes(code)) return [["al"]];
    if (this.isOwn(uitslag, ask)) return [["eigen"]];
    const old = this.readAll(this.partners)
      .find((other) => naam && Gk.parties.samePerson(other, uitslag));
    const again = old?.datum === datum && old.antwoorden.join() === antwoorden.join();
    // The same result, with its name typed another way or now with a party.
    if (again && (old.partij || !uitslag.partij)) return [["al"]];
    if (!again && old?.datum === datum && !ask("anders", uitslag)) return [];
    const newest = old && old.datum > datum ? old : uitslag;
    const others = this.partners.filter((other) => other !== old?.code);
    if (newest === uitslag) this.checkRoom([...this.readAll(others), uitslag]);
    // The same name on another day: an earlier round.
    if (old && old.datum !== datum) {
      this.dicht = [...this.dicht, [newest === old ? code : old.code]];
    }
    // The order of arrival does not matter.
    this.partners = [...others, newest.code].sort();
    const names = this.drie ? [uitslag.partij, naam] : [naam, uitslag.partij];
    const name = names.find(Boolean) ?? `een ${this.scan.ander.toLowerCase()} zonder naam`;
    return this.verzegeld ? [] : [["erbij", name]];
  }

  /**
   * Whether a result is the own one. Somebody else may have answered the same on the same day.
   * @param {GelezenUitslag} uitslag @param {Ask} ask
   */
  isOwn(uitslag, ask) {
    const { same } = Gk.folding;
    const { beantwoord, mijn, datum, naam, partij } = this;
    const equal = uitslag.antwoorden.join() === mijn.join() && uitslag.datum === datum;
    const named = same(uitslag.naam, naam) && same(uitslag.partij, partij);
    return beantwoord > 0 && equal && (named || ask("vanmij", uitslag));
  }

  /** The reader and these others have to fit. @param {GelezenUitslag[]} others */
  checkRoom(others) {
    if (others.length + this.eigen().length > Deelnemers.MAX_PERSONS) throw Error("teveel");
    const reason = this.tooMany([...this.eigen(), ...others]);
    if (reason) throw Error(reason);
  }

  /** Which sentence says that there are too many parties. @param {Persoon[]} personen */
  tooMany(personen) {
    if (this.scan.elkaar && Gk.parties.of(personen, this.scan.huis).length > 2) return "derde";
    return Gk.parties.named(personen) > Deelnemers.MAX_PARTIES ? "negende" : "";
  }

  // ---------- a file ----------

  /**
   * What a file holds: its rounds, the one of now last, and how many of its results cannot be read.
   * @param {Unknown} data
   * @returns {{rondes: Ronde[], nu: string[], aantal: number, redenen: string[]}}
   */
  sift({ codes, rondes = [] }) {
    if (!Array.isArray(codes) || !Array.isArray(rondes)) throw Error();
    /** @type {string[]} */
    const redenen = [];
    const sound = (/** @type {unknown[]} */ all) => all.flatMap((code) => {
      try {
        return [Gk.codec.decode(String(code), this.scan).code];
      } catch (error) {
        redenen.push(/** @type {Error} */ (error).message);
        return [];
      }
    });
    const earlier = rondes.map((ronde) => {
      // What is no round at all is one result that cannot be read.
      const given = Array.isArray(ronde?.codes) ? ronde.codes : [ronde];
      return { ...this.newRound(sound(given), this.read(ronde?.eigen)?.code) };
    }).filter((ronde) => ronde.codes.length);
    const nu = sound(codes);
    const aantal = redenen.length + nu.length + earlier.flatMap((ronde) => ronde.codes).length;
    return { rondes: earlier, nu, aantal, redenen };
  }

  /**
   * Open a file of results or of a series. Who has nothing here yet, or finds own rounds in it that
   * are not here, is asked whether it is their own series: that one comes back as it was.
   * @param {Unknown} data @param {Ask} ask @returns {[string, string?][]}
   */
  open(data, ask) {
    const { rondes, nu } = this.sift(data);
    const isSeries = data.soort === "gk-reeks" && rondes.length + nu.length > 0;
    const mine = new Set(this.rondes.map(({ eigen }) => eigen));
    const strange = rondes.some(({ eigen }) => eigen && !mine.has(eigen));
    if (data.drie === true) this.drie = true;
    if (isSeries && (this.leeg || strange) && ask("jouwreeks")) {
      return this.restore(rondes, nu, this.ownOf(data, rondes, nu), ask);
    }
    return this.take([...rondes.map(({ codes }) => codes), nu], ask);
  }

  /**
   * The own code of the round of now in an own file. A file of before November 2026 does not say
   * which; then it is the only one, or the first when they are out of order, or of the same name.
   * @param {Unknown} data @param {Ronde[]} rondes @param {string[]} nu
   */
  ownOf(data, rondes, nu) {
    if (typeof data.eigen === "string") return nu.find((code) => code === data.eigen);
    const named = this.read(rondes.at(-1)?.eigen)?.naam;
    const [first] = this.readAll(nu);
    const sorted = [...nu].sort().join() === nu.join();
    const isMine = nu.length === 1 || !sorted || (named && Gk.folding.same(named, first?.naam));
    return isMine ? first?.code : undefined;
  }

  /**
   * The own series as it was. What was answered here stays.
   * @param {Ronde[]} rondes @param {string[]} nu @param {string | undefined} eigen @param {Ask} ask
   * @returns {[string, string?][]}
   */
  restore(rondes, nu, eigen, ask) {
    const own = this.read(eigen);
    const other = this.beantwoord && own && own.antwoorden.join() !== this.mijn.join();
    for (const { codes, eigen: mine } of rondes) this.addRound(codes, mine);
    if (other) {
      this.addRound(nu, eigen);
      return [["terug"]];
    }
    const { naam, partij } = own ?? this.read(rondes.at(-1)?.eigen) ?? { naam: "", partij: "" };
    this.naam ||= naam;
    this.partij ||= partij;
    if (own) Object.assign(this, { mijn: own.antwoorden, datum: own.datum });
    return [["terug"], ...this.take([nu.filter((code) => code !== eigen)], ask)];
  }

  // ---------- rounds ----------

  /** @param {string[]} codes @param {string} [eigen] @returns {Ronde} */
  newRound(codes, eigen) {
    const datum = this.readAll(codes).map((uitslag) => uitslag.datum).sort().at(-1) ?? "";
    return { datum, codes: [...new Set(codes)].sort(), eigen };
  }

  /**
   * Whether two lists of codes are one round. Only of one day, when nobody is in both with other
   * answers, and they share somebody or one of them came in alone: two groups may meet on one day.
   * @param {string[]} one @param {string[]} other
   */
  isOneRound(one, other) {
    const theirs = this.readAll(other);
    const clash = this.readAll(one).some((a) => theirs.some((b) =>
      a.code !== b.code && Gk.parties.samePerson(a, b)));
    const shared = one.some((code) => other.includes(code));
    return !clash && (shared || one.length === 1 || other.length === 1);
  }

  /** What came in of a round. @param {string[]} codes @param {string} [eigen] */
  addRound(codes, eigen) {
    if (!codes.length) return;
    const { datum } = this.newRound(codes);
    const same = this.rondes.find((ronde) =>
      ronde.datum === datum && this.isOneRound(ronde.codes, codes));
    const others = this.rondes.filter((ronde) => ronde !== same);
    const ronde = this.newRound([...(same?.codes ?? []), ...codes], same?.eigen ?? eigen);
    this.keepRounds([...others, ronde]);
  }

  /** @param {Ronde[]} rondes */
  keepRounds(rondes) {
    this.rondes = rondes.sort((a, b) => +a.datum - +b.datum).slice(-Deelnemers.MAX_ROUNDS);
  }

  /** This round is over: it is kept by itself, and the next one begins empty. */
  closeRound() {
    const codes = this.codes();
    const ronde = this.newRound(codes, this.beantwoord ? this.code() : undefined);
    if (codes.length) this.keepRounds([...this.rondes, ronde]);
    this.partners = [];
    this.clear();
  }

  /** The series as a file; who opens it elsewhere gets all of it back. */
  series() {
    const { rondes, dicht, drie } = this;
    return {
      scan: this.scan.id,
      rondes: [...rondes, ...dicht.map((codes) => ({ codes }))],
      codes: this.codes(),
      eigen: this.beantwoord ? this.code() : "",
      drie,
    };
  }

  // ---------- what it comes to ----------

  /** Whether there is no place for the reader: who only guided began to answer. */
  get vol() {
    return this.beantwoord > 0 && this.partners.length >= Deelnemers.MAX_PERSONS;
  }

  /** The reader as one of the group, when there is an answer. @returns {Persoon[]} */
  eigen() {
    return this.beantwoord && !this.vol ? [this.ik()] : [];
  }

  /** The others of this round, as far as they may be seen. */
  anderen() {
    let nameless = 0;
    return this.readAll(this.verzegeld ? [] : this.partners)
      .map((uitslag) => {
        const { naam } = uitslag;
        return { ...uitslag, naam: naam || `${this.scan.ander} ${++nameless}`, naamloos: !naam };
      });
  }

  /** Everyone who may be seen now. @returns {Groep} */
  group() {
    const [others, { drie, scan }] = [this.anderen(), this];
    return others.length ? Gk.parties.group(scan, [...this.eigen(), ...others], { drie })
      : this.alleen();
  }

  /** The last place that all these results had. @param {GelezenUitslag[]} uitslagen */
  lastShared(uitslagen) {
    return Math.min(...uitslagen.map(({ versie }) => this.scan.aantallen[versie - 1]));
  }

  /**
   * A group over the places that an older group has, too.
   * @param {Persoon[]} personen @param {GelezenUitslag[]} then
   */
  asThen(personen, then) {
    const { drie, scan } = this;
    return Gk.parties.group(scan, personen, { drie, last: this.lastShared(then) });
  }

  /** Change per part. @param {Scores} now @param {Scores} then @returns {Scores} */
  static minus(now, then) {
    return now.map((value, i) => {
      const old = then[i];
      return value === null || old === null ? null : value - old;
    });
  }

  /**
   * Who of an earlier round a line is about.
   * @param {Lijn} lijn @param {boolean} perPartij @param {Ronde} [ronde]
   */
  before({ personen, partij, eigen }, perPartij, ronde) {
    const isMine = (/** @type {GelezenUitslag} */ { code }) => eigen && code === ronde?.eigen;
    const party = perPartij && (partij || this.scan.huis);
    return this.readAll(ronde?.codes).filter((one) => {
      if (party) return isMine(one) || Gk.folding.same(one.partij, partij);
      return eigen && ronde?.eigen ? isMine(one) : Gk.parties.samePerson(one, personen[0]);
    });
  }

  /**
   * The change of a line since its own last round, over the places that both have.
   * @param {Lijn} lijn @param {boolean} [perPartij]
   */
  change(lijn, perPartij = false) {
    const { drie, scan } = this;
    const old = this.before(lijn, perPartij, this.rondes.at(-1));
    const last = this.lastShared(old);
    const [now, then] = [lijn.personen, old].map((all) =>
      Gk.parties.line(scan, all, { drie, last }));
    const { minus } = Deelnemers;
    return { scores: minus(now.scores, then.scores), zelf: minus(now.zelf, then.zelf) };
  }

  /** The change of the group since the last round, when it is as large. @param {Groep} groep */
  groupChange({ personen, lijnen, means }) {
    const last = this.readAll(this.rondes.at(-1)?.codes);
    const then = this.asThen(last, last);
    const same = last.length && then.lijnen.length === lijnen.length;
    return same ? Deelnemers.minus(this.asThen(personen, last).means, then.means)
      : means.map(() => null);
  }
}
