// @ts-check
// Files out and in: one shape for one list and for everything, under the keys of opslag.js.
{
  const SOORT = "gk-gegevens";

  /** @param {string} naam @param {Record<string, any>} gegevens */
  const geefBestand = (naam, gegevens) =>
    Gk.download(`${naam}.json`, JSON.stringify({ soort: SOORT, versie: 1, gegevens }, null, 1), "application/json");

  /** @param {(gegevens: Record<string, any>) => void} klaar @param {(zin: string) => void} meld */
  const vraagBestand = (klaar, meld) => {
    const vak = Gk.el("input", { type: "file", accept: ".json" });
    vak.onchange = async () => {
      try {
        const { soort, versie, gegevens } = JSON.parse(await vak.files[0].text());
        if (soort === SOORT && versie === 1) return klaar({ ...gegevens });
      } catch {
        // Not even JSON.
      }
      meld("Dit is geen bestand van deze site.");
    };
    vak.click();
  };

  Object.assign(Gk, { geefBestand, vraagBestand });
}
