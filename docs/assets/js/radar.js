// @ts-check
// What is drawn in a radar (macros/pages/radar.py makes the empty one). Every series has its own dash and marker; colour is extra.
{
  const DASH = ["none", "7 4", "2 4", "10 4 2 4"];
  const [X, Y, R, MAX] = [280, 158, 118, 5]; // as in macros/pages/radar.py

  // Dash and marker together are unique for 16 series.
  const markOf = (/** @type {number} */ k) => (k + Math.floor(k / 4)) % 4;

  const point = (/** @type {number} */ i, /** @type {number} */ n, /** @type {number} */ value) => {
    const angle = (i * 2 * Math.PI) / n - Math.PI / 2;
    return [X + (Math.cos(angle) * R * value) / MAX, Y + (Math.sin(angle) * R * value) / MAX].map((v) => +v.toFixed(1));
  };

  const marker = (/** @type {number} */ kind, /** @type {number} */ x, /** @type {number} */ y) =>
    Gk.svg("path", {
      d: `M${x} ${y}` + ["m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "m-4-4h8v8h-8z", "m0-6l5.5 10h-11z", "m0-6l6 6-6 6-6-6z"][kind],
    });

  // A part without a score (null) is left out of the line: it is not a zero.
  const line = (/** @type {(number | null)[]} */ scores, /** @type {number} */ k) => {
    const dots = scores.flatMap((score, i) => (score === null ? [] : [point(i, scores.length, score)]));
    return Gk.svg(
      "g",
      { class: `reeks reeks--${k % 4}` },
      Gk.svg("polygon", { points: dots.join(" "), "stroke-dasharray": DASH[k % 4] }),
      ...dots.map(([x, y]) => marker(markOf(k), x, y)),
    );
  };

  // The room between the lowest and the highest person.
  const band = (/** @type {(number | null)[][]} */ persons) => {
    const ring = (/** @type {(...values: number[]) => number} */ pick) => {
      const dots = persons[0].flatMap((_, i) => {
        const values = persons.flatMap((scores) => scores[i] ?? []);
        return values.length ? [point(i, persons[0].length, pick(...values))] : [];
      });
      return dots.length ? `M${dots.join("L")}Z` : "";
    };
    return Gk.svg("path", { class: "band", "fill-rule": "evenodd", d: ring(Math.max) + ring(Math.min) });
  };

  /** The sign of one series, for beside its name. @param {number} k */
  const sign = (k) =>
    Gk.svg(
      "svg",
      { viewBox: "-20 -8 40 16", class: "teken", "aria-hidden": "true" },
      Gk.svg("g", { class: `reeks reeks--${k % 4}` }, Gk.svg("path", { d: "M-20 0H20", "stroke-dasharray": DASH[k % 4] }), marker(markOf(k), 0, 0)),
    );

  Gk.radar = { line, band, sign };
}
