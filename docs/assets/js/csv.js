// @ts-check
// Tables for spreadsheets. No one file opens well in all: Dutch Excel wants ; and 3,5, other
// programs want , and 3.5 (decisions/014-radar-calendar-csv.md).
{
  // A spreadsheet runs a cell as a formula when it starts with one of these, also after spaces.
  const FORMULA = /^[\t\r\n]|^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

  const quoted = (/** @type {string} */ text) =>
    `"${text.replace(FORMULA, "'$&").replace(/"/g, '""')}"`;

  /** 3,5 -> 3.5; other text stays. @param {string} text */
  const withPoint = (text) => text.replace(/^(\d+),(\d+)$/, "$1.$2");

  /** @type {Shared["csv"]["text"]} */
  const text = (rows, abroad) => {
    const [separator, shown] = abroad ? [",", withPoint] : [";", String];
    const lines = rows.map((row) => row.map((cell) => quoted(shown(cell))).join(separator));
    return `\ufeff${lines.join("\r\n")}\r\n`; // without this mark Excel breaks é
  };

  Gk.csv = {
    text,
    save: (name, rows, abroad) =>
      Gk.files.download(`${name}.csv`, text(rows, abroad), "text/csv"),
  };
}
