// Runs scripts of the site without a page, and reads the cases that pytest hands over.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { runInThisContext } = require("node:vm");

globalThis.Gk = { search: {} };

/** Run scripts of docs/assets/js in this order. */
exports.load = (...names) => {
  for (const name of names) {
    const filename = join(__dirname, "../../docs/assets/js", `${name}.js`);
    runInThisContext(readFileSync(filename, "utf-8"), { filename });
  }
};

/** The file that tests/test_javascript.py writes, with what the oracle says. */
exports.cases = () => JSON.parse(readFileSync(process.argv[2], "utf-8"));
