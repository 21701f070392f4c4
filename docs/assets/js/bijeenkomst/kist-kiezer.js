// @ts-check
// The list from which a sheet is put in a kist: unfolded when it is needed, found by word.

class KistKiezer {
  /** @param {Paneel} panel */
  constructor(panel) {
    this.panel = panel;
  }

  /** Without capitals and accents. @param {string | null} text */
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

  /** Show the sheets with all of these words. @param {string} text */
  filter(text) {
    const words = KistKiezer.folded(text).split(/\s+/);
    const rows = [...Paneel.all(this.panel.piece("titels"), "li")];
    for (const row of rows) {
      const own = KistKiezer.folded(row.textContent);
      row.hidden = !words.every((word) => own.includes(word));
    }
    const many = rows.filter(({ hidden }) => !hidden).length;
    const said = many
      ? this.panel.sentence("vind", many, rows.length) : this.panel.sentence("vindniet");
    Paneel.announce(this.panel.piece("gevonden"), said);
  }

  /** The button of the first sheet that was found. */
  first() {
    return /** @type {HTMLElement | null} */ (
      this.panel.querySelector("[data-deel=titels] li:not([hidden]) button"));
  }
}
