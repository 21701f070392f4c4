// @ts-check
// What is seen of one step: what to do, what to say aloud, its clock, and how the meeting stands.

class StapBeeld {
  static MUCH = 2; // minutes behind or ahead before it is said
  static LONG = 5; // signs of a clock; more are smaller
  // What stands between quotes in a step is said aloud.
  static QUOTED = /(?<!\p{L})['‘]([^'’]*(?:['’]\p{L}[^'’]*)*[.?!…])['’]/gu;

  /** What is said aloud at a step: its questions, else what its text quotes. */
  static said(/** @type {{vragen: string[], tekst: string}} */ { vragen, tekst }) {
    return vragen.length ? vragen : [...tekst.matchAll(StapBeeld.QUOTED)].map(([, text]) => text);
  }

  /** @param {Paneel} panel */
  constructor(panel) {
    this.panel = panel;
  }

  /**
   * Said once: a screen reader hears only what changed.
   * @param {string} name @param {string} text
   */
  put(name, text) {
    Paneel.announce(this.panel.piece(name), text);
  }

  /** What a step is called. @param {Loopstap} stap */
  title({ soort, titel }) {
    return soort === "opening" || soort === "uitkomst" ? this.panel.sentence(soort) : titel;
  }

  /** What stands in large letters; nothing when that is what to do. @param {Loopstap} stap */
  aloud(stap, /** @type {number} */ until) {
    if (stap.soort === "pauze") return [this.panel.sentence("terugom", Gk.klok.time(until))];
    return StapBeeld.said(stap);
  }

  /** For the room: what is said aloud, else what this is called. @param {Loopstap} stap */
  forAll(stap, /** @type {string[]} */ aloud) {
    if (aloud.length) return aloud.join(" ");
    return stap.soort === "uitkomst" ? stap.tekst : this.title(stap);
  }

  /** @param {Loop} run @param {number} now */
  draw(run, now) {
    const at = Gk.klok.stand(run, now);
    const stap = run.stappen[at.stap];
    const aloud = this.aloud(stap, at.straks);
    this.put("kop", stap.kop === this.title(stap) ? "" : stap.kop);
    this.put("titel", this.title(stap));
    this.put("tel", this.panel.sentence("tel", at.stap + 1, run.stappen.length));
    this.put("tekst", aloud.length ? stap.tekst : "");
    this.put("groot", (aloud.length ? aloud : [stap.tekst]).join(" "));
    this.panel.piece("groot").classList.toggle("leider__groot--doe", !aloud.length);
    this.put("zaaltekst", this.forAll(stap, aloud));
    this.put("notitie", stap.notitie && this.panel.sentence("notitie", stap.notitie));
    this.panel.show({
      pauze: !Gk.klok.isPaused(run),
      verder: Gk.klok.isPaused(run),
      herstel: Gk.klok.canUndo(run),
      bladlink: stap.soort === "uitkomst",
      agendalink: stap.acties,
      ook: stap.ook.length,
      volgende: at.stap < run.stappen.length - 1,
      laatste: at.stap === run.stappen.length - 1,
    });
    this.panel.listIn("ook").replaceChildren(
      ...stap.ook.map((question) => Gk.dom.el("li", {}, question)));
    this.drawClock(run, now);
  }

  /** What changes by the second. @param {Loop} run @param {number} now */
  drawClock(run, now) {
    const at = Gk.klok.stand(run, now);
    const paused = Gk.klok.isPaused(run);
    const clock = this.panel.piece("klok");
    const shown = Gk.klok.shown(at.over);
    if (clock.textContent !== shown) clock.textContent = shown;
    clock.classList.toggle("leider__klok--lang", shown.length > StapBeeld.LONG);
    this.put("klokwoord", paused
      ? this.panel.sentence("pauze", Gk.klok.shown(at.pauze))
      : this.panel.sentence(at.over < 0 ? "om" : at.wacht ? "wacht" : "over"));
    this.panel.piece("scherm").classList.toggle("leider--om", at.over < 0);
    this.put("hierna", this.next(run, at));
    const off = Math.abs(at.achter) >= StapBeeld.MUCH;
    const late = at.uitloop > 0 ? "achter" : "vastlaat";
    const way = off ? (at.achter > 0 ? late : "voor") : "optijd";
    this.put("stand", way === "optijd"
      ? this.panel.sentence(way, Gk.klok.time(at.einde))
      : this.panel.sentence(way, Math.abs(at.achter), Gk.klok.time(at.einde)));
    this.panel.show({ haalin: way === late });
  }

  /** The next step; when that begins another part of the meeting, that part. @param {Loop} run */
  next({ stappen }, /** @type {Loopstand} */ { stap, straks }) {
    const next = stappen[stap + 1];
    if (!next) return this.panel.sentence("laatste");
    const same = next.kop === stappen[stap].kop;
    const part = same ? [next] : stappen.slice(stap + 1).filter(({ blok }) => blok === next.blok);
    const minutes = part.reduce((sum, { minuten }) => sum + minuten, 0);
    const name = same ? this.title(next) : next.kop;
    return this.panel.sentence("hierna", Gk.klok.time(straks), name, Math.round(minutes));
  }
}
