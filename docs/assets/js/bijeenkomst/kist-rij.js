// @ts-check
// One block of a kist on the page: its time, its name and its minutes, with the rest folded away.
// What stands in a field is put there only when nobody is typing in it.
class KistRij {
  /** @type {(keyof Blok)[]} the fields of a block, by the name of what is typed in */
  static FIELDS = ["titel", "regel", "minuten", "vast", "groepen", "keet", "notitie"];

  /** @param {Paneel} panel @param {Blok} blok @param {string} title */
  constructor(panel, blok, title) {
    const line = blok.regel !== undefined;
    this.panel = panel;
    this.li = panel.clone("rij", {
      titel: line || blok.pauze, regel: line, groepen: Boolean(blok.blad), alsblad: true,
      keet: Boolean(blok.blad), notitie: !line || Boolean(blok.notitie), agenda: blok.acties,
    });
    this.li.dataset.sleutel = blok.sleutel;
    this.title = title;
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement | null} */ (this.li.querySelector(`.blok__${name}`));
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement | null} */ (this.li.querySelector(`[name=${name}]`));
  }

  /** @param {string} name @param {string | Node} content */
  put(name, content) {
    const part = this.part(name);
    const text = typeof content === "string" ? content : content.textContent;
    if (part && part.textContent !== text) part.replaceChildren(content);
  }

  /**
   * Say what a block is now.
   * @param {Moment} moment @param {Werkblad | undefined} blad
   * @param {{known: boolean, begun: boolean, people: number, to: string}} facts
   */
  show({ blok, naam, begin, ruimte, teLaat }, blad, { known, begun, people, to }) {
    const own = blok.blad ? known && Gk.dom.el("a", { href: to }, naam) : Gk.dom.typed(naam);
    this.title = naam;
    this.put("tijd", begun ? Gk.plan.clock(begin) : "");
    this.put("naam", own || naam);
    const groups = this.inGroups(blok);
    this.put("groepen", groups && `, ${groups}`);
    this.put("bij", this.remarks(blok, ruimte, begun ? teLaat : 0, known));
    this.put("alsblad", this.asSheet(blok, blad, people));
    this.fillAll(blok, blad, people);
    const keet = this.field("keet")?.closest("label");
    if (keet) keet.hidden = !blok.keet && !blad?.keet.length;
    this.name(naam);
  }

  /** What its buttons are about, for who does not see the row. @param {string} naam */
  name(naam) {
    Gk.dom.set(this.li, { "aria-label": naam });
    const more = /** @type {HTMLElement} */ (this.li.querySelector("[data-doe=meer]"));
    Gk.dom.set(more, { "aria-label": `${more.textContent}: ${naam}` });
    Gk.dom.set(/** @type {Element} */ (this.part("meer")), { "aria-label": naam });
    for (const button of Paneel.all(this.li, ".blok__pijlen button")) {
      const word = button.dataset.woord ??= button.getAttribute("aria-label") ?? "";
      Gk.dom.set(button, { "aria-label": `${word}: ${naam}` });
    }
    const minutes = this.li.querySelector(".blok__min .voorlezen");
    const word = this.li.dataset.minuten ??= minutes?.textContent ?? "";
    if (minutes) minutes.textContent = `${word}: ${naam}`;
  }

  /** @param {Blok} blok @param {number} duur @returns {Record<string, string | boolean>} */
  values(blok, duur) {
    return {
      minuten: duur ? String(duur) : "",
      titel: blok.titel ?? "",
      regel: blok.regel ?? "",
      vast: blok.vast ?? "",
      groepen: String(blok.groepen ?? 1),
      keet: Boolean(blok.keet),
      notitie: blok.notitie ?? "",
    };
  }

  /** @param {Blok} blok @param {Werkblad | undefined} blad @param {number} people */
  fillAll(blok, blad, people) {
    const values = this.values(blok, Gk.plan.duur(blok, blad, people));
    for (const [name, value] of Object.entries(values)) this.fill(name, value);
  }

  /** Not while another window is typed in: it may change the same. @param {HTMLElement} field */
  static isTypedIn(field) {
    return field === document.activeElement && document.hasFocus();
  }

  /** @param {string} name @param {string | boolean} value */
  fill(name, value) {
    const field = this.field(name);
    if (!field || KistRij.isTypedIn(field)) return;
    if (typeof value === "boolean") field.checked = value;
    else field.value = value;
  }

  /** @param {string} name @param {(string | number)[]} gaps */
  say(name, ...gaps) {
    return Paneel.plain(this.panel.sentence(name, ...gaps));
  }

  /** On paper too: who takes part is told. @param {Blok} blok */
  inGroups({ groepen = 1 }) {
    return groepen > 1 ? this.say("isgroepen", groepen) : "";
  }

  /**
   * What is special about a block, in small letters.
   * @param {Blok} blok @param {number} ruimte @param {number} teLaat @param {boolean} known
   */
  remarks(blok, ruimte, teLaat, known) {
    const { keet, vast, notitie } = blok;
    return [
      !known && this.say("isweg"),
      keet && this.say("iskeet"),
      this.inGroups(blok),
      vast && this.say("isvast"),
      ruimte && this.say("isruimte", Gk.plan.lang(ruimte)),
      teLaat && this.say("islaat", Gk.plan.lang(teLaat)),
      notitie && this.say("isnotitie"),
    ].filter(Boolean).join(", ");
  }

  /** @param {Blok} blok @param {Werkblad | undefined} blad @param {number} people */
  asSheet(blok, blad, people) {
    const minutes = blad && Gk.plan.duur({ ...blok, minuten: 0 }, blad, people);
    return minutes ? this.panel.sentence("alsblad", minutes) : "";
  }

  /** Unfold it where needed, and go to a field or else its first button. @param {string} [name] */
  open(name) {
    const more = /** @type {HTMLElement} */ (this.part("meer"));
    const field = name ? this.field(name) : null;
    if (more.hidden && (!field || more.contains(field))) this.toggle();
    const button = /** @type {HTMLElement} */ (this.li.querySelector("[data-doe=meer]"));
    (field ?? button).focus();
    if (field?.type === "number") field.select(); // another number takes its place
  }

  toggle() {
    const more = /** @type {HTMLElement} */ (this.part("meer"));
    more.hidden = !more.hidden;
    this.li.classList.toggle("blok--open", !more.hidden);
    const button = /** @type {Element} */ (this.li.querySelector("[data-doe=meer]"));
    Gk.dom.set(button, { "aria-expanded": String(!more.hidden) });
  }

  /**
   * What was typed in a field, as a block keeps it; undefined for nothing.
   * @param {HTMLInputElement} field @returns {unknown}
   */
  static value({ name, type, value, checked, max }) {
    if (type === "checkbox") return checked || undefined;
    if (name === "regel") return value;
    if (type !== "number") return value || undefined;
    const whole = Math.min(Math.round(Number(value)), Number(max));
    return whole > (name === "groepen" ? 1 : 0) ? whole : undefined;
  }
}
