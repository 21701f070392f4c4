// @ts-check
// A meting through time: every round beside the others, and what was agreed.

class TrendView {
  /** @param {VergelijkView} view of the round that is open now */
  constructor(view) {
    this.view = view;
    this.panel = view.panel;
    this.deelnemers = view.allen;
    this.words = this.panel.piece("trend").dataset;
  }

  /** How a part went, as a small line. @param {Scores} values */
  static spark(values) {
    const step = 52 / Math.max(values.length - 1, 1);
    const dots = values.flatMap((value, k) =>
      (value === null ? [] : [`${4 + k * step},${26 - value * 4.5}`]));
    const { svg } = Gk.dom;
    const line = svg("polyline", { points: dots.join(" ") });
    return svg("svg", { viewBox: "0 0 60 26", class: "verloop", "aria-hidden": "true" }, line);
  }

  /**
   * Every round over the places that all earlier ones have.
   * @param {Groep} groep of this round
   */
  draw(groep) {
    const { rondes, plekken, scan: { id, elkaar } } = this.deelnemers;
    this.panel.show({ trend: rondes.length });
    if (!rondes.length) return;
    const earlier = rondes.map(({ codes }) => this.deelnemers.readAll(codes));
    const last = this.deelnemers.lastShared(earlier.flat());
    const groups = [...earlier, groep.personen]
      .map((round) => this.deelnemers.asThen(round, earlier.flat()));
    const [then, now] = [groups[earlier.length - 1], groep].map(({ lijnen }) => lijnen.length);
    const rounds = groups.slice(0, now === then ? undefined : -1)
      // How two parties see each other has no mean.
      .map(({ means }) => (elkaar ? means.map(() => null) : means));
    this.drawTable(rounds);
    const added = plekken.filter((plek) => plek > last).map(UitslagView.statement);
    this.panel.show({ nu: now && now !== then, nieuw: added.length });
    const lines = now < then ? "minder" : "keer";
    this.panel.piece("nu").textContent = this.panel.sentence(lines, now, then);
    this.panel.listIn("nieuw").textContent = added.join(" ");
    this.drawActions(Gk.actions.stored().filter(({ scan }) => scan === id));
  }

  /** The day of each round; of one day, with its number. */
  days() {
    const all = this.deelnemers.rondes.map(({ datum }) => datum);
    return all.map((datum, k) => {
      const before = all.slice(0, k).filter((one) => one === datum).length;
      return Gk.days.shown(datum) + (before ? ` (${before + 1})` : "");
    });
  }

  /** @param {Scores[]} rounds */
  drawTable(rounds) {
    const { onderdelen } = this.deelnemers.scan;
    const days = this.days();
    const some = rounds.flat().some((value) => value !== null);
    this.panel.show({ verloop: some, "per-lijn": !some });
    this.panel.listIn("per-lijn").textContent = days.join(", ");
    const { nu = "", verloop = "" } = this.words;
    const columns = rounds.map((values, k) => [days[k] ?? nu, ...values.map(Gk.score.shown)]);
    const lines = onderdelen.map((_, i) => TrendView.spark(rounds.map((values) => values[i])));
    const table = this.view.tableOf([...columns, [verloop, ...lines]], { keren: true });
    this.panel.piece("verloop").replaceChildren(table);
  }

  /** What was agreed in an earlier round and is not done yet. @param {Actie[]} acties */
  drawActions(acties) {
    const open = acties.filter(Gk.actions.isOpen);
    this.panel.show({ acties: open.length });
    this.panel.listIn("acties").replaceChildren(...open.map((actie) => {
      const { el, typed } = Gk.dom;
      const stand = actie.stand || this.words.begin;
      return el("li", {}, typed(Gk.actions.title(actie)), `: ${stand}`);
    }));
  }
}
