// @ts-check
// What and who a kist asks for, over all its sheets. Pure, as plan.js, and the same as
// macros/model/draaiboek.py.
{
  const { plan } = Gk;

  /** Paper with the name of its sheet: 'het blad, groot' says nothing among other sheets. */
  const ofSheet = (/** @type {string} */ thing, /** @type {string} */ titel) =>
    (/\b(?:invul)?blad(?:en)?\b/i.test(thing)
      ? `${titel}: ${thing[0].toLowerCase()}${thing.slice(1)}` : thing);

  /** @type {Shared["benodigd"]["materiaal"]} */
  const materiaal = ({ blokken }, bladen) => {
    const times = new Map();
    for (const blok of blokken.filter(({ keet }) => !keet)) { // a keetversie needs no paper
      const sheet = plan.blad(blok, bladen);
      for (const thing of sheet?.materiaal.map((one) => ofSheet(one, sheet.titel)) ?? []) {
        times.set(thing, Math.max(times.get(thing) ?? 0, plan.groepen(blok)));
      }
    }
    return [...times];
  };

  /** @type {Shared["benodigd"]["mee"]} */
  const mee = (kist, bladen) => materiaal(kist, bladen)
    .map(([thing, times]) => (times > 1 ? `${thing} (${times} keer)` : thing));

  /** @type {Shared["benodigd"]["rollen"]} */
  const rollen = (kist, bladen) => {
    const first = new Map();
    for (const rol of plan.bladen(kist, bladen).flatMap((blad) => blad.rollen)) {
      if (!first.has(rol.toLowerCase())) first.set(rol.toLowerCase(), rol);
    }
    return [...first.values()];
  };

  /** @type {Shared["benodigd"]["plekken"]} */
  const plekken = (kist, bladen) => {
    const [first = [], ...rest] = plan.bladen(kist, bladen).map((blad) => blad.plekken);
    return first.filter((plek) => rest.every((plekken) => plekken.includes(plek)));
  };

  Gk.benodigd = { materiaal, mee, rollen, plekken };
}
