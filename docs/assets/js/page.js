// @ts-check
// What every page needs of a script: light or dark, menu, wide tables, the buttons that only make
// sense with one (search, print, share, copy). Fetched right below the buttons of the header: what
// would be seen to change runs before the page is painted, the rest when the page is there.
// Numbers: the list of theme defects in ARCHITECTURE.md.

/** What our scripts share; gk.d.ts lists it. */
var Gk = /** @type {Shared} */ ({ search: {} });
{
  /** @type {Shared["dom"]["set"]} */
  const set = (node, attributes) => {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
    return node;
  };

  /** Makes elements of one kind; text is always text. @param {string} space */
  const maker = (space) => {
    /** @param {string} tag @param {Attributes} attributes @param {Child[]} children */
    const make = (tag, attributes = {}, ...children) => {
      const node = set(document.createElementNS(space, tag), attributes);
      node.append(...children);
      return node;
    };
    return make;
  };

  const el = /** @type {Shared["dom"]["el"]} */ (maker("http://www.w3.org/1999/xhtml"));

  // Scripts run in this order; the promise is kept when the last of scripts and styles is there.
  Gk.load = (sources) => Promise.all(sources.map((src) => new Promise((onload, onerror) => {
    const node = src.endsWith(".css")
      ? el("link", { rel: "stylesheet", href: src }) : el("script", { src });
    document.head.append(Object.assign(node, { async: false, onload, onerror }));
  })));

  Gk.dom = {
    set,
    el,
    svg: /** @type {Shared["dom"]["svg"]} */ (maker("http://www.w3.org/2000/svg")),
    typed: (text) => el("bdi", { translate: "no", class: "notranslate" }, text),
    isolate: (text) =>
      (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text),
  };
}
{
  const { el } = Gk.dom;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const own = script.src;
  const PATIENCE = 3000; // ms
  const first = (/** @type {string} */ selector) =>
    /** @type {HTMLElement | null} */ (document.querySelector(selector));
  const all = (/** @type {string} */ selector) =>
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));

  /** @type {Promise<unknown> | undefined} */
  let search;

  // The search is fetched when somebody reaches for it, not before. What answers a question comes
  // along, in the order in which it runs; its button in the header names it, zoeken.js asks for it.
  function fetchSearch() {
    if (search) return search;
    const engine = first(".zoekopen")?.dataset.gkZoek?.split(" ") ?? [];
    Gk.search.parts = [
      new URL("../../zoeken/catalogus.js", own).href,
      ...engine.map((path) => new URL(path, document.baseURI).href),
    ];
    for (const href of Gk.search.parts) {
      document.head.append(el("link", { rel: "preload", as: "script", href }));
    }
    search = Gk.load([new URL("zoeken/zoeken.js", own).href]);
    search.catch(() => { search = undefined; }); // no network: the next try asks again
    return search;
  }

  const label = first(".zoekopen span");
  const words = label?.textContent ?? "";
  /** What failed, or without a text what the button is for. @param {string} text */
  function sayOnButton(text) {
    if (!label) return;
    label.textContent = text || words;
    label.parentElement?.classList.toggle("zoekopen--zegt", Boolean(text)); // seen on a phone too
  }

  /** @type {string | undefined} */
  let early; // what is typed between asking for the search and seeing it
  async function openSearch() {
    early ??= "";
    try {
      await fetchSearch();
      const input = await Gk.search.open?.();
      if (!input) throw Error();
      sayOnButton("");
      if (!early) return;
      input.value = early;
      input.dispatchEvent(new Event("input"));
    } catch {
      sayOnButton("Zoeken lukt nu niet. Probeer het nog eens");
    } finally {
      early = undefined;
    }
  }

  addEventListener("keydown", (event) => {
    if (!event.key) return; // autofill sends events without a key
    const command = event.ctrlKey || event.metaKey;
    if (event.key.toLowerCase() === "k" && command) {
      event.preventDefault();
      openSearch();
    } else if (early !== undefined && event.key.length === 1 && !command && !event.altKey &&
      !(/** @type {Element} */ (event.target).matches("input, textarea, select"))) {
      event.preventDefault();
      early += event.key;
    }
  });

  /** @type {Promise<unknown> | undefined} */
  let terms;

  // A term explains itself without leaving the page (begrip.js); a new tab may still be asked for.
  async function explain(/** @type {MouseEvent} */ event) {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest("a.term"));
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!link || ctrlKey || metaKey || shiftKey || altKey || !("popover" in link)) return;
    event.preventDefault();
    terms ??= Gk.load([new URL("begrip.js", own).href]);
    try {
      await terms;
      Gk.term?.(link);
    } catch {
      location.assign(link.href);
    }
  }
  addEventListener("click", explain);

  // Light or dark: what was chosen before, else what the device asks for.
  function colours() {
    const KEY = "/.__palette"; // where the theme kept it: what a reader chose then still counts
    const button = first(".kleurknop");
    if (!button) return;
    button.hidden = false;

    const stored = () => {
      try {
        return JSON.parse(localStorage.getItem(KEY) ?? "null")?.index;
      } catch {
        return null; // storage blocked, or not ours: follow the device
      }
    };

    const show = (/** @type {boolean} */ dark) => {
      document.body.dataset.mdColorScheme = dark ? "slate" : "default";
      button.setAttribute("aria-pressed", String(dark));
    };

    const kept = stored();
    const asked = () => matchMedia("(prefers-color-scheme: dark)").matches;
    let dark = kept === 0 || kept === 1 ? kept === 1 : asked();
    show(dark);
    button.addEventListener("click", () => {
      show(dark = !dark);
      try {
        localStorage.setItem(KEY, JSON.stringify({ index: Number(dark) }));
      } catch {
        // storage blocked: this page only
      }
    });
  }

  // The menu opens where the reader is. Only the menu scrolls, never the page.
  function here() {
    const place = [...all(".md-nav--primary [aria-current]")].pop();
    const menu = place?.closest(".md-sidebar__scrollwrap");
    if (!place || !menu) return;
    const below = place.getBoundingClientRect().bottom - menu.getBoundingClientRect().top;
    menu.scrollTop += below - menu.clientHeight * 0.7;
  }

  // 1: the button says whether the menu is open; Escape closes it, and focus goes back to what
  // opened it.
  function menu() {
    const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
    const button = first(".menuknop");
    if (!toggle || !button) return;
    button.hidden = false;
    const turn = (/** @type {boolean} */ open) => {
      toggle.checked = open;
      toggle.dispatchEvent(new Event("change"));
    };
    button.addEventListener("click", () => turn(!toggle.checked));
    toggle.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(toggle.checked));
      here();
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      turn(false);
      button.focus();
    });
  }

  // 7: a wide table scrolls in a box of its own that can be reached by keyboard.
  function wrapTables() {
    for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
      const inside = el("div", { class: "md-typeset__table" }); // the theme makes it ordinary again
      table.replaceWith(el("div", { class: "md-typeset__scrollwrap" }, inside));
      inside.append(table);
    }
  }

  function reachable() {
    all(".md-typeset__scrollwrap").forEach((box, number) => {
      if (box.scrollWidth <= box.clientWidth + 1) {
        for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
        return;
      }
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", `Schuif opzij om alles te zien (${number + 1})`);
    });
  }

  function ownButtons() {
    for (const button of all("[data-gk-print], [data-gk-zoek], [data-gk-deel]")) {
      button.hidden = false;
      const searches = "gkZoek" in button.dataset, shares = "gkDeel" in button.dataset;
      button.addEventListener("click", () =>
        (searches ? openSearch() : shares ? share(button) : print()));
      if (searches) button.addEventListener("pointerenter", fetchSearch, { once: true });
    }
  }

  /** What stands in an element, or what a reader made of it. @param {HTMLElement} text */
  const said = (text) =>
    (text instanceof HTMLTextAreaElement ? text.value : text.textContent ?? "");

  // A browser that lets no page copy, as over plain http, gets the text selected.
  function copyButtons() {
    for (const button of all("[data-gk-kopieer]")) {
      const text = document.getElementById(button.dataset.gkKopieer ?? "");
      const status = button.nextElementSibling;
      if (!text || !status) continue;
      button.hidden = false;
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(said(text));
          status.textContent = button.dataset.klaar ?? "";
        } catch {
          if (text instanceof HTMLTextAreaElement) text.select();
          else getSelection()?.selectAllChildren(text);
          status.textContent = button.dataset.zelf ?? "";
        }
      });
    }
  }

  // In a folder the address is that of the published page: another has no such folder.
  Gk.address = () => {
    const canonical = /** @type {HTMLLinkElement | null} */ (first("link[rel=canonical]"));
    const here = location.protocol === "file:" && canonical || location;
    return here.href.split(/[?#]/)[0];
  };

  /** With the window of the device, where it has one; else the link is copied, or shown. */
  async function share(/** @type {HTMLElement} */ button) {
    const url = Gk.address() + location.search; // with filters, without answers behind a #
    let done = "";
    try {
      if (navigator.share) await navigator.share({ title: document.title, url });
      else {
        await navigator.clipboard.writeText(url);
        done = "De link is gekopieerd.";
      }
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") done = `Kopieer dit adres: ${url}`;
    }
    if (button.nextElementSibling) button.nextElementSibling.textContent = done;
  }

  // What is folded on the screen stands open on paper.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not([open])")) {
      fold.setAttribute("open", "");
      addEventListener("afterprint", () => fold.removeAttribute("open"), { once: true });
    }
  });

  const html = document.documentElement;
  html.classList.replace("no-js", "js");
  html.classList.toggle("met-adres", /^#\w+=/.test(location.hash));
  colours();
  menu();

  /** @type {Map<HTMLInputElement, object>} what a reader did before its script was there */
  const begun = new Map();
  const WAITING = "[data-gk-kist]:not([aria-label]), :not(:defined) .zoeker__meer";
  const notice = (/** @type {Event} */ { type, target }) => {
    const place = /** @type {HTMLInputElement} */ (target);
    const node = type === "input" ? place : place.closest(/** @type {"input"} */ (WAITING));
    if (!node?.closest("#inhoud")) return;
    begun.delete(node); // the last of two answers counts
    begun.set(node, type === "input" ? { value: node.value, checked: node.checked } : {});
  };
  for (const type of ["click", "input"]) addEventListener(type, notice, true);

  /** Do it again, for a script begins with what is stored. */
  function redo() {
    for (const type of ["click", "input"]) removeEventListener(type, notice, true);
    for (const [node, state] of begun) {
      const done = node.getAttribute("aria-pressed") === "true"; // a sheet that was chosen before
      if (node.type === "button" && !done) node.click();
      else for (const type of ["input", "change"]) {
        Object.assign(node, state).dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
  }

  // The scripts of components: fetched with the page they would keep its first view waiting.
  function components() {
    const { stijl, straks } = script.dataset;
    if (stijl) Gk.load([stijl]).catch(() => {}); // no network: it looks plain
    // No network: the page can be read.
    if (straks) Gk.load(straks.split(" ")).then(redo, () => html.classList.remove("met-adres"));
  }

  document.addEventListener("readystatechange", () => {
    here();
    document.fonts.ready.then(here); // with other letters it stands elsewhere
    ownButtons();
    copyButtons();
    wrapTables();
    reachable();
    components();
  }, { once: true });
  addEventListener("resize", reachable);

  // The copy for reading without a network (macros/theme/sw-aan.js) waits: what a reader does first
  // goes before it. In a folder it is refused.
  const copy = () =>
    navigator.serviceWorker?.register(new URL("../../sw.js", own)).catch(() => {});
  addEventListener("load", () => setTimeout(copy, PATIENCE));
  // So does what a phone needs to keep the site among its programs (macros/feeds/web_manifest.py).
  if (location.protocol !== "file:") {
    const href = new URL("../../manifest.json", own).href;
    addEventListener("load", () => document.head.append(el("link", { rel: "manifest", href })));
  }
}
