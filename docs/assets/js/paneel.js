// @ts-check
// The base class of every element that remembers. Its text stands in the page: templates to copy,
// sentences at the place where they will be said.
//
// How a template in macros/pages/templates and its script find each other:
//   data-deel="name"     a piece of the element: piece(), field(), show()
//   data-script          hidden in the page, since it only makes sense with a script; then shown
//   data-mal="name"      a template: taken out of the page, copied by clone()
//   data-gat="name"      a slot in a template: clone() fills it or takes it away
//   data-doe="name"      on a button: the entry of `actions` that a click runs, with around it
//     data-vraag="text"  what is asked first; without a yes nothing happens
//     data-klaar="text"  what is said afterwards, unless the action said something itself
//     data-heel          only when every field is right (fields.js)
//     data-fout="text"   what is said when the action throws; else the sentence 'netwerk'
//   data-<name>="text"   on the piece 'meldingen': what sentence(name) gives; {} is its gap
//   data-druk="name"     a slot of the printed result (take-away.js)
//   data-stand="name"    in <gk-kopie>: seen in that state only (offline-status.js)
// The pieces meldingen, melding and fout are in every element; adres and toon where it copies.
//
// What a subclass gives. Required: load() reads the store and draws. Optional: draw() shows the
// state, typed(field) after input, openLink(address, anchor) for an address with a payload of a
// kind in `anchor` (links.js), openFile(data, name) for a file of one of `fileKinds`, takeIn() when
// it stores more than what is on the screen, and `actions` for its buttons.

class Paneel extends HTMLElement {
  static MAX_FILE = 1e6; // bytes
  // Where it is stored.
  key = "";
  // The kinds of links that it opens, with blanks between: #<anchor>=…
  anchor = "";
  /** @type {string[]} kinds of files that it opens */
  fileKinds = [];
  /** @type {Record<string, (button: HTMLElement) => unknown>} what the buttons do */
  actions = {};
  /** @type {Record<string, HTMLElement>} */
  templates = {};
  // The last save failed: nothing stored may replace what is on the screen.
  unsaved = false;
  /** Ends every listener when the element goes. */
  listening = new AbortController();

  constructor() {
    super();
    for (const template of Paneel.all(this, "[data-mal]")) {
      this.templates[template.dataset.mal ?? ""] = template;
      template.remove();
    }
  }

  /** @param {ParentNode} root @param {string} selector */
  static all(root, selector) {
    return /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector));
  }

  /**
   * What stands in an element as we wrote it: a browser that translates puts other words there.
   * @type {WeakMap<Element, string>}
   */
  static said = new WeakMap();

  /** Said aloud only when it changes. @param {Element} node @param {string} text */
  static announce(node, text) {
    if (Paneel.said.get(node) === text && node.textContent) return;
    Paneel.put(node, text);
  }

  /**
   * Text where there is no markup: isolates only where the direction asks for them.
   * @param {string} text
   */
  static plain(text) {
    return text.replace(/\u2068(.*?)\u2069/g, (_, typed) => Gk.dom.isolate(typed));
  }

  /** What fills a gap in a sentence; a date in it stays on one line. @param {string} text */
  static gap(text) {
    const node = Gk.dom.typed("");
    node.replaceChildren(...text.split(/(\d+-\d+-\d{4})/)
      .map((part, k) => (k % 2 ? Gk.dom.el("span", { class: "dag" }, part) : part)));
    return node;
  }

  /**
   * Text in an element; what stands between isolates was typed by somebody.
   * @param {Element} node @param {string} text
   */
  static put(node, text) {
    Paneel.said.set(node, text);
    const parts = text.split(/[\u2068\u2069]/)
      .map((part, k) => (k % 2 ? Paneel.gap(part) : part));
    // At once: each piece that came apart would be read out as news.
    node.replaceChildren(...(text ? [Gk.dom.el("span", {}, ...parts)] : []));
  }

  /** @type {Record<string, Promise<unknown>>} scripts on their way, for every element */
  static loading = {};

  /**
   * A namespace of scripts that not every reader needs: loaded at the first use, in this order.
   * @template {Fetched} Name
   * @param {Name} name @param {string} [sources]
   */
  static async fetched(name, sources = "") {
    const { loading } = Paneel;
    if (!Gk[name]) {
      loading[name] ??= Gk.load(sources.split(" "));
      await loading[name].catch((error) => {
        delete loading[name]; // the next try asks again
        throw error;
      });
    }
    return /** @type {NonNullable<Shared[Name]>} */ (Gk[name]);
  }

  connectedCallback() {
    // Were it called twice, it would still react once.
    this.listening.abort();
    this.listening = new AbortController();
    this.listen({ signal: this.listening.signal });
    if (!this.unsaved) this.load();
    for (const hidden of Paneel.all(document, "[data-script]")) hidden.hidden = false;
    this.readHash();
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  /** All listeners; they go with the element. @param {AddEventListenerOptions} options */
  listen(options) {
    for (const event of ["click", "input", "change"]) this.addEventListener(event, this, options);
    for (const event of ["storage", "hashchange", "pageshow"]) {
      addEventListener(event, this, options);
    }
    Gk.fields?.watch(this, options);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (event.type === "click") this.press(target.closest("[data-doe]"));
    else if (event.type === "input") this.typed(target);
    else if (event.type === "change") this.readFiles(target);
    else if (event.type === "hashchange") this.readHash();
    else this.refresh(/** @type {StorageEvent & PageTransitionEvent} */ (event));
  }

  /**
   * From another tab, or back from another page.
   * @param {{key: unknown, persisted: unknown}} event
   */
  refresh({ key, persisted }) {
    const ours = persisted || key === null || key === Gk.store.nameOf(this.key);
    if (!ours) return;
    if (this.unsaved) this.takeIn();
    else this.load();
  }

  /** What another window stored while this one could not: beside what is on the screen. */
  takeIn() {}

  readHash() {
    const { hash, pathname, search } = location;
    const anchor = this.anchor && this.anchor.split(" ")
      .find((one) => Gk.links.has(search + hash, one));
    if (!anchor) return;
    const rest = Gk.links.has(search, anchor) ? "" : search;
    history.replaceState(history.state, "", pathname + rest);
    this.openLink(search + hash, anchor);
  }

  load() {}

  /** @param {HTMLInputElement} _field */
  typed(_field) {}

  /** @param {string} _address @param {string} _anchor */
  openLink(_address, _anchor) {}

  /** @param {Unknown} _data @param {string} _name @returns {unknown} */
  openFile(_data, _name) {
    return null;
  }

  // ---------- pieces ----------

  /** @param {string} name */
  piece(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-deel=${name}]`));
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.piece(name));
  }

  /** The place for a list that a piece holds. @param {string} name */
  listIn(name) {
    return /** @type {HTMLElement} */ (this.piece(name).lastElementChild);
  }

  /** @param {Record<string, unknown>} pieces which are to be seen */
  show(pieces) {
    for (const [name, seen] of Object.entries(pieces)) this.piece(name).hidden = !seen;
  }

  /**
   * A copy of a template. A slot gets the given text or nodes appended, keeps its own text
   * (true), or is removed.
   * @param {string} name @param {Slots} [slots]
   */
  clone(name, slots = {}) {
    const copy = /** @type {HTMLElement} */ (this.templates[name].cloneNode(true));
    copy.removeAttribute("hidden");
    for (const slot of Paneel.all(copy, "[data-gat]")) {
      const content = slots[slot.dataset.gat ?? ""];
      if (content === true) continue;
      if (content && content.length) slot.append(...[content].flat());
      else slot.remove();
    }
    return copy;
  }

  /** A page of this site: in a folder no index.html opens by itself. @param {string} [path] */
  pageAt(path, hash = "") {
    const file = location.protocol === "file:" ? "index.html" : "";
    return `${this.dataset.wortel}${path}${file}${hash}`;
  }

  // ---------- news ----------

  /**
   * A sentence of the page, with its gaps filled: a text between isolates, so that a name keeps its
   * own direction.
   * @param {string} name @param {(string | number | undefined)[]} gaps
   */
  sentence(name, ...gaps) {
    const text = this.piece("meldingen").dataset[name] ?? "";
    const whole = text.replace(/\{\}/g, () => {
      const gap = gaps.shift();
      return typeof gap === "string" ? `\u2068${gap}\u2069` : String(gap);
    });
    return whole.replace(/([.?!…]\u2069)\./g, "$1"); // no end behind the end of a name
  }

  say(text = "", wrong = "") {
    Paneel.put(this.piece("melding"), text);
    Paneel.put(this.piece("fout"), wrong);
    if (!text && !wrong) return;
    // News may not cover the button.
    document.activeElement?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} text */
  fail(text) {
    this.say("", text);
  }

  /** Run what a button is for, and say how it went. @param {HTMLElement | null} button */
  async press(button) {
    const { doe, vraag, klaar, fout } = button?.dataset ?? {};
    if (!button || !doe || (vraag && !confirm(vraag))) return;
    this.say();
    if ("heel" in button.dataset && Gk.fields?.halts(this)) return;
    try {
      await this.actions[doe](button);
      if (klaar && !this.querySelector(".melding:not(:empty)")) this.say(klaar);
    } catch {
      this.fail(fout ?? this.sentence("netwerk"));
    }
  }

  /** To the clipboard, and in view: file:// and http have no clipboard. @param {string} text */
  async copy(text) {
    this.show({ toon: true });
    const field = this.field("adres");
    field.value = text;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Clear of the strip that says what to do.
      field.scrollIntoView({ block: "center" });
      field.select();
      this.say(this.sentence("kopieer"));
    }
  }

  /**
   * Restore the page after printing: at the next key or touch, since a phone says afterprint while
   * it is still drawing.
   * @param {() => void} restore
   */
  afterPrint(restore) {
    const options = { once: true, capture: true, signal: this.listening.signal };
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, restore, options);
  }

  // ---------- what is remembered, and files ----------

  read() {
    if (Gk.store.isNewer(this.key)) this.fail(this.sentence("nieuwer"));
    return Gk.store.read(this.key);
  }

  /** @param {object} value @returns {boolean} whether it was stored */
  save(value, key = this.key, silent = false) {
    this.unsaved = !Gk.store.write(key, value);
    const why = Gk.store.isNewer(key) ? "nieuwer" : "vol";
    if (this.unsaved && !silent) this.fail(this.sentence(why));
    return !this.unsaved;
  }

  /** @param {{files: Iterable<File> | null, value: string}} input */
  async readFiles(input) {
    if (!input.files) return; // another field than one for files
    const wrong = [];
    for (const file of input.files) {
      this.say();
      await this.readFile(file).catch(() => this.fail(this.sentence("geen", file.name)));
      wrong.push(Paneel.said.get(this.piece("fout")) ?? "");
    }
    // A good file does not hide what was wrong with another.
    Paneel.announce(this.piece("fout"), wrong.join(" ").trim());
    input.value = "";
  }

  /** @param {File} file @returns {Promise<unknown>} */
  async readFile(file) {
    const data = JSON.parse(file.size < Paneel.MAX_FILE ? await file.text() : "");
    if (!this.fileKinds.includes(data.soort)) throw Error();
    if (data.versie > 1) return this.fail(this.sentence("later", file.name));
    await this.openFile(data, file.name);
  }
}
