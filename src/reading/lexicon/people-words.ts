import type { Language } from '../../kernel/vocabulary/language.ts';
import type { Care } from '../../kernel/vocabulary/care.ts';
import { anyOf, eachOnce, either, type Words, wordsOf } from './tables.ts';

/** Kinds of talk to people, in the order in which they are tried. Secrets are found elsewhere. */
const saidToPeople = ['crisis', 'emergency', 'thanks', 'hello'] as const satisfies readonly Care[];

const patterns = [
  /** Statements or questions about a card that are not a request to block it. */
  'cardTold',
  /** Words for ending, holding back or blocking, and for what is to be stopped. */
  'stopsPayment',
  'payments',
] as const;

/** A pack's words in texts for people. */
export interface PeopleWords
  extends
    Readonly<Partial<Record<(typeof patterns)[number], RegExp>>>,
    Readonly<Partial<Record<(typeof saidToPeople)[number], RegExp>>> {
  /** Names of secrets that only this language has. */
  readonly secretNames?: RegExp;
  /** Requests to block a card. */
  readonly cardWishes?: readonly RegExp[];
}

export interface PeopleLexicon extends Readonly<Record<(typeof patterns)[number], RegExp>> {
  readonly care: readonly {
    readonly care: Care;
    readonly language: Language;
    readonly pattern: RegExp;
  }[];
  readonly secretNames: readonly { readonly language: Language; readonly pattern: RegExp }[];
  readonly cardWishes: readonly RegExp[];
}

type Spoken = PeopleWords & { readonly language?: Language };

export function compilePeople(packs: readonly Spoken[]): PeopleLexicon {
  const spoken = packs.flatMap((pack) =>
    pack.language === undefined ? [] : [{ ...pack, language: pack.language }],
  );
  return {
    ...anyOf(patterns, packs),
    care: saidToPeople.flatMap((care) =>
      spoken.flatMap(({ language, [care]: pattern }) =>
        pattern ? [{ care, language, pattern }] : [],
      ),
    ),
    secretNames: spoken.flatMap(({ language, secretNames: pattern }) =>
      pattern ? [{ language, pattern }] : [],
    ),
    cardWishes: packs.flatMap((pack) => pack.cardWishes ?? []),
  };
}

/** A pack's words that phones, programs and members put around a text. */
export interface SurroundingWords {
  /** Parts of `sent from my phone`, and other whole lines, as alternatives. */
  readonly sent?: Words;
  readonly sentFrom?: Words;
  readonly my?: Words;
  readonly devices?: string;
  readonly lines?: string;
  /** The word for an arrow. */
  readonly arrow?: string;
}

export interface SurroundingLexicon {
  readonly signature: RegExp;
  readonly arrow: string;
}

export function compileSurroundings(packs: readonly SurroundingWords[]): SurroundingLexicon {
  const words = (key: 'sent' | 'sentFrom' | 'my') =>
    either(packs.flatMap((pack) => wordsOf(pack[key] ?? '')));
  const devices = either(packs.map((pack) => pack.devices));
  const lines = either(packs.map((pack) => pack.lines));
  return {
    signature: new RegExp(
      `${words('sent')} ${words('sentFrom')} (?:${words('my')} )?(?:\\w+ ){0,2}${devices}\\b.{0,40}$|${lines} .{1,20}$`,
      'u',
    ),
    arrow: packs.find(({ arrow }) => arrow)?.arrow ?? '',
  };
}

/** A pack's words for the names of its language. */
export interface LanguageNames {
  /** Its names in each language, as alternatives. */
  readonly called?: string;
  /** The name that requests it. */
  readonly ask?: string;
  /** What may come before and after the name, as alternatives. The last one before it needs no space. */
  readonly before?: string;
  readonly after?: string;
  readonly glued?: string;
}

export interface LanguageLexicon {
  readonly wishes: readonly { readonly language: Language; readonly pattern: RegExp }[];
  readonly ask: ReadonlyMap<Language, string>;
}

export function compileLanguageNames(
  packs: readonly (LanguageNames & { readonly language?: Language })[],
): LanguageLexicon {
  const glued = either(packs.map((pack) => pack.glued));
  const before = `(?:${eachOnce(packs.map((pack) => pack.before))} )*${glued}?`;
  const after = `(?: ${eachOnce(packs.map((pack) => pack.after))})*`;
  const named = packs.flatMap(({ language, called = '', ask = '' }) =>
    language === undefined ? [] : [{ language, called, ask }],
  );
  return {
    wishes: named.map(({ language, called }) => ({
      language,
      pattern: new RegExp(`^${before}${either([called])}${after}$`, 'u'),
    })),
    ask: new Map(named.map(({ language, ask }) => [language, ask])),
  };
}
