// @ts-check
// From a sheet or a kist to the steps that are led, and to a plan for what is left when it runs
// late. Pure: no DOM, no storage; the minutes come from plan.js and inhalen.js.
{
  const MINUTE = 60_000; // milliseconds
  const DAY = 24 * 60; // minutes
  // Who begins further from the time of the draaiboek leads it at another hour.
  const NEAR = 90; // minutes
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((all, one) => all + one, 0);

  /** @param {Partial<Loopstap>} given @returns {Loopstap} */
  const toStep = (given) => ({
    blok: "", soort: "", blad: "", kop: "", titel: "", tekst: "", vragen: [], ook: [],
    notitie: "", minuten: 0, erbij: 0, minste: 0, los: false, vast: 0, ...given,
  });

  // ---------- steps ----------

  /** A step that has no minutes gets one of the longest. @param {Loopstap[]} steps */
  const eachAMinute = (steps) => {
    for (const stap of steps.filter(({ minuten }) => !minuten)) {
      const most = steps.reduce((one, two) => (two.minuten > one.minuten ? two : one));
      if (most.minuten > 1) [most.minuten, stap.minuten] = [most.minuten - 1, 1];
    }
    return steps;
  };

  /** The steps of a sheet. @param {Blok} blok @param {Werkblad} blad @param {number} people */
  const stepsOf = (blok, blad, people) =>
    eachAMinute(Gk.plan.stappen(blok, blad, people).map(({ titel, tekst, vragen, minuten }) =>
      toStep({ blad: blad.id, kop: blad.titel, titel, tekst, vragen, ook: blad.vragen, minuten })));

  /** One minute of a neighbour, when it has more. @param {Loopstap} neighbour */
  const borrow = (neighbour) => {
    const minutes = neighbour.minuten > 1 ? 1 : 0;
    neighbour.minuten -= minutes;
    return minutes;
  };

  /** The opening sentence first. @param {Loopstap[]} steps @param {Werkblad} blad */
  const opened = (steps, { id, titel, opening }) => (opening && steps.length ? eachAMinute([toStep({
    blad: id, soort: "opening", kop: titel, vragen: [opening], minuten: borrow(steps[0]),
  }), ...steps]) : steps);

  /** What is in hand as the last. @param {Loopstap[]} steps @param {Werkblad} blad */
  const closed = (steps, { id, titel, uitkomst }) => eachAMinute([...steps, toStep({
    blad: id, soort: "uitkomst", kop: titel, tekst: uitkomst,
    minuten: borrow(steps[steps.length - 1]),
  })]);

  // One sheet; each of its steps is a block, which has its own least minutes.
  /** @type {Shared["leidraad"]["ofSheet"]} */
  const ofSheet = (blad, keet, people) => {
    const steps = stepsOf({ sleutel: "", blad: blad.id, keet }, blad, people);
    // A keetversie says itself how to begin.
    const stappen = (keet ? steps : opened(steps, blad)).map((stap, k) =>
      ({ ...stap, blok: String(k), minste: Gk.inhalen.shortest(stap.minuten) }));
    const bron = `${keet ? "keet" : "blad"}=${blad.id}`;
    // What a keetversie gives is less.
    const uitkomst = keet ? "" : blad.uitkomst;
    return { bron, titel: blad.titel, stappen, uitkomst, einde: 0 };
  };

  /**
   * The steps of one block of a kist.
   * @param {Moment} moment @param {Werkblad | undefined} blad @param {number} mensen
   * @returns {Loopstap[]}
   */
  const ofBlock = ({ blok, naam, duur }, blad, mensen) => {
    const whole = toStep({ kop: naam, titel: naam, minuten: duur });
    if (blok.pauze) return [{ ...whole, soort: "pauze" }];
    const { regel = "", acties } = blok;
    if (!blok.blad) return [{ ...whole, soort: "regel", tekst: regel, acties }];
    if (!blad || !stepsOf(blok, blad, mensen).length) return [whole];
    const steps = stepsOf(blok, blad, mensen);
    return blok.keet ? steps : closed(opened(steps, blad), blad);
  };

  /** Whole days between two times of a day, so that they are nearest. */
  const daysBetween = (/** @type {number} */ one, /** @type {number} */ other) =>
    DAY * Math.round((other - one) / DAY);

  // A kist that begins now. Its clock times count on its own day, about when it should begin.
  /** @type {Shared["leidraad"]["ofKist"]} */
  const ofKist = (kist, sheets, bron, now) => {
    const moments = Gk.plan.momenten(kist, sheets);
    const [first] = moments;
    const real = (now - Gk.klok.at(0, now)) / MINUTE;
    const days = daysBetween(first.begin, real);
    const moment = (/** @type {number} */ minutes) => Gk.klok.at(minutes + days, now);
    const byClock = Math.abs(first.begin + days - real) <= NEAR &&
      (!kist.dag || kist.dag === Gk.days.of(moment(first.begin)));
    const rests = Gk.inhalen.resten(kist, sheets);
    const stappen = moments.flatMap((one, k) => {
      const { minste, los, vast } = rests[k];
      const head = {
        minste, los, vast: byClock && vast !== undefined ? moment(vast) : 0,
        notitie: one.blok.notitie ?? "",
      };
      return ofBlock(one, sheets[one.blok.blad ?? ""], kist.mensen).map((stap, place) =>
        ({ ...stap, ...(place ? {} : head), blok: one.blok.sleutel }));
    });
    const last = moments[moments.length - 1];
    // Of a ready draaiboek the times are an example: nobody was promised an end.
    const einde = byClock && bron.startsWith("kist") ? moment(last.begin + last.duur) : 0;
    return { bron, titel: kist.naam, stappen, uitkomst: "", einde };
  };

  // ---------- running late ----------

  /**
   * The places of the steps from here on, by their block.
   * @param {Loop} run @param {number} from
   */
  const blocksFrom = ({ stappen }, from) => {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (let k = from; k < stappen.length; k += 1) {
      const places = found.get(stappen[k].blok) ?? [];
      found.set(stappen[k].blok, [...places, k]);
    }
    return found;
  };

  /** The least minutes of the block that is going on. @param {Loopstap} stap */
  const leastOf = ({ soort, los }, /** @type {number} */ rest) => {
    if (soort === "pauze") return Gk.inhalen.leastBreak(rest);
    return soort === "regel" && !los ? rest : Gk.inhalen.shortest(rest);
  };

  // What is left of each block, as Gk.inhalen.voorstel() wants it; its minutes count from now.
  /** @type {Shared["leidraad"]["resten"]} */
  const resten = (run, now) => {
    const { stap, resten: left } = Gk.klok.stand(run, now);
    const within = (/** @type {number} */ moment) => Gk.klok.minutesBetween(now, moment);
    const found = [...blocksFrom(run, stap)].map(([sleutel, places]) => {
      const first = run.stappen[places[0]];
      const minuten = within(now + sum(places.map((k) => left[k - stap])));
      const begun = places[0] === stap;
      const vast = first.vast && !begun ? { vast: within(first.vast) } : {};
      const minste = begun ? leastOf(first, minuten) : Math.min(first.minste, minuten);
      return { sleutel, minuten, minste, los: first.los && !begun, ...vast };
    });
    return { rest: found, einde: within(Gk.klok.plannedEnd(run)) };
  };

  /**
   * The steps of a block in fewer minutes. Of the step of now `left` is what it still had.
   * @param {Loopstap[]} steps @param {number} minutes @param {number[]} left in milliseconds
   */
  const shorter = (steps, minutes, left) => {
    const weights = left.map((one) => Math.round(one / 1000));
    const parts = sum(weights) ? Gk.plan.divided(minutes, weights) : weights;
    return steps.map((stap, k) => ({
      ...stap,
      minuten: Math.max(0, stap.minuten + stap.erbij - left[k] / MINUTE + parts[k]),
      erbij: 0,
    }));
  };

  /**
   * The keetversie in place of the steps of a block.
   * @param {Loopstap[]} steps @param {Werkblad} blad @param {number} minuten
   */
  const asKeet = (steps, blad, minuten) => {
    const { blok, minste, los, vast, notitie } = steps[0];
    return stepsOf({ sleutel: blok, blad: blad.id, keet: true, minuten }, blad, 0)
      .map((stap, k) => ({
        ...stap, ...(k ? {} : { minste, los, vast, notitie }), blok, keet: true,
      }));
  };

  // The steps by a plan for what is left: new minutes of blocks, and blocks that are skipped.
  /** @type {Shared["leidraad"]["replanned"]} */
  const replanned = (run, now, minuten, skipped, sheets) => {
    const { stap, resten: left } = Gk.klok.stand(run, now);
    const later = [...blocksFrom(run, stap)].flatMap(([blok, places]) => {
      const steps = places.map((k) => run.stappen[k]);
      if (skipped.includes(blok)) return [];
      if (!(blok in minuten)) return steps;
      const all = sum(steps.map((one) => one.minuten));
      const blad = places[0] === stap ? undefined : sheets[steps[0].blad];
      if (blad?.keet.length && minuten[blok] < Gk.inhalen.shortest(all)) {
        return asKeet(steps, blad, minuten[blok]);
      }
      return shorter(steps, minuten[blok], places.map((k) => left[k - stap]));
    });
    return [...run.stappen.slice(0, stap), ...later];
  };

  Gk.leidraad = { ofSheet, ofKist, resten, replanned };
}
