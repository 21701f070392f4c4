// @ts-check
// Paper and picture of a result, loaded on a click. One A4 of a result or a comparison, with a QR code and the same codes to
// type over; the empty sheet is in the page.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  const { el, svg, download, codec, dag } = Gk;
  const PNG_STIJL =
    "text{font:13px sans-serif}.rooster{fill:none;stroke:#bbb}.band{fill:#ddd}.reeks{stroke:#0b4f6c;fill:#0b4f6c}" +
    ".reeks--1{stroke:#a84300;fill:#a84300}.reeks--2{stroke:#1b2733;fill:#1b2733}.reeks--3{stroke:#6b2f8a;fill:#6b2f8a}" +
    ".reeks>:first-child{fill-opacity:.08;stroke-width:2}";
  const MAX_VRAGEN = 3;
  const MAX_LANG = 4; // above this the codes stand in their short form

  /** @param {any} meting @param {any[]} personen @param {string[][]} rounds the codes of every round, this one last */
  Gk.printResult = async (meting, personen, rounds) => {
    const blad = meting.deel("blad");
    const put = (/** @type {string} */ name, /** @type {(Node | string)[]} */ ...nodes) => {
      const spot = blad.querySelector(`[data-druk=${name}]`);
      spot.replaceChildren(...nodes);
      spot.parentElement.hidden = !nodes.length;
    };
    const more = personen.length > 1;
    const means = meting.means(personen);
    const codes = rounds.flat();
    const sizes = codes.length > MAX_LANG ? undefined : meting.onderdelen.map((/** @type {any} */ { plekken }) => plekken.length);
    const gaps = more ? [...meting.deel("verschillen").querySelectorAll("li")].slice(0, MAX_VRAGEN).map((item) => item.cloneNode(true)) : [];
    const qr = await meting.makeQr(`${meting.adres}#scan=${codec.join(rounds)}`);
    put("wie", more ? personen.map(({ naam }) => naam).join(", ") : `${meting.naam || "Zonder naam"}, ${dag(meting.datum)}`);
    put("verschillen", ...gaps);
    put("figuur", ...meting.figure(personen, means));
    put("begin", ...meting.advices(personen, means).first.map((/** @type {any} */ one) => el("li", {}, ...meting.adviceText(one))));
    put("tabel", meting.table(personen, means));
    put("codes", ...codes.map((code) => el("p", {}, el("code", {}, sizes ? codec.encode(meting.read(code), sizes) : code))));
    put("qr", ...(qr ? [qr] : []));
    blad.querySelector("[data-druk=te-veel]").hidden = qr;
    document.querySelector(".md-content__inner")?.append(blad);
    blad.hidden = false;
    document.body.classList.add("druk-uitslag");
    Gk.naDruk(() => {
      document.body.classList.remove("druk-uitslag");
      blad.hidden = true;
      meting.panel.append(blad);
    });
    print();
  };

  /** A copy of a drawing in another size or place. @param {Element} drawing @param {Record<string, any>} attributes */
  const copyOf = (drawing, attributes) => {
    const copy = /** @type {Element} */ (drawing.cloneNode(true));
    for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value);
    return copy;
  };

  /** The radar with its legend below it: outside the page nobody knows whose line is whose. @param {Element} figure */
  const picture = (figure) => {
    const [radar, ...signs] = figure.querySelectorAll("svg");
    const names = [...figure.querySelectorAll("li")].map((item, k) => svg("text", { x: 200, y: 337 + 22 * k }, item.textContent?.trim()));
    const copy = copyOf(radar, { viewBox: "0 0 560 448", width: 1200, height: 960 });
    copy.append(...names, ...signs.map((sign, k) => copyOf(sign, { x: 150, y: 324 + 22 * k, width: 40, height: 16 })));
    return copy;
  };

  /** @param {Element} figure @param {string} naam */
  Gk.savePicture = (figure, naam) => {
    const text = new XMLSerializer().serializeToString(picture(figure)).replace(">", `><style>${PNG_STIJL}</style>`);
    const image = new Image();
    image.onload = () => {
      const canvas = /** @type {HTMLCanvasElement} */ (el("canvas", { width: 1200, height: 960 }));
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, 1200, 960);
      pen.drawImage(image, 0, 0);
      canvas.toBlob((blob) => blob && download(`${naam}.png`, blob));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  };
}
