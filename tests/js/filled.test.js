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
load("invullen/filled");

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
