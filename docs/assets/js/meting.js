// @ts-check
// <gk-meting>: remembers the answers of one meting, adds up, compares with partners and with earlier rounds.
// The questions and all advice are in the page; without this file they can still be read, filled in and printed.
{
  const Gk = /** @type {any} */ (globalThis).Gk;
  const { el, svg, download, ymd, dag, codec, rekenen, radar } = Gk;
  const { score, together, spread, unknown, getal, verandering } = rekenen;
  const MAX_DEELNEMERS = 12;
  const MAX_LIJNEN = 4; // above this: own line, mean and a band
  const MAX_RONDES = 12;
  const MAX_QR = 900; // signs; a finer code does not print well
  /** @type {Record<string, Promise<any>>} */
  const loaded = {};

  /** @typedef {{naam: string, antwoorden: number[], code?: string, scores: (number | null)[]}} Persoon */
  /** @typedef {{datum: string, codes: string[], eigen?: string}} Ronde eigen: the own code, since most give no name */

  class Meting extends Gk.Paneel {
    /** @param {HTMLElement} panel */
    constructor(panel) {
      super(panel);
      const { id, aantallen, adres, agenda, qr, meenemen, ...limits } = panel.dataset;
      Object.assign(this, { id, agenda, qr, meenemen });
      this.sleutel = `scan.${id}`;
      this.aantallen = (aantallen ?? "").split(",").map(Number);
      this.grens = Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, Number(value)]));
      this.file = location.protocol === "file:";
      this.adres = this.file ? adres : location.href.split(/[?#]/)[0];
      this.onderdelen = [...document.querySelectorAll(".stellingen")].map((deel) => ({
        id: /** @type {HTMLElement} */ (deel).dataset.onderdeel,
        titel: /** @type {HTMLElement} */ (deel).dataset.titel ?? "",
        plekken: [...deel.querySelectorAll("fieldset")].map((vraag) => Number(vraag.querySelector("input")?.name.slice(1))),
      }));
      this.plekken = this.onderdelen.flatMap((deel) => deel.plekken);
      this.stand = document.querySelector(".voortgang [role=status]");
      this.load();
      this.listen();
      this.draw();
      panel.hidden = false;
      this.readHash();
      for (const bar of document.querySelectorAll(".voortgang, .toetsen")) /** @type {HTMLElement} */ (bar).hidden = false;
    }

    listen() {
      document.addEventListener("change", ({ target }) => this.change(/** @type {HTMLInputElement} */ (target)));
      document.addEventListener("keydown", (event) => this.typeAnswer(event));
      this.deel("naam").addEventListener("input", () => this.keep());
      this.deel("erbij").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && this.doe.erbij());
      addEventListener("hashchange", () => this.readHash());
      addEventListener("storage", ({ key }) => {
        if (key !== `gk.${this.sleutel}`) return;
        this.load();
        this.draw();
      });
    }

    // ---------- what is remembered ----------

    load() {
      if (Gk.nieuwer(this.sleutel)) this.fail(Gk.nietBewaard(this.sleutel));
      const saved = Gk.lees(this.sleutel) ?? {};
      const list = (/** @type {any} */ value) => (Array.isArray(value) ? value : []);
      const sound = (/** @type {any} */ codes) => list(codes).filter((code) => this.read(code));
      this.mijn = Array.from({ length: this.aantallen.at(-1) ?? 0 }, (_, i) => {
        const answer = saved.mijn?.[i];
        return Number.isInteger(answer) && answer >= 0 && answer <= codec.WEET_NIET ? answer : 0;
      });
      this.datum = /^\d{8}$/.test(saved.datum) ? saved.datum : ymd();
      this.begeleid = saved.begeleid === true;
      /** @type {string[]} */
      this.partners = sound(saved.partners);
      /** @type {Ronde[]} */
      this.rondes = [];
      for (const ronde of list(saved.rondes)) this.addRound(sound(ronde?.codes), ronde?.eigen);
      /** @type {string[][]} rounds that came in and may not be seen yet */
      this.dicht = list(saved.dicht).map(sound).filter((codes) => codes.length);
      this.deel("naam").value = codec.naamVan(String(saved.naam ?? this.deel("naam").value));
      this.deel("onthoud").checked = "naam" in saved;
      for (const plek of this.plekken) {
        for (const radio of this.radios(plek)) radio.checked = Number(radio.value) === this.mijn[plek - 1];
      }
    }

    keep() {
      const naam = this.deel("onthoud").checked ? { naam: this.naam } : {};
      this.unseal();
      const { mijn, datum, begeleid, partners, rondes, dicht } = this;
      if (!Gk.bewaar(this.sleutel, { mijn, datum, begeleid, partners, rondes, dicht, ...naam })) this.fail(Gk.nietBewaard(this.sleutel));
      this.draw();
    }

    /** @param {number} plek @returns {NodeListOf<HTMLInputElement>} */
    radios(plek) {
      return document.querySelectorAll(`[name=v${plek}]`);
    }

    get naam() {
      return codec.naamVan(this.deel("naam").value);
    }

    get beantwoord() {
      return this.plekken.filter((plek) => this.mijn[plek - 1]).length;
    }

    get compleet() {
      return this.beantwoord === this.plekken.length;
    }

    get verzegeld() {
      return this.partners.length + this.dicht.length > 0 && !this.compleet && !this.begeleid;
    }

    /** What came in joins the earlier rounds once it may be seen. */
    unseal() {
      if (this.verzegeld) return;
      for (const codes of this.dicht) this.addRound(codes);
      this.dicht = [];
    }

    /** Own result as a code. @param {number[]} [groups] */
    code(groups) {
      const { id, aantallen, datum, naam } = this;
      return codec.encode({ scan: id, versie: aantallen.length, datum, naam, antwoorden: this.mijn }, groups);
    }

    /** What a code says, or null when it is not sound. @param {any} code */
    read(code) {
      try {
        return codec.decode(String(code), this);
      } catch {
        return null;
      }
    }

    // ---------- answering ----------

    /** @param {HTMLInputElement} input */
    change(input) {
      if (input === this.deel("bestanden")) this.readFiles(input);
      else if (input === this.deel("onthoud")) this.keep();
      else if (input.closest(".stellingen")) this.takeAnswers();
    }

    takeAnswers() {
      this.say(); // old news
      for (const plek of this.plekken) this.mijn[plek - 1] = Number([...this.radios(plek)].find((radio) => radio.checked)?.value ?? 0);
      this.datum = ymd();
      this.keep();
    }

    /** Quick entry, also of a paper form: a digit answers and goes on. @param {KeyboardEvent} event */
    typeAnswer(event) {
      const radio = /** @type {HTMLInputElement} */ (event.target);
      const key = event.key === "?" ? "6" : event.key;
      if (!/^[0-6]$/.test(key) || event.ctrlKey || event.metaKey || event.altKey || !radio.closest?.(".stelling")) return;
      event.preventDefault();
      const plek = Number(radio.name.slice(1));
      for (const choice of this.radios(plek)) choice.checked = choice.value === key;
      this.takeAnswers();
      const next = [...this.radios(this.plekken[this.plekken.indexOf(plek) + 1] ?? plek)];
      (next.find((choice) => choice.checked) ?? next[0]).focus();
    }

    // ---------- partners ----------

    readHash() {
      if (!location.hash.startsWith("#scan=")) return;
      const text = location.hash;
      history.replaceState(history.state, "", location.pathname + location.search);
      this.add(text);
      if (!this.verzegeld) this.panel.scrollIntoView();
    }

    /** Take in links or codes. @param {string} text */
    add(text) {
      return this.take(() => codec.split(text));
    }

    /** All rounds that are given, this one last, or nothing; true when they were sound. @param {() => string[][]} give */
    take(give) {
      const { partners, dicht } = this;
      try {
        const rounds = give().map((codes) => codes.map((code) => codec.decode(String(code), this)));
        const said = new Set(rounds.pop()?.map((uitslag) => this.addPartner(uitslag)));
        this.dicht = [...this.dicht, ...rounds.filter((round) => round.length).map((round) => round.map(({ code }) => code))];
        this.say([...said].join(" ").replaceAll(". Erbij:", ","));
        this.keep();
        return true;
      } catch (error) {
        Object.assign(this, { partners, dicht });
        this.fail(/** @type {Error} */ (error).message);
        return false;
      }
    }

    /** @param {any} uitslag @returns {string} what to tell the reader */
    addPartner({ naam, datum, antwoorden, code }) {
      const sameAnswers = antwoorden.join() === this.mijn.join();
      if (sameAnswers && datum === this.datum && (!naam || !this.naam || naam === this.naam)) return "Dit is je eigen uitslag.";
      if (this.partners.includes(code)) return "Deze uitslag is er al. Is het iemand anders? Vraag om een code met een naam.";
      const old = naam && this.partners.find((other) => this.read(other)?.naam === naam);
      if (!old && this.partners.length + Math.min(this.beantwoord, 1) >= MAX_DEELNEMERS) throw Error("Meer dan twaalf deelnemers past niet.");
      let newest = code;
      if (old) {
        const then = this.read(old)?.datum;
        if (then === datum) {
          if (!confirm(`Van ${naam} is er al een uitslag van ${dag(datum)}, met andere antwoorden. De nieuwe gebruiken?`)) return "";
        } else {
          newest = then > datum ? old : code; // the same name on another day: an earlier round
          this.dicht = [...this.dicht, [then > datum ? code : old]];
        }
      }
      this.partners = [...this.partners.filter((other) => other !== old), newest].sort(); // the order of arrival does not matter
      return this.verzegeld ? "" : `Erbij: ${naam || "een partner zonder naam"}.`;
    }

    /** @param {string[]} codes @param {string} [eigen] */
    addRound(codes, eigen) {
      if (!codes.length) return;
      const datum = codes.map((code) => this.read(code)?.datum).sort().at(-1) ?? "";
      const same = this.rondes.find((ronde) => ronde.datum === datum);
      const all = [...new Set([...(same?.codes ?? []), ...codes])].sort();
      this.rondes = [...this.rondes.filter((ronde) => ronde !== same), { datum, codes: all, eigen: eigen ?? same?.eigen }]
        .sort((a, b) => Number(a.datum) - Number(b.datum))
        .slice(-MAX_RONDES);
    }

    /** @param {HTMLInputElement} input */
    async readFiles(input) {
      const wrong = [];
      for (const file of input.files ?? []) {
        this.say();
        await this.readFile(file).catch(() => this.fail(`${file.name} is geen bestand van deze meting.`));
        wrong.push(this.deel("fout").textContent);
      }
      this.deel("fout").textContent = wrong.join(" ").trim(); // a good file does not hide what was wrong with another
      input.value = "";
    }

    /** @param {File} file */
    async readFile(file) {
      const data = JSON.parse(file.size < 2e5 ? await file.text() : "");
      if (data.scan !== this.id || !["gk-scan", "gk-reeks"].includes(data.soort) || !Array.isArray(data.codes)) throw Error();
      const earlier = (data.rondes ?? []).map((/** @type {any} */ { codes }) => codes.filter((/** @type {any} */ code) => this.read(code)));
      this.take(() => [...earlier, data.codes]);
      if (data.acties && !Gk.addActies(data.acties)) this.fail(Gk.nietBewaard("verbeteragenda"));
    }

    // ---------- the result ----------

    /** Everyone whose answers may be seen now. @returns {Persoon[]} */
    personen() {
      const mine = this.beantwoord ? [{ naam: this.naam || "Ik", antwoorden: this.mijn }] : [];
      const others = this.verzegeld ? [] : this.partners.map((code) => this.read(code));
      return [...mine, ...this.named(others)].map((persoon) => ({ ...persoon, scores: this.scores(persoon.antwoorden) }));
    }

    /** @param {any[]} uitslagen */
    named(uitslagen) {
      let nameless = 0;
      return uitslagen.map((uitslag) => ({ ...uitslag, naam: uitslag.naam || `Partner ${++nameless}` }));
    }

    /** @param {number[]} antwoorden @param {number} [tot] only places up to here */
    scores(antwoorden, tot = Infinity) {
      return this.onderdelen.map(({ plekken }) => score(antwoorden, plekken.filter((plek) => plek <= tot)));
    }

    /** The mean of the group per part. @param {{antwoorden: number[]}[]} personen @param {number} [tot] */
    means(personen, tot) {
      const all = personen.map(({ antwoorden }) => this.scores(antwoorden, tot));
      return this.onderdelen.map((_, i) => together(all.map((scores) => scores[i])));
    }

    /** @param {number} value */
    band(value) {
      return value < this.grens.laag ? "laag" : value > this.grens.hoog ? "hoog" : "midden";
    }

    /** A piece of advice as the page has it. @param {number} i number of the part @param {string} band @returns {Node[]} */
    advies(i, band) {
      const text = document.querySelector(`.advies[data-onderdeel="${this.onderdelen[i].id}"] [data-band=${band}] dd`);
      return text ? [...text.cloneNode(true).childNodes] : [];
    }

    /** The way from a part to an action. @param {number} i @param {number | null} value */
    actie(i, value) {
      const band = value === null ? "midden" : this.band(value);
      const href = `${this.agenda}${this.file ? "index.html" : ""}#actie=${this.id}.${this.onderdelen[i].id}.${band}`;
      const text = "Maak er een actie van";
      return el("a", { href, class: "actielink", "aria-label": `${text}: ${this.onderdelen[i].titel}` }, text);
    }

    draw() {
      const { beantwoord, compleet, verzegeld } = this;
      const personen = this.personen();
      const means = this.means(personen);
      this.deel("wacht").hidden = personen.length > 0 || verzegeld;
      this.deel("verzegeld").hidden = !verzegeld;
      const closed = new Set([...this.partners, ...this.dicht.flat()]).size;
      this.deel("aantal").textContent = closed === 1 ? "Er ligt 1 uitslag" : `Er liggen ${closed} uitslagen`;
      const klaar = verzegeld ? `. ${this.deel("verzegeld").firstElementChild.textContent}` : "";
      this.stand?.replaceChildren(`${beantwoord} van ${this.plekken.length} beantwoord${klaar}`);
      this.deel("delen").hidden = !beantwoord;
      this.deel("later").hidden = !beantwoord && !closed && !this.rondes.length;
      this.panel.querySelector("[data-doe=vergelijking]")?.toggleAttribute("hidden", personen.length < 2);
      this.deel("beeld").hidden = !personen.length;
      this.drawPartners();
      this.drawDifferences(personen, means);
      this.deel("figuur").replaceChildren(...this.figure(personen, means));
      this.deel("tabel").replaceChildren(this.table(personen, means));
      this.drawAdvice(personen, means);
      this.drawTrend(personen);
      this.panel.classList.toggle("uitslag--compleet", compleet);
    }

    drawPartners() {
      const lines = this.verzegeld ? [] : this.named(this.partners.map((code) => this.read(code)));
      this.deel("partners").hidden = !lines.length;
      this.deel("partners").replaceChildren(
        ...lines.map(({ naam, datum, code }) =>
          el("li", {}, el("bdi", {}, naam), ` (${dag(datum)}) `, el("button", { type: "button", "data-doe": "weg", "data-code": code, class: "tekstknop", "aria-label": `Haal ${naam} weg` }, "Haal weg")),
        ),
      );
    }

    /** @param {Persoon[]} personen @param {(number | null)[]} means */
    drawDifferences(personen, means) {
      this.deel("verschillen").hidden = personen.length < 2;
      if (personen.length < 2) return;
      this.deel("met-twee").hidden = personen.length > 2;
      this.deel("met-meer").hidden = personen.length < 3;
      this.deel("verschillen").querySelector("ol").replaceChildren(
        ...this.differences(personen).map(({ i, value, text }, k) =>
          el(
            "li",
            {},
            el("b", {}, this.onderdelen[i].titel),
            `: verschil ${getal(value)} (${text}) `,
            ...(!k && value >= this.grens.verschil ? [el("strong", { class: "alarm" }, "bespreek dit eerst")] : []),
            el("p", { class: "kijkvraag" }, ...this.advies(i, "verschil")),
            ...this.widest(i, personen).map((text) => el("p", { class: "uiteen" }, text)),
            this.actie(i, means[i]),
          ),
        ),
      );
    }

    /** Parts with a difference, the widest first. @param {Persoon[]} personen */
    differences(personen) {
      return this.onderdelen
        .map((_, i) => {
          const scores = personen.map((persoon) => persoon.scores[i]).filter((score) => score !== null).sort((a, b) => a - b);
          const ends = [scores[0] ?? null, scores.at(-1) ?? null].map(getal);
          return { i, value: spread(scores), text: ends.join(scores.length > 2 ? " tot " : " en ") };
        })
        .filter(({ value }) => value !== null)
        .sort((a, b) => b.value - a.value);
    }

    /** The statements of a part on which people differ most. @param {number} i @param {Persoon[]} personen */
    widest(i, personen) {
      const found = this.onderdelen[i].plekken.map((plek) => {
        const answers = personen.map(({ antwoorden }) => antwoorden[plek - 1]).filter((a) => a >= 1 && a <= 5);
        return { plek, low: Math.min(...answers), high: Math.max(...answers) };
      });
      return found
        .filter(({ low, high }) => high - low >= 2)
        .sort((a, b) => b.high - b.low - (a.high - a.low))
        .slice(0, 2)
        .map(({ plek, low, high }) => `Ver uiteen, van ${low} tot ${high}: ${this.stelling(plek)}`);
    }

    /** @param {number} plek */
    stelling(plek) {
      return this.radios(plek)[0].closest("fieldset")?.querySelector("legend")?.textContent;
    }

    /** The picture and its legend. @param {Persoon[]} personen @param {(number | null)[]} means @returns {Node[]} */
    figure(personen, means) {
      if (!personen.length) return [];
      const many = personen.length > MAX_LIJNEN;
      const group = { naam: "Gemiddeld", scores: means };
      const lines = many ? [...(this.beantwoord ? [personen[0]] : []), group] : personen;
      const titels = this.onderdelen.map(({ titel }) => titel);
      const picture = radar.draw(titels, lines, many ? personen : [], `Radar van ${lines.map(({ naam }) => naam).join(", ")}. De cijfers staan in de tabel.`);
      const legend = lines.map(({ naam }, k) => el("li", {}, radar.sign(k), " ", el("bdi", {}, naam)));
      if (many) legend.push(el("li", {}, "Vlak: van laagste tot hoogste"));
      return [picture, el("ul", { class: "legenda" }, ...legend)];
    }

    /** @param {Persoon[]} personen @param {(number | null)[]} means */
    table(personen, means) {
      const more = personen.length > 1;
      const last = this.vorige();
      const deltas = [...personen.map((persoon) => this.since([persoon], this.eerder(persoon))), last.length === personen.length ? this.since(personen, last) : []];
      const heads = ["Onderdeel", ...personen.map(({ naam }) => naam), ...(more ? ["Gemiddeld", "Verschil"] : [])];
      const rows = this.onderdelen.map(({ titel }, i) => {
        const scores = personen.map((persoon) => persoon.scores[i]);
        const cells = [...scores, ...(more ? [means[i], spread(scores)] : [])].map((value, k) => {
          const delta = deltas[k]?.[i] ?? null;
          return getal(value) + (delta === null ? "" : ` (${verandering(delta)})`);
        });
        return [`${i + 1} ${titel}`, ...cells];
      });
      const change = deltas.flat().some((delta) => delta !== null);
      return this.grid(`Gemiddelde van 1 tot 5${change ? ", tussen haakjes de verandering" : ""}`, heads, rows);
    }

    /** @param {string} caption @param {string[]} heads @param {(Node | string)[][]} rows */
    grid(caption, heads, rows) {
      const line = (/** @type {(Node | string)[]} */ [head, ...cells]) =>
        el("tr", {}, el("th", { scope: "row" }, head), ...cells.map((cell) => el("td", {}, cell)));
      return el(
        "table",
        { class: "cijfers" },
        el("caption", {}, caption),
        el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, el("bdi", {}, head))))),
        el("tbody", {}, ...rows.map(line)),
      );
    }

    /** Advice for every part that was answered, the lowest two first. @param {Persoon[]} personen @param {(number | null)[]} means */
    advices(personen, means) {
      const answers = personen.map(({ antwoorden }) => antwoorden);
      const all = this.onderdelen.flatMap(({ plekken }, i) => {
        const onbekend = unknown(answers, plekken) > this.grens.onbekend;
        return means[i] === null && !onbekend ? [] : [{ i, value: means[i], onbekend }];
      });
      // In a group the differences say where to begin.
      const low = personen.length > 1 ? [] : all.filter(({ value }) => value !== null && value < this.grens.advies).sort((a, b) => Number(a.value) - Number(b.value)).slice(0, 2);
      return { first: low, rest: all.filter((one) => !low.includes(one)) };
    }

    /** @param {Persoon[]} personen @param {(number | null)[]} means */
    drawAdvice(personen, means) {
      const { first, rest } = this.advices(personen, means);
      const panel = this.deel("advies");
      const item = (/** @type {any} */ one) => el("li", {}, ...this.adviceText(one), " ", this.actie(one.i, one.value));
      const [top, others] = panel.querySelectorAll("ul");
      const more = personen.length > 1;
      panel.querySelector("h3").hidden = more;
      this.deel("niets-laag").hidden = more || first.length > 0;
      top.replaceChildren(...first.map(item));
      others.replaceChildren(...rest.map(item));
      panel.hidden = !first.length && !rest.length;
      others.closest("details").hidden = !rest.length;
    }

    /** @param {{i: number, value: number | null, onbekend: boolean}} advice @returns {(Node | string)[]} */
    adviceText({ i, value, onbekend }) {
      return [
        el("b", {}, this.onderdelen[i].titel),
        value === null ? ". " : ` (${getal(value)}). `,
        ...(onbekend ? [el("strong", {}, "Zoek dit eerst samen uit: "), "hier staat vaak 'weet ik niet'. "] : []),
        ...(value === null ? [] : this.advies(i, this.band(value))),
      ];
    }

    // ---------- rounds ----------

    /** What everyone gave in the last round. @returns {any[]} */
    vorige() {
      return this.rondes.at(-1)?.codes.map((code) => this.read(code)) ?? [];
    }

    /** What one person gave in the last round, in a list. @param {any} persoon */
    eerder({ naam, code }) {
      const eigen = code ? "" : this.rondes.at(-1)?.eigen;
      return this.vorige().filter((then) => (eigen ? then.code === eigen : then.naam === naam));
    }

    /** Change per part between two rounds, over the places that both have. @param {any[]} now @param {any[]} then */
    since(now, then) {
      const shared = this.shared(then);
      const [values, before] = [now, then].map((round) => this.means(round, shared));
      return values.map((value, i) => (value === null || before[i] === null ? null : value - Number(before[i])));
    }

    /** The number of places that an earlier round had. @param {any[]} uitslagen */
    shared(uitslagen) {
      return Math.min(...uitslagen.map(({ versie }) => this.aantallen[versie - 1]), Infinity);
    }

    /** Every round over the places that all earlier ones have. @param {Persoon[]} personen */
    drawTrend(personen) {
      const panel = this.deel("trend");
      panel.hidden = !this.rondes.length;
      if (panel.hidden) return;
      const earlier = this.rondes.map(({ codes }) => codes.map((code) => this.read(code)));
      const shared = this.shared(earlier.flat());
      const [then, now] = [earlier.at(-1)?.length, personen.length];
      const nu = this.deel("nu");
      nu.hidden = !now || now === then;
      nu.textContent = now < Number(then) ? `Nu: ${now} van ${then} partijen.` : `Nu: ${now} partijen, vorige keer ${then}.`;
      const columns = (now === then ? [...earlier, personen] : earlier).map((round) => this.means(round, shared));
      const heads = ["Onderdeel", ...columns.map((_, k) => (earlier[k] ? dag(this.rondes[k].datum) : "Nu")), "Verloop"];
      const rows = this.onderdelen.map(({ titel }, i) => {
        const values = columns.map((means) => means[i]);
        const dots = values.flatMap((value, k) => (value === null ? [] : [`${4 + (k * 52) / Math.max(values.length - 1, 1)},${26 - value * 4.5}`]));
        const line = svg("svg", { viewBox: "0 0 60 26", class: "verloop", "aria-hidden": "true" }, svg("polyline", { points: dots.join(" ") }));
        return [titel, ...values.map(getal), line];
      });
      panel.querySelector("div").replaceChildren(this.grid("Gemiddelde van alle deelnemers per keer", heads, rows));
      const added = this.plekken.filter((plek) => plek > shared).map((plek) => this.stelling(plek));
      this.deel("nieuw").hidden = !added.length;
      this.deel("nieuw").lastElementChild.textContent = added.join(" ");
      this.drawActions();
    }

    /** What was agreed in an earlier round and is not done yet. */
    drawActions() {
      const open = Gk.acties(this.id).filter(Gk.isOpen);
      const text = (/** @type {any} */ actie) => `${Gk.actieTitel(actie)}: ${actie.stand || "nog niet begonnen"}`;
      this.deel("acties").hidden = !open.length;
      this.deel("acties").querySelector("ul").replaceChildren(...open.map((/** @type {any} */ actie) => el("li", {}, text(actie))));
    }

    // ---------- buttons ----------

    /** The codes of everyone in this round. */
    codes() {
      return [...(this.beantwoord ? [this.code()] : []), ...this.partners];
    }

    /** To the clipboard, and in view: there is no clipboard on file:// and http. @param {string} text */
    async copy(text) {
      this.deel("toon").hidden = false;
      this.deel("adres").value = text;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        this.deel("toon").scrollIntoView({ block: "center" }); // clear of the strip that says what to do
        this.deel("adres").select();
        this.say("Kopieer de tekst uit het vak.");
      }
    }

    /** A file that this site can open. @param {string} soort @param {object} content */
    save(soort, content) {
      download(`${this.id}.json`, JSON.stringify({ soort, versie: 1, scan: this.id, ...content }), "application/json");
    }

    /** Load a script once, on a click: not every reader needs it. @param {string} src @returns {Promise<any>} */
    async script(src) {
      await (loaded[src] ??= new Promise((resolve, reject) => {
        document.head.append(Object.assign(el("script", { src }), { onload: resolve, onerror: reject }));
      }));
    }

    /** A QR code of a text as SVG, or null when it would be too fine to print. @param {string} text @returns {Promise<Element | null>} */
    async makeQr(text) {
      if (text.length > MAX_QR) return null;
      await this.script(this.qr);
      return Gk.qr(text);
    }

    /** @param {"printResult" | "savePicture"} what @param {any[]} given */
    async takeAlong(what, ...given) {
      await this.script(this.meenemen);
      return Gk[what](...given);
    }

    /** @type {Record<string, (button?: any) => any>} */
    doe = {
      begeleid: () => {
        this.begeleid = true;
        this.keep();
      },
      link: () => this.copy(`${this.adres}#scan=${this.code()}`),
      uitnodiging: () => this.copy(String(this.adres)),
      bestand: () => this.save("gk-scan", { codes: [this.code()] }),
      reeks: () => this.save("gk-reeks", { rondes: [...this.rondes, ...this.dicht.map((codes) => ({ codes }))], codes: this.codes(), acties: Gk.acties(this.id) }),
      csv: () => {
        const personen = this.personen();
        const means = this.means(personen);
        const rows = personen.map(({ naam, scores }) => [naam, ...scores.map(getal)]);
        if (personen.length > 1) {
          rows.push(["Gemiddeld", ...means.map(getal)]);
          rows.push(["Verschil", ...this.onderdelen.map((_, i) => getal(spread(personen.map(({ scores }) => scores[i]))))]);
        }
        download(`${this.id}.csv`, Gk.csv([["wie", ...this.onderdelen.map(({ titel }) => titel)], ...rows]), "text/csv");
      },
      png: () => this.takeAlong("savePicture", this.deel("figuur"), this.id),
      qr: async () => {
        this.deel("qr").firstElementChild.replaceChildren(await this.makeQr(`${this.adres}#scan=${this.code()}`));
        this.deel("qr").hidden = false;
        this.deel("qr").scrollIntoView({ block: "center" });
      },
      print: () => this.takeAlong("printResult", this, this.personen().slice(0, 1), [[this.code()]]),
      vergelijking: () => this.takeAlong("printResult", this, this.personen(), [...this.rondes.map(({ codes }) => codes), this.codes()]),
      erbij: () => {
        const field = this.deel("erbij");
        const gaps = this.deel("verschillen");
        const closed = gaps.hidden;
        if (!this.add(field.value)) return;
        field.value = "";
        if (closed && !gaps.hidden) gaps.querySelector("h3").focus(); // brings what has just appeared in view, too
      },
      weg: (/** @type {HTMLElement} */ button) => {
        this.partners = this.partners.filter((code) => code !== button.dataset.code);
        this.keep();
        this.deel("erbij").focus();
      },
      ronde: () => {
        if (this.verzegeld) return this.fail("Maak eerst je eigen antwoorden af.");
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
        this.draw();
      },
    };

    clear() {
      this.mijn = this.mijn.map(() => 0);
      this.begeleid = false;
      this.datum = ymd();
      for (const plek of this.plekken) for (const radio of this.radios(plek)) radio.checked = false;
      for (const name of ["toon", "qr"]) this.deel(name).hidden = true;
    }
  }

  class GkMeting extends HTMLElement {
    connectedCallback() {
      this.meting ??= new Meting(this);
    }
  }
  customElements.define("gk-meting", GkMeting);
}
