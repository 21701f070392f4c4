"use strict";
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const { load } = require("./load.js");

const stored = new Map();
let newer = false;
globalThis.Gk.store = {
  read: (key) => stored.get(key) ?? {},
  isNewer: () => newer,
  write: (key, value) => !newer && Boolean(stored.set(key, JSON.parse(JSON.stringify(value)))),
};
load("keys", "links", "bijeenkomst/kisten", "bijeenkomst/kist-link");

const { kisten, kistLink, links } = Gk;
const KNOWN = ["belangenkaart", "team-canvas", "keetgesprek", "p", "afronding", "rondje-om"];
const knows = (id) => KNOWN.includes(id);
const PAGE = "https://gereedschapskist.nl/mijn-kist/#kist=";

/** What a link carries of a kist. */
const carried = ({ begin, mensen, blokken }) => ({
  begin,
  mensen,
  blokken: blokken.map(({ sleutel, notitie, titel, regel, ...rest }) =>
    (regel === undefined ? rest : { ...rest, line: true })),
});
const opened = (address) => {
  const [found] = links.find(address, "kist", (payload) => kistLink.worth(payload, knows));
  return found ? kistLink.read(found, knows) : null;
};

/** A row of numbers that is the same every time. */
const seeded = (seed) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const draw = seeded(7);
const pick = (list) => list[Math.floor(draw() * list.length)];
const some = () => draw() < 0.4;
const two = (number) => String(number).padStart(2, "0");
const time = () => `${two(Math.floor(draw() * 24))}:${two(Math.floor(draw() * 60))}`;

const blok = () => ({
  ...pick([
    { blad: pick(KNOWN), ...(some() && { keet: true }), ...(some() && { groepen: 3 }) },
    { pauze: true, titel: "Lunch" },
    { regel: "Alleen voor mij", titel: "Ronde", ...pick([{}, { soort: "opening" }, { soort: "afsluiting" }]) },
  ]),
  ...(some() && { minuten: 1 + Math.floor(draw() * 480) }),
  ...(some() && { vast: time() }),
  notitie: "geheim",
});
const kist = () => kisten.sound({
  naam: "Geheime naam", begin: time(), mensen: Math.floor(draw() * 501),
  blokken: Array.from({ length: 1 + Math.floor(draw() * 20) }, blok),
});

test("a kist comes back from its link, without what somebody typed", () => {
  for (let k = 0; k < 100; k += 1) {
    const one = kist();
    const payload = kistLink.write(one);
    assert.match(payload, /^[a-z0-9.~-]+$/);
    assert.doesNotMatch(payload, /geheim|lunch|ronde\b/i);
    const read = opened(PAGE + payload);
    assert.deepEqual(carried(read.kist), carried(one));
    assert.deepEqual([read.weg, read.mist], [[], 0]);
  }
});

test("a link that was sent once opens for ever", () => {
  const codes = {
    "1.3.0900.8.~o~10.belangenkaart~20~k~g3~v1230.~p~15": {
      begin: "09:00", mensen: 8, blokken: [
        { line: true, soort: "opening", minuten: 10 },
        { blad: "belangenkaart", keet: true, groepen: 3, minuten: 20, vast: "12:30" },
        { pauze: true, minuten: 15 },
      ],
    },
    "1.2.1330.0.~r~5.~a~10~v1700": {
      begin: "13:30", mensen: 0, blokken: [
        { line: true, minuten: 5 },
        { line: true, soort: "afsluiting", minuten: 10, vast: "17:00" },
      ],
    },
  };
  for (const [code, expected] of Object.entries(codes)) {
    assert.deepEqual(carried(kistLink.read(code, knows).kist), expected);
    assert.equal(kistLink.write(kistLink.read(code, knows).kist), code);
  }
});

test("a link survives mail, chat and filters", () => {
  const code = "1.2.0900.6.team-canvas~45.keetgesprek~v1230";
  const link = PAGE + code;
  for (const text of [
    `Kijk: ${link}.`, `<${link}>`, link.toUpperCase().replace("HTTPS", "https"),
    link.replace("team-canvas", "team-\n> canvas"), `${link} groet, Anna`,
    `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05`,
    link.replaceAll("~", "%7E"), link.replace("team-canvas", "team\u2011canvas"),
  ]) {
    assert.deepEqual(opened(text)?.kist.blokken.map(({ blad }) => blad), ["team-canvas", "keetgesprek"], text);
  }
});

test("what is not there any more is named, and what was cut off counted", () => {
  const { kist, weg, mist } = opened(`${PAGE}1.5.0900.6.belangenkaart.vervallen-blad~20.keetgesprek`);
  assert.deepEqual(kist.blokken.map(({ blad }) => blad), ["belangenkaart", "keetgesprek"]);
  assert.deepEqual([weg, mist], [["vervallen-blad"], 2]);
});

test("of a block that is damaged nobody says that its sheet is gone", () => {
  const { kist, weg, mist } = opened(`${PAGE}1.4.0900.6.belangenkaart~q.keetgesprek.~p~x.weg~20`);
  assert.deepEqual(kist.blokken.map(({ blad }) => blad), ["keetgesprek"]);
  assert.deepEqual([weg, mist], [["weg"], 2]);
});

test("damaged links are refused or read in part, and nothing is made up", () => {
  const damages = [
    (code) => code.slice(0, Math.floor(draw() * code.length)),
    (code) => code.slice(Math.floor(draw() * code.length)),
    (code) => code.replace(/\d+/g, (digits) => (some() ? `${digits}${digits}` : digits)),
    (code) => code.replace(/[.~]/g, (sign) => (draw() < 0.2 ? pick(["", ".", "~", "-"]) : sign)),
    (code) => code.replace(/[a-z]/g, (sign) => (draw() < 0.1 ? pick("abcxyz".split("")) : sign)),
    (code) => [...code].sort(() => draw() - 0.5).join(""),
  ];
  const count = { refused: 0, read: 0 };
  for (let k = 0; k < 200; k += 1) {
    const code = kistLink.write(kist());
    const read = kistLink.read(damages[k % damages.length](code), knows);
    if (!read || read === "nieuwer") {
      count.refused += 1;
      continue;
    }
    count.read += 1;
    for (const { blad, minuten = 1, groepen = 1, vast = "00:00" } of read.kist.blokken) {
      assert.ok(!blad || knows(blad));
      assert.ok(minuten >= 1 && minuten <= 480 && groepen >= 1 && groepen <= 12);
      assert.match(vast, /^([01]\d|2[0-3]):[0-5]\d$/);
    }
  }
  assert.ok(count.refused > 50 && count.read > 20, JSON.stringify(count));
});

test("a link of a later version says so, and no other address is taken for one", () => {
  assert.equal(opened(`${PAGE}2.1.0900.6.belangenkaart!x`), "nieuwer");
  for (const text of ["", "x", "kist", "https://gereedschapskist.nl/", "kist.belangenkaart",
    "1.1.2560.6.belangenkaart", "1.1.0900.501.belangenkaart", "1.1.0900.6.", "1.1.0900.6.onbekend",
    "1.1.0900.6.constructor", "1.1.0900.6.~constructor", "1.1.0900.6.belangenkaart~q"]) {
    assert.equal(opened(PAGE + text), null, text);
  }
});

test("a kist with all its fields comes back whole from store and file", () => {
  const optional = (values) => (some() ? values : {});
  const whole = () => ({
    sleutel: `kist-${Math.floor(draw() * 1e9)}x`, naam: pick(["Start", "\u202eom", "👷🏽‍♀️ keet"]),
    op: Math.floor(draw() * 1e12), dag: pick(["", "2027-03-28"]), begin: time(),
    mensen: Math.floor(draw() * 501), project: pick(["", "<b>Brug</b>"]), plek: pick(["", "Keet"]),
    uitnodiging: pick(["", "Kom\nook"]), expert: some(),
    blokken: Array.from({ length: Math.floor(draw() * 61) }, fullBlok), geparkeerd: [fullBlok()],
  });
  const fullBlok = () => {
    const own = pick([
      { blad: pick(KNOWN), ...optional({ keet: true }), ...optional({ groepen: pick([2, 12]) }) },
      { pauze: true, ...optional({ titel: "Lunch" }), minuten: pick([1, 480]) },
      { regel: "Zeg hallo", minuten: 1, ...optional({ soort: pick(["opening", "afsluiting"]) }) },
    ]);
    return {
      ...own, sleutel: `blok-${Math.floor(draw() * 1e9)}x`, ...optional({ notitie: "Eén\ntwee" }),
      ...optional({ vast: time() }), ...optional({ minuten: 1 + Math.floor(draw() * 480) }),
    };
  };
  for (let k = 0; k < 200; k += 1) {
    const one = whole();
    const read = kisten.sound(JSON.parse(JSON.stringify(one)));
    const shaped = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value));
    assert.deepEqual(shaped(read), shaped(one));
  }
});

test("what comes in is judged, and never thrown on", () => {
  for (const value of [null, undefined, 1, "x", [], {}, { blokken: "x" }, { blokken: {} }]) {
    assert.equal(kisten.sound(value), null);
  }
  const hostile = kisten.sound({
    naam: "n".repeat(5000), dag: "morgen", begin: "25:00", mensen: -3, expert: "ja", op: "nu",
    blokken: [
      null, 3, [], { blad: "../../etc" }, { blad: "x<script>" }, { pauze: "ja" },
      { blad: "belangenkaart", minuten: 9999, groepen: 1.4, vast: "7:5", notitie: "\ud800é".repeat(3000) },
      ...Array.from({ length: 90 }, () => ({ pauze: true, minuten: 10, sleutel: "aaaaaaaaaa" })),
    ],
  });
  assert.equal(hostile.naam.length, 80);
  assert.deepEqual([hostile.dag, hostile.begin, hostile.mensen, hostile.expert, hostile.op],
    ["", "09:00", 0, false, 0]);
  const [blad, ...pauzes] = hostile.blokken;
  assert.deepEqual([blad.blad, blad.minuten, blad.vast, blad.notitie.length],
    ["belangenkaart", undefined, undefined, 2000]);
  assert.ok(pauzes.length && hostile.blokken.length <= 60);
  assert.equal(new Set(hostile.blokken.map(({ sleutel }) => sleutel)).size, hostile.blokken.length);
});

test("no key is a name that every object has", () => {
  for (const name of ["constructor", "toString", "hasOwnProperty", "__proto__"]) {
    const [blok] = kisten.sound({ blokken: [{ pauze: true, sleutel: name }] }).blokken;
    assert.notEqual(blok.sleutel, name);
    assert.match(blok.sleutel, /^[a-z0-9]{8,}$/);
  }
});

test("a kist is stored beside the others, and too full a one refused", () => {
  stored.clear();
  const [one, other] = [kisten.empty("Een"), kisten.empty("Twee")];
  assert.ok(kisten.put(one) && kisten.put(other));
  assert.equal(kisten.current().naam, "Twee");
  assert.ok(kisten.put({ ...one, blokken: [kisten.blok({ blad: "belangenkaart" })] }));
  assert.deepEqual(kisten.read().kisten.map(({ naam, blokken }) => [naam, blokken.length]),
    [["Een", 1], ["Twee", 0]]);
  assert.ok(kisten.of(one.sleutel).op > one.op);
  const ahead = Date.now() + 1e9; // the clock was set back since
  kisten.put({ ...one, op: ahead });
  assert.equal(kisten.of(one.sleutel).op, ahead + 1);
  kisten.put({ ...one, op: 0 });
  assert.ok(Math.abs(kisten.of(one.sleutel).op - Date.now()) < 1e5);
  kisten.put({ ...one, blokken: [kisten.blok({ blad: "belangenkaart" })] });
  const full = Array.from({ length: 61 }, () => kisten.blok({ pauze: true, minuten: 5 }));
  assert.equal(kisten.put({ ...one, blokken: full }), false);
  newer = true;
  assert.equal(kisten.put(one), false);
  newer = false;
});

test("with an empty key none is in use; with a key that is gone the first is", () => {
  const one = kist();
  kisten.write([one], "");
  assert.equal(kisten.current(), undefined);
  kisten.write([one], "weg-is-weg");
  assert.equal(kisten.current().sleutel, one.sleutel);
});

test("what is new comes before the closing that ends a meeting", () => {
  const [sheet, pause, closing] = [
    { blad: "belangenkaart" }, { pauze: true, titel: "Borrel" }, { regel: "", soort: "afsluiting" },
  ].map(kisten.blok);
  assert.equal(kisten.end([]), 0);
  assert.equal(kisten.end([sheet, pause]), 2);
  assert.equal(kisten.end([sheet, closing]), 1);
  assert.equal(kisten.end([sheet, closing, pause]), 1);
  assert.equal(kisten.end([closing, sheet]), 2);
});

test("a kist that nobody named can go on paper, and one of before keeps its name", () => {
  assert.equal(kisten.empty("").naam, "Onze bijeenkomst");
  assert.equal(kisten.sound({ naam: "Mijn kist", blokken: [] }).naam, "Mijn kist");
});

test("what a page asks and says is what a kist keeps", () => {
  const text = (path) => readFileSync(join(__dirname, "../..", path), "utf-8");
  const form = text("macros/pages/templates/kist.html");
  const most = (name, sign) =>
    Number(new RegExp(`name="${name}"[^>]* ${sign}="(\\d+)"`).exec(form)[1]);
  const long = "n".repeat(5000);
  const people = most("mensen", "max");
  assert.deepEqual([people, people + 1].map((mensen) => kisten.sound({ mensen, blokken: [] }).mensen),
    [people, 0]);
  for (const name of ["naam", "project", "plek", "uitnodiging"]) {
    const kept = kisten.sound({ [name]: long, blokken: [] })[name].length;
    assert.equal(most(name, "maxlength"), kept, name);
  }
  for (const name of ["titel", "regel", "notitie"]) {
    const kept = kisten.blok({ regel: "x", [name]: long })[name].length;
    assert.equal(most(name, "maxlength"), kept, name);
  }
  for (const name of ["minuten", "groepen"]) {
    const value = most(name, "max");
    const kept = [value, value + 1]
      .map((one) => kisten.blok({ blad: "belangenkaart", [name]: one })[name]);
    assert.deepEqual(kept, [value, undefined], name);
  }
  const said = [form, text("macros/theme/main.html")]
    .map((page) => Number(/er passen (\d+) onderdelen/i.exec(page)[1]));
  assert.deepEqual(said, [kisten.MOST_BLOCKS, kisten.MOST_BLOCKS]);
  const [, sequel] = /LONGEST_NAME = (\d+)/.exec(text("docs/assets/js/bijeenkomst/verslag-verder.js"));
  assert.equal(Number(sequel), most("naam", "maxlength"));
});
