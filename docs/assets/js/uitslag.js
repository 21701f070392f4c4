// @ts-check
// What a meting shows of its numbers: the differences first, then the picture, the table and the advice.
{
  const MAX_LIJNEN = 4; // above this: own line, mean and a band

  /** @typedef {{naam: string, antwoorden: number[], code?: string, scores: (number | null)[]}} Persoon */
  /** @typedef {{personen: Persoon[], means: (number | null)[], spreads: (number | null)[]}} Groep per part */

  /** Everyone whose answers may be seen now, or the first of them. @param {any} meting @param {number} [aantal] @returns {Groep} */
  Gk.groep = (meting, aantal) => {
    const mine = meting.beantwoord ? [{ naam: meting.naam || "Ik", antwoorden: meting.mijn }] : [];
    const personen = [...mine, ...meting.anderen()].slice(0, aantal).map((persoon) => ({ ...persoon, scores: Gk.scores(meting, persoon.antwoorden) }));
    const means = Gk.means(meting, personen);
    return { personen, means, spreads: means.map((/** @type {any} */ _, /** @type {number} */ i) => Gk.spread(personen.map(({ scores }) => scores[i]))) };
  };

  /** @param {any} meting @param {number | null} value */
  const bandVan = ({ grens }, value) => (value === null ? "midden" : value < grens.laag ? "laag" : value > grens.hoog ? "hoog" : "midden");

  /** A piece of advice as the page has it. @param {number} i number of the part @param {string} band @returns {Node[]} */
  const advies = (i, band) =>
    [...(document.querySelectorAll(".advies")[i].querySelector(`[data-band=${band}] dd`)?.cloneNode(true).childNodes ?? [])];

  /** A line about a part, with the way to an action.
   * @param {any} meting @param {string} soort @param {number} i @param {number | null} value @param {object} gaten */
  const regel = (meting, soort, i, value, gaten) => {
    const { id, titel } = meting.onderdelen[i];
    const item = meting.maak(soort, { titel, ...gaten });
    item.querySelector(".actielink").href = `${meting.agenda}#actie=${meting.id}.${id}.${bandVan(meting, value)}`;
    return item;
  };

  /** Parts with a difference, the widest first. @param {Groep} groep @returns {{i: number, value: number, ends: string}[]} */
  const gaps = ({ personen, spreads }) => /** @type {any} */ (
    spreads
      .map((value, i) => {
        const scores = personen.flatMap((persoon) => persoon.scores[i] ?? []);
        const ends = [Math.min(...scores), Math.max(...scores)].map(Gk.getal).join(scores.length > 2 ? " tot " : " en ");
        return { i, value, ends };
      })
      .filter(({ value }) => value !== null)
      .sort((/** @type {any} */ a, /** @type {any} */ b) => b.value - a.value)
  );

  /** The statements of a part on which people differ most. @param {any} meting @param {number} i @param {Persoon[]} personen @returns {string[]} */
  const widest = (meting, i, personen) =>
    meting.onderdelen[i].plekken
      .map((/** @type {number} */ plek) => {
        const answers = personen.map(({ antwoorden }) => antwoorden[plek - 1]).filter((a) => a >= 1 && a <= 5);
        const [low, high] = [Math.min(...answers), Math.max(...answers)];
        return { gap: high - low, text: `${low} tot ${high}: ${meting.stelling(plek)}` };
      })
      .filter((/** @type {any} */ { gap }) => gap >= 2)
      .sort((/** @type {any} */ a, /** @type {any} */ b) => b.gap - a.gap)
      .map((/** @type {any} */ { text }) => text);

  /** @param {any} meting @param {Groep} groep */
  const toonVerschillen = (meting, groep) => {
    const { personen, means } = groep;
    const { length } = personen;
    meting.show({ verschillen: length > 1, "met-twee": length < 3, "met-meer": length > 2 });
    meting.deel("verschillen").lastElementChild.replaceChildren(...gaps(groep).map(({ i, value, ends }, k) => {
      const [een, twee] = widest(meting, i, personen);
      const alarm = !k && value >= meting.grens.verschil;
      return regel(meting, "verschil", i, means[i], { getal: Gk.getal(value), ends, alarm, vraag: advies(i, "verschil"), een, twee });
    }));
  };

  /** The picture and its legend. @param {any} meting @param {Groep} groep @returns {Node[]} */
  Gk.figuur = (meting, { personen, means }) => {
    if (!personen.length) return [];
    const many = personen.length > MAX_LIJNEN;
    const group = { naam: "Gemiddeld", scores: means };
    const lines = many ? [...(meting.beantwoord ? [personen[0]] : []), group] : personen;
    const [picture, legend] = [meting.maak("rooster", {}), meting.maak("legenda", { vlak: many })];
    picture.ariaLabel = meting.zin("radar", lines.map(({ naam }) => naam).join(", "));
    if (many) picture.append(Gk.radar.band(personen.map(({ scores }) => scores)));
    picture.append(...lines.map(({ scores }, k) => Gk.radar.line(scores, k)));
    legend.prepend(...lines.map(({ naam }, k) => Gk.el("li", {}, Gk.radar.sign(k), " ", Gk.el("bdi", {}, naam))));
    return [picture, legend];
  };

  /** @param {any} meting @param {Groep} groep */
  Gk.cijfers = (meting, { personen, means, spreads }) => {
    const deltas = Gk.veranderingen(meting, personen);
    const group = [{ naam: "Gemiddeld", scores: means }, { naam: "Verschil", scores: spreads }];
    const columns = [...personen, ...(personen.length > 1 ? group : [])];
    const texts = columns.map(({ naam, scores }, k) => [naam, ...scores.map((value, i) => Gk.getal(value) + Gk.verandering(deltas[k]?.[i]))]);
    return Gk.tabel(meting, texts, { nr: true, verandering: deltas.flat().some((delta) => delta !== null) });
  };

  /** Advice for every part that was answered, the lowest two first. @param {any} meting @param {Groep} groep @returns {Node[][]} */
  Gk.adviezen = (meting, { personen, means }) => {
    const answers = personen.map(({ antwoorden }) => antwoorden);
    const all = means.map((value, i) => ({ i, value, onbekend: Gk.unknown(answers, meting.onderdelen[i].plekken) > meting.grens.onbekend }))
      .filter(({ value, onbekend }) => value !== null || onbekend);
    // In a group the differences say where to begin.
    const low = personen.length > 1 ? [] : all
      .filter(({ value }) => value !== null && value < meting.grens.advies)
      .sort((/** @type {any} */ a, /** @type {any} */ b) => a.value - b.value)
      .slice(0, 2);
    return [low, all.filter((one) => !low.includes(one))].map((some) => some.map(({ i, value, onbekend }) => {
      const raad = value !== null && advies(i, bandVan(meting, value));
      return regel(meting, "raad", i, value, { getal: value !== null && `(${Gk.getal(value)})`, onbekend, raad });
    }));
  };

  /** @param {any} meting @param {Groep} groep */
  const toonAdviezen = (meting, groep) => {
    const [first, rest] = Gk.adviezen(meting, groep);
    const more = groep.personen.length > 1;
    meting.show({ advies: first.length + rest.length, begin: !more, "niets-laag": !more && !first.length, meer: rest.length });
    meting.deel("eerst").replaceChildren(...first);
    meting.deel("meer").lastElementChild.replaceChildren(...rest);
  };

  /** @param {any} meting */
  Gk.toonUitslag = (meting) => {
    const nu = Gk.groep(meting);
    toonVerschillen(meting, nu);
    meting.deel("figuur").replaceChildren(...Gk.figuur(meting, nu));
    meting.deel("tabel").replaceChildren(Gk.cijfers(meting, nu));
    toonAdviezen(meting, nu);
    Gk.toonVerloop(meting, nu.personen);
    return nu;
  };
}
