// @ts-check
// The cards of the finder, and how they stand: in groups as the page has them, in groups by what
// was asked for, or in one list with the best first.

const Instrumentenlijst = (() => {
  /** @typedef {InstrumentKaart} Card */
  /** @typedef {Map<string, number> | undefined} Places of each address for a word */

  const { el } = Gk.dom;
  const MOST_NEARLY = 3;
  const GROUPS = ["fase", "conditie"]; // when asked for, these say how the list is divided
  const byName = (/** @type {Card} */ a, /** @type {Card} */ b) =>
    a.name.localeCompare(b.name, "nl");
  /** @type {Record<string, (a: Card, b: Card) => number>} */
  const ORDERS = {
    duur: (a, b) => Number(a.data.duur) - Number(b.data.duur) || byName(a, b),
    naam: byName,
  };

  /** Without the places where a long word may break. @param {string} text */
  const whole = (text) => text.replaceAll("\u00ad", "");

  /** As the search compares it, or nearly so while that is on its way. @param {string} text */
  const fold = (text) => Gk.folding?.fold(text) ?? whole(text).toLowerCase();

  /**
   * What a card says, folded: in our words, and in those of a browser that translates the page. Its
   * button says the same on every card.
   * @param {HTMLElement} element
   */
  const textOf = (element) => {
    const parts = [...element.children].filter((part) => !part.matches("button"));
    const text = () => parts.map(({ textContent }) => textContent).join(" ");
    const ours = text();
    /** @type {Record<string, string>} */
    let folded = {};
    return () => {
      const now = text();
      const key = `${now}${Boolean(Gk.folding)}`;
      if (!(key in folded)) folded = { [key]: fold(`${ours} ${now}`) };
      return folded[key];
    };
  };

  /** @param {HTMLElement} element @returns {Card} */
  const cardOf = (element) => ({
    ...Gk.passend.of(element.dataset),
    element,
    name: whole(element.querySelector(".kaartje__titel")?.textContent ?? ""),
    adres: `instrumenten/${element.querySelector("button")?.dataset.gkKist}/`,
    text: textOf(element),
    home: /** @type {HTMLElement} */ (element.parentElement),
  });

  /** The best for a word first. @param {Card[]} cards @param {Places} places */
  const byPlace = (cards, places) => {
    const of = (/** @type {Card} */ { adres }) => places?.get(adres) ?? Infinity;
    return [...cards].sort((a, b) => of(a) - of(b));
  };

  return class {
    sorted = el("ul", { class: "kaartjes" });

    /**
     * @param {HTMLElement} root
     * @param {(name: string, value: string) => Child} nameOf the words of a value, for a heading
     */
    constructor(root, nameOf) {
      this.root = root;
      this.nameOf = nameOf;
      this.cards = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".kaartje"))]
        .map(cardOf);
      this.nearly = /** @type {HTMLElement} */ (root.querySelector(".zoeker__bijna"));
      this.nearly.after(this.sorted);
    }

    /** @param {Card[]} chosen @param {Wensen} wishes @param {Places} places */
    show(chosen, wishes, places) {
      const by = wishes.volgorde?.[0] ?? "";
      if (by in ORDERS) this.inOneList([...chosen].sort(ORDERS[by]));
      else if (wishes.woord) this.inOneList(byPlace(chosen, places));
      else this.inGroups(chosen, wishes);
      this.only(chosen);
      this.nearly.hidden = true;
    }

    /** What would fit with a wish less. @param {Card[]} cards @param {Places} places */
    showNearly(cards, places) {
      const shown = byPlace([...new Set(cards)], places).slice(0, MOST_NEARLY);
      this.inOneList(shown);
      this.only(shown);
      this.nearly.hidden = false;
    }

    /** @param {Card[]} list */
    inOneList(list) {
      this.sorted.append(...list.map(({ element }) => element));
    }

    /** @param {Card[]} list @param {Wensen} wishes */
    inGroups(list, wishes) {
      const name = GROUPS.find((one) => wishes[one]);
      if (!name) {
        for (const { home, element } of this.cards) home.append(element);
        return;
      }
      const values = (/** @type {Card} */ card) => [...card.sets[name] ?? []];
      const place = (/** @type {Card} */ card) =>
        values(card).findIndex((value) => wishes[name].includes(value));
      // First those of which it is the main value.
      for (const card of [...list].sort((a, b) => place(a) - place(b))) {
        this.listOf(name, values(card)[place(card)]).append(card.element);
      }
    }

    /** The list under the heading of a value. @param {string} name @param {string} value */
    listOf(name, value) {
      const id = `${name}-${value}`;
      if (!document.getElementById(id)) {
        const heading = el("h2", { id }, this.nameOf(name, value));
        this.root.append(el("section", { class: "zoeker__groep" },
          heading, el("ul", { class: "kaartjes" })));
      }
      return /** @type {HTMLElement} */ (document.getElementById(id)?.nextElementSibling);
    }

    /** Hide the other cards, and the headings above nothing. @param {Card[]} shown */
    only(shown) {
      const chosen = new Set(shown);
      for (const card of this.cards) card.element.hidden = !chosen.has(card);
      /** @type {NodeListOf<HTMLElement>} */
      const groups = this.root.querySelectorAll(".zoeker__groep");
      for (const group of groups) group.hidden = !group.querySelector(".kaartje:not([hidden])");
    }
  };
})();
