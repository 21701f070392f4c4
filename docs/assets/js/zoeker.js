// @ts-check
// <gk-zoeker>: facets over the cards that stand in the page. Or within a facet, and between facets. The address keeps the choice.
{
  const all = (/** @type {ParentNode} */ from, /** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...from.querySelectorAll(selector)]);
  const fold = (/** @type {string} */ text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const ORDERS = /** @type {Record<string, (a: Kaart, b: Kaart) => number>} */ ({
    duur: (a, b) => Number(a.data.duur) - Number(b.data.duur) || a.naam.localeCompare(b.naam, "nl"),
    naam: (a, b) => a.naam.localeCompare(b.naam, "nl"),
  });
  /** @typedef {{element: HTMLElement, data: DOMStringMap, naam: string, tekst: string, thuis: HTMLElement, sets: Record<string, Set<string>>}} Kaart */
  /** @typedef {Record<string, string[]>} Wensen */

  class GkZoeker extends HTMLElement {
    connectedCallback() {
      if (this.form) return;
      const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.form = form;
      this.cards = all(this, ".kaartje").map(card);
      this.boxes = /** @type {HTMLInputElement[]} */ (all(form, "input[type=checkbox]"));
      this.sorted = document.createElement("ul");
      this.sorted.className = "kaartjes";
      this.append(this.sorted);
      const filters = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
      filters.open = matchMedia("(min-width: 45em)").matches;
      form.addEventListener("input", (event) => {
        const field = /** @type {HTMLInputElement} */ (event.target);
        const typed = field.matches("[type=text], [type=number]");
        if (field.type === "checkbox" && !field.checked) this.letGo(field.name);
        this.refresh();
        this.writeAddress(typed ? "replaceState" : "pushState"); // Back undoes a click, not a letter
      });
      const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
      this.show = /** @type {HTMLElement} */ (form.querySelector(".zoeker__toon"));
      this.show.addEventListener("click", () => {
        filters.open = false;
        status.focus({ preventScroll: true });
        status.parentElement?.scrollIntoView();
      });
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("reset", () => setTimeout(() => {
        (filters.open ? /** @type {HTMLElement} */ (this.show) : status).focus({ preventScroll: true }); // the button that had it goes
        this.refresh();
        this.writeAddress("pushState");
      }));
      addEventListener("popstate", () => this.readAddress());
      this.readAddress();
    }

    readAddress() {
      const asked = new URLSearchParams(location.search);
      for (const field of /** @type {HTMLInputElement[]} */ (all(this.form, "input, select"))) {
        if (field.type === "checkbox") field.checked = asked.getAll(field.name).includes(field.value);
        else field.value = asked.get(field.name) ?? "";
        if (field.matches("select") && field.value !== (asked.get(field.name) ?? "")) field.value = "";
      }
      this.refresh();
    }

    writeAddress(/** @type {"pushState" | "replaceState"} */ method) {
      const query = String(new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(this.form)].filter(([, value]) => value))));
      history[method](history.state, "", location.pathname + (query ? `?${query}` : "") + location.hash);
    }

    /** @returns {Wensen} */
    wishes() {
      /** @type {Wensen} */
      const wishes = {};
      for (const [name, value] of new FormData(this.form)) if (value) (wishes[name] ??= []).push(String(value));
      return wishes;
    }

    /** What stays ticked in a facet may give nothing: then the facet goes as a whole, so no click ends in nothing. */
    letGo(/** @type {string} */ name) {
      const wishes = this.wishes();
      const some = (/** @type {string} */ skip) => this.cards.some((one) => fits(one, wishes, skip));
      if (some("") || !some(name)) return;
      for (const box of this.boxes) if (box.name === name) box.checked = false;
    }

    refresh() {
      const wishes = this.wishes();
      const shown = this.cards.filter((one) => fits(one, wishes));
      const chosen = new Set(shown);
      for (const one of this.cards) one.element.hidden = !chosen.has(one);
      this.count(wishes);
      this.order(wishes.volgorde?.[0] ?? "");
      this.say(shown.length, wishes);
    }

    /** Beside each value how many cards it would give; a value that gives none cannot be chosen. */
    count(/** @type {Wensen} */ wishes) {
      /** @type {Record<string, Kaart[]>} */
      const open = {};
      for (const box of this.boxes) {
        open[box.name] ??= this.cards.filter((one) => fits(one, wishes, box.name));
        const many = open[box.name].filter((one) => one.sets[box.name]?.has(box.value)).length;
        const label = box.parentElement?.querySelector("b");
        if (label) label.textContent = String(many);
        box.disabled = !many && !box.checked;
      }
    }

    order(/** @type {string} */ name) {
      const sorting = ORDERS[name];
      if (sorting) this.sorted.append(...[...this.cards].sort(sorting).map((one) => one.element));
      else for (const one of this.cards) one.thuis.append(one.element);
      for (const group of all(this, ".zoeker__groep")) group.hidden = !group.querySelector(".kaartje:not([hidden])");
    }

    say(/** @type {number} */ many, /** @type {Wensen} */ wishes) {
      const status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
      const text = many === 1 ? "1 instrument" : `${many} instrumenten`;
      status.textContent = many ? text : `Geen instrument past hierbij. ${this.advice(wishes)}`;
      const { show } = this;
      if (show) show.textContent = `Toon ${text}`;
      if (show) show.hidden = !many;
      const reset = /** @type {HTMLElement} */ (this.querySelector("[type=reset]"));
      reset.hidden = !Object.keys(wishes).length;
    }

    /** What to let go: each wish without which there would be something. */
    advice(/** @type {Wensen} */ wishes) {
      const typed = /** @type {Record<string, string>} */ ({ woord: "kies een ander woord", minuten: "neem meer tijd", mensen: "kies een andere groep" });
      const ticked = (/** @type {string} */ name) => this.boxes.filter((box) => box.name === name && box.checked).map((box) => box.nextElementSibling?.firstChild?.textContent?.trim());
      const helps = Object.keys(wishes).filter((name) => this.cards.some((one) => fits(one, wishes, name)));
      const text = helps.map((name) => typed[name] ?? `zet ${ticked(name).join(" en ")} uit`).join(" of ") || "wis een paar filters";
      return `${text[0].toUpperCase()}${text.slice(1)}.`;
    }
  }

  /** @returns {Kaart} */
  function card(/** @type {HTMLElement} */ element) {
    const sets = Object.fromEntries(Object.entries(element.dataset).map(([name, value]) => [name, new Set((value ?? "").split(" "))]));
    const naam = element.querySelector(".kaartje__titel")?.textContent ?? "";
    const thuis = /** @type {HTMLElement} */ (element.parentElement);
    return { element, data: element.dataset, naam, tekst: fold(element.textContent ?? ""), thuis, sets };
  }

  /** Does a card answer all wishes? `skip` leaves one facet out, to count its values. */
  function fits(/** @type {Kaart} */ one, /** @type {Wensen} */ wishes, skip = "") {
    return Object.entries(wishes).every(([name, values]) => {
      if (name === skip || name === "volgorde") return true;
      if (name === "woord") return fold(values[0]).split(/\s+/).every((word) => one.tekst.includes(word));
      if (name === "minuten") return Number(one.data.minuten) <= Number(values[0]);
      if (name === "mensen") return Number(one.data.min) <= Number(values[0]) && Number(values[0]) <= Number(one.data.max);
      return values.some((value) => one.sets[name]?.has(value));
    });
  }

  customElements.get("gk-zoeker") ?? customElements.define("gk-zoeker", GkZoeker);
}
