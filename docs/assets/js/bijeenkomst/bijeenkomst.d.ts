// What the scripts of a meeting share: kist, draaiboek, leading, filling in and report. See
// gk.d.ts.

/** One step of a sheet; `perPersoon`: minutes for each person more than the smallest group. */
interface Stap {
  titel: string;
  tekst: string;
  minuten: number;
  perPersoon: number;
  vragen: string[];
}

/** What macros/feeds/sheet_scripts.py writes of an instrument. */
interface Werkblad {
  id: string;
  titel: string;
  /** From the root of the site, such as instrumenten/belangenkaart/ */
  adres: string;
  groep: { min: number; max: number };
  stappen: Stap[];
  /** Nothing when there is no keetversie. */
  keet: Stap[];
  /** What to say first; empty for nothing. */
  opening: string;
  /** To ask aloud, at any step. */
  vragen: string[];
  uitkomst: string;
  /** It asks for a samenwerkingsexpert. */
  expert: boolean;
  /** How it goes on a screen; empty when it does not. */
  online: string;
  plekken: string[];
  materiaal: string[];
  rollen: string[];
  /** Ids of what follows on it, and of what to take when there is a quarrel. */
  vervolg: string[];
  onrust: string;
  /** What can be typed on it. */
  invul: Invulplan;
  /** Where agreements are written: in boxes, and in each row of its table. */
  afspraken: { vakken: Afspraakplek[]; rij: Partial<Afspraakplek> };
  /** It has a plane to put crosses in, which cannot be typed. */
  vlak: boolean;
  /** The HTML of its sheet, to print. */
  blad: string;
}

/** One part of a meeting: exactly one of blad, pauze and regel. */
interface Blok {
  /** No other block of the kist has it. */
  sleutel: string;
  /** The id of an instrument. */
  blad?: string;
  keet?: boolean;
  groepen?: number;
  pauze?: boolean;
  /** A line of one's own, for who leads. */
  regel?: string;
  /** What a line or break is called for everybody. */
  titel?: string;
  soort?: "opening" | "afsluiting";
  /** Of a line: the actions on the verbeteragenda are gone through. */
  acties?: boolean;
  /** Of a sheet: only when they differ from those of the record. */
  minuten?: number;
  /** A clock time that stands fast, such as 12:30 */
  vast?: string;
  /** For who leads; never on paper of others. */
  notitie?: string;
}

/** What a reader chose for one meeting, in order. */
interface Kist {
  sleutel: string;
  naam: string;
  /** When it was last changed, in milliseconds since 1970. */
  op: number;
  /** yyyy-mm-dd, or empty */
  dag: string;
  begin: string;
  /** 0: not said, then each sheet has its smallest group. */
  mensen: number;
  project: string;
  plek: string;
  uitnodiging: string;
  /** A samenwerkingsexpert leads it. */
  expert: boolean;
  blokken: Blok[];
  geparkeerd: Blok[];
}

/** The two lists of a kist. */
type Place = "blokken" | "geparkeerd";

/** One step of what is led. */
interface Loopstap {
  /** The key of its block: what is made shorter together. */
  blok: string;
  soort: "" | "opening" | "uitkomst" | "pauze" | "regel";
  /** The id of its sheet; empty for none. */
  blad: string;
  /** The title of its block; its own stands in `titel`. */
  kop: string;
  titel: string;
  tekst: string;
  vragen: string[];
  /** The questions of its whole sheet. */
  ook: string[];
  notitie: string;
  /** Of the keetversie that a plan put in place of its sheet. */
  keet?: boolean;
  minuten: number;
  /** Minutes that were added on the way. */
  erbij: number;
  /** On the first step of a block: the least minutes of that block. */
  minste: number;
  /** On the first step of a block: that block may be left out. */
  los: boolean;
  /** The moment before which it does not begin; 0 for none. */
  vast: number;
  acties?: boolean;
}

/** What is going to be led. */
interface Looplan {
  /** Where it comes from: blad=<id>, keet=<id>, kist=<key> or klaar=<id>. */
  bron: string;
  titel: string;
  stappen: Loopstap[];
  /** What is in hand at the end of one sheet. */
  uitkomst: string;
  /** The moment at which it should end; 0: when its minutes are over. */
  einde: number;
}

/** What is led, with the moments that really were; all in milliseconds since 1970. */
interface Loop extends Looplan {
  /** Milliseconds of all its steps, as they were planned. */
  duur: number;
  /** Which step was shown from when. */
  momenten: { op: number; stap: number }[];
  /** tot 0: it is paused now. */
  pauzes: { van: number; tot: number }[];
  /** 0 as long as it goes on. */
  gestopt: number;
  /** When its clock was last looked at. */
  laatst: number;
  /** What it began from: a ready draaiboek of which its kist was made, or that kist. */
  klaar?: string;
  /** What a link to it says as long as it goes on. */
  verder?: string;
  /** The steps before a plan for running late. */
  eerder?: Loopstap[];
  geluid?: boolean;
}

/** Where it stands at a moment. */
interface Loopstand {
  stap: number;
  /** Seconds left of this step; below zero it takes too long. */
  over: number;
  /** When it will end. */
  einde: number;
  /** Whole minutes behind what was planned; below zero ahead. */
  achter: number;
  /** Minutes that it ends later than planned. */
  uitloop: number;
  /** When the next step begins. */
  straks: number;
  /** It waits for its fixed time. */
  wacht: boolean;
  /** Seconds that the pause of now lasts. */
  pauze: number;
  /** Milliseconds left of this step and of each step behind it. */
  resten: number[];
}

/** Sheets by id, as far as they are there. */
type Werkbladen = Record<string, Werkblad | undefined>;

/** A block with its place on the clock, in minutes after midnight of the day it begins on. */
interface Moment {
  blok: Blok;
  /** What it is called for everybody. */
  naam: string;
  begin: number;
  duur: number;
  /** Time to spare before it, since it has a fixed time. */
  ruimte: number;
  /** Minutes that it begins after its fixed time. */
  teLaat: number;
}

/**
 * What does not fit. The sentence of each stands in the template under its name, with these gaps:
 * groot, klein: sheet, smallest, largest, people in one group · expert, keet, online: sheet ·
 * kort: sheet, minutes of its steps, minutes here · opening, afsluiting, namen: none ·
 * volgorde: this sheet, the one it follows on · onrust: this sheet, the one it is instead of ·
 * zitten: name, minutes without a break · laat: name, fixed time, minutes late · onbekend: id
 */
type MeldingSoort = "groot" | "klein" | "expert" | "online" | "kort" | "keet" | "opening" |
  "afsluiting" | "namen" | "volgorde" | "onrust" | "zitten" | "laat" | "onbekend";

interface Melding {
  soort: MeldingSoort;
  /** The key of the block that it is about; nothing when it is about the whole. */
  blok?: string;
  /** The key of the block with which it should change places. */
  ruil?: string;
  gaten: (string | number)[];
}

/** What is left of a block while somebody leads. */
interface Rest {
  sleutel: string;
  /** Still planned. */
  minuten: number;
  /** Below this it makes no sense. */
  minste: number;
  /** The fixed time of its begin, in minutes as those of a Moment. */
  vast?: number;
  /** It may be left out: no break, opening or closing, and not at a fixed time. */
  los: boolean;
}

interface Inhaal {
  /** Minutes by the key of each block that becomes shorter. */
  minuten: Record<string, number>;
  /** Minutes late that remain, by the key of a block with a fixed time; "" is the end. */
  teLaat: Record<string, number>;
  /** Keys of blocks of which parking one makes less late; the best one first. */
  parkeer: string[];
}

/** A row of a table on a sheet: what it is about, and its other cells by their column. */
interface Invulrij {
  kop: string;
  cellen: Record<string, string>;
}

/** What somebody typed on a sheet; `velden` by id, blad.project for one of the head line. */
interface Ingevuld {
  velden: Record<string, string>;
  rijen: Invulrij[];
}

/** What can be typed on a sheet: id, label and kind of boxes; title and kind of columns; rows. */
interface Invulplan {
  velden: string[][];
  kolommen: string[][];
  rijen: string[];
}

/** Where one agreement is written: the boxes by id, the columns by title. */
interface Afspraakplek {
  /** What happens, where no text says it; before the text that does. */
  actie: string;
  wat?: string;
  wie?: string;
  wanneer?: string;
}

/** What somebody typed, as it stands on the sheet; label and text, rows with their head. */
interface OpBlad {
  kop: string[][];
  tabel: string[][];
  vakken: string[][];
}

/** Who does what, and when. */
interface Afspraaktekst {
  actie: string;
  wie: string;
  /** yyyy-mm-dd, or empty */
  wanneer: string;
}

/** The same as the report of a meeting holds it. */
interface Afspraakregel extends Afspraaktekst {
  /** The action on the verbeteragenda has the same. */
  sleutel: string;
  /** When it was last typed; 0 is not known, so before anything that is. */
  op: number;
  /** What stood on the sheet that it was taken from. */
  uit?: string;
  /** It was put on the verbeteragenda as it is here; whoever does not find it there removed it. */
  gezet?: boolean;
}

/** What the report of a meeting has beside its kist. */
interface Bijeenkomst {
  /** Of one sheet on its own: the day on which it began; empty when it is not known. */
  dag: string;
  /** And the last day on which a reader went on with it, if that is another. */
  tot?: string;
  /** And what stood on that sheet on that last day. */
  blad?: Ingevuld;
  wie: string;
  besluiten: string;
  afspraken: Afspraakregel[];
}

/** One part of a report: a heading (1 to 3), and what stands below it. */
interface Verslagdeel {
  kop: string;
  niveau: number;
  tekst?: string;
  /** Label and text. */
  feiten?: string[][];
  kolommen?: string[];
  rijen?: string[][];
}

/** What a link gave of a kist: sheets that are not there any more, and how many blocks it lost. */
interface GelezenKist {
  kist: Kist;
  weg: string[];
  mist: number;
}

/** What the buttons do by which a kist leaves; each name is that of its button. */
type KistUit = Record<
  "alles" | "programma" | "leider" | "agenda" | "tekst" | "mail" | "kopieermail",
  (panel: KistPaneel) => unknown>;

interface Shared {
  /** kisten.js */
  kisten: {
    MOST_BLOCKS: number;
    /** Whether it has no more blocks than a kist may have, in the plan and parked. */
    fits(kist: Kist): boolean;
    /** Where what is new comes in a programme: before the closing that ends it. */
    end(blokken: Blok[]): number;
    /** What is stored, as far as it is sound; `nu` is the key of the one in use. */
    read(): { nu: string; kisten: Kist[] };
    /** Whether it was stored. */
    write(kisten: Kist[], nu: string): boolean;
    current(): Kist | undefined;
    /** The one in use, when it holds this sheet: what is typed on the sheet is of that kist. */
    currentWith(blad: string): Kist | undefined;
    of(sleutel: string): Kist | undefined;
    empty(naam: string): Kist;
    blok(blok: Omit<Blok, "sleutel">): Blok;
    /** Store a changed or new kist; whether that worked. With too many blocks it is refused. */
    put(kist: Kist): boolean;
    /** What was stored or handed over as a kist; null when it is none. */
    sound(value: unknown): Kist | null;
  };
  /** kist-link.js, loaded with kist-in.js */
  kistLink?: {
    /** What #kist= carries of a kist. */
    write(kist: Kist): string;
    read(payload: string, knows: (id: string) => boolean): GelezenKist | "nieuwer" | null;
    worth(payload: string, knows: (id: string) => boolean): number;
    same(kist: Kist, kisten: Kist[]): Kist | undefined;
  };
  /** The data of the sheets and ready draaiboeken that are loaded, by id. */
  sheets: Record<string, Werkblad>;
  ready: Record<string, Partial<Kist>>;
  /**
   * bladen.js: load what is not there yet. An id that does not exist stays absent; without a
   * network it is refused, once the others are there.
   */
  bladen: {
    load(ids: string[]): Promise<void>;
    loadReady(id: string): Promise<void>;
  };
  /** filled.js: what was typed on a sheet; without a kist it is loose */
  filled: {
    sound(value: unknown): Ingevuld;
    isEmpty(value: Ingevuld): boolean;
    isEmptyRow(row: Invulrij): boolean;
    read(blad: string, kist?: string): Ingevuld;
    write(blad: string, kist: string, value: Ingevuld): boolean;
    kisten(blad: string): string[];
    /** Label and text of head line and boxes; the plan is that of Gk.sheets where none is given. */
    texts(blad: string, value: Ingevuld, plan?: Invulplan): string[][];
    /** All of it as it stands on the sheet: head line, table and boxes. */
    inOrder(blad: string, value: Ingevuld, plan?: Invulplan): OpBlad;
    /** The table with its head, without empty rows; [] when nothing is typed in it. */
    table(blad: string, value: Ingevuld, plan?: Invulplan): string[][];
    /** As copies, in the order of the sheet: those with a name of ours there, then what is left. */
    inRows(rijen: Invulrij[], plan: Invulplan): Invulrij[];
    /** As the sheet has it: row k in its row k, and days as a reader says them. */
    onPaper(value: Ingevuld, plan: Invulplan): Ingevuld;
    /** What a kist says of the head line: project and day need not be typed on each sheet. */
    known(kist?: Kist): Record<string, string>;
  };
  /** pour.js: typed text in the boxes of a sheet, as much as one A4 has room for */
  pour: {
    /** The names of the rows of its table; "" for one without. */
    names(sheet: Element): string[];
    clear(sheet: Element): void;
    /**
     * Gives what does not stand there whole; `more` stands where a text breaks off. What is `known`
     * stands where nothing was typed, if there is room for it.
     */
    onto(
      sheet: HTMLElement, plan: Invulplan, value: Ingevuld, known: Record<string, string>,
      more: string,
    ): Ingevuld;
  };
  /**
   * vervolg.js: the page behind a sheet with what has no room on it; its words stand in
   * ingevuld.html. Label and text of boxes; rows with their head.
   */
  vervolg(panel: Paneel, sheet: Element, boxes: string[][], rows: string[][]): HTMLElement;
  /** sheet-text.js, loaded on a click: a filled sheet for Word and mail */
  sheetText?: {
    text(titel: string, filled: OpBlad): string;
    html(titel: string, filled: OpBlad): string;
  };
  /** plan.js: the minutes and times of a draaiboek. Pure; it changes nothing that it is given. */
  plan: {
    /** "09:30" -> 570; anything else is the begin of a kist without one. */
    minutes(time: string): number;
    /** 570 -> "09:30"; after midnight it is the time of the next day. */
    clock(minutes: number): string;
    /** 95 -> "1 uur 35 min" */
    lang(minutes: number): string;
    /** Whole numbers that add up to the total, in proportion to the weights (whole numbers). */
    divided(total: number, weights: number[]): number[];
    /** The sheet of a block, when it is there. */
    blad(blok: Blok, bladen: Werkbladen): Werkblad | undefined;
    /** The sheets of a kist that are there, each once, in order. */
    bladen(kist: Kist, bladen: Werkbladen): Werkblad[];
    /** In how many groups a block is done. */
    groepen(blok: Blok): number;
    /** The minutes that the steps of a sheet take. */
    nodig(blok: Blok, blad: Werkblad | undefined, mensen: number): number;
    /** The minutes of a block: its own, else what its sheet takes. */
    duur(blok: Blok, blad: Werkblad | undefined, mensen: number): number;
    /** The steps of a block of a sheet; their minutes add up to those of the block. */
    stappen(blok: Blok, blad: Werkblad, mensen: number): Stap[];
    momenten(kist: Kist, bladen: Werkbladen): Moment[];
    eind(kist: Kist, bladen: Werkbladen): number;
  };
  /** benodigd.js */
  benodigd: {
    /** What to bring, and how many times. */
    materiaal(kist: Kist, bladen: Werkbladen): [string, number][];
    /** The same, each in words. */
    mee(kist: Kist, bladen: Werkbladen): string[];
    rollen(kist: Kist, bladen: Werkbladen): string[];
    /** Where every sheet can be done. */
    plekken(kist: Kist, bladen: Werkbladen): string[];
  };
  /** meldingen.js: what does not fit in a kist */
  meldingen(kist: Kist, bladen: Werkbladen): Melding[];
  /** inhalen.js: the arithmetic of running late */
  inhalen: {
    /** The fewest minutes that something can be done in: two thirds. */
    shortest(minutes: number): number;
    /** The least minutes of a break; a meal keeps most of them. */
    leastBreak(minutes: number): number;
    /** All blocks as they are left before the first begins. */
    resten(kist: Kist, bladen: Werkbladen): Rest[];
    /** The plan for what is left, in order; `nu` and `einde` as the minutes of a Moment. */
    voorstel(resten: Rest[], nu: number, einde: number): Inhaal;
  };
  /** kist-in.js, loaded when something comes in, or a link is made */
  kistIn?: {
    /** The address that opens a copy of this kist. */
    linkOf(kist: Kist): string;
    /** The same by the share sheet of the system. */
    share(panel: KistPaneel): Promise<void>;
    /** Of somebody else: #kist=… */
    fromLink(panel: KistPaneel, address: string): void;
    /** A ready draaiboek: #klaar=<id> */
    fromReady(panel: KistPaneel, address: string): void;
    /** Load the ready draaiboek of an address, if it names one; whether it is there. */
    hasReady(address: string): Promise<boolean>;
    fromFile(panel: KistPaneel, data: Unknown, name: string): void;
  };
  /** verslag-verder.js, loaded for a next meeting, or the report of somebody else */
  verslagVerder?: {
    /**
     * Store the meeting after this one, which begins with the agreements that are still open;
     * whether that worked, else all is as it was.
     */
    next(panel: Paneel, kist: Kist, about: Bijeenkomst): boolean;
    /**
     * Put the text that this report has of its sheet on that sheet, with what was typed there
     * later; whether it was stored.
     */
    reopen(blad: string, about: Bijeenkomst): boolean;
    /**
     * The report of one sheet on its own, and what was typed on that sheet, as a meeting of their
     * own; nothing when that could not be stored, and then all is as it was.
     */
    setAside(place: string, kist: Kist, about: Bijeenkomst): Kist | null;
    /**
     * The report of somebody else, of which a copy of its kist is stored beside the own ones, with
     * what was typed on its sheets; `whole`: all of that. Nothing when the kist was not stored.
     */
    open(panel: Paneel, given: Kist, verslag: unknown, typed: unknown):
      { kist: Kist; about: Bijeenkomst; whole: boolean } | null;
  };
  /** paper-set.js, loaded with kist-uit.js */
  paperSet?: {
    /**
     * The cover, the steps of the keetversies, and each sheet once, in order: with what was typed
     * on it for this kist, unless `bare`; `canvases`: with a page to write on behind each.
     */
    printAll(panel: Paneel, kist: Kist, bladen: Werkbladen,
      wishes: { canvases: boolean, bare: boolean }): Promise<void>;
    /** One print job; the page is as it was at the next key or touch. */
    print(panel: Paneel, papers: HTMLElement[]): Promise<void>;
  };
  /** kist-uit.js, loaded when something leaves by a button */
  kistUit?: KistUit;
  /** papers.js, loaded with kist-uit.js; its templates stand in papieren.html. */
  papers?: {
    /** The sheet for who takes part: times and names, no word for who leads. */
    programma(panel: Paneel, kist: Kist, bladen: Werkbladen): HTMLElement;
    /** The paper for who leads: steps, notes, what to bring, what does not fit. */
    draaiboek(panel: Paneel, kist: Kist, bladen: Werkbladen): HTMLElement;
    /** The times on one page, to lie on top of the set. */
    voorblad(panel: Paneel, kist: Kist, bladen: Werkbladen): HTMLElement;
    /** The same as text, to copy: of what programma() and draaiboek() give, and of any element. */
    text(paper: Element): string;
    /** The text of a mail: invitation, day, place and times; to change before it goes. */
    mail(panel: Paneel, kist: Kist, bladen: Werkbladen): string;
    /** What a calendar gets; nothing without a day. `back`: where it comes from, or nothing. */
    event(panel: Paneel, kist: Kist, bladen: Werkbladen, back: string): CalendarEvent | null;
  };
  /** wakker.js */
  wakker: {
    /** Keep the screen on; whether that works. */
    on(): Promise<boolean>;
    off(): void;
    tone(): void;
  };
  /** klok.js */
  klok: {
    stand(run: Loop, now: number): Loopstand;
    start(plan: Looplan, now: number): Loop;
    pause(run: Loop, now: number): Loop;
    resume(run: Loop, now: number): Loop;
    isPaused(run: Loop): boolean;
    go(run: Loop, stap: number, now: number): Loop;
    extend(run: Loop, minutes: number): Loop;
    began(run: Loop, then: number): Loop;
    steady(run: Loop, now: number, passed: number): Loop;
    replan(run: Loop, stappen: Loopstap[]): Loop;
    canUndo(run: Loop): boolean;
    undo(run: Loop): Loop;
    plannedEnd(run: Loop): number;
    at(minutes: number, moment: number): number;
    shown(seconds: number): string;
    time(moment: number): string;
    minutesBetween(from: number, until: number): number;
    /** What the address of its report ends with. */
    reportOf(bron: string): string;
    sound(value: unknown): Loop | null;
  };
  /** leidraad.js, loaded when something new is led, or it runs late */
  leidraad: {
    ofSheet(blad: Werkblad, keet: boolean, people: number): Looplan;
    ofKist(kist: Kist, sheets: Werkbladen, bron: string, now: number): Looplan;
    /** Whole minutes from now: what is left of each block, and until the end. */
    resten(run: Loop, now: number): { rest: Rest[]; einde: number };
    replanned(
      run: Loop, now: number, minuten: Record<string, number>, skipped: string[],
      sheets: Werkbladen): Loopstap[];
  };
  /** leiden/loopt.js: whether what is stored as led still goes on */
  loopt(run: { gestopt?: unknown; laatst?: unknown }): boolean;
  /**
   * verslagen.js: the stored reports, each at its place: the key of a kist, or blad.<id> for one
   * sheet on its own.
   */
  verslagen: {
    /** Under which all of them are stored. */
    KEY: string;
    /** What we know of a value from store, file or sheet. */
    row(value: unknown): Afspraakregel;
    sound(value: unknown): Bijeenkomst;
    placeOf(blad: string): string;
    /** The sheet of a report of one sheet on its own; empty for a kist. */
    sheetOf(place: unknown): string;
    /** Its id as long as it is not loaded. */
    titleOf(blad: string): string;
    /** What the report of one sheet is of: as a kist that is nowhere stored. */
    loose(blad: string): Kist;
    meetingAt(place: unknown): Kist | undefined;
    /** The report at a place; one sheet begins today when there was nothing yet. */
    of(place: string): Bijeenkomst;
    /** The places of reports of one sheet. */
    sheetPlaces(): string[];
    /** Whether something is in the report at a place, or of it on its sheet. */
    hasSome(place: string): boolean;
    /** Whether a report is of one sheet, with something in it, and of another day. */
    isOld(place: string): boolean;
    /** On its day with what stands on its sheet: another day that may be typed over. */
    withSheet(place: string, about: Bijeenkomst): Bijeenkomst;
    /** All that is stored with this report in it, as the one that was used last. */
    withOne(place: string, about: Bijeenkomst): Record<string, unknown>;
  };
  /** report.js */
  report: {
    /** The sheets of a kist, each once. */
    ids(kist: Kist): string[];
    /** `words`: by their name in the template of the page. */
    parts(kist: Kist, about: Bijeenkomst, words: Record<string, string>): Verslagdeel[];
    text(parts: Verslagdeel[]): string;
    /** Characters of an agreement. */
    MOST: number;
    /** No longer than this, without half a character at its end. */
    cut(text: string, most: number): string;
    /** What was agreed on the sheets of this kist. */
    agreements(kist: Kist, about: Bijeenkomst): Afspraaktekst[];
    /**
     * What the sheets have that the report does not: new agreements, and those of the report with
     * the name or day that they lacked. What a reader changed in the report stays.
     */
    fresh(own: Afspraakregel[], found: Afspraakregel[]): Afspraakregel[];
    /** On which a report began, or was gone on with. */
    lastDay(about: Bijeenkomst): string;
    /** Whether something was typed on a sheet after the last day of its report. */
    isLater(blad: string, kist: string, about: Bijeenkomst): boolean;
    /** What stands on a sheet, or stood there on the last day of its report. */
    typed(blad: string, kist: string, about: Bijeenkomst): Ingevuld;
  };
}
