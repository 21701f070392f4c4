// @ts-check
// Paper and picture of a result, loaded on a click. One A4 of a result or a comparison, with a QR
// code and the same codes to type over; the empty sheet is in the page.
{
  const MAX_GAPS = 3;
  const MAX_LONG = 4; // above this the codes stand in their short form

  /**
   * The codes as a reader types them over.
   * @param {Deelnemers} deelnemers @param {string[]} codes
   */
  const typeOver = (deelnemers, codes) => {
    const sizes = deelnemers.scan.onderdelen.map(({ plekken }) => plekken.length);
    const texts = codes.length > MAX_LONG
      ? codes
      : deelnemers.readAll(codes).map((uitslag) => Gk.codec.encode(uitslag, sizes));
    return texts.map((text) => Gk.dom.el("p", {}, Gk.dom.el("code", { translate: "no" }, text)));
  };

  /**
   * What stands in each slot of the sheet.
   * @param {UitslagView} view @param {string[]} codes @param {number} [count] first persons
   * @returns {Record<string, Child[]>}
   */
  const contents = (view, codes, count) => {
    const { panel, deelnemers } = view;
    const groep = deelnemers.group(count);
    const more = groep.personen.length > 1;
    const { typed } = Gk.dom;
    const names = groep.personen.flatMap(({ naam }) => [", ", typed(naam)]).slice(1);
    const name = deelnemers.naam ? typed(deelnemers.naam) : "Zonder naam";
    const own = [name, `, ${Gk.days.shown(deelnemers.datum)}`];
    const gaps = [...panel.listIn("verschillen").children].slice(0, more ? MAX_GAPS : 0);
    return {
      wie: more ? names : own,
      verschillen: gaps.map((item) => item.cloneNode(true)),
      figuur: view.figure(groep),
      begin: view.advice(groep)[0],
      tabel: [view.table(groep)],
      codes: typeOver(deelnemers, codes),
    };
  };

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
    const names = [...figure.querySelectorAll("li")].map((item, k) =>
      Gk.dom.svg("text", { x: 200, y: 337 + 22 * k }, item.textContent?.trim() ?? ""));
    const copy = copyOf(radar, { viewBox: "0 0 560 448", width: 1200, height: 960 });
    copy.append(...names, ...signs.map((sign, k) =>
      copyOf(sign, { x: 150, y: 324 + 22 * k, width: 40, height: 16 })));
    return copy;
  };

  Gk.takeAway = {
    printResult: (view, rounds, qr, count) => {
      const sheet = /** @type {HTMLElement} */ (document.querySelector(".blad--uitslag"));
      const slot = (/** @type {string} */ name) =>
        /** @type {HTMLElement} */ (sheet.querySelector(`[data-druk=${name}]`));
      const texts = { ...contents(view, rounds.flat(), count), qr: qr ? [qr] : [] };
      for (const [name, nodes] of Object.entries(texts)) {
        slot(name).replaceChildren(...nodes);
        /** @type {HTMLElement} */ (slot(name).parentElement).hidden = !nodes.length;
      }
      slot("te-veel").hidden = Boolean(qr);
      sheet.hidden = false;
      view.panel.afterPrint(() => { sheet.hidden = true; });
      print();
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
