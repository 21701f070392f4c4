// @ts-check
// The blocks at a fixed time when the meeting begins at another: they stay, for lunch is lunch, but
// one press makes them move along.

class VasteTijden {
  static DAY = 24 * 60; // minutes
  // The begin that went with the fixed times, and the key of that kist.
  from = { begin: "", sleutel: "" };

  /** @param {Paneel} panel */
  constructor(panel) {
    this.panel = panel;
  }

  /** The begin of this kist is going to change; while it is typed it changes more than once. */
  leave(/** @type {Kist} */ { begin, sleutel }) {
    if (this.from.sleutel !== sleutel) this.from = { begin, sleutel };
  }

  /** The fixed times go with the begin of now. */
  settle() {
    this.from = { begin: "", sleutel: "" };
  }

  /** @param {Kist} kist */
  static blocks({ blokken, geparkeerd }) {
    return [...blokken, ...geparkeerd].filter(({ vast }) => vast);
  }

  /** How many minutes later it begins than the fixed times think. @param {Kist} kist */
  minutes({ begin, sleutel }) {
    const known = begin && this.from.begin && this.from.sleutel === sleutel;
    return known ? Gk.plan.minutes(begin) - Gk.plan.minutes(this.from.begin) : 0;
  }

  /** @param {Kist} kist */
  draw(kist) {
    const by = VasteTijden.blocks(kist).length && this.minutes(kist);
    const long = Gk.plan.lang(Math.abs(by));
    const text = by ? this.panel.sentence(by > 0 ? "beginlater" : "begineerder", long) : "";
    Paneel.announce(/** @type {Element} */ (this.panel.piece("schuif").firstElementChild), text);
    this.panel.show({ schuif: text });
  }

  /** @param {Kist} kist */
  move(kist) {
    const { DAY } = VasteTijden;
    const by = this.minutes(kist);
    for (const blok of VasteTijden.blocks(kist)) {
      blok.vast = Gk.plan.clock((Gk.plan.minutes(blok.vast ?? "") + by + DAY) % DAY);
    }
    this.settle();
  }
}
