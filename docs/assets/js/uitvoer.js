// @ts-check
// What leaves as text, and the one list of actions that metingen and verbeteragenda share.
{
  const Gk = /** @type {any} */ (globalThis).Gk;

  /** @typedef {{sleutel: string, scan: string, onderdeel: string, band: string, actie: string, wie: string, wanneer: string,
   *   signaal: string, stand: string, op: number}} Actie op: when it was last changed, so that the newest wins */

  // Excel runs a cell that starts with one of these as a formula.
  const cell = (/** @type {any} */ value) => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;

  /** A table that Dutch Excel opens with the right columns and signs. @param {any[][]} rows */
  const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

  /** @param {any} value @returns {value is Actie} */
  const isActie = (value) =>
    ["sleutel", "scan", "onderdeel", "band", "actie", "wie", "wanneer", "signaal", "stand"].every(
      (name) => typeof value?.[name] === "string" && value[name].length < 400,
    ) && /^[\w-]+$/.test(value.sleutel) && Number.isFinite(value.op);

  /** The actions on this device, of one meting or of all. @param {string} [scan] @returns {Actie[]} */
  const acties = (scan) => {
    const found = Gk.lees("verbeteragenda")?.acties;
    return (Array.isArray(found) ? found : []).filter((actie) => isActie(actie) && (!scan || actie.scan === scan));
  };

  const isOpen = (/** @type {Actie} */ { stand }) => stand !== "gedaan" && stand !== "vervallen";

  /** An action in a few words. @param {Actie} actie */
  const actieTitel = ({ actie, wie }) => `${actie || "Actie"}${wie && ` (${wie})`}`;

  /** Add by key; what is newer stays. @param {Actie[]} mine @param {any} others @returns {Actie[]} */
  const merge = (mine, others) => {
    const all = new Map(mine.map((actie) => [actie.sleutel, actie]));
    for (const actie of Array.isArray(others) ? others : []) {
      if (isActie(actie) && actie.op > (all.get(actie.sleutel)?.op ?? -1)) all.set(actie.sleutel, actie);
    }
    return [...all.values()];
  };

  /** @param {any} others actions from a file */
  const addActies = (others) => Gk.bewaar("verbeteragenda", { ...Gk.lees("verbeteragenda"), acties: merge(acties(), others) });

  Object.assign(Gk, { csv, acties, isOpen, actieTitel, merge, addActies });
}
