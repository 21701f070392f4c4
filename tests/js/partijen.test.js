"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

load("meten/score", "folding", "meten/partijen");

const placesFrom = (start) => [0, 1, 2, 3, 4].map((k) => start + k);
const scanOf = (over, huis = false) => ({
  id: "x",
  aantallen: [40],
  huis: huis ? "Collega's" : "",
  elkaar: over.includes("elkaar"),
  onderdelen: over.map((one, i) => ({
    id: `d${i}`, titel: "", over: one, plekken: placesFrom(1 + 5 * i), wij: placesFrom(21 + 5 * i),
  })),
});
const personOf = (antwoord, naam, partij = "") =>
  ({ naam, partij, antwoorden: Array(40).fill(antwoord), code: naam });

test("groups of every sort come to what the oracle says", () => {
  for (const { over, huis, drie, persons, ...wanted } of cases().groups) {
    const found = Gk.parties.group(scanOf(over, huis), persons, { drie });
    const rows = (name) => found.lijnen.map((lijn) => lijn[name].map(Gk.score.shown));
    assert.deepEqual(
      found.lijnen.map(({ personen }) => personen.map((one) => persons.indexOf(one))), wanted.lines);
    assert.deepEqual(rows("scores"), wanted.scores);
    assert.deepEqual(rows("zelf"), wanted.mirrors);
    assert.deepEqual(found.means.map(Gk.score.shown), wanted.means);
    assert.deepEqual(found.spreads.map(Gk.score.shown), wanted.spreads);
    assert.deepEqual(found.wachten.map(({ personen }) => personen.length), wanted.waiting);
  }
});

test("a large party weighs as much as a small one", () => {
  const persons = [1, 1, 1].map((answer, k) => personOf(answer, `G${k}`, "Gemeente"));
  const { means, lijnen } =
    Gk.parties.group(scanOf(["zelfde"]), [...persons, personOf(5, "Ann", "Waterschap")]);
  assert.deepEqual(lijnen.map(({ naam }) => naam), ["Gemeente", "Waterschap"]);
  assert.deepEqual(means, [3]);
});

test("persons have a line of their own when no party has more of them", () => {
  const lines = (persons) =>
    Gk.parties.group(scanOf(["zelfde"]), persons).lijnen.map(({ naam }) => naam);
  assert.deepEqual(lines([personOf(1, "Ann"), personOf(2, "Bea")]), ["Ann", "Bea"]);
  assert.deepEqual(lines([personOf(1, "Ann", "A"), personOf(2, "Bea")]), ["Ann, A", "Bea"]);
  const nameless = { ...personOf(1, "Partner 1", "A"), naamloos: true };
  assert.deepEqual(lines([nameless, personOf(2, "Bea")]), ["A", "Bea"]);
  assert.deepEqual(lines([personOf(1, "Ann", "A"), personOf(2, "Bea", "a")]), ["Ann", "Bea"]);
});

// ---------- nothing of a party below three answers ----------

const three = (answers, partij) => answers.map((answer, k) => personOf(answer, `${partij}${k}`, partij));

test("a party with two answers is in no number that is shown", () => {
  const seen = three([2, 3, 4], "Gemeente");
  for (const over of ["zelfde", "zelf", "elkaar"]) {
    const shown = (hidden) => {
      const groep = Gk.parties.group(scanOf([over]), [...seen, ...hidden], { drie: true });
      const { wachten, personen, ...rest } = groep;
      assert.equal(personen.length, 3);
      assert.deepEqual(wachten.map((one) => [one.naam, one.personen.length]), [["Bouw", 2]]);
      return JSON.stringify(rest);
    };
    assert.equal(shown(three([1, 1], "Bouw")), shown(three([5, 6], "Bouw")));
  }
});

test("a part that fewer than three of a party could answer is a dash", () => {
  const persons = three([2, 6, 6], "Gemeente");
  const { lijnen, means } = Gk.parties.group(scanOf(["zelfde"]), persons, { drie: true });
  assert.deepEqual([lijnen[0].scores, means], [[null], [null]]);
});
