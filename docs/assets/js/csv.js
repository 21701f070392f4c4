// @ts-check
// Tables for Excel.
{
  // Excel runs a cell that starts with one of these as a formula.
  const cell = (/** @type {string | null} */ value) =>
    `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;

  Gk.csv = {
    // A file that Dutch Excel opens with the right columns and characters.
    save: (name, rows) => {
      const lines = rows.map((row) => row.map(cell).join(";"));
      Gk.files.download(`${name}.csv`, `\ufeff${lines.join("\r\n")}\r\n`, "text/csv");
    },
  };
}
