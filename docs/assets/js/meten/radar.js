// @ts-check
// What is drawn in a radar (macros/pages/radar.py makes the empty one). Every series has its own
// dash and marker; colour is extra.
{
  const DASH = ["none", "7 4", "2 4", "10 4 2 4"];
  const MARKER = [
    "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "m-4-4h8v8h-8z", "m0-6l5.5 10h-11z",
    "m0-6l6 6-6 6-6-6z",
  ];
  const [X, Y, R, MAX] = [280, 158, 118, 5]; // as in macros/pages/radar.py

  // Dash and marker together are unique for 16 series.
  const markerOf = (/** @type {number} */ k) => (k + Math.floor(k / 4)) % 4;

  /** @param {number} i number of the part @param {number} n how many parts @param {number} value */
  const point = (i, n, value) => {
    const angle = (i * 2 * Math.PI) / n - Math.PI / 2;
    const at = [X + (Math.cos(angle) * R * value) / MAX, Y + (Math.sin(angle) * R * value) / MAX];
    return at.map((v) => +v.toFixed(1));
  };

  /** @param {number} kind @param {number} x @param {number} y */
  const marker = (kind, x, y) => Gk.dom.svg("path", { d: `M${x} ${y}${MARKER[kind]}` });

  // A part without a score (null) is left out of the line: it is not a zero.
  /** @type {Shared["radar"]["line"]} */
  const line = (scores, k) => {
    const { length } = scores;
    const dots = scores.flatMap((score, i) => (score === null ? [] : [point(i, length, score)]));
    return Gk.dom.svg(
      "g",
      { class: `reeks reeks--${k % 4}` },
      Gk.dom.svg("polygon", { points: dots.join(" "), "stroke-dasharray": DASH[k % 4] }),
      ...dots.map(([x, y]) => marker(markerOf(k), x, y)),
    );
  };

  // The room between the lowest and the highest person.
  /** @type {Shared["radar"]["band"]} */
  const band = (persons) => {
    const ring = (/** @type {(...values: number[]) => number} */ pick) => {
      const dots = persons[0].flatMap((_, i) => {
        const values = persons.flatMap((scores) => scores[i] ?? []);
        return values.length ? [point(i, persons[0].length, pick(...values))] : [];
      });
      return dots.length ? `M${dots.join("L")}Z` : "";
    };
    const d = ring(Math.max) + ring(Math.min);
    return Gk.dom.svg("path", { class: "band", "fill-rule": "evenodd", d });
  };

  // A piece of the line of one series, to stand beside its name.
  /** @type {Shared["radar"]["sign"]} */
  const sign = (k) => Gk.dom.svg(
    "svg",
    { viewBox: "-20 -8 40 16", class: "teken", "aria-hidden": "true" },
    Gk.dom.svg(
      "g",
      { class: `reeks reeks--${k % 4}` },
      Gk.dom.svg("path", { d: "M-20 0H20", "stroke-dasharray": DASH[k % 4] }),
      marker(markerOf(k), 0, 0),
    ),
  );

  Gk.radar = { line, band, sign };
}
