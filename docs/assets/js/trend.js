// @ts-check
// A meting through time: every round beside the others, and what was agreed.

class TrendView {
  /** @param {UitslagView} view of the round that is open now */
  constructor(view) {
    this.view = view;
    this.panel = view.panel;
    this.deelnemers = view.deelnemers;
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
   * @param {Persoon[]} personen of this round
   */
  draw(personen) {
    const { rondes, plekken, scan: { id, onderdelen } } = this.deelnemers;
    this.panel.show({ trend: rondes.length });
    if (!rondes.length) return;
    const earlier = rondes.map(({ codes }) => this.deelnemers.readAll(codes));
    const last = this.deelnemers.lastShared(earlier.flat());
    const [then, now] = [earlier[earlier.length - 1].length, personen.length];
    const rounds = (now === then ? [...earlier, personen] : earlier)
      .map((round) => Gk.score.means(onderdelen, round, last));
    this.drawTable(rounds);
    const added = plekken.filter((plek) => plek > last).map(UitslagView.statement);
    this.panel.show({ nu: now && now !== then, nieuw: added.length });
    this.panel.piece("nu").textContent = now < then
      ? `Nu: ${now} van ${then} partijen.`
      : `Nu: ${now} partijen, vorige keer ${then}.`;
    this.panel.listIn("nieuw").textContent = added.join(" ");
    this.drawActions(Gk.actions.stored().filter(({ scan }) => scan === id));
  }

  /** @param {Scores[]} rounds */
  drawTable(rounds) {
    const { rondes, scan: { onderdelen } } = this.deelnemers;
    const columns = rounds.map((values, k) =>
      [rondes[k] ? Gk.days.shown(rondes[k].datum) : "Nu", ...values.map(Gk.score.shown)]);
    const lines = onderdelen.map((_, i) => TrendView.spark(rounds.map((values) => values[i])));
    const table = this.view.tableOf([...columns, ["Verloop", ...lines]], { keren: true });
    this.panel.piece("verloop").replaceChildren(table);
  }

  /** What was agreed in an earlier round and is not done yet. @param {Actie[]} acties */
  drawActions(acties) {
    const open = acties.filter(Gk.actions.isOpen);
    this.panel.show({ acties: open.length });
    this.panel.listIn("acties").replaceChildren(...open.map((actie) => {
      const { el, typed } = Gk.dom;
      const stand = actie.stand || "nog niet begonnen";
      return el("li", {}, typed(Gk.actions.title(actie)), `: ${stand}`);
    }));
  }
}
