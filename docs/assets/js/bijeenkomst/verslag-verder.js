// @ts-check
// Where a report leads, and where it comes from: the next meeting, which begins with what is still
// open, a report that goes on or makes room for a new one, and the report of somebody else. Loaded
// at the first of them.
{
  const LONGEST_NAME = 80;
  const NOTHING = { velden: {}, rijen: [] };

  /**
   * A line that a meeting goes on with.
   * @param {Paneel} panel @param {string} name @param {Omit<Blok, "sleutel">} values
   */
  const line = (panel, name, values) =>
    Gk.kisten.blok({ regel: panel.sentence(name), ...values });

  /**
   * The agreements that are still open, as they stand on the verbeteragenda by now.
   * @param {Bijeenkomst} about
   */
  const stillOpen = ({ afspraken }) => {
    const known = Gk.actions.byKey();
    return afspraken
      .filter(({ actie, sleutel }) =>
        actie && Gk.actions.isOpen(known.get(sleutel) ?? { stand: "" }))
      .map((own) => {
        const theirs = known.get(own.sleutel);
        const { actie, wie, wanneer } = theirs && theirs.op > own.op ? theirs : own;
        return { ...own, actie, wie, wanneer };
      });
  };

  /** On one line: what, who and when. @param {Afspraakregel} afspraak */
  const said = ({ actie, wie, wanneer }) => {
    const facts = [Gk.dom.isolate(wie), Gk.days.shown(wanneer)].filter(Boolean).join(", ");
    return Gk.actions.title({ actie, wie: "" }) + (facts && ` (${facts})`);
  };

  /** The name of what follows on a meeting, also when that followed on another one. */
  const sequel = (/** @type {Paneel} */ panel, /** @type {string} */ naam) => {
    const called = (/** @type {string} */ name) => Paneel.plain(panel.sentence("vervolg", name));
    return called(naam.startsWith(called("")) ? naam.slice(called("").length) : naam);
  };

  /** @param {string} then @param {string} now */
  const both = (then, now = "") =>
    (now.includes(then) ? now : [then, now].filter(Boolean).join("\n"));

  /** Whether a row has all that another one has. @param {Invulrij} row @param {Invulrij} other */
  const holds = ({ kop, cellen }, other) => kop === other.kop &&
    Object.entries(other.cellen).every(([titel, text]) => cellen[titel]?.includes(text));

  /**
   * What stood on a sheet and what stands there now, each once.
   * @param {Ingevuld} then @param {Ingevuld} now @returns {Ingevuld}
   */
  const joined = (then, now) => ({
    velden: { ...now.velden, ...Object.fromEntries(Object.entries(then.velden)
      .map(([id, text]) => [id, both(text, now.velden[id])])) },
    rijen: [
      ...then.rijen.filter((other) => !now.rijen.some((row) => holds(row, other))),
      ...now.rijen,
    ],
  });

  /** Without what only the report of one sheet on its own has. @param {Bijeenkomst} about */
  const ofKist = ({ blad: _then, tot: _until, ...own }) => own;

  /**
   * Store a report of one sheet, and what was typed on it, for a kist of its own; all, or nothing.
   * @param {string} place @param {Kist} kist @param {Bijeenkomst} about
   */
  const moved = (place, kist, about) => {
    const { sleutel, blokken: [{ blad = "" }] } = kist;
    const own = ofKist(about);
    const { nu, kisten } = Gk.kisten.read();
    const stored = Gk.store.read(Gk.verslagen.KEY);
    const { [place]: _, ...others } = /** @type {Unknown} */ (Object(stored.verslagen));
    const done = Gk.filled.write(blad, sleutel, Gk.report.typed(blad, "", about)) &&
      // The kist in use stays the one in use.
      Gk.kisten.write([...kisten, kist], nu) &&
      Gk.store.write(Gk.verslagen.KEY, { ...stored, verslagen: { ...others, [sleutel]: own } });
    if (done) return true;
    Gk.store.remove(Gk.keys.ofSheet(blad, sleutel));
    Gk.kisten.write(kisten, nu);
    return false;
  };

  /**
   * The meeting after this one, that begins with these agreements.
   * @param {Paneel} panel @param {Kist} kist @param {Afspraakregel[]} afspraken @returns {Kist}
   */
  const following = (panel, { naam, begin, mensen, project, plek, expert }, afspraken) => {
    const notitie = afspraken.map(said).join("\n");
    const blokken = [
      line(panel, "welkom", { soort: "opening", minuten: 5 }),
      line(panel, "acties",
        { titel: panel.sentence("openacties"), acties: true, minuten: 10, notitie }),
      line(panel, "slot", { soort: "afsluiting", minuten: 10 }),
    ];
    const kist = Gk.kisten.empty(sequel(panel, naam));
    return { ...kist, begin, mensen, project, plek, expert, blokken };
  };

  /** A kist of somebody else, beside the own ones. @param {Paneel} panel @param {Kist} given */
  const copyOf = (panel, given) => ({
    ...given,
    sleutel: Gk.keys.make(),
    naam: Paneel.plain(panel.sentence("kopie", given.naam)).slice(0, LONGEST_NAME),
  });

  /**
   * Stores what came of the sheets of a kist; whether all of it could be stored.
   * @param {Kist} kist @param {unknown} typed
   */
  const storeTyped = ({ sleutel, blokken }, typed) => {
    const ours = Object.entries(Object(typed))
      .filter(([blad]) => blokken.some((blok) => blok.blad === blad));
    return ours.map(([blad, value]) => Gk.filled.write(blad, sleutel, Gk.filled.sound(value)))
      .every(Boolean);
  };

  /** Of somebody else, who has another agenda. @param {unknown} verslag @returns {Bijeenkomst} */
  const ofOther = (verslag) => {
    const { afspraken, ...own } = ofKist(Gk.verslagen.sound(verslag));
    return { ...own, afspraken: afspraken.map(({ gezet: _, ...row }) => row) };
  };

  Gk.verslagVerder = {
    next: (panel, kist, about) => {
      const afspraken = stillOpen(about);
      const made = following(panel, kist, afspraken);
      const report = Gk.verslagen.withOne(made.sleutel, Gk.verslagen.sound({ afspraken }));
      const { kisten, nu } = Gk.kisten.read();
      if (Gk.kisten.put(made) && Gk.store.write(Gk.verslagen.KEY, report)) return true;
      Gk.kisten.write(kisten, nu);
      return false;
    },

    reopen: (blad, about) => Gk.filled.write(blad, "",
      joined(Gk.report.typed(blad, "", about), Gk.filled.read(blad, ""))),

    setAside: (place, { naam, blokken }, about) => {
      const { dag } = about;
      const name = [naam, Gk.days.shown(dag)].filter(Boolean).join(" ");
      const kist = { ...Gk.kisten.empty(name), dag, blokken };
      const [{ blad = "" }] = blokken;
      const later = Gk.report.isLater(blad, "", about);
      if (!moved(place, kist, about)) return null;
      // Last: all of it stands elsewhere now. What was typed later stays for the new report.
      if (!later) Gk.filled.write(blad, "", NOTHING);
      return kist;
    },

    open: (panel, given, verslag, typed) => {
      const kist = copyOf(panel, given);
      if (!Gk.kisten.put(kist)) return null;
      return { kist, about: ofOther(verslag), whole: storeTyped(kist, typed) };
    },
  };
}
