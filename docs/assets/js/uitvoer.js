// @ts-check
// What leaves as text for Excel, and the one list of actions that metingen and verbeteragenda share.
{
  /** @typedef {{sleutel: string, scan: string, onderdeel: string, band: string, actie: string, wie: string, wanneer: string,
   *   signaal: string, stand: string, op: number}} Actie op: when it was last changed, so that the newest wins */
  Gk.LEEG = { sleutel: "", scan: "", onderdeel: "", band: "", actie: "", wie: "", wanneer: "", signaal: "", stand: "" };

  // Excel runs a cell that starts with one of these as a formula.
  const cell = (/** @type {any} */ value) => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;

  /** A file that Dutch Excel opens with the right columns and signs. @param {string} name @param {any[][]} rows */
  Gk.geefCsv = (name, rows) =>
    Gk.download(`${name}.csv`, `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`, "text/csv");

  /** @param {any} value @returns {value is Actie} */
  const isActie = (value) =>
    Object.keys(Gk.LEEG).every((name) => typeof value?.[name] === "string" && value[name].length < 400) &&
    /^[\w-]+$/.test(value.sleutel) && Number.isFinite(value.op);

  /** Add by key; what is newer stays. @param {Actie[]} mine @param {any} others @returns {Actie[]} */
  Gk.merge = (mine, others) => {
    const all = new Map(mine.map((actie) => [actie.sleutel, actie]));
    for (const actie of Array.isArray(others) ? others.filter(isActie) : []) {
      if (actie.op > (all.get(actie.sleutel)?.op ?? -1)) all.set(actie.sleutel, actie);
    }
    return [...all.values()];
  };

  /** The actions on this device. @returns {Actie[]} */
  Gk.acties = () => Gk.merge([], Gk.lees("verbeteragenda").acties);

  Gk.isOpen = (/** @type {Actie} */ { stand }) => !["gedaan", "vervallen"].includes(stand);

  /** An action in a few words. @param {Actie} actie */
  Gk.actieTitel = ({ actie, wie }) => (actie || "Actie") + (wie && ` (${wie})`);
}
