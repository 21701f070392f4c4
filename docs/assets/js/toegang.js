// @ts-check
// Keyboard and screen-reader repairs of the theme, and the buttons that only make sense with a script.
{
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const first = (/** @type {string} */ selector, /** @type {ParentNode} */ from = document) =>
    /** @type {HTMLElement | null} */ (from.querySelector(selector));
  const box = (/** @type {string} */ id) => /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  const change = (/** @type {HTMLInputElement} */ input) => input.dispatchEvent(new Event("change", { bubbles: true }));

  // The search is fetched when somebody wants it, not before.
  function openSearch() {
    const open = () => /** @type {any} */ (window).gkZoeken?.();
    if ("gkZoeken" in window) return open();
    const script = document.createElement("script");
    script.src = new URL("zoeken.js", own).href;
    script.onload = open;
    document.head.append(script);
  }

  // 3: WCAG 2.1.4. The theme acts on the single keys n p . , s f / everywhere and cannot be told not to.
  addEventListener("keydown", (event) => {
    if (!event.key) return; // autofill sends such events
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const single = event.key.length === 1 && event.key !== " ";
    if (single && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopImmediatePropagation();
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      openSearch();
    }
  }, true);

  // 1: the menu label in the header becomes a real button that says whether it is open.
  function realButton() {
    const toggle = box("__drawer");
    const label = first(".md-header__button[for=__drawer]");
    if (!toggle || !label) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} menuknop`;
    button.dataset.voor = "__drawer";
    button.setAttribute("aria-label", "Menu");
    button.setAttribute("aria-expanded", String(toggle.checked));
    button.append(...[...label.childNodes].map((node) => node.cloneNode(true)));
    label.replaceWith(button);
    button.addEventListener("click", () => {
      toggle.checked = !toggle.checked;
      change(toggle);
    });
    toggle.addEventListener("change", () => button.setAttribute("aria-expanded", String(toggle.checked)));
  }

  // 1: Escape closes the menu, and focus goes back to what opened it.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const drawer = box("__drawer");
    if (drawer?.checked) {
      drawer.checked = false;
      change(drawer);
      first("[data-voor=__drawer]")?.focus();
    }
  });

  // 7: a table that scrolls sideways can be reached and scrolled by keyboard.
  function reachable() {
    const wide = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-typeset__scrollwrap"));
    wide.forEach((box, number) => {
      if (box.scrollWidth <= box.clientWidth + 1) return;
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", `Schuif opzij om alles te zien (${number + 1})`);
    });
  }

  // 9: section menus take their name from an empty label; give them the text of their title.
  function nameMenus() {
    for (const menu of document.querySelectorAll("nav.md-nav[aria-labelledby]")) {
      const title = first(":scope > .md-nav__title", menu);
      if (!title) continue;
      menu.removeAttribute("aria-labelledby");
      menu.setAttribute("aria-label", `Onderdeel: ${title.textContent?.trim()}`);
    }
  }

  function ownButtons() {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-gk-print], [data-gk-zoek]"))) {
      button.hidden = false;
      button.addEventListener("click", () => ("gkPrint" in button.dataset ? print() : openSearch()));
    }
  }

  // What is folded on the screen stands open on paper.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not([open])")) {
      fold.setAttribute("open", "");
      addEventListener("afterprint", () => fold.removeAttribute("open"), { once: true });
    }
  });

  realButton();
  nameMenus();
  ownButtons();
  reachable();
  addEventListener("resize", reachable);
  const text = document.getElementById("inhoud"); // the theme wraps tables when it gets round to it
  if (text) new MutationObserver(reachable).observe(text, { childList: true, subtree: true });
}
