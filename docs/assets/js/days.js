// @ts-check
// Days: as we store them (20261121), as a calendar stores them (2026-11-21), as a reader says them.
Gk.days = {
  // The reader's own day as yyyymmdd (toISOString would give yesterday, late at night).
  ymd: (day = new Date()) =>
    String(day.getFullYear() * 10000 + (day.getMonth() + 1) * 100 + day.getDate()),

  // 20261121 or 2026-11-21 -> 21-11-2026.
  shown: (text) =>
    text.replace(/^(....)-?(..)-?(..)$/, (_, year, month, day) => `${+day}-${+month}-${year}`),

  // 20261121 -> 2026-11-21.
  iso: (text) => String(text).replace(/(..)(..)$/, "-$1-$2"),

  // Whether yyyy-mm-dd exists: 30 February becomes another day, and month 99 none.
  isDay: /** @type {Shared["days"]["isDay"]} */ ((text) => {
    const day = String(text);
    return /^20[2-9]\d-\d\d-\d\d$/.test(day) &&
      new Date(`${day}T12:00Z`).getUTCDate() === +day.slice(8);
  }),
};
