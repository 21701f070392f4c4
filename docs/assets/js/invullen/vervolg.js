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

  Gk.vervolg = (panel, sheet, boxes, rows) => panel.clone("vervolg", {
    titel: sheet.querySelector("h2")?.textContent ?? "",
    adres: sheet.querySelector(".blad__colofon")?.firstChild?.textContent ?? "",
    vakken: boxes.flatMap(([label, text]) => [el("h3", {}, label), el("p", {}, typed(text))]),
    tabel: rows.length ? [tableOf(rows)] : [],
  });
}
