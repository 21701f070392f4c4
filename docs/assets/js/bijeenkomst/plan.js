// @ts-check
// The arithmetic of a draaiboek. Pure: a kist and its sheets in, times and warnings out. The same
// as macros/model/draaiboek.py and rules/draaiboek_rules.py; tests/js/plan.test.js compares them.
{
  const DAY = 24 * 60; // minutes
  const START = 9 * 60;
  const LEAST_BREAK = 5; // a shorter one is none
  const MEAL = 30; // a break of so many minutes is one: it keeps most of them
  const RESTING = 10; // minutes to spare that are a break too
  const MOST_WITHOUT_BREAK = 90;
  const IN_HOURS_FROM = 90; // a shorter duration, such as 75 min, is not split into hours
  // What a block without a title is called on the programme of everybody.
  const CALLED = { opening: "Welkom", afsluiting: "Afspraken en slot" };
  // Whole words, also beside é, which \b takes for an edge.
  const WHO = /(?:^|[^\p{L}\d_])(?:wie|naam|namen)(?![\p{L}\d_])/iu;
  const WHEN = /(?:^|[^\p{L}\d_])(?:wanneer|dag|datum|data|datums)(?![\p{L}\d_])/iu;
  const ONLINE = /\b(?:online|teams|zoom|webex|skype|google meet|(?:video|beeld)bellen)\b/i;

  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

  /** @param {string} time */
  const minutes = (time) => {
    const [, hours, rest] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
    return hours ? Number(hours) * 60 + Number(rest) : START;
  };

  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");

  /** @param {number} time */
  const clock = (time) => `${two(Math.floor((time % DAY) / 60))}:${two(time % 60)}`;

  /** @param {number} value */
  const lang = (value) => {
    const [hours, rest] = [Math.floor(value / 60), value % 60];
    if (!hours || (value < IN_HOURS_FROM && rest)) return `${value} min`;
    return `${hours} uur${rest ? ` ${rest} min` : ""}`;
  };

  /**
   * This clock time on the day on which it is nearest to `now`.
   * @param {string} vast @param {number} now
   */
  const nearest = (vast, now) => {
    const wait = (((minutes(vast) - now) % DAY) + DAY) % DAY;
    return now + (wait > DAY / 2 ? wait - DAY : wait);
  };

  /**
   * Whole minutes for each, in proportion to the weights; the largest remainder first.
   * @param {number} total @param {number[]} weights whole numbers, not all zero
   */
  const divided = (total, weights) => {
    const all = sum(weights);
    const parts = weights.map((weight) => Math.floor((total * weight) / all));
    const left = total - sum(parts);
    const order = weights.map((weight, k) => ({ k, rest: (total * weight) % all }))
      .sort((one, other) => other.rest - one.rest || one.k - other.k);
    for (const { k } of order.slice(0, left)) parts[k] += 1;
    return parts;
  };

  // ---------- minutes of a block ----------

  /** How many people more than the smallest group. @param {Werkblad} blad @param {number} mensen */
  const extra = ({ groep }, mensen) =>
    Math.min(Math.max(mensen, groep.min), groep.max) - groep.min;

  /** @param {Blok} blok */
  const groups = (blok) => blok.groepen || 1;

  /**
   * The steps and their minutes for these people; an extra person adds half minutes.
   * @param {Blok} blok @param {Werkblad} blad @param {number} mensen
   */
  const asked = (blok, blad, mensen) => {
    const more = extra(blad, Math.ceil(mensen / groups(blok)));
    return blok.keet
      ? blad.keet
      : blad.stappen.map((stap) => ({ ...stap, minuten: stap.minuten + stap.perPersoon * more }));
  };

  /**
   * What the steps of a sheet take.
   * @param {Blok} blok @param {Werkblad | undefined} blad @param {number} mensen
   */
  const needed = (blok, blad, mensen) =>
    (blad ? Math.ceil(sum(asked(blok, blad, mensen).map(({ minuten }) => minuten))) : 0);

  /** @type {Shared["plan"]["duur"]} */
  const duur = (blok, blad, mensen) => blok.minuten || needed(blok, blad, mensen);

  /** @type {Shared["plan"]["leastBreak"]} */
  const leastBreak = (all) => (all < MEAL ? Math.min(LEAST_BREAK, all) : Math.ceil((2 * all) / 3));

  /** @type {Shared["plan"]["minste"]} */
  const minste = (blok, blad, mensen) => {
    const all = duur(blok, blad, mensen);
    if (blok.pauze) return leastBreak(all);
    if (blok.soort) return all;
    const keet = sum((blad?.keet ?? []).map(({ minuten }) => minuten));
    return keet ? Math.min(keet, all) : Math.ceil((2 * all) / 3);
  };

  /** @type {Shared["plan"]["stappen"]} */
  const stappen = (blok, blad, mensen) => {
    const steps = asked(blok, blad, mensen);
    const weights = steps.map(({ minuten }) => 2 * minuten); // whole numbers
    const parts = steps.length ? divided(duur(blok, blad, mensen), weights) : [];
    return steps.map((stap, k) => ({ ...stap, minuten: parts[k] }));
  };

  // ---------- times ----------

  /** @param {Blok} blok @param {Werkblad | undefined} blad */
  const naam = ({ blad: id, titel, pauze, soort }, blad) =>
    (id ? blad?.titel ?? id : titel || (soort ? CALLED[soort] : pauze ? "Pauze" : "Onderdeel"));

  /** @type {Shared["plan"]["blad"]} */
  const sheetOf = ({ blad }, bladen) =>
    (blad && Object.hasOwn(bladen, blad) ? bladen[blad] : undefined);

  /** @type {Shared["plan"]["momenten"]} */
  const momenten = ({ begin: start, mensen, blokken }, bladen) => {
    let now = minutes(start);
    return blokken.map((blok) => {
      const blad = sheetOf(blok, bladen);
      const fixed = blok.vast ? nearest(blok.vast, now) : now;
      const begin = Math.max(now, fixed);
      const length = duur(blok, blad, mensen);
      const [ruimte, teLaat] = [begin - now, begin - fixed];
      now = begin + length;
      return { blok, naam: naam(blok, blad), begin, duur: length, ruimte, teLaat };
    });
  };

  /** @type {Shared["plan"]["eind"]} */
  const eind = (kist, bladen) => {
    const last = momenten(kist, bladen).pop();
    return last ? last.begin + last.duur : minutes(kist.begin);
  };

  // ---------- totals ----------

  /**
   * The sheets of a kist that are there, each once, in order.
   * @param {Kist} kist @param {Werkbladen} bladen
   */
  const sheets = ({ blokken }, bladen) =>
    [...new Set(blokken.flatMap((blok) => sheetOf(blok, bladen) ?? []))];

  /** Paper with the name of its sheet: 'het blad, groot' says nothing among other sheets. */
  const ofSheet = (/** @type {string} */ thing, /** @type {string} */ titel) =>
    (/\b(?:invul)?blad(?:en)?\b/i.test(thing)
      ? `${titel}: ${thing[0].toLowerCase()}${thing.slice(1)}` : thing);

  /** @type {Shared["plan"]["materiaal"]} */
  const materiaal = ({ blokken }, bladen) => {
    const times = new Map();
    for (const blok of blokken.filter(({ keet }) => !keet)) { // a keetversie needs no paper
      const sheet = sheetOf(blok, bladen);
      for (const thing of sheet?.materiaal.map((one) => ofSheet(one, sheet.titel)) ?? []) {
        times.set(thing, Math.max(times.get(thing) ?? 0, groups(blok)));
      }
    }
    return [...times];
  };

  /** @type {Shared["plan"]["rollen"]} */
  const rollen = (kist, bladen) => {
    const first = new Map();
    for (const rol of sheets(kist, bladen).flatMap((blad) => blad.rollen)) {
      if (!first.has(rol.toLowerCase())) first.set(rol.toLowerCase(), rol);
    }
    return [...first.values()];
  };

  /** @type {Shared["plan"]["plekken"]} */
  const plekken = (kist, bladen) => {
    const [first = [], ...rest] = sheets(kist, bladen).map((blad) => blad.plekken);
    return first.filter((plek) => rest.every((plekken) => plekken.includes(plek)));
  };

  // ---------- what does not fit ----------

  /**
   * @param {MeldingSoort} soort @param {Blok | undefined} blok @param {(string | number)[]} gaten
   * @returns {Melding}
   */
  const melding = (soort, blok, ...gaten) =>
    (blok ? { soort, blok: blok.sleutel, gaten } : { soort, gaten });

  /** Its minutes are not known. @param {Blok} blok @param {Werkbladen} bladen */
  const isUnknown = (blok, bladen) => {
    const blad = sheetOf(blok, bladen);
    return Boolean(blok.blad && (!blad || (blok.keet && !blad.keet.length)));
  };

  /**
   * A sheet that is not for these people, this leader or this place.
   * @param {Blok} blok @param {Werkblad} blad @param {Kist} kist
   */
  const misfits = (blok, blad, { mensen, expert, plek }) => {
    const { titel, groep, keet } = blad;
    const [least, most] = [Math.floor, Math.ceil].map((round) => round(mensen / groups(blok)));
    const [steps, own] = [needed(blok, blad, mensen), blok.minuten || 0];
    const without = blok.keet && !keet.length;
    const size = [titel, groep.min, groep.max];
    return [
      mensen && most > groep.max && melding("groot", blok, ...size, most),
      mensen && least < groep.min && melding("klein", blok, ...size, least),
      blad.expert && !expert && melding("expert", blok, titel),
      ONLINE.test(plek) && !blad.online && melding("online", blok, titel),
      !without && own && own < steps && melding("kort", blok, titel, steps, own),
      without && melding("keet", blok, titel),
    ].flatMap((one) => one || []);
  };

  /** No opening before the first sheet. @param {Blok[]} blokken */
  const opening = (blokken) => {
    const first = blokken.find(({ blad, soort }) => blad || soort === "opening");
    return first?.soort === "opening" ? [] : [melding("opening", undefined)];
  };

  /**
   * No closing at the end, or one that does not ask who does what and when.
   * @param {Blok[]} blokken
   */
  const closing = (blokken) => {
    const last = blokken.filter(({ pauze }) => !pauze).pop();
    if (last?.soort !== "afsluiting") return [melding("afsluiting", undefined)];
    const text = last.regel ?? "";
    return WHO.test(text) && WHEN.test(text) ? [] : [melding("namen", last)];
  };

  /**
   * A sheet before the one that it follows on, or one for a quarrel after what it replaces.
   * @param {Blok[]} blokken @param {Werkblad[]} all
   */
  const order = (blokken, all) => {
    const block = (/** @type {Werkblad} */ { id }) => blokken.find(({ blad }) => blad === id);
    return all.flatMap((one, k) => all.slice(k + 1).flatMap((other) => {
      if (one.vervolg.includes(other.id)) return [];
      return [
        other.vervolg.includes(one.id) && melding("volgorde", block(one), one.titel, other.titel),
        one.onrust === other.id && melding("onrust", block(other), other.titel, one.titel),
      ].flatMap((found) => found || []);
    }));
  };

  /** More minutes in a row without a break than people can sit. @param {Moment[]} moments */
  const breaks = (moments) => {
    let [since, most] = [0, MOST_WITHOUT_BREAK];
    /** @type {Moment | undefined} */
    let at;
    for (const moment of moments) {
      if (moment.blok.pauze || moment.ruimte >= RESTING) since = 0;
      if (moment.blok.pauze) continue;
      since += moment.duur;
      if (since > most) [most, at] = [since, moment];
    }
    return at ? [melding("zitten", at.blok, at.naam, most)] : [];
  };

  /** @type {Shared["plan"]["meldingen"]} */
  const meldingen = (kist, bladen) => {
    const { blokken } = kist;
    if (!blokken.length) return [];
    const own = blokken.flatMap((blok) => {
      const blad = sheetOf(blok, bladen);
      if (blad) return misfits(blok, blad, kist);
      return blok.blad ? [melding("onbekend", blok, blok.blad)] : [];
    });
    const moments = blokken.some((blok) => isUnknown(blok, bladen)) ? [] : momenten(kist, bladen);
    const late = moments.filter(({ teLaat }) => teLaat).map((one) =>
      melding("laat", one.blok, one.naam, one.blok.vast ?? "", one.teLaat));
    return [
      ...own, ...opening(blokken), ...closing(blokken), ...order(blokken, sheets(kist, bladen)),
      ...breaks(moments), ...late,
    ];
  };

  // ---------- running late ----------

  /** @type {Shared["plan"]["resten"]} */
  const resten = (kist, bladen) => momenten(kist, bladen).map((moment) => {
    const { blok, duur: minuten, begin, teLaat } = moment;
    const least = minste(blok, sheetOf(blok, bladen), kist.mensen);
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
      const takes = take ? divided(take, rooms) : rooms.map(() => 0);
      blocks.forEach((one, k) => {
        if (takes[k]) minuten[one.sleutel] = one.minuten - takes[k];
      });
      if (planned - take > until) teLaat[name] = planned - take - until;
      now = Math.max(planned - take, until);
    }
    return { minuten, teLaat };
  };

  /** @type {Shared["plan"]["inhalen"]} */
  const inhalen = (left, nu, einde) => {
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

  Gk.plan = {
    minutes, clock, lang, divided, blad: sheetOf, duur, leastBreak, minste, stappen, momenten,
    eind, materiaal, rollen, plekken, meldingen, resten, inhalen,
  };
}
