// @ts-check
// The kists of a reader, one of them on the screen: kept on this device, chosen, made and removed,
// with what was done last to put back. What its buttons do to blocks is in mijn-kist.js.

class KistPaneel extends Paneel {
  static EDGE = 10; // minutes of a welcome, and of a closing
  key = "kisten";
  beeld = new KistBeeld(this);
  /** @type {Kist[]} */
  kisten = [];
  /** The one on the screen; not stored as long as nothing is in it. */
  kist = Gk.kisten.empty("");
  /**
   * The block that was removed from the kist with this key, as long as it can be put back.
   * @type {{key: string, place: Place, at: number, blok: Blok, row: HTMLElement} | null}
   */
  gone = null;
  /**
   * What else can be put back, said in a strip below the choice of a kist; with `op` only as long
   * as the kist is of that moment, or what was typed since would go.
   * @type {{text: string, back: () => void, op?: number} | null}
   */
  undo = null;
  /** How many times the data of sheets was asked for. */
  asked = 0;

  // ---------- what is kept ----------

  load() {
    this.read();
    const { nu, kisten } = Gk.kisten.read();
    this.kisten = kisten;
    this.kist = this.find(nu) ?? Gk.kisten.empty(this.newName());
    this.redraw();
  }

  /** New kists, and those that are not on the screen as they were last changed. */
  takeIn() {
    for (const kist of Gk.kisten.read().kisten) {
      const mine = this.find(kist.sleutel);
      if (!mine) this.kisten.push(kist);
      else if (mine !== this.kist && mine.op < kist.op) Object.assign(mine, kist);
    }
    this.redraw();
  }

  /** @param {string | undefined} key */
  find(key) {
    return this.kisten.find(({ sleutel }) => sleutel === key);
  }

  keep() {
    this.store();
    this.redraw();
  }

  /** Store the kist as it is now. */
  store() {
    const { kist } = this;
    kist.op = Math.max(Date.now(), kist.op + 1);
    if (!this.kisten.includes(kist)) this.kisten.push(kist);
    this.storeAll();
  }

  /** All of them, and which one is in use; the header of the page counts along. */
  storeAll() {
    this.save({ nu: this.kist.sleutel, kisten: this.kisten });
    dispatchEvent(new Event("gk-kist"));
  }

  /** Say what was done, and still when it was not stored. @param {string} text */
  tell(text, wrong = "") {
    const why = Gk.store.isNewer(this.key) ? "nieuwer" : "vol";
    const lost = this.unsaved ? this.sentence(why) : "";
    this.say(text, [lost, wrong].filter(Boolean).join(" "));
  }

  // ---------- what is seen ----------

  /** Draw, and again when the data of its sheets came in. */
  async redraw() {
    const { beeld } = this;
    beeld.loaded = !beeld.missing(this.kist).length;
    this.draw();
    await this.loadSheets();
  }

  /** Load the data of its sheets, and draw them. @returns the ids of those that did not come */
  async loadSheets() {
    const { beeld } = this;
    const missing = beeld.missing(this.kist);
    const mine = (this.asked += 1);
    await Gk.bladen.load(missing).catch(() => {}); // the row and what leaves say what is missing
    if (mine === this.asked) { // not for a kist or sheet that was chosen meanwhile
      beeld.loaded = true;
      if (missing.length && this.isConnected) this.draw();
    }
    return beeld.missing(this.kist);
  }

  /**
   * In another window something may have been typed on a sheet.
   * @param {{key: unknown, persisted: unknown}} event
   */
  refresh(event) {
    super.refresh(event);
    this.beeld.drawParts(this.kist);
  }

  draw() {
    const { beeld, gone, kist } = this;
    if ((this.undo?.op ?? kist.op) !== kist.op) this.undo = null;
    const { undo } = this;
    beeld.drawChoice(this.kisten, kist);
    beeld.draw(kist, gone?.key === kist.sleutel ? gone : null);
    this.show({ strook: undo });
    Paneel.put(/** @type {Element} */ (this.piece("strook").firstElementChild), undo?.text ?? "");
  }

  // ---------- which kist ----------

  /** Another kist on the screen. @param {string} key */
  choose(key) {
    this.kist = this.find(key) ?? this.kist;
    this.forget();
    this.storeAll();
    this.redraw();
  }

  /** What was removed can no longer be put back. */
  forget() {
    this.gone = this.undo = null;
  }

  /** Beside the others, and on the screen. @param {Kist} kist */
  add(kist) {
    this.forget();
    this.kist = kist;
    this.keep();
  }

  /** It is here already. @param {Kist} kist */
  again({ sleutel }) {
    this.choose(sleutel);
    this.tell(this.sentence("heb"));
  }

  /** A name that no kist has yet; none for the first, which has that of kisten.js. */
  newName() {
    if (!this.kisten.length) return "";
    let number = this.kisten.length + 1;
    const name = () => this.sentence("nieuwnaam", number);
    while (this.kisten.some(({ naam }) => naam === name())) number += 1;
    return name();
  }

  /** @param {Kist} kist @returns {Kist} */
  copyOf(kist) {
    const naam = this.sentence("kopienaam", kist.naam).replace(/[\u2068\u2069]/g, "");
    return /** @type {Kist} */ (Gk.kisten.sound({ ...kist, naam, sleutel: "" }));
  }

  removeKist() {
    const { kist, kisten } = this;
    const at = kisten.indexOf(kist);
    kisten.splice(at, 1);
    this.kist = kisten[Math.min(at, kisten.length - 1)] ?? Gk.kisten.empty(this.newName());
    this.storeAll();
    const reported = kist.sleutel in Object(Gk.store.read("verslagen").verslagen);
    const text = this.sentence(reported ? "verslagisweg" : "kistisweg", kist.naam);
    this.offerBack(text, () => {
      this.kisten.splice(at, 0, kist);
      this.kist = kist;
    });
  }

  /**
   * Change the kist in a way that a reader may regret: one press brings back what it was.
   * @param {string} text what is said @param {(kist: Kist) => void} work
   */
  changeKist(text, work) {
    const before = structuredClone(this.kist);
    work(this.kist);
    this.store();
    this.offerBack(text, () => {
      this.kisten = this.kisten.map((one) => (one.sleutel === before.sleutel ? before : one));
      this.kist = before;
    }, this.kist.op);
  }

  /**
   * Say what was done; one press undoes it.
   * @param {string} text @param {() => void} back @param {number} [op] of the kist, if it counts
   */
  offerBack(text, back, op) {
    this.forget();
    this.undo = { text, back, op };
    this.redraw();
    this.piece("strook").querySelector("button")?.focus();
  }

  /** What the file of a kist is called, without an ending. */
  fileName() {
    const name = KistKiezer.folded(this.kist.naam).replace(/[^a-z0-9]+/g, "-");
    return name.replace(/^-|-$/g, "") || "kist";
  }

  /** A line with the text that we propose. @param {"opening" | "afsluiting"} soort */
  edge(soort) {
    const text = this.sentence(soort === "opening" ? "welkomtekst" : "slottekst");
    return Gk.kisten.blok({ regel: text, soort, minuten: KistPaneel.EDGE });
  }

  /** Undo what was done last. */
  putBack() {
    const { gone, undo } = this;
    this.forget();
    if (undo) undo.back();
    else if (gone) this.find(gone.key)?.[gone.place].splice(gone.at, 0, gone.blok);
    this.keep();
    const parked = gone?.place === "geparkeerd" && this.piece("geparkeerd").children[gone.at];
    if (parked) parked.querySelector("button")?.focus();
    else this.beeld.focusNear(gone?.at ?? 0);
  }
}
