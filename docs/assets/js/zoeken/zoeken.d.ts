// What the parts of the search share, in the order in which they run; for tsc only, like gk.d.ts.

/** Kind, address, title, summary, phase and duration; stems of search words, features. */
type CatalogueRow = [string, string, string, string, string, string, string];

/** What macros/search/catalogue.py writes. */
interface Catalogue {
  regels: [number, string, string][][];
  stopwoorden: string;
  vormen: Record<string, string>;
  /** Kind -> what one is called, its weight, and what stands before and after its name. */
  soorten: Record<string, [string, number, string, string]>;
  /** Stems that are written short, in the order of their short forms. */
  kort: string;
  /** Stems of entries that mean nearly the same, and behind a bar what else people say. */
  synoniemen: string[];
  kenmerken: string[];
  /** The columns of all rows, a row a line. */
  lijst: string[];
}

/** woorden.js */
interface SearchWords {
  spaced(text: string): string[];
  /** The same function, that does its work once for each word. */
  once<T>(work: (word: string) => T): (word: string) => T;
  stops: Set<string>;
  /** Without small words, unless there are no others. */
  useful(words: string[]): string[];
  words(text: string): string[];
  stem(word: string): string;
  /** How many typing errors apart; above `most` it stops counting. */
  distance(one: string, other: string, most?: number): number;
}

/** A title or search words: stems, with what they say as a whole. */
interface Phrase {
  stems: string[];
  whole: number;
}

/** register.js; what is by entry stands in the order of the catalogue. */
interface SearchRegister {
  lijst: CatalogueRow[];
  /** A stem -> entry, worth, entry, worth, ... */
  index: Map<string, number[]>;
  sorted: string[];
  /** Each title folded, each word behind a space. */
  titles: string[];
  titleWords: string[][];
  summaries: string[][];
  weight(stem: string): number;
  phrasesOf(entry: number): Phrase[];
  starting(letters: string): string[];
  parts(compound: string): string[];
  compounds: Map<string, string[]>;
  meaning: Map<string, Set<string>>;
  sayings: { stems: string[]; meant: string[] }[];
}

/** One word or saying of what was typed: the stems that it may be, each with how surely. */
interface Asked {
  terms: Map<string, number>;
  weight: number;
}

/** vraag.js */
interface SearchQuestion {
  known(word: string): string;
  asked(words: string[]): Asked[];
}
