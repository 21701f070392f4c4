// @ts-check
// A kist in a link: #kist=1.<blocks>.<hhmm>.<people>.<block>.<block>… Pure. The format stands in
// decisions/023-links-of-a-kist.md; what was sent once must open for ever.
//
// A block is the id of a sheet, or ~p (break), ~o (opening), ~a (closing), ~r (a line of one's
// own); behind it, each behind a ~: minutes, k (keetversie), g<groups>, v<hhmm> (fixed time). What
// somebody typed is no part of it.
{
  const VERSION = 1;
  /** @type {Record<string, Partial<Blok>>} */
  const OWN = {
    p: { pauze: true },
    o: { regel: "", soort: "opening" },
    a: { regel: "", soort: "afsluiting" },
    r: { regel: "" },
  };
  const HEAD = /^(\d{1,3})\.(\d{4})\.(\d{1,3})\.(.+)$/;

  /** @param {string} time */
  const packed = (time) => time.replace(":", "");
  /** @param {string} time */
  const clock = (time) => time.replace(/^(..)/, "$1:");

  /** @param {Blok} blok */
  const letterOf = ({ pauze, soort }) =>
    (pauze ? "p" : soort === "opening" ? "o" : soort ? "a" : "r");

  /** @param {Blok} blok */
  const piece = (blok) => [
    blok.blad ?? `~${letterOf(blok)}`,
    blok.minuten,
    blok.keet && "k",
    blok.groepen && `g${blok.groepen}`,
    blok.vast && `v${packed(blok.vast)}`,
  ].filter(Boolean).join("~");

  /** What one sign behind a block says; null for nothing we know. @param {string} sign */
  const option = (sign) => {
    if (sign === "k") return { keet: true };
    const [, letter, digits] = /^([gv]?)(\d+)$/.exec(sign) ?? [];
    if (letter === "g") return { groepen: Number(digits) };
    if (letter === "v") return { vast: clock(digits) };
    return digits ? { minuten: Number(digits) } : null;
  };

  /**
   * A block, when all of it is sound and its sheet is known.
   * @param {string} text @param {(id: string) => boolean} knows
   */
  const block = (text, knows) => {
    const [id, ...signs] = text.replace(/^~/, "").split("~");
    const own = text.startsWith("~") ? Object.hasOwn(OWN, id) && OWN[id] : null;
    const found = signs.map(option);
    if (own === false || (!own && !knows(id)) || found.includes(null)) return null;
    const asked = Object.assign({}, own ?? { blad: id }, ...found);
    const sound = Gk.kisten.blok(asked);
    const kept = Object.keys(asked).every((name) => name === "regel" || name in sound);
    return kept ? sound : null;
  };

  /** @type {NonNullable<Shared["kistLink"]>["read"]} */
  const read = (payload, knows) => {
    const [version, ...rest] = payload.split(".");
    if (!/^\d{1,3}$/.test(version)) return null;
    if (Number(version) > VERSION) return "nieuwer";
    const [, count, begin, people, pieces] = HEAD.exec(rest.join(".")) ?? [];
    if (!pieces) return null;
    const given = pieces.split(".");
    const blokken = given.map((text) => block(text, knows));
    const kist = Gk.kisten.sound({
      begin: clock(begin), mensen: Number(people), blokken: blokken.filter(Boolean),
    });
    if (!kist?.blokken.length || packed(kist.begin) !== begin) return null;
    if (kist.mensen !== Number(people)) return null;
    const lost = given.filter((_, k) => !blokken[k]).map((text) => text.split("~")[0]);
    const weg = lost.filter((id) => id && !knows(id)); // of another one the link is damaged
    const damaged = lost.length - weg.length;
    return { kist, weg, mist: Math.max(0, Number(count) - given.length) + damaged };
  };

  /** @type {NonNullable<Shared["kistLink"]>["write"]} */
  const write = ({ begin, mensen, blokken }) =>
    [VERSION, blokken.length, packed(begin), mensen, ...blokken.map(piece)].join(".");

  Gk.kistLink = {
    write,
    read,
    // A ready draaiboek that was taken over before.
    same: (kist, kisten) =>
      kisten.find((one) => one.naam === kist.naam && write(one) === write(kist)),
    // How well a way to read a link fits: by the blocks that are there.
    worth: (payload, knows) => {
      const found = read(payload, knows);
      if (!found || found === "nieuwer") return found ? 0.01 : 0;
      return found.kist.blokken.length / (1 + found.weg.length + found.mist);
    },
  };
}
