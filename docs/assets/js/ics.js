// @ts-check
// Calendar files (RFC 5545). Pure: facts in, text out.
//
// A calendar knows an event by its UID. The same UID with a higher SEQUENCE is a change of that
// event, so a key belongs to one event for ever. There is no METHOD: PUBLISH asks for an ORGANIZER
// (RFC 5546), which an event in one's own calendar must not have.
{
  const MAX_OCTETS = 75;
  const DAY = 24 * 60; // minutes
  const MAX_SEQUENCE = 2 ** 31 - 1;
  // SEQUENCE counts seconds from here, so that no two devices have to agree on a number.
  const FIRST = Date.UTC(2025, 0);
  const LAST = Date.UTC(2100, 0);
  const encoder = new TextEncoder();

  // Whatever some program takes for the end of a line.
  const LINE_END = /\r\n|\n\r|[\n\v\f\r\x85\u2028\u2029]/g;
  // Control characters but a tab, and halves of a character.
  const FORBIDDEN = /[\p{Cs}\0-\x08\x0e-\x1f\x7f-\x9f]/gu;

  const escaped = (/** @type {string} */ text) => text
    .replace(/[\\;,]/g, "\\$&").replace(LINE_END, "\\n").replace(FORBIDDEN, "");

  /** Fold at 75 octets, but not within a character or an escape. @param {string} line */
  const folded = (line) => {
    const lines = [""];
    for (const part of line.match(/\\.|./gsu) ?? []) {
      if (encoder.encode(lines[0] + part).length > MAX_OCTETS) lines.unshift(" ");
      lines[0] += part;
    }
    return lines.reverse().join("\r\n");
  };

  /** @param {number} low @param {number} value @param {number} high */
  const clamp = (low, value, high) => Math.min(Math.max(low, value), high);

  /** 2026-11-21T10:00:00Z -> 20261121T100000Z. @param {number} time */
  const stamp = (time) =>
    new Date(clamp(0, time, LAST)).toISOString().replace(/[-:]|\.\d+/g, "");

  /** A whole day; older programs want its end, which is the day after. @param {string} day */
  const wholeDay = (day) => {
    const [start, end] = [day, Gk.days.plus(day, 1)].map((one) => one.replaceAll("-", ""));
    return [`DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`];
  };

  /**
   * A time on the clock of who reads it, without a zone: a meeting of people in one place.
   * @param {string} day @param {number} minutes after midnight of that day
   */
  const local = (day, minutes) => {
    const date = Gk.days.plus(day, Math.floor(minutes / DAY)).replaceAll("-", "");
    const [hour, minute] = [Math.floor((minutes % DAY) / 60), minutes % 60]
      .map((value) => String(value).padStart(2, "0"));
    return `${date}T${hour}${minute}00`;
  };

  /**
   * It ends after it begins (RFC 5545, 3.8.2.2).
   * @param {string} day @param {number} start @param {number} end
   */
  const hours = (day, start, end) => [
    `DTSTART:${local(day, start)}`,
    `DTEND:${local(day, Math.max(end, start + 1))}`,
  ];

  /** @param {CalendarEvent} event */
  const event = ({ key, changed, day, start, end, place, title, text, url }) => [
    "BEGIN:VEVENT",
    `UID:${key}@gereedschapskist`,
    `SEQUENCE:${clamp(0, Math.floor((changed - FIRST) / 1000), MAX_SEQUENCE)}`,
    `DTSTAMP:${stamp(changed)}`,
    `LAST-MODIFIED:${stamp(changed)}`,
    ...(start === undefined ? wholeDay(day) : hours(day, start, end ?? start)),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(start === undefined ? ["TRANSP:TRANSPARENT"] : []), // a day takes no time of that day
    "END:VEVENT",
  ];

  Gk.ics = {
    calendar: (maker, events) => [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//${escaped(maker)}//NL`,
      ...events.flatMap(event),
      "END:VCALENDAR",
      "",
    ].map(folded).join("\r\n"),
  };
}
