// @ts-check
// Persons as parties: who belongs together, what a party scores, and what may be seen of it, as in
// tests/helpers/orakel.py. Pure: plain data, no page.
{
  // Persons of a party before anything of it is seen, when the group chose that.
  const LEAST = 3;

  // Whether two results are of one person. A result of before there were parties names none.
  /** @type {Shared["parties"]["samePerson"]} */
  const samePerson = (one, other) => {
    const [a, b] = [one.partij, other.partij];
    return Gk.folding.same(one.naam, other.naam) && (!a || !b || Gk.folding.same(a, b));
  };

  // Who names no party is one alone; in a meting about one house they are together, by its word.
  /** @type {Shared["parties"]["of"]} */
  const of = (personen, huis = "") => {
    /** @type {Partij[]} */
    const all = [];
    for (const persoon of personen) {
      const { naam, partij = "" } = persoon;
      const own = all.find((one) => (partij
        ? Gk.folding.same(one.partij, partij)
        : huis && !one.partij));
      if (own) {
        own.personen.push(persoon);
        own.naam = own.partij || huis;
      }
      else all.push({ naam: partij || naam, partij, personen: [persoon] });
    }
    return all;
  };

  // What some persons come to together, per part: about the matter or the other, and about
  // themselves. The reader has no code.
  /** @type {Shared["parties"]["line"]} */
  const line = ({ onderdelen }, personen, { drie = false, last } = {}) => {
    const least = drie ? LEAST : 1;
    const partyOf = (/** @type {Onderdeel[]} */ parts) => parts.map((part) =>
      Gk.score.party(personen.map(({ antwoorden }) =>
        Gk.score.perPart([part], antwoorden, last)[0]), least));
    return { scores: partyOf(onderdelen), zelf: partyOf(Gk.score.mirrored(onderdelen)) };
  };

  /**
   * What a part comes to. What each party says about itself has no mean between parties; about the
   * other, the lowest view counts.
   * @param {Onderdeel} onderdeel @param {Scores} scores @param {boolean} binnen one party only
   */
  const valueOf = ({ over }, scores, binnen) => {
    const known = scores.flatMap((score) => score ?? []);
    if (over === "elkaar") return known.length ? Gk.score.together([Math.min(...known)]) : null;
    return over === "zelf" && !binnen ? null : Gk.score.together(scores);
  };

  /**
   * What a line of one person is called: between parties it also has theirs.
   * @param {Persoon} persoon @param {Scan} scan @param {boolean} binnen one party only
   */
  const labelOf = ({ naam, partij, naamloos }, { elkaar }, binnen) => {
    if (binnen || !partij) return naam;
    return elkaar || naamloos ? partij : `${naam}, ${partij}`;
  };

  // A group as it is shown: a line a party, or a line a person when no party has more of them.
  /** @type {Shared["parties"]["group"]} */
  const group = (scan, personen, options = {}) => {
    const { onderdelen, huis, elkaar = false } = scan;
    const parties = of(personen, huis);
    const binnen = parties.length < 2;
    const many = parties.some((partij) => partij.personen.length > 1);
    const perPartij = Boolean(options.drie) || (many && (elkaar || !binnen));
    const seen = parties.filter((partij) => !options.drie || partij.personen.length >= LEAST);
    const units = perPartij ? seen : personen.map((persoon) => ({
      naam: labelOf(persoon, scan, binnen),
      partij: persoon.partij ?? "",
      personen: [persoon],
    }));
    const lijnen = units.map((unit) => ({
      ...unit,
      ...line(scan, unit.personen, options),
      eigen: unit.personen.some(({ code }) => !code),
    }));
    const isShared = (/** @type {Onderdeel} */ { over = "zelfde" }) =>
      over === "zelfde" || (over === "zelf" && binnen);
    const columns = onderdelen.map((_, i) => lijnen.map(({ scores }) => scores[i]));
    return {
      personen: lijnen.flatMap((lijn) => lijn.personen),
      lijnen,
      means: onderdelen.map((onderdeel, i) => valueOf(onderdeel, columns[i], binnen)),
      spreads: columns.map((scores, i) =>
        (isShared(onderdelen[i]) ? Gk.score.spread(scores) : null)),
      wachten: parties.filter((partij) => !seen.includes(partij)),
      perPartij,
      binnen,
    };
  };

  Gk.parties = {
    LEAST,
    samePerson,
    of,
    line,
    group,
    // How many parties were named.
    named: (personen) => of(personen.filter(({ partij }) => partij)).length,
  };
}
