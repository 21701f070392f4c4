// @ts-check
// One A4 of a result or a comparison, with a QR code and the same codes to type over. The empty sheet is in the page.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  const { el, codec, dag } = Gk;
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
    addEventListener("afterprint", () => {
      document.body.classList.remove("druk-uitslag");
      blad.hidden = true;
      meting.panel.append(blad);
    }, { once: true });
    print();
  };
}
