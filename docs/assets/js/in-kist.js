// @ts-check
// On every page with a card or sheet: the buttons that put a sheet in the kist in use or take it
// out. Their words stand where it is said what happened, in the head of such a page (main.html).
{
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".mijnkist"));
  const news = /** @type {HTMLElement | null} */ (document.querySelector("[data-gk-kist-nieuws]"));
  const words = news?.dataset ?? {};
  const buttons = () =>
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-gk-kist]"));

  /**
   * What the button is about, for who does not see the card; without the places where it may break.
   * @param {Element} button
   */
  const titleBy = (button) =>
    (button.closest(".kaartje")?.querySelector("a") ?? document.querySelector("h1"))?.textContent
      ?.replaceAll("\u00ad", "");

  /** @param {Kist | undefined} kist */
  const sheetsOf = (kist) => (kist?.blokken ?? []).flatMap(({ blad }) => blad ?? []);

  function draw() {
    if (news) news.textContent = ""; // it may not be true any more
    const sheets = sheetsOf(Gk.kisten.current());
    for (const button of buttons()) {
      const within = String(sheets.includes(button.dataset.gkKist ?? ""));
      // Only what changes: a browser that translates may have other words there.
      const said = button.hasAttribute("aria-label") && button.getAttribute("aria-pressed");
      if (said === within) continue;
      button.textContent = (within === "true" ? words.staat : words.zet) ?? "";
      const name = `${button.textContent}: ${titleBy(button)?.trim()}`;
      Gk.dom.set(button, { "aria-pressed": within, "aria-label": name });
    }
  }

  /** Has only what the button gives. @param {Blok} blok */
  const isBare = (blok) => Object.keys(blok).length === 2;

  /**
   * Out of the kist, or in it before its closing. What a reader changed or wrote at a block is not
   * lost: such a block is parked, and comes back as it was.
   * @param {string} blad
   */
  function turn(blad) {
    const kist = Gk.kisten.current() ?? Gk.kisten.empty("");
    const ours = (/** @type {Blok} */ blok) => blok.blad === blad;
    const others = (/** @type {Blok} */ blok) => !ours(blok);
    const out = kist.blokken.filter(ours);
    const parked = out.filter((blok) => !isBare(blok));
    if (out.length) {
      const geparkeerd = [...kist.geparkeerd, ...parked];
      return say({ ...kist, blokken: kist.blokken.filter(others), geparkeerd },
        parked.length ? "parkeert" : "");
    }
    const back = kist.geparkeerd.filter(ours);
    const added = back.length ? back : [Gk.kisten.blok({ blad })];
    const geparkeerd = kist.geparkeerd.filter(others);
    const blokken = [...kist.blokken];
    blokken.splice(Gk.kisten.end(blokken), 0, ...added);
    return say({ ...kist, blokken, geparkeerd }, "erbij");
  }

  /** Store it, and say what cannot be seen. @param {Kist} kist @param {string} name */
  function say(kist, name) {
    const full = !Gk.kisten.fits(kist);
    const why = full ? "veel" : Gk.store.isNewer("kisten") ? "nieuwer" : "vol";
    const stored = Gk.kisten.put(kist);
    if (stored) dispatchEvent(new Event("gk-kist"));
    tell(stored ? name : why, sheetsOf(kist).length);
  }

  /** Say it; of a sheet that came in with the ways to go on. @param {string} name */
  function tell(name, /** @type {number} */ count) {
    if (!news || !link) return;
    news.textContent = (words[name] ?? "").replace("{}", String(count));
    if (name !== "erbij") return;
    news.append(Gk.dom.el("a", { href: link.href }, link.title));
    if (count < 2) return; // one is printed on its own page
    news.append(". ", Gk.dom.el("a", { href: `${link.href}#print` }, words.print ?? ""));
  }

  document.addEventListener("click", ({ target }) => {
    const node = /** @type {Element} */ (target);
    if (news && node.parentNode !== news) news.textContent = ""; // its link stays, to be followed
    const button = node.closest("[data-gk-kist]");
    if (button) turn(/** @type {HTMLElement} */ (button).dataset.gkKist ?? "");
  });
  for (const event of ["storage", "pageshow", "gk-kist"]) addEventListener(event, draw);
  draw();
}
