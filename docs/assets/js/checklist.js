// @ts-check
// <gk-checklist>: ticks, states and notes that stay on this device, each under the id of its point.
{
  /** @typedef {{staat?: string, wie?: string, notitie?: string}} Punt */
  /** @typedef {Record<string, Punt>} Punten by id */

  /** @type {Record<string, string>} how a state stands in a link */
  const STATES = { ja: "", deels: "~d", nee: "~n", nvt: "~v" };
  const MARKS = Object.values(STATES);
  const FIELDS = ["staat", "wie", "notitie"];

  /**
   * What we know of a value from storage, a file or the fields.
   * @param {unknown} source @returns {Punt}
   */
  const toPunt = (source) => Object.fromEntries(FIELDS
    .map((name) => [name, /** @type {Unknown | null} */ (source)?.[name]])
    .filter(([name, text]) => text && typeof text === "string" &&
      (name !== "staat" || Object.hasOwn(STATES, text))));

  /** @param {unknown} source @returns {Punten} */
  const toPunten = (source) => Object.fromEntries(Object.entries(source ?? {})
    .map(([id, punt]) => /** @type {const} */ ([id, toPunt(punt)]))
    .filter(([, punt]) => size(punt)));

  const size = (/** @type {object} */ one) => Object.keys(one).length;

  /** Whether something in a value is not read. @param {unknown} punt */
  const isStrange = (punt) => typeof punt !== "object" || size(toPunt(punt)) <
    FIELDS.filter((name) => /** @type {Unknown | null} */ (punt)?.[name]).length;

  /** @param {Punten} punten @returns {string} nothing when no point has a state */
  const toLink = (punten) => Object.entries(punten)
    .map(([id, { staat }]) => (staat ? `.${id}${STATES[staat]}` : ""))
    .join("");

  /** @param {string} [rest] the points of a link @returns {Punten} */
  const fromLink = (rest = "") => Object.fromEntries(rest.split(".").map((piece) => {
    const id = piece.split("~")[0];
    return [id, { staat: Object.keys(STATES).find((staat) => id + STATES[staat] === piece) }];
  }));

  /** @param {(string | undefined)[]} texts */
  const join = (texts, separator = ", ") => texts.filter(Boolean).join(separator);
  const whoAndNote = (/** @type {Punt} */ { wie, notitie }) => join([wie, notitie], ": ");
  const word = (/** @type {string | undefined} */ staat) => staat?.replace("nvt", "n.v.t.");

  /**
   * A word of ours, and what the reader typed.
   * @param {string | undefined} ours @param {Punt} punt
   */
  const shown = (ours, punt) => {
    const own = whoAndNote(punt);
    return [ours, ours && own && ", ", own && Gk.dom.typed(own)].flatMap((part) => part || []);
  };

  /** A row of the sheet that is printed. @param {Element} row @param {Punt} punt */
  const fillRow = (row, { staat, wie, notitie }) => {
    /** @type {NodeListOf<HTMLElement>} */
    const boxes = row.querySelectorAll("[data-staat]");
    for (const box of boxes) box.textContent = box.dataset.staat === staat ? "X" : "";
    const nvt = staat === "nvt" ? word(staat) : "";
    row.children[1 + boxes.length].replaceChildren(...shown(nvt, { wie }));
    row.querySelector(".notitie")?.remove();
    if (!notitie) return;
    row.children[0].append(Gk.dom.el("small", { class: "notitie" }, Gk.dom.typed(notitie)));
  };

  /** One line of the list, with its own copy of the fields under 'meer'. */
  class Line {
    /** @param {HTMLElement} li @param {HTMLElement} example */
    constructor(li, example) {
      const copy = /** @type {HTMLElement} */ (example.cloneNode(true));
      const [extra, no, button, more] = /** @type {Iterable<HTMLElement>} */ (copy.children);
      const label = /** @type {HTMLElement} */ (li.querySelector("span"));
      this.id = li.dataset.punt ?? "";
      this.text = label.firstChild?.textContent?.trim() ?? "";
      this.box = /** @type {HTMLInputElement} */ (li.querySelector("input"));
      /** @type {HTMLInputElement[]} */
      this.fields = [...more.querySelectorAll(/** @type {"input"} */ ("[name]"))];
      this.extra = extra;
      label.append(extra);
      li.append(no, button, more);
      this.no = no;
      no.ariaLabel = `nee: ${this.text}`;
      no.onclick = () => {
        this.fields[0].value = this.fields[0].value === "nee" ? "" : "nee";
        this.fields[0].dispatchEvent(new Event("input", { bubbles: true }));
      };
      more.ariaLabel = this.text;
      button.ariaLabel = `meer: ${this.text}`;
      button.onclick = () => {
        more.hidden = !more.hidden;
        button.ariaExpanded = String(!more.hidden);
      };
    }

    /** @param {Punt} punt */
    show(punt) {
      this.box.checked = punt.staat === "ja";
      this.box.indeterminate = punt.staat === "deels";
      this.no.ariaPressed = String(punt.staat === "nee");
      const said = this.box.checked || punt.staat === "nee"; // by the box, or by the button
      this.extra.replaceChildren(...shown(said ? "" : word(punt.staat), punt));
      const texts = /** @type {Record<string, string>} */ (punt);
      for (const field of this.fields) field.value = texts[field.name] ?? "";
    }

    /** What the reader changed. @param {HTMLElement} field @returns {Punt} */
    read(field) {
      if (field === this.box) this.fields[0].value = this.box.checked ? "ja" : "";
      return Object.fromEntries(this.fields.map(({ name, value }) => [name, value]));
    }
  }

  class Checklist extends Paneel {
    anchor = "vinkjes";
    fileKinds = ["gk-gegevens"];
    lijst = this.dataset.lijst ?? "";
    key = `checklist.${this.lijst}`;
    lines = [...Paneel.all(this, "[data-punt]")].map((li) => new Line(li, this.templates.punt));
    /** @type {Punten} */
    punten = {};
    /** @type {Punten} of somebody else: not stored until the reader says so */
    kopie = {};
    /** @type {Punten} to put back */
    previous = {};

    /** @param {HTMLInputElement} field */
    typed(field) {
      const line = this.lines.find(({ box, fields }) => [box, ...fields].includes(field));
      if (line) this.change({ ...this.punten, [line.id]: line.read(field) });
    }

    load() {
      const punten = toPunten(this.read().punten);
      this.punten = this.sift(punten);
      if (size(punten) > size(this.punten)) this.keep();
      this.draw();
    }

    /**
     * The points of this list in its order; one that it does not know is named.
     * @param {Punten} punten
     */
    sift(punten) {
      const gone = Object.keys(punten).filter((id) => !this.lines.some((line) => line.id === id));
      const said = gone.map((id) =>
        this.sentence("vervallen", join([id.replaceAll("-", " "), whoAndNote(punten[id])])));
      if (gone.length) this.say(said.join(" "));
      return toPunten(Object.fromEntries(this.lines.map(({ id }) => [id, punten[id]])));
    }

    keep() {
      const stored = this.save({ punten: this.punten });
      if (stored && !size(this.punten)) Gk.store.remove(this.key);
    }

    /** Another list; 'Zet terug' brings back what stood there. @param {Punten} punten */
    swap(punten) {
      this.previous = this.punten;
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
      for (const line of this.lines) line.show(this.punten[line.id] ?? {});
      const bar = /** @type {HTMLProgressElement} */ (this.piece("stand").firstElementChild);
      const [done, total] = this.count(this.punten);
      [bar.max, bar.value] = [total || 1, done];
      Paneel.announce(this.listIn("stand"), `${done} van ${total}`);
      const acties = this.refused().length;
      const [herstel, gevuld] = [this.previous, this.punten].map(size);
      this.show({ herstel, gevuld, wis: true, zeker: false, acties });
      this.fillSheet(this.punten);
    }

    /** Done, of how many; n.v.t. does not count. @param {Punten} punten */
    count(punten) {
      const times = (/** @type {string} */ staat) =>
        Object.values(punten).filter((punt) => punt.staat === staat).length;
      return [times("ja"), this.lines.length - times("nvt")];
    }

    /** The lines that are answered with nee. */
    refused() {
      return this.lines.filter(({ id }) => this.punten[id]?.staat === "nee");
    }

    /** It ends with the text of its point. @param {Line} line */
    actionOf({ id, text }) {
      const { notitie, wie = "" } = this.punten[id];
      const actie = notitie ? this.sentence("zodat", notitie, text) : this.sentence("klopt", text);
      return Gk.actions.make({ actie: Paneel.plain(actie), wie, bron: this.sentence("bron") });
    }

    /** Each nee as an action, unless it is one that is still open. */
    toAgenda() {
      const open = Gk.actions.stored().filter(Gk.actions.isOpen);
      const more = this.refused().filter(({ text }) =>
        !open.some(({ actie }) => actie.replace(/\)$/, "").endsWith(text)));
      if (!more.length) throw Error();
      const stored = Gk.actions.add(more.map((line) => this.actionOf(line)));
      if (!stored) this.fail(this.sentence("vol"));
      else this.say(this.sentence("acties", more.length));
    }

    /** The sheet that is printed. @param {Punten} punten */
    fillSheet(punten) {
      const rows = document.querySelectorAll(`[data-blad="${this.lijst}"] tbody tr`);
      rows.forEach((row, number) => fillRow(row, punten[this.lines[number].id] ?? {}));
    }

    /** #vinkjes=<list>.<point>.<point>~<state>… @param {string} address */
    openLink(address) {
      const [found = ""] = Gk.links.find(address, this.anchor, (way) => this.worth(way));
      const [lijst, ...rest] = found.split(".");
      if (rest.length && lijst !== this.lijst) this.fail(this.sentence("ander"));
      else this.showCopy(rest.length ? fromLink(rest.join(".")) : {}, "compleet");
    }

    /**
     * How well a way to read a link fits this list: by the points that it knows. A point may have
     * lapsed, and another list has other points.
     * @param {string} payload of a link
     */
    worth(payload) {
      const [lijst, ...rest] = payload.split(".");
      const known = rest.filter((piece) => {
        const id = piece.split("~")[0];
        return this.lines.some((line) => line.id === id) && MARKS.includes(piece.slice(id.length));
      }).length;
      return (lijst === this.lijst ? 1 : 0.1) + known / (1 + rest.length - known);
    }

    /** @param {Unknown} data @param {string} name */
    openFile({ gegevens }, name) {
      const stored = /** @type {Record<string, Unknown | null>} */ (gegevens)[this.key];
      if (Number(stored?.opslag) > 1) return this.fail(this.sentence("later", name));
      const punten = toPunten(stored?.punten);
      this.showCopy(punten, "niets");
      const all = Object.values(Object(stored?.punten));
      const wrong = all.filter(isStrange).length;
      if (size(punten) && wrong) this.fail(this.sentence("onleesbaar", name, wrong, all.length));
    }

    /**
     * Show a copy above the own list.
     * @param {Punten} punten @param {string} otherwise said when nothing is in it
     */
    showCopy(punten, otherwise) {
      this.say();
      this.kopie = this.sift(punten);
      const filled = this.lines.filter(({ id }) => this.kopie[id]);
      if (!filled.length) return this.fail(this.sentence(otherwise));
      this.piece("telling").textContent = this.count(this.kopie).join(" van ");
      this.piece("punten").replaceChildren(...filled.map(({ id, text }) => {
        const punt = this.kopie[id];
        const state = Gk.dom.el("b", {}, ...shown(word(punt.staat), punt));
        return Gk.dom.el("li", {}, `${text} `, state);
      }));
      this.show({ kopie: true });
      this.piece("kopie").focus();
    }

    hideCopy() {
      this.show({ kopie: false });
      this.lines[0].box.focus();
    }

    actions = {
      mijn: () => this.hideCopy(),
      neem: () => {
        this.swap(this.kopie);
        this.hideCopy();
      },
      wis: () => {
        if (!size(this.punten)) return this.say(this.sentence("leeg"));
        this.show({ wis: false, zeker: true });
        this.piece("zeker").focus();
      },
      zeker: () => {
        this.swap({});
        this.piece("wis").focus();
      },
      herstel: () => {
        this.swap(this.previous);
        this.piece("wis").focus();
      },
      deel: () => {
        const link = toLink(this.punten);
        this.show({ toon: link });
        if (!link) throw Error();
        return this.copy(`${Gk.address()}#vinkjes=${this.lijst}${link}`);
      },
      actie: () => this.toAgenda(),
      bewaar: () => {
        const gegevens = { [this.key]: { opslag: 1, punten: this.punten } };
        Gk.files.saveJson(this.lijst, "gk-gegevens", { gegevens });
      },
      haal: () => this.piece("bestanden").click(),
      leeg: () => {
        this.fillSheet({});
        this.afterPrint(() => this.fillSheet(this.punten));
        print();
      },
    };
  }

  customElements.define("gk-checklist", Checklist);
}
