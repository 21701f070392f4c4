"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

const { catalogue, scripts, cards: given, random, sentences, most } = cases();
Gk.search.catalogue = catalogue;
load(...scripts);
const { of, fits, without, ranked, relief, nearest } = Gk.passend;
const { engine } = Gk.search;
const cards = given.map(({ id, titel, data }) =>
  ({ ...of(data), id, titel, adres: `instrumenten/${id}/` }));
const { titles } = Gk.search.register;
const always = () => true;
const ids = (found) => found.map(({ id }) => id);

/** What the finder shows for a typed sentence, the best first. */
function found(text) {
  const { filters, rest } = Gk.feiten.read(text, titles);
  const places = ranked(engine, rest);
  const chosen = cards.filter((card) => fits(card, filters, always));
  return rest
    ? places.flatMap((adres) => chosen.find((card) => card.adres === adres) ?? [])
    : chosen;
}

test("what can be asked at most is what a record may say", () => {
  assert.deepEqual(Gk.passend.MOST, most);
});

test("filters choose what the records say", () => {
  for (const { wishes, fits: wanted } of random) {
    const chosen = cards.filter((card) => fits(card, wishes, always));
    assert.deepEqual(ids(chosen), wanted, JSON.stringify(wishes));
  }
});

test("a sentence gives only what fits its facts, and something", () => {
  for (const { text, found: fitting } of sentences) {
    const shown = ids(found(text));
    assert.ok(shown.length, text);
    assert.deepEqual(shown.filter((id) => !fitting.includes(id)), [], text);
  }
});

test("the best for a sentence comes first", () => {
  const asked = sentences.filter(({ first }) => first);
  const missed = asked.filter(({ text, first }) => !first.includes(found(text)[0].id));
  const report = missed.map(({ text }) => `${text}: ${found(text)[0].id}`).join("; ");
  assert.ok(missed.length <= 0.25 * asked.length, report);
});

test("a word finds what a synonym of it finds", () => {
  assert.ok(ranked(engine, "wantrouwen").length);
  assert.ok(ranked(engine, "wantrouwen").every((adres) => adres.startsWith("instrumenten/")));
});

test("when nothing fits there is a way out, and its counts are true", () => {
  for (const { wishes } of random.filter(({ fits: wanted }) => !wanted.length)) {
    const offers = relief(cards, wishes, always);
    assert.ok(offers.length, JSON.stringify(wishes));
    for (const { drop, left } of offers) {
      const other = cards.filter((card) => fits(card, without(wishes, ...drop), always));
      assert.deepEqual(ids(left), ids(other));
      assert.equal(drop.length, offers[0].drop.length); // nobody takes off more than is needed
    }
    assert.ok(offers.every(({ left }) => left.length <= offers[0].left.length));
  }
});

test("the nearest number is the first that gives something", () => {
  const most = Math.max(...cards.map(({ data }) => Number(data.max)));
  const wishes = { mensen: [String(most + 3)] };
  const { value, many } = nearest(cards, wishes, "mensen", always);
  assert.equal(value, most);
  assert.ok(many > 0);
  const { value: minutes } = nearest(cards, { minuten: ["1"] }, "minuten", always);
  const least = Math.min(...cards.map(({ data }) => Number(data.duur)));
  assert.equal(minutes, Math.ceil(least / 5) * 5);
  assert.equal(nearest(cards, {}, "minuten", always), undefined);
});
