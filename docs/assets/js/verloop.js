// @ts-check
// A meting through time: what changed since the last round, every round beside the others, and what was agreed.
{
  /** A table with a row for every part. @param {any} meting @param {(Node | string)[][]} columns each with its head @param {object} gaten */
  Gk.tabel = (meting, columns, gaten) => {
    const table = meting.maak("tabel", gaten);
    for (const [head, ...cells] of columns) {
      table.rows[0].append(Gk.el("th", { scope: "col" }, Gk.el("bdi", {}, head)));
      cells.forEach((cell, k) => table.rows[k + 1].insertCell().append(cell));
    }
    return table;
  };

  /** The score of one person per part. @param {any} meting @param {number[]} antwoorden @param {number} [tot] only places up to here */
  Gk.scores = (meting, antwoorden, tot = Infinity) =>
    meting.onderdelen.map((/** @type {any} */ { plekken }) => Gk.score(antwoorden, plekken.filter((/** @type {number} */ plek) => plek <= tot)));

  /** The mean of the group per part. @param {any} meting @param {any[]} personen @param {number} [tot] @returns {(number | null)[]} */
  Gk.means = (meting, personen, tot) => {
    const all = personen.map(({ antwoorden }) => Gk.scores(meting, antwoorden, tot));
    return meting.onderdelen.map((/** @type {any} */ _, /** @type {number} */ i) => Gk.together(all.map((one) => one[i])));
  };

  /** The number of places that earlier results all had. @param {any} meting @param {any[]} uitslagen @returns {number} */
  const shared = ({ aantallen }, uitslagen) => Math.min(...uitslagen.map(({ versie }) => aantallen[versie - 1]));

  /** Change per part since then, over the places that both have. @param {any} meting @param {any[]} now @param {any[]} then */
  const since = (meting, now, then) => {
    const [values, before] = [now, then].map((round) => Gk.means(meting, round, shared(meting, then)));
    return values.map((value, i) => (value === null || before[i] === null ? null : value - before[i]));
  };

  /** The change of each person since their own last round, and of the group when it is as large. @param {any} meting @param {any[]} personen */
  Gk.veranderingen = (meting, personen) => {
    const { codes, eigen } = meting.rondes.at(-1) ?? {};
    const last = meting.readAll(codes);
    const each = personen.map((persoon) =>
      since(meting, [persoon], last.filter((/** @type {any} */ then) => (eigen && !persoon.code ? then.code === eigen : then.naam === persoon.naam))));
    return [...each, last.length === personen.length ? since(meting, personen, last) : []];
  };

  /** How a part went, as a small line. @param {(number | null)[]} values */
  const lijntje = (values) => {
    const step = 52 / Math.max(values.length - 1, 1);
    const dots = values.flatMap((value, k) => (value === null ? [] : [`${4 + k * step},${26 - value * 4.5}`]));
    return Gk.svg("svg", { viewBox: "0 0 60 26", class: "verloop", "aria-hidden": "true" }, Gk.svg("polyline", { points: dots.join(" ") }));
  };

  /** Every round over the places that all earlier ones have. @param {any} meting @param {any[]} personen */
  Gk.toonVerloop = (meting, personen) => {
    const { rondes } = meting;
    meting.show({ trend: rondes.length });
    if (!rondes.length) return;
    const earlier = rondes.map((/** @type {any} */ { codes }) => meting.readAll(codes));
    const tot = shared(meting, earlier.flat());
    const [then, now] = [earlier.at(-1)?.length, personen.length];
    const keren = (now === then ? [...earlier, personen] : earlier).map((/** @type {any[]} */ round) => Gk.means(meting, round, tot));
    const columns = keren.map((/** @type {any[]} */ values, /** @type {number} */ k) => [rondes[k] ? Gk.dag(rondes[k].datum) : "Nu", ...values.map(Gk.getal)]);
    const lines = meting.onderdelen.map((/** @type {any} */ _, /** @type {number} */ i) => lijntje(keren.map((/** @type {any[]} */ values) => values[i])));
    const added = meting.plekken.filter((/** @type {number} */ plek) => plek > tot).map((/** @type {number} */ plek) => meting.stelling(plek));
    meting.show({ nu: now && now !== then, nieuw: added.length });
    meting.deel("verloop").replaceChildren(Gk.tabel(meting, [...columns, ["Verloop", ...lines]], { keren: true }));
    meting.deel("nu").textContent = now < then ? `Nu: ${now} van ${then} partijen.` : `Nu: ${now} partijen, vorige keer ${then}.`;
    meting.deel("nieuw").lastElementChild.textContent = added.join(" ");
    toonActies(meting);
  };

  /** What was agreed in an earlier round and is not done yet. @param {any} meting */
  const toonActies = (meting) => {
    const open = meting.acties().filter(Gk.isOpen);
    meting.show({ acties: open.length });
    meting.deel("acties").lastElementChild.replaceChildren(...open.map((/** @type {any} */ actie) =>
      Gk.el("li", {}, `${Gk.actieTitel(actie)}: ${actie.stand || "nog niet begonnen"}`)));
  };
}
