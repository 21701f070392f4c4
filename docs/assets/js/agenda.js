// @ts-check
// <gk-agenda>: the actions that come out of metingen, with owner, date and signal, and the date of
// the next meting.
{
  /** @type {("actie" | "wie" | "wanneer" | "signaal" | "stand")[]} */
  const FIELDS = ["actie", "wie", "wanneer", "signaal", "stand"];
  const BANDS = ["laag", "midden", "hoog"];
  const MANY = 3;
  // On the sheet; above this it takes the room it needs.
  const ROWS = 6;

  /** 2027-02-21 -> 21-2-2027; nothing for no day. @param {string} text */
  const shownDay = (text) => (Gk.days.isDay(text) ? Gk.days.shown(text) : "");

  /**
   * A line of iCalendar: text escaped, folded at 75 octets.
   * @param {string} name @param {string} text
   */
  const icsLine = (name, text) => {
    const lines = [""];
    const escaped = text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
    for (const character of `${name}:${escaped}`) {
      if (new Blob([lines[0] + character]).size > 75) lines.unshift(" ");
      lines[0] += character;
    }
    return lines.reverse().join("\r\n");
  };

  /**
   * One event that lasts a day.
   * @param {{sleutel: string, wanneer: string, titel: string, signaal: string}} event
   */
  const icsEvent = ({ sleutel, wanneer, titel, signaal }) => [
    "BEGIN:VEVENT",
    `UID:${sleutel}@gereedschapskist`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${wanneer.replaceAll("-", "")}`,
    icsLine("SUMMARY", titel),
    icsLine("DESCRIPTION", signaal),
    "END:VEVENT",
  ];

  // In Markdown a list item is one line, and characters that mean something are escaped.
  const plain = (/** @type {string} */ text) =>
    text.replace(/\s+/g, " ").replace(/[\\\x60*_[\]<>#|]/g, "\\$&");

  class Agenda extends Paneel {
    key = "verbeteragenda";
    anchor = "actie";
    fileKinds = ["gk-agenda", "gk-reeks"];
    list = /** @type {HTMLElement} */ (this.querySelector("ol"));
    volgende = "";
    /** @type {Actie[]} */
    acties = [];

    load() {
      const { volgende } = this.read();
      this.volgende = Gk.days.isDay(volgende) ? volgende : "";
      this.acties = Gk.actions.stored();
      this.draw();
    }

    keep() {
      this.store();
      this.draw();
    }

    store() {
      this.save({ acties: this.acties, volgende: this.volgende });
    }

    /** The way from a gap leads here: #actie=<scan>.<onderdeel>.<band>. @param {string} address */
    openLink(address) {
      const [found] = Gk.links.find(address, this.anchor, (way) => Number(this.knows(way)));
      const [scan, onderdeel, band] = found?.split(".") ?? [];
      if (found) this.add({ scan, onderdeel, band });
    }

    /** @param {string} payload of a link */
    knows(payload) {
      const [scan, onderdeel, band, ...more] = payload.split(".");
      return BANDS.includes(band) && !more.length && Boolean(this.source({ scan, onderdeel }));
    }

    /** @param {Partial<Actie>} [known] */
    add(known) {
      const sleutel = Date.now().toString(36) + Math.random().toString(36).slice(2);
      this.acties.push({ ...Gk.actions.EMPTY, ...known, sleutel, op: Date.now() });
      this.keep();
      const row = this.list.lastElementChild;
      /** @type {HTMLElement} */ (row?.querySelector("[name=actie]")).focus();
    }

    /**
     * Where the page tells of a part of a meting.
     * @param {{scan: string, onderdeel: string}} actie
     */
    source({ scan, onderdeel }) {
      const name = `${CSS.escape(scan)}.${CSS.escape(onderdeel)}`;
      return document.querySelector(`[data-bron="${name}"]`);
    }

    /**
     * The question and the instruments of an action, and where they come from.
     * @param {Actie} actie
     */
    origin(actie) {
      const source = this.source(actie);
      if (!source) return {};
      const copy = (/** @type {string} */ selector) =>
        [...source.querySelector(selector)?.cloneNode(true).childNodes ?? []];
      return {
        bron: true,
        onderdeel: copy("dt"),
        meting: source.closest("details")?.querySelector("summary")?.textContent ?? "",
        vraag: copy("span"),
        tools: copy(`[data-band=${CSS.escape(actie.band || "midden")}]`),
      };
    }

    draw() {
      this.list.replaceChildren(...this.acties.map((actie, k) => {
        const row = this.clone("actie", this.origin(actie));
        row.dataset.sleutel = actie.sleutel;
        row.ariaLabel = `Actie ${k + 1}`;
        for (const name of FIELDS) {
          /** @type {HTMLInputElement} */ (row.querySelector(`[name=${name}]`)).value = actie[name];
        }
        return row;
      }));
      this.field("volgende").value = this.volgende;
      this.drawPaper();
    }

    /** The sheet holds the actions as text: what stands in a field prints badly. */
    drawPaper() {
      const { length } = this.acties;
      this.show({ leeg: !length, mee: length || this.volgende, veel: this.open().length > MANY });
      const rows = this.texts();
      while (rows.length < ROWS) rows.push(FIELDS.map(() => ""));
      const { el } = Gk.dom;
      const lines = rows.map((texts) => el("tr", {}, ...texts.map((text) => el("td", {}, text))));
      const sheet = document.querySelector(".blad--agenda");
      sheet?.classList.toggle("blad--lang", length > ROWS);
      sheet?.querySelector("tbody")?.replaceChildren(...lines);
      sheet?.querySelector("[data-deel=volgende-papier]")?.replaceChildren(shownDay(this.volgende));
    }

    open() {
      return this.acties.filter(Gk.actions.isOpen);
    }

    /** The actions as a reader says them. */
    texts() {
      return this.acties.map(({ actie, wie, wanneer, signaal }, k) => {
        const stand = this.list.children[k].querySelector("select")?.selectedOptions[0]?.text ?? "";
        return [actie, wie, shownDay(wanneer), signaal, stand];
      });
    }

    /** The action that a field or button belongs to. @param {HTMLElement} node */
    actionOf(node) {
      return this.acties.find(({ sleutel }) => sleutel === node.closest("li")?.dataset.sleutel);
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      const actie = this.actionOf(field);
      if (actie) Object.assign(actie, { [field.name]: field.value, op: Date.now() });
      else if (!field.files) this.volgende = field.value;
      this.store();
      this.drawPaper();
    }

    /** @param {Unknown} data @param {string} name */
    openFile({ acties, volgende }, name) {
      this.acties = Gk.actions.merge(this.acties, acties);
      if (Gk.days.isDay(volgende)) this.volgende = volgende;
      this.say(this.sentence("erbij", name));
      this.keep();
    }

    /** What takes a day in a calendar: open actions, and the next meting. */
    events() {
      const acties = this.open().map((actie) => ({ ...actie, titel: Gk.actions.title(actie) }));
      const volgende = {
        sleutel: "volgende-meting",
        wanneer: this.volgende,
        titel: this.sentence("meting"),
        signaal: this.sentence("loop"),
      };
      return [...acties, volgende].filter(({ wanneer }) => Gk.days.isDay(wanneer));
    }

    /** The agenda as Markdown. */
    markdown() {
      const lines = this.texts().map((texts, k) => {
        const [what, ...rest] = texts.map(plain);
        const done = this.acties[k].stand === "gedaan" ? "x" : " ";
        const facts = rest.map((text, i) => `${FIELDS[i + 1]}: ${text}`);
        return `- [${done}] ${what} (${facts.join("; ")})`;
      });
      const next = `Volgende meting: ${shownDay(this.volgende)}`;
      return ["# Verbeteragenda", "", ...lines, "", next, ""].join("\n");
    }

    actions = {
      nieuw: () => this.add(),
      weg: (/** @type {HTMLElement} */ button) => {
        const gone = this.actionOf(button);
        this.acties = this.acties.filter((actie) => actie !== gone);
        this.keep();
        this.piece("nieuw").focus();
      },
      maanden: (/** @type {HTMLElement} */ button) => {
        const day = new Date();
        const date = day.getDate();
        day.setMonth(day.getMonth() + Number(button.dataset.aantal));
        // 30 November + 3 months: last day of February.
        if (day.getDate() !== date) day.setDate(0);
        this.volgende = Gk.days.iso(Gk.days.ymd(day));
        this.say(this.sentence("volgende", shownDay(this.volgende)));
        this.keep();
      },
      print: () => print(),
      csv: () => Gk.csv.save("verbeteragenda", [FIELDS, ...this.texts()]),
      tekst: () => Gk.files.download("verbeteragenda.txt", this.markdown()),
      ics: () => {
        const events = this.events();
        if (!events.length) throw Error();
        const lines = [
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gereedschapskist//Verbeteragenda//NL",
          ...events.flatMap(icsEvent), "END:VCALENDAR", "",
        ];
        Gk.files.download("verbeteragenda.ics", lines.join("\r\n"), "text/calendar");
      },
      bestand: () => {
        const { acties, volgende } = this;
        Gk.files.saveJson("verbeteragenda", "gk-agenda", { acties, volgende });
      },
      wis: () => {
        Gk.store.remove(this.key);
        this.load();
      },
    };
  }

  customElements.define("gk-agenda", Agenda);
}
