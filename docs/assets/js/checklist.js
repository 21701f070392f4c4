// @ts-check
// <gk-checklist>: ticks, states and notes that stay on this device, each under the id of its point.
{
  /** @typedef {{staat?: string, wie?: string, notitie?: string}} Punt */
  /** @typedef {Record<string, Punt>} Punten by id */

  /** @type {Record<string, string[]>} how a state reads, and how it is written in a link */
  const STATEN = { ja: ["ja", ""], deels: ["deels", "~d"], nee: ["nee", "~n"], nvt: ["n.v.t.", "~v"] };
  /** @type {[keyof Punt, number][]} with these lengths a filled list still prints on one A4 */
  const VELDEN = [["staat", 5], ["wie", 30], ["notitie", 80]];
  const NIET_COMPLEET = "Deze link is niet compleet. Vraag om een nieuwe.";

  /** What we know of a value from storage, a file or a field. @param {any} bron @returns {Punt} */
  const alsPunt = (bron) => Object.fromEntries(VELDEN.flatMap(([veld, lengte]) => {
    const tekst = bron?.[veld];
    const goed = veld === "staat" ? Object.hasOwn(STATEN, tekst) : tekst && typeof tekst === "string";
    return goed ? [[veld, [...tekst].slice(0, lengte).join("")]] : [];
  }));

  /** @param {any} bron @returns {Punten} */
  const alsPunten = (bron) => Object.fromEntries(Object.entries(bron ?? {})
    .map(([id, punt]) => /** @type {[string, Punt]} */ ([id, alsPunt(punt)]))
    .filter(([, punt]) => Object.keys(punt).length));

  /** @param {string} lijst @param {Punten} punten */
  const naarLink = (lijst, punten) => Object.entries(punten)
    .reduce((link, [id, { staat }]) => link + (staat ? `.${id}${STATEN[staat][1]}` : ""), `#vinkjes=${lijst}`);

  /** @param {string} lijst @param {string} hash @returns {Punten | string} the points, or what is wrong */
  const uitLink = (lijst, hash) => {
    const schoon = hash.replace(/%20|%0[ad]/gi, "").replace(/([^a-z0-9]|%22|%3e)+$/i, ""); // added by mail and chat
    const [, van, rest] = /^#vinkjes=([a-z0-9-]+)((?:\.[a-z0-9-]+(?:~[dnv])?)+)$/.exec(schoon) ?? [];
    if (!rest) return NIET_COMPLEET;
    if (van !== lijst) return "Deze link hoort bij een andere checklist.";
    return Object.fromEntries(rest.slice(1).split(".").map((deel) => {
      const id = deel.split("~")[0];
      return [id, { staat: Object.keys(STATEN).find((staat) => id + STATEN[staat][1] === deel) }];
    }));
  };

  /** @param {(string | false | undefined)[]} delen @param {string} teken */
  const samen = (delen, teken) => delen.filter(Boolean).join(teken);
  const wieWat = (/** @type {Punt} */ { wie, notitie }) => samen([wie, notitie], ": ");
  const inWoorden = (/** @type {Punt} */ punt) => samen([STATEN[punt.staat ?? ""]?.[0], wieWat(punt)], ", ");

  /** @param {Punten} punten @param {number} aantal @returns {[klaar: number, totaal: number]} n.v.t. does not count */
  const tel = (punten, aantal) => {
    const staten = Object.values(punten).map(({ staat }) => staat);
    return [staten.filter((staat) => staat === "ja").length, aantal - staten.filter((staat) => staat === "nvt").length];
  };

  /** One line of the list, with its own copy of the fields under 'meer'. */
  class Rij {
    /** @param {any} li @param {Element} voorbeeld */
    constructor(li, voorbeeld) {
      this.id = li.dataset.punt;
      this.vak = li.querySelector("input");
      this.tekst = li.querySelector("span").firstChild.textContent.trim();
      this.extra = li.querySelector("span").appendChild(Gk.el("small", { class: "punt__extra" }));
      const [knop, meer] = /** @type {any} */ (voorbeeld.cloneNode(true)).children;
      knop.setAttribute("aria-label", `${knop.textContent}: ${this.tekst}`);
      knop.onclick = () => knop.setAttribute("aria-expanded", !(meer.hidden = !meer.hidden));
      meer.setAttribute("aria-label", this.tekst);
      this.velden = [...meer.querySelectorAll("[name]")];
      li.append(knop, meer);
    }

    /** @param {any} punt */
    toon(punt) {
      this.vak.checked = punt.staat === "ja";
      this.vak.indeterminate = punt.staat === "deels";
      this.extra.textContent = inWoorden({ ...punt, staat: this.vak.checked ? "" : punt.staat });
      for (const veld of this.velden) if (veld.value !== (punt[veld.name] ?? "")) veld.value = punt[veld.name] ?? "";
    }

    /** What the reader changed. @param {any} veld @returns {Punt} */
    lees(veld) {
      if (veld === this.vak) this.velden[0].value = veld.checked ? "ja" : "";
      return alsPunt(Object.fromEntries(this.velden.map(({ name, value }) => [name, value])));
    }
  }

  class GkChecklist extends HTMLElement {
    #lijst = "";
    /** @type {Rij[]} */ #rijen = [];
    /** @type {Punten} */ #punten = {};
    /** @type {Punten} of someone else, until the reader chooses */ #kopie = {};
    /** @type {Punten | null} to put back */ #oud = null;

    connectedCallback() {
      if (!this.#lijst) this.#maak();
      for (const soort of ["storage", "hashchange", "pageshow"]) addEventListener(soort, this);
      this.#laad();
      this.#leesLink();
    }

    disconnectedCallback() {
      for (const soort of ["storage", "hashchange", "pageshow"]) removeEventListener(soort, this);
    }

    /** Another tab, another link, or back from another page. @param {any} gebeurtenis */
    handleEvent({ type, key, persisted }) {
      if (type === "hashchange") this.#leesLink();
      else if (persisted || key === null || key === `gk.${this.#sleutel}`) this.#laad();
    }

    get #sleutel() {
      return `checklist.${this.#lijst}`;
    }

    /** @param {string} naam @returns {any} */
    #deel(naam) {
      return this.querySelector(`[data-deel=${naam}]`);
    }

    #maak() {
      this.#lijst = this.dataset.lijst ?? "";
      const voorbeeld = this.#deel("voorbeeld");
      this.#rijen = [...this.querySelectorAll("[data-punt]")].map((li) => new Rij(li, voorbeeld));
      voorbeeld.remove();
      this.#deel("stand").hidden = this.#deel("knoppen").hidden = false;
      this.addEventListener("input", ({ target }) => {
        const rij = this.#rijen.find(({ vak, velden }) => [vak, ...velden].includes(target));
        if (rij) this.#wijzig({ ...this.#punten, [rij.id]: rij.lees(target) });
      });
      this.addEventListener("click", ({ target }) => this.#doe[/** @type {any} */ (target).dataset.doe]?.());
    }

    /** The points of this list in its order; one that it does not know is named. @param {Punten} punten @returns {Punten} */
    #schift(punten) {
      const ids = this.#rijen.map(({ id }) => id);
      const weg = Object.keys(punten).filter((id) => !ids.includes(id));
      if (weg.length) {
        const namen = weg.map((id) => samen([id.replaceAll("-", " "), wieWat(punten[id])], ", "));
        this.#meld(namen.map((naam) => `Dit punt is vervallen: ${naam}.`).join(" "));
      }
      return alsPunten(Object.fromEntries(ids.map((id) => [id, punten[id]])));
    }

    #laad() {
      const punten = alsPunten(Gk.lees(this.#sleutel)?.punten);
      this.#punten = this.#schift(punten);
      if (Object.keys(punten).length > Object.keys(this.#punten).length) this.#bewaar();
      this.#toon();
    }

    #bewaar() {
      if (!Object.keys(this.#punten).length) Gk.wis(this.#sleutel);
      else if (!Gk.bewaar(this.#sleutel, { punten: this.#punten })) this.#meld(Gk.NIET_BEWAARD);
    }

    /** @param {Punten} punten @param {string} [zin] @param {Punten | null} [oud] what 'Zet terug' brings back */
    #wijzig(punten, zin = "", oud = null) {
      this.#meld(zin);
      this.#oud = oud;
      this.#punten = this.#schift(punten);
      this.#bewaar();
      this.#toon();
    }

    #toon() {
      for (const rij of this.#rijen) rij.toon(this.#punten[rij.id] ?? {});
      const [klaar, totaal] = tel(this.#punten, this.#rijen.length);
      const [balk, stand] = this.#deel("stand").children;
      Object.assign(balk, { max: totaal || 1, value: totaal ? klaar : 1 });
      const tekst = `${klaar} van ${totaal}`;
      if (stand.textContent !== tekst) stand.textContent = tekst; // said aloud only when it changes
      this.#deel("herstel").hidden = !this.#oud;
      this.#vulBlad(this.#punten);
    }

    /** What stands on paper. @param {Punten} punten */
    #vulBlad(punten) {
      document.querySelectorAll(`[data-blad="${this.#lijst}"] tbody tr`).forEach((regel, nummer) => {
        const punt = punten[this.#rijen[nummer].id] ?? {};
        const { staat = "" } = punt;
        const tekst = staat === "nee" ? ["", "×"] : [staat === "ja" ? "×" : STATEN[staat]?.[0], ""];
        regel.querySelectorAll("td").forEach((vak, plek) => (vak.textContent = [...tekst, wieWat(punt)][plek] ?? ""));
      });
    }

    /** @param {string} zin */
    #meld(zin) {
      this.#deel("melding").textContent = zin;
    }

    #leesLink() {
      if (!location.hash.startsWith("#vinkjes")) return;
      const punten = uitLink(this.#lijst, location.hash);
      history.replaceState(history.state, "", location.pathname + location.search);
      typeof punten === "string" ? this.#meld(punten) : this.#open(punten, NIET_COMPLEET);
    }

    /** Show a copy above the own list. @param {Punten} punten @param {string} anders said when it holds nothing */
    #open(punten, anders) {
      this.#meld("");
      this.#kopie = this.#schift(punten);
      const gevuld = this.#rijen.filter(({ id }) => this.#kopie[id]);
      if (!gevuld.length) return this.#meld(anders);
      this.#deel("telling").textContent = tel(this.#kopie, this.#rijen.length).join(" van ");
      this.#deel("punten").replaceChildren(
        ...gevuld.map(({ id, tekst }) => Gk.el("li", {}, `${tekst} `, Gk.el("b", {}, inWoorden(this.#kopie[id])))),
      );
      this.#deel("kopie").hidden = false;
      this.#deel("kopie").focus();
    }

    /** @type {Record<string, () => void>} what the buttons do */
    #doe = {
      mijn: () => {
        this.#deel("kopie").hidden = true;
        this.#rijen[0].vak.focus();
      },
      neem: () => {
        this.#wijzig(this.#kopie, "Dit is nu jouw lijst.", this.#punten);
        this.#doe.mijn();
      },
      wis: () => this.#wijzig({}, "De lijst is weer leeg.", this.#punten),
      herstel: () => {
        this.#wijzig(this.#oud ?? {}, "Alles staat er weer.");
        this.#deel("wis").focus();
      },
      deel: () => {
        const [rij, vak] = [this.#deel("link"), this.#deel("link").querySelector("input")];
        rij.hidden = false;
        vak.value = location.href.split("#")[0] + naarLink(this.#lijst, this.#punten);
        vak.select();
        navigator.clipboard?.writeText(vak.value).then(() => this.#meld("De link is gekopieerd."), () => {});
      },
      bewaar: () => Gk.geefBestand(this.#lijst, { [this.#sleutel]: { opslag: 1, punten: this.#punten } }),
      haal: () => Gk.vraagBestand(
        (/** @type {any} */ gegevens) => this.#open(alsPunten(gegevens[this.#sleutel]?.punten), "In dit bestand staat niets voor deze lijst."),
        (/** @type {string} */ zin) => this.#meld(zin),
      ),
      print: () => print(),
      leeg: () => {
        this.#vulBlad({});
        addEventListener("afterprint", () => this.#vulBlad(this.#punten), { once: true });
        print();
      },
    };
  }

  customElements.get("gk-checklist") ?? customElements.define("gk-checklist", GkChecklist);
}
