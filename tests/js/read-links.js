// Reads what arrived as the pages do, for tests/test_arrivals.py: one answer a line of the cases.
"use strict";
const { cases, load } = require("./load.js");

load("days", "meten/codec", "links", "meten/codes");

const SCAN = { id: "reflectiescan", aantallen: [30] };
const KNOWN = {
  vinkjes: ["goed-overleg", "nodig", "juiste-mensen", "wie-beslist"],
  actie: ["reflectiescan", "ambitie", "laag"],
};
const FILTERS = { fase: ["verkennen", "delen"], soort: ["scan"], minuten: ["30"] };

const codes = (text) => {
  try {
    return Gk.codes.find(text, SCAN).rondes.flat();
  } catch {
    return [];
  }
};

const payloads = (text, kind) => Gk.links.find(text, kind, (payload) => {
  const pieces = payload.split(".");
  const known = pieces.filter((piece) => KNOWN[kind].includes(piece.replace(/~[dnv]$/, "")));
  return known.length === pieces.length ? known.length : 0;
});

const filters = (text) => {
  const pairs = Gk.links.query(text, (name, value) =>
    (FILTERS[name]?.includes(value) ? value : ""));
  return pairs.length ? [pairs.map((pair) => pair.join("=")).join("&")] : [];
};

const read = ({ text, kind }) => {
  if (kind === "scan") return codes(text);
  return kind === "filters" ? filters(text) : payloads(text, kind);
};

process.stdout.write(JSON.stringify(cases().arrivals.map(read)));
