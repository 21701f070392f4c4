"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { runInThisContext } = require("node:vm");
const { load } = require("./load.js");

load("days", "meten/score", "folding", "meten/codec", "meten/deelnemer", "meten/partijen", "meten/deelnemers");

const Deelnemers = runInThisContext("Deelnemers");
const SCAN = {
  id: "x", ander: "Partner", aantallen: [3],
  onderdelen: [{ id: "a", plekken: [1, 2] }, { id: "b", plekken: [3] }],
};
const codeOf = (antwoorden, naam = "", datum = "20261121", partij = "") =>
  Gk.codec.encode({ scan: "x", versie: 1, datum, naam, partij, antwoorden });
const group = (mijn = [1, 2, 3]) => Object.assign(new Deelnemers(SCAN), { mijn });
const yes = () => true;
const no = () => false;
/** The change of the k-th line. */
const changeOf = (all, k) => {
  const { lijnen, perPartij } = all.group();
  return all.change(lijnen[k], perPartij).scores;
};
/** Answers a question once it is asked; the names of all questions are in `asked`. */
const asking = (answer) => {
  const asked = [];
  return { asked, ask: (question) => asked.push(question) && answer };
};
const series = (rest) => ({ soort: "gk-reeks", versie: 1, scan: "x", rondes: [], codes: [], ...rest });
const copyOf = (value) => JSON.parse(JSON.stringify(value));

test("what came in stays closed until the own answers are complete", () => {
  const all = group([1, 2, 0]);
  assert.deepEqual(all.take([[codeOf([5, 5, 5], "Ann")]], yes), []);
  assert.deepEqual([all.verzegeld, all.ontvangen, all.group().personen.length], [true, 1, 1]);
  all.mijn[2] = 3;
  assert.deepEqual(all.group().personen.map(({ naam }) => naam), ["Ik", "Ann"]);
});

test("one bad code changes nothing", () => {
  const all = group();
  const before = JSON.stringify(all.stored());
  assert.throws(() => all.take([[codeOf([5, 5, 5], "Ann"), "x1.bad"]], yes));
  assert.equal(JSON.stringify(all.stored()), before);
});

test("the own result and a double are named, and not added", () => {
  const all = group();
  assert.deepEqual(all.take([[codeOf(all.mijn, "", all.datum)]], yes), [["eigen"]]);
  assert.deepEqual(all.take([[codeOf([5, 5, 5], "Ann")]], yes), [["erbij", "Ann"]]);
  assert.deepEqual(all.take([[codeOf([5, 5, 5], "Ann")]], yes), [["al"]]);
  assert.equal(all.partners.length, 1);
});

test("the same name on the same day only replaces after a yes", () => {
  const all = group();
  all.take([[codeOf([5, 5, 5], "Ann")]], yes);
  all.take([[codeOf([4, 4, 4], "Ann")]], () => false);
  assert.deepEqual(all.anderen()[0].antwoorden, [5, 5, 5]);
  all.take([[codeOf([4, 4, 4], "Ann")]], yes);
  assert.deepEqual(all.anderen().map(({ antwoorden }) => antwoorden), [[4, 4, 4]]);
});

test("the same name on an earlier day becomes an earlier round, and the change shows", () => {
  const all = group();
  all.take([[codeOf([5, 5, 5], "Ann")]], yes);
  all.take([[codeOf([3, 3, 3], "Ann", "20260601")]], yes);
  all.unseal();
  assert.deepEqual(all.rondes.map(({ datum }) => datum), ["20260601"]);
  assert.deepEqual(changeOf(all, 1), [2, 2]);
});

test("a name is the same however it is typed, and shown as it was typed", () => {
  for (const [one, other] of [
    ["Ann", "ann"], ["Bouw B.V.", "bouw\u00a0bv"], ["D’Hondt", "d'hondt"], ["محمد", "\u200fمُحَمَّد"],
    ["Zoë", "Zoe\u0308"], // MacOS pastes it apart
  ]) {
    const all = group();
    all.take([[codeOf([5, 5, 5], one)]], yes);
    all.take([[codeOf([4, 4, 4], other, "20261122")]], yes);
    all.unseal();
    assert.deepEqual(all.anderen().map(({ naam }) => naam), [Gk.codec.nameOf(other)], one);
    assert.equal(all.rondes.length, 1);
    assert.deepEqual(changeOf(all, 1), [-1, -1]);
  }
});

test("names without letters are the same only when they are equal", () => {
  const all = group();
  for (const naam of ["👷🏽", "👷🏻", "★", "'", "."]) all.take([[codeOf([5, 5, 5], naam)]], yes);
  assert.equal(all.partners.length, 5);
});

test("forty persons fit, one more does not, whoever comes last", () => {
  const all = group();
  for (let k = 0; k < 39; k += 1) all.take([[codeOf([5, 5, 5], `P${k}`)]], yes);
  const before = JSON.stringify(all.stored());
  assert.throws(() => all.take([[codeOf([5, 5, 5], "Zoe")]], yes), { message: "teveel" });
  assert.equal(JSON.stringify(all.stored()), before);
  all.clear(); // somebody who only guides does not count
  all.begeleid = true;
  all.take([[codeOf([5, 5, 5], "Zoe")]], yes);
  assert.equal(all.group().personen.length, 40);
  all.mijn = [1, 1, 1]; // and then begins to answer
  assert.equal(all.vol, true);
  assert.equal(all.group().personen.length, 40);
});

test("eight parties fit, a ninth does not, and who names none is no party", () => {
  const all = group();
  const add = (naam, partij) => all.take([[codeOf([5, 5, 5], naam, "20261121", partij)]], yes);
  for (let k = 0; k < 8; k += 1) add(`P${k}`, `Partij ${k}`);
  add("Ann", "PARTIJ 3");
  add("Bea", "");
  assert.throws(() => add("Zoe", "Partij 9"), { message: "negende" });
  assert.equal(all.partners.length, 10);
  all.partij = "Partij 9";
  assert.equal(all.tooMany([...all.eigen(), ...all.anderen()]), "negende");
});

test("what is damaged in the store is passed over", () => {
  const all = new Deelnemers(SCAN);
  all.load({ mijn: "x", datum: 7, partners: [1, "y"], rondes: { a: 1 }, dicht: [null] });
  assert.deepEqual([all.mijn, all.partners, all.rondes, all.dicht], [[0, 0, 0], [], [], [[]]]);
  assert.equal(all.datum, Gk.days.ymd());
});

test("what is stored comes back", () => {
  const all = group();
  all.take([[codeOf([5, 5, 5], "Ann")]], yes);
  all.closeRound();
  const other = new Deelnemers(SCAN);
  other.load(JSON.parse(JSON.stringify(all.stored())));
  assert.deepEqual(JSON.stringify(other.stored()), JSON.stringify(all.stored()));
});

// ---------- whose result it is ----------

test("the own answers under another name are asked about, and count when they are of another", () => {
  for (const naam of ["", "Ik zelf"]) {
    const all = Object.assign(group([5, 5, 5]), { naam });
    const { asked, ask } = asking(false);
    const theirs = codeOf([5, 5, 5], "Gemeente", all.datum);
    assert.deepEqual(all.take([[theirs]], ask), [["erbij", "Gemeente"]]);
    assert.deepEqual(asked, ["vanmij"]);
    assert.equal(all.group().personen.length, 2);
    assert.deepEqual(all.take([[theirs]], ask), [["al"]]); // and is not asked again
  }
});

test("the own answers are own with a yes, or when name and party are the same", () => {
  const all = Object.assign(group([5, 5, 5]), { naam: "Ann", partij: "Gemeente" });
  const { asked, ask } = asking(true);
  const codes = ["", "Gemeente", "Waterschap"].map((partij) =>
    codeOf([5, 5, 5], "ann", all.datum, partij));
  for (const code of codes) assert.deepEqual(all.take([[code]], ask), [["eigen"]]);
  assert.deepEqual(asked, ["vanmij", "vanmij"]);
  assert.equal(all.partners.length, 0);
});

test("one name in two parties is two persons", () => {
  const all = group();
  all.take([[codeOf([5, 5, 5], "Jan", "20261121", "Gemeente")]], no);
  all.take([[codeOf([4, 4, 4], "Jan", "20261121", "Waterschap")]], no);
  assert.equal(all.partners.length, 2);
});

test("a result that comes again with its party takes the place of the one without", () => {
  const all = group();
  all.take([[codeOf([5, 5, 5], "Jan")]], no);
  assert.deepEqual(all.take([[codeOf([5, 5, 5], "Jan", "20261121", "Gemeente")]], no),
    [["erbij", "Jan"]]);
  assert.deepEqual(all.anderen().map(({ partij }) => partij), ["Gemeente"]);
  assert.deepEqual(all.take([[codeOf([5, 5, 5], "Jan")]], no), [["al"]]);
});

// ---------- rounds ----------

test("two rounds on one day stay two", () => {
  const all = group([1, 1, 1]);
  all.closeRound();
  all.mijn = [5, 5, 5];
  all.closeRound();
  all.mijn = [3, 3, 3];
  assert.deepEqual(all.rondes.map(({ codes }) => all.readAll(codes)[0].antwoorden[0]), [1, 5]);
  assert.deepEqual(changeOf(all, 0), [-2, -2]);
  const again = new Deelnemers(SCAN);
  again.load(copyOf(all.stored()));
  assert.deepEqual(again.rondes.map(({ eigen }) => eigen), all.rondes.map(({ eigen }) => eigen));
  const other = new Deelnemers(SCAN);
  other.open({ soort: "gk-reeks", ...copyOf(all.series()) }, yes);
  assert.equal(other.rondes.length, 2);
});

test("two groups that met on one day are two rounds, also from files", () => {
  const all = group();
  for (const names of [["Ann", "Bea"], ["Cas", "Dik"]]) {
    const codes = names.map((naam) => codeOf([4, 4, 4], naam, "20261101"));
    all.open(series({ rondes: [{ codes }] }), no);
  }
  all.unseal();
  assert.deepEqual(all.rondes.map(({ codes }) => codes.length), [2, 2]);
});

test("who comes in alone joins the round of that day", () => {
  const all = group();
  for (const naam of ["Ann", "Bea"]) {
    all.take([[codeOf([4, 4, 4], naam, "20261101")], [codeOf([4, 4, 4], naam)]], no);
  }
  all.unseal();
  assert.deepEqual(all.rondes.map(({ codes }) => codes.length), [2]);
});

// ---------- files ----------

test("an own series comes back as it was on an empty device, with its own changes", () => {
  const all = group([2, 2, 2]);
  all.take([[codeOf([1, 1, 1], "Ann")]], no);
  all.closeRound();
  all.mijn = [3, 3, 3];
  const file = { soort: "gk-reeks", ...copyOf(all.series()) };
  const other = new Deelnemers(SCAN);
  const { asked, ask } = asking(true);
  assert.deepEqual(other.open(file, ask), [["terug"]]);
  assert.deepEqual(asked, ["jouwreeks"]);
  assert.deepEqual([other.mijn, other.verzegeld, other.partners], [[3, 3, 3], false, []]);
  assert.deepEqual(changeOf(other, 0), [1, 1]);
  other.open(file, ask); // nothing is new
  assert.equal(other.rondes.length, 1);
});

test("an own series that is opened after answering keeps those answers", () => {
  const all = group([2, 2, 2]);
  all.closeRound();
  const other = group([4, 4, 4]);
  other.open({ soort: "gk-reeks", ...copyOf(all.series()) }, yes);
  assert.deepEqual(other.mijn, [4, 4, 4]);
  assert.deepEqual(changeOf(other, 0), [2, 2]);
});

test("the series of somebody else stays sealed", () => {
  const all = group([2, 2, 2]);
  all.closeRound();
  all.mijn = [3, 3, 3];
  const other = new Deelnemers(SCAN);
  other.open({ soort: "gk-reeks", ...copyOf(all.series()) }, no);
  other.unseal();
  assert.deepEqual([other.mijn, other.rondes, other.verzegeld], [[0, 0, 0], [], true]);
  assert.equal(other.ontvangen, 2);
});

test("an own series of before it named the own code has that of the same name", () => {
  const [mine, theirs] = [codeOf([3, 3, 3], "Zoe"), codeOf([4, 4, 4], "Ann")];
  const eigen = codeOf([2, 2, 2], "Zoe", "20261101");
  const all = new Deelnemers(SCAN);
  all.open(series({ rondes: [{ codes: [eigen], eigen }], codes: [mine, theirs] }), yes);
  assert.deepEqual([all.mijn, all.naam, all.partners], [[3, 3, 3], "Zoe", [theirs]]);
});

test("what cannot be read in a file is counted, wherever it stands", () => {
  const sound = codeOf([3, 3, 3], "Ann");
  const counts = [
    [series({ rondes: [{ codes: [1] }] }), [1, 1]],
    [series({ rondes: [{ codes: [sound, "x1.bad"] }], codes: [sound, null] }), [2, 4]],
    [series({ rondes: [null, 7, { codes: "x" }, {}] }), [4, 4]],
    [series({}), [0, 0]],
  ];
  for (const [file, wanted] of counts) {
    const { redenen, aantal } = group().sift(file);
    assert.deepEqual([redenen.length, aantal], wanted);
  }
  for (const file of [{ codes: 1 }, { rondes: {} }, { codes: undefined }]) {
    assert.throws(() => group().sift(series(file)));
  }
});

test("what the group chose goes with its series", () => {
  const all = Object.assign(group(), { drie: true });
  all.closeRound();
  const other = new Deelnemers(SCAN);
  other.open({ soort: "gk-reeks", ...copyOf(all.series()) }, no);
  const again = new Deelnemers(SCAN);
  again.load(copyOf(other.stored()));
  assert.equal(again.drie, true);
});

// ---------- what older versions of the site made ----------

test("what version 1 stored, handed over and saved opens in version 2", () => {
  const old = codeOf([5, 4, 3], "Bouw B.V."); // three places
  const round = codeOf([1, 1, 1], "Bouw B.V.", "20260601");
  const scan = { ...SCAN, aantallen: [3, 5] };
  scan.onderdelen = [SCAN.onderdelen[0], { id: "b", plekken: [3, 5] }]; // place 4 was retired
  const stored = new Deelnemers(scan);
  const mine = codeOf([2, 2, 2], "", "20260601");
  stored.load({
    opslag: 1, mijn: [1, 2, 3], datum: "20261120", begeleid: true, partners: [old],
    rondes: [{ datum: "20260601", codes: [round, mine], eigen: mine }], dicht: [[round]], naam: "Ann",
  });
  assert.deepEqual([stored.mijn, stored.drie], [[1, 2, 3, 0, 0], false]);
  assert.deepEqual(stored.anderen().map(({ naam, partij }) => [naam, partij]), [["Bouw B.V.", ""]]);
  assert.deepEqual([changeOf(stored, 0), changeOf(stored, 1)], [[-0.5, 1], [3.5, 2]]);
  const opened = Object.assign(new Deelnemers(scan), { mijn: [1, 1, 1, 1, 1] });
  opened.open({ soort: "gk-scan", versie: 1, scan: "x", codes: [old] }, no);
  assert.deepEqual(opened.group().lijnen.map(({ scores }) => scores), [[1, 1], [4.5, 3]]);
  opened.open(series({ rondes: [{ datum: "20260601", codes: [round] }] }), no);
  opened.unseal();
  assert.equal(opened.rondes.length, 1);
});
