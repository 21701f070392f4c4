"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

process.env.TZ = "Europe/Amsterdam";
load("days", "bijeenkomst/plan", "leiden/inhalen", "leiden/klok", "leiden/leidraad");

const { klok, leidraad, inhalen } = Gk;
const MINUTE = 60_000;
const NINE = new Date(2026, 11, 1, 9, 0).getTime();
const after = (minutes) => NINE + minutes * MINUTE;

const stap = (titel, minuten, more = {}) =>
  ({ titel, tekst: `Doe ${titel}.`, minuten, perPersoon: 0, vragen: [], ...more });
const sheet = (id, more = {}) => ({
  id, titel: id.toUpperCase(), adres: `instrumenten/${id}/`, groep: { min: 3, max: 9 },
  stappen: [stap("een", 10, { perPersoon: 2 }), stap("twee", 20), stap("drie", 10)], keet: [],
  opening: "Welkom, passen mag.", uitkomst: "Een kaart.", expert: false,
  online: "",
  plekken: [], materiaal: [], rollen: [], vervolg: [], onrust: "", blad: "", vragen: [], ...more,
});
const KEET = [stap("kort", 5), stap("klaar", 5)];
const SHEETS = { een: sheet("een"), twee: sheet("twee", { keet: KEET }) };
const kist = (blokken, more = {}) => ({
  sleutel: "k", naam: "Ochtend", op: 0, dag: "", begin: "09:00", mensen: 0, project: "", plek: "",
  uitnodiging: "", expert: false, geparkeerd: [],
  blokken: blokken.map((blok, k) => ({ sleutel: `b${k}`, ...blok })), ...more,
});
const MORNING = kist([
  { regel: "Zeg hallo.", soort: "opening", minuten: 5 }, { blad: "een", notitie: "Rustig aan" },
  { pauze: true, minuten: 15, vast: "10:00" }, { blad: "twee" },
  { regel: "Wie doet wat, wanneer?", soort: "afsluiting", minuten: 5 },
]);
const led = (one, now = NINE, sheets = SHEETS) =>
  klok.start(leidraad.ofKist(one, sheets, "kist=k", now), now);
const minutes = (stappen) => stappen.map(({ minuten }) => minuten);

test("a sheet begins with its opening sentence and takes no minute more for it", () => {
  const { stappen, titel, bron, einde } = leidraad.ofSheet(SHEETS.een, false, 0);
  assert.deepEqual([titel, bron, einde], ["EEN", "blad=een", 0]);
  assert.deepEqual(stappen.map(({ soort }) => soort), ["opening", "", "", ""]);
  assert.deepEqual(stappen[0].vragen, ["Welkom, passen mag."]);
  assert.deepEqual(minutes(stappen), [1, 9, 20, 10]);
  assert.deepEqual(minutes(leidraad.ofSheet(SHEETS.een, false, 5).stappen), [1, 13, 20, 10]);
});

test("a keetversie says itself how to begin", () => {
  const { stappen, bron } = leidraad.ofSheet(SHEETS.twee, true, 0);
  assert.deepEqual([bron, ...stappen.map(({ titel }) => titel)], ["keet=twee", "kort", "klaar"]);
});

test("no step is without a minute where there are enough", () => {
  const stappen = [stap("a", 1), stap("b", 60), stap("c", 1)];
  const small = sheet("klein", { stappen, opening: "" });
  const made = leidraad.ofKist(kist([{ blad: "klein", minuten: 10 }]), { klein: small }, "", NINE);
  assert.deepEqual(minutes(made.stappen), [1, 7, 1, 1]);
});

test("who begins somewhat early or late, also around midnight, keeps the fixed times", () => {
  const fixed = (begin, vast, real) => {
    const now = NINE + real * MINUTE;
    const blokken = [{ regel: "x", minuten: 30 }, { pauze: true, minuten: 5, vast }];
    const [, pauze] = led(kist(blokken, { begin }), now).stappen;
    return pauze.vast && (pauze.vast - now) / MINUTE;
  };
  assert.equal(fixed("09:00", "09:30", -60), 90);
  assert.equal(fixed("09:00", "09:30", 60), -30);
  assert.equal(fixed("09:00", "09:30", -120), 0); // another hour, so no times
  assert.equal(fixed("00:10", "00:40", -560), 60); // ten to midnight
  assert.equal(fixed("23:50", "00:20", -530), 10); // ten past
});

test("clock times count on the day of the kist alone, also past midnight", () => {
  const late = kist([{ regel: "Werk.", minuten: 60 }], { begin: "23:30", dag: "2026-12-01" });
  const midnight = new Date(2026, 11, 2, 0, 10).getTime();
  assert.equal(led(late, midnight).einde, new Date(2026, 11, 2, 0, 30).getTime());
  assert.equal(led({ ...late, dag: "2026-12-08" }, midnight).einde, 0);
  assert.notEqual(led({ ...late, dag: "" }, midnight).einde, 0);
});

test("a kist is led block by block, with the minutes and times of its draaiboek", () => {
  const run = led(MORNING);
  assert.deepEqual(run.stappen.map(({ soort, blok }) => `${blok} ${soort}`), [
    "b0 regel", "b1 opening", "b1 ", "b1 ", "b1 ", "b1 uitkomst", "b2 pauze",
    "b3 opening", "b3 ", "b3 ", "b3 ", "b3 uitkomst", "b4 regel"]);
  assert.deepEqual(minutes(run.stappen), [5, 1, 9, 20, 9, 1, 15, 1, 9, 20, 9, 1, 5]);
  assert.deepEqual([klok.time(run.einde), klok.time(run.stappen[6].vast)], ["11:00", "10:00"]);
  assert.deepEqual([run.stappen[1].notitie, run.stappen[2].notitie], ["Rustig aan", ""]);
  assert.deepEqual([run.stappen[0].titel, run.stappen[6].titel], ["Welkom", "Pauze"]);
  assert.equal(klok.stand(run, NINE).achter, 0);
});

test("who begins late is late as far as there is no room; in the evening nobody is", () => {
  const late = led(MORNING, after(20));
  assert.equal(klok.time(klok.plannedEnd(late)), "11:00");
  assert.equal(klok.stand(late, after(20)).achter, 5); // there was room for fifteen
  const evening = led(MORNING, after(11 * 60));
  assert.deepEqual([klok.stand(evening, after(660)).achter, evening.stappen[6].vast], [0, 0]);
});

test("a meeting over midnight keeps its fixed times", () => {
  const blokken = [
    { regel: "a", titel: "A", minuten: 60 }, { pauze: true, minuten: 10, vast: "00:30" },
  ];
  const night = kist(blokken, { begin: "23:00" });
  const at = new Date(2026, 11, 1, 23, 0).getTime();
  const run = led(night, at);
  assert.equal(run.stappen[1].vast, at + 90 * MINUTE);
  const later = led(night, at + 75 * MINUTE); // a quarter past twelve
  assert.equal(later.stappen[1].vast, at + 90 * MINUTE);
});

test("a sheet that is not there is a block of its minutes", () => {
  const one = kist([{ blad: "weg", minuten: 20 }, { pauze: true, minuten: 5 }]);
  const made = leidraad.ofKist(one, {}, "", NINE);
  assert.deepEqual([made.stappen[0].titel, ...minutes(made.stappen)], ["weg", 20, 5]);
});

const caughtUp = (run, now, skipped = []) => {
  const { rest, einde } = leidraad.resten(run, now);
  const found = inhalen.voorstel(rest.filter(({ sleutel }) => !skipped.includes(sleutel)), 0, einde);
  const steps = leidraad.replanned(run, now, found.minuten, skipped, SHEETS);
  return { found, run: klok.replan(run, steps) };
};

test("a plan for what is left gains before the fixed time and ends on time", () => {
  const now = after(25); // twenty minutes in the first step
  const begun = klok.go(led(MORNING), 1, now);
  assert.equal(klok.stand(begun, now).achter, 5);
  const { found, run } = caughtUp(begun, now);
  assert.deepEqual([found.minuten, found.teLaat], [{ b1: 35 }, {}]);
  const at = klok.stand(run, now);
  assert.deepEqual([at.achter, klok.time(at.einde)], [0, "11:00"]);
  assert.equal(minutes(run.stappen.slice(1, 6)).reduce((a, b) => a + b), 35);
  assert.deepEqual(klok.undo(run).stappen, begun.stappen);
});

test("a plan that gains enough ends when it should, at any second", () => {
  for (let seconds = 1; seconds < 60; seconds += 4) {
    const now = after(25) + seconds * 1000;
    const { run, found } = caughtUp(klok.go(led(MORNING, NINE + 20_000), 1, now), now);
    assert.deepEqual([found.teLaat, klok.time(klok.stand(run, now).einde)], [{}, "11:00"]);
    const single = klok.start(leidraad.ofSheet(SHEETS.een, false, 0), NINE + 40_000);
    const late = klok.go(single, 1, NINE + seconds * 7000);
    const { run: kept } = caughtUp(late, NINE + seconds * 7000);
    const at = klok.stand(kept, NINE + seconds * 7000);
    assert.equal(klok.time(at.einde) <= klok.time(klok.plannedEnd(kept)), true, String(seconds));
    assert.equal(at.achter <= 0, true);
  }
});

test("the step of now keeps what it took, also beyond its minutes", () => {
  const begun = klok.extend(klok.go(led(MORNING), 2, after(5)), 1);
  const now = after(37); // 22 minutes over
  const { run } = caughtUp(begun, now);
  const at = klok.stand(run, now);
  assert.deepEqual([at.over, klok.stand(begun, now).over], [-22 * 60, -22 * 60]);
  assert.ok(at.achter < klok.stand(begun, now).achter);
  assert.ok(klok.sound(JSON.parse(JSON.stringify(run))));
});

test("what must be much shorter becomes the keetversie, and what is skipped goes", () => {
  const two = kist([{ blad: "een", minuten: 30 }, { blad: "twee", minuten: 60 }]);
  const begun = led(two);
  const now = after(70);
  const { run } = caughtUp(begun, now);
  const later = run.stappen.filter(({ blok }) => blok === "b1");
  assert.deepEqual(later.map(({ titel }) => titel), ["kort", "klaar"]);
  assert.equal(klok.stand(run, now).achter < klok.stand(begun, now).achter, true);
  const { run: less } = caughtUp(begun, now, ["b1"]);
  assert.equal(less.stappen.every(({ blok }) => blok === "b0"), true);
  assert.equal(klok.undo(less).stappen.length, begun.stappen.length);
});

test("each step of one sheet may become a third shorter, and no more", () => {
  const begun = klok.start(leidraad.ofSheet(SHEETS.een, false, 0), NINE);
  const late = klok.go(begun, 1, after(31));
  const { run, found } = caughtUp(late, after(31));
  assert.deepEqual(minutes(run.stappen), [1, 6, 14, 7]);
  assert.equal(found.teLaat[""], 18);
});
