"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

load("links", "wegwijzer");

const { pages, cases: table } = cases();

for (const { what, by, address, to, offers = [] } of table) {
  test(`${what}${by ? `, as in ${by}` : ""}`, () => {
    assert.deepEqual(Gk.wegwijzer(address, pages), { naar: to ?? "", bij: offers });
  });
}
