// @ts-check
// The plan for what is left when a meeting runs late: which block gets how many minutes, and what
// may be skipped. Nothing changes until the leader says yes.

class InhaalPlan {
  /** @param {Paneel} panel */
  constructor(panel) {
    this.panel = panel;
    /** @type {string[]} the blocks that are left out */
    this.skipped = [];
  }

  /**
   * Ask for the sheets behind the blocks: one may become its keetversie. Without a network there is
   * a plan too.
   * @param {Loop} run
   */
  load(run) {
    return Gk.bladen.load(run.stappen.flatMap(({ blad }) => blad || [])).catch(() => {});
  }

  /** Leave a block out, or not after all. @param {string} blok */
  turn(blok) {
    this.skipped = this.skipped.includes(blok)
      ? this.skipped.filter((one) => one !== blok) : [...this.skipped, blok];
  }

  /** What is left, and how it may be gained. @param {Loop} run @param {number} now */
  found(run, now) {
    const { rest, einde } = Gk.leidraad.resten(run, now);
    const kept = rest.filter(({ sleutel }) => !this.skipped.includes(sleutel));
    return { rest, ...Gk.inhalen.voorstel(kept, 0, einde) };
  }

  /** The run with this plan. @param {Loop} run @param {number} now */
  applied(run, now) {
    const { minuten } = this.found(run, now);
    return Gk.klok.replan(
      run, Gk.leidraad.replanned(run, now, minuten, this.skipped, Gk.sheets));
  }

  /** @param {Loop} run @param {number} now */
  draw(run, now) {
    const { rest, minuten, parkeer } = this.found(run, now);
    const applied = this.applied(run, now);
    const after = Gk.klok.stand(applied, now);
    const short = applied.stappen.filter(({ keet }) => keet).map(({ blok }) => blok);
    this.panel.listIn("plantabel").replaceChildren(
      ...rest.filter((one) => one.minuten)
        .map((one) => this.row(run, one, minuten[one.sleutel], parkeer, short)));
    const late = after.uitloop > 0 ? "planlaat" : "planvast";
    const end = Gk.klok.time(after.einde);
    Paneel.put(this.panel.piece("planzin"), after.achter > 0
      ? this.panel.sentence(late, after.achter, end) : this.panel.sentence("planklaar", end));
  }

  /**
   * @param {Loop} run @param {Rest} rest @param {number | undefined} becomes
   * @param {string[]} helpful blocks that are better left out
   * @param {string[]} short blocks that become a keetversie
   */
  row(run, { sleutel, minuten }, becomes, helpful, short) {
    const own = run.stappen.filter(({ blok }) => blok === sleutel);
    const name = this.nameOf(run, own[0]);
    const skipped = this.skipped.includes(sleutel);
    const row = this.panel.clone("planrij", {
      naam: name,
      keet: short.includes(sleutel),
      nu: this.panel.sentence("min", minuten),
      wordt: this.panel.sentence(skipped ? "weg" : "min", becomes ?? minuten),
      weg: helpful.includes(sleutel) && !skipped,
      terug: skipped,
    });
    for (const button of Paneel.all(row, "button")) {
      button.dataset.blok = sleutel;
      button.ariaLabel = `${button.textContent}: ${name}`;
    }
    return row;
  }

  /** Of one sheet each step is a block. @param {Loop} run @param {Loopstap} stap */
  nameOf({ stappen }, { kop, titel, soort }) {
    const alone = stappen.every((one) => one.kop === kop);
    return alone ? titel || this.panel.sentence(soort) : kop;
  }
}
