// @ts-check
// The search dialog. Opens at once; catalogue and engine are fetched while the reader types
// (classic scripts: they work from a folder).
{
  const { el, typed } = Gk.dom;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../../", script.src).href; // this file stands in assets/js/zoeken
  const MANY = 12;
  const DOORS = [
    ["instrumenten/", "Instrumenten"], ["situaties/", "Situaties"],
    ["beginnen/", "Beginnen"],
  ];

  // What somebody may type, to press: that it may be a sentence, nobody knows.
  const EXAMPLES = ["iets van 30 minuten met 8 mensen", "niemand zegt wat hij denkt"];

  /**
   * The whole address of a page; in a folder without a server its file must be named.
   * @param {string} page
   */
  const address = (page) => {
    const [folder, anchor] = page.split("#");
    const file = location.protocol === "file:" ? "index.html" : "";
    return root + folder + file + (anchor ? `#${anchor}` : "");
  };

  /** @type {Promise<NonNullable<typeof Gk.search.engine>> | undefined} */
  let engine;
  function fetchEngine() {
    engine ??= Gk.load(Gk.search.parts ?? []).then(() => {
      if (!Gk.search.engine) throw Error();
      return Gk.search.engine;
    });
    engine.catch(() => { engine = undefined; });
    return engine;
  }

  fetchEngine().catch(() => {}); // while the dialog opens
  const input = el("input", {
    type: "text", id: "zoekveld", role: "combobox", autocomplete: "off", spellcheck: "false",
    dir: "auto", translate: "no",
    enterkeyhint: "search", "aria-expanded": "false", "aria-controls": "zoeklijst",
    "aria-autocomplete": "list",
  });
  const status = el("p", { role: "status", class: "zoek__status" });
  const list = el("div", {
    role: "listbox", id: "zoeklijst", "aria-label": "Gevonden", class: "zoek__lijst",
  });
  const facts = el("ul", { class: "zoek__feiten", "aria-label": "Wat ik uit je zin haal" });
  const deeper = el("button", {
    type: "button", class: "knop", hidden: "",
  }, "Zoek in de hele tekst");
  const doors = el("p", { class: "zoek__deuren" }, ...DOORS.map(([page, name]) =>
    el("a", { href: address(page) }, name)));
  const close = el("button", {
    type: "submit", class: "zoek__sluit", "aria-label": "Sluit het zoeken",
  }, "×");
  const dialog = el("dialog", { class: "zoek", "aria-label": "Zoeken" },
    el("form", { method: "dialog", class: "zoek__vorm" },
      el("label", { for: "zoekveld", class: "zoek__label" }, "Zoek een woord of een probleem"),
      el("div", { class: "zoek__balk" }, input, close)),
    facts, status, list, el("p", { class: "zoek__meer" }, deeper), doors);
  const style = el("link", { rel: "stylesheet", href: `${root}assets/css/zoeken.css` });
  const styled = new Promise((done) => { style.onload = style.onerror = done; });
  document.head.append(style);
  document.body.append(dialog);

  /** @param {Vondst} vondst @param {number} number */
  const option = (vondst, number) => {
    const above = [vondst.soort, vondst.faseEnDuur].filter(Boolean).join(", ");
    return el("a", {
      role: "option", id: `vondst-${number}`, tabindex: "-1", href: address(vondst.adres),
      class: "zoek__vondst",
    },
    el("span", { class: "zoek__soort" }, above),
    el("b", {}, vondst.titel),
    el("span", { class: "zoek__kort" }, vondst.kort));
  };

  /**
   * The finds, and how many there are.
   * @param {Vondsten} found @param {string} where
   * @param {string} which those shown are: of words that the catalogue does not hold none is best
   */
  function show({ aantal, vondsten }, where = "", which = "beste") {
    list.scrollTop = 0; // before the list changes: after it, this would cost a layout of the page
    list.replaceChildren(...vondsten.map(option));
    input.setAttribute("aria-expanded", String(aantal > 0));
    activate(aantal ? 0 : -1);
    const shown = aantal > MANY ? `, de ${which} ${MANY} staan hier` : "";
    status.textContent = `${aantal} gevonden${where}${shown}.`;
    doors.hidden = aantal > 0;
  }

  /** How a fact is shown: what it means, for that is not always what was typed. */
  const NAMES = /** @type {Record<string, (values: string) => string>} */ ({
    minuten: (values) => `hooguit ${values} minuten`,
    mensen: (values) => (values === "1" ? "1 persoon" : `${values} mensen`),
    plek: (values) => values,
    begeleiding: (values) => `zonder ${values === "zelf" ? "begeleider" : "expert"}`,
    voorbereiding: () => "zonder voorbereiding",
    fase: (values) => `fase ${values}`,
  });

  /** The text without the words that said a fact. @param {string} text @param {Feit} fact */
  const without = (text, { places }) =>
    text.trim().split(/\s+/).filter((_, place) => !places.includes(place)).join(" ");

  /**
   * The facts in a sentence, each a button that takes it off, and the way to all that fit.
   * @param {Feit[]} parts @param {Wensen} filters @param {number} many
   * @param {string} dropped a word with which none would fit
   */
  function showFacts(parts, filters, many, dropped) {
    const chips = parts.map((fact) => {
      const meant = NAMES[fact.name](fact.values.join(" of "));
      const chip = el("button", {
        type: "button", class: "zoek__feit", "aria-label": `Haal weg: ${meant}`,
      }, `${meant} ×`);
      chip.addEventListener("click", () => {
        input.value = without(input.value, fact);
        input.focus();
        answer();
      });
      return chip;
    });
    const query = new URLSearchParams(Object.entries(filters)
      .flatMap(([name, values]) => values.map((value) => [name, value])));
    const href = `${address("instrumenten/")}?${query}`;
    const fitting = many === 1 ? "het instrument dat past" : `de ${many} instrumenten die passen`;
    const all = el("a", { href }, `Bekijk ${fitting}`,
      ...dropped ? [" zonder '", typed(dropped), "'"] : []);
    const shown = chips.length && many ? [...chips, all] : chips;
    facts.replaceChildren(...shown.map((one) => el("li", {}, one)));
  }

  /** Behind what is said: texts to search for at a press. @param {string[]} texts */
  function offer(texts) {
    for (const text of texts) {
      const button = el("button", { type: "button", class: "zoek__nabij" }, text);
      button.addEventListener("click", () => {
        input.value = text;
        input.focus();
        answer();
      });
      status.append(button, " ");
    }
  }

  /** @param {string} text @param {string[]} near */
  function showNothing(text, near) {
    show({ aantal: 0, vondsten: [] });
    const next = near.length ? "Bedoel je: " : "Kijk bij:";
    status.replaceChildren("Niets gevonden voor '", typed(text), `'. ${next}`);
    offer(near);
  }

  function showDoors() {
    list.replaceChildren();
    facts.replaceChildren();
    status.replaceChildren("Typ een woord of een hele zin, zoals: ");
    offer(EXAMPLES);
    input.setAttribute("aria-expanded", "false");
    doors.hidden = false;
  }

  let turn = 0;
  async function answer() {
    const mine = (turn += 1);
    const text = input.value.trim();
    deeper.hidden = !text;
    if (!text) return showDoors();
    try {
      const machine = await fetchEngine();
      if (mine !== turn) return; // a later key won
      const found = machine.answer(text, MANY);
      const named = { ...found.filters, ...found.woord && { woord: [found.woord] } };
      const whole = machine.fit(named) > 0;
      const wishes = whole ? named : found.filters;
      showFacts(found.feiten, wishes, machine.fit(wishes), whole ? "" : found.woord);
      if (!found.aantal) return showNothing(text, machine.suggest(text));
      // Above it stands the way to what fits.
      show(found, found.feiten.length ? " in alles samen" : "");
      const none = whole ? "" : "Niets past bij alles. ";
      if (!found.past) status.prepend(`${none}Dit komt in de buurt. `);
    } catch {
      if (mine !== turn) return;
      status.textContent = "Zoeken lukt nu niet. Kijk bij:";
      doors.hidden = false;
    }
  }

  async function answerDeeper() {
    const mine = (turn += 1);
    const text = input.value.trim();
    try {
      const machine = await fetchEngine();
      if (!Gk.search.fullText) await Gk.load([`${root}zoeken/volledig.js`]);
      if (mine !== turn) return;
      const found = machine.findInFullText(text, Gk.search.fullText ?? {}, MANY);
      facts.replaceChildren();
      if (found.aantal) show(found, " in de hele tekst", "eerste");
      else showNothing(text, machine.suggest(text));
      input.focus();
    } catch {
      if (mine !== turn) return;
      status.textContent = "Zoeken in de hele tekst lukt nu niet. " +
        "Heb je verbinding? Probeer het dan nog eens.";
    }
  }

  showDoors();

  let active = -1;
  /** @param {number} number */
  function activate(number) {
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    active = number;
    const chosen = options[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", chosen.id);
  }

  input.addEventListener("input", answer);
  deeper.addEventListener("click", answerDeeper);
  input.addEventListener("keydown", (event) => {
    const many = list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && many) {
      event.preventDefault();
      activate((active + step + many) % many);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      /** @type {HTMLAnchorElement | undefined} */ (list.children[active])?.click();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside the panel
  });

  dialog.addEventListener("close", () => {
    const focused = document.activeElement; // opened by keys from nowhere: focus cannot return
    if (focused !== document.body && !dialog.contains(focused)) return;
    /** @type {HTMLElement | null} */ (document.querySelector("[data-gk-zoek]"))?.focus();
  });

  Gk.search.open = async () => {
    await styled;
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    return input;
  };
}
