// @ts-check
// A radar of one to many series as an SVG element. Every series has its own dash and marker; colour is extra.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  const { svg } = Gk;
  const DASH = ["none", "7 4", "2 4", "10 4 2 4"];
  const [X, Y, R, MAX] = [280, 158, 118, 5];
  const height = (/** @type {number} */ n) => (n === 3 ? 244 : 312); // a triangle needs less room below its centre

  /** @typedef {{naam: string, scores: (number | null)[]}} Reeks */

  // Dash and marker together are unique for 16 series.
  const markOf = (/** @type {number} */ k) => (k + Math.floor(k / 4)) % 4;

  const point = (/** @type {number} */ i, /** @type {number} */ n, /** @type {number} */ value) => {
    const angle = (i * 2 * Math.PI) / n - Math.PI / 2;
    return [X + (Math.cos(angle) * R * value) / MAX, Y + (Math.sin(angle) * R * value) / MAX].map((v) => +v.toFixed(1));
  };

  const marker = (/** @type {number} */ kind, /** @type {number} */ x, /** @type {number} */ y) =>
    svg("path", {
      d: `M${x} ${y}` + ["m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "m-4-4h8v8h-8z", "m0-6l5.5 10h-11z", "m0-6l6 6-6 6-6-6z"][kind],
    });

  const grid = (/** @type {number} */ n) => {
    const corners = Array.from({ length: n }, (_, i) => i);
    const rings = [1, 2, 3, 4, 5].map((v) => svg("polygon", { points: corners.map((i) => point(i, n, v)).join(" ") }));
    const spokes = corners.map((i) => svg("path", { d: `M${X} ${Y}L${point(i, n, MAX)}` }));
    return svg("g", { class: "rooster" }, ...rings, ...spokes);
  };

  const label = (/** @type {string} */ titel, /** @type {number} */ i, /** @type {number} */ n) => {
    const [x, y] = point(i, n, 5.6);
    const anchor = Math.abs(x - X) < 9 ? "middle" : x < X ? "end" : "start";
    return svg("text", { x, y: y + 5, "text-anchor": anchor }, svg("tspan", { class: "nr" }, `${i + 1} `), svg("tspan", { class: "naam" }, titel));
  };

  // A part without a score (null) is left out of the line: it is not a zero.
  const line = (/** @type {Reeks} */ { scores }, /** @type {number} */ k) => {
    const dots = scores.flatMap((score, i) => (score === null ? [] : [point(i, scores.length, score)]));
    return svg(
      "g",
      { class: `reeks reeks--${k % 4}` },
      svg("polygon", { points: dots.join(" "), "stroke-dasharray": DASH[k % 4] }),
      ...dots.map(([x, y]) => marker(markOf(k), x, y)),
    );
  };

  /** The room between the lowest and the highest person. @param {{scores: (number | null)[]}[]} persons @param {number} n */
  const band = (persons, n) => {
    const ring = (/** @type {(...values: number[]) => number} */ pick) =>
      Array.from({ length: n }, (_, i) => {
        const values = persons.flatMap(({ scores }) => scores[i] ?? []);
        return values.length ? [point(i, n, pick(...values))] : [];
      }).flat();
    const path = (/** @type {number[][]} */ dots) => (dots.length ? `M${dots.join("L")}Z` : "");
    return svg("path", { class: "band", "fill-rule": "evenodd", d: path(ring(Math.max)) + path(ring(Math.min)) });
  };

  /**
   * @param {string[]} titels names of the parts
   * @param {Reeks[]} series drawn as lines
   * @param {{scores: (number | null)[]}[]} persons drawn as a band when given
   * @param {string} naam what a screen reader calls the picture
   */
  const draw = (titels, series, persons, naam) =>
    svg(
      "svg",
      { viewBox: `0 0 560 ${height(titels.length)}`, role: "img", "aria-label": naam, class: "radar" },
      grid(titels.length),
      ...titels.map((titel, i) => label(titel, i, titels.length)),
      ...(persons.length ? [band(persons, titels.length)] : []),
      ...series.map(line),
    );

  /** The sign of one series, for beside its name. @param {number} k */
  const sign = (k) =>
    svg(
      "svg",
      { viewBox: "-20 -8 40 16", class: "teken", "aria-hidden": "true" },
      svg("g", { class: `reeks reeks--${k % 4}` }, svg("path", { d: "M-20 0H20", "stroke-dasharray": DASH[k % 4] }), marker(markOf(k), 0, 0)),
    );

  Gk.radar = { draw, sign };
}
