"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

load("leiden/stapbeeld");

test("what is said aloud is a question, or what the text quotes", () => {
  const cases = [
    ["Vraag bij elke regel: 'Wat gaat er mis als dit niet lukt?' Schrijf het erbij.",
      ["Wat gaat er mis als dit niet lukt?"]],
    ["Zeg: 'Dit blijft onder ons. Passen mag.' Vraag: 'Wie begint?'",
      ["Dit blijft onder ons. Passen mag.", "Wie begint?"]],
    ["Toon de foto's en zet 's ochtends koffie.", []],
    ["Vraag: 'Wat zie je in de foto's?'", ["Wat zie je in de foto's?"]],
    ["Schrijf 'ja' of 'nee' op.", []],
    ["Kijk naar de foto's: wie? Zeg: 'Ik.'", ["Ik."]],
  ];
  for (const [tekst, said] of cases) assert.deepEqual(StapBeeld.said({ vragen: [], tekst }), said);
  assert.deepEqual(StapBeeld.said({ vragen: ["Wie?"], tekst: "'Wat?'" }), ["Wie?"]);
});
