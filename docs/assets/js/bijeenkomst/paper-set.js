// @ts-check
// The printed set of a kist: a cover, and of each block the sheet that it needs; and the printing.
{
  const { el, typed } = Gk.dom;
  const LONGEST_HEAD = 40; // characters that a head line has room for

  /**
   * What the kist knows of a meeting need not be written.
   * @param {Document} page @param {Kist} kist
   */
  const fillHead = (page, { project, dag }) => {
    const known = { project, datum: dag && Gk.days.shown(dag) };
    for (const [name, value] of Object.entries(known)) {
      const place = page.querySelector(`[data-veld="blad.${name}"]`);
      if (value && value.length <= LONGEST_HEAD) place?.append(" ", Gk.dom.typed(value));
    }
  };

  /** One sheet; its text is ours. @param {Werkblad} blad @param {Kist} kist */
  const sheet = ({ blad }, kist) => {
    const page = new DOMParser().parseFromString(blad, "text/html");
    fillHead(page, kist);
    return el("div", { class: "bundel__blz" }, ...page.querySelectorAll(".blad"));
  };

  /**
   * The steps of a keetversie: who leads that needs no more of the sheet.
   * @param {Paneel} panel @param {Blok} blok @param {Werkblad} blad @param {number} mensen
   */
  const keet = (panel, blok, blad, mensen) => {
    const steps = Gk.plan.stappen(blok, blad, mensen);
    return panel.clone("keet", {
      naam: blad.titel,
      duur: Gk.plan.lang(Gk.plan.duur(blok, blad, mensen)),
      stappen: steps.map(({ titel, tekst, minuten, vragen }) => el("li", {},
        el("b", {}, `${titel} (${Gk.plan.lang(minuten)})`), el("p", {}, tekst),
        ...vragen.map((vraag) => el("p", {}, vraag)))),
    });
  };

  /** @param {string[]} columns @param {string[]} names of the rows; empty for a free one */
  const emptyTable = (columns, names) => el("table", { class: "vel__invul" },
    el("thead", {}, el("tr", {}, ...columns.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...names.map((name) => el("tr", {},
      el("th", { scope: "row" }, name), ...columns.slice(1).map(() => el("td"))))));

  /**
   * A page to write on, with every box and the whole table of a sheet.
   * @param {Paneel} panel @param {Werkblad} blad @param {Kist} kist
   */
  const invulblad = (panel, { titel, invul, vlak }, kist) => {
    const { velden, kolommen, rijen } = invul;
    return panel.clone("invulblad", {
      naam: titel,
      project: kist.project ? [" ", typed(kist.project)] : " ",
      datum: kist.dag ? ` ${Gk.days.shown(kist.dag)}` : " ",
      tabel: kolommen.length ? [emptyTable(kolommen.map(([text]) => text), rijen)] : [],
      vakken: velden.map(([, label]) => el("p", {}, label)),
      vlak: Boolean(vlak),
    });
  };

  /**
   * What a block has on paper; a keetversie needs no canvas.
   * @param {Paneel} panel @param {Blok} blok @param {Kist} kist @param {Werkbladen} bladen
   * @param {boolean} canvases with a page to write on
   */
  const papersOf = (panel, blok, kist, bladen, canvases) => {
    const blad = Gk.plan.blad(blok, bladen);
    if (!blad) return [];
    if (blok.keet && blad.keet.length) return [keet(panel, blok, blad, kist.mensen)];
    return [sheet(blad, kist), ...(canvases ? [invulblad(panel, blad, kist)] : [])];
  };

  /** The blocks that need paper of their own: a sheet twice needs it once. @param {Kist} kist */
  const once = ({ blokken }) => blokken.filter(({ blad, keet: short }, k) =>
    blad && blokken.findIndex((one) => one.blad === blad && !one.keet === !short) === k);

  /** What would print as a gap: letters and codes that no screen has shown. @param {Element} job */
  const ready = (job) => Promise.allSettled([
    ...[...document.fonts].map((font) => font.load()),
    ...[...job.querySelectorAll("img")].map((image) => image.decode()),
  ]);

  let restore = () => {};

  /** @param {Paneel} panel @param {HTMLElement[]} papers */
  const print = async (panel, papers) => {
    restore();
    const job = el("div", { class: "bundel md-typeset", lang: "nl" }, ...papers);
    const { title } = document;
    restore = () => {
      job.remove();
      document.title = title;
      restore = () => {};
    };
    document.body.append(job);
    document.title = papers[0].querySelector("h2")?.textContent || title; // the name of a PDF
    await ready(job);
    panel.afterPrint(() => restore());
    globalThis.print();
  };

  Gk.paperSet = {
    of: (panel, kist, bladen, canvases) => [
      /** @type {NonNullable<Shared["papers"]>} */ (Gk.papers).voorblad(panel, kist, bladen),
      ...once(kist).flatMap((blok) => papersOf(panel, blok, kist, bladen, canvases)),
    ],
    print,
  };
}
