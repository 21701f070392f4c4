// @ts-check
// Days: as we store them (20261121), as a calendar stores them (2026-11-21), as a reader says them.
// Only ymd() looks at the clock; the rest reckons in UTC, where every day has 24 hours.
{
  const DAY = 864e5; // milliseconds
  // A clock that is further ahead of the site is wrong, or this is a forgotten copy.
  const YEARS_AHEAD = 5;

  const isoOf = (/** @type {number} */ time) => new Date(time).toISOString().slice(0, 10);

  // Whether yyyy-mm-dd exists: 30 February becomes another day, and month 99 none.
  const exists = (/** @type {unknown} */ text) => {
    const day = String(text);
    return /^\d{4}-\d\d-\d\d$/.test(day) &&
      new Date(`${day}T12:00Z`).getUTCDate() === +day.slice(8);
  };

  /** @type {Shared["days"]["plus"]} */
  const plus = (day, days) => isoOf(Date.parse(`${day}T00:00Z`) + days * DAY);

  // 31 August + 6 months: the last day of February.
  /** @type {Shared["days"]["plusMonths"]} */
  const plusMonths = (day, months) => {
    const [year, month, date] = day.split("-").map(Number);
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return isoOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  };

  // The reader's own day as yyyymmdd (toISOString would give yesterday, late at night).
  const ymd = (day = new Date()) =>
    String(day.getFullYear() * 10000 + (day.getMonth() + 1) * 100 + day.getDate());

  // 20261121 -> 2026-11-21.
  const isoText = (/** @type {unknown} */ text) => String(text).replace(/(..)(..)$/, "-$1-$2");

  Gk.days = {
    ymd,
    today: () => isoText(ymd()),
    of: (moment) => isoText(ymd(new Date(moment))),

    // 20261121 or 2026-11-21 -> 21-11-2026.
    shown: (text) =>
      text.replace(/^(\d{4,})-?(..)-?(..)$/, (_, year, month, day) => `${+day}-${+month}-${year}`),

    iso: isoText,
    exists,
    // Whether it can be a day of a meting or an action: a clock that was reset says 1970.
    isDay: /** @type {Shared["days"]["isDay"]} */ ((text) =>
      exists(text) && /^20[2-9]/.test(String(text))),

    plus,
    plusMonths,

    // Whether a clock that says this day must be wrong, by the day on which the site was made.
    // West of Greenwich that was still the day before.
    isDoubtful: (day, made) =>
      !exists(day) || day < plus(made, -1) || day > plusMonths(made, 12 * YEARS_AHEAD),
  };
}
