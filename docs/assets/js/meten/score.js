// @ts-check
// The arithmetic of a meting, as in tests/helpers/orakel.py. Pure: numbers in, numbers out.
{
  // 29/6 - 20/6 is 1.4999999999999996: remove the float noise before a comparison with a limit,
  // and not sooner.
  const clean = (/** @type {number} */ value) => Math.round(value * 1e6) / 1e6;

  const known = (/** @type {Scores} */ scores) => scores.flatMap((score) => score ?? []);

  const mean = (/** @type {number[]} */ values) =>
    (values.length ? values.reduce((a, b) => a + b, 0) / values.length : null);

  // Open (0) and 'weet ik niet' (6) never count.
  /** @type {Shared["score"]["of"]} */
  const of = (antwoorden, plekken) =>
    mean(plekken.map((plek) => antwoorden[plek - 1]).filter((a) => a >= 1 && a <= 5));

  // Each line weighs the same; null when there is nothing.
  /** @type {Shared["score"]["together"]} */
  const together = (scores) => {
    const value = mean(known(scores));
    return value === null ? null : clean(value);
  };

  // Highest minus lowest; null with fewer than two.
  /** @type {Shared["score"]["spread"]} */
  const spread = (scores) => {
    const values = known(scores);
    return values.length > 1 ? clean(Math.max(...values) - Math.min(...values)) : null;
  };

  // The score of one person per part, over the places up to the last one that counts.
  /** @type {Shared["score"]["perPart"]} */
  const perPart = (onderdelen, antwoorden, last = Infinity) =>
    onderdelen.map(({ plekken }) => of(antwoorden, plekken.filter((plek) => plek <= last)));

  // The score of a party on a part: the mean of its persons. Null where fewer than the least have
  // one, so that nobody is seen alone.
  /** @type {Shared["score"]["party"]} */
  const party = (scores, least = 1) => {
    const values = known(scores);
    return values.length < least ? null : mean(values);
  };

  // One decimal with a comma, half away from zero; a dash for nothing.
  /** @type {Shared["score"]["shown"]} */
  const shown = (value) => {
    if (value === null) return "–";
    const tenths = Math.round(Math.abs(value) * 10 + 1e-5);
    return ((Math.sign(value) * tenths) / 10).toFixed(1).replace(".", ",");
  };

  Gk.score = {
    of, together, spread, perPart, party, shown,

    // The parts with the statements about ourselves in the place of those about the other.
    mirrored: (onderdelen) =>
      onderdelen.map((onderdeel) => ({ ...onderdeel, plekken: onderdeel.wij ?? [] })),

    // How much of a part got 'weet ik niet', over all persons.
    unknown: (persons, plekken) =>
      mean(persons.flatMap((answers) => plekken.map((plek) => +(answers[plek - 1] === 6)))) ?? 0,

    // A change with its sign, between brackets; nothing for nothing.
    change: (value = null) => {
      const text = shown(value);
      return value === null ? "" : ` (${/^-|^0,0/.test(text) ? "" : "+"}${text})`;
    },
  };
}
