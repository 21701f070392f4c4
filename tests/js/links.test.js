"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cases, load } = require("./load.js");

load("days", "meten/codec", "links", "meten/codes");

const { codes, scan, vinkjes, actie, filters } = cases();
const PAGE = "https://kist.example.nl/scans/reflectiescan/#scan=";
const SCAN = { id: "reflectiescan", aantallen: [30] };
const all = { ...codes, cut: codes.bouw.slice(0, -6), day: codes.bouw.slice(0, 18) };
const once = (text) => encodeURIComponent(text);
const FORMS = { link: (link) => link, encoded: once, twice: (link) => once(once(link)) };

/** A text of the table with its codes and links filled in. */
const filled = (text, link = "") => text.replace(/\{(?:(\w+) )?(\w+)\}/g, (_, form, name) => {
  if (name in FORMS && link) return FORMS[name](link);
  return form ? FORMS[form](PAGE + all[name]) : all[name];
});

for (const { what, by, text, gives = ["bouw"], rounds = [gives], ...not } of scan) {
  test(`a code: ${what}${by ? `, as in ${by}` : ""}`, () => {
    const { wrong = [], names, throws } = not;
    const read = () => Gk.codes.find(filled(text), SCAN);
    if (throws) return assert.throws(read, { message: throws });
    const { rondes, fouten } = read();
    assert.deepEqual(rondes, rounds.map((names) => names.map((name) => codes[name])));
    assert.deepEqual(fouten.map(({ reden }) => reden), wrong);
    if (names) assert.deepEqual(fouten.map(({ naam }) => naam), names);
  });
}

for (const [kind, table] of Object.entries({ vinkjes, actie })) {
  // As a page judges: all that it knows, and nothing else.
  const worth = (payload) => {
    const ids = payload.split(".").map((piece) => piece.split("~")[0]);
    return Number(ids.length > 1 && ids.every((id) => table.known.includes(id)));
  };
  for (const { what, by, text, gives = table.gives } of table.cases) {
    test(`${kind}: ${what}${by ? `, as in ${by}` : ""}`, () => {
      const found = Gk.links.find(filled(text, table.link), kind, worth);
      assert.deepEqual(found, gives ? [gives] : []);
    });
  }
}

for (const { what, by, text, gives = filters.gives } of filters.cases) {
  test(`filters: ${what}${by ? `, as in ${by}` : ""}`, () => {
    const known = (name, value) => {
      const values = filters.known[name];
      return values && (!values.length || values.includes(value)) ? value : "";
    };
    assert.deepEqual(Gk.links.query(filled(text, filters.link), known), gives);
  });
}

test("an address is known by what it carries", () => {
  const carries = ["#scan=x", "#Scan=x", "%23scan%3Dx", "?a=b%23scan=x", "#scan", "#scanx1.2"];
  assert.deepEqual(carries.filter((text) => !Gk.links.has(text, "scan")), []);
  const other = ["", "#scanner", "#mijn-scan", "#vinkjes=a.b", "?woord=scan"];
  assert.deepEqual(other.filter((text) => Gk.links.has(text, "scan")), []);
});

test("no more codes are read than fit", () => {
  const { bouw } = codes;
  assert.throws(() => Gk.codes.find(Array(121).fill(bouw).join("~"), SCAN), { message: "lang" });
});
