// @ts-check
// Where a report leads, and where it comes from: the next meeting, which begins with what is still
// open, and the report of somebody else. Loaded at the first of them.
{
  const LONGEST_NAME = 80;

  /**
   * A line that a meeting goes on with.
   * @param {Paneel} panel @param {string} name @param {Omit<Blok, "sleutel">} values
   */
  const line = (panel, name, values) =>
    Gk.kisten.blok({ regel: panel.sentence(name), ...values });

  /** Still open on this device, one a line. */
  const openActions = () =>
    Gk.actions.stored().filter(Gk.actions.isOpen).map(Gk.actions.title).join("\n");

  /** @param {string} naam */
  const withoutSequel = (naam) => naam.replace(/^Vervolg op /, "");

  Gk.verslagVerder = {
    next: (panel, { naam, begin, mensen, project, plek, expert }) => ({
      ...Gk.kisten.empty(Paneel.plain(panel.sentence("vervolg", withoutSequel(naam)))),
      begin, mensen, project, plek, expert,
      blokken: [
        line(panel, "welkom", { titel: "Welkom", soort: "opening", minuten: 5 }),
        line(panel, "acties", { titel: "Open acties", minuten: 10, notitie: openActions() }),
        line(panel, "slot", { titel: "Afspraken en slot", soort: "afsluiting", minuten: 10 }),
      ],
    }),

    copyOf: (panel, given) => ({
      ...given,
      sleutel: Gk.keys.make(),
      naam: Paneel.plain(panel.sentence("kopie", given.naam)).slice(0, LONGEST_NAME),
    }),

    storeTyped: ({ sleutel, blokken }, typed) => {
      const ours = Object.entries(Object(typed))
        .filter(([blad]) => blokken.some((blok) => blok.blad === blad));
      return ours.map(([blad, value]) => Gk.filled.write(blad, sleutel, Gk.filled.sound(value)))
        .every(Boolean);
    },
  };
}
