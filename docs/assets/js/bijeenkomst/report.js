// @ts-check
// The report of a meeting as parts: a heading with sentences, rows of a table, or both. Pure: the
// page and the text that leaves it are made of the same parts.
{
  /** What stands before a text: a question asks for no colon. @param {string[]} pair */
  const called = ([label, text]) => [/[?!.:]$/.test(label) ? label : `${label}:`, text];

  /** What the meeting has of its own. @param {Kist} kist @param {Bijeenkomst} about */
  const facts = ({ dag, plek, project }, { wie }) => [
    ["Datum", dag && Gk.days.shown(dag)],
    ["Project", project],
    ["Plek", plek],
    ["Erbij", wie],
  ].filter(([, text]) => text).map(called);

  /** @param {Kist} kist @returns {Verslagdeel[]} */
  const programme = (kist) => {
    if (kist.blokken.length < 2) return [];
    const rows = Gk.plan.momenten(kist, Gk.sheets)
      .map(({ begin, naam }) => [Gk.plan.clock(begin), naam]);
    return [{ kop: "Programma", niveau: 2, kolommen: ["Tijd", "Wat we deden"], rijen: rows }];
  };

  /** What was written on one sheet. @param {string} blad @param {string} kist */
  const sheet = (blad, kist) => {
    const facts = Gk.sheets[blad];
    const value = Gk.filled.read(blad, kist);
    if (!facts || Gk.filled.isEmpty(value)) return [];
    const { kop, tabel: [kolommen = [], ...rijen], vakken } = Gk.filled.inOrder(blad, value);
    return [
      { kop: facts.titel, niveau: 3, feiten: kop.map(called), kolommen, rijen },
      ...(vakken.length ? [{ kop: "", niveau: 3, feiten: vakken.map(called) }] : []),
    ];
  };

  /** Each sheet once. @param {Kist} kist */
  const idsOf = ({ blokken }) => [...new Set(blokken.flatMap(({ blad }) => blad ?? []))];

  /** @param {Kist} kist @returns {Verslagdeel[]} */
  const sheets = (kist) => {
    const parts = idsOf(kist).flatMap((id) => sheet(id, kist.sleutel));
    return parts.length ? [{ kop: "Wat we opschreven", niveau: 2 }, ...parts] : [];
  };

  /** @param {Bijeenkomst} about @returns {Verslagdeel[]} */
  const outcome = ({ besluiten, afspraken }) => {
    const rows = afspraken
      .filter(({ actie, wie }) => actie || wie)
      .map(({ actie, wie, wanneer }) => [actie, wie, wanneer && Gk.days.shown(wanneer)]);
    const columns = ["Wat", "Wie", "Wanneer"];
    return [
      ...(besluiten ? [{ kop: "Wat we besloten", niveau: 2, tekst: besluiten }] : []),
      ...(rows.length
        ? [{ kop: "Wie doet wat, en wanneer", niveau: 2, kolommen: columns, rijen: rows }] : []),
    ];
  };

  /** One cell or sentence on one line. @param {string} text */
  const line = (text) => text.replace(/\s+/g, " ").trim();

  /** @param {Verslagdeel} part */
  const asText = ({ kop, tekst, feiten = [], kolommen = [], rijen = [] }) => [
    ...(kop ? [kop] : []),
    ...(tekst ? [tekst] : []),
    ...feiten.map(([label, text]) => `${label} ${text}`),
    ...(rijen.length ? [kolommen, ...rijen].map((row) => row.map(line).join("\t")) : []),
    "",
  ];

  Gk.report = {
    parts: (kist, about) => [
      { kop: kist.naam, niveau: 1, feiten: facts(kist, about) },
      ...programme(kist),
      ...sheets(kist),
      ...outcome(about),
    ],
    text: (parts) => parts.flatMap(asText).join("\n"),
    // Boxes of sheets that hold an agreement; by whom and when stays to be said.
    agreements: (kist) => idsOf(kist).flatMap((blad) => {
      const { velden } = Gk.filled.read(blad, kist.sleutel);
      return (Gk.sheets[blad]?.invul.velden ?? [])
        .filter(([id, , soort]) => soort === "afspraak" && velden[id])
        .map(([id]) => line(velden[id]));
    }),
  };
}
