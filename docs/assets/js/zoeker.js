// @ts-check
// <gk-zoeker>: facets over the cards that stand in the page. Or within a facet, and between facets.
// The address keeps the choice.
{
  /**
   * @typedef {{element: HTMLElement, data: DOMStringMap, name: string, text: () => string,
   *   home: HTMLElement, sets: Record<string, Set<string>>}} Card
   * @typedef {Record<string, string[]>} Wishes
   */

  /** @template {HTMLElement} T @param {ParentNode} from @param {string} selector @returns {T[]} */
  const all = (from, selector) =>
    [.../** @type {NodeListOf<T>} */ (from.querySelectorAll(selector))];
  const byName = (/** @type {Card} */ a, /** @type {Card} */ b) =>
    a.name.localeCompare(b.name, "nl");
  /** @type {Record<string, (a: Card, b: Card) => number>} */
  const ORDERS = {
    duur: (a, b) => Number(a.data.duur) - Number(b.data.duur) || byName(a, b),
    naam: byName,
  };
  /** @type {Record<string, string>} */
  const LET_GO = {
    woord: "kies een ander woord", minuten: "neem meer tijd", mensen: "kies een andere groep",
  };

  /**
   * What a card says, folded: in our words, and in those of a browser that translates the page. Its
   * button says the same on every card.
   * @param {HTMLElement} element
   */
  const textOf = (element) => {
    const parts = [...element.children].filter((part) => !part.matches("button"));
    const text = () => parts.map(({ textContent }) => textContent).join(" ");
    const ours = text();
    let [seen, folded] = ["", ""];
    return () => {
      const now = text();
      if (now !== seen) [seen, folded] = [now, Gk.folding.fold(`${ours} ${now}`)];
      return folded;
    };
  };

  /** @param {HTMLElement} element @returns {Card} */
  const cardOf = (element) => ({
    element,
    data: element.dataset,
    name: element.querySelector(".kaartje__titel")?.textContent ?? "",
    text: textOf(element),
    home: /** @type {HTMLElement} */ (element.parentElement),
    sets: Object.fromEntries(Object.entries(element.dataset)
      .map(([name, value = ""]) => [name, new Set(value.split(" "))])),
  });

  /**
   * Minutes that an instrument takes with so many people, preparation included: as duur_met() in
   * macros/model/instrument.py.
   * @param {DOMStringMap} data @param {number} people 0 when not given: then the smallest group
   */
  const minutesWith = ({ minuten, extra, min, max }, people) =>
    Math.ceil(Number(minuten) + Number(extra) * (
      Math.min(Math.max(people, Number(min)), Number(max)) - Number(min)));

  /**
   * Does a card answer all wishes? `skip` leaves one facet out, to count its values.
   * @param {Card} card @param {Wishes} wishes
   */
  const fits = ({ data, text, sets }, wishes, skip = "") =>
    Object.entries(wishes).every(([name, values]) => {
      const [first, number] = [values[0], Number(values[0])];
      if (name === skip || name === "volgorde") return true;
      if (name === "woord") return Gk.folding.words(first).every((word) => text().includes(word));
      if (name === "minuten") return minutesWith(data, Number(wishes.mensen?.[0] ?? 0)) <= number;
      if (name === "mensen") return Number(data.min) <= number && number <= Number(data.max);
      return values.some((value) => sets[name]?.has(value));
    });

  class Zoeker extends HTMLElement {
    form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    filters = /** @type {HTMLDetailsElement} */ (this.form.querySelector("details"));
    status = /** @type {HTMLElement} */ (this.form.querySelector("[role=status]"));
    results = /** @type {HTMLElement} */ (this.form.querySelector(".zoeker__toon")); // a button
    /** @type {HTMLInputElement[]} */
    boxes = all(this.form, "input[type=checkbox]");
    cards = all(this, ".kaartje").map(cardOf);
    sorted = Gk.dom.el("ul", { class: "kaartjes" });
    listening = new AbortController();

    constructor() {
      super();
      this.append(this.sorted);
      this.filters.open = matchMedia("(min-width: 45em)").matches;
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
      form.addEventListener("submit", (event) => event.preventDefault(), options);
      form.addEventListener("reset", () => setTimeout(() => this.reset()), options);
      this.results.addEventListener("click", () => this.showResults(), options);
      addEventListener("popstate", () => this.readAddress(), options);
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      const text = field.matches("[type=text], [type=number]");
      if (field.type === "checkbox" && !field.checked) this.letGo(field.name);
      this.refresh();
      // Back undoes a click, not a letter.
      this.writeAddress(text ? "replaceState" : "pushState");
    }

    reset() {
      // The button that had the focus goes.
      (this.filters.open ? this.results : this.status).focus({ preventScroll: true });
      this.refresh();
      this.writeAddress("pushState");
    }

    showResults() {
      this.filters.open = false;
      this.status.focus({ preventScroll: true });
      this.status.parentElement?.scrollIntoView();
    }

    readAddress() {
      const asked = new URLSearchParams(
        Gk.links.query(location.search, (name, value) => this.meant(name, value)));
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

    wishes() {
      /** @type {Wishes} */
      const wishes = {};
      for (const [name, value] of new FormData(this.form)) {
        if (value) (wishes[name] ??= []).push(String(value));
      }
      return wishes;
    }

    /**
     * What stays ticked in a facet may give nothing: then the facet goes as a whole, so that a
     * click never yields an empty list.
     * @param {string} name
     */
    letGo(name) {
      const wishes = this.wishes();
      const some = (skip = "") => this.cards.some((card) => fits(card, wishes, skip));
      if (some() || !some(name)) return;
      for (const box of this.boxes) if (box.name === name) box.checked = false;
    }

    refresh() {
      const wishes = this.wishes();
      const chosen = new Set(this.cards.filter((card) => fits(card, wishes)));
      for (const card of this.cards) card.element.hidden = !chosen.has(card);
      this.count(wishes);
      this.order(wishes.volgorde?.[0] ?? "");
      this.say(chosen.size, wishes);
    }

    /**
     * Beside each value how many cards it would give; a value that gives none cannot be chosen.
     * @param {Wishes} wishes
     */
    count(wishes) {
      /** @type {Record<string, Card[]>} */
      const open = {};
      for (const box of this.boxes) {
        open[box.name] ??= this.cards.filter((card) => fits(card, wishes, box.name));
        const many = open[box.name].filter((card) => card.sets[box.name]?.has(box.value)).length;
        const label = box.parentElement?.querySelector("b");
        if (label) label.textContent = String(many);
        box.disabled = !many && !box.checked;
      }
    }

    /** @param {string} name */
    order(name) {
      const sorted = name in ORDERS && [...this.cards].sort(ORDERS[name]);
      for (const { home, element } of sorted || this.cards) {
        (sorted ? this.sorted : home).append(element);
      }
      for (const group of all(this, ".zoeker__groep")) {
        group.hidden = !group.querySelector(".kaartje:not([hidden])");
      }
    }

    /** @param {number} many @param {Wishes} wishes */
    say(many, wishes) {
      const text = many === 1 ? "1 instrument" : `${many} instrumenten`;
      this.status.textContent = many
        ? text
        : `Geen instrument past hierbij. ${this.advice(wishes)}`;
      this.results.textContent = `Toon ${text}`;
      this.results.hidden = !many;
      const reset = /** @type {HTMLElement} */ (this.querySelector("[type=reset]"));
      reset.hidden = !Object.keys(wishes).length;
    }

    /** What to let go: each wish without which there would be something. @param {Wishes} wishes */
    advice(wishes) {
      const helps = Object.keys(wishes)
        .filter((name) => this.cards.some((card) => fits(card, wishes, name)))
        .map((name) => LET_GO[name] ?? `zet ${this.ticked(name).join(" en ")} uit`);
      const text = helps.join(" of ") || "wis een paar filters";
      return `${text[0].toUpperCase()}${text.slice(1)}.`;
    }

    /** The words of what is ticked in a facet. @param {string} name */
    ticked(name) {
      return this.boxes
        .filter((box) => box.name === name && box.checked)
        .map((box) => box.nextElementSibling?.firstChild?.textContent?.trim());
    }
  }

  customElements.define("gk-zoeker", Zoeker);
}
