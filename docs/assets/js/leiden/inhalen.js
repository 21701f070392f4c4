// @ts-check
// The arithmetic of running late: what each block can do without, and the minutes to gain before
// each time that must be kept. Pure, as plan.js; tests/js/plan.test.js has its oracle.
{
  const { plan } = Gk;
  const LEAST_BREAK = 5; // minutes; a shorter one is none
  const MEAL = 30; // a break of so many minutes is one: it keeps most of them

  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((all, one) => all + one, 0);

  /** @type {Shared["inhalen"]["shortest"]} */
  const shortest = (minutes) => Math.ceil((2 * minutes) / 3);

  /** @type {Shared["inhalen"]["leastBreak"]} */
  const leastBreak = (all) => (all < MEAL ? Math.min(LEAST_BREAK, all) : shortest(all));

  /**
   * The least minutes of a block: those of its keetversie, or two thirds.
   * @param {Blok} blok @param {Werkblad | undefined} blad @param {number} mensen
   */
  const minste = (blok, blad, mensen) => {
    const all = plan.duur(blok, blad, mensen);
    if (blok.pauze) return leastBreak(all);
    if (blok.soort) return all;
    const keet = sum((blad?.keet ?? []).map(({ minuten }) => minuten));
    return keet ? Math.min(keet, all) : shortest(all);
  };

  /** @type {Shared["inhalen"]["resten"]} */
  const resten = (kist, bladen) => plan.momenten(kist, bladen).map((moment) => {
    const { blok, duur: minuten, begin, teLaat } = moment;
    const least = minste(blok, plan.blad(blok, bladen), kist.mensen);
    const los = !(blok.pauze || blok.soort || blok.vast);
    const vast = blok.vast ? { vast: begin - teLaat } : {};
    return { sleutel: blok.sleutel, minuten, minste: least, los, ...vast };
  });

  /**
   * Blocks up to each time that must be kept: each fixed time, and the end.
   * @param {Rest[]} left @param {number} einde
   */
  const stretches = (left, einde) => {
    /** @type {{blocks: Rest[], name: string, until: number}[]} */
    const found = [];
    /** @type {Rest[]} */
    let blocks = [];
    for (const rest of left) {
      if (rest.vast !== undefined) {
        found.push({ blocks, name: rest.sleutel, until: rest.vast });
        blocks = [];
      }
      blocks.push(rest);
    }
    return [...found, { blocks, name: "", until: einde }];
  };

  /**
   * Before each time that must be kept, gain what is needed and no more.
   * @param {Rest[]} left @param {number} nu @param {number} einde
   */
  const gained = (left, nu, einde) => {
    /** @type {Record<string, number>} */
    const minuten = {};
    /** @type {Record<string, number>} */
    const teLaat = {};
    let now = nu;
    for (const { blocks, name, until } of stretches(left, einde)) {
      const rooms = blocks.map((one) => Math.max(0, one.minuten - one.minste));
      const planned = now + sum(blocks.map((one) => one.minuten));
      const take = Math.min(Math.max(0, planned - until), sum(rooms));
      const takes = take ? plan.divided(take, rooms) : rooms.map(() => 0);
      blocks.forEach((one, k) => {
        if (takes[k]) minuten[one.sleutel] = one.minuten - takes[k];
      });
      if (planned - take > until) teLaat[name] = planned - take - until;
      now = Math.max(planned - take, until);
    }
    return { minuten, teLaat };
  };

  /** @type {Shared["inhalen"]["voorstel"]} */
  const voorstel = (left, nu, einde) => {
    const lateness = (/** @type {Rest[]} */ some) =>
      sum(Object.values(gained(some, nu, einde).teLaat));
    const found = gained(left, nu, einde);
    const now = sum(Object.values(found.teLaat));
    const helps = left.filter(({ los }) => now && los)
      .map((rest) => ({ rest, late: lateness(left.filter((one) => one !== rest)) }))
      .filter(({ late }) => late < now)
      .sort((one, other) => one.late - other.late);
    return { ...found, parkeer: helps.map(({ rest }) => rest.sleutel) };
  };

  Gk.inhalen = { shortest, leastBreak, resten, voorstel };
}
