"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

load("days");

test("a day is stored as the reader's own day, also late at night", () => {
  assert.equal(Gk.days.ymd(new Date(2026, 0, 5, 23, 59)), "20260105");
  assert.match(Gk.days.ymd(), /^20\d{6}$/);
});

test("a day is shown as a reader says it", () => {
  assert.equal(Gk.days.shown("20261121"), "21-11-2026");
  assert.equal(Gk.days.shown("2026-01-05"), "5-1-2026");
  assert.equal(Gk.days.iso("20261121"), "2026-11-21");
});

test("a day that does not exist is none", () => {
  for (const day of ["2026-11-21", "2028-02-29"]) assert.equal(Gk.days.isDay(day), true, day);
  const wrong = ["2026-02-29", "2026-13-01", "2026-99-99", "2019-01-01", "20261121", "", null, 7];
  for (const day of wrong) assert.equal(Gk.days.isDay(day), false, String(day));
});
