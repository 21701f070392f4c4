// @ts-check
// <gk-agenda>: the actions that come out of metingen, with owner, date and signal, and the date of the next meting.
{
  const VELDEN = ["actie", "wie", "wanneer", "signaal", "stand"];
  const VEEL = 3;
  const RIJEN = 6; // on the sheet; above this it takes the room it needs

  /** 2027-02-21 -> 21-2-2027; nothing for no day. @param {string} text */
  const dag = (text) => (Gk.isDag(text) ? Gk.dag(text) : "");

  /** A line of iCalendar: text escaped, folded at 75 octets. @param {string} name @param {string} text */
  const icsLine = (name, text) => {
    const lines = [""];
    for (const sign of `${name}:${text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")}`) {
      if (new Blob([lines[0] + sign]).size > 75) lines.unshift(" ");
      lines[0] += sign;
    }
    return lines.reverse().join("\r\n");
  };

  /** One event that lasts a day. @param {{sleutel: string, wanneer: string, titel: string, signaal: string}} event */
  const icsEvent = ({ sleutel, wanneer, titel, signaal }) => [
    "BEGIN:VEVENT",
    `UID:${sleutel}@gereedschapskist`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${wanneer.replaceAll("-", "")}`,
    icsLine("SUMMARY", titel),
    icsLine("DESCRIPTION", signaal),
    "END:VEVENT",
  ];

  // In Markdown a list item is one line, and signs that mean something are escaped.
  const plain = (/** @type {string} */ text) => text.replace(/\s+/g, " ").replace(/[\\\x60*_[\]<>#|]/g, "\\$&");

  class Agenda extends Gk.Paneel {
    sleutel = "verbeteragenda";
    anker = "#actie=";
    soorten = ["gk-agenda", "gk-reeks"];
    lijst = this.querySelector("ol");

    load() {
      const { volgende } = this.lees();
      this.volgende = Gk.isDag(volgende) ? volgende : "";
      this.acties = Gk.acties();
      this.draw();
    }

    keep() {
      this.store();
      this.draw();
    }

    store() {
      this.bewaar({ acties: this.acties, volgende: this.volgende });
    }

    /** The way from a gap leads here: #actie=<scan>.<onderdeel>.<band>. @param {string} hash */
    openLink(hash) {
      const [, scan, onderdeel, band] = /=([a-z-]+)\.([a-z0-9-]+)\.(laag|midden|hoog)$/.exec(hash) ?? [];
      if (scan && this.bron({ scan, onderdeel })) this.add({ scan, onderdeel, band });
    }

    /** @param {Record<string, string>} [known] */
    add(known) {
      const sleutel = Date.now().toString(36) + Math.random().toString(36).slice(2);
      this.acties.push({ ...Gk.LEEG, ...known, sleutel, op: Date.now() });
      this.keep();
      this.lijst.lastElementChild.querySelector("[name=actie]").focus();
    }

    /** Where the page tells of a part of a meting. @param {{scan: string, onderdeel: string}} actie @returns {HTMLElement | null} */
    bron({ scan, onderdeel }) {
      return document.querySelector(`[data-bron="${CSS.escape(scan)}.${CSS.escape(onderdeel)}"]`);
    }

    /** The question and the instruments that belong to an action, and where they come from. @param {any} actie */
    herkomst(actie) {
      const bron = this.bron(actie);
      if (!bron) return {};
      const copy = (/** @type {string} */ piece) => [...(bron.querySelector(piece)?.cloneNode(true).childNodes ?? [])];
      const meting = bron.closest("details")?.querySelector("summary")?.textContent;
      return { bron: true, onderdeel: copy("dt"), meting, vraag: copy("span"), tools: copy(`[data-band=${CSS.escape(actie.band || "midden")}]`) };
    }

    draw() {
      this.lijst.replaceChildren(...this.acties.map((/** @type {any} */ actie, /** @type {number} */ k) => {
        const row = this.maak("actie", this.herkomst(actie));
        row.dataset.sleutel = actie.sleutel;
        row.ariaLabel = `Actie ${k + 1}`;
        for (const veld of VELDEN) row.querySelector(`[name=${veld}]`).value = actie[veld];
        return row;
      }));
      this.deel("volgende").value = this.volgende;
      this.drawPaper();
    }

    /** The sheet holds the actions as text: what stands in a field prints badly. */
    drawPaper() {
      const { length } = this.acties;
      this.show({ leeg: !length, mee: length || this.volgende, veel: this.open().length > VEEL });
      const blad = /** @type {any} */ (document.querySelector(".blad--agenda"));
      blad.classList.toggle("blad--lang", length > RIJEN);
      const rows = this.texts();
      while (rows.length < RIJEN) rows.push(VELDEN.map(() => ""));
      blad.querySelector("tbody").replaceChildren(...rows.map((texts) => Gk.el("tr", {}, ...texts.map((text) => Gk.el("td", {}, text)))));
      blad.querySelector("[data-deel=volgende-papier]").textContent = dag(this.volgende);
    }

    open() {
      return this.acties.filter(Gk.isOpen);
    }

    /** The actions as a reader says them. @returns {string[][]} */
    texts() {
      return this.acties.map(({ actie, wie, wanneer, signaal }, k) =>
        [actie, wie, dag(wanneer), signaal, this.lijst.children[k].querySelector("select").selectedOptions[0]?.text ?? ""]);
    }

    /** @param {HTMLElement} node the action that a field or button belongs to */
    actieVan(node) {
      return this.acties.find((/** @type {any} */ { sleutel }) => sleutel === node.closest("li")?.dataset.sleutel);
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      const actie = this.actieVan(field);
      if (actie) Object.assign(actie, { [field.name]: field.value, op: Date.now() });
      else if (!field.files) this.volgende = field.value;
      this.store();
      this.drawPaper();
    }

    /** @param {any} data @param {string} naam */
    openFile({ acties, volgende }, naam) {
      this.acties = Gk.merge(this.acties, acties);
      if (Gk.isDag(volgende)) this.volgende = volgende;
      this.say(this.zin("erbij", naam));
      this.keep();
    }

    doe = {
      nieuw: () => this.add(),
      weg: (/** @type {HTMLElement} */ button) => {
        const weg = this.actieVan(button);
        this.acties = this.acties.filter((/** @type {any} */ actie) => actie !== weg);
        this.keep();
        this.deel("nieuw").focus();
      },
      maanden: (/** @type {HTMLElement} */ button) => {
        const day = new Date();
        const date = day.getDate();
        day.setMonth(day.getMonth() + Number(button.dataset.aantal));
        if (day.getDate() !== date) day.setDate(0); // 30 November + 3 months is the last day of February
        this.volgende = Gk.iso(Gk.ymd(day));
        this.say(this.zin("volgende", dag(this.volgende)));
        this.keep();
      },
      print: () => print(),
      csv: () => Gk.geefCsv("verbeteragenda", [VELDEN, ...this.texts()]),
      tekst: () => {
        const lines = this.texts().map((texts, k) => {
          const [wat, ...rest] = texts.map(plain);
          const done = this.acties[k].stand === "gedaan" ? "x" : " ";
          return `- [${done}] ${wat} (${rest.map((text, i) => VELDEN[i + 1] + ": " + text).join("; ")})`;
        });
        Gk.download("verbeteragenda.txt", ["# Verbeteragenda", "", ...lines, "", `Volgende meting: ${dag(this.volgende)}`, ""].join("\n"));
      },
      ics: () => {
        const volgende = { sleutel: "volgende-meting", wanneer: this.volgende, titel: this.zin("meting"), signaal: this.zin("loop") };
        const acties = this.open().map((/** @type {any} */ actie) => ({ ...actie, titel: Gk.actieTitel(actie) }));
        const events = [...acties, volgende].filter(({ wanneer }) => Gk.isDag(wanneer));
        if (!events.length) throw Error();
        const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gereedschapskist//Verbeteragenda//NL", ...events.flatMap(icsEvent), "END:VCALENDAR", ""];
        Gk.download("verbeteragenda.ics", lines.join("\r\n"), "text/calendar");
      },
      bestand: () => Gk.geefBestand("verbeteragenda", "gk-agenda", { acties: this.acties, volgende: this.volgende }),
      wis: () => {
        Gk.wis(this.sleutel);
        this.load();
      },
    };
  }

  customElements.define("gk-agenda", Agenda);
}
