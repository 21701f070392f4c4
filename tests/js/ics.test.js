"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");

load("days", "ics");

const EVENT = {
  key: "abcdefgh1", changed: Date.UTC(2026, 10, 29, 10), day: "2026-12-31", title: "Bellen", text: "",
  url: "",
};
const fileOf = (...events) =>
  Gk.ics.calendar("Kist//Agenda", events.map((event) => ({ ...EVENT, ...event })));
const unfolded = (file) => file.replace(/\r\n /g, "").split("\r\n");
const valueOf = (file, name) =>
  unfolded(file).find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
const octets = (line) => Buffer.byteLength(line, "utf-8");

/** What a reader makes of an escaped text. */
const read = (text) =>
  text.replace(/\\(.)/g, (_, character) => (character === "n" ? "\n" : character));

test("an event says when it is, also to older programs", () => {
  const lines = unfolded(fileOf({}));
  assert.deepEqual(lines.slice(0, 3), ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kist//Agenda//NL"]);
  assert.ok(lines.includes("DTSTART;VALUE=DATE:20261231"));
  assert.ok(lines.includes("DTEND;VALUE=DATE:20270101"));
  assert.ok(lines.includes("DTSTAMP:20261129T100000Z"));
  assert.ok(!lines.some((line) => /^(METHOD|ORGANIZER|URL)/.test(line)));
  assert.deepEqual(lines.slice(-2), ["END:VCALENDAR", ""]);
});

test("a link back is there when there is one", () => {
  assert.equal(valueOf(fileOf({ url: "https://a.nl/b/" }), "URL"), "https://a.nl/b/");
});

test("hours of a day stand on the clock of who reads them, also over midnight", () => {
  const timed = (start, end, day = "2026-12-31") => unfolded(fileOf({ start, end, day }))
    .filter((line) => /^(DT(START|END)|TRANSP)/.test(line));
  assert.deepEqual(timed(545, 730), ["DTSTART:20261231T090500", "DTEND:20261231T121000"]);
  assert.deepEqual(timed(1410, 1475), ["DTSTART:20261231T233000", "DTEND:20270101T003500"]);
  assert.deepEqual(timed(0, 3000), ["DTSTART:20261231T000000", "DTEND:20270102T020000"]);
  assert.deepEqual(timed(540, 540), ["DTSTART:20261231T090000", "DTEND:20261231T090100"]);
  assert.equal(valueOf(fileOf({ start: 1, end: 2, place: "Keet, Kade 3" }), "LOCATION"), "Keet\\, Kade 3");
});

// adamgibbons/ics #128, insanum/gcalcli #784: a calendar takes a change by UID and SEQUENCE.
test("what is changed later has a higher number, whatever the clock says", () => {
  const moments = [
    -1, 0, Date.UTC(1970, 5), Date.UTC(2026, 0), Date.UTC(2026, 0) + 1000, Date.UTC(2062, 0),
    Date.UTC(9999, 0), 1e300,
  ];
  const numbers = moments.map((changed) => Number(valueOf(fileOf({ changed }), "SEQUENCE")));
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
  assert.equal(numbers[4], numbers[3] + 1);
  assert.ok(numbers.every((number) => Number.isInteger(number) && number < 2 ** 31));
  const stamps = moments.map((changed) => valueOf(fileOf({ changed }), "DTSTAMP"));
  for (const stamp of stamps) assert.match(stamp, /^\d{8}T\d{6}Z$/);
});

// iCalcreator/iCalcreator #126, sebbo2002/ical-generator #221: a fold within a character or \n.
test("lines are folded at 75 octets, never within a character or an escape", () => {
  const parts = ["•", "é", "👷🏽‍♀️", "\n", ",", ";", "\\", "א", "ﷺ", "e\u0301"];
  for (const part of parts) {
    for (let length = 50; length < 80; length += 1) {
      const text = `${"a".repeat(length)}${part.repeat(60)}z`;
      const file = fileOf({ title: text, text });
      for (const line of file.split("\r\n")) {
        assert.ok(octets(line) <= 75, line);
        assert.ok(line.isWellFormed(), line);
        assert.doesNotMatch(line, /(^|[^\\])(\\\\)*\\$/);
      }
      assert.equal(read(valueOf(file, "SUMMARY")), text);
      assert.equal(read(valueOf(file, "DESCRIPTION")), text);
    }
  }
});

// ical4j/ical4j #590, collective/icalendar #1462: a lone carriage return ended the line.
test("no text ends its line or begins another property", () => {
  const ends = ["\r\n", "\n", "\r", "\n\r", "\v", "\f", "\x85", "\u2028", "\u2029"];
  for (const end of ends) {
    const text = `Bellen${end}ATTENDEE:mailto:a@b.nl`;
    const file = fileOf({ title: text, text });
    assert.equal(read(valueOf(file, "SUMMARY")), "Bellen\nATTENDEE:mailto:a@b.nl", JSON.stringify(end));
    assert.doesNotMatch(file.replaceAll("\r\n", "|"), /[\n\v\f\r\x85\u2028\u2029]/);
    assert.equal(unfolded(file).filter((line) => line.startsWith("ATTENDEE")).length, 0);
  }
});

test("characters that mean something come back as they were", () => {
  const text = "Bel Jan, Piet; a\\b \\n \"c\": 50% <d> \t=1+1";
  assert.equal(read(valueOf(fileOf({ title: text }), "SUMMARY")), text);
  assert.equal(valueOf(fileOf({ title: "a\0b\x07c\ud800d" }), "SUMMARY"), "abcd");
});
