// @ts-check
// What all parts that remember have in common: pieces with a name, news, buttons, files, links and what is stored.
// Their text stands in the page: pieces to copy, sentences at the place where they will be said.
{
  const MAX_BESTAND = 1e6;

  /** @typedef {Record<string, string | boolean | undefined | (Node | string)[]>} Gaten */

  class Paneel extends HTMLElement {
    /** @type {string} where it is stored */ sleutel;
    /** @type {string} how a link that it opens begins */ anker;
    /** @type {string[]} kinds of files that it opens */ soorten;
    /** @type {Record<string, (button?: any) => any>} what the buttons do */ doe;
    /** @type {Record<string, HTMLElement>} pieces to copy */
    mallen = {};
    los = false; // what is on the screen could not be stored, so nothing stored may take its place

    constructor() {
      super();
      for (const mal of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-mal]"))) {
        this.mallen[mal.dataset.mal ?? ""] = mal;
        mal.remove();
      }
    }

    connectedCallback() {
      this.addEventListener("click", ({ target }) => this.press(/** @type {HTMLElement} */ (target).closest("[data-doe]")));
      this.addEventListener("input", ({ target }) => /** @type {any} */ (this).typed?.(target));
      this.addEventListener("change", ({ target }) => /** @type {HTMLInputElement} */ (target).files && this.readFiles(target));
      for (const event of ["storage", "hashchange", "pageshow"]) addEventListener(event, this);
      this.load();
      for (const piece of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-script]"))) piece.hidden = false;
      this.readHash();
    }

    /** Another link, another tab, or back from another page. @param {any} event */
    handleEvent({ type, key, persisted }) {
      if (type === "hashchange") this.readHash();
      else if (!this.los && (persisted || [null, `gk.${this.sleutel}`].includes(key))) this.load();
    }

    readHash() {
      const { hash, pathname, search } = location;
      if (!this.anker || !hash.startsWith(this.anker)) return;
      history.replaceState(history.state, "", pathname + search);
      this.openLink(hash);
    }

    /** One piece of the panel. @param {string} name @returns {any} */
    deel(name) {
      return this.querySelector(`[data-deel=${name}]`);
    }

    /** @param {Record<string, any>} pieces which are to be seen */
    show(pieces) {
      for (const [name, seen] of Object.entries(pieces)) this.deel(name).hidden = !seen;
    }

    /**
     * A copy of a piece. A gap gets text or nodes behind what the page says there, or nothing more (true); other gaps go.
     * @param {string} name @param {Gaten} gaps @returns {any}
     */
    maak(name, gaps) {
      const copy = /** @type {any} */ (this.mallen[name].cloneNode(true));
      copy.removeAttribute("hidden");
      for (const gap of copy.querySelectorAll("[data-gat]")) {
        const content = gaps[gap.dataset.gat];
        if (content?.length) gap.append(...[content].flat());
        else if (content !== true) gap.remove();
      }
      return copy;
    }

    // ---------- news ----------

    /** A sentence of the page, with its gap filled. @param {string} name @param {any} [gap] @returns {string} */
    zin(name, gap) {
      return this.deel("meldingen").dataset[name].replace("{}", () => gap);
    }

    say(text = "", wrong = "") {
      this.deel("melding").textContent = text;
      this.deel("fout").textContent = wrong;
      if (text || wrong) document.activeElement?.scrollIntoView({ block: "nearest" }); // the news may not cover the pressed button
    }

    /** @param {string} text */
    fail(text) {
      this.say("", text);
    }

    /** Success is told after the work, unless the work told something itself. @param {any} button */
    async press(button) {
      const { doe, vraag, klaar, fout } = button?.dataset ?? {};
      if (!doe || (vraag && !confirm(vraag))) return;
      this.say();
      try {
        await this.doe[doe](button);
        if (klaar && !this.querySelector(".melding:not(:empty)")) this.say(klaar);
      } catch {
        this.fail(fout ?? this.zin("netwerk"));
      }
    }

    /** To the clipboard, and in view: there is no clipboard on file:// and http. @param {string} text */
    async copy(text) {
      this.show({ toon: true });
      const field = this.deel("adres");
      field.value = text;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        field.scrollIntoView({ block: "center" }); // clear of the strip that says what to do
        field.select();
        this.say(this.zin("kopieer"));
      }
    }

    // ---------- what is remembered, and files ----------

    lees() {
      if (Gk.nieuwer(this.sleutel)) this.fail(this.zin("nieuwer"));
      return Gk.lees(this.sleutel);
    }

    /** @param {object} value @param {string} [sleutel] @returns {boolean} whether it was stored */
    bewaar(value, sleutel = this.sleutel) {
      this.los = !Gk.bewaar(sleutel, value);
      if (this.los) this.fail(this.zin(Gk.nieuwer(sleutel) ? "nieuwer" : "vol"));
      return !this.los;
    }

    /** @param {any} input */
    async readFiles(input) {
      const wrong = [];
      for (const file of input.files) {
        this.say();
        await this.readFile(file).catch(() => this.fail(this.zin("geen", file.name)));
        wrong.push(this.deel("fout").textContent);
      }
      Gk.schrijf(this.deel("fout"), wrong.join(" ").trim()); // a good file does not hide what was wrong with another
      input.value = "";
    }

    /** @param {File} file */
    async readFile(file) {
      const data = JSON.parse(file.size < MAX_BESTAND ? await file.text() : "");
      if (!this.soorten.includes(data.soort) || data.versie > 1) throw Error();
      this.openFile(data, file.name);
    }
  }

  Gk.Paneel = Paneel;
}
