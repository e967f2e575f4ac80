import type { Intent } from '../../kernel/vocabulary/intent.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { unite, wordsOf, type Words } from './tables.ts';

export type TopicIntent = Extract<
  Intent,
  | 'balance'
  | 'history'
  | 'deposits'
  | 'withdrawals'
  | 'checks'
  | 'holds'
  | 'accounts'
  | 'limits'
  | 'details'
  | 'code'
  | 'more'
>;

/**
 * Questions in free wording. A sentence is a question about a topic if it names that topic and every other word is known. A known
 * word is a share, a count, or a listed word that frames a question without changing it (`what is my … please`). With a single
 * other word, the sentence is about something else.
 */
export interface Topic {
  readonly intent: TopicIntent;
  /** Phrases that name it. Longer phrases are tried first. */
  readonly phrases: readonly string[];
  /** Words that frame only this topic: `clear` for checks, `spend` for the rest of a balance. */
  readonly also?: readonly string[];
  /** Yields to any other topic in the sentence, and needs money beside it: `how much`, `is left`. */
  readonly isWeak?: true;
  /** Combines with a wish only if the member wishes to be told: not `how much money do I need`. */
  readonly isBare?: true;
  /** Only with a check's number. */
  readonly needsNumber?: true;
}

const sets = [
  /** All shares together. */
  'all',
  /** Before or within a phrase for all of one's own accounts. */
  'ownWholes',
  /** Before a share's name: *in* and *on*. After these, a figure is a share. */
  'inWords',
  'prepositions',
  /** Say who owns it. */
  'mine',
  /** Money, and where it is. A weak topic needs one of these beside it, a share, or an amount that is one's own. */
  'money',
  /** Ask for an amount: with an owner (`how much do i have`), it is one of money. */
  'amounts',
  /** Verbs for a look at an account: `check my savings` asks for its balance. */
  'looking',
  /** Ask what was spent, not what is left. */
  'spending',
  /** Between *in* and a name. */
  'belongs',
  /** After *in* and *on*, but not shares: times, places of money, persons. */
  'places',
  /** Kinds that sentences use for other things, unless the second set follows the third. */
  'neverNames',
  'savingHeads',
  'savingTails',
] as const;

type QuestionSet = (typeof sets)[number];

/** A pack's words for questions in free wording. */
export interface QuestionWords extends Readonly<Partial<Record<QuestionSet, Words>>> {
  readonly topics?: readonly Topic[];
  /** Words that frame any question; that ask to be told; that wish. */
  readonly framing?: Words;
  readonly telling?: Words;
  readonly wishing?: Words;
  /** Two to ten, in words. */
  readonly counts?: Words;
  /** Words of a topic with another meaning, such as `can i deposit a check`; and mere statements. */
  readonly otherwise?: readonly { readonly intent: TopicIntent; readonly pattern: RegExp }[];
}

/** One language's questions. */
export interface QuestionFrame {
  readonly language: Language;
  readonly phrases: ReadonlyMap<string, readonly Topic[]>;
  /** The most words of a phrase that begins with this word. */
  readonly lengths: ReadonlyMap<string, number>;
  /** The second words of the longer phrases that begin with this word. */
  readonly seconds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly framing: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
  readonly wishing: ReadonlySet<string>;
}

export interface QuestionLexicon extends Readonly<Record<QuestionSet, ReadonlySet<string>>> {
  readonly frames: readonly QuestionFrame[];
  /** What a word may begin: a bit for each frame that has a phrase with it first, and `lookBit` for a look at an account. */
  readonly begunBy: (word: string) => number;
  readonly also: ReadonlyMap<Topic, ReadonlySet<string>>;
  readonly counts: ReadonlyMap<string, string>;
  readonly otherwise: NonNullable<QuestionWords['otherwise']>;
}

type Spoken = QuestionWords & { readonly language?: Language };

/** A verb for a look at an account. */
export const lookBit = 1 << 30;

export function compileQuestions(packs: readonly Spoken[]): QuestionLexicon {
  const united = unite(sets, packs);
  const frames = packs.flatMap((pack) =>
    pack.language === undefined ? [] : [frameOf(pack, pack.language)],
  );
  return {
    ...united,
    frames,
    begunBy: (word) =>
      frames.reduce(
        (bits, { lengths }, index) => (lengths.has(word) ? bits | (1 << index) : bits),
        united.looking.has(word) ? lookBit : 0,
      ),
    also: new Map(
      packs.flatMap(({ topics = [] }) => topics).map((topic) => [topic, new Set(topic.also ?? [])]),
    ),
    counts: new Map(
      packs.flatMap(({ counts = '' }) =>
        wordsOf(counts).map((word, index) => [word, `${index + 2}`] as const),
      ),
    ),
    otherwise: packs.flatMap((pack) => pack.otherwise ?? []),
  };
}

function frameOf(pack: QuestionWords, language: Language): QuestionFrame {
  const phrases = new Map<string, Topic[]>();
  for (const topic of pack.topics ?? []) {
    for (const phrase of topic.phrases) {
      const known = phrases.get(phrase);
      if (known) known.push(topic);
      else phrases.set(phrase, [topic]);
    }
  }
  const lengths = new Map<string, number>();
  const seconds = new Map<string, Set<string>>();
  for (const phrase of phrases.keys()) {
    const words = phrase.split(' ');
    const [first = '', second] = words;
    if (second !== undefined) {
      const known = seconds.get(first) ?? new Set();
      seconds.set(first, known.add(second));
    }
    lengths.set(first, Math.max(words.length, lengths.get(first) ?? 0));
  }
  const set = (words: Words | undefined) => new Set(wordsOf(words ?? ''));
  return {
    language,
    phrases,
    lengths,
    seconds,
    framing: set(pack.framing),
    telling: set(pack.telling),
    wishing: set(pack.wishing),
  };
}
