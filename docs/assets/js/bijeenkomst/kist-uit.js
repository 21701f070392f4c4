// @ts-check
// What leaves a kist, each with its button: papers, a text, a mail, an event in a calendar. Loaded
// at the first of them; what stands in them is in papers.js and paper-set.js.
{
  const papers = /** @type {NonNullable<Shared["papers"]>} */ (Gk.papers);
  const set = /** @type {NonNullable<Shared["paperSet"]>} */ (Gk.paperSet);

  /** Paper of one kind. @param {"programma" | "draaiboek"} name */
  const printed = (name) => (/** @type {KistPaneel} */ panel) =>
    set.print(panel, [papers[name](panel, panel.kist, Gk.sheets)]);

  Gk.kistUit = {
    alles: (panel) => set.printAll(panel, panel.kist, Gk.sheets, {
      canvases: panel.field("invulbladen").checked,
      bare: panel.field("zonder").checked,
    }),
    programma: printed("programma"),
    leider: printed("draaiboek"),

    agenda: (panel) => {
      const back = location.protocol === "file:" ? "" : location.href.split(/[?#]/)[0];
      const event = papers.event(panel, panel.kist, Gk.sheets, back);
      if (event) {
        const text = Gk.ics.calendar(`${panel.dataset.naam}//Mijn kist`, [event]);
        return Gk.files.download(`${panel.fileName()}.ics`, text, "text/calendar");
      }
      panel.fail(panel.sentence("dagnodig"));
      /** @type {HTMLElement} */ (panel.querySelector("[name=dag]")).focus();
    },

    tekst: (panel) => {
      const paper = papers.draaiboek(panel, panel.kist, Gk.sheets);
      Gk.files.download(`${panel.fileName()}.txt`, papers.text(paper));
    },

    mail: (panel) => {
      const field = panel.field("mailtekst");
      field.value = papers.mail(panel, panel.kist, Gk.sheets);
      panel.show({ mail: true });
      field.setSelectionRange(0, 0); // the invitation comes first
      field.focus();
    },

    kopieermail: async (panel) => {
      const field = panel.field("mailtekst");
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        field.select();
        panel.say(panel.sentence("kopieer"));
      }
    },
  };
}
