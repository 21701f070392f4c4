// @ts-check
// <gk-checklist>: ticks, states and notes that stay on this device, each under the id of its point.
{
  /** @typedef {{staat?: string, wie?: string, notitie?: string}} Punt */
  /** @typedef {Record<string, Punt>} Punten by id */

  /** @type {Record<string, string>} how a state stands in a link */
  const STATEN = { ja: "", deels: "~d", nee: "~n", nvt: "~v" };

  /** What we know of a value from storage, a file or the fields. @param {any} bron @returns {Punt} */
  const alsPunt = (bron) => Object.fromEntries(["staat", "wie", "notitie"]
    .map((veld) => [veld, bron?.[veld]])
    .filter(([veld, tekst]) => tekst && typeof tekst === "string" && (veld !== "staat" || Object.hasOwn(STATEN, tekst))));

  /** @param {any} bron @returns {Punten} */
  const alsPunten = (bron) => Object.fromEntries(Object.keys(bron ?? {})
    .map((id) => /** @type {[string, Punt]} */ ([id, alsPunt(bron[id])]))
    .filter(([, punt]) => aantal(punt)));

  const aantal = (/** @type {object} */ iets) => Object.keys(iets).length;

  /** @param {Punten} punten @returns {string} nothing when no point has a state */
  const naarLink = (punten) => Object.entries(punten).map(([id, { staat }]) => (staat ? `.${id}${STATEN[staat]}` : "")).join("");

  /** @param {string} [rest] the points of a link @returns {Punten} */
  const uitLink = (rest = "") => Object.fromEntries(rest.split(".").map((deel) => {
    const id = deel.split("~")[0];
    return [id, { staat: Object.keys(STATEN).find((staat) => id + STATEN[staat] === deel) }];
  }));

  /** @param {(string | undefined)[]} delen @param {string} [teken] */
  const samen = (delen, teken = ", ") => delen.filter(Boolean).join(teken);
  const wieWat = (/** @type {Punt} */ { wie, notitie }) => samen([wie, notitie], ": ");
  const woord = (/** @type {string | undefined} */ staat) => staat?.replace("nvt", "n.v.t.");

  /** One line of the list, with its own copy of the fields under 'meer'. */
  class Rij {
    /** @param {any} li @param {any} voorbeeld */
    constructor(li, voorbeeld) {
      const [extra, knop, meer] = voorbeeld.cloneNode(true).children;
      const naam = li.querySelector("span");
      this.id = li.dataset.punt;
      this.tekst = naam.firstChild.textContent.trim();
      this.vak = li.querySelector("input");
      this.velden = [...meer.querySelectorAll("[name]")];
      this.extra = extra;
      naam.append(extra);
      li.append(knop, meer);
      meer.ariaLabel = this.tekst;
      knop.ariaLabel = `meer: ${this.tekst}`;
      knop.onclick = () => (knop.ariaExpanded = String(!(meer.hidden = !meer.hidden)));
    }

    /** @param {any} punt */
    toon(punt) {
      this.vak.checked = punt.staat === "ja";
      this.vak.indeterminate = punt.staat === "deels";
      this.extra.textContent = samen([this.vak.checked ? "" : woord(punt.staat), wieWat(punt)]);
      for (const veld of this.velden) veld.value = punt[veld.name] ?? "";
    }

    /** What the reader changed. @param {any} veld */
    lees(veld) {
      if (veld === this.vak) this.velden[0].value = veld.checked ? "ja" : "";
      return Object.fromEntries(this.velden.map(({ name, value }) => [name, value]));
    }
  }

  class Checklist extends Gk.Paneel {
    anker = "#vinkjes";
    soorten = ["gk-gegevens"];
    lijst = this.dataset.lijst;
    sleutel = `checklist.${this.lijst}`;
    /** @type {Rij[]} */
    rijen = [...this.querySelectorAll("[data-punt]")].map((li) => new Rij(li, this.mallen.punt));
    /** @type {Punten} not stored until the reader says so */
    kopie = {};
    /** @type {Punten} to put back */
    oud = {};

    /** @param {any} veld */
    typed(veld) {
      const rij = this.rijen.find(({ vak, velden }) => [vak, ...velden].includes(veld));
      if (rij) this.change({ ...this.punten, [rij.id]: rij.lees(veld) });
    }

    load() {
      const punten = alsPunten(this.lees().punten);
      this.punten = this.sift(punten);
      if (aantal(punten) > aantal(this.punten)) this.keep();
      this.draw();
    }

    /** The points of this list in its order; one that it does not know is named. @param {Punten} punten */
    sift(punten) {
      const weg = Object.keys(punten).filter((id) => !this.rijen.some((rij) => rij.id === id));
      const namen = weg.map((id) => this.zin("vervallen", samen([id.replaceAll("-", " "), wieWat(punten[id])])));
      if (weg.length) this.say(namen.join(" "));
      return alsPunten(Object.fromEntries(this.rijen.map(({ id }) => [id, punten[id]])));
    }

    keep() {
      if (this.bewaar({ punten: this.punten }) && !aantal(this.punten)) Gk.wis(this.sleutel);
    }

    /** Another list; 'Zet terug' brings back what stood there. @param {Punten} punten */
    swap(punten) {
      this.oud = this.punten;
      this.change(punten);
    }

    /** @param {Punten} punten */
    change(punten) {
      this.say();
      this.punten = this.sift(punten);
      this.keep();
      this.draw();
    }

    draw() {
      for (const rij of this.rijen) rij.toon(this.punten[rij.id] ?? {});
      const [balk, stand] = this.deel("stand").children;
      const [klaar, totaal] = this.count(this.punten);
      [balk.max, balk.value] = [totaal || 1, klaar];
      Gk.schrijf(stand, `${klaar} van ${totaal}`);
      this.show({ herstel: aantal(this.oud), wis: true, zeker: false });
      this.fillSheet(this.punten);
    }

    /** Done, of how many; n.v.t. does not count. @param {Punten} punten */
    count(punten) {
      const keer = (/** @type {string} */ staat) => Object.values(punten).filter((punt) => punt.staat === staat).length;
      return [keer("ja"), this.rijen.length - keer("nvt")];
    }

    /** The sheet that is printed. @param {Punten} punten */
    fillSheet(punten) {
      document.querySelectorAll(`[data-blad="${this.lijst}"] tbody tr`).forEach((regel, nummer) => {
        const punt = punten[this.rijen[nummer].id] ?? {};
        const kruisjes = punt.staat === "nee" ? ["", "X"] : [woord(punt.staat)?.replace("ja", "X"), ""];
        regel.querySelectorAll("td").forEach((vak, plek) => (vak.textContent = [...kruisjes, wieWat(punt)][plek] ?? ""));
      });
    }

    /** @param {string} hash */
    openLink(hash) {
      const schoon = hash.replace(/%20|%0[ad]/gi, "").replace(/([^a-z0-9]|%22|%3e)+$/i, ""); // added by mail and chat
      const [, van, rest] = /^#vinkjes=([a-z0-9-]+)((?:\.[a-z0-9-]+(?:~[dnv])?)+)$/.exec(schoon) ?? [];
      if (rest && van !== this.lijst) this.fail(this.zin("ander"));
      else this.showCopy(rest ? uitLink(rest.slice(1)) : {}, "compleet");
    }

    /** @param {any} bestand */
    openFile({ gegevens }) {
      this.showCopy(alsPunten(gegevens[this.sleutel]?.punten), "niets");
    }

    /** Show a copy above the own list. @param {Punten} punten @param {string} anders said when nothing is in it */
    showCopy(punten, anders) {
      this.say();
      this.kopie = this.sift(punten);
      const gevuld = this.rijen.filter(({ id }) => this.kopie[id]);
      if (!gevuld.length) return this.fail(this.zin(anders));
      this.deel("telling").textContent = this.count(this.kopie).join(" van ");
      this.deel("punten").replaceChildren(...gevuld.map(({ id, tekst }) => {
        const punt = this.kopie[id];
        return Gk.el("li", {}, `${tekst} `, Gk.el("b", {}, samen([woord(punt.staat), wieWat(punt)])));
      }));
      this.show({ kopie: true });
      this.deel("kopie").focus();
    }

    doe = {
      mijn: () => {
        this.show({ kopie: false });
        this.rijen[0].vak.focus();
      },
      neem: () => {
        this.swap(this.kopie);
        this.doe.mijn();
      },
      wis: () => {
        if (!aantal(this.punten)) return this.say(this.zin("leeg"));
        this.show({ wis: false, zeker: true });
        this.deel("zeker").focus();
      },
      zeker: () => {
        this.swap({});
        this.deel("wis").focus();
      },
      herstel: () => {
        this.swap(this.oud);
        this.deel("wis").focus();
      },
      deel: () => {
        const link = naarLink(this.punten);
        this.show({ toon: link });
        if (!link) throw Error();
        return this.copy(`${location.href.split("#")[0]}#vinkjes=${this.lijst}${link}`);
      },
      bewaar: () => Gk.geefBestand(this.lijst, "gk-gegevens", { gegevens: { [this.sleutel]: { opslag: 1, punten: this.punten } } }),
      haal: () => this.deel("bestanden").click(),
      leeg: () => {
        this.fillSheet({});
        Gk.naDruk(() => this.fillSheet(this.punten));
        print();
      },
    };
  }

  customElements.define("gk-checklist", Checklist);
}
