"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

load("days", "meten/codec");

const encode = (antwoorden, naam, groups) =>
  Gk.codec.encode({ scan: "x", versie: 1, datum: "20261121", naam, antwoorden }, groups);

test("a result comes back as it was, from a link and from paper", () => {
  for (const { answers, name } of cases().results) {
    const scan = { id: "x", aantallen: [answers.length] };
    const back = Gk.codec.decode(encode(answers, name), scan);
    assert.deepEqual([back.antwoorden, back.naam], [answers, name]);
    assert.deepEqual(Gk.codec.decode(encode(answers, name, Array(7).fill(6)), scan), back);
    assert.equal(encode(answers, name), back.code);
  }
});

test("a code is what the oracle writes", () => {
  for (const { answers, code } of cases().codes) assert.equal(encode(answers, ""), code);
});

test("forty answers take twenty characters, and no name adds a dot", () => {
  const code = encode(Array.from({ length: 40 }, (_, i) => i % 7), "Bouw B.V. a~b");
  assert.equal(code.split(".")[2].length, 20);
  assert.deepEqual([code.split(".").length, code.split("~").length], [5, 1]);
});

test("an older code on paper can be typed in", () => {
  const scan = { id: "x", aantallen: [5, 7] };
  const paper = Gk.codec.encode(Gk.codec.decode(cases().older, scan), [3, 4]);
  assert.match(paper, / 123 45 /);
  assert.deepEqual(Gk.codec.decode(paper, scan).antwoorden, [1, 2, 3, 4, 5, 0, 0]);
});

test("a name may carry its party, and a colon in a name does not", () => {
  const scan = { id: "x", aantallen: [4] };
  const made = (naam, partij) =>
    Gk.codec.encode({ scan: "x", versie: 1, datum: "20261121", naam, partij, antwoorden: [1, 2, 3, 4] });
  for (const [naam, partij] of [
    ["Ann", "Waterschap"], ["", "Gemeente"], ["Ann", ""], ["a:b", "c:d"], ["a:b", ""], ["B.V.", "~:~"],
    ["n".repeat(40), "p".repeat(40)],
  ]) {
    const back = Gk.codec.decode(made(naam, partij), scan);
    assert.deepEqual([back.naam, back.partij], [naam, partij]);
  }
  assert.equal(made("Ann", ""), encode([1, 2, 3, 4], "Ann")); // as it was before there were parties
  // A site of before there were parties reads the whole as the name.
  assert.equal(decodeURIComponent(made("Ann", "Waterschap").split(".")[3]), "Ann:Waterschap");
});

test("what stands in no part of the page stands on paper, too", () => {
  const scan = { id: "x", aantallen: [7] };
  const paper = encode([1, 2, 3, 4, 5, 1, 2], "", [3, 2]);
  assert.match(paper, / 123 45 12 /);
  assert.deepEqual(Gk.codec.decode(paper, scan).antwoorden, [1, 2, 3, 4, 5, 1, 2]);
});

test("what is wrong with a code is said by name", () => {
  const code = encode([1, 2, 3, 4], "");
  const scan = { id: "x", aantallen: [4] };
  const wrong = {
    compleet: code.slice(0, -1),
    andere: code.replace("x1", "y1"),
    versie: code.replace("x1", "x2"),
    som: `${code.slice(0, -3)}000`,
    aantal: code.replace(/\.(\w+)\.\./, ".$1AA.."),
  };
  for (const [message, text] of Object.entries(wrong)) {
    assert.throws(() => Gk.codec.decode(text, scan), { message });
  }
});

test("a new code holds no sign at which mail or chat ends a link", () => {
  const name = "Jansen (Zn)! *O'Neil*";
  const [now, before] = Gk.codec.escapes(name);
  assert.match(now, /^[\w%-]+$/);
  const scan = { id: "x", aantallen: [4] };
  const old = Gk.codec.seal(`x1.20261121.KcKc.${before}`);
  assert.deepEqual(Gk.codec.decode(old, { ...scan, aantallen: [8] }).naam, name);
});
