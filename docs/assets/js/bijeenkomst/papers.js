// @ts-check
// The papers of a kist, a text for a mail, and an event for a calendar. All words stand in
// papieren.html; text() reads them back from what was made of it. Printing is in paper-set.js.
{
  const { el, typed } = Gk.dom;
  // What is a line of text, in the order of the page.
  const LINES = "h2, h3, h4, p, li, tr, dl > div";
  const SLOT = /\[(datum|project|begin|eind)\]/g;

  /** @typedef {(panel: Paneel, kist: Kist, bladen: Werkbladen) => HTMLElement} Paper */

  /** 2026-12-01 -> dinsdag 1 december 2026; nothing for no day. @param {string} day */
  const inWords = (day) => (Gk.days.exists(day)
    ? new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" })
      .format(new Date(`${day}T12:00Z`))
    : "");

  /** @param {Kist} kist @param {Werkbladen} bladen */
  const span = (kist, bladen) => {
    const [begin, end] = [Gk.plan.minutes(kist.begin), Gk.plan.eind(kist, bladen)];
    return { begin: Gk.plan.clock(begin), end: Gk.plan.clock(end), long: end - begin };
  };

  /**
   * What fills the facts at the top of each paper.
   * @param {Kist} kist @param {Werkbladen} bladen
   */
  const facts = (kist, bladen) => {
    const { begin, end, long } = span(kist, bladen);
    const fact = (/** @type {Child} */ text) => (text ? [el("dd", {}, text)] : []);
    return {
      naam: [typed(kist.naam)],
      dag: fact(inWords(kist.dag)),
      tijd: fact(long ? `${begin} tot ${end}` : begin),
      plek: fact(kist.plek && typed(kist.plek)),
      project: fact(kist.project && typed(kist.project)),
    };
  };

  /** Ours, or typed. @param {Moment} moment @returns {Child} */
  const nameOf = ({ blok, naam }) => (!blok.blad && blok.titel ? typed(naam) : naam);

  /** Who takes part is told too. @param {Paneel} panel @param {Blok} blok */
  const inGroups = (panel, { groepen = 1 }) =>
    (groepen > 1 ? `, ${Paneel.plain(panel.sentence("isgroepen", groepen))}` : "");

  /** @param {number} time @param {Child[]} name @param {Child[]} more */
  const row = (time, name, ...more) => el("tr", {},
    el("th", { scope: "row" }, Gk.plan.clock(time)), el("td", {}, ...name),
    ...more.map((one) => el("td", {}, one)));

  /**
   * The times, and last the end; `more` gives what else stands in a row.
   * @param {Paneel} panel @param {Kist} kist @param {Werkbladen} bladen
   * @param {(moment?: Moment) => Child[]} more
   */
  const rows = (panel, kist, bladen, more = () => []) => [
    ...Gk.plan.momenten(kist, bladen).map((one) =>
      row(one.begin, [nameOf(one), inGroups(panel, one.blok)], ...more(one))),
    row(Gk.plan.eind(kist, bladen), [panel.clone("einde")], ...more()),
  ];

  /** A list in a slot; nothing for no items. @param {Child[][]} items @returns {Child[]} */
  const list = (items) =>
    (items.length ? [el("ul", {}, ...items.map((item) => el("li", {}, ...item)))] : []);

  /** @type {Paper} */
  const programma = (panel, kist, bladen) => panel.clone("programma", {
    ...facts(kist, bladen),
    rijen: rows(panel, kist, bladen, () => [""]),
  });

  /** @param {Blok} blok @param {Werkblad | undefined} blad @param {number} mensen */
  const steps = (blok, blad, mensen) =>
    (blad ? Gk.plan.stappen(blok, blad, mensen) : []).map(({ titel, minuten }) =>
      el("li", {}, `${titel} (${Gk.plan.lang(minuten)})`));

  /** @param {Paneel} panel @param {Moment} moment @param {Kist} kist @param {Werkbladen} bladen */
  const section = (panel, moment, kist, bladen) => {
    const { blok, begin, duur, ruimte } = moment;
    const { keet, vast, regel, notitie, groepen = 1 } = blok;
    return panel.clone("blok", {
      kop: [`${Gk.plan.clock(begin)} `, nameOf(moment), ` (${Gk.plan.lang(duur)})`],
      bij: Boolean(ruimte || vast || keet || groepen > 1),
      ruimte: ruimte ? `${Gk.plan.lang(ruimte)}.` : "",
      vast: Boolean(vast),
      groepen: groepen > 1 ? `${groepen}.` : "",
      keet: Boolean(keet),
      regel: regel ? [typed(regel)] : [],
      notitie: notitie ? [typed(notitie)] : [],
      stappen: steps(blok, Gk.plan.blad(blok, bladen), kist.mensen),
    });
  };

  /**
   * What does not fit, each as an item.
   * @param {Paneel} panel @param {Kist} kist @param {Werkbladen} bladen
   */
  const warnings = (panel, kist, bladen) =>
    Gk.meldingen(kist, bladen).map(({ soort, gaten }) => {
      const text = el("span");
      Paneel.put(text, panel.sentence(soort, ...gaten));
      return [text];
    });

  /**
   * Who and what has to be there.
   * @param {Kist} kist @param {Werkbladen} bladen
   */
  const needs = (kist, bladen) => ({
    mensen: kist.mensen ? [el("dd", {}, String(kist.mensen))] : [],
    mee: list(Gk.benodigd.mee(kist, bladen).map((thing) => [thing])),
    rollen: list(Gk.benodigd.rollen(kist, bladen).map((rol) => [rol])),
  });

  /** @type {Paper} */
  const draaiboek = (panel, kist, bladen) => {
    const parked = Gk.plan.momenten({ ...kist, blokken: kist.geparkeerd }, bladen);
    return panel.clone("draaiboek", {
      ...facts(kist, bladen),
      ...needs(kist, bladen),
      letop: list(warnings(panel, kist, bladen)),
      plekken: list(Gk.benodigd.plekken(kist, bladen).map((plek) => [plek])),
      blokken: Gk.plan.momenten(kist, bladen).map((one) => section(panel, one, kist, bladen)),
      geparkeerd: list(parked.map((one) => [nameOf(one), ` (${Gk.plan.lang(one.duur)})`])),
    });
  };

  /** The ids of the sheets that are not there. @param {Kist} kist @param {Werkbladen} bladen */
  const missing = ({ blokken }, bladen) => [...new Set(blokken
    .flatMap((blok) => (Gk.plan.blad(blok, bladen) ? [] : blok.blad ?? [])))];

  /** @type {Paper} */
  const voorblad = (panel, kist, bladen) => panel.clone("voorblad", {
    ...facts(kist, bladen),
    ...needs(kist, bladen),
    rijen: rows(panel, kist, bladen, (one) => [one ? Gk.plan.lang(one.duur) : ""]),
    ontbreekt: missing(kist, bladen).join(", "),
  });

  /** @param {string} text */
  const tidy = (text) =>
    text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).join("\n").trim();

  /** @param {Element} node */
  const line = (node) => {
    const text = tidy(node.textContent ?? "");
    const parts = [...node.children].map((child) => tidy(child.textContent ?? "")).filter(Boolean);
    const lead = node.matches("h2, h3, h4, :first-child") ? "\n" : ""; // an empty line before it
    if (node.matches("h2, h3, h4")) return lead + text;
    if (node.matches("tr")) return parts.join("  ");
    if (node.matches("dl > div")) return lead + parts.join(": ");
    if (!node.matches("li")) return text;
    const place = [...node.parentElement?.children ?? []].indexOf(node) + 1;
    return node.matches("ol > li") ? `${place}. ${text}` : `- ${text}`;
  };

  /** @param {Element} paper */
  const text = (paper) => {
    const lines = [...paper.querySelectorAll(LINES)]
      .filter((node) => !node.closest("[data-papier], thead"))
      .map(line).filter((one) => one.trim());
    return `${lines.join("\n").trim()}\n`;
  };

  /**
   * The invitation, with what is known in its gaps.
   * @param {Kist} kist @param {Werkbladen} bladen
   */
  const invitation = (kist, bladen) => {
    const { begin, end } = span(kist, bladen);
    /** @type {Record<string, string>} */
    const known = { datum: inWords(kist.dag), project: kist.project, begin, eind: end };
    return kist.uitnodiging.replace(SLOT, (slot, name) => known[name] || slot);
  };

  /**
   * What stands in a calendar: the times, for what it is, and where it comes from.
   * @param {Paneel} panel @param {Kist} kist @param {Werkbladen} bladen @param {string} back
   */
  const eventText = (panel, kist, bladen, back) => text(panel.clone("agenda", {
    rijen: rows(panel, kist, bladen), project: kist.project, bron: back,
  })).trim();

  Gk.papers = {
    programma,
    draaiboek,
    voorblad,
    text,
    mail: (panel, kist, bladen) => {
      const own = invitation(kist, bladen);
      return text(panel.clone("mail", {
        ...facts(kist, bladen),
        uitnodiging: own,
        nodigt: own ? "" : `${kist.naam}.`,
        rijen: rows(panel, kist, bladen),
      }));
    },
    event: (panel, kist, bladen, back) => Gk.days.exists(kist.dag) ? {
      key: kist.sleutel,
      changed: kist.op,
      day: kist.dag,
      start: Gk.plan.minutes(kist.begin),
      end: Gk.plan.eind(kist, bladen),
      place: kist.plek,
      title: kist.naam,
      text: eventText(panel, kist, bladen, back),
      url: back,
    } : null,
  };
}
