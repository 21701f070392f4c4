"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

/** A store that can be full. */
const stored = new Map();
let full = false;
Gk.store = {
  read: (key) => stored.get(key) ?? {},
  write: (key, value) => !full && Boolean(stored.set(key, value)),
  remove: (key) => stored.delete(key),
  keys: () => [...stored.keys()].sort(),
};
load("keys", "invullen/filled");

const PLAN = {
  velden: [["wringt", "Hier wringt het", "tekst"], ["dag", "Wanneer?", "datum"]],
  kolommen: [["Partij", "tekst"], ["Belang", "tekst"], ["Klaar op", "datum"]],
  rijen: ["", ""],
};

test("what is stored is read again, and nothing typed leaves nothing behind", () => {
  const value = { velden: { wringt: "Geld" }, rijen: [{ kop: "School", cellen: { Belang: "Rust" } }] };
  assert.equal(Gk.filled.write("kaart", "", value), true);
  assert.equal(Gk.filled.write("kaart", "kist1234", value), true);
  assert.deepEqual(Gk.filled.read("kaart"), value);
  assert.deepEqual(Gk.filled.kisten("kaart"), ["", "kist1234"]);
  assert.deepEqual(Gk.filled.kisten("kaar"), []);
  assert.equal(Gk.filled.write("kaart", "", { velden: {}, rijen: [{ kop: "", cellen: {} }] }), true);
  assert.deepEqual([...stored.keys()], ["invullen.kaart.kist1234"]);
});

test("a full store says so and keeps what it had", () => {
  full = true;
  assert.equal(Gk.filled.write("kaart", "kist1234", { velden: { wringt: "Meer" }, rijen: [] }), false);
  full = false;
  assert.equal(Gk.filled.read("kaart", "kist1234").velden.wringt, "Geld");
});

test("what somebody else made of it is judged, never thrown on", () => {
  const strange = [
    null, 7, "tekst", [], { velden: 3, rijen: 4 }, { velden: { a: 1, b: "" }, rijen: "x" },
    { velden: null, rijen: [null, 3, { kop: 4, cellen: 5 }] },
  ];
  for (const value of strange) {
    assert.deepEqual(Gk.filled.sound(value), { velden: {}, rijen: [] });
  }
  const { velden } = Gk.filled.sound(JSON.parse('{"velden":{"__proto__":"<b>","a":"<img onerror>"}}'));
  assert.equal(velden.a, "<img onerror>");
  assert.equal({}.b, undefined);
});

test("an empty row between others keeps its place, one at the end goes", () => {
  const empty = { kop: "", cellen: {} };
  const row = { kop: "", cellen: { Belang: "Rust" } };
  assert.deepEqual(Gk.filled.sound({ rijen: [empty, row, empty, empty] }).rijen, [empty, row]);
});

test("texts come in the order of the sheet with the head line first, days as readers say them", () => {
  const velden = { dag: "2026-12-01", wringt: "Geld", "blad.namen": "Kim", "oude-vraag": "Ja" };
  assert.deepEqual(Gk.filled.texts("kaart", { velden, rijen: [] }, PLAN), [
    ["Namen", "Kim"],
    ["Hier wringt het", "Geld"],
    ["Wanneer?", "1-12-2026"],
    // The box is gone, its text is not.
    ["oude vraag", "Ja"],
  ]);
});

test("a table has its head, the rows with something in them, and a column that is gone", () => {
  const rijen = [
    { kop: "", cellen: {} },
    { kop: "School", cellen: { "Klaar op": "2026-12-01", Vroeger: "Stil" } },
  ];
  assert.deepEqual(Gk.filled.table("kaart", { velden: {}, rijen }, PLAN), [
    ["Partij", "Belang", "Klaar op", "Vroeger"],
    ["School", "", "1-12-2026", "Stil"],
  ]);
  assert.deepEqual(Gk.filled.table("kaart", { velden: {}, rijen: [rijen[0]] }, PLAN), []);
});

test("labels come from the data of the sheet where a page has not said them", () => {
  Gk.sheets = { kaart: { invul: PLAN } };
  const value = { velden: { wringt: "Geld" }, rijen: [] };
  assert.deepEqual(Gk.filled.texts("kaart", value), [["Hier wringt het", "Geld"]]);
  assert.deepEqual(Gk.filled.texts("anders", value), [["wringt", "Geld"]]);
});

test("rows stand where the sheet has them, and what has no place there behind them", () => {
  const plan = { ...PLAN, rijen: ["", "School", "", "Samen"] };
  const row = (kop, text) => ({ kop, cellen: { Belang: text } });
  const free = [row("Gemeente", "a"), row("Bouwer", "b"), row("Klant", "c")];
  const rijen = [row("Samen", "s"), ...free];
  assert.deepEqual(Gk.filled.inRows(rijen, plan), [
    free[0], { kop: "School", cellen: {} }, free[1], rijen[0], free[2],
  ]);
  assert.notEqual(Gk.filled.inRows(rijen, plan)[0], free[0]); // a copy
});

test("a number is a name that a reader may type", () => {
  const rijen = [{ kop: "2", cellen: {} }, { kop: "Plek 1", cellen: { Belang: "Rust" } }];
  assert.deepEqual(Gk.filled.sound({ rijen }).rijen, rijen);
});

test("who types the name of a row of the sheet above it keeps both rows in their place", () => {
  const plan = { ...PLAN, rijen: ["", "Samen"] };
  const rijen = ["boven", "onder"].map((text) => ({ kop: "Samen", cellen: { Belang: text } }));
  assert.deepEqual(Gk.filled.inRows(rijen, plan), rijen);
});

test("on paper row k stands in row k, with days as readers say them", () => {
  const rijen = [{ kop: "School", cellen: { "Klaar op": "2026-12-01", Belang: "2026-12-01" } }];
  const typed = { dag: "2026-12-02", "blad.datum": "2026-12-03", wringt: "2026-12-04" };
  const { velden, rijen: [first] } = Gk.filled.onPaper({ velden: typed, rijen }, PLAN);
  assert.deepEqual(velden, { dag: "2-12-2026", "blad.datum": "3-12-2026", wringt: "2026-12-04" });
  assert.deepEqual(first.cellen, { "Klaar op": "1-12-2026", Belang: "2026-12-01" });
});
