"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

load("csv");

const lineOf = (cells, abroad) => Gk.csv.text([cells], abroad).slice(1).trimEnd();

test("Dutch Excel gets its own separator and comma, other programs theirs", () => {
  const cells = ["Ann", "3,5", "–", "2027-02-08", "007"];
  assert.equal(lineOf(cells), '"Ann";"3,5";"–";"2027-02-08";"007"');
  assert.equal(lineOf(cells, true), '"Ann","3.5","–","2027-02-08","007"');
});

test("only a whole number with a comma is written with a point", () => {
  const cells = ["3,5 en 4", "Ann, Bob", "1,2,3", ",5", "5,", "12,25"];
  assert.equal(lineOf(cells, true), '"3,5 en 4","Ann, Bob","1,2,3",",5","5,","12.25"');
});

// asafdav/ng-csv #28: a line sep=; makes Excel forget which characters a file has.
test("a file begins with the mark of UTF-8, and then with its heads", () => {
  for (const abroad of [false, true]) {
    const text = Gk.csv.text([["actie"], ["één"]], abroad);
    assert.equal(text, '\ufeff"actie"\r\n"één"\r\n');
  }
});

test("quotes, separators and line ends stay within their cell", () => {
  assert.equal(lineOf(['a "b"', "c;d", "e,f", "g\nh"]), '"a ""b""";"c;d";"e,f";"g\nh"');
});

// zvory/csv-safe #25, Asymmetric-al/core #518: spaces before it hid a formula.
test("no cell is a formula, also behind spaces", () => {
  const formulas = [
    "=1+1", "+1", "-1", "@som", " =1+1", "  @a", "\u00a0=1", "\u200b=1", "\ufeff=1", "\t=1", "\r=1",
    "\n=1", "\ttekst", "＝1+1", "－1", "= 1",
  ];
  for (const abroad of [false, true]) {
    for (const text of formulas) assert.equal(lineOf([text], abroad), `"'${text}"`);
    for (const text of ["a=1", " tekst", "–", "1-2", "'s avonds"]) {
      assert.equal(lineOf([text], abroad), `"${text}"`);
    }
  }
});
