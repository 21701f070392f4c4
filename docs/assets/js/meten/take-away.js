// @ts-check
// Paper, picture and table of a result, loaded on a click. One A4 of a result or a comparison, with
// a QR code and the same codes to type over; the empty sheet is in the page.
{
  const MAX_GAPS = 3;
  const MAX_LONG = 4; // above this the codes stand in their short form

  /**
   * The codes as a reader types them over.
   * @param {Scan} scan @param {string[]} codes
   */
  const typeOver = (scan, codes) => {
    const sizes = scan.onderdelen.map(({ plekken }) => plekken.length);
    const texts = codes.length > MAX_LONG
      ? codes
      : codes.map((code) => Gk.codec.encode(Gk.codec.decode(code, scan), sizes));
    return texts.map((text) => Gk.dom.el("p", {}, Gk.dom.el("code", { translate: "no" }, text)));
  };

  /** Which piece says what to talk about first. @param {Paneel} panel */
  const toldIn = (panel) =>
    ["verschillen", "beelden", "apart"].find((one) => !panel.piece(one).hidden) ?? "";

  /** Who a sheet is about. @param {Groep} groep @returns {Child[]} */
  const names = ({ lijnen, perPartij }) => lijnen.flatMap(({ naam, personen }) =>
    [", ", Gk.dom.typed(naam), ...(perPartij ? [` (${personen.length})`] : [])]).slice(1);

  /**
   * What stands in each slot of the sheet.
   * @param {UitslagView} view @param {string[]} codes @param {boolean} [alone] the own result only
   * @returns {Record<string, Child[]>}
   */
  const contents = (view, codes, alone) => {
    const { panel, deelnemers } = view;
    const groep = alone ? deelnemers.alleen() : view.group();
    const { typed } = Gk.dom;
    const name = deelnemers.naam ? typed(deelnemers.naam) : "Zonder naam";
    const partij = deelnemers.partij ? [", ", typed(deelnemers.partij)] : [];
    const own = [name, ...partij, `, ${Gk.days.shown(deelnemers.datum)}`];
    const told = alone ? "" : toldIn(panel);
    const lead = told === "apart" ? panel.piece(told).querySelectorAll("p") : [];
    const items = told ? [...lead, ...[...panel.listIn(told).children].slice(0, MAX_GAPS)] : [];
    // Others get this sheet: the own line of the reader is for the reader.
    const columns = view.columns(groep).filter(({ eigen }) => !eigen);
    return {
      wie: alone ? own : names(groep),
      verschillen: items.map((item) => Gk.dom.el("li", {}, ...item.cloneNode(true).childNodes)),
      figuur: view.figure(groep),
      // What to talk about comes first, and takes the room.
      begin: groep.lijnen.length > 1 ? [] : view.advice(groep)[0],
      tabel: [view.tableOfColumns(columns)],
      codes: typeOver(view.scan, codes),
    };
  };

  /** The text of a head, for a file. @param {string} text */
  const bare = (text) => text.replace(/[\u2068\u2069]/g, "");

  /**
   * A copy of a drawing in another size or place.
   * @param {SVGElement} drawing @param {Attributes} attributes
   */
  const copyOf = (drawing, attributes) =>
    Gk.dom.set(/** @type {SVGElement} */ (drawing.cloneNode(true)), attributes);

  /**
   * The radar with its legend below it: elsewhere nobody knows whose line is whose.
   * @param {Element} figure
   */
  const picture = (figure) => {
    const [radar, ...signs] = figure.querySelectorAll("svg");
    const names = [...figure.querySelectorAll(".legenda li")].map((item, k) =>
      Gk.dom.svg("text", { x: 200, y: 337 + 22 * k }, item.textContent?.trim() ?? ""));
    const copy = copyOf(radar, { viewBox: "0 0 560 448", width: 1200, height: 960 });
    copy.append(...names, ...signs.map((sign, k) =>
      copyOf(sign, { x: 150, y: 324 + 22 * k, width: 40, height: 16 })));
    return copy;
  };

  Gk.takeAway = {
    printResult: (view, rounds, qr, alone) => {
      const sheet = /** @type {HTMLElement} */ (document.querySelector(".blad--uitslag"));
      const slot = (/** @type {string} */ name) =>
        /** @type {HTMLElement} */ (sheet.querySelector(`[data-druk=${name}]`));
      const texts = { ...contents(view, rounds.flat(), alone), qr: qr ? [qr] : [] };
      for (const [name, nodes] of Object.entries(texts)) {
        slot(name).replaceChildren(...nodes);
        /** @type {HTMLElement} */ (slot(name).parentElement).hidden = !nodes.length;
      }
      slot("te-veel").hidden = Boolean(qr);
      const told = toldIn(view.panel) || "verschillen";
      const head = view.panel.piece(told).firstElementChild?.textContent ?? "";
      slot("verschillen").previousElementSibling?.replaceChildren(head);
      sheet.hidden = false;
      view.panel.afterPrint(() => { sheet.hidden = true; });
      print();
    },

    // The own line is not in it where nobody may be seen alone.
    saveTable: (view, name, abroad) => {
      const { onderdelen } = view.scan;
      const rows = view.columns(view.group()).filter((column) => !(view.discreet && column.eigen))
        .map(({ kop, scores }) => [bare(kop), ...scores.map(Gk.score.shown)]);
      Gk.csv.save(name, [["wie", ...onderdelen.map(({ titel }) => titel)], ...rows], abroad);
    },

    savePicture: (figure, name) => {
      const text = new XMLSerializer().serializeToString(picture(figure))
        .replace(">", `><style>${figure.dataset.stijl}</style>`);
      const image = new Image();
      image.onload = () => {
        const canvas = Gk.dom.el("canvas", { width: 1200, height: 960 });
        const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        pen.fillStyle = "#fff";
        pen.fillRect(0, 0, 1200, 960);
        pen.drawImage(image, 0, 0);
        canvas.toBlob((blob) => blob && Gk.files.download(`${name}.png`, blob, "image/png"));
      };
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    },
  };
}
