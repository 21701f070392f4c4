"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

const { catalogue, fullText, words, questions, same } = cases();
Gk.search.catalogue = catalogue;
load("folding", "zoekmachine");
const { engine } = Gk.search;
const pages = ({ vondsten }) =>
  vondsten.map(({ adres }) => adres.replace(/\/$/, "").replace("/#", "/"));

test("words are cut as Python cuts them", () => {
  for (const [word, stem] of Object.entries(words.stammen)) assert.equal(engine.stem(word), stem);
  for (const [text, found] of Object.entries(words.woorden)) {
    assert.deepEqual([...engine.words(text)], found);
  }
});

test("the right page comes first, or among the first three", () => {
  const missed = (many) => questions.filter(({ vraag, goed }) =>
    !pages(engine.find(vraag)).slice(0, many).some((page) => goed.includes(page)));
  const report = (found) => found.map(({ vraag }) => vraag).join(", ");
  assert.ok(missed(3).length <= 0.05 * questions.length, report(missed(3)));
  assert.ok(missed(1).length <= 0.2 * questions.length, report(missed(1)));
});

test("forms, accents and typing errors find the same", () => {
  const pairs = [
    ["samenwerken", "samenwerkingen"], ["financien", "financiën"], ["afspraak", "afspraken"],
  ];
  for (const [one, other] of pairs) {
    const [left, right] = [one, other].map((text) => pages(engine.find(text)).slice(0, 3));
    assert.deepEqual(left, right);
  }
  assert.ok(engine.find("samenwerkign").aantal > 0);
});

test("a word finds the same however its signs are typed", () => {
  for (const [first, ...rest] of same) {
    const wanted = pages(engine.find(first));
    assert.ok(wanted.length, first);
    for (const text of rest) assert.deepEqual(pages(engine.find(text)), wanted, text);
  }
});

test("nothing is found for nonsense, and words that look like it are near", () => {
  assert.deepEqual(engine.find("qqqqwwwwxxxx"), { aantal: 0, vondsten: [] });
  assert.ok(engine.find("constructor").vondsten.every(({ titel }) => titel));
  assert.ok(engine.suggest("vertrouwne").includes("vertrouwen"));
});

test("the whole text finds what the catalogue does not hold", () => {
  const [address, stems] = Object.entries(fullText).find(([, text]) => text.split(" ").length > 20);
  const word = stems.split(" ").find((stem) => engine.stem(stem) === stem && stem.length > 6);
  const { vondsten } = engine.findInFullText(word, fullText, 1000);
  assert.ok(vondsten.some(({ adres }) => adres === address), `${word} in ${address}`);
  assert.equal(engine.findInFullText("", fullText).aantal, 0);
});
