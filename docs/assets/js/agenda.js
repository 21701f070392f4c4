// @ts-check
// <gk-agenda>: the actions that come out of metingen, with owner, date and signal, and the date of the next meting.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  const { el, download, ymd } = Gk;
  const VELDEN = ["actie", "wie", "wanneer", "signaal", "stand"];
  const VEEL = 3;
  const RIJEN = 6; // on the sheet; above this it takes the room it needs
  const encoder = new TextEncoder();

  // 30 February becomes another day, and month 99 none.
  const isDag = (/** @type {any} */ text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T12:00Z`).getUTCDate() === +text.slice(8);

  /** A line of iCalendar: text escaped, folded at 75 octets. @param {string} name @param {string} text */
  const icsLine = (name, text) => {
    const lines = [""];
    for (const sign of `${name}:${text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")}`) {
      if (encoder.encode(lines[lines.length - 1] + sign).length > 75) lines.push(" ");
      lines[lines.length - 1] += sign;
    }
    return lines.join("\r\n");
  };

  /** One event that lasts a day. @param {{sleutel: string, dag: string, titel: string, uitleg: string}} event */
  const icsEvent = ({ sleutel, dag, titel, uitleg }) => [
    "BEGIN:VEVENT",
    `UID:${sleutel}@gereedschapskist`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${dag.replaceAll("-", "")}`,
    icsLine("SUMMARY", titel),
    icsLine("DESCRIPTION", uitleg),
    "END:VEVENT",
  ];

  // In Markdown a list item is one line, and signs that mean something are escaped.
  const plain = (/** @type {string} */ text) => text.replace(/\s+/g, " ").replace(/[\\\x60*_[\]<>#|]/g, "\\$&");

  class Agenda extends Gk.Paneel {
    /** @param {HTMLElement} panel */
    constructor(panel) {
      super(panel);
      this.lijst = /** @type {HTMLElement} */ (panel.querySelector("ol"));
      this.load();
      panel.addEventListener("input", ({ target }) => this.change(/** @type {HTMLInputElement} */ (target)));
      addEventListener("storage", ({ key }) => key === "gk.verbeteragenda" && (this.load(), this.draw()));
      addEventListener("hashchange", () => this.readHash());
      this.draw();
      panel.hidden = false;
      this.readHash();
    }

    load() {
      if (Gk.nieuwer("verbeteragenda")) this.fail(Gk.nietBewaard("verbeteragenda"));
      const { volgende } = Gk.lees("verbeteragenda") ?? {};
      this.volgende = isDag(volgende) ? volgende : "";
      this.acties = Gk.acties();
    }

    keep() {
      if (!Gk.bewaar("verbeteragenda", { acties: this.acties, volgende: this.volgende })) this.fail(Gk.nietBewaard("verbeteragenda"));
      this.drawPaper();
    }

    /** The way from a gap leads here: #actie=<scan>.<onderdeel>.<band>. */
    readHash() {
      const [, scan, onderdeel, band] = /^#actie=([a-z-]+)\.([a-z0-9-]+)\.(laag|midden|hoog)$/.exec(location.hash) ?? [];
      if (!scan || !this.bron({ scan, onderdeel })) return;
      history.replaceState(history.state, "", location.pathname + location.search);
      this.add({ scan, onderdeel, band });
    }

    /** @param {Record<string, string>} known */
    add(known = {}) {
      const sleutel = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
      const leeg = { scan: "", onderdeel: "", band: "", actie: "", wie: "", wanneer: "", signaal: "", stand: "" };
      this.acties.push({ ...leeg, ...known, sleutel, op: Date.now() });
      this.keep();
      this.draw();
      /** @type {HTMLElement} */ (this.lijst.lastElementChild?.querySelector("[name=actie]")).focus();
    }

    /** Where the page tells of a part of a meting. @param {{scan: string, onderdeel: string}} actie @returns {HTMLElement | null} */
    bron({ scan, onderdeel }) {
      return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".agendabron > div"))].find(
        ({ dataset }) => dataset.scan === scan && dataset.onderdeel === onderdeel,
      ) ?? null;
    }

    /** The question and the instruments that belong to an action. @param {any} actie @returns {(Node | string)[]} */
    herkomst(actie) {
      const bron = this.bron(actie);
      if (!bron) return [];
      const naam = bron.closest("details")?.querySelector("summary")?.textContent;
      const tools = bron.querySelector(`[data-band=${actie.band || "midden"}]`)?.cloneNode(true);
      const vraag = bron.querySelector("dd")?.firstChild?.textContent?.trim();
      return [el("b", {}, `${bron.querySelector("dt")?.textContent}`), ` (${naam}). ${vraag} Begin met: `, ...(tools ? [tools] : [])];
    }

    draw() {
      const model = this.deel("model");
      for (const row of this.lijst.querySelectorAll("li:not([hidden])")) row.remove();
      this.acties.forEach((/** @type {any} */ actie, /** @type {number} */ k) => {
        const row = /** @type {HTMLElement} */ (model.cloneNode(true));
        row.hidden = false;
        delete row.dataset.deel;
        row.dataset.sleutel = actie.sleutel;
        row.setAttribute("aria-label", `Actie ${k + 1}`);
        row.querySelector(".actie__bron")?.replaceChildren(...this.herkomst(actie));
        for (const veld of VELDEN) /** @type {any} */ (row.querySelector(`[name=${veld}]`)).value = actie[veld];
        this.lijst.append(row);
      });
      this.deel("volgende").value = this.volgende;
      this.drawPaper();
    }

    /** The sheet holds the actions as text: what stands in a field prints badly. */
    drawPaper() {
      this.deel("leeg").hidden = this.acties.length > 0;
      this.deel("mee").hidden = !this.acties.length && !this.volgende;
      this.deel("veel").hidden = this.open().length <= VEEL;
      const blad = document.querySelector(".blad--agenda");
      blad?.classList.toggle("blad--lang", this.acties.length > RIJEN);
      const rows = this.acties.map((/** @type {any} */ actie) => el("tr", {}, ...this.texts(actie).map((text) => el("td", {}, text))));
      while (rows.length < RIJEN) rows.push(el("tr", {}, ...VELDEN.map(() => el("td"))));
      blad?.querySelector("tbody")?.replaceChildren(...rows);
      const paper = document.querySelector("[data-deel=volgende-papier]");
      if (paper) paper.textContent = this.dag(this.volgende);
    }

    open() {
      return this.acties.filter(Gk.isOpen);
    }

    /** 2027-02-21 -> 21-2-2027. @param {string} text */
    dag(text) {
      return isDag(text) ? Gk.dag(text.replaceAll("-", "")) : "";
    }

    /** An action as a reader says it. @param {any} actie @returns {string[]} */
    texts({ actie, wie, wanneer, signaal, stand }) {
      const woord = [...this.deel("model").querySelector("select").options].find(({ value }) => value === stand)?.text ?? "";
      return [actie, wie, this.dag(wanneer), signaal, woord];
    }

    /** @param {HTMLInputElement} input */
    change(input) {
      const actie = this.acties.find((/** @type {any} */ { sleutel }) => sleutel === input.closest("li")?.dataset.sleutel);
      if (input.type === "file") this.readFile(input);
      else if (actie) Object.assign(actie, { [input.name]: input.value, op: Date.now() });
      else if (input === this.deel("volgende")) this.volgende = input.value;
      if (input.type !== "file") this.keep();
    }

    /** @param {HTMLInputElement} input */
    async readFile(input) {
      const file = input.files?.[0];
      if (!file) return;
      try {
        const data = JSON.parse(file.size < 2e5 ? await file.text() : "");
        if (!["gk-agenda", "gk-reeks"].includes(data.soort)) throw Error();
        this.acties = Gk.merge(this.acties, data.acties);
        if (isDag(data.volgende)) this.volgende = data.volgende;
        this.say(`De acties uit ${file.name} staan erbij.`);
        this.keep();
        this.draw();
      } catch {
        this.fail(`${file.name} is geen bestand van een verbeteragenda.`);
      }
      input.value = "";
    }

    /** @type {Record<string, (button?: any) => any>} */
    doe = {
      nieuw: () => this.add(),
      weg: (/** @type {HTMLElement} */ button) => {
        const weg = button.closest("li")?.dataset.sleutel;
        this.acties = this.acties.filter((/** @type {any} */ { sleutel }) => sleutel !== weg);
        this.keep();
        this.draw();
        this.panel.querySelector("[data-doe=nieuw]")?.focus();
      },
      maanden: (/** @type {HTMLElement} */ button) => {
        const day = new Date();
        const wanted = (day.getMonth() + Number(button.dataset.aantal)) % 12;
        day.setMonth(day.getMonth() + Number(button.dataset.aantal));
        if (day.getMonth() !== wanted) day.setDate(0); // 30 November + 3 months is the last day of February
        this.volgende = ymd(day).replace(/(....)(..)(..)/, "$1-$2-$3");
        this.say(`De volgende meting staat op ${this.dag(this.volgende)}.`);
        this.keep();
        this.draw();
      },
      print: () => print(),
      csv: () => download("verbeteragenda.csv", Gk.csv([["actie", "wie", "wanneer", "signaal", "stand"], ...this.acties.map((/** @type {any} */ actie) => this.texts(actie))]), "text/csv"),
      tekst: () => {
        const lines = this.acties.map((/** @type {any} */ actie) => {
          const [wat, wie, wanneer, signaal, stand] = this.texts(actie).map(plain);
          return `- [${actie.stand === "gedaan" ? "x" : " "}] ${wat} (wie: ${wie}; wanneer: ${wanneer}; signaal: ${signaal}; stand: ${stand})`;
        });
        download("verbeteragenda.txt", ["# Verbeteragenda", "", ...lines, "", `Volgende meting: ${this.dag(this.volgende)}`, ""].join("\n"));
      },
      ics: () => {
        const events = this.open()
          .filter((/** @type {any} */ { wanneer }) => isDag(wanneer))
          .map((/** @type {any} */ actie) => ({ sleutel: actie.sleutel, dag: actie.wanneer, titel: Gk.actieTitel(actie), uitleg: actie.signaal }));
        if (isDag(this.volgende)) events.push({ sleutel: "volgende-meting", dag: this.volgende, titel: "Meting opnieuw doen", uitleg: "Loop ook de acties na." });
        if (!events.length) return this.fail("Je hebt nog geen actie met een datum.");
        const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gereedschapskist samenwerken//Verbeteragenda//NL", ...events.flatMap(icsEvent), "END:VCALENDAR", ""];
        download("verbeteragenda.ics", lines.join("\r\n"), "text/calendar");
      },
      bestand: () =>
        download("verbeteragenda.json", JSON.stringify({ soort: "gk-agenda", versie: 1, acties: this.acties, volgende: this.volgende }), "application/json"),
      wis: () => {
        Gk.wis("verbeteragenda");
        this.load();
        this.draw();
      },
    };
  }

  class GkAgenda extends HTMLElement {
    connectedCallback() {
      this.agenda ??= new Agenda(this);
    }
  }
  customElements.define("gk-agenda", GkAgenda);
}
