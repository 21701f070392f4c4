"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

load("meten/score");

test("numbers are rounded as the oracle rounds them", () => {
  for (const [above, below, text] of cases().numbers) {
    assert.equal(Gk.score.shown(above / below), text, `${above}/${below}`);
  }
  assert.equal(Gk.score.shown(null), "–");
});

test("a change has its sign, and nothing is nothing", () => {
  assert.deepEqual([0.5, -0.5, 0.04, -0.04, null, undefined].map(Gk.score.change),
    [" (+0,5)", " (-0,5)", " (0,0)", " (0,0)", "", ""]);
});

test("the share of 'weet ik niet' is over all persons", () => {
  assert.equal(Gk.score.unknown([[6, 6, 1], [0, 6, 6]], [1, 2]), 0.75);
  assert.equal(Gk.score.unknown([], [1, 2]), 0);
});

test("places after the last one that counts are left out", () => {
  const onderdelen = [{ plekken: [1, 2] }, { plekken: [3] }];
  assert.deepEqual(Gk.score.perPart(onderdelen, [2, 4, 5], 1), [2, null]);
});
