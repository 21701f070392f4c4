"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

load("folding");
const { fold, same, words, wordsOf } = Gk.folding;
const { gelijk, anders, vouw, woorden } = cases();

test("text is folded as Python folds it", () => {
  for (const [first, ...rest] of gelijk) {
    for (const text of rest) assert.equal(fold(text), fold(first), text);
  }
  for (const [one, other] of anders) assert.notEqual(fold(one), fold(other));
  for (const [text, folded] of Object.entries(vouw)) assert.equal(fold(text), folded);
});

test("words lose what stands behind an apostrophe, as in Python", () => {
  for (const [text, found] of Object.entries(woorden)) assert.deepEqual([...words(text)], found);
});

test("texts that are folded together have the words that each has alone", () => {
  const pairs = [...gelijk.flat(), ...anders.flat()];
  const texts = [...pairs, ...Object.keys(vouw), ...Object.keys(woorden), ""];
  assert.deepEqual(wordsOf(texts), texts.map((text) => [...words(text)]));
});

test("a name is the same however it is typed, and one without letters only as it is", () => {
  assert.ok(same("Bouw B.V.", "bouw\u00a0bv"));
  assert.ok(same("👷🏽", "👷🏽") && same("'", "'"));
  assert.ok(!same("'", ".") && !same("👷🏽", "👷🏻") && !same("", "Ann"));
});
