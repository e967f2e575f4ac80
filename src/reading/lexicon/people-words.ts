import type { Language } from '../../kernel/vocabulary/language.ts';
import type { Care } from '../../kernel/vocabulary/care.ts';
import { anyOf, either, type Words, wordsOf } from './tables.ts';

/** What is said to us as people, in the order in which it is looked for; secrets are found elsewhere. */
const saidToPeople = ['crisis', 'emergency', 'thanks', 'hello'] as const satisfies readonly Care[];

const patterns = [
  /** Told or asked of a card, and no wish to block it. */
  'cardTold',
  /** What ends, holds back or blocks; and what is stopped. */
  'stopsPayment',
  'payments',
] as const;

/** What a pack says of texts for people. */
export interface PeopleWords
  extends
    Readonly<Partial<Record<(typeof patterns)[number], RegExp>>>,
    Readonly<Partial<Record<(typeof saidToPeople)[number], RegExp>>> {
  /** Names of secrets that only this language has. */
  readonly secretNames?: RegExp;
  /** Wishes that a card be blocked. */
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

/** What a pack says of what phones, programs and members put around a text. */
export interface SurroundingWords {
  /** Parts of `sent from my phone`, and whole lines besides, as alternatives. */
  readonly sent?: Words;
  readonly sentFrom?: Words;
  readonly my?: Words;
  readonly devices?: string;
  readonly lines?: string;
  /** What an arrow says. */
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

/** What a pack says of its language's name. */
export interface LanguageNames {
  /** What it is called, in each language, as alternatives. */
  readonly called?: string;
  /** The name that asks for it. */
  readonly ask?: string;
  /** What may stand before and after the name, as alternatives; the last one before it without a space. */
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
  const before = `(?:${either(packs.map((pack) => pack.before))} )*${glued}?`;
  const after = `(?: ${either(packs.map((pack) => pack.after))})*`;
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
