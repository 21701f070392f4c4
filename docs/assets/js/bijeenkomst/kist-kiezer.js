// @ts-check
// The list from which a sheet is put in a kist: unfolded when it is needed, found by word.

class KistKiezer {
  static NOT = 4; // the rank of a sheet that does not fit

  /** @param {Paneel} panel */
  constructor(panel) {
    this.panel = panel;
    // All sheets, by title.
    this.rows = [...Paneel.all(panel.piece("titels"), "li")];
  }

  /** Without capitals and accents. @param {string | null | undefined} text */
  static folded(text) {
    return (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** Unfold or fold it. @param {HTMLElement} button */
  turn(button) {
    const open = this.panel.piece("kiezer").hidden;
    this.panel.show({ kiezer: open });
    Gk.dom.set(button, { "aria-expanded": String(open) });
    if (!open) return;
    this.filter(this.panel.field("filter").value);
    this.panel.field("filter").focus();
  }

  /**
   * How well a sheet fits what was typed: 0 when its title begins so, 1 for a word of it, 2 for
   * signs within it, 3 when the sentence below it has them, NOT for none of these.
   * @param {HTMLElement} row @param {string} text
   */
  static rank(row, text) {
    const title = KistKiezer.folded(row.querySelector("button")?.textContent);
    const whole = KistKiezer.folded(row.textContent);
    const has = (/** @type {string} */ own, lead = "") =>
      text.split(" ").every((word) => (lead + own).includes(lead + word));
    const ways = [title.startsWith(text), has(title, " "), has(title), has(whole), true];
    return ways.indexOf(true);
  }

  /** Show the sheets with all of these words, the best first. @param {string} typed */
  filter(typed) {
    const { panel, rows } = this;
    const text = KistKiezer.folded(typed).trim().replace(/\s+/g, " ");
    const found = rows.map((row) => ({ row, rank: KistKiezer.rank(row, text) }))
      .filter(({ rank }) => rank < KistKiezer.NOT)
      .sort((one, other) => one.rank - other.rank)
      .map(({ row }) => row);
    const list = panel.piece("titels");
    list.replaceChildren(...found);
    list.classList.toggle("kiezer__raak", Boolean(text));
    const name = !found.length ? "vindniet" : text ? "neem" : "vind";
    const said = panel.sentence(name, found.length, rows.length, this.first()?.textContent ?? "");
    Paneel.announce(panel.piece("gevonden"), said);
  }

  /** The button of the sheet that Enter takes: the first that was found; none without a word. */
  first() {
    const asked = this.panel.field("filter").value.trim();
    return asked ? this.panel.piece("titels").querySelector("button") : null;
  }
}
