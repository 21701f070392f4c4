// @ts-check
// One A4 of a result or a comparison, with a QR code and the same codes to type over. Made on a click, gone after printing.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  const { el, codec, dag } = Gk;
  const { getal } = Gk.rekenen;
  const MAX_VRAGEN = 3;

  /** @param {any} meting @param {any[]} personen @param {any[]} rondes @param {boolean} vergelijk */
  const sheet = async (meting, personen, rondes, vergelijk) => {
    const means = meting.means(personen);
    const rounds = [...rondes.map(({ codes }) => codes), vergelijk ? meting.codes() : [meting.code()]];
    const link = `${meting.adres}#scan=${codec.join(rounds)}`;
    const qr = await meting.makeQr(link);
    const groups = meting.onderdelen.map((/** @type {any} */ deel) => deel.plekken.length);
    const typed = rounds.flat().length > 4 ? rounds.flat() : rounds.flat().map((/** @type {string} */ code) => codec.encode(meting.read(code), groups));
    const { first } = meting.advices(personen, means);
    const titel = (/** @type {number} */ i) => meting.onderdelen[i].titel;
    const gaps = vergelijk ? meting.differences(personen).slice(0, MAX_VRAGEN) : [];
    return el(
      "article",
      { class: "blad blad--uitslag", lang: "nl", "aria-label": "De uitslag op papier" },
      el(
        "div",
        { class: "blad__kop" },
        el(
          "div",
          { class: "blad__titelblok" },
          el("p", { class: "blad__merk" }, el("b", {}, "Gereedschapskist samenwerken"), vergelijk ? `Vergelijking van ${personen.length} uitslagen` : "Uitslag"),
          el("h2", {}, meting.titel),
          el("p", { class: "blad__doel" }, vergelijk ? personen.map(({ naam }) => naam).join(", ") : `${meting.naam || "Zonder naam"}, ${dag(meting.datum)}`),
        ),
      ),
      ...(gaps.length
        ? [
            el(
              "section",
              { class: "blad__deel" },
              el("h3", {}, "Eerst de verschillen"),
              el("ol", {}, ...gaps.map(({ i, value }) => el("li", {}, el("b", {}, `${titel(i)}: ${getal(value)}. `), value >= meting.grens.verschil ? "Bespreek dit eerst. " : "", ...meting.advies(i, "verschil")))),
            ),
          ]
        : []),
      el(
        "div",
        { class: "uitslagblad__beeld" },
        el("div", {}, ...meting.figure(personen, means)),
        el(
          "section",
          { class: "blad__deel" },
          el("h3", {}, "Begin hier"),
          el("ul", {}, ...first.map((/** @type {any} */ { i, value }) => el("li", {}, el("b", {}, `${titel(i)} (${getal(value)}). `), ...meting.advies(i, meting.band(value))))),
          ...(first.length ? [] : [el("p", {}, `Geen onderdeel ligt onder ${getal(meting.grens.advies)}.`)]),
        ),
      ),
      meting.table(personen, means),
      el("section", { class: "blad__deel uitslagblad__lijnen" }, el("h3", {}, "Wat spreken we af? Wie doet het, en wanneer?"), el("p"), el("p"), el("p")),
      el(
        "div",
        { class: "blad__voet" },
        el(
          "div",
          { class: "uitslagblad__code" },
          el("p", {}, qr ? "Scan de code, of typ hem over bij 'Link of code van een partner':" : "Te veel uitslagen voor een QR-code. Bewaar ze als bestand."),
          ...typed.map((code) => el("p", {}, el("code", {}, code))),
        ),
        ...(qr ? [el("div", { class: "uitslagblad__qr" }, qr)] : []),
      ),
    );
  };

  /** @param {any} meting @param {any[]} personen @param {any[]} rondes @param {boolean} vergelijk */
  Gk.printResult = async (meting, personen, rondes, vergelijk) => {
    for (const old of document.querySelectorAll(".blad--uitslag")) old.remove();
    document.querySelector(".md-content__inner")?.append(await sheet(meting, personen, rondes, vergelijk));
    document.body.classList.add("druk-uitslag");
    print();
  };
  addEventListener("afterprint", () => {
    document.body.classList.remove("druk-uitslag");
    for (const old of document.querySelectorAll(".blad--uitslag")) old.remove();
  });
}
