// @ts-check
// Which instruments fit what somebody asks for: filters, the order for a word, and the way out when
// nothing fits. Pure: no page.
{
  const ALWAYS_SHOWN = 12; // the best for a text, whatever words they lack
  const MOST = { minuten: 480, mensen: 200 }; // of MOST in macros/model/instrument.py

  /**
   * Minutes that a meeting with an instrument takes with so many people: as duur_met() in
   * macros/model/instrument.py. Preparation is shown beside it and not counted.
   * @param {Passend["data"]} data @param {number} people 0 when not given: then the smallest group
   */
  const minutesWith = ({ duur, extra, min, max }, people) =>
    Math.ceil(Number(duur) + Number(extra) * (
      Math.min(Math.max(people, Number(min)), Number(max)) - Number(min)));

  /** What the attributes of a card say. @type {Shared["passend"]["of"]} */
  const of = (data) => ({
    data,
    sets: Object.fromEntries(Object.entries(data)
      .map(([name, value = ""]) => [name, new Set(value.split(" "))])),
  });

  /** @type {Shared["passend"]["without"]} */
  const without = (wishes, ...names) =>
    Object.fromEntries(Object.entries(wishes).filter(([name]) => !names.includes(name)));

  /** @type {Shared["passend"]["fits"]} */
  const fits = (card, wishes, hasWords) => Object.entries(wishes).every(([name, values]) => {
    const { data, sets } = card;
    const number = Number(values[0]);
    if (name === "volgorde") return true;
    if (name === "woord") return hasWords(card);
    if (name === "minuten") return minutesWith(data, Number(wishes.mensen?.[0] ?? 0)) <= number;
    if (name === "mensen") return Number(data.min) <= number && number <= Number(data.max);
    return values.some((value) => sets[name]?.has(value));
  });

  /** @type {Shared["passend"]["ranked"]} */
  const ranked = (engine, text) => {
    const ours = (/** @type {string} */ typed) => engine.find(typed, Infinity).vondsten
      .map(({ adres }) => adres).filter((adres) => /^instrumenten\/./.test(adres));
    const best = ours(text);
    const words = engine.words(text);
    if (words.length < 3) return best;
    const found = words.map((word) => new Set(ours(word)));
    const enough = (/** @type {string} */ adres) =>
      found.filter((one) => one.has(adres)).length >= words.length / 2;
    return best.filter((adres, place) => place < ALWAYS_SHOWN || enough(adres));
  };

  /**
   * All choices of so many names.
   * @param {string[]} names @param {number} many @returns {string[][]}
   */
  const choices = (names, many) => (many ? names.flatMap((name, place) =>
    choices(names.slice(place + 1), many - 1).map((rest) => [name, ...rest])) : [[]]);

  /** @type {Shared["passend"]["relief"]} */
  const relief = (cards, wishes, hasWords) => {
    const names = Object.keys(without(wishes, "volgorde"));
    for (let many = 1; many <= names.length; many += 1) {
      const found = choices(names, many).map((drop) => {
        const left = without(wishes, ...drop);
        return { drop, left: cards.filter((card) => fits(card, left, hasWords)) };
      }).filter((one) => one.left.length);
      if (found.length) return found.sort((a, b) => b.left.length - a.left.length);
    }
    return [];
  };

  /**
   * Values from near to far: minutes only grow, by fives.
   * @param {string} name @param {number} from
   */
  const around = (name, from) => {
    const most = name === "minuten" ? MOST.minuten : MOST.mensen;
    const steps = [...Array(most).keys()].map((step) => step + 1);
    return name === "minuten"
      ? steps.filter((value) => value > from && value % 5 === 0)
      : steps.flatMap((step) => [from - step, from + step]).filter((n) => n > 0 && n <= most);
  };

  /** @type {Shared["passend"]["nearest"]} */
  const nearest = (cards, wishes, name, hasWords) => {
    const [asked] = wishes[name] ?? [];
    for (const value of asked ? around(name, Number(asked)) : []) {
      const other = { ...wishes, [name]: [String(value)] };
      const many = cards.filter((card) => fits(card, other, hasWords)).length;
      if (many) return { value, many };
    }
    return undefined;
  };

  Gk.passend = { MOST, of, without, fits, ranked, relief, nearest };
}
