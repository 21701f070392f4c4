// @ts-check
// What comes in to a kist: a link of somebody else, a ready draaiboek, a file; and the link to hand
// over. Loaded at the first of these, since most readers come without one.
{
  const link = /** @type {NonNullable<Shared["kistLink"]>} */ (Gk.kistLink);
  const { read, worth, write } = link;
  /** @type {Place[]} */
  const PLACES = ["blokken", "geparkeerd"];

  /**
   * A copy of what a link gave, with our own words where a link has none.
   * @param {KistPaneel} panel @param {GelezenKist} gelezen
   */
  const addCopy = (panel, { kist, weg, mist }) => {
    const all = kist.blokken.length + weg.length + mist;
    const blokken = kist.blokken.map((blok) =>
      (blok.soort ? { ...blok, regel: panel.edge(blok.soort).regel } : blok));
    panel.add({ ...kist, naam: panel.sentence("gedeeld"), blokken });
    const wrong = [
      weg.length && panel.sentence("overgeslagen", weg.join(", ")),
      mist && panel.sentence("afgekapt", mist, all),
    ].filter(Boolean).join(" ");
    panel.tell(panel.sentence("kopie"), wrong);
  };

  /** How many blocks there are, sound or not. @param {Unknown | Kist} kist */
  const count = (kist) =>
    PLACES.flatMap((place) => /** @type {Unknown} */ (kist)[place] ?? []).length;

  /** The id of a ready draaiboek, if this address names one. @param {string} address */
  const readyIn = (address) => Gk.links.find(address, "klaar", () => 1);

  const linkOf = (/** @type {Kist} */ kist) => `${Gk.address()}#kist=${write(kist)}`;

  Gk.kistIn = {
    linkOf,

    share: async (panel) => {
      const url = linkOf(panel.kist);
      try {
        await navigator.share({ title: panel.kist.naam, url });
      } catch (error) {
        // Who closes the sheet of the system wants nothing more.
        if (/** @type {Error} */ (error).name !== "AbortError") await panel.copy(url);
      }
    },

    fromLink: (panel, address) => {
      const knows = (/** @type {string} */ id) => panel.beeld.titles.has(id);
      const [found = ""] = Gk.links.find(address, "kist", (payload) => worth(payload, knows));
      const gelezen = found && read(found, knows);
      if (!gelezen) return panel.fail(panel.sentence("compleet"));
      if (gelezen === "nieuwer") return panel.fail(panel.sentence("linknieuwer"));
      const same = panel.kisten.find((one) => write(one) === found);
      if (same) return panel.again(same);
      addCopy(panel, gelezen);
    },

    hasReady: async (address) => {
      const [id] = readyIn(address);
      if (id) await Gk.bladen.loadReady(id);
      return !id || id in Gk.ready;
    },

    fromReady: (panel, address) => {
      const [id = ""] = readyIn(address);
      const kist = Gk.kisten.sound(Gk.ready[id]);
      if (!kist) return panel.fail(panel.sentence("klaarweg"));
      const same = link.same(kist, panel.kisten);
      if (same) return panel.again(same);
      panel.add(kist);
      panel.tell(panel.sentence("over"));
    },

    fromFile: (panel, data, name) => {
      const kist = Gk.kisten.sound(data.kist);
      if (!kist) return panel.fail(panel.sentence("geen", name));
      const mine = panel.find(kist.sleutel);
      if (mine && JSON.stringify(mine) === JSON.stringify(kist)) return panel.again(mine);
      panel.add(mine ? panel.copyOf(kist) : kist);
      const all = count(/** @type {Unknown} */ (data.kist));
      const wrong = all - count(kist);
      panel.tell(panel.sentence("uitbestand", name),
        wrong ? panel.sentence("onleesbaar", name, wrong, all) : "");
    },
  };
}
