// @ts-check
// The search dialog. Opens at once; catalogue and engine are fetched while the reader types (classic scripts: they work from a folder).
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", script.src).href; // this file stands in assets/js
  const MANY = 12;
  const DOORS = [["instrumenten/", "Alle instrumenten"], ["situaties/", "Het loopt vast"], ["beginnen/", "Wij beginnen"]];

  /** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} inside */
  function make(tag, attributes = {}, ...inside) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  }

  /** The whole address of a page; in a folder without a server its file must be named. */
  function address(/** @type {string} */ page) {
    const [folder, anchor] = page.split("#");
    return root + folder + (location.protocol === "file:" ? "index.html" : "") + (anchor ? `#${anchor}` : "");
  }

  /** Scripts that are fetched together and run in this order. */
  const load = (/** @type {string[]} */ ...paths) => Promise.all(paths.map((path) => new Promise((done, fail) => {
    const element = make("script", { src: root + path });
    element.async = false;
    element.onload = () => done(null);
    element.onerror = fail;
    document.head.append(element);
  })));

  /** @type {Promise<any> | undefined} */
  let engine;
  function fetchEngine() {
    engine ??= load("zoeken/catalogus.js", "assets/js/zoekmachine.js")
      .then(() => /** @type {any} */ (window).gkZoekmachine);
    engine.catch(() => { engine = undefined; });
    return engine;
  }

  fetchEngine().catch(() => {}); // while the dialog opens
  const input = make("input", {
    type: "text", id: "zoekveld", role: "combobox", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
    "aria-expanded": "false", "aria-controls": "zoeklijst", "aria-autocomplete": "list",
  });
  const status = make("p", { role: "status", class: "zoek__status" });
  const list = make("div", { role: "listbox", id: "zoeklijst", "aria-label": "Gevonden", class: "zoek__lijst" });
  const deeper = make("button", { type: "button", class: "knop", hidden: "" }, "Zoek in de hele tekst");
  const doors = make("p", { class: "zoek__deuren" }, ...DOORS.map(([page, name]) => make("a", { href: address(page) }, name)));
  const close = make("button", { type: "submit", class: "zoek__sluit", "aria-label": "Sluit het zoeken" }, "×");
  const dialog = make("dialog", { class: "zoek", "aria-label": "Zoeken" },
    make("form", { method: "dialog", class: "zoek__vorm" },
      make("label", { for: "zoekveld", class: "zoek__label" }, "Zoek een woord of een probleem"), make("div", { class: "zoek__balk" }, input, close)),
    status, list, make("p", { class: "zoek__meer" }, deeper), doors);
  const style = make("link", { rel: "stylesheet", href: `${root}assets/css/zoeken.css` });
  const styled = new Promise((done) => { style.onload = style.onerror = done; });
  document.head.append(style);
  document.body.append(dialog);

  function option(/** @type {any} */ find, /** @type {number} */ number) {
    const facts = [find.soort, find.feiten].filter(Boolean).join(", ");
    return make("a", { role: "option", id: `vondst-${number}`, tabindex: "-1", href: address(find.adres), class: "zoek__vondst" },
      make("span", { class: "zoek__soort" }, facts), make("b", {}, find.titel), make("span", { class: "zoek__kort" }, find.kort));
  }

  function show(/** @type {{aantal: number, vondsten: any[]}} */ found, /** @type {string} */ where) {
    list.scrollTop = 0; // before the list changes: after it, this would cost a layout of the page
    list.replaceChildren(...found.vondsten.map(option));
    input.setAttribute("aria-expanded", String(found.aantal > 0));
    activate(found.aantal ? 0 : -1);
    const shown = found.aantal > MANY ? `, de beste ${MANY} staan hier` : "";
    status.textContent = `${found.aantal} gevonden${where}${shown}.`;
    doors.hidden = found.aantal > 0;
  }

  function showNothing(/** @type {string} */ text, /** @type {string[]} */ near) {
    show({ aantal: 0, vondsten: [] }, "");
    status.textContent = `Niets gevonden voor '${text}'.${near.length ? " Bedoel je: " : " Kies een deur:"}`;
    for (const word of near) {
      const button = make("button", { type: "button", class: "zoek__nabij" }, word);
      button.addEventListener("click", () => {
        input.value = word;
        input.focus();
        answer();
      });
      status.append(button, " ");
    }
  }

  let turn = 0;
  async function answer() {
    const mine = (turn += 1);
    const text = input.value.trim();
    deeper.hidden = !text;
    if (!text) {
      list.replaceChildren();
      status.textContent = "";
      input.setAttribute("aria-expanded", "false");
      doors.hidden = false;
      return;
    }
    try {
      const machine = await fetchEngine();
      if (mine !== turn) return; // a later key won
      const found = machine.zoek(text, MANY);
      if (found.aantal) show(found, "");
      else showNothing(text, machine.nabij(text));
    } catch {
      status.textContent = "Zoeken lukt nu niet. Kies een deur:";
      doors.hidden = false;
    }
  }

  async function answerDeeper() {
    const mine = (turn += 1);
    const text = input.value.trim();
    try {
      const machine = await fetchEngine();
      if (!(/** @type {any} */ (window).gkVolledig)) await load("zoeken/volledig.js");
      if (mine !== turn) return;
      const found = machine.zoekVolledig(text, /** @type {any} */ (window).gkVolledig, MANY);
      if (found.aantal) show(found, " in de hele tekst");
      else showNothing(text, machine.nabij(text));
      input.focus();
    } catch {
      status.textContent = "Zoeken in de hele tekst lukt nu niet.";
    }
  }

  let active = -1;
  function activate(/** @type {number} */ number) {
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
    const focused = document.activeElement; // opened by keys from nowhere: the focus has no place to return to
    if (focused !== document.body && !dialog.contains(focused)) return;
    /** @type {HTMLElement | null} */ (document.querySelector("[data-gk-zoek]"))?.focus();
  });

  Object.assign(window, {
    gkZoeken: async () => {
      await styled;
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
      return input;
    },
  });
}
