// @ts-check
// On every page: how many sheets the kist in use holds, and the buttons that put a sheet in it or
// take it out. A button says its state in its words, and what happened beside it.
{
  const link = /** @type {HTMLElement | null} */ (document.querySelector(".mijnkist"));
  const buttons = () =>
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-gk-kist]"));

  const count = () => Gk.kisten.current()?.blokken.filter(({ blad }) => blad).length ?? 0;

  function draw() {
    const number = link?.querySelector(".mijnkist__aantal");
    const sheets = count();
    if (number) number.textContent = sheets ? String(sheets) : "";
    for (const button of buttons()) {
      const within = Gk.kisten.has(button.dataset.gkKist ?? "");
      button.hidden = false;
      button.setAttribute("aria-pressed", String(within));
    }
  }

  const typedIn = (/** @type {Blok} */ { notitie }) => Boolean(notitie);

  /**
   * Out of the kist, or in it at the end. What a reader wrote at a block is not lost: such a block
   * is parked, and comes back.
   * @param {string} blad
   */
  function turn(blad) {
    const kist = Gk.kisten.current() ?? Gk.kisten.empty("Mijn kist");
    const [blokken, out] = split(kist.blokken, blad);
    const [geparkeerd, parked] = split(kist.geparkeerd, blad);
    if (out.length) {
      const kept = [...kist.geparkeerd, ...out.filter(typedIn)];
      return Gk.kisten.put({ ...kist, blokken, geparkeerd: kept });
    }
    const added = parked.length ? parked : [Gk.kisten.blok({ blad })];
    return Gk.kisten.put({ ...kist, blokken: [...blokken, ...added], geparkeerd });
  }

  /** The others, and those of this sheet. @param {Blok[]} blokken @param {string} blad */
  function split(blokken, blad) {
    return [blokken.filter((blok) => blok.blad !== blad), blokken.filter((blok) => blok.blad === blad)];
  }

  document.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement | null} */ (
      /** @type {Element} */ (target).closest("[data-gk-kist]"));
    if (!button) return;
    const stored = turn(button.dataset.gkKist ?? "");
    draw();
    const news = document.querySelector("[data-gk-kist-nieuws]");
    if (news) news.textContent = stored ? "" : link?.dataset.vol ?? "";
  });
  for (const event of ["storage", "pageshow", "gk-kist"]) addEventListener(event, draw);
  draw();
}
