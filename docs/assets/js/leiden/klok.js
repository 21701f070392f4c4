// @ts-check
// The clock of a meeting that is led: from its steps, the moments that really were, and now.
// Nothing is counted: a hidden tab, sleep and a reload change nothing. Pure: no DOM, no storage.
//
// All moments are in milliseconds since 1970. A run is never changed; each function gives another.
{
  const MINUTE = 60_000; // milliseconds
  // A clock is corrected by less than this all the time; only more is somebody who sets it back.
  const LITTLE = 1500;

  /** The part of a period that is not in a pause. @param {Loop} run */
  const busy = (run, /** @type {number} */ from, /** @type {number} */ until, now = until) =>
    run.pauzes.reduce((rest, { van, tot }) => {
      const overlap = Math.min(until, tot || Math.max(van, now)) - Math.max(from, van);
      return rest - Math.max(0, overlap);
    }, Math.max(0, until - from));

  /** The last moment that is known. @param {Loop} run */
  const latest = ({ momenten, pauzes }) =>
    Math.max(...momenten.map(({ op }) => op), ...pauzes.map(({ van, tot }) => Math.max(van, tot)));

  /** Now; not before what already was. @param {Loop} run @param {number} now */
  const after = (run, now) => Math.max(run.gestopt || now, latest(run));

  /** The step that is shown. @param {Loop} run */
  const current = ({ momenten, stappen }) =>
    Math.min(momenten[momenten.length - 1]?.stap ?? 0, stappen.length);

  /** How long each step was the current one, pauses left out. @param {Loop} run */
  const spent = (run, /** @type {number} */ now) => {
    const found = run.stappen.map(() => 0);
    run.momenten.forEach(({ op, stap }, k) => {
      const { vast } = run.stappen[stap] ?? {};
      const until = run.momenten[k + 1]?.op ?? now;
      // Before its fixed time a step has not begun.
      if (stap in found) found[stap] += busy(run, Math.max(op, vast || 0), until, now);
    });
    return found;
  };

  /** The time that a step may take. @param {Loopstap} stap */
  const planned = ({ minuten, erbij }) => (minuten + erbij) * MINUTE;

  /** The nearest whole minute; the times that are said are. */
  const nearest = (/** @type {number} */ moment) => Math.round(moment / MINUTE);

  // Between two moments as they are said, so that the numbers agree with the times.
  /** @type {Shared["klok"]["minutesBetween"]} */
  const minutesBetween = (from, until) => nearest(until) - nearest(from);

  /**
   * When the next step begins, when all ends, and how many minutes late what has a fixed time is.
   * @param {Loopstap[]} steps those behind the step of now @param {number} from when they begin
   * @param {number[]} left what each still takes
   */
  const ahead = (steps, from, left) => {
    let [end, late] = [from, -Infinity];
    steps.forEach(({ vast }, k) => {
      if (vast) late = Math.max(late, minutesBetween(vast, end));
      end = Math.max(end, vast) + Math.max(0, left[k]);
    });
    return { straks: Math.max(from, steps[0]?.vast ?? 0), einde: end, late };
  };

  // Where the meeting stands at this moment.
  /** @type {Shared["klok"]["stand"]} */
  const stand = (run, moment) => {
    const now = after(run, moment);
    const [stap, done] = [current(run), spent(run, now)];
    const left = run.stappen.map((one, k) => planned(one) - done[k]);
    // Of a step that waits for its time the waiting is shown too.
    const wait = Math.max(0, (run.stappen[stap]?.vast ?? 0) - now);
    const own = wait + (left[stap] ?? 0);
    const rest = left.slice(stap + 1);
    const { straks, einde, late } =
      ahead(run.stappen.slice(stap + 1), now + Math.max(0, own), rest);
    const uitloop = minutesBetween(plannedEnd(run), einde);
    return {
      stap,
      over: Math.ceil(own / 1000) || 0,
      straks,
      einde,
      achter: Math.max(uitloop, late),
      uitloop,
      wacht: wait > 0,
      pauze: Math.floor(pausedFor(run, now) / 1000),
      resten: [own, ...rest].map((one) => Math.max(0, one)),
    };
  };

  /** How long the pause of now lasts. @param {Loop} run @param {number} now */
  const pausedFor = (run, now) => {
    const open = run.pauzes.find(({ tot }) => !tot);
    return open ? Math.max(0, now - open.van) : 0;
  };

  /** When it should end. @param {Loop} run */
  const plannedEnd = (run) => run.einde || run.momenten[0].op + run.duur;

  /** @type {Shared["klok"]["start"]} */
  const start = (plan, now) => ({
    ...plan,
    duur: plan.stappen.reduce((sum, stap) => sum + planned(stap), 0),
    momenten: [{ op: now, stap: 0 }],
    pauzes: [],
    gestopt: 0,
    laatst: now,
  });

  /** End the pause of now. @type {Shared["klok"]["resume"]} */
  const resume = (run, moment) => {
    const now = after(run, moment);
    return { ...run, pauzes: run.pauzes.map((one) => (one.tot ? one : { ...one, tot: now })) };
  };

  /** @type {Shared["klok"]["pause"]} */
  const pause = (run, moment) => {
    const now = after(run, moment);
    return { ...resume(run, now), pauzes: [...resume(run, now).pauzes, { van: now, tot: 0 }] };
  };

  /** @type {Shared["klok"]["isPaused"]} */
  const isPaused = (run) => run.pauzes.some(({ tot }) => !tot);

  // To another step; behind the last one is the end.
  /** @type {Shared["klok"]["go"]} */
  const go = (run, stap, moment) => {
    const now = after(run, moment);
    const wanted = Math.max(0, Math.min(stap, run.stappen.length));
    if (wanted === current(run)) return run;
    const ended = wanted === run.stappen.length;
    const { momenten } = resume(run, now);
    return {
      ...resume(run, now),
      momenten: [...momenten, { op: now, stap: wanted }],
      gestopt: ended ? now : 0,
    };
  };

  // One minute more for the step of now.
  /** @type {Shared["klok"]["extend"]} */
  const extend = (run, minutes) => ({
    ...run,
    stappen: run.stappen.map((stap, k) =>
      (k === current(run) ? { ...stap, erbij: stap.erbij + minutes } : stap)),
  });

  // The step of now really began then: what was before ended by then, and no later. A pause stays
  // what it was.
  /** @type {Shared["klok"]["began"]} */
  const began = (run, then) => {
    const last = run.momenten.length - 1;
    const momenten = run.momenten.map(({ op, stap }, k) =>
      ({ stap, op: k === last ? then : Math.min(op, then) }));
    return { ...run, momenten };
  };

  /** Everything that was, that much later. @param {Loop} run @param {number} by */
  const shift = (run, by) => ({
    ...run,
    momenten: run.momenten.map(({ op, stap }) => ({ op: op + by, stap })),
    pauzes: run.pauzes.map(({ van, tot }) => ({ van: van + by, tot: tot && tot + by })),
    gestopt: run.gestopt && run.gestopt + by,
  });

  // Somebody set the clock back: what was goes back with it, so that no time is lost or won.
  // `passed`: how long it really is since the clock was last seen, by a clock that nobody sets.
  /** @type {Shared["klok"]["steady"]} */
  const steady = (run, now, passed) => {
    const back = now - run.laatst - passed;
    return { ...(back < -LITTLE ? shift(run, back) : run), laatst: now };
  };

  // Another plan for what is left. `eerder` is what undo() brings back.
  /** @type {Shared["klok"]["replan"]} */
  const replan = (run, stappen) => ({ ...run, stappen, eerder: run.stappen });

  /** Whether both are the same step. */
  const same = (/** @type {Loopstap | undefined} */ one, /** @type {Loopstap | undefined} */ two) =>
    one?.blok === two?.blok && one?.titel === two?.titel;

  /** @type {Shared["klok"]["canUndo"]} */
  const canUndo = (run) =>
    !!run.eerder && same(run.eerder[current(run)], run.stappen[current(run)]);

  // What was added since stays.
  /** @type {Shared["klok"]["undo"]} */
  const undo = (run) => {
    if (!run.eerder || !canUndo(run)) return run;
    const stappen = run.eerder.map((stap, k) =>
      (k <= current(run) ? { ...stap, erbij: run.stappen[k].erbij } : stap));
    return { ...run, stappen, eerder: undefined };
  };

  // Minutes after midnight of the day of this moment, as a moment; also where the clock of summer
  // and winter changes.
  /** @type {Shared["klok"]["at"]} */
  const at = (minutes, moment) => new Date(moment).setHours(0, minutes, 0, 0);

  // 83 seconds -> 1:23; behind zero +0:05.
  /** @type {Shared["klok"]["shown"]} */
  const shown = (seconds) => {
    const [all, two] = [Math.abs(seconds), (/** @type {number} */ n) => String(n).padStart(2, "0")];
    const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
    const text = hours ? `${hours}:${two(minutes)}` : String(minutes);
    return `${seconds < 0 ? "+" : ""}${text}:${two(all % 60)}`;
  };

  // The time of day, to the nearest minute.
  /** @type {Shared["klok"]["time"]} */
  const time = (moment) => {
    const date = new Date(nearest(moment) * MINUTE);
    return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, "0")).join(":");
  };

  // The report of a keetversie is that of its sheet.
  /** @type {Shared["klok"]["reportOf"]} */
  const reportOf = (bron) => bron.replace(/^keet=/, "blad=");

  // ---------- what was stored ----------

  const isMoment = (/** @type {unknown} */ value) => Number.isFinite(value) && Number(value) >= 0;
  const isText = (/** @type {unknown} */ value) =>
    typeof value === "string" && value.length <= 4000;

  /** @param {unknown} value @returns {boolean} */
  const isStap = (value) => {
    const one = /** @type {Unknown | null} */ (value);
    return ["blok", "soort", "kop", "titel", "tekst", "blad", "notitie"]
      .every((name) => isText(one?.[name])) &&
      ["minuten", "erbij", "vast", "minste"].every((name) => isMoment(one?.[name])) &&
      typeof one?.los === "boolean" &&
      [one.vragen, one.ook].every((list) => Array.isArray(list) && list.every(isText));
  };

  /** @param {unknown} list @param {string[]} names @returns {boolean} */
  const isList = (list, names) => Array.isArray(list) &&
    list.every((one) => names.every((name) => isMoment(one?.[name])));

  const areSteps = (/** @type {unknown} */ list) =>
    Array.isArray(list) && list.length > 0 && list.every(isStap);

  // A run as it was stored; null for what is none.
  /** @type {Shared["klok"]["sound"]} */
  const sound = (value) => {
    const run = /** @type {Unknown | null} */ (value);
    const good = [run?.bron, run?.titel, run?.uitkomst].every(isText) &&
      [run?.einde, run?.duur, run?.gestopt, run?.laatst].every(isMoment) &&
      areSteps(run?.stappen) && (run?.eerder === undefined || areSteps(run.eerder)) &&
      isList(run?.momenten, ["op", "stap"]) && isList(run?.pauzes, ["van", "tot"]) &&
      /** @type {unknown[]} */ (run?.momenten).length > 0;
    return good ? /** @type {Loop} */ (/** @type {unknown} */ (run)) : null;
  };

  Gk.klok = {
    stand, start, pause, resume, isPaused, go, extend, began, steady, replan, canUndo, undo,
    at, shown, time, minutesBetween, reportOf, sound, plannedEnd,
  };
}
