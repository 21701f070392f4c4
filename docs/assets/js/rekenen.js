// @ts-check
// The arithmetic of a meting, the same as in tests/helpers/orakel.py. Pure: numbers in, numbers out.
{
  /** @typedef {{id: string, titel: string, plekken: number[]}} Onderdeel */
  /** @typedef {(number | null)[]} Scores one per part; null where nobody answered */

  // 29/6 - 20/6 is 1.4999999999999996: take the float noise away before comparing with a limit, and not sooner.
  const clean = (/** @type {number} */ value) => Math.round(value * 1e6) / 1e6;

  const known = (/** @type {Scores} */ scores) => /** @type {number[]} */ (scores.filter((score) => score !== null));

  const mean = (/** @type {number[]} */ values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : null);

  /** Open (0) and 'weet ik niet' (6) never count. @param {number[]} antwoorden @param {number[]} plekken */
  Gk.score = (antwoorden, plekken) => mean(plekken.map((plek) => antwoorden[plek - 1]).filter((a) => a >= 1 && a <= 5));

  /** Each person weighs the same; null when there is nothing. @param {Scores} scores */
  Gk.together = (scores) => {
    const value = mean(known(scores));
    return value === null ? null : clean(value);
  };

  /** Highest minus lowest; null with fewer than two. @param {Scores} scores */
  Gk.spread = (scores) => {
    const values = known(scores);
    return values.length > 1 ? clean(Math.max(...values) - Math.min(...values)) : null;
  };

  /** How much of a part got 'weet ik niet', over all persons. @param {number[][]} persons @param {number[]} plekken */
  Gk.unknown = (persons, plekken) =>
    mean(persons.flatMap((antwoorden) => plekken.map((plek) => +(antwoorden[plek - 1] === 6)))) ?? 0;

  /** One decimal with a comma, half away from zero; a dash for nothing. @param {number | null} value */
  Gk.getal = (value) =>
    value === null ? "–" : ((Math.sign(value) * Math.round(Math.abs(value) * 10 + 1e-5)) / 10).toFixed(1).replace(".", ",");

  /** A change with its sign, between brackets; nothing for nothing. @param {number | null} [value] */
  Gk.verandering = (value = null) => (value === null ? "" : ` (${/^-|^0,0/.test(Gk.getal(value)) ? "" : "+"}${Gk.getal(value)})`);
}
