"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

process.env.TZ = "Europe/Amsterdam";
load("leiden/klok");

const { klok } = Gk;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const NINE = new Date(2026, 11, 1, 9, 0).getTime();

const step = (minuten, more = {}) => ({
  blok: "b", soort: "", blad: "", kop: "K", titel: `T${minuten}`, tekst: "", vragen: [], ook: [],
  notitie: "", minuten, erbij: 0, minste: 0, los: false, vast: 0, ...more,
});
const begin = (stappen, more = {}) =>
  klok.start({ bron: "blad=x", titel: "X", stappen, uitkomst: "", einde: 0, ...more }, NINE);
/** What is seen so many seconds after nine. */
const seen = (run, seconds) => klok.stand(run, NINE + seconds * SECOND);

test("a step counts down by the clock, and past zero up", () => {
  const run = begin([step(5), step(10)]);
  const shown = [0, 1, 60, 299, 300, 301, 365].map((s) => klok.shown(seen(run, s).over));
  assert.deepEqual(shown, ["5:00", "4:59", "4:00", "0:01", "0:00", "+0:01", "+1:05"]);
  assert.equal(klok.shown(3 * 3600 + 62), "3:01:02");
});

test("four hours are right to a second, however seldom somebody looks", () => {
  const run = begin([step(240), step(5)]);
  for (const seconds of [0.2, 59.9, 3599, 7200.5, 14399, 14400]) {
    assert.ok(Math.abs(seen(run, seconds).over - (14400 - seconds)) <= 1, String(seconds));
  }
});

test("it says what is next and when, when it ends, and how far behind it is", () => {
  const run = begin([step(5), step(10), step(20)]);
  const at = seen(run, 0);
  assert.deepEqual([klok.time(at.straks), klok.time(at.einde), at.achter], ["09:05", "09:35", 0]);
  const late = seen(run, 8 * 60 + 30);
  assert.deepEqual([late.stap, klok.time(late.einde), late.achter], [0, "09:39", 4]);
  const ahead = klok.go(run, 1, NINE + 2 * MINUTE);
  assert.deepEqual([seen(ahead, 120).stap, seen(ahead, 120).achter], [1, -3]);
  assert.equal(klok.time(seen(ahead, 120).einde), "09:32");
});

test("a step that was left too early goes on where it was", () => {
  let run = klok.go(begin([step(5), step(10)]), 1, NINE + MINUTE);
  run = klok.go(run, 0, NINE + MINUTE + 20 * SECOND);
  assert.equal(seen(run, 90).over, 300 - 70);
  run = klok.go(run, 1, NINE + 2 * MINUTE);
  assert.equal(seen(run, 120).over, 600 - 20);
  assert.equal(klok.go(run, 1, NINE + 3 * MINUTE), run);
});

/** A row of numbers that is the same every time. */
const seeded = (seed) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const draw = seeded(11);
const below = (most) => Math.floor(draw() * most);

/** What a leader may do, as the run gets it and as one who counts each second does. */
const DEEDS = {
  next: (run, now) => klok.go(run, seenStep(run) + 1, now),
  back: (run, now) => klok.go(run, seenStep(run) - 1, now),
  more: (run) => klok.extend(run, 1),
  pause: (run, now) => (klok.isPaused(run) ? klok.resume(run, now) : klok.pause(run, now)),
};
const seenStep = (run) => run.momenten.at(-1).stap;
const COUNTED = {
  next: (one) => ({ ...one, stap: one.stap + 1, rust: false }),
  back: (one) => (one.stap ? { ...one, stap: one.stap - 1, rust: false } : one),
  more: (one) => ({ ...one, left: one.left.map((left, k) => left + (k === one.stap ? 60 : 0)) }),
  pause: (one) => ({ ...one, rust: !one.rust }),
};

/** One second for who counts: nothing goes in a pause, or before a fixed time. */
const second = (one, steps, now) => {
  const { stap, left, rust } = one;
  if (rust || now < (steps[stap].vast || 0)) return one;
  return { ...one, left: left.map((rest, k) => rest - (k === stap ? 1 : 0)) };
};

/** When it ends for who counted so far. */
const counted = ({ stap, left }, steps, now) => steps.reduce((end, { vast }, k) => {
  if (k < stap) return end;
  return Math.max(end, vast) + Math.max(0, left[k]) * SECOND;
}, now);

test("whatever a leader does, the clock says what one who counts each second says", () => {
  for (let k = 0; k < 500; k += 1) {
    const minutes = Array.from({ length: 2 + below(5) }, () => 1 + below(20));
    const vast = () => (draw() < 0.3 ? NINE + below(60) * MINUTE : 0);
    const steps = minutes.map((one, place) => step(one, { titel: `T${place}`, vast: vast() }));
    let run = begin(steps);
    let one = { stap: 0, left: minutes.map((minute) => minute * 60), rust: false };
    for (let now = NINE, turn = 0; turn < 8; turn += 1) {
      const wait = below(1200);
      for (let s = 0; s < wait; s += 1, now += SECOND) one = second(one, steps, now);
      const at = klok.stand(run, now);
      const waits = Math.max(0, steps[one.stap].vast - now) / SECOND;
      assert.equal(at.stap, one.stap);
      assert.ok(Math.abs(at.over - one.left[one.stap] - waits) <= 1, `${at.over} ${k}`);
      assert.ok(Math.abs(at.einde - counted(one, steps, now)) <= SECOND, `${k}`);
      const names = one.stap + 1 < steps.length ? Object.keys(DEEDS) : ["back", "more", "pause"];
      const name = names[below(names.length)];
      run = JSON.parse(JSON.stringify(DEEDS[name](run, now))); // as after a reload
      one = COUNTED[name](one);
    }
  }
});

test("a pause takes nothing of the step, but the end moves", () => {
  const run = klok.pause(begin([step(5), step(10)]), NINE + MINUTE);
  assert.equal(klok.isPaused(run), true);
  const at = seen(run, 181);
  assert.deepEqual([at.over, at.pauze, klok.time(at.einde), at.achter], [240, 121, "09:17", 2]);
  const on = klok.resume(run, NINE + 3 * MINUTE);
  assert.deepEqual([klok.isPaused(on), seen(on, 200).over, seen(on, 200).pauze], [false, 220, 0]);
  const next = klok.go(run, 1, NINE + 3 * MINUTE);
  assert.deepEqual([klok.isPaused(next), seen(next, 200).over], [false, 580]);
});

test("what is done a moment before the last thing counts from that", () => {
  const run = klok.resume(klok.pause(begin([step(5), step(10)]), NINE + MINUTE), NINE + 3 * MINUTE);
  const next = klok.go(run, 1, NINE + 3 * MINUTE - 900); // a clock that is corrected a little
  assert.deepEqual([next.momenten.at(-1).op, seen(next, 180).over], [NINE + 3 * MINUTE, 600]);
  assert.equal(seen(klok.go(next, 0, NINE + 3 * MINUTE), 180).over, 240);
});

test("of a step that takes too long nothing is left, and no less", () => {
  const run = begin([step(5), step(10)]);
  assert.deepEqual(seen(run, 8 * 60).resten, [0, 10 * MINUTE]);
  assert.deepEqual(seen(run, 60).resten, [4 * MINUTE, 10 * MINUTE]);
});

test("a minute more is one for this step alone", () => {
  const run = klok.extend(klok.extend(begin([step(5), step(10)]), 1), 1);
  assert.deepEqual([seen(run, 0).over, seen(run, 0).achter], [420, 2]);
  assert.equal(seen(klok.go(run, 1, NINE), 0).over, 600);
});

test("a fixed time waits, or says how late it will be", () => {
  const lunch = NINE + 30 * MINUTE;
  const run = begin([step(20), step(30, { vast: lunch }), step(10)], { einde: NINE + 70 * MINUTE });
  assert.deepEqual([seen(run, 0).achter, klok.time(seen(run, 0).straks)], [0, "09:30"]);
  assert.equal(seen(run, 28 * 60).achter, 0); // there was room
  assert.equal(seen(run, 34 * 60).achter, 4);
  const tea = { vast: NINE + 75 * MINUTE }; // there is room again before it
  const more = [step(20), step(30, { vast: lunch }), step(10, tea)];
  assert.equal(seen(begin(more, { einde: NINE + 85 * MINUTE }), 34 * 60).achter, 4);
  const early = klok.go(run, 1, NINE + 25 * MINUTE);
  const at = seen(early, 25 * 60);
  assert.deepEqual([at.wacht, klok.shown(at.over), klok.time(at.einde)], [true, "35:00", "10:10"]);
  assert.deepEqual([seen(early, 1860).wacht, klok.shown(seen(early, 1860).over)], [false, "29:00"]);
});

test("the minutes that are said agree with the times that are said", () => {
  const run = begin([step(5), step(10)], { einde: NINE + 15 * MINUTE + 10 * SECOND });
  for (let seconds = 300; seconds < 420; seconds += 7) {
    const { achter, einde } = seen(run, seconds + 240);
    const said = [run.einde, einde].map((one) => klok.time(one).slice(3));
    assert.equal(achter, said[1] - said[0], String(seconds));
  }
  const lunch = begin([step(5), step(10, { vast: NINE + 5 * MINUTE })]);
  assert.equal(seen(lunch, 9 * 60 + 40).achter, 5); // 09:10 and 09:05
});

test("behind the last step is the end, and time stands still there", () => {
  const run = klok.go(begin([step(5), step(10)]), 2, NINE + 20 * MINUTE);
  const at = seen(run, 9999);
  assert.deepEqual([run.gestopt, at.stap, klok.time(at.einde), at.achter], [
    NINE + 20 * MINUTE, 2, "09:20", 5]);
  const back = klok.go(run, 1, NINE + 21 * MINUTE);
  assert.deepEqual([back.gestopt, seen(back, 21 * 60).stap], [0, 1]);
  assert.equal(klok.go(run, 7, NINE).momenten.length, run.momenten.length);
  assert.equal(seen(klok.go(run, -3, NINE), 1200).stap, 0);
});

test("a clock that was started late is set right", () => {
  const run = klok.began(begin([step(10), step(10)]), NINE - 6 * MINUTE);
  assert.deepEqual([seen(run, 0).over, klok.time(seen(run, 0).einde)], [240, "09:14"]);
  const second = klok.began(klok.go(begin([step(10), step(10)]), 1, NINE + MINUTE), NINE - MINUTE);
  assert.equal(seen(second, 60).over, 480);
  const early = klok.began(begin([step(10), step(10)]), NINE + 4 * MINUTE); // it began too early
  assert.equal(seen(early, 5 * 60).over, 540);
  const [one, two] = second.momenten; // the first ended by then, and no later
  assert.deepEqual([one.op, two.op], [NINE - MINUTE, NINE - MINUTE]);
  const later = klok.began(klok.go(begin([step(10), step(10)]), 1, NINE + MINUTE), NINE);
  assert.deepEqual(later.momenten.map(({ op }) => op), [NINE, NINE]);
  const paused = klok.pause(begin([step(10)]), NINE + MINUTE);
  const right = klok.began(paused, NINE - MINUTE);
  assert.deepEqual([klok.isPaused(right), seen(right, 180).over], [true, 480]);
});

test("somebody sets the clock back: the step goes on as if nothing was", () => {
  const run = { ...begin([step(5), step(10)]), laatst: NINE + MINUTE };
  const hour = 60 * MINUTE;
  const set = klok.steady(run, NINE + MINUTE - hour + SECOND, SECOND);
  assert.equal(klok.stand(set, NINE + MINUTE - hour + SECOND).over, 239);
  const back = klok.steady(set, NINE + 2 * MINUTE, SECOND); // forward again: as after sleep
  assert.equal(back.momenten[0].op, NINE - hour);
  // After a reload nobody knows how long it was away; it goes on where it was.
  const opened = klok.steady(run, NINE - hour, 0);
  assert.equal(klok.stand(opened, NINE - hour).over, 240);
  const paused = { ...klok.pause(run, NINE + MINUTE), laatst: NINE + 2 * MINUTE };
  const goes = klok.resume(klok.steady(paused, NINE - hour, 0), NINE - hour + MINUTE);
  assert.deepEqual([seen(goes, -3600 + 60).over, seen(goes, -3600 + 120).over], [240, 180]);
  const over = { ...klok.go(run, 2, NINE + 20 * MINUTE), laatst: NINE + 20 * MINUTE };
  assert.equal(klok.time(seen(klok.steady(over, NINE - hour, 0), 0).einde), "08:00");
  const before = klok.stand(run, NINE - hour); // never before it began
  assert.deepEqual([before.over, klok.time(before.einde)], [300, "09:15"]);
});

test("a clock that is corrected a little, or a device that slept, changes nothing", () => {
  const run = { ...begin([step(5)]), laatst: NINE };
  for (const [now, passed] of [[NINE - 900, 100], [NINE + 3600 * SECOND, 5], [NINE + 60, 60]]) {
    assert.equal(klok.steady(run, now, passed).momenten[0].op, NINE);
    assert.equal(klok.steady(run, now, passed).laatst, now);
  }
});

test("the night on which the clock changes has no step of an hour more or less", () => {
  for (const [day, month] of [[28, 2], [31, 9]]) {
    const eve = new Date(2027, month, day, 1, 30).getTime();
    const plan = { bron: "", titel: "", stappen: [step(120)], uitkomst: "", einde: 0 };
    const run = klok.start(plan, eve);
    assert.equal(klok.stand(run, eve + 90 * MINUTE).over, 30 * 60);
    const noon = new Date(klok.at(12 * 60 + 30, eve));
    assert.deepEqual([noon.getHours(), noon.getMinutes(), noon.getDate()], [12, 30, day]);
  }
  assert.equal(new Date(klok.at(24 * 60 + 15, NINE)).getDate(), 2); // after midnight
});

test("another plan is undone in one press, also a step later, and what was added stays", () => {
  const [a, b, c] = [step(10, { blok: "a" }), step(20, { blok: "b" }), step(30, { blok: "c" })];
  const shorter = [a, { ...b, minuten: 15 }, { ...c, minuten: 25 }];
  let run = klok.replan(begin([a, b, c]), shorter);
  assert.equal(seen(run, 0).achter, -10);
  run = klok.extend(klok.go(run, 1, NINE + MINUTE), 1);
  assert.equal(klok.canUndo(run), true);
  const back = klok.undo(run);
  assert.deepEqual(back.stappen.map(({ minuten, erbij }) => [minuten, erbij]), [
    [10, 0], [20, 1], [30, 0]]);
  assert.deepEqual([klok.canUndo(back), klok.undo(back)], [false, back]);
  const other = [a, step(5, { blok: "b", titel: "Kort" }), c];
  const gone = klok.go(klok.replan(begin([a, b, c]), other), 1, NINE + MINUTE);
  assert.equal(klok.canUndo(gone), false); // the step of now is not in the old plan
});

test("a report is that of the sheet, also of one whose name begins with keet", () => {
  assert.deepEqual(["keet=belangenkaart", "blad=keetgesprek", "kist=k1"].map(klok.reportOf),
    ["blad=belangenkaart", "blad=keetgesprek", "kist=k1"]);
});

test("what was stored is a run, or nothing", () => {
  const run = klok.pause(begin([step(5)]), NINE + MINUTE);
  assert.deepEqual(klok.sound(JSON.parse(JSON.stringify(run))), run);
  const wrong = [
    null, 3, "x", [], {}, { ...run, stappen: [] }, { ...run, stappen: [{}] },
    { ...run, momenten: [] },
    { ...run, momenten: [{ op: "x", stap: 0 }] }, { ...run, pauzes: null }, { ...run, titel: 3 },
    { ...run, eerder: 3 }, { ...run, stappen: [step(-1)] }, { ...run, laatst: NaN },
  ];
  for (const value of wrong) assert.equal(klok.sound(value), null, JSON.stringify(value));
  // Of a kist that is full of long sheets too.
  const long = { ...run, stappen: Array.from({ length: 900 }, () => step(5)) };
  assert.deepEqual(klok.sound(JSON.parse(JSON.stringify(long))), long);
  const beyond = { ...run, momenten: [{ op: NINE, stap: 99 }] };
  assert.equal(klok.stand(beyond, NINE).stap, 1); // the end
});
