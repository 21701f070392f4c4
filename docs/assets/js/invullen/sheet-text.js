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

  /** @param {string[][]} texts */
  const paragraphs = (texts) => texts.flatMap(([label, text]) =>
    [el("h2", {}, label), el("p", {}, ...lines(text))]);

  // Borders as attributes: Word and mail know those of a table, and not our style sheet.
  /** @param {string[][]} rows with their head */
  const bordered = ([head, ...rows]) => el("table", { border: 1, cellpadding: 4, cellspacing: 0 },
    el("thead", {}, el("tr", {}, ...head.map((text) => cell("th", text)))),
    el("tbody", {}, ...rows.map((row) =>
      el("tr", {}, ...row.map((text) => cell("td", text))))));

  /** A line of a table. A line end would begin another row, a tab in front a heading. */
  const row = (/** @type {string[]} */ cells) =>
    cells.map((text, k) => text.replace(/\s+/g, " ") || (k ? "" : "-")).join("\t");

  Gk.sheetText = {
    text: (titel, { kop, tabel, vakken }) => {
      const plain = (/** @type {string[][]} */ texts) =>
        texts.map(([label, text]) => `${label}\n${text}`);
      return [titel, ...plain(kop), tabel.map(row).join("\n"), ...plain(vakken)]
        .filter(Boolean).join("\n\n");
    },
    html: (titel, { kop, tabel, vakken }) => el("div", {},
      el("h1", {}, titel), ...paragraphs(kop),
      ...(tabel.length ? [bordered(tabel)] : []), ...paragraphs(vakken),
    ).outerHTML,
  };
}
