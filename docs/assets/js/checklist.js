// @ts-check
// <gk-checklist>: ticks, states and notes that stay on this device, each under the id of its point.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  /** @typedef {{staat?: string, wie?: string, notitie?: string}} Punt */
  /** @typedef {Record<string, Punt>} Punten by id */

  /** @type {Record<string, string>} how a state stands in a link */
  const STATEN = { ja: "", deels: "~d", nee: "~n", nvt: "~v" };
  const [WIS, ZEKER] = ["Wis vinkjes", "Zeker weten? Wis alles"];
  const NIET_COMPLEET = "Deze link is niet compleet. Vraag om een nieuwe.";
  const BUITEN = ["storage", "hashchange", "pageshow"]; // another tab, another link, back from another page

  /** What we know of a value from storage, a file or the fields. @param {any} bron @returns {Punt} */
  const alsPunt = (bron) => Object.fromEntries(["staat", "wie", "notitie"]
    .map((veld) => [veld, bron?.[veld]])
    .filter(([veld, tekst]) => tekst && typeof tekst === "string" && (veld !== "staat" || Object.hasOwn(STATEN, tekst))));

  /** @param {any} bron @returns {Punten} */
  const alsPunten = (bron) => Object.fromEntries(Object.keys(bron ?? {})
    .map((id) => /** @type {[string, Punt]} */ ([id, alsPunt(bron[id])]))
    .filter(([, punt]) => Object.keys(punt).length));

  /** @param {Punten} punten @returns {string} nothing when no point has a state */
  const naarLink = (punten) => Object.keys(punten)
    .reduce((link, id) => link + (punten[id].staat ? `.${id}${STATEN[punten[id].staat]}` : ""), "");

  /** @param {string} lijst @param {string} hash @returns {Punten} */
  const uitLink = (lijst, hash) => {
    const schoon = hash.replace(/%20|%0[ad]/gi, "").replace(/([^a-z0-9]|%22|%3e)+$/i, ""); // added by mail and chat
    const [, van, rest] = /^#vinkjes=([a-z0-9-]+)((?:\.[a-z0-9-]+(?:~[dnv])?)+)$/.exec(schoon) ?? [];
    if (!rest) throw NIET_COMPLEET;
    if (van !== lijst) throw "Deze link hoort bij een andere checklist.";
    return Object.fromEntries(rest.slice(1).split(".").map((deel) => {
      const id = deel.split("~")[0];
      return [id, { staat: Object.keys(STATEN).find((staat) => id + STATEN[staat] === deel) }];
    }));
  };

  /** @param {(string | undefined)[]} delen @param {string} teken */
  const samen = (delen, teken) => delen.filter(Boolean).join(teken);
  const wieWat = (/** @type {Punt} */ punt) => samen([punt.wie, punt.notitie], ": ");
  const woord = (/** @type {string | undefined} */ staat) => staat?.replace("nvt", "n.v.t.");

  /** One line of the list, with its own copy of the fields under 'meer'. */
  class Rij {
    /** @param {any} li @param {any} voorbeeld */
    constructor(li, voorbeeld) {
      const [knop, meer] = voorbeeld.cloneNode(true).children;
      const naam = li.querySelector("span");
      this.id = li.dataset.punt;
      this.tekst = naam.firstChild.textContent.trim();
      this.vak = li.querySelector("input");
      this.velden = [...meer.querySelectorAll("[name]")];
      this.extra = Gk.el("small", { class: "punt__extra" });
      naam.append(this.extra);
      li.append(knop, meer);
      meer.setAttribute("aria-label", this.tekst);
      knop.setAttribute("aria-label", `meer: ${this.tekst}`);
      knop.onclick = () => knop.setAttribute("aria-expanded", !(meer.hidden = !meer.hidden));
    }

    /** @param {any} punt */
    toon(punt) {
      this.vak.checked = punt.staat === "ja";
      this.vak.indeterminate = punt.staat === "deels";
      this.extra.textContent = samen([this.vak.checked ? "" : woord(punt.staat), wieWat(punt)], ", ");
      for (const veld of this.velden) if (veld.value !== (punt[veld.name] ?? "")) veld.value = punt[veld.name] ?? "";
    }

    /** What the reader changed. @param {any} veld */
    lees(veld) {
      if (veld === this.vak) this.velden[0].value = veld.checked ? "ja" : "";
      return Object.fromEntries(this.velden.map(({ name, value }) => [name, value]));
    }
  }

  class GkChecklist extends HTMLElement {
    #lijst = "";
    /** @type {Rij[]} */ #rijen = [];
    /** @type {Punten} */ #punten = {};
    /** @type {Punten} not stored until the reader says so */ #kopie = {};
    /** @type {Punten | undefined} to put back */ #oud;

    connectedCallback() {
      if (!this.#lijst) this.#maak();
      for (const soort of BUITEN) addEventListener(soort, this);
      this.#laad();
      this.#leesLink();
    }

    disconnectedCallback() {
      for (const soort of BUITEN) removeEventListener(soort, this);
    }

    /** @param {any} gebeurtenis */
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

    /** @param {string} zin @param {boolean} [fout] */
    #meld(zin, fout = false) {
      const melding = this.#deel("melding");
      melding.classList.toggle("melding--fout", fout);
      melding.textContent = zin;
      if (zin) document.activeElement?.scrollIntoView({ block: "nearest" }); // the news may not cover the pressed button
    }

    #maak() {
      this.#lijst = this.dataset.lijst ?? "";
      const voorbeeld = this.#deel("voorbeeld");
      this.#rijen = [...this.querySelectorAll("[data-punt]")].map((li) => new Rij(li, voorbeeld));
      voorbeeld.remove();
      this.#deel("stand").hidden = this.#deel("knoppen").hidden = false;
      this.oninput = ({ target }) => {
        const rij = this.#rijen.find(({ vak, velden }) => [vak, ...velden].includes(target));
        if (rij) this.#wijzig({ ...this.#punten, [rij.id]: rij.lees(target) });
      };
      this.onclick = ({ target }) => this.#doe[/** @type {any} */ (target).dataset.doe]?.();
    }

    /** The points of this list in its order; one that it does not know is named. @param {Punten} punten */
    #schift(punten) {
      const weg = Object.keys(punten).filter((id) => !this.#rijen.some((rij) => rij.id === id));
      const namen = weg.map((id) => `Dit punt is vervallen: ${samen([id.replaceAll("-", " "), wieWat(punten[id])], ", ")}.`);
      if (weg.length) this.#meld(namen.join(" "));
      return alsPunten(Object.fromEntries(this.#rijen.map(({ id }) => [id, punten[id]])));
    }

    #laad() {
      if (Gk.nieuwer(this.#sleutel)) this.#meld(Gk.nietBewaard(this.#sleutel), true);
      const punten = alsPunten(Gk.lees(this.#sleutel)?.punten);
      this.#punten = this.#schift(punten);
      if (Object.keys(punten).length > Object.keys(this.#punten).length) this.#bewaar();
      this.#toon();
    }

    #bewaar() {
      if (!Gk.bewaar(this.#sleutel, { punten: this.#punten })) this.#meld(Gk.nietBewaard(this.#sleutel), true);
      else if (this.#leeg) Gk.wis(this.#sleutel);
    }

    get #leeg() {
      return !Object.keys(this.#punten).length;
    }

    /** @param {Punten} punten @param {string} zin said when the whole list changes; 'Zet terug' brings back what stood there */
    #vervang(punten, zin) {
      this.#oud = this.#leeg ? undefined : this.#punten;
      this.#wijzig(punten, zin);
    }

    /** @param {Punten} punten @param {string} [zin] */
    #wijzig(punten, zin = "") {
      this.#meld(zin);
      this.#punten = this.#schift(punten);
      this.#bewaar();
      this.#toon();
    }

    #toon() {
      for (const rij of this.#rijen) rij.toon(this.#punten[rij.id] ?? {});
      const [balk, stand] = this.#deel("stand").children;
      const [klaar, totaal] = this.#tel(this.#punten);
      [balk.max, balk.value] = [totaal || 1, klaar];
      const tekst = `${klaar} van ${totaal}`;
      if (stand.textContent !== tekst) stand.textContent = tekst; // said aloud only when it changes
      this.#deel("herstel").hidden = !this.#oud;
      this.#deel("wis").textContent = WIS;
      this.#vulBlad(this.#punten);
    }

    /** Done, of how many; n.v.t. does not count. @param {Punten} punten */
    #tel(punten) {
      const keer = (/** @type {string} */ staat) => Object.values(punten).filter((punt) => punt.staat === staat).length;
      return [keer("ja"), this.#rijen.length - keer("nvt")];
    }

    /** The sheet that is printed. @param {Punten} punten */
    #vulBlad(punten) {
      document.querySelectorAll(`[data-blad="${this.#lijst}"] tbody tr`).forEach((regel, nummer) => {
        const punt = punten[this.#rijen[nummer].id] ?? {};
        const kruisje = woord(punt.staat)?.replace(/^(ja|nee)$/, "X") ?? "";
        const teksten = punt.staat === "nee" ? ["", kruisje] : [kruisje, ""];
        regel.querySelectorAll("td").forEach((vak, plek) => (vak.textContent = teksten[plek] ?? wieWat(punt)));
      });
    }

    #leesLink() {
      if (!location.hash.startsWith("#vinkjes")) return;
      const { hash, pathname, search } = location;
      history.replaceState(history.state, "", pathname + search);
      try {
        this.#open(uitLink(this.#lijst, hash), NIET_COMPLEET);
      } catch (zin) {
        this.#meld(String(zin), true);
      }
    }

    /** Show a copy above the own list. @param {Punten} punten @param {string} anders said when nothing is in it */
    #open(punten, anders) {
      this.#meld("");
      this.#kopie = this.#schift(punten);
      const gevuld = this.#rijen.filter(({ id }) => this.#kopie[id]);
      if (!gevuld.length) return this.#meld(anders, true);
      this.#deel("telling").textContent = this.#tel(this.#kopie).join(" van ");
      this.#deel("punten").replaceChildren(...gevuld.map(({ id, tekst }) => {
        const punt = this.#kopie[id];
        return Gk.el("li", {}, `${tekst} `, Gk.el("b", {}, samen([woord(punt.staat), wieWat(punt)], ", ")));
      }));
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
        this.#vervang(this.#kopie, "Dit is nu jouw lijst.");
        this.#doe.mijn();
      },
      wis: () => {
        const knop = this.#deel("wis");
        if (this.#leeg) return this.#meld("De lijst is al leeg.");
        if (knop.textContent === ZEKER) return this.#vervang({}, "De lijst is weer leeg. Zet terug staat onder de lijst.");
        knop.textContent = ZEKER;
        this.#meld("Druk nog eens om alles te wissen.");
      },
      herstel: () => {
        this.#vervang(this.#oud ?? {}, "Alles staat er weer.");
        this.#deel("wis").focus();
      },
      deel: () => {
        const vak = this.#deel("link").querySelector("input");
        const link = naarLink(this.#punten);
        this.#deel("link").hidden = !link;
        if (!link) return this.#meld("Vink eerst iets aan.", true);
        vak.value = `${location.href.split("#")[0]}#vinkjes=${this.#lijst}${link}`;
        vak.select();
        navigator.clipboard?.writeText(vak.value).then(() => this.#meld("De link is gekopieerd."), () => {});
      },
      bewaar: () => Gk.geefBestand(this.#lijst, { [this.#sleutel]: { opslag: 1, punten: this.#punten } }),
      haal: async () => {
        const gegevens = await Gk.vraagBestand();
        const niets = gegevens ? "In dit bestand staat niets voor deze lijst." : Gk.GEEN_BESTAND;
        this.#open(alsPunten(gegevens?.[this.#sleutel]?.punten), niets);
      },
      leeg: () => {
        this.#vulBlad({});
        Gk.naDruk(() => this.#vulBlad(this.#punten));
        print();
      },
    };
  }

  customElements.get("gk-checklist") ?? customElements.define("gk-checklist", GkChecklist);
}
