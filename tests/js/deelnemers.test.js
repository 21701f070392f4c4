"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { runInThisContext } = require("node:vm");
const { load } = require("./load.js");

load("days", "score", "folding", "codec", "deelnemers");

const Deelnemers = runInThisContext("Deelnemers");
const SCAN = {
  id: "x", aantallen: [3], onderdelen: [{ id: "a", plekken: [1, 2] }, { id: "b", plekken: [3] }],
};
const codeOf = (antwoorden, naam = "", datum = "20261121") =>
  Gk.codec.encode({ scan: "x", versie: 1, datum, naam, antwoorden });
const group = (mijn = [1, 2, 3]) => Object.assign(new Deelnemers(SCAN), { mijn });
const yes = () => true;

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
  const changes = all.changes(all.group().personen);
  assert.deepEqual(changes[1], [2, 2]);
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
    assert.deepEqual(all.changes(all.group().personen)[1], [-1, -1]);
  }
});

test("names without letters are the same only when they are equal", () => {
  const all = group();
  for (const naam of ["👷🏽", "👷🏻", "★", "'", "."]) all.take([[codeOf([5, 5, 5], naam)]], yes);
  assert.equal(all.partners.length, 5);
});

test("twelve persons fit, a thirteenth does not", () => {
  const all = group();
  for (let k = 0; k < 11; k += 1) all.take([[codeOf([5, 5, 5], `P${k}`)]], yes);
  assert.throws(() => all.take([[codeOf([5, 5, 5], "Zoe")]], yes), { message: "teveel" });
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
