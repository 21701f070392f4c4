"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

load("days");

/** Work in each of these time zones. */
const inZones = (zones, work) => {
  const before = process.env.TZ;
  for (const zone of zones) {
    process.env.TZ = zone;
    work(zone);
  }
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
};
const ZONES = [
  "Pacific/Pago_Pago", "America/St_Johns", "UTC", "Europe/Amsterdam", "Asia/Kathmandu",
  "Pacific/Apia", "Pacific/Kiritimati",
];

test("a day is stored as the reader's own day, also late at night", () => {
  assert.equal(Gk.days.ymd(new Date(2026, 0, 5, 23, 59)), "20260105");
  assert.match(Gk.days.ymd(), /^20\d{6}$/);
});

// wojtekmaj/react-date-picker #263: a local midnight as UTC is the day before.
test("a day is the same in every time zone, from the first minute to the last", () => {
  inZones(ZONES, (zone) => {
    for (const [hour, minute] of [[0, 0], [0, 1], [12, 0], [23, 59]]) {
      assert.equal(Gk.days.ymd(new Date(2026, 11, 31, hour, minute)), "20261231", zone);
    }
  });
  const moment = new Date("2026-12-31T23:30Z");
  const found = ["Pacific/Pago_Pago", "Pacific/Kiritimati"].map((zone) => {
    let day;
    inZones([zone], () => { day = Gk.days.ymd(moment); });
    return day;
  });
  assert.deepEqual(found, ["20261231", "20270101"]);
});

test("the days on which the clock changes are as long as any", () => {
  inZones(["Europe/Amsterdam", "America/Santiago", "Africa/Cairo"], (zone) => {
    for (const day of ["2027-03-28", "2027-10-31", "2026-09-06", "2027-04-30"]) {
      const [year, month, date] = day.split("-").map(Number);
      const next = Gk.days.iso(Gk.days.ymd(new Date(year, month - 1, date + 1, 12)));
      assert.equal(Gk.days.plus(day, 1), next, `${zone} ${day}`);
      assert.equal(Gk.days.plusMonths(day, 0), day, zone);
    }
  });
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

test("a day of a clock that was reset exists, but is no day of a meting", () => {
  for (const day of ["1970-01-01", "2016-03-01", "2019-12-31", "2106-02-07"]) {
    assert.deepEqual([Gk.days.exists(day), Gk.days.isDay(day)], [true, false], day);
  }
  for (const day of ["1970-02-30", "2106-00-01", "12026-01-01", "undefined"]) {
    assert.equal(Gk.days.exists(day), false, day);
  }
});

test("the next day may be in another month or year", () => {
  const next = { "2027-02-28": "2027-03-01", "2028-02-28": "2028-02-29", "2026-12-31": "2027-01-01" };
  for (const [day, after] of Object.entries(next)) assert.equal(Gk.days.plus(day, 1), after);
});

// briannesbitt/Carbon #236, qcubed/qcubed #675: 31 January + 1 month became 3 March.
test("months later is the same day, or the last one of a shorter month", () => {
  const cases = [
    ["2026-08-31", 6, "2027-02-28"], ["2027-08-31", 6, "2028-02-29"],
    ["2026-11-30", 3, "2027-02-28"], ["2026-12-31", 6, "2027-06-30"],
    ["2028-02-29", 12, "2029-02-28"], ["2026-12-01", 3, "2027-03-01"],
    ["2026-09-30", 6, "2027-03-30"], ["2026-10-31", 3, "2027-01-31"],
  ];
  inZones(ZONES, (zone) => {
    for (const [day, months, after] of cases) {
      assert.equal(Gk.days.plusMonths(day, months), after, `${zone} ${day}`);
    }
  });
});

// chatmail/core #1901: a date that the program carries shows which clocks are wrong.
test("a clock from before the site, or from long after, is doubtful", () => {
  const made = "2026-11-21";
  const right = ["2026-11-20", "2026-11-21", "2026-12-31", "2029-02-28", "2031-11-21"];
  for (const day of right) assert.equal(Gk.days.isDoubtful(day, made), false, day);
  const wrong = [
    "1970-01-01", "1980-01-06", "2000-01-01", "2019-11-21", "2026-11-19", "2025-11-21",
    "2031-11-22", "2038-01-19", "2062-11-21", "2106-02-07", "10000-01-01", "undefined",
  ];
  for (const day of wrong) assert.equal(Gk.days.isDoubtful(day, made), true, day);
});
