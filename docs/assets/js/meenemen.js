// @ts-check
// Paper and picture of a result, loaded on a click. One A4 of a result or a comparison, with a QR code and the same codes to
// type over; the empty sheet is in the page.
{
  const MAX_VRAGEN = 3;
  const MAX_LANG = 4; // above this the codes stand in their short form

  /** @param {any} meting @param {string[][]} rounds the codes of every round, this one last @param {number} [aantal] only the first persons */
  Gk.printResult = async (meting, rounds, aantal) => {
    const blad = /** @type {any} */ (document.querySelector(".blad--uitslag"));
    const put = (/** @type {string} */ name, /** @type {(Node | string)[]} */ ...nodes) => {
      const spot = blad.querySelector(`[data-druk=${name}]`);
      spot.replaceChildren(...nodes);
      spot.parentElement.hidden = !nodes.length;
    };
    const groep = Gk.groep(meting, aantal);
    const { personen } = groep;
    const more = personen.length > 1;
    const codes = rounds.flat();
    const sizes = codes.length > MAX_LANG ? undefined : meting.onderdelen.map((/** @type {any} */ { plekken }) => plekken.length);
    const gaps = more ? [...meting.deel("verschillen").querySelectorAll("li")].slice(0, MAX_VRAGEN).map((item) => item.cloneNode(true)) : [];
    const qr = await meting.makeQr(`${meting.adres}#scan=${rounds.map((round) => round.join("~")).join("~~")}`);
    put("wie", more ? personen.map(({ naam }) => naam).join(", ") : `${meting.naam || "Zonder naam"}, ${Gk.dag(meting.datum)}`);
    put("verschillen", ...gaps);
    put("figuur", ...Gk.figuur(meting, groep));
    put("begin", ...Gk.adviezen(meting, groep)[0]);
    put("tabel", Gk.cijfers(meting, groep));
    put("codes", ...codes.map((code) => Gk.el("p", {}, Gk.el("code", {}, sizes ? Gk.codec.encode(meting.read(code), sizes) : code))));
    put("qr", ...(qr ? [qr] : []));
    blad.querySelector("[data-druk=te-veel]").hidden = qr;
    blad.hidden = false;
    Gk.naDruk(() => (blad.hidden = true));
    print();
  };

  /** A copy of a drawing in another size or place. @param {Element} drawing @param {Record<string, any>} attributes */
  const copyOf = (drawing, attributes) => Gk.zet(drawing.cloneNode(true), attributes);

  /** The radar with its legend below it: outside the page nobody knows whose line is whose. @param {Element} figure */
  const picture = (figure) => {
    const [radar, ...signs] = figure.querySelectorAll("svg");
    const names = [...figure.querySelectorAll("li")].map((item, k) => Gk.svg("text", { x: 200, y: 337 + 22 * k }, item.textContent?.trim()));
    const copy = copyOf(radar, { viewBox: "0 0 560 448", width: 1200, height: 960 });
    copy.append(...names, ...signs.map((sign, k) => copyOf(sign, { x: 150, y: 324 + 22 * k, width: 40, height: 16 })));
    return copy;
  };

  /** @param {HTMLElement} figure @param {string} naam */
  Gk.savePicture = (figure, naam) => {
    const text = new XMLSerializer().serializeToString(picture(figure)).replace(">", `><style>${figure.dataset.stijl}</style>`);
    const image = new Image();
    image.onload = () => {
      const canvas = /** @type {HTMLCanvasElement} */ (Gk.el("canvas", { width: 1200, height: 960 }));
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, 1200, 960);
      pen.drawImage(image, 0, 0);
      canvas.toBlob((blob) => blob && Gk.download(`${naam}.png`, blob, "image/png"));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  };
}
