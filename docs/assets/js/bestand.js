// @ts-check
// Files out and in: one shape for one list and for everything, under the keys of opslag.js.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  const SOORT = "gk-gegevens";
  const GEEN_BESTAND = "Dit is geen bestand van deze site.";

  /** @param {string} naam @param {Record<string, any>} gegevens */
  const geefBestand = (naam, gegevens) =>
    Gk.download(`${naam}.json`, JSON.stringify({ soort: SOORT, versie: 1, gegevens }, null, 1), "application/json");

  /** @returns {Promise<Record<string, any> | null>} null when it is not one of our files */
  const vraagBestand = () => new Promise((klaar) => {
    const vak = Gk.el("input", { type: "file", accept: ".json" });
    vak.onchange = async () => {
      try {
        const { soort, versie, gegevens } = JSON.parse(await vak.files[0].text());
        klaar(soort === SOORT && versie === 1 ? { ...gegevens } : null);
      } catch {
        klaar(null);
      }
    };
    vak.click();
  });

  Object.assign(Gk, { geefBestand, vraagBestand, GEEN_BESTAND });
}
