// @ts-check
// Days: as we store them, as an agenda stores them, and as a reader says them.
/** The reader's own day as yyyymmdd (toISOString would give yesterday, late at night). @param {Date} day */
Gk.ymd = (day = new Date()) => String(day.getFullYear() * 10000 + (day.getMonth() + 1) * 100 + day.getDate());

/** 20261121 or 2026-11-21 -> 21-11-2026. @param {string} text */
Gk.dag = (text) => text.replace(/^(....)-?(..)-?(..)$/, (_, year, month, day) => `${+day}-${+month}-${year}`);

/** 20261121 -> 2026-11-21. @param {any} text */
Gk.iso = (text) => String(text).replace(/(..)(..)$/, "-$1-$2");

/** 30 February becomes another day, and month 99 none. @param {any} text yyyy-mm-dd */
Gk.isDag = (text) => /^20[2-9]\d-\d\d-\d\d$/.test(text) && new Date(`${text}T12:00Z`).getUTCDate() === +text.slice(8);
