// @ts-check
// What does not fit in a kist: its people, order, breaks and times. Pure, as plan.js, and the same
// as macros/reading/rules/draaiboek_rules.py; the words stand in papieren.html.
{
  const { plan } = Gk;
  const RESTING = 10; // minutes to spare that are a break too
  const MOST_WITHOUT_BREAK = 90; // minutes
  const SHORT_END = 20; // minutes of a closing before which nobody takes a break
  const ROUNDING = 2; // minutes that nobody misses: who plans in fives takes as much
  // Whole words, also beside é, which \b takes for an edge.
  const WHO = /(?:^|[^\p{L}\d_])(?:wie|naam|namen)(?![\p{L}\d_])/iu;
  const WHEN = /(?:^|[^\p{L}\d_])(?:wanneer|dag|datum|data|datums)(?![\p{L}\d_])/iu;
  const ONLINE = /\b(?:online|teams|zoom|webex|skype|google meet|(?:video|beeld)bellen)\b/i;

  /**
   * @param {MeldingSoort} soort @param {Blok | undefined} blok @param {(string | number)[]} gaten
   * @returns {Melding}
   */
  const melding = (soort, blok, ...gaten) =>
    (blok ? { soort, blok: blok.sleutel, gaten } : { soort, gaten });

  /** Its minutes are not known. @param {Blok} blok @param {Werkbladen} bladen */
  const isUnknown = (blok, bladen) => {
    const blad = plan.blad(blok, bladen);
    return Boolean(blok.blad && (!blad || (blok.keet && !blad.keet.length)));
  };

  /**
   * A sheet that is not for these people, this leader or this place.
   * @param {Blok} blok @param {Werkblad} blad @param {Kist} kist
   */
  const misfits = (blok, blad, { mensen, expert, plek }) => {
    const { titel, groep, keet } = blad;
    const [least, most] = [Math.floor, Math.ceil]
      .map((round) => round(mensen / plan.groepen(blok)));
    const [steps, own] = [plan.nodig(blok, blad, mensen), blok.minuten || 0];
    const without = blok.keet && !keet.length;
    const size = [titel, groep.min, groep.max];
    return [
      mensen && most > groep.max && melding("groot", blok, ...size, most),
      mensen && least < groep.min && melding("klein", blok, ...size, least),
      blad.expert && !expert && melding("expert", blok, titel),
      ONLINE.test(plek) && !blad.online && melding("online", blok, titel),
      !without && own && own < steps - ROUNDING && melding("kort", blok, titel, steps, own),
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
    /** @param {MeldingSoort} soort @param {Werkblad} blad @param {Werkblad} ander */
    const swap = (soort, blad, ander) => ({
      ...melding(soort, block(blad), blad.titel, ander.titel), ruil: block(ander)?.sleutel,
    });
    return all.flatMap((one, k) => all.slice(k + 1).flatMap((other) => {
      if (one.vervolg.includes(other.id)) return [];
      return [
        other.vervolg.includes(one.id) && swap("volgorde", one, other),
        one.onrust === other.id && swap("onrust", other, one),
      ].flatMap((found) => found || []);
    }));
  };

  /**
   * More minutes in a row without a break than people can sit: the first block before which a break
   * helps. Before a long sheet alone it does not, nor just before the end.
   * @param {Moment[]} moments
   */
  const breaks = (moments) => {
    let since = 0;
    for (const { blok, naam, duur, ruimte } of moments) {
      if (blok.pauze || ruimte >= RESTING) since = 0;
      if (blok.pauze) continue;
      since += duur;
      if (blok.soort === "afsluiting" && duur <= SHORT_END) continue;
      if (since > MOST_WITHOUT_BREAK && since > duur) return [melding("zitten", blok, naam, since)];
    }
    return [];
  };

  Gk.meldingen = (kist, bladen) => {
    const { blokken } = kist;
    if (!blokken.length) return [];
    const own = blokken.flatMap((blok) => {
      const blad = plan.blad(blok, bladen);
      if (blad) return misfits(blok, blad, kist);
      return blok.blad ? [melding("onbekend", blok, blok.blad)] : [];
    });
    const unknown = blokken.some((blok) => isUnknown(blok, bladen));
    const moments = unknown ? [] : plan.momenten(kist, bladen);
    const late = moments.filter(({ teLaat }) => teLaat).map((one) =>
      melding("laat", one.blok, one.naam, one.blok.vast ?? "", plan.lang(one.teLaat)));
    return [
      ...own, ...opening(blokken), ...closing(blokken),
      ...order(blokken, plan.bladen(kist, bladen)),
      ...breaks(moments), ...late,
    ];
  };
}
