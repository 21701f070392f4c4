// @ts-check
// <gk-agenda>: the actions that come out of metingen, checklists and meetings, with owner, date and
// signal, and the day on which they are looked at again.
{
  /** @type {("actie" | "wie" | "wanneer" | "signaal" | "stand")[]} */
  const FIELDS = ["actie", "wie", "wanneer", "signaal", "stand"];
  const BANDS = ["laag", "midden", "hoog"];
  const OURS = ["wanneer", "stand"]; // in our words; the rest was typed
  const MANY = 3;
  // On the sheet; above this it takes the room it needs.
  const ROWS = 6;
  const FOLDER = location.protocol === "file:";

  const SECOND = 1000;
  /** @type {Afspraak} */
  const NONE = { sleutel: "", dag: "", op: 0 };

  /** What was stored or opened of the event of the next time. @param {unknown} value */
  const soundAppointment = (value) => {
    const { sleutel, dag, op } = /** @type {Unknown} */ (value ?? {});
    const sound = /^[\w-]{8,80}$/.test(String(sleutel)) && Gk.days.isDay(dag) &&
      Number.isFinite(op);
    return sound ? /** @type {Afspraak} */ ({ sleutel, dag, op }) : NONE;
  };

  /** 2027-02-21 -> 21-2-2027; nothing for no day. @param {string} text */
  const shownDay = (text) => (Gk.days.isDay(text) ? Gk.days.shown(text) : "");

  // In Markdown a list item is one line, and characters that mean something are escaped.
  const plain = (/** @type {string} */ text) =>
    Gk.dom.isolate(text.replace(/\s+/g, " ").replace(/[\\\x60*_[\]<>#|]/g, "\\$&"));

  class Agenda extends Paneel {
    key = "verbeteragenda";
    anchor = "actie";
    fileKinds = ["gk-agenda", "gk-reeks"];
    list = /** @type {HTMLElement} */ (this.querySelector("ol"));
    volgende = "";
    afspraak = NONE;
    /** @type {Actie[]} */
    acties = [];
    /** @type {Set<string>} actions that a calendar got since their last change */
    taken = new Set();
    /** @type {{at: number, actie: Actie} | null} to put back */
    gone = null;

    load() {
      const { volgende, afspraak } = this.read();
      this.afspraak = soundAppointment(afspraak);
      this.volgende = Gk.days.isDay(volgende) ? volgende : "";
      this.acties = Gk.actions.stored();
      this.draw();
    }

    /** Of each action the last change. */
    takeIn() {
      this.acties = Gk.actions.merge(this.acties, Gk.actions.stored());
      this.draw();
    }

    keep() {
      this.store();
      this.draw();
    }

    store() {
      const { acties, volgende, afspraak } = this;
      this.save({ acties, volgende, afspraak });
    }

    /** The way from a gap leads here: #actie=<scan>.<onderdeel>.<band>. @param {string} address */
    openLink(address) {
      const [found] = Gk.links.find(address, this.anchor, (way) => Number(this.knows(way)));
      const [scan, onderdeel, band] = found?.split(".") ?? [];
      this.say("", found ? "" : this.sentence("compleet"));
      if (found) this.add({ scan, onderdeel, band });
    }

    /** @param {string} payload of a link */
    knows(payload) {
      const [scan, onderdeel, band, ...more] = payload.split(".");
      return BANDS.includes(band) && !more.length && Boolean(this.source({ scan, onderdeel }));
    }

    /**
     * Another action. Who asks twice for one of the same part goes to the one that waits.
     * @param {Partial<Actie>} [known]
     */
    add(known) {
      const waits = (/** @type {Actie} */ { actie, scan, onderdeel, band }) =>
        !actie && scan === known?.scan && onderdeel === known.onderdeel && band === known.band;
      const found = this.acties.findIndex(waits);
      const at = found < 0 ? this.acties.length : found;
      this.acties[at] ??=
        { ...Gk.actions.EMPTY, ...known, sleutel: Gk.keys.make(), op: Date.now() };
      this.keep();
      /** @type {HTMLElement} */ (this.list.children[at].querySelector("[name=actie]")).focus();
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
      if (!source) return { uit: actie.bron && [Gk.dom.typed(actie.bron)] };
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
      const some = length || this.volgende;
      const many = this.open().length > MANY;
      this.show({ leeg: !length, mee: some, csvhulp: some, herstel: this.gone, veel: many });
      const rows = this.texts();
      while (rows.length < ROWS) rows.push(FIELDS.map(() => ""));
      const { el, typed } = Gk.dom;
      const cell = (/** @type {string} */ text, /** @type {number} */ k) =>
        el("td", {}, OURS.includes(FIELDS[k]) ? text : typed(text));
      const lines = rows.map((texts) => el("tr", {}, ...texts.map(cell)));
      const sheet = document.querySelector(".blad--agenda");
      sheet?.classList.toggle("blad--lang", length > ROWS);
      sheet?.querySelector("tbody")?.replaceChildren(...lines);
      sheet?.querySelector("[data-deel=volgende-papier]")?.replaceChildren(shownDay(this.volgende));
    }

    open() {
      return this.acties.filter(Gk.actions.isOpen);
    }

    /** The actions as a reader says them, with days as given. */
    texts(dayOf = shownDay) {
      return this.acties.map(({ actie, wie, wanneer, signaal }, k) => {
        const stand = this.list.children[k].querySelector("select")?.selectedOptions[0]?.text ?? "";
        return [actie, wie, dayOf(wanneer), signaal, stand];
      });
    }

    /** The action that a field or button belongs to. @param {HTMLElement} node */
    actionOf(node) {
      return this.acties.find(({ sleutel }) => sleutel === node.closest("li")?.dataset.sleutel);
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      const actie = this.actionOf(field);
      if (actie) this.change(actie, { [field.name]: field.value });
      else if (!field.files) {
        this.volgende = field.value;
        this.say(); // what was said is over
      }
      this.store();
      this.drawPaper();
    }

    /**
     * A change is newer than the last, also when the clock went back, and a whole second newer than
     * what a calendar got.
     * @param {Actie} actie @param {Partial<Actie>} values
     */
    change(actie, values) {
      const step = this.taken.delete(actie.sleutel) ? SECOND : 1;
      Object.assign(actie, values, { op: Math.max(Date.now(), actie.op + step) });
    }

    /** @param {Unknown} data @param {string} name */
    openFile({ acties, volgende, afspraak }, name) {
      const { all, wrong } = Gk.actions.unread(acties);
      this.acties = Gk.actions.merge(this.acties, acties);
      if (Gk.days.isDay(volgende)) {
        const theirs = soundAppointment(afspraak);
        if (theirs.sleutel || volgende !== this.volgende) this.afspraak = theirs;
        this.volgende = volgende;
      }
      this.say(
        all > wrong || !wrong ? this.sentence("erbij", name) : "",
        wrong ? this.sentence("onleesbaar", name, wrong, all) : "",
      );
      this.keep();
    }

    /**
     * The next time as an event: the same one when its day changes, another one once it is over.
     * Also kept in a file, so that who opens it has the same event.
     */
    appointment() {
      const { volgende, afspraak: { sleutel, dag, op } } = this;
      if (!Gk.days.isDay(volgende) || (sleutel && volgende === dag)) return this.afspraak;
      const key = dag < Gk.days.today() ? Gk.keys.make() : sleutel;
      this.afspraak = { sleutel: key, dag: volgende, op: Math.max(Date.now(), op + SECOND) };
      this.store();
      return this.afspraak;
    }

    /** What takes a day in a calendar: open actions, and the next time. */
    events() {
      const acties = this.open().map((actie) => ({
        key: actie.sleutel,
        changed: actie.op,
        day: actie.wanneer,
        title: Gk.actions.title(actie),
        text: actie.signaal,
      }));
      const { sleutel, op } = this.appointment();
      const [title, text] = [this.sentence("nalopen"), this.sentence("loop")];
      const volgende = { key: sleutel, changed: op, day: this.volgende, title, text };
      const url = FOLDER ? "" : location.href.split(/[?#]/)[0];
      const back = url && Paneel.plain(this.sentence("terug", url));
      return [...acties, volgende]
        .filter(({ day }) => Gk.days.isDay(day))
        .map((event) => ({ ...event, url, text: [event.text, back].filter(Boolean).join("\n") }));
    }

    /** @param {boolean} [abroad] for other programs than Dutch Excel */
    saveTable(abroad) {
      const rows = this.texts((day) => (Gk.days.isDay(day) ? day : ""));
      Gk.csv.save("verbeteragenda", [FIELDS, ...rows], abroad);
    }

    /** The agenda as Markdown. */
    markdown() {
      const lines = this.texts().map((texts, k) => {
        const [what, ...rest] = texts.map(plain);
        const done = this.acties[k].stand === "gedaan" ? "x" : " ";
        const facts = rest.map((text, i) => `${FIELDS[i + 1]}: ${text}`);
        return `- [${done}] ${what} (${facts.join("; ")})`;
      });
      const next = `Volgende keer: ${shownDay(this.volgende)}`;
      return ["# Verbeteragenda", "", ...lines, "", next, ""].join("\n");
    }

    actions = {
      nieuw: () => this.add(),
      weg: (/** @type {HTMLElement} */ button) => {
        const actie = this.actionOf(button);
        if (!actie) return;
        const at = this.acties.indexOf(actie);
        this.acties.splice(at, 1);
        this.gone = { at, actie };
        this.keep();
        this.piece("herstel").focus();
      },
      herstel: () => {
        if (!this.gone) return;
        const { at, actie } = this.gone;
        this.gone = null;
        // Another page may have put it back too.
        this.acties = this.acties.filter(({ sleutel }) => sleutel !== actie.sleutel);
        this.acties.splice(at, 0, actie);
        this.keep();
        this.list.children[this.acties.indexOf(actie)].querySelector("textarea")?.focus();
      },
      maanden: (/** @type {HTMLElement} */ button) => {
        const day = Gk.days.today();
        if (Gk.days.isDoubtful(day, String(this.dataset.uitgave))) {
          this.fail(this.sentence("klok", Gk.days.shown(day)));
          this.field("volgende").focus();
          return;
        }
        this.volgende = Gk.days.plusMonths(day, Number(button.dataset.aantal));
        this.say(this.sentence("volgende", shownDay(this.volgende)));
        this.keep();
      },
      print: () => print(),
      csv: () => this.saveTable(),
      csvAnders: () => this.saveTable(true),
      tekst: () => Gk.files.download("verbeteragenda.txt", this.markdown()),
      ics: () => {
        const events = this.events();
        if (!events.length) throw Error();
        for (const { key } of events) this.taken.add(key);
        const text = Gk.ics.calendar(`${this.dataset.naam}//Verbeteragenda`, events);
        Gk.files.download("verbeteragenda.ics", text, "text/calendar");
      },
      bestand: () => {
        const { acties, volgende } = this;
        const afspraak = this.appointment();
        Gk.files.saveJson("verbeteragenda", "gk-agenda", { acties, volgende, afspraak });
      },
      wis: () => {
        Gk.store.remove(this.key);
        this.gone = null;
        this.load();
      },
    };
  }

  customElements.define("gk-agenda", Agenda);
}
