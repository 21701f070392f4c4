"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

const { facts, words, titles: given, facets } = cases();
load("folding", "zoeken/passend", "zoeken/feiten");
const { read, numbers } = Gk.feiten;
const titles = given.map((title) => ` ${Gk.folding.words(title).join(" ")}`);

test("facts become filters, and the rest stays as it was typed", () => {
  for (const { text, filters, rest = "" } of facts) {
    const found = read(text);
    assert.deepEqual(found.filters, filters, text);
    assert.equal(found.rest, rest, text);
  }
});

test("each fact says which words it was", () => {
  const { parts } = read(" Vertrouwen, met z'n  Zessen - via Teams");
  assert.deepEqual(parts, [
    { name: "plek", values: ["online"], places: [5, 6] },
    { name: "mensen", values: ["6"], places: [1, 2, 3] },
  ]);
  const twice = read("met een team 20 minuten met 8 mensen").parts;
  assert.deepEqual(twice.map(({ places }) => places), [[3, 4], [5, 6, 7]]);
});

test("what only looks like a fact is looked for", () => {
  for (const text of words) assert.deepEqual(read(text), { filters: {}, rest: text, parts: [] });
});

test("a title, also half typed, is no fact", () => {
  for (const text of ["kennismaken in een half uur", "Een grote groep"]) {
    assert.deepEqual(read(text, titles), { filters: {}, rest: text, parts: [] });
  }
  assert.deepEqual(read("half uur", titles).filters, { minuten: ["30"] });
});

test("a number in letters is that number", () => {
  assert.deepEqual([numbers[0], numbers[8], numbers[20]], ["nul", "acht", "twintig"]);
  assert.equal(numbers.length, 21);
});

test("the page of instruments knows every value", () => {
  const known = { ...facets, voorbereiding: ["geen"] };
  for (const { text } of facts) {
    for (const [name, values] of Object.entries(read(text).filters)) {
      if (["minuten", "mensen"].includes(name)) continue;
      for (const value of values) assert.ok(known[name].includes(value), `${name}=${value}`);
    }
  }
});

test("a long text is read at once", () => {
  const long = "met 8 van een half uur zonder een fase ".repeat(3000);
  assert.ok(read(long).parts.length);
});
