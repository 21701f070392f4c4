// @ts-check
// The arithmetic of a meting, the same as in tests/orakel.py. Pure: numbers in, numbers out.
{
  /** @typedef {{id: string, titel: string, plekken: number[]}} Onderdeel */
  /** @typedef {(number | null)[]} Scores one per part; null where nobody answered */

  // 29/6 - 20/6 is 1.4999999999999996: take the float noise away before comparing with a limit.
  const clean = (/** @type {number} */ value) => Math.round(value * 1e6) / 1e6;

  const mean = (/** @type {number[]} */ values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : null);

  const known = (/** @type {Scores} */ scores) => /** @type {number[]} */ (scores.filter((score) => score !== null));

  /** Open (0) and 'weet ik niet' (6) never count. @param {number[]} antwoorden @param {number[]} plekken */
  const score = (antwoorden, plekken) => mean(plekken.map((plek) => antwoorden[plek - 1]).filter((a) => a >= 1 && a <= 5));

  /** Each person weighs the same. @param {Scores} scores */
  const together = (scores) => {
    const value = mean(known(scores));
    return value === null ? null : clean(value);
  };

  /** Highest minus lowest; null with fewer than two. @param {Scores} scores */
  const spread = (scores) => {
    const values = known(scores);
    return values.length > 1 ? clean(Math.max(...values) - Math.min(...values)) : null;
  };

  /** How much of a part got 'weet ik niet', over all persons. @param {number[][]} persons @param {number[]} plekken */
  const unknown = (persons, plekken) =>
    mean(persons.flatMap((antwoorden) => plekken.map((plek) => (antwoorden[plek - 1] === 6 ? 1 : 0)))) ?? 0;

  /** One decimal with a comma, half away from zero; a dash for nothing. @param {number | null} value */
  const getal = (value) => {
    if (value === null) return "–";
    const tenths = Math.round(Math.abs(value) * 10 + 1e-5);
    return `${value < 0 && tenths ? "-" : ""}${(tenths / 10).toFixed(1)}`.replace(".", ",");
  };

  /** A change, with its sign. @param {number} value */
  const verandering = (value) => (getal(value).match(/^-|^0,0/) ? getal(value) : `+${getal(value)}`);

  const Gk = /** @type {any} */ (globalThis).Gk;
  Gk.rekenen = { score, together, spread, unknown, getal, verandering };
}
