// @ts-check
// The page behind a filled sheet: whole texts of which the sheet has the beginning. Its words stand
// in ingevuld.html.
{
  const { el, typed } = Gk.dom;

  /** @param {string[][]} rows with their head */
  const tableOf = ([head, ...rows]) => el("table", { class: "blad__tabel" },
    el("thead", {}, el("tr", {}, ...head.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...rows.map((row) =>
      el("tr", {}, ...row.map((text) => el("td", {}, typed(text)))))));

  /** What stands whole in the head line: by it a loose page is filed. @param {Element} sheet */
  const headOf = (sheet) => [...sheet.querySelectorAll(".blad__kopregel > [data-veld]")]
    .flatMap((place) => {
      const text = place.querySelector(".blad__tekst");
      return text?.childNodes.length === 1
        ? [el("span", {}, el("b", {}, place.firstChild?.textContent ?? ""), " ",
          ...text.cloneNode(true).childNodes), " "]
        : [];
    });

  /** Its address, which may have places to break. @param {Element} sheet */
  const addressOf = (sheet) => {
    const end = /** @type {Element} */ (sheet.querySelector(".blad__colofon br"));
    const range = document.createRange();
    range.setStart(/** @type {Node} */ (end.parentNode), 0);
    range.setEndBefore(end);
    return range.toString();
  };

  Gk.vervolg = (panel, sheet, boxes, rows) => {
    const page = panel.clone("vervolg", {
      titel: sheet.querySelector("h2")?.textContent ?? "",
      adres: addressOf(sheet),
      vakken: boxes.flatMap(([label, text]) => [el("h3", {}, label), el("p", {}, typed(text))]),
      tabel: rows.length ? [tableOf(rows)] : [],
    });
    const head = headOf(sheet);
    const facts = el("p", { class: "blad__vervolgfeiten" }, ...head);
    if (head.length) page.querySelector(".blad__vervolgkop")?.after(facts);
    return page;
  };
}
