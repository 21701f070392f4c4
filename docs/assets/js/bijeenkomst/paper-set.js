// @ts-check
// The printed set of a kist: a cover, and of each block the sheet that it needs; and the printing.
{
  const { el, typed } = Gk.dom;

  /** @typedef {{blok: Blok, blad: Werkblad, short: boolean}} Needed `short`: as a keetversie */

  /** One sheet; its text is ours. @param {Werkblad} blad */
  const sheet = ({ blad }) => {
    const page = new DOMParser().parseFromString(blad, "text/html");
    return el("div", { class: "bundel__blz" }, ...page.querySelectorAll(".blad"));
  };

  /**
   * The steps of keetversies, one below the other: who leads one needs no more of the sheet. No
   * page for none.
   * @param {Paneel} panel @param {Needed[]} needed @param {number} mensen
   */
  const keet = (panel, needed, mensen) => {
    const parts = needed.map(({ blok, blad }) => panel.clone("keetblok", {
      naam: blad.titel,
      duur: Gk.plan.lang(Gk.plan.duur(blok, blad, mensen)),
      stappen: Gk.plan.stappen(blok, blad, mensen).map(({ titel, tekst, minuten, vragen }) =>
        el("li", {}, el("b", {}, `${titel} (${Gk.plan.lang(minuten)})`), el("p", {}, tekst),
          ...vragen.map((vraag) => el("p", {}, vraag)))),
    }));
    return parts.length ? [panel.clone("keet", { delen: parts })] : [];
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
   * The blocks that need paper of their own: a sheet twice needs it once.
   * @param {Kist} kist @param {Werkbladen} bladen @returns {Needed[]}
   */
  const neededFor = ({ blokken }, bladen) => {
    const all = blokken.flatMap((blok) => {
      const blad = Gk.plan.blad(blok, bladen);
      return blad ? [{ blok, blad, short: Boolean(blok.keet && blad.keet.length) }] : [];
    });
    return all.filter(({ blad, short }, k) =>
      all.findIndex((one) => one.blad === blad && one.short === short) === k);
  };

  /**
   * Put text on a sheet that is laid out, and behind it a page with what has no room there.
   * @param {Paneel} panel @param {HTMLElement} sheet @param {Werkblad} blad
   * @param {Ingevuld} own @param {Record<string, string>} known
   */
  const pour = (panel, sheet, { id, invul }, own, known) => {
    const plan = { ...invul, rijen: Gk.pour.names(sheet) }; // it may have fewer rows
    const rest = Gk.pour.onto(sheet, plan, own, known, String(panel.dataset.vervolg));
    const boxes = Gk.filled.texts(id, rest, invul);
    const rows = Gk.filled.table(id, rest, invul);
    if (!boxes.length && !rows.length) return;
    sheet.parentElement?.after(Gk.vervolg(panel, sheet, boxes, rows));
  };

  /** @type {Promise<unknown> | undefined} */
  let style;
  /** What papers look like, fetched at the first. @param {Paneel} panel */
  const styled = (panel) => {
    style ??= Gk.load(panel.dataset.papier?.split(" ") ?? []);
    style.catch(() => { style = undefined; }); // the next try asks again
    return style;
  };

  /** What would print as a gap: letters and codes that no screen has shown. @param {Element} job */
  const ready = (job) => Promise.allSettled([
    ...[...document.fonts].map((font) => font.load()),
    ...[...job.querySelectorAll("img")].map((image) => image.decode()),
  ]);

  let [turn, restore] = [0, () => {}];

  /**
   * One print job. `finish` changes it once it is laid out.
   * @param {Paneel} panel @param {HTMLElement[]} papers @param {(job: HTMLElement) => void} finish
   */
  const print = async (panel, papers, finish = () => {}) => {
    const mine = ++turn;
    restore();
    await styled(panel);
    if (mine !== turn) return; // pressed again meanwhile
    const job = el("div", { class: "bundel md-typeset", lang: "nl" }, ...papers);
    const { title } = document;
    restore = () => {
      if (job.isConnected) document.title = title;
      job.remove();
    };
    document.body.append(job);
    document.title = papers[0].querySelector("h2")?.textContent || title; // the name of a PDF
    await ready(job);
    if (mine !== turn) return;
    finish(job);
    panel.afterPrint(restore);
    globalThis.print();
  };

  Gk.paperSet = {
    printAll: (panel, kist, bladen, { canvases, bare }) => {
      const needed = neededFor(kist, bladen);
      const [short, whole] = [true, false].map((kind) =>
        needed.filter((one) => one.short === kind));
      const papers = [
        /** @type {NonNullable<Shared["papers"]>} */ (Gk.papers).voorblad(panel, kist, bladen),
        ...keet(panel, short, kist.mensen),
        ...whole.flatMap(({ blad }) =>
          [sheet(blad), ...(canvases ? [invulblad(panel, blad, kist)] : [])]),
      ];
      const known = Gk.filled.known(kist);
      return print(panel, papers, (job) => whole.forEach(({ blad }) => {
        const sheet = /** @type {HTMLElement} */ (job.querySelector(`[data-blad="${blad.id}"]`));
        const typed = Gk.filled.sound(bare ? {} : Gk.filled.read(blad.id, kist.sleutel));
        pour(panel, sheet, blad, typed, known);
      }));
    },
    print: (panel, papers) => print(panel, papers),
  };
}
