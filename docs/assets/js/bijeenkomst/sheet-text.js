// @ts-check
// A filled sheet for Word and mail: headings and a table that stay so when pasted. Loaded on a
// click.
{
  const { el } = Gk.dom;

  /** A text with its lines. @param {string} text */
  const lines = (text) => text.split("\n")
    .flatMap((line, k) => (k ? [el("br"), line] : [line]));

  const cell = (/** @type {"th" | "td"} */ tag, /** @type {string} */ text) =>
    el(tag, {}, ...lines(text));

  Gk.sheetText = {
    text: (titel, texts, table) => [
      titel,
      ...texts.map(([label, text]) => `${label}\n${text}`),
      // A cell is one line here: a line end would begin another row.
      table.map((row) => row.map((text) => text.replace(/\s+/g, " ")).join("\t")).join("\n"),
    ].filter(Boolean).join("\n\n"),

    // Borders as attributes: Word and mail know those of a table, and not our style sheet.
    html: (titel, texts, [head, ...rows]) => el("div", {},
      el("h1", {}, titel),
      ...texts.flatMap(([label, text]) => [el("h2", {}, label), el("p", {}, ...lines(text))]),
      ...(head ? [el("table", { border: 1, cellpadding: 4, cellspacing: 0 },
        el("thead", {}, el("tr", {}, ...head.map((text) => cell("th", text)))),
        el("tbody", {}, ...rows.map((row) =>
          el("tr", {}, ...row.map((text) => cell("td", text))))))] : []),
    ).outerHTML,
  };
}
