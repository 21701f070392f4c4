// @ts-check
// <gk-leiden>: the screen of who leads a sheet or a meeting, one step at a time. What is led stays
// on this device; klok.js reckons its time, leidraad.js makes its steps.
{
  const KINDS = ["blad", "keet", "kist", "klaar"]; // of an address: #blad=<id>
  const PARTS = ["kies", "vraag", "begin", "scherm", "einde"];
  const TICK = 250; // ms
  const MINUTE = 60_000; // ms
  const DAY = 24 * 60; // minutes
  const DATE = /** @type {const} */ ({ weekday: "long", day: "numeric", month: "long" });
  const { klok } = Gk;

  /**
   * What a key does; a remote control for slides has the keys of pages.
   * @type {Record<string, string>}
   */
  const KEYS = {
    ArrowRight: "volgende", PageDown: "volgende", ArrowLeft: "terug", PageUp: "terug",
    "+": "erbij", " ": "rust", Escape: "kleiner",
  };
  const TYPING = "input, select, textarea";
  const PRESSED = "button, a, summary";

  /** @typedef {{kind: string, id: string}} Bron */

  const asText = (/** @type {Bron} */ { kind, id }) => `${kind}=${id}`;

  class Leiden extends Paneel {
    key = "leiden";
    /** @type {Loop | null} */
    run = null;
    /** @type {Bron | null} what is going to be led */
    wanted = null;
    /** @type {"" | "oud" | "ander"} what is asked first */
    question = "";
    beeld = new StapBeeld(this);
    /** @type {InhaalPlan | null} the plan that is shown */
    plan = null;
    // Seconds left when the clock was last seen.
    left = 0;
    // When that was, by a clock that nobody sets.
    looked = performance.now();

    /** @param {AddEventListenerOptions} options */
    listen(options) {
      super.listen(options);
      for (const event of ["keydown", "visibilitychange"]) {
        document.addEventListener(event, this, options);
      }
      for (const event of ["beforeunload", "pagehide"]) addEventListener(event, this, options);
      // It does not bubble.
      this.addEventListener("toggle", this, { ...options, capture: true });
      const timer = setInterval(() => this.tick(), TICK);
      options.signal?.addEventListener("abort", () => {
        clearInterval(timer);
        this.fill(false);
      });
    }

    /** @param {Event} event */
    handleEvent(event) {
      if (event.type === "keydown") this.pressKey(/** @type {KeyboardEvent} */ (event));
      else if (event.type === "visibilitychange") this.turnTo();
      else if (event.type === "toggle") this.unfold(event.target);
      else if (event.type === "pagehide") this.storeMoment();
      else if (event.type !== "beforeunload") super.handleEvent(event);
      else if (this.isLeading()) event.preventDefault(); // the browser asks
    }

    isLeading() {
      return this.shown() === "scherm";
    }

    /** What opens at the bottom of a screen comes in sight. @param {EventTarget | null} fold */
    unfold(fold) {
      const { open } = /** @type {HTMLDetailsElement} */ (fold);
      if (open) /** @type {HTMLElement} */ (fold).scrollIntoView({ block: "nearest" });
    }

    // ---------- what is led ----------

    load() {
      const stored = klok.sound(this.read().loop);
      this.looked = performance.now();
      this.run = stored && klok.steady(stored, Date.now(), 0);
      if (stored && !stored.gestopt && !Gk.loopt(stored)) this.question = "oud";
      // Another window began while this one was about to.
      if (this.wanted && this.isLed(this.wanted)) return this.goOn();
      if (this.wanted) this.askFirst();
      this.draw();
    }

    /** @param {{key: unknown, persisted: unknown}} event */
    refresh(event) {
      super.refresh(event);
      if (this.wanted) this.lookAgain(this.wanted);
    }

    /** Another window may have changed or removed what is going to be led. @param {Bron} bron */
    async lookAgain(bron) {
      // Without a network it stays what it was.
      if (await this.knows(bron).catch(() => true)) return this.draw();
      this.wanted = null;
      this.fail(this.unknown(bron));
      this.draw();
    }

    readHash() {
      const address = location.search + location.hash;
      const kind = KINDS.find((one) => Gk.links.has(address, one));
      if (kind) this.open(kind, address);
      else document.documentElement.classList.remove("met-adres"); // page.js
    }

    /**
     * Where an id ends, only the sheets themselves tell: a blank may be a break in it.
     * @param {string} kind @param {string} address
     */
    async open(kind, address) {
      const ways = [1, -1].flatMap((power) =>
        Gk.links.find(address, kind, ({ length }) => length ** power).slice(0, 1));
      try {
        // At once: who leads it may press before anything else is there.
        const led = ways.find((id) => this.isLed({ kind, id }));
        if (led) return this.goOn();
        for (const id of new Set(ways)) {
          if (await this.knows({ kind, id })) return this.choose({ kind, id });
        }
        if (!ways.length) return; // an address that was cut off
        this.fail(this.unknown({ kind, id: ways[0] }));
      } catch {
        this.fail(this.sentence("netwerk"));
      } finally {
        document.documentElement.classList.remove("met-adres"); // page.js
      }
    }

    /** What is said of something that is not there. @param {Bron} bron */
    unknown({ kind, id }) {
      return this.sentence(kind === "kist" ? "geenkist" : "onbekend", id);
    }

    /** The scripts that make steps of sheets, and a plan. */
    makers() {
      return Paneel.fetched("leidraad", this.dataset.leidraad);
    }

    /** Load what it is made of; whether that is there. @param {Bron} bron */
    async knows({ kind, id }) {
      await this.makers();
      if (kind === "klaar") await Gk.bladen.loadReady(id);
      const kist = this.kistOf({ kind, id });
      const alone = kind === "blad" || kind === "keet";
      await Gk.bladen.load(alone ? [id] : (kist?.blokken ?? []).flatMap(({ blad }) => blad ?? []));
      if (!alone) return !!kist?.blokken.length;
      return kind === "blad" ? id in Gk.sheets : !!Gk.sheets[id]?.keet.length;
    }

    /** @param {Bron} bron */
    kistOf({ kind, id }) {
      if (kind === "klaar") return Gk.kisten.sound(Gk.ready[id]);
      return (kind === "kist" && Gk.kisten.of(id)) || null;
    }

    /** Whether it is going on now. @param {Bron} bron */
    isLed(bron) {
      const { run } = this;
      return !!run && !run.gestopt && [run.bron, run.klaar].includes(asText(bron));
    }

    /** With what is going on, after what its question asks. */
    goOn() {
      const { question } = this;
      this.settle();
      if (question === "oud") this.question = question;
      this.draw();
    }

    /** What goes on now is not lost to what is going to be led. */
    askFirst() {
      this.question = this.run && !this.run.gestopt ? "ander" : "";
    }

    /** @param {Bron} bron */
    choose(bron) {
      this.wanted = bron;
      this.askFirst();
      const blad = Gk.sheets[bron.id];
      if (blad) {
        const { min, max } = blad.groep;
        Object.assign(this.field("mensen"), { min, max, value: String(min) });
      }
      this.draw();
    }

    /**
     * What was chosen, as it is when it begins now.
     * @param {number} now @param {Kist | null} kist
     */
    planned(now, kist = this.kistOf(/** @type {Bron} */ (this.wanted))) {
      const bron = /** @type {Bron} */ (this.wanted);
      if (kist) return Gk.leidraad.ofKist(kist, Gk.sheets, asText(bron), now);
      const blad = /** @type {Werkblad} */ (Gk.sheets[bron.id]);
      return Gk.leidraad.ofSheet(blad, bron.kind === "keet", Number(this.field("mensen").value));
    }

    /**
     * The kist that is led is the one in use: what is typed on its sheets comes in its report.
     * @param {Bron} bron @returns {Kist | undefined} when it is stored
     */
    inUse(bron) {
      const kist = this.kistOf(bron);
      if (!kist) return undefined;
      const ready = bron.kind === "klaar";
      const led = ready ? this.ofToday(kist) : kist;
      const stored = (!ready || Gk.kisten.put(led)) &&
        Gk.kisten.write(Gk.kisten.read().kisten, led.sleutel);
      dispatchEvent(new Event("gk-kist"));
      return stored ? led : undefined;
    }

    /**
     * Of a ready draaiboek one kist for each day: that of today, one that was taken over and waits,
     * or another.
     * @param {Kist} kist @returns {Kist}
     */
    ofToday(kist) {
      const dag = Gk.days.today();
      const free = Gk.kisten.read().kisten
        .filter((one) => one.dag === dag || (!one.dag && !this.isUsed(one)));
      return { ...(Gk.kistLink?.same(kist, free) ?? kist), dag };
    }

    /** Something was typed for it: on a sheet, or in its report. @param {Kist} kist */
    isUsed({ sleutel }) {
      const { verslagen } = Gk.store.read("verslagen");
      return sleutel in Object(verslagen) ||
        Gk.store.keys().some((key) => key.endsWith(`.${sleutel}`));
    }

    // ---------- what happens ----------

    /** @param {Loop} run */
    change(run) {
      this.run = { ...run, laatst: Date.now() };
      this.looked = performance.now();
      // That nothing is stored is said once, and not at every step.
      this.save({ loop: this.run }, this.key, this.unsaved);
      this.draw();
    }

    /** Something the leader does. @param {(run: Loop, now: number) => Loop} work */
    turn(work) {
      this.tick();
      if (this.run) this.change(work(this.run, Date.now()));
    }

    /** @param {number} by */
    go(by) {
      this.plan = null;
      this.turn((run, now) => klok.go(run, klok.stand(run, now).stap + by, now));
      this.piece("scherm").scrollTop = 0;
    }

    /** The address has done its work: a reload goes on with what is stored. */
    settle() {
      [this.question, this.wanted] = ["", null];
      history.replaceState(history.state, "", location.pathname);
    }

    forget() {
      this.run = null;
      this.question = "";
      Gk.store.remove(this.key);
      this.draw();
    }

    /** Look at the clock. */
    tick() {
      if (this.shown() === "begin") this.drawDuration();
      if (!this.run) return;
      const [now, looked] = [Date.now(), performance.now()];
      const run = klok.steady(this.run, now, looked - this.looked);
      const setBack = run.momenten !== this.run.momenten;
      [this.run, this.looked] = [run, looked];
      if (setBack) return this.change(run);
      if (!this.isLeading()) return;
      this.beeld.drawClock(run, now);
      this.ring(run, klok.stand(run, now).over);
    }

    /** @param {Loop} run @param {number} left */
    ring(run, left) {
      if (run.geluid && this.left > 0 && left <= 0) Gk.wakker.tone();
      this.left = left;
    }

    // The last moment at which the clock was seen; another window may have stored more.
    storeMoment() {
      const run = klok.sound(Gk.store.read(this.key).loop);
      if (run && !run.gestopt) Gk.store.write(this.key, { loop: { ...run, laatst: Date.now() } });
    }

    turnTo() {
      if (document.hidden) return this.storeMoment();
      this.tick();
      if (this.isLeading()) this.wake();
    }

    async wake() {
      this.show({ slaap: !(await Gk.wakker.on()) });
    }

    /** @param {KeyboardEvent} event */
    pressKey(event) {
      const { key, target, ctrlKey, altKey, metaKey } = event;
      const node = /** @type {Element} */ (target);
      const own = node.matches(TYPING) || (key === " " && node.matches(PRESSED));
      const waits = this.plan && key !== "Escape"; // for yes or no
      if (!KEYS[key] || own || waits || ctrlKey || altKey || metaKey || !this.isLeading()) return;
      event.preventDefault();
      this.say();
      this.actions[KEYS[key]](this);
    }

    /** @param {HTMLElement | null} button */
    async press(button) {
      await super.press(button);
      // Where the mouse pressed, the space bar may not press again: it pauses.
      const focused = /** @type {HTMLElement | null} */ (document.activeElement);
      if (button && focused?.matches("button:not(:focus-visible)")) focused.blur();
    }

    /** @param {HTMLInputElement} field */
    typed(field) {
      if (field === this.piece("mensen")) this.drawBegin();
      else if (field === this.piece("geluid")) {
        if (field.checked) Gk.wakker.tone(); // to hear it, and since a browser wants a press first
        this.turn((run) => ({ ...run, geluid: field.checked }));
      }
    }

    /** @type {Record<string, (button: HTMLElement) => unknown>} */
    actions = {
      begin: () => {
        const now = Date.now();
        const bron = /** @type {Bron} */ (this.wanted);
        const kist = this.inUse(bron);
        const place = kist && { bron: `kist=${kist.sleutel}`, klaar: asText(bron) };
        const made = klok.start({ ...this.planned(now, kist), ...place }, now);
        this.settle();
        this.change({ ...made, verder: this.sentence("verder") });
      },
      volgende: () => this.go(1),
      terug: () => this.go(-1),
      erbij: () => this.turn((run) => klok.extend(run, 1)),
      rust: () => this.turn((run, now) =>
        (klok.isPaused(run) ? klok.resume(run, now) : klok.pause(run, now))),
      stop: () => this.turn((run, now) => klok.go(run, run.stappen.length, now)),
      toch: () => this.turn((run, now) => klok.go(run, run.stappen.length - 1, now)),
      begon: () => this.setRight(),
      zaal: () => this.room(true),
      kleiner: () => {
        this.plan = null;
        if (!this.piece("kleiner").hidden) this.room(false);
        this.draw();
      },
      haalin: () => this.showPlan(),
      weg: (button) => {
        this.plan?.turn(button.dataset.blok ?? "");
        this.draw();
        this.piece("plan").focus();
      },
      ja: () => {
        const { plan } = this;
        this.plan = null;
        this.turn((run, now) => plan?.applied(run, now) ?? run);
      },
      herstel: () => this.turn(klok.undo),
      // On the question: go on with the run of before, or leave it.
      door: () => {
        this.settle();
        this.turn((run) => run);
      },
      opnieuw: () => this.forget(),
      sluit: () => this.forget(),
    };

    /** The step of now began at the time in the field, today or before midnight. */
    setRight() {
      const [hours, minutes] = this.field("begon").value.split(":").map(Number);
      if (!Number.isFinite(minutes)) return this.fail(this.sentence("geentijd"));
      const now = Date.now();
      const today = klok.at(hours * 60 + minutes, now);
      const then = today > now + MINUTE ? klok.at(hours * 60 + minutes - DAY, now) : today;
      this.turn((run) => klok.began(run, Math.min(then, now)));
    }

    async showPlan() {
      if (!this.run) return;
      await this.makers();
      const plan = new InhaalPlan(this);
      await plan.load(this.run);
      this.plan = plan;
      this.draw();
      this.piece("plan").focus();
      this.piece("scherm").scrollTop = 0;
    }

    /** @param {boolean} large */
    room(large) {
      this.piece("scherm").classList.toggle("leider--zaal", large);
      this.show({ kleiner: large, zaal: !large });
      this.piece(large ? "kleiner" : "zaal").focus();
    }

    // ---------- what is seen ----------

    /** Which of the pieces is to be seen. */
    shown() {
      if (this.question) return "vraag";
      if (this.wanted) return "begin";
      if (!this.run) return "kies";
      return this.run.gestopt ? "einde" : "scherm";
    }

    draw() {
      const part = this.shown();
      const moved = PARTS.some((one) => one !== part && !this.piece(one).hidden);
      this.show(Object.fromEntries(PARTS.map((one) => [one, one === part])));
      this.fill(part === "scherm");
      ({
        kies: () => this.drawChoice(),
        vraag: () => this.drawQuestion(),
        begin: () => this.drawBegin(),
        scherm: () => this.drawRun(),
        einde: () => this.drawEnd(),
      })[part]();
      // What had the focus is gone.
      if (!moved) return;
      if (part !== "kies") this.piece(part).focus({ preventScroll: true });
      scrollTo(0, 0);
    }

    /** Take the whole screen, or give it back. @param {boolean} leading */
    fill(leading) {
      document.documentElement.classList.toggle("leidt", leading);
      if (leading) this.wake();
      else Gk.wakker.off();
    }

    /** The kist in use comes first: most come for that. */
    drawChoice() {
      const kist = Gk.kisten.current();
      const isReady = kist && kist.blokken.length > 0;
      this.show({ eigen: isReady });
      if (!isReady) return;
      const link = /** @type {HTMLAnchorElement} */ (this.piece("eigenkist"));
      link.href = this.pageAt("leiden/", `#kist=${kist.sleutel}`);
      link.replaceChildren(Gk.dom.typed(kist.naam));
    }

    drawQuestion() {
      const { titel, momenten } = /** @type {Loop} */ (this.run);
      const [{ op }] = momenten;
      const day = new Date(op).toLocaleDateString("nl-NL", DATE);
      this.beeld.put("vraagtekst", this.sentence(this.question, titel, day, klok.time(op)));
    }

    drawBegin() {
      const blad = this.wanted?.kind === "blad" ? Gk.sheets[this.wanted.id] : undefined;
      this.show({
        mensenvraag: blad?.stappen.some(({ perPersoon }) => perPersoon),
        inkist: this.wanted?.kind === "klaar",
      });
      this.beeld.put("begintitel", this.planned(Date.now()).titel);
      this.drawThings();
      this.drawDuration();
    }

    /** How long it takes, and when it ends for who begins now. */
    drawDuration() {
      const now = Date.now();
      const run = klok.start(this.planned(now), now);
      const { einde, achter, uitloop } = klok.stand(run, now);
      const long = Gk.plan.lang(klok.minutesBetween(now, einde));
      const fixed = achter > 0 ? this.sentence("vastlaat", achter, klok.time(einde)) : "";
      const late = uitloop > 0 ? this.sentence("naplan", uitloop) : fixed;
      const said = [this.sentence("duur", long, klok.time(einde)), late];
      this.beeld.put("beginduur", said.join(" ").trim());
    }

    /** What has to lie ready. */
    drawThings() {
      const bron = /** @type {Bron} */ (this.wanted);
      const kist = this.kistOf(bron);
      // A keetversie needs no paper.
      const alone = bron.kind === "keet" ? [] : Gk.sheets[bron.id]?.materiaal ?? [];
      const things = kist ? Gk.benodigd.mee(kist, Gk.sheets) : alone;
      this.show({ mee: things.length });
      this.listIn("mee").replaceChildren(...things.map((thing) => Gk.dom.el("li", {}, thing)));
    }

    drawRun() {
      const [run, now] = [/** @type {Loop} */ (this.run), Date.now()];
      const { stap, over } = klok.stand(run, now);
      this.left = over;
      this.beeld.draw(run, now);
      this.field("geluid").checked = !!run.geluid;
      this.piece("bladlink").replaceChildren(...this.sheetLinks([run.stappen[stap]], "_blank"));
      this.show({ plan: this.plan });
      this.piece("scherm").classList.toggle("leider--plan", !!this.plan);
      this.plan?.draw(run, now);
    }

    drawEnd() {
      const { momenten, gestopt, titel, uitkomst, stappen, bron } = /** @type {Loop} */ (this.run);
      this.beeld.put("eindetitel", titel);
      this.beeld.put("eindetijd",
        this.sentence("geduurd", klok.time(momenten[0].op), klok.time(gestopt)));
      this.beeld.put("uitkomst", uitkomst);
      this.show({ uitkomstvak: uitkomst });
      this.listIn("bladen").replaceChildren(
        ...this.sheetLinks(stappen, "", "knop").map((link) => Gk.dom.el("p", {}, link)));
      const ready = bron.startsWith("klaar=");
      this.show({ verslag: !ready, verslagzin: !ready, neemover: ready });
      Gk.dom.set(this.piece("verslag"),
        { href: this.pageAt("verslag/", `#${this.reportOf(bron)}`) });
      Gk.dom.set(this.piece("neemover"), { href: this.pageAt("mijn-kist/", `#${bron}`) });
    }

    /**
     * Where typed text goes: of a sheet in the kist in use that of the kist.
     * @param {string} bron
     */
    reportOf(bron) {
      const report = klok.reportOf(bron);
      const kist = Gk.kisten.currentWith(report.replace(/^blad=/, ""));
      return kist ? `kist=${kist.sleutel}` : report;
    }

    /**
     * Links to the sheets behind these steps, to type in their boxes.
     * @param {Loopstap[]} steps
     */
    sheetLinks(steps, target = "", look = "") {
      const names = new Map(steps.filter(({ blad }) => blad).map(({ blad, kop }) => [blad, kop]));
      return [...names].map(([id, name]) => {
        const link = this.clone("vulin", { naam: name });
        const href = this.pageAt(`instrumenten/${id}/`, "#invullen");
        return Gk.dom.set(link, { href, target, class: look });
      });
    }
  }

  customElements.define("gk-leiden", Leiden);
}
