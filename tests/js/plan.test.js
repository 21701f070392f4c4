"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, cases } = require("./load.js");

load("bijeenkomst/plan", "bijeenkomst/benodigd", "bijeenkomst/meldingen", "leiden/inhalen");
const { kists, sheets, ready } = cases();
const { plan, benodigd, meldingen, inhalen } = Gk;

const EMPTY = { begin: "09:00", mensen: 0, plek: "", expert: false, blokken: [], geparkeerd: [] };
const line = (sleutel, minuten, more = {}) => ({ sleutel, regel: "x", titel: "X", minuten, ...more });
const kistOf = (...blokken) => ({ ...EMPTY, blokken });
const frozen = (value) => {
  if (value && typeof value === "object") Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};
frozen(kists);
frozen(sheets);

test("times and the end are those of the project", () => {
  for (const { kist, expected } of kists) {
    const moments = plan.momenten(kist, sheets)
      .map(({ naam, begin, duur, ruimte, teLaat }) => [naam, begin, duur, ruimte, teLaat]);
    assert.deepEqual(moments, expected.moments);
    assert.equal(plan.eind(kist, sheets), expected.end);
  }
});

test("what and who is needed is added up as the project does", () => {
  for (const { kist, expected } of kists) {
    assert.deepEqual(benodigd.materiaal(kist, sheets), expected.materials);
    assert.deepEqual(benodigd.rollen(kist, sheets), expected.roles);
    assert.deepEqual(benodigd.plekken(kist, sheets), expected.places);
  }
});

test("a reader is warned where an editor would be", () => {
  const kinds = new Set();
  for (const { kist, expected } of kists) {
    const found = meldingen(kist, sheets);
    assert.deepEqual(found.map(({ soort, blok }) => [soort, blok ?? null]), expected.warnings);
    for (const { soort, gaten } of found) {
      kinds.add(soort);
      assert.ok(gaten.every((gap) => gap !== "" && gap !== undefined), soort);
    }
  }
  assert.deepEqual([...kinds].sort(), [
    "afsluiting", "expert", "groot", "keet", "klein", "kort", "laat", "namen", "online",
    "onrust", "opening", "volgorde", "zitten",
  ]);
});

test("blocks in the wrong order change places when one goes to the place of the other", () => {
  const turned = kists.flatMap(({ kist }) => meldingen(kist, sheets)
    .filter(({ ruil }) => ruil).map((found) => ({ kist, found })));
  assert.ok(turned.length);
  for (const { kist, found } of turned) {
    const blokken = [...kist.blokken];
    const to = blokken.findIndex(({ sleutel }) => sleutel === found.ruil);
    const [blok] = blokken.splice(blokken.findIndex(({ sleutel }) => sleutel === found.blok), 1);
    blokken.splice(to, 0, blok);
    const left = meldingen({ ...kist, blokken }, sheets);
    assert.ok(!left.some(({ soort, blok: key, ruil }) =>
      soort === found.soort && key === found.blok && ruil === found.ruil));
  }
});

test("a break at each place that is named ends what is said of breaks", () => {
  const named = kists.filter(({ kist }) => meldingen(kist, sheets)
    .some(({ soort }) => soort === "zitten"));
  assert.ok(named.length);
  const sat = (kist) => meldingen(kist, sheets).find(({ soort }) => soort === "zitten");
  for (const { kist } of named) {
    const blokken = [...kist.blokken];
    for (let found = sat(kist); found; found = sat({ ...kist, blokken })) {
      const at = blokken.findIndex(({ sleutel }) => sleutel === found.blok);
      blokken.splice(at, 0, { sleutel: `p${blokken.length}`, pauze: true, minuten: 15 });
      assert.ok(blokken.length <= 2 * kist.blokken.length);
    }
  }
});

test("a long block alone needs no break before it", () => {
  const soorten = (...blokken) => meldingen(kistOf(...blokken), {}).map(({ soort }) => soort);
  assert.ok(!soorten(line("a", 95)).includes("zitten"));
  assert.ok(soorten(line("a", 10), line("b", 85)).includes("zitten"));
  assert.ok(!soorten(line("a", 10), line("b", 80)).includes("zitten"));
});

test("a break just before a short closing is none that anybody takes", () => {
  const sat = (minuten, ...more) => meldingen(
    kistOf(line("a", 85), line("b", minuten, { soort: "afsluiting" }), ...more), {},
  ).some(({ soort }) => soort === "zitten");
  assert.deepEqual([10, 20, 25].map((minuten) => sat(minuten)), [false, false, true]);
  assert.ok(sat(10, line("c", 10)));
});

test("ten minutes to spare before a fixed time are a break too", () => {
  const sat = (vast) => meldingen(kistOf(line("a", 50), line("b", 60, { vast })), {})
    .some(({ soort }) => soort === "zitten");
  assert.deepEqual(["09:50", "09:59", "10:00"].map(sat), [true, true, false]);
});

test("a meal may become shorter, a break of a quarter to five minutes", () => {
  const kist = kistOf(...[5, 15, 29, 30, 45].map((minuten, k) =>
    ({ sleutel: `p${k}`, pauze: true, minuten })));
  assert.deepEqual(inhalen.resten(kist, {}).map(({ minste }) => minste), [5, 5, 5, 20, 30]);
});

test("what each group needs is said with how many times, and once without", () => {
  const known = { een: { ...Object.values(sheets)[0], id: "een", materiaal: ["Stiften"] } };
  const asked = (groepen) =>
    benodigd.mee(kistOf({ sleutel: "a", blad: "een", groepen }), known);
  assert.deepEqual([0, 1, 2].flatMap(asked), ["Stiften", "Stiften", "Stiften (2 keer)"]);
});

test("a sheet may lose the minutes that rounding takes", () => {
  const block = (minuten) => ({ sleutel: "a", blad: "belangenkaart", minuten });
  const whole = plan.nodig(block(0), sheets.belangenkaart, 0);
  const short = (minuten) => meldingen(kistOf(block(minuten)), sheets)
    .some(({ soort }) => soort === "kort");
  assert.deepEqual([whole, whole - 2, whole - 3].map(short), [false, false, true]);
});

test("who is late keeps to the same plan as the oracle", () => {
  for (const { kist, expected, late } of kists) {
    const resten = inhalen.resten(kist, sheets);
    assert.deepEqual(resten.map(({ minste }) => minste), expected.least);
    for (const { first, now, end, left, plan: wanted } of late) {
      assert.deepEqual(resten.slice(first), left);
      assert.deepEqual(inhalen.voorstel(left, now, end), wanted);
    }
  }
});

/** When each place in what is left is reached with these minutes, and last the end. */
const reached = (left, minutesOf, now) => {
  const times = [now];
  for (const one of left) {
    const time = times.at(-1);
    times.push(Math.max(time, one.vast ?? time) + minutesOf(one));
  }
  return times;
};

test("nothing gets less than it needs, or more than it had", () => {
  for (const { left, now, end } of kists.flatMap(({ late }) => late)) {
    const { minuten } = inhalen.voorstel(left, now, end);
    for (const one of left) {
      const given = minuten[one.sleutel] ?? one.minuten;
      assert.ok(given >= one.minste && given <= one.minuten, JSON.stringify(one));
    }
  }
});

test("a fixed time and the end are kept when they can be, and no minute is taken for nothing", () => {
  for (const { left, now, end } of kists.flatMap(({ late }) => late)) {
    const { minuten, teLaat } = inhalen.voorstel(left, now, end);
    const times = reached(left, (one) => minuten[one.sleutel] ?? one.minuten, now);
    const least = reached(left, (one) => one.minste, now);
    let since = 0;
    [...left, { sleutel: "", vast: end }].forEach(({ sleutel, vast }, k) => {
      if (vast === undefined) return;
      assert.equal(teLaat[sleutel] ?? 0, Math.max(0, least[k] - vast), sleutel);
      const taken = left.slice(since, k).some((one) => one.sleutel in minuten);
      if (taken) assert.ok(times[k] >= vast, sleutel);
      since = k;
    });
  }
});

test("what was applied is undone by going on with the kist itself", () => {
  for (const { kist, late } of kists) {
    const before = JSON.stringify([kist, plan.momenten(kist, sheets)]);
    for (const { left, now, end } of late) {
      const { minuten } = inhalen.voorstel(left, now, end);
      const blokken = kist.blokken
        .map((blok) => ({ ...blok, minuten: minuten[blok.sleutel] ?? blok.minuten }));
      const shorter = { ...kist, blokken };
      for (const { blok, duur } of plan.momenten(shorter, sheets)) {
        if (blok.sleutel in minuten) assert.equal(duur, minuten[blok.sleutel]);
      }
    }
    assert.equal(JSON.stringify([kist, plan.momenten(kist, sheets)]), before);
  }
});

test("ten minutes late is taken where there is most room", () => {
  const kist = kistOf(line("a", 30), line("b", 60), line("c", 15, { soort: "afsluiting" }));
  const left = inhalen.resten(kist, {});
  assert.deepEqual(inhalen.voorstel(left, 550, 645), { minuten: { a: 27, b: 53 }, teLaat: {}, parkeer: [] });
  const { minuten, teLaat, parkeer } = inhalen.voorstel(left, 600, 645);
  assert.deepEqual([minuten, teLaat], [{ a: 20, b: 40 }, { "": 30 }]);
  assert.deepEqual(parkeer, ["b", "a"]);
});

test("the steps of a sheet add up to its minutes", () => {
  for (const { kist } of kists) {
    for (const blok of kist.blokken.filter(({ blad }) => blad)) {
      const steps = plan.stappen(blok, sheets[blok.blad], kist.mensen);
      const total = steps.reduce((sum, { minuten }) => sum + minuten, 0);
      const { length } = blok.keet ? sheets[blok.blad].keet : sheets[blok.blad].stappen;
      assert.equal(steps.length, length);
      if (length) assert.equal(total, plan.duur(blok, sheets[blok.blad], kist.mensen));
    }
  }
});

test("a draaiboek that is ready has its own times, and nothing to warn of", () => {
  for (const { kist, times } of ready) {
    const moments = plan.momenten(kist, sheets);
    assert.deepEqual(moments.map(({ naam, begin }) => [naam, plan.clock(begin)]), times, kist.naam);
    assert.deepEqual(meldingen(kist, sheets), [], kist.naam);
    assert.doesNotMatch(kist.uitnodiging, /\d\.\d\d uur/, "times follow the plan");
  }
});

test("a sheet that is not there is named, and leaves the rest as it is", () => {
  const kist = kistOf(line("a", 10, { soort: "opening" }), { sleutel: "b", blad: "weg", minuten: 20 });
  const [, gone] = plan.momenten(kist, {});
  assert.deepEqual([gone.naam, gone.begin, gone.duur], ["weg", 550, 20]);
  assert.deepEqual(meldingen(kist, {})[0], { soort: "onbekend", blok: "b", gaten: ["weg"] });
  assert.deepEqual([benodigd.materiaal(kist, {}), benodigd.rollen(kist, {}), benodigd.plekken(kist, {})], [[], [], []]);
});

test("an own line without a name says nothing of what its leader wrote", () => {
  const kist = kistOf({ sleutel: "a", regel: "Let op Jan", minuten: 5 });
  assert.equal(plan.momenten(kist, {})[0].naam, "Onderdeel");
});

test("an empty kist has a begin, an end and no warnings", () => {
  assert.equal(plan.eind({ ...EMPTY, begin: "" }, {}), 540);
  assert.deepEqual(meldingen(EMPTY, {}), []);
});

test("minutes are shown as a clock and as a duration", () => {
  assert.deepEqual([0, 570, 1439, 1440, 1500].map(plan.clock), ["00:00", "09:30", "23:59", "00:00", "01:00"]);
  assert.deepEqual([0, 5, 60, 75, 90, 120].map(plan.lang), ["0 min", "5 min", "60 min", "75 min", "1 uur 30 min", "2 uur"]);
});
