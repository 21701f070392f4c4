"use strict";
const assert = require("node:assert/strict");
const { beforeEach, test } = require("node:test");
const { load } = require("./load.js");

/** What was typed, by sheet. */
let typed = {};
/** When something was typed on every sheet. */
let op;
Gk.filled = {
  read: (blad) => ({ velden: {}, rijen: [], ...typed[blad] }),
  isEmpty: ({ velden }) => !Object.keys(velden).length,
};
Gk.store = { read: () => ({ op }) };
Gk.keys = { ofSheet: (blad) => blad };
load("days", "bijeenkomst/report");

const sheet = (vakken, rij = {}, kolommen = []) =>
  ({ afspraken: { vakken, rij }, invul: { velden: [], kolommen, rijen: [] } });
const TITLES = [["Wat?", "tekst"], ["Ambitie", "tekst"], ["Wie?", "naam"], ["Klaar op", "datum"]];
const ROW = { actie: "", wat: "Wat?", wie: "Wie?", wanneer: "Klaar op" };
const row = (kop, wie = "", wanneer = "") =>
  ({ kop, cellen: { Ambitie: "Rust", "Wie?": wie, "Klaar op": wanneer } });

const kistOf = (...ids) => ({ sleutel: "kist1234", blokken: ids.map((blad) => ({ blad })) });
const agreements = (...ids) => Gk.report.agreements(kistOf(...ids), { dag: "" });

beforeEach(() => {
  typed = {};
  Gk.sheets = {};
});

test("who does it, in a box of its own, is the name", () => {
  Gk.sheets.keet = sheet([{ actie: "", wat: "ding", wie: "wie" }]);
  typed.keet = { velden: { ding: "Het hek\nverplaatsen", wie: "Anna, vrijdag", ander: "Geld" } };
  assert.deepEqual(agreements("keet"), [
    { actie: "Het hek verplaatsen", wie: "Anna, vrijdag", wanneer: "" },
  ]);
});

test("a long agreement is cut between its characters", () => {
  Gk.sheets.keet = sheet([{ actie: "", wat: "ding", wie: "wie" }]);
  for (const lead of [197, 198, 199]) {
    typed.keet = { velden: { ding: `${"a".repeat(lead)}👷👷`, wie: "" } };
    const [{ actie }] = agreements("keet");
    assert.ok(actie.isWellFormed() && actie.length > lead - 1 && actie.length <= 200, actie);
  }
});

test("a box that asks who alone says what it is about", () => {
  Gk.sheets.blad = sheet([
    { actie: "Loop het blad na", wie: "wie", wanneer: "dag" }, { actie: "Zoek uit", wat: "vraag" },
  ]);
  assert.deepEqual(agreements("blad"), []);
  typed.blad = { velden: { wie: "Anna", dag: "2026-12-01", vraag: "Mag het?" } };
  assert.deepEqual(agreements("blad"), [
    { actie: "Loop het blad na", wie: "Anna", wanneer: "2026-12-01" },
    { actie: "Zoek uit: Mag het?", wie: "", wanneer: "" },
  ]);
});

test("what is no name and no day stays readable behind the action", () => {
  const who = "De contractmanager vraagt het de jurist, en belt";
  Gk.sheets.blad = sheet([{ actie: "Laat het nakijken", wie: "wie", wanneer: "dag" }]);
  typed.blad = { velden: { wie: who, dag: "na de zomer" } };
  assert.deepEqual(agreements("blad"), [
    { actie: `Laat het nakijken (${who}, na de zomer)`, wie: "", wanneer: "" },
  ]);
});

test("a long action leaves room for who and when", () => {
  Gk.sheets.blad = sheet([{ actie: "", wat: "wat", wie: "wie", wanneer: "dag" }]);
  typed.blad = { velden: { wat: "w".repeat(250), wie: "Jan", dag: "na de zomer" } };
  const [{ actie }] = agreements("blad");
  assert.equal(actie.length, 200);
  assert.ok(actie.endsWith("w (na de zomer)"));
});

test("an older report has what stood on its sheet then, when it was typed over later", () => {
  Gk.sheets.blad = sheet([{ actie: "", wat: "wat" }]);
  typed.blad = { velden: { wat: "Nu" } };
  const then = { velden: { wat: "Toen" }, rijen: [] };
  const found = (dag, blad, tot) =>
    Gk.report.agreements(kistOf("blad"), { dag, tot, blad })[0].actie;
  op = Date.parse("2026-02-02T12:00"); // by now long ago
  assert.equal(found("2026-01-01", then), "Toen");
  assert.equal(found("2026-02-02", then), "Nu");
  assert.equal(found("2026-01-01", then, "2026-02-02"), "Nu"); // gone on with
  op = Date.now();
  assert.equal(found("2026-01-01", then), "Toen");
  assert.equal(found(Gk.days.today(), then), "Nu");
  assert.equal(found("2026-01-01", then, Gk.days.today()), "Nu");
  assert.equal(found("2026-01-01"), "Nu");
  op = undefined; // as an earlier version stored it
  assert.equal(found("2026-01-01", then), "Nu");
  typed.blad = {}; // emptied, to begin anew
  assert.equal(found("2026-01-01", then), "Toen");
});

test("a row is an agreement once it names somebody or a day", () => {
  Gk.sheets.acties = sheet([], ROW, TITLES);
  typed.acties = { rijen: [
    row("Eén nummer", "Wout en Fatima", "2026-12-01"), row("Niet nu"), row("Bellen", "", "2026-12-02"),
    row("", "Bea"),
  ] };
  assert.deepEqual(agreements("acties"), [
    { actie: "Eén nummer", wie: "Wout en Fatima", wanneer: "2026-12-01" },
    { actie: "Bellen", wie: "", wanneer: "2026-12-02" },
  ]);
});

test("a table that asks for no name has an agreement in each row", () => {
  Gk.sheets.acties = sheet([], { actie: "Doe", wat: "Ambitie" }, TITLES);
  typed.acties = { rijen: [row("Eén nummer")] };
  assert.deepEqual(agreements("acties"), [{ actie: "Doe: Rust", wie: "", wanneer: "" }]);
});

test("each sheet counts once, in the order of the kist, and one that did not come not at all", () => {
  Gk.sheets.een = sheet([{ actie: "", wat: "een" }]);
  Gk.sheets.twee = sheet([{ actie: "", wat: "twee" }]);
  typed = { een: { velden: { een: "Eerst" } }, twee: { velden: { twee: "Dan" } } };
  const found = agreements("twee", "weg", "een", "twee").map(({ actie }) => actie);
  assert.deepEqual(found, ["Dan", "Eerst"]);
});

/** A row of a report. */
const own = (actie, wie = "", wanneer = "", uit = undefined) =>
  ({ sleutel: "afspraak1", op: 1, actie, wie, wanneer, ...(uit ? { uit } : {}) });
const found = (...rows) => rows.map((row) => own(...row));
/** What would come in a report, as what, who and when. */
const fresh = (rows, sheets) =>
  Gk.report.fresh(rows, sheets).map(({ actie, wie, wanneer }) => [actie, wie, wanneer].join("|"));

test("the same words with another name or day are another agreement", () => {
  const sheets = found(["Bel", "Anna"], ["Bel", "Bea"], ["Bel", "Bea"], ["Bel", "Bea", "2026-12-01"]);
  assert.deepEqual(fresh([], sheets), ["Bel|Anna|", "Bel|Bea|", "Bel|Bea|2026-12-01"]);
  assert.deepEqual(fresh(found(["Bel", "Anna"]), found(["Bel", "Bea"])), ["Bel|Bea|"]);
});

test("what was taken over and then changed by hand is not taken again", () => {
  const sheets = found(["Bel", "Anna"], ["Mail"]);
  const taken = Gk.report.fresh([], sheets);
  assert.deepEqual(fresh(taken, sheets), []);
  const [one, two] = taken;
  const changed = [{ ...one, actie: "Bel maandag", wie: "Bea" }, { ...two, wanneer: "2026-12-01" }];
  assert.deepEqual(fresh(changed, sheets), []);
  assert.deepEqual(fresh(changed, found(["Bel", "Anna"], ["Mail"], ["Mail", "Cas"])), ["Mail|Cas|"]);
});

test("a row completed by hand is the one of the sheet, also when nothing says so", () => {
  const [before, sheets] = [found(["Bel", "Anna", "2026-12-01"]), found(["Bel"], ["Bel", "Anna"])];
  assert.deepEqual(fresh(before, found(["Bel"])), []);
  assert.deepEqual(fresh(before, found(["Bel", "Anna"])), []);
  assert.deepEqual(fresh(before, sheets), ["Bel|Anna|"]); // there are two on the sheet
});

test("a name or day that comes later on the sheet completes the row", () => {
  const taken = Gk.report.fresh([], found(["Bel", "", "2026-12-01"]));
  const [whole, ...more] = Gk.report.fresh(taken, found(["Bel", "Anna", "2026-12-01"]));
  assert.deepEqual([whole.sleutel, whole.wie, more], [taken[0].sleutel, "Anna", []]);
  assert.deepEqual(fresh([whole], found(["Bel", "Anna", "2026-12-01"])), []);
});
