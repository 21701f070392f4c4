// @ts-check
// <gk-zoeker>: filters over the cards that stand in the page; within a facet one value is enough,
// and each facet counts. The address keeps the choice. A word asks the engine of the search, and
// facts in it are filters; both are fetched when somebody types one. Until then, and without, plain
// words are compared.
{
  /** @typedef {InstrumentKaart} Card */

  const { el, typed } = Gk.dom;
  const { fits, without } = Gk.passend;
  const MOST_OFFERS = 3; // ways out
  const IN_ROW = ["woord", "minuten", "mensen", "fase", "volgorde"]; // not behind 'Meer filters'

  /** @template {HTMLElement} T @param {ParentNode} from @param {string} selector @returns {T[]} */
  const all = (from, selector) =>
    [.../** @type {NodeListOf<T>} */ (from.querySelectorAll(selector))];
  /** @type {Record<string, (value: string) => Child>} */
  const NAMES = {
    woord: (value) => el("span", {}, "'", typed(value), "'"),
    minuten: (value) => `hooguit ${value} min`,
    mensen: (value) => (value === "1" ? "1 persoon" : `${value} mensen`),
  };
  const counted = (/** @type {number} */ many) =>
    (many === 1 ? "1 instrument" : `${many} instrumenten`);

  class Zoeker extends HTMLElement {
    form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    /** @type {HTMLInputElement} */
    word = this.one("[name=woord]");
    more = this.one(".zoeker__meer"); // a button
    panel = this.one(".zoeker__facetten");
    /** @type {HTMLDetailsElement} */
    phases = this.one(".zoeker__fase");
    status = this.one(".zoeker__aantal");
    results = this.one(".zoeker__toon"); // a button
    chips = this.one(".zoeker__chips");
    help = this.one(".zoeker__uitweg");
    /** @type {HTMLInputElement[]} */
    boxes = all(this.form, "input[type=checkbox]");
    list = new Instrumentenlijst(this, (name, value) => this.nameOf(name, value));
    cards = this.list.cards;
    listening = new AbortController();
    /** @type {Feit[]} the facts in the word */
    facts = [];
    /** @type {Map<string, number> | undefined} place of each address for the word */
    places;
    /** @type {Promise<unknown> | undefined} */
    loading;

    /** @template {HTMLElement} T @param {string} selector */
    one(selector) {
      return /** @type {T} */ (this.querySelector(selector));
    }

    connectedCallback() {
      // Were it called twice, it would still react once.
      this.listening.abort();
      this.listening = new AbortController();
      this.listen({ signal: this.listening.signal });
      this.readAddress();
    }

    disconnectedCallback() {
      this.listening.abort();
    }

    /** All listeners; they go with the element. @param {AddEventListenerOptions} options */
    listen(options) {
      const { form } = this;
      form.addEventListener("input", ({ target }) =>
        this.typed(/** @type {HTMLInputElement} */ (target)), options);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.settled();
      }, options);
      this.word.addEventListener("change", () => this.settled(), options);
      form.addEventListener("reset", () => setTimeout(() => this.reset()), options);
      this.more.addEventListener("click", () => this.unfold(!!this.panel.hidden), options);
      this.results.addEventListener("click", () => this.showResults(), options);
      addEventListener("popstate", () => this.readAddress(), options);
      document.addEventListener("click", ({ target }) => {
        if (!this.phases.contains(/** @type {Node} */ (target))) this.phases.open = false;
      }, options);
      this.phases.addEventListener("keydown", ({ key }) => {
        if (key !== "Escape" || !this.phases.open) return;
        this.phases.open = false;
        this.phases.querySelector("summary")?.focus();
      }, options);
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      const text = field.matches("[type=text], [type=number]");
      if (field.type === "checkbox" && !field.checked) this.letGo(field.name);
      this.refresh();
      // Back undoes a click, not a letter.
      this.writeAddress(text ? "replaceState" : "pushState");
    }

    /** The facts in the word go to the filters that they are: then the word is only a word. */
    settle() {
      if (!this.facts.length) return;
      const { facts } = this;
      this.word.value = this.wishes().woord?.[0] ?? "";
      for (const { name, values } of facts) this.set(name, values);
    }

    /** Nothing that can be seen changes: what is pressed may not move away under the press. */
    settled() {
      if (!this.facts.length) return;
      this.settle();
      this.wishes();
      this.writeAddress("replaceState");
    }

    /** @param {string} name @param {string[]} values */
    set(name, values) {
      /** @type {HTMLInputElement[]} */
      const fields = all(this.form, `[name=${name}]`);
      for (const field of fields) {
        if (field.type === "checkbox") field.checked = values.includes(field.value);
        else field.value = values[0] ?? "";
      }
    }

    /** What a press beside the fields chose. @param {[string, string[]][]} changes */
    choose(...changes) {
      this.settle();
      for (const [name, values] of changes) {
        this.set(name, values);
        this.letGo(name);
      }
      this.status.focus({ preventScroll: true }); // the button that had the focus goes
      this.refresh();
      this.writeAddress("pushState");
    }

    reset() {
      this.status.focus({ preventScroll: true });
      this.refresh();
      this.writeAddress("pushState");
    }

    /** @param {boolean} open */
    unfold(open) {
      this.panel.hidden = !open;
      Gk.dom.set(this.more, { "aria-expanded": String(open) });
    }

    showResults() {
      this.unfold(false);
      this.status.focus({ preventScroll: true });
      this.status.parentElement?.scrollIntoView();
    }

    /** An address that a mail or a chat changed asks for the script that reads those. */
    async readAddress() {
      const { search } = location;
      const pairs = [...new URLSearchParams(search)];
      const meant = (/** @type {string} */ name, /** @type {string} */ value) =>
        this.meant(name, value);
      const right = pairs.filter(([name, value]) => value && meant(name, value) === value);
      this.fill(right);
      if (right.length === pairs.length) return;
      if (!Gk.links) await Gk.load((this.dataset.links ?? "").split(" ")).catch(() => {});
      if (!Gk.links || location.search !== search) return; // a reader chose something meanwhile
      this.fill(Gk.links.query(search, meant));
    }

    /** @param {[string, string][]} pairs */
    fill(pairs) {
      const asked = new URLSearchParams(pairs);
      /** @type {HTMLInputElement[]} */
      const fields = all(this.form, "input, select");
      for (const field of fields) {
        const wanted = asked.get(field.name) ?? "";
        if (field.type === "checkbox") {
          field.checked = asked.getAll(field.name).includes(field.value);
          continue;
        }
        field.value = wanted;
        if (field.matches("select") && field.value !== wanted) field.value = "";
      }
      this.refresh();
    }

    /**
     * What a value in an address means for the field of that name; nothing when it has no place.
     * @param {string} name @param {string} value
     */
    meant(name, value) {
      /** @type {HTMLInputElement[]} */
      const fields = all(this.form, `[name=${CSS.escape(name)}]`);
      const fit = fields.some((field) => {
        if (field.type === "checkbox") return field.value === value;
        if (field.type === "number") return Number(value) > 0;
        return !field.matches("select") || field.querySelector(`[value="${CSS.escape(value)}"]`);
      });
      return fit ? value : "";
    }

    /** @param {"pushState" | "replaceState"} method */
    writeAddress(method) {
      const pairs = [...new FormData(this.form)].filter(([, value]) => value);
      const query = String(new URLSearchParams(/** @type {[string, string][]} */ (pairs)));
      const address = location.pathname + (query ? `?${query}` : "") + location.hash;
      history[method](history.state, "", address);
    }

    /** What is asked for: what a word says goes before the filter of that name. */
    wishes() {
      /** @type {Wensen} */
      const wishes = {};
      for (const [name, value] of new FormData(this.form)) {
        if (value) (wishes[name] ??= []).push(String(value));
      }
      const text = wishes.woord?.[0].trim() ?? "";
      const found = Gk.feiten?.read(text, Gk.search.register?.titles);
      this.facts = found?.parts ?? [];
      const rest = found?.rest ?? text;
      return { ...without(wishes, "woord"), ...found?.filters, ...(rest && { woord: [rest] }) };
    }

    // The engine knows synonyms and forms; a card also has what a browser made of its words.
    has = (/** @type {Card} */ card) =>
      this.places?.has(card.adres) || this.plain.every((word) => card.text().includes(word));

    /** @type {string[]} */
    plain = [];

    /** Looks for a word, and fetches what that needs. @param {string} text */
    look(text) {
      const { engine } = Gk.search;
      this.plain = Gk.folding?.words(text) ?? text.toLowerCase().split(/\s+/);
      this.places = undefined;
      if (!text && !this.word.value.trim()) return;
      if (!engine || !Gk.feiten) this.fetch();
      else if (text) {
        this.places = new Map(Gk.passend.ranked(engine, text).map((adres, k) => [adres, k]));
      }
    }

    /** What a word needs; without a network the next letter tries again. */
    fetch() {
      const { catalogus = "", woord = "" } = this.dataset;
      this.loading ??= Gk.load([catalogus, ...woord.split(" ")])
        .then(() => this.refresh(), () => { this.loading = undefined; });
    }

    /**
     * What stays ticked in a facet may give nothing: then the facet goes as a whole, so that a
     * click never yields an empty list.
     * @param {string} name
     */
    letGo(name) {
      const wishes = this.wishes();
      const some = (/** @type {Wensen} */ asked) =>
        this.cards.some((card) => fits(card, asked, this.has));
      if (some(wishes) || !some(without(wishes, name))) return;
      for (const box of this.boxes) if (box.name === name) box.checked = false;
    }

    refresh() {
      const wishes = this.wishes();
      this.look(wishes.woord?.[0] ?? "");
      const chosen = this.cards.filter((card) => fits(card, wishes, this.has));
      const reliefs = chosen.length ? [] : Gk.passend.relief(this.cards, wishes, this.has);
      this.count(wishes);
      this.say(chosen.length, wishes, reliefs[0]?.drop ?? []);
      this.showWishes(wishes);
      this.wayOut(wishes, reliefs);
      if (chosen.length) this.list.show(chosen, wishes, this.places);
      else this.list.showNearly(reliefs.flatMap(({ left }) => left), this.places);
    }

    /**
     * Beside each value how many cards it would give; a value that gives none cannot be chosen.
     * @param {Wensen} wishes
     */
    count(wishes) {
      /** @type {Record<string, Card[]>} */
      const open = {};
      for (const box of this.boxes) {
        const { name } = box;
        open[name] ??= this.cards.filter((card) => fits(card, without(wishes, name), this.has));
        const many = open[name].filter((card) => card.sets[name]?.has(box.value)).length;
        const label = box.parentElement?.querySelector("b");
        if (label) label.textContent = String(many);
        box.disabled = !many && !box.checked;
      }
    }

    /**
     * How many there are, in one piece since it is read out; of none what leaves out the rest.
     * @param {number} many @param {Wensen} wishes @param {string[]} tightest
     */
    say(many, wishes, tightest) {
      const several = tightest.flatMap((name) => wishes[name]).length > 1;
      const { geen, sluit, sluiten } = this.status.dataset;
      this.status.replaceChildren(...(many ? [counted(many)] : [
        `${geen} `, ...this.together(tightest, wishes), ` ${several ? sluiten : sluit}`]));
      this.results.textContent = `Toon ${counted(many)}`;
      this.results.hidden = !many;
      const names = Object.keys(wishes);
      this.one("[type=reset]").hidden = !names.length && !this.word.value;
      this.one(".zoeker__deel").hidden = !names.length;
      const behind = names.filter((name) => !IN_ROW.includes(name))
        .flatMap((name) => wishes[name]).length;
      this.one(".zoeker__meer b").textContent = behind ? `(${behind})` : "";
    }

    /** The words of a wish. @param {string} name @param {string} value @returns {Child} */
    nameOf(name, value) {
      const box = this.boxes.find((one) => one.name === name && one.value === value);
      const label = box?.nextElementSibling?.firstChild?.textContent?.trim();
      return NAMES[name]?.(value) ?? label ?? value;
    }

    /** Each wish as a button that takes it off. @param {Wensen} wishes */
    showWishes(wishes) {
      const pairs = Object.entries(without(wishes, "volgorde")).flatMap(([name, values]) =>
        values.map((value) => ({ name, value, others: values.filter((one) => one !== value) })));
      this.chips.replaceChildren(...pairs.map(({ name, value, others }) => {
        const button = el("button", { type: "button", class: "zoeker__chip" },
          el("span", { class: "voorlezen" }, "Haal weg: "), this.nameOf(name, value), " ",
          el("span", { "aria-hidden": "true" }, "×"));
        button.addEventListener("click", () => this.choose([name, others]));
        return el("li", {}, button);
      }));
      const phases = wishes.fase ?? [];
      const shown = phases.length === 1
        ? this.nameOf("fase", phases[0]) : `${phases.length} gekozen`;
      this.one(".zoeker__fase summary span").replaceChildren(phases.length ? shown : "alle");
    }

    /**
     * What to take off or widen when nothing fits.
     * @param {Wensen} wishes
     * @param {{drop: string[], left: Card[]}[]} reliefs none when all is well
     */
    wayOut(wishes, reliefs) {
      const offers = reliefs.slice(0, MOST_OFFERS).map(({ drop, left }) => this.offer(
        ["Zonder ", ...this.together(drop, wishes)], left.length, drop.map((name) => [name, []])));
      for (const name of reliefs.length ? ["minuten", "mensen"] : []) {
        const near = Gk.passend.nearest(this.cards, wishes, name, this.has);
        if (!near) continue;
        const value = String(near.value);
        offers.push(this.offer(["Met ", this.nameOf(name, value)], near.many, [[name, [value]]]));
      }
      this.help.replaceChildren(...offers.flatMap((offer) => [offer, " "]));
      this.help.hidden = !offers.length;
    }

    /** @param {string[]} names @param {Wensen} wishes @returns {Child[]} */
    together(names, wishes) {
      return names.flatMap((name, k) => [k ? " en " : "", ...wishes[name].flatMap((value, place) =>
        [place ? " of " : "", this.nameOf(name, value)])]);
    }

    /** @param {Child[]} words @param {number} many @param {[string, string[]][]} changes */
    offer(words, many, changes) {
      const button = el("button", { type: "button", class: "knop" }, ...words, `: ${many}`);
      button.addEventListener("click", () => this.choose(...changes));
      return button;
    }
  }

  customElements.define("gk-zoeker", Zoeker);
}
