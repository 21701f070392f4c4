// What the scripts share, for the type check and for whoever reads them; no page loads this file.
// Every script adds its own namespace to the one global, Gk. A class that another script needs is a
// global of its own. What only a meeting has stands in bijeenkomst/bijeenkomst.d.ts.

/** One part of a meting: its places are the numbers of its statements, from 1. */
interface Onderdeel {
  id: string;
  titel: string;
  /** What all score: the same thing, each other, or themselves. */
  over?: "zelfde" | "elkaar" | "zelf";
  /** The statements; of `elkaar` those about the other. */
  plekken: number[];
  /** Of `elkaar`: the same statements about ourselves. */
  wij?: number[];
}

/** What the page says of a meting. */
interface Scan {
  id: string;
  /** How many places version 1, 2, ... has. */
  aantallen: number[];
  onderdelen: Onderdeel[];
  /** Who names no party is a colleague: it is about one house. */
  huis?: string;
  /** Who gives no name, and what is counted: Partner 1, met twee partijen. */
  ander: string;
  /** Two parties look at each other and at themselves. */
  elkaar?: boolean;
}

/** What one person answered, as a code carries it. */
interface Uitslag {
  scan: string;
  versie: number;
  /** yyyymmdd */
  datum: string;
  naam: string;
  /** The party or organisation, when one was named. */
  partij?: string;
  /** 0 is open, 1 to 5 a score, 6 'weet ik niet'. */
  antwoorden: number[];
  /** How many places its version has. */
  aantal?: number;
}

interface GelezenUitslag extends Uitslag {
  aantal: number;
  partij: string;
  code: string;
}

/** One per part; null where nobody answered. */
type Scores = (number | null)[];

interface Antwoorden {
  antwoorden: number[];
}

/** A person of this round; without a code it is the reader. */
interface Persoon extends Antwoorden {
  naam: string;
  /** The name is ours, such as Ik. */
  naamloos?: boolean;
  partij?: string;
  code?: string;
}

/** Persons who belong together; who names no party is one alone. */
interface Partij {
  naam: string;
  partij: string;
  personen: Persoon[];
}

/** What is drawn as one line: a person, a party, or the mean. */
interface Reeks {
  naam: string;
  scores: Scores;
}

/** A person or a party; `zelf` is what it says of itself, where `scores` is of the other. */
interface Lijn extends Partij, Reeks {
  zelf: Scores;
  /** The reader is in it. */
  eigen: boolean;
}

/** What may be seen of a group. */
interface Groep {
  /** Those in the lines. */
  personen: Persoon[];
  lijnen: Lijn[];
  /** Per part what the advice follows; null where no mean is meant. */
  means: Scores;
  spreads: Scores;
  /** Parties with too few answers to be seen. */
  wachten: Partij[];
  /** The lines are parties. */
  perPartij: boolean;
  /** All are of one party. */
  binnen: boolean;
}

/** A column of the table; typed text stands between isolates. */
interface Kolom {
  kop: string;
  scores: Scores;
  changes?: Scores;
  /** Of the reader alone, where the lines are parties. */
  eigen?: boolean;
}

/** Asks a question of the page, by its name; true for yes. */
type Ask = (question: string, uitslag?: Uitslag) => boolean;

/** An earlier round; `eigen` is the own code, since most give no name. */
interface Ronde {
  datum: string;
  codes: string[];
  eigen?: string;
}

/** A text, and the place of each of its characters in the text that it was made of. */
interface Reading {
  text: string;
  at: number[];
}

/** The sound codes of what was handed over, per round, and which of them did not count. */
interface Overhandigd {
  rondes: string[][];
  fouten: { nr: number; reden: string; naam: string }[];
}

interface Actie {
  sleutel: string;
  scan: string;
  onderdeel: string;
  band: string;
  actie: string;
  wie: string;
  wanneer: string;
  signaal: string;
  stand: string;
  /** The meeting or checklist that it comes from, in words. */
  bron?: string;
  /** When it was last changed: the newest wins. */
  op: number;
}

/** The next time that actions are gone through, as a calendar got it last. */
interface Afspraak {
  sleutel: string;
  dag: string;
  op: number;
}

/** A day in a calendar, or some hours of it. */
interface CalendarEvent {
  /** The same event has the same key for ever. */
  key: string;
  /** When it was last changed, in milliseconds since 1970. */
  changed: number;
  /** yyyy-mm-dd */
  day: string;
  /** With both: minutes after midnight of that day, on the clock of who reads it. */
  start?: number;
  end?: number;
  /** Where it is. */
  place?: string;
  title: string;
  text: string;
  /** Where it comes from; empty for nowhere. */
  url: string;
}

/** A fact in a typed sentence: name and values of a filter, and the places of its words. */
interface Feit {
  name: string;
  values: string[];
  /** From 0, in what was typed without the space around it. */
  places: number[];
}

/** Name of a filter in the address -> what was chosen or typed there. */
type Wensen = Record<string, string[]>;

/** An instrument as the filters see it: the attributes of its card, and their words. */
interface Passend {
  data: Record<string, string | undefined>;
  sets: Record<string, Set<string> | undefined>;
}

/** The same with its card on the page. */
interface InstrumentKaart extends Passend {
  element: HTMLElement;
  name: string;
  /** From the root of the site. */
  adres: string;
  /** What it says, folded. */
  text: () => string;
  /** The list in which the page has it. */
  home: HTMLElement;
}

interface Vondst {
  soort: string;
  adres: string;
  titel: string;
  kort: string;
  /** As far as it has them. */
  faseEnDuur: string;
}

interface Vondsten {
  aantal: number;
  vondsten: Vondst[];
}

/** The namespaces of scripts that a page fetches when a reader needs them. */
type Fetched = "qr" | "takeAway" | "together" | "leidraad" | "sheetText" | "kistIn" |
  "kistUit" | "verslagVerder";

type Attributes = Record<string, string | number>;
type Child = Node | string;
/** What fills the slots of a template: a text, nodes, what stands there (true), or nothing. */
type Slots = Record<string, string | boolean | undefined | Child[]>;
/** What was stored or opened: an object of which nothing is known yet. */
type Unknown = Record<string, unknown>;

interface Shared {
  /** page.js; fetches styles, and scripts that run in this order; ends when all are there */
  load(addresses: string[]): Promise<unknown>;
  /** page.js: this page as others open it, without what stands behind ? or # */
  address(): string;
  /** page.js */
  dom: {
    set<T extends Element>(node: T, attributes: Attributes): T;
    el<T extends keyof HTMLElementTagNameMap>(
      tag: T, attributes?: Attributes, ...children: Child[]): HTMLElementTagNameMap[T];
    svg<T extends keyof SVGElementTagNameMap>(
      tag: T, attributes?: Attributes, ...children: Child[]): SVGElementTagNameMap[T];
    /** What somebody typed, such as a name: it keeps its direction and is not translated. */
    typed(text: string): HTMLElement;
    /** The same where there is no markup: text from right to left is kept apart from the rest. */
    isolate(text: string): string;
  };
  /** begrip.js; fetched by page.js at the first tap */
  term?(link: HTMLAnchorElement): void;
  /** store.js; a key has no prefix here */
  store: {
    raw(key: string): unknown;
    /** What the browser calls it, as in the event of another tab. */
    nameOf(key: string): string;
    read(key: string): Unknown;
    isNewer(key: string): boolean;
    write(key: string, value: object): boolean;
    remove(key: string): void;
    keys(): string[];
  };
  /** keys.js */
  keys: {
    make(): string;
    /** The key that was stored or handed over; a new one for what is none. */
    sound(value: unknown): string;
    /** The id of a sheet, whether it exists or not; empty for what is none. */
    sheet(value: unknown): string;
    /** Where it is stored what was typed on a sheet, for a kist or for none in particular. */
    ofSheet(blad: string, kist?: string): string;
  };
  /** folding.js */
  folding: {
    fold(text: string): string;
    words(text: string): string[];
    /** The words of each text: all at once is faster. */
    wordsOf(texts: string[]): string[][];
    same(one: string, other: string): boolean;
  };
  /** passend.js */
  passend: {
    /** What can be asked at most. */
    MOST: { minuten: number; mensen: number };
    of(data: Passend["data"]): Passend;
    without(wishes: Wensen, ...names: string[]): Wensen;
    /** Does it answer all wishes? `hasWords` decides about a word. */
    fits<Card extends Passend>(
      card: Card, wishes: Wensen, hasWords: (card: Card) => boolean): boolean;
    /** Addresses of instruments for a text, the best first; what shares too little is left out. */
    ranked(engine: NonNullable<Shared["search"]["engine"]>, text: string): string[];
    /** The fewest wishes to drop so that something is left, that with most left first. */
    relief<Card extends Passend>(
      cards: Card[], wishes: Wensen, hasWords: (card: Card) => boolean,
    ): { drop: string[]; left: Card[] }[];
    /** The nearest number of a wish with which something fits. */
    nearest<Card extends Passend>(
      cards: Card[], wishes: Wensen, name: string, hasWords: (card: Card) => boolean,
    ): { value: number; many: number } | undefined;
  };
  /** feiten.js */
  feiten?: {
    /**
     * Filters of the page of instruments, and the rest of what was typed; a text that begins one
     * of the titles of register.js has no facts.
     */
    read(text: string, titles?: string[]): {
      filters: Wensen;
      rest: string;
      parts: Feit[];
    };
    /** The words for 0 to 20. */
    numbers: string[];
  };
  /** files.js */
  files: {
    download(name: string, content: string | Blob, type?: string): void;
    saveJson(name: string, soort: string, content: object): void;
  };
  /** csv.js */
  csv: {
    /** `abroad`: for other programs than Dutch Excel */
    text(rows: string[][], abroad?: boolean): string;
    save(name: string, rows: string[][], abroad?: boolean): void;
  };
  /** ics.js */
  ics: {
    /** `maker`: what made the file, for PRODID */
    calendar(maker: string, events: CalendarEvent[]): string;
  };
  /** fields.js, in elements with fields that can be filled in wrong */
  fields?: {
    /** What to enter in a field; nothing when it is right. `whole`: empty may be wrong too. */
    check(panel: Paneel, field: HTMLInputElement, whole?: boolean): string;
    watch(panel: Paneel, options: AddEventListenerOptions): void;
    /** Whether something must be mended first: then a list of it has the focus. */
    halts(panel: Paneel): boolean;
  };
  /** days.js */
  days: {
    ymd(day?: Date): string;
    /** As a calendar stores it. */
    today(): string;
    /** The day of a moment, likewise. */
    of(moment: number): string;
    shown(text: string): string;
    iso(text: unknown): string;
    exists(text: unknown): boolean;
    isDay(text: unknown): text is string;
    plus(day: string, days: number): string;
    plusMonths(day: string, months: number): string;
    isDoubtful(day: string, made: string): boolean;
  };
  /** score.js */
  score: {
    of(antwoorden: number[], plekken: number[]): number | null;
    together(scores: Scores): number | null;
    spread(scores: Scores): number | null;
    party(scores: Scores, least?: number): number | null;
    unknown(persons: number[][], plekken: number[]): number;
    perPart(onderdelen: Onderdeel[], antwoorden: number[], last?: number): Scores;
    mirrored(onderdelen: Onderdeel[]): Onderdeel[];
    shown(value: number | null): string;
    change(value?: number | null): string;
  };
  /** partijen.js; `drie`: nothing of fewer than three, `last`: the last place that counts */
  parties: {
    LEAST: number;
    samePerson(one: { naam: string; partij?: string }, other: { naam: string; partij?: string }):
      boolean;
    of(personen: Persoon[], huis?: string): Partij[];
    named(personen: Persoon[]): number;
    line(scan: Scan, personen: Persoon[], options?: { drie?: boolean; last?: number }):
      { scores: Scores; zelf: Scores };
    group(scan: Scan, personen: Persoon[], options?: { drie?: boolean; last?: number }): Groep;
  };
  /** codec.js */
  codec: {
    encode(uitslag: Uitslag, groups?: number[]): string;
    decode(text: string, scan: Pick<Scan, "id" | "aantallen">): GelezenUitslag;
    nameOf(text: string): string;
    naming(who: { naam: string; partij?: string }, marks?: RegExp): string;
    escapes(name: string): string[];
    pack(answers: number[]): string;
    seal(short: string): string;
  };
  /** links.js */
  links: {
    readings(text: string): Reading[];
    squeeze(text: string): Reading;
    plain(text: string): string;
    caseless(text: string): string;
    unbroken(text: string): string[];
    decoded(text: string): string;
    /** The payloads of a kind (KINDS); the judge gives each way to read one its worth. */
    find(text: string, kind: string, judge: (payload: string) => number): string[];
    has(address: string, kind: string): boolean;
    /** The filters in an address, as far as `known` gives what a value means. */
    query(search: string, known: (name: string, value: string) => string): [string, string][];
  };
  /** codes.js, loaded when something comes in; throws the name of a sentence for nothing. */
  codes?: {
    find(text: string, scan: Pick<Scan, "id" | "aantallen">): Overhandigd;
  };
  /** wegwijzer.js: where an address leads below the root of the site, or what comes near */
  wegwijzer(address: string, pages: string[]): { naar: string; bij: string[] };
  /** actions.js */
  actions: {
    /** Store these beside what the agenda holds, newer by key; whether that worked. */
    add(acties: Actie[]): boolean;
    /** An action, with these values. */
    make(values: Partial<Actie>): Actie;
    EMPTY: Omit<Actie, "op">;
    merge(mine: Actie[], others: unknown): Actie[];
    unread(others: unknown): { all: number; wrong: number };
    /** On this device. */
    stored(): Actie[];
    /** The same, by their keys. */
    byKey(): Map<string, Actie>;
    isOpen(actie: Pick<Actie, "stand">): boolean;
    title(actie: Pick<Actie, "actie" | "wie">): string;
  };
  /** radar.js */
  radar: {
    line(scores: Scores, k: number): SVGElement;
    band(persons: Scores[]): SVGElement;
    sign(k: number): SVGElement;
  };
  /** samen.js, loaded when something came in */
  together?: (panel: Paneel, deelnemer: Deelnemer, agenda: string) => {
    deelnemers: Deelnemers;
    view: VergelijkView;
    draw(): Groep;
    takeFrom(text: string): boolean;
    openFile(data: Unknown, name: string): void;
    isOver(): boolean;
    choose(wanted: boolean): boolean;
    rounds(): string[][];
    remove(button: HTMLElement): void;
  };
  /** take-away.js, loaded on a click */
  takeAway?: {
    printResult(view: UitslagView, rounds: string[][], qr: Element | null, alone?: boolean): void;
    /** `abroad`: for other programs than Dutch Excel */
    saveTable(view: UitslagView, name: string, abroad?: boolean): void;
    savePicture(figure: HTMLElement, name: string): void;
  };
  /** vendor/lean-qr.js, loaded on a click */
  qr?: (text: string) => HTMLImageElement;
  search: {
    /** page.js: the addresses of what answers a question, in the order in which it runs */
    parts?: string[];
    /** catalogus.js and volledig.js, which macros/search/catalogue.py writes */
    catalogue?: Catalogue;
    /** The parts of the engine, in zoeken/: woorden.js, register.js and vraag.js */
    words?: SearchWords;
    register?: SearchRegister;
    question?: SearchQuestion;
    fullText?: Record<string, string>;
    /** zoekmachine.js */
    engine?: {
      /** The facts in a sentence are filters: what fits, or with `past` false what comes near. */
      answer(text: string, most?: number): Vondsten & {
        feiten: Feit[];
        filters: Wensen;
        /** What is left of the text beside facts. */
        woord: string;
        past: boolean;
      };
      find(text: string, most?: number): Vondsten;
      /** How many instruments fit these filters and this word, as on their page. */
      fit(wishes: Wensen): number;
      findInFullText(text: string, fullText: Record<string, string>, most?: number): Vondsten;
      suggest(text: string): string[];
      stem(word: string): string;
      words(text: string): string[];
    };
    /** zoeken.js */
    open?: () => Promise<HTMLInputElement>;
  };
}

declare var Gk: Shared;
