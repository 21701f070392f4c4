// @ts-check
// <gk-meting>: answering a meting, by mouse, touch or keyboard, and what its buttons do.
// The questions and all advice are in the page; without this file they can still be read, filled in and printed.
{
  const MAX_QR = 900; // signs; a finer code does not print well
  const MAP = location.protocol === "file:";

  class Meting extends Gk.Deelnemers {
    anker = "#scan=";
    soorten = ["gk-scan", "gk-reeks"];
    grens = /** @type {any} */ (this.dataset); // text, which a comparison with a number makes a number
    adres = MAP ? this.dataset.adres : location.href.split(/[?#]/)[0];
    agenda = this.dataset.agenda + (MAP ? "index.html" : "");

    connectedCallback() {
      super.connectedCallback();
      document.addEventListener("change", ({ target }) => /** @type {Element} */ (target).closest(".stellingen") && this.takeAnswers());
      document.addEventListener("keydown", (event) => this.typeAnswer(event));
      this.deel("erbij").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && this.doe.erbij());
    }

    // ---------- answering ----------

    /** @param {number} plek @returns {HTMLInputElement[]} */
    radios(plek) {
      return [.../** @type {any} */ (document.querySelectorAll(`[name=v${plek}]`))];
    }

    takeAnswers() {
      for (const plek of this.plekken) this.mijn[plek - 1] = +(this.radios(plek).find(({ checked }) => checked)?.value ?? 0);
      this.answered();
    }

    answered() {
      this.say(); // old news
      this.datum = Gk.ymd();
      this.keep();
    }

    /** Quick entry, also of a paper form: a digit answers and goes on. @param {KeyboardEvent} event */
    typeAnswer(event) {
      const radio = /** @type {HTMLInputElement} */ (event.target);
      const key = event.key === "?" ? "6" : event.key;
      if (!/^[0-6]$/.test(key) || event.ctrlKey || event.metaKey || event.altKey || !radio.closest?.(".stelling")) return;
      event.preventDefault();
      const plek = +radio.name.slice(1);
      this.mijn[plek - 1] = +key;
      this.answered();
      const next = this.radios(this.plekken[this.plekken.indexOf(plek) + 1] ?? plek);
      (next.find(({ checked }) => checked) ?? next[0]).focus();
    }

    /** @param {number} plek */
    stelling(plek) {
      return this.radios(plek)[0].closest("fieldset")?.firstElementChild?.textContent;
    }

    /** A name, or whether it may be remembered. @param {HTMLElement} field */
    typed(field) {
      if (field.matches("[data-deel=naam], [data-deel=onthoud]")) this.keep();
    }

    draw() {
      for (const plek of this.plekken) for (const radio of this.radios(plek)) radio.checked = +radio.value === this.mijn[plek - 1];
      const { length } = Gk.toonUitslag(this).personen;
      const { beantwoord, verzegeld, ontvangen } = this;
      this.deel("aantal").textContent = this.zin(ontvangen === 1 ? "een" : "meer", ontvangen);
      const klaar = verzegeld ? `. ${this.deel("verzegeld").firstElementChild.textContent}` : "";
      Gk.schrijf(document.querySelector(".voortgang [role=status]"), `${beantwoord} van ${this.plekken.length} beantwoord${klaar}`);
      this.show({ wacht: !length && !verzegeld, verzegeld, beeld: length, delen: beantwoord, vergelijking: length > 1 });
      this.show({ later: beantwoord || ontvangen || this.rondes.length });
      this.drawPartners();
    }

    drawPartners() {
      const lines = this.anderen().map(({ naam, datum }) => this.maak("partner", { naam: [Gk.el("bdi", {}, naam)], wie: naam, datum: Gk.dag(datum) }));
      this.show({ partners: lines.length });
      this.deel("partners").replaceChildren(...lines);
    }

    // ---------- in and out ----------

    /** @param {string} hash */
    openLink(hash) {
      this.take(() => Gk.codec.split(hash));
      if (!this.verzegeld) this.scrollIntoView();
    }

    /** @param {any} data */
    openFile({ scan, codes, rondes = [], acties }) {
      if (scan !== this.id || !Array.isArray(codes)) throw Error();
      const earlier = rondes.map((/** @type {any} */ ronde) => ronde.codes.filter((/** @type {any} */ code) => this.read(code)));
      this.take(() => [...earlier, codes]);
      if (acties) this.bewaar({ ...Gk.lees("verbeteragenda"), acties: Gk.merge(Gk.acties(), acties) }, "verbeteragenda");
    }

    /** What was agreed after this meting. */
    acties() {
      return Gk.acties().filter((/** @type {any} */ { scan }) => scan === this.id);
    }

    /** Let a script do what it is for; it is loaded on the first click, since not every reader needs it.
     * @param {string} script @param {string} what @param {any[]} given */
    async fetched(script, what, ...given) {
      if (!Gk[what]) {
        const node = Gk.el("script", { src: this.dataset[script] });
        await new Promise((onload, onerror) => document.head.append(Object.assign(node, { onload, onerror })));
      }
      return Gk[what](...given);
    }

    /** A QR code of a text as SVG, or null when it would be too fine to print. @param {string} text @returns {Promise<Element | null>} */
    async makeQr(text) {
      return text.length > MAX_QR ? null : this.fetched("qr", "qr", text);
    }

    doe = {
      begeleid: () => {
        this.begeleid = true;
        this.keep();
        this.deel("kop").focus(); // the button is gone
      },
      link: () => this.copy(`${this.adres}#scan=${this.code()}`),
      uitnodiging: () => this.copy(this.adres),
      bestand: () => Gk.geefBestand(this.id, "gk-scan", { scan: this.id, codes: [this.code()] }),
      reeks: () => {
        const rondes = [...this.rondes, ...this.dicht.map((codes) => ({ codes }))];
        Gk.geefBestand(this.id, "gk-reeks", { scan: this.id, rondes, codes: this.codes(), acties: this.acties() });
      },
      csv: () => {
        const [heads, ...rows] = [...this.deel("tabel").querySelectorAll("tr")].map(({ cells }) => [...cells].map(({ textContent }) => textContent));
        const columns = heads.map((naam, k) => [naam, ...rows.map((row) => row[k].split(" ")[0])]); // without the change
        Gk.geefCsv(this.id, [["wie", ...this.onderdelen.map(({ titel }) => titel)], ...columns.slice(1)]);
      },
      png: () => this.fetched("meenemen", "savePicture", this.deel("figuur"), this.id),
      qr: async () => {
        const figure = this.deel("qr");
        figure.firstElementChild.replaceChildren(await this.makeQr(`${this.adres}#scan=${this.code()}`));
        this.show({ qr: true });
        figure.scrollIntoView({ block: "center" });
      },
      print: () => this.fetched("meenemen", "printResult", this, [[this.code()]], 1),
      vergelijking: () => this.fetched("meenemen", "printResult", this, [...this.rondes.map(({ codes }) => codes), this.codes()]),
      erbij: () => {
        const [field, gaps] = [this.deel("erbij"), this.deel("verschillen")];
        const closed = gaps.hidden;
        if (!this.take(() => Gk.codec.split(field.value))) return;
        field.value = "";
        if (closed && !gaps.hidden) gaps.firstElementChild.focus(); // brings what has just appeared in view, too
      },
      weg: (/** @type {HTMLElement} */ button) => {
        const line = button.closest("li");
        this.partners.splice([...this.deel("partners").children].indexOf(line), 1);
        this.keep();
        this.deel("erbij").focus();
      },
      ronde: () => {
        if (this.verzegeld) throw Error();
        this.addRound(this.codes(), this.beantwoord ? this.code() : undefined);
        this.partners = [];
        this.clear();
        this.keep();
      },
      wis: () => {
        Gk.wis(this.sleutel);
        this.deel("naam").value = "";
        this.clear();
        this.load();
        this.deel("kop").focus();
      },
    };

    clear() {
      this.mijn.fill(0);
      this.begeleid = false;
      this.datum = Gk.ymd();
      this.show({ toon: false, qr: false });
    }
  }

  customElements.define("gk-meting", Meting);
}
