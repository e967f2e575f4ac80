import { remembered } from '../../kernel/remembered.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { listQuestions } from '../../kernel/vocabulary/intent.ts';
import { addPhrase, phraseTree, type PhraseTree } from './phrase-tree.ts';
import { compileQuestions, type QuestionLexicon, type QuestionWords } from './question-words.ts';
import type { Topic } from './question-words.ts';
import {
  timeUnits,
  type AmountKind,
  type PeriodKind,
  type PeriodLink,
  type SlotClass,
  type TimeUnit,
} from './slot-names.ts';
import { phrasesOf, unite, wordsOf, type Words } from './tables.ts';

/** Phrases in one string, separated by commas; see `phrase-tree.ts` for their notation. */
export type Phrases = string;

const sets = [
  /** May stand between a link and a day: `the`. */
  'articles',
  /** Elided before a word, without the apostrophe. */
  'elisions',
  /** Names of months and weekdays that are also other words: they count only after a link or beside another part of a date. */
  'doubtful',
  /** After a beginning: `from september on`. */
  'onwards',
  /** Between the two bounds of an amount. */
  'boundJoins',
  /** Words that ask for the newest few, before or after a number. */
  'latest',
  /** Words for spending. A bound right after them is about the sum. */
  'spending',
  /** Ask why something is on hold; and say that it is. */
  'whys',
  'pendings',
] as const;

type SlotSet = (typeof sets)[number];

/** Sets about merchants, which count only in a text of their own language: `a` leads to one in French. */
const nameSets = [
  /** Before a merchant or a category, anywhere in a sentence. */
  'findLeads',
  /** Those that lead to nothing else, so that an account is not meant. */
  'merchantLeads',
  /** The same as the first, but only right after a word for entries. */
  'findLeadsAfterNoun',
  /** Skipped between these and the name. */
  'findSkips',
  /** End a name. */
  'findEnds',
  /** Never a name by themselves. */
  'neverFound',
  /** Words for entries: a merchant may stand before or after them. */
  'entryNouns',
  /** Join two names of one thing, or two accounts. */
  'ands',
] as const;

type NameSet = (typeof nameSets)[number];

/** One language's words around a merchant or a category. */
export interface NameWords extends Readonly<Record<NameSet, ReadonlySet<string>>> {
  readonly language: Language;
  /** Words with a use of their own in questions, so that they are no merchant before `purchases`. */
  readonly known: ReadonlySet<string>;
  /** Categories of two words or more: `eating out` needs no word before it. */
  readonly categories: ReadonlySet<string>;
  /** The first words of these. */
  readonly categoryHeads: ReadonlySet<string>;
}

/** A pack's words for what limits the answer to a question. */
export interface SlotWords extends Readonly<Partial<Record<SlotSet | NameSet, Words>>> {
  /** Start a command that only finds: `find walmart`. */
  readonly findHeads?: Words;
  /** Twelve names of months and seven of weekdays, from Monday; the forms of one are separated by spaces. */
  readonly months?: Phrases;
  readonly weekdays?: Phrases;
  readonly units?: Readonly<Partial<Record<TimeUnit, Words>>>;
  /** Small numbers that `numbers` leaves out: `a=1 couple=2`. Ordinals of days: `first=1`. */
  readonly small?: Words;
  readonly ordinals?: Words;
  /** The ending of an ordinal in figures, as alternatives. */
  readonly ordinalEndings?: string;
  /** Days come before months in `3/10`. */
  readonly isDayFirst?: true;
  readonly periods?: Readonly<Partial<Record<PeriodKind, Phrases>>>;
  /** What stands before a day or period, and what it makes of it. */
  readonly links?: Readonly<Partial<Record<PeriodLink, Phrases>>>;
  /** Before an amount; and after one. */
  readonly bounds?: Readonly<Partial<Record<AmountKind, Phrases>>>;
  readonly boundsAfter?: Readonly<Partial<Record<AmountKind, Phrases>>>;
  /** Before two amounts. */
  readonly between?: Words;
  /** They turn a question about entries into one about their sum. */
  readonly sums?: Phrases;
  /** The greatest entries, and the smallest. */
  readonly most?: Phrases;
  readonly least?: Phrases;
  /** Heard, but no answer can apply it. */
  readonly unapplied?: Phrases;
  /** Topics that count only beside a slot. */
  readonly topics?: readonly Topic[];
}

/** What ends a phrase of the tree for amounts and wishes. */
export type SlotSign =
  | { readonly sign: 'bound'; readonly kind: AmountKind }
  | { readonly sign: 'after'; readonly kind: AmountKind }
  | { readonly sign: 'between' }
  | { readonly sign: 'most' | 'least' }
  | { readonly sign: 'unapplied' };

export interface SlotLexicon extends Readonly<Record<SlotSet, ReadonlySet<string>>> {
  readonly periods: PhraseTree<PeriodKind, SlotClass>;
  readonly links: ReadonlyMap<string, PeriodLink>;
  readonly signs: PhraseTree<SlotSign, SlotClass>;
  /** The classes of words without figures. */
  readonly classes: ReadonlyMap<string, readonly (readonly [SlotClass, number])[]>;
  readonly ordinalFigure: RegExp;
  readonly findHeads: ReadonlyMap<string, Language>;
  readonly sums: RegExp;
  /** Words with a use of their own in questions, so that they are no merchant before `purchases`. */
  readonly known: ReadonlySet<string>;
  /** The words around merchants, by language. */
  readonly names: readonly NameWords[];
  /** What a word may be around a merchant: for each of `names` the bits of `nameSign`; and `pendingBit`. */
  readonly nameSigns: (word: string) => number;
  /** A letter, or a word that frames questions or joins accounts: alone it names an account only in a command. */
  readonly isNoneAlone: (word: string) => boolean;
  /** Languages that write days before months. */
  readonly dayFirst: ReadonlySet<string>;
  /** Whether a word may be of a period, an amount or a wish. A text without any has none. */
  readonly mayLimit: (word: string) => boolean;
  /** Whether a word names a topic which slots can fill. A sentence without any is no question with slots. */
  readonly asks: (word: string) => boolean;
  /** Whether a word alone asks for a sum. */
  readonly isSum: (word: string) => boolean;
  /** The topics of questions, with those that count only beside a slot. */
  readonly questions: QuestionLexicon;
}

/** One language's bits for a word: it counts for the language, leads to a name, is a word for entries, begins a category. */
export const nameSign = { counts: 1, leads: 2, noun: 4, category: 8 } as const;
/** The bits of a language. */
export const nameSignBits = 4;
/** A word for what is on hold. */
export const pendingBit = 1 << 30;

function nameSignsIn(
  names: readonly NameWords[],
  pendings: ReadonlySet<string>,
): (word: string) => number {
  return (word) => {
    let bits = pendings.has(word) ? pendingBit : 0;
    for (const [index, one] of names.entries()) {
      const isNoun = one.entryNouns.has(word);
      const counts = isNoun || one.known.has(word) || one.findLeads.has(word);
      const leads = one.findLeads.has(word) || one.findLeadsAfterNoun.has(word);
      const signs =
        (counts ? nameSign.counts : 0) |
        (leads ? nameSign.leads : 0) |
        (isNoun ? nameSign.noun : 0) |
        (one.categoryHeads.has(word) ? nameSign.category : 0);
      bits |= signs << (index * nameSignBits);
    }
    return bits;
  };
}

/** A date or an amount in figures. */
const figures = /^(?:\D?\d+[-/.,]\d|[$€£]\d)/;

type Spoken = SlotWords & { readonly language?: Language };
type SpokenCategories = Readonly<Record<string, Phrases>> & { readonly language?: Language };
type SpokenQuestions = QuestionWords & { readonly language?: Language };

export function compileSlots(
  packs: readonly Spoken[],
  numbers: readonly ReadonlyMap<string, number>[],
  questions: readonly SpokenQuestions[],
  categories: readonly SpokenCategories[],
): SlotLexicon {
  const united = unite(sets, packs);
  const { periods, signs } = treesOf(packs);
  const classes = classesOf(packs, numbers);
  const asked = compileQuestions(
    questions.map((pack) => ({
      ...pack,
      topics: togetherFraming([
        ...(pack.topics ?? []),
        ...(packs.find(({ language }) => language === pack.language)?.topics ?? []),
      ]),
    })),
  );
  const triggers = triggersOf([periods, signs], classes, united);
  const askers = askersIn(asked);
  const names = packs.flatMap((pack) => namesIn(pack, asked, categories));
  const known = knownIn(asked.frames, asked);
  const sums = new RegExp(
    `(?:^| )(?:${packs.flatMap((pack) => listOf(pack.sums)).join('|') || '(?!)'})(?: |$)`,
  );
  return {
    ...united,
    periods,
    signs,
    classes,
    links: new Map(
      packs.flatMap(({ links }) =>
        entriesOf(links).flatMap(([link, phrases]) =>
          phrasesOf(phrases).map((phrase) => [phrase, link] as const),
        ),
      ),
    ),
    ordinalFigure: new RegExp(
      `^(\\d{1,2})(?:${packs.flatMap(({ ordinalEndings }) => ordinalEndings ?? []).join('|')})$`,
    ),
    dayFirst: new Set(
      packs.flatMap(({ language, isDayFirst }) => (isDayFirst && language ? [language] : [])),
    ),
    mayLimit: (word) => triggers.has(word) || figures.test(word),
    asks: (word) => askers.has(word.includes("'") ? word.replace(/'s?$/, '') : word),
    isSum: remembered((word) => sums.test(word)),
    questions: asked,
    findHeads: new Map(
      packs.flatMap(({ language, findHeads = '' }) =>
        language ? wordsOf(findHeads).map((word) => [word, language] as const) : [],
      ),
    ),
    sums,
    known,
    isNoneAlone: remembered(
      (word) =>
        /^\p{L}$/u.test(word) || known.has(word) || names.some(({ ands }) => ands.has(word)),
    ),
    names,
    nameSigns: nameSignsIn(names, united.pendings),
  };
}

/** The phrases of periods, and those of amounts and wishes. */
function treesOf(packs: readonly Spoken[]): Pick<SlotLexicon, 'periods' | 'signs'> {
  const periods = phraseTree<PeriodKind, SlotClass>();
  const signs = phraseTree<SlotSign, SlotClass>();
  for (const pack of packs) {
    for (const [kind, phrases] of entriesOf(pack.periods))
      for (const phrase of phrasesOf(phrases)) addPhrase(periods, phrase, kind);
    for (const [kind, phrases] of entriesOf(pack.bounds))
      for (const phrase of phrasesOf(phrases)) addPhrase(signs, phrase, { sign: 'bound', kind });
    for (const [kind, phrases] of entriesOf(pack.boundsAfter))
      for (const phrase of phrasesOf(phrases)) addPhrase(signs, phrase, { sign: 'after', kind });
    for (const word of wordsOf(pack.between ?? '')) addPhrase(signs, word, { sign: 'between' });
    for (const phrase of listOf(pack.most)) addPhrase(signs, phrase, { sign: 'most' });
    for (const phrase of listOf(pack.least)) addPhrase(signs, phrase, { sign: 'least' });
    for (const phrase of listOf(pack.unapplied)) addPhrase(signs, phrase, { sign: 'unapplied' });
  }
  return { periods, signs };
}

/** Topics of one intent frame each other's questions: a slot shows that the sentence asks about entries. */
function togetherFraming(topics: readonly Topic[]): Topic[] {
  const framing = Map.groupBy(topics, ({ intent }) => intent);
  return topics.map((topic) =>
    topic.needsNumber
      ? topic
      : { ...topic, also: (framing.get(topic.intent) ?? []).flatMap(({ also = [] }) => also) },
  );
}

/** The words with which a phrase begins; of those in a class only months and weekdays. */
function triggersOf(
  trees: readonly Pick<PhraseTree<unknown, SlotClass>, 'words'>[],
  classes: SlotLexicon['classes'],
  { spending, latest }: Pick<SlotLexicon, 'spending' | 'latest'>,
): ReadonlySet<string> {
  const named = [...classes].flatMap(([word, values]) =>
    values.some(([name]) => name === 'month' || name === 'weekday') ? [word] : [],
  );
  return new Set([
    ...trees.flatMap(({ words }) => [...words.keys()]),
    ...named,
    ...spending,
    ...latest,
  ]);
}

const filledTopics: ReadonlySet<string> = new Set(['balance', 'holds', ...listQuestions]);

/** The words of topics without those that also frame other questions. */
function askersIn({ frames }: QuestionLexicon): ReadonlySet<string> {
  const common = new Set(
    frames.flatMap(({ framing, telling, wishing }) => [...framing, ...telling, ...wishing]),
  );
  const named = frames.flatMap(({ phrases }) =>
    [...phrases].flatMap(([phrase, topics]) =>
      topics.some(({ intent }) => filledTopics.has(intent)) ? wordsOf(phrase) : [],
    ),
  );
  return new Set(named.filter((word) => !common.has(word)));
}

function namesIn(
  pack: Spoken,
  asked: QuestionLexicon,
  categories: readonly SpokenCategories[],
): NameWords[] {
  const { language } = pack;
  if (language === undefined) return [];
  const frames = asked.frames.filter((frame) => frame.language === language);
  const called = categories.find((one) => one.language === language) ?? {};
  const phrases = Object.values(called)
    .flatMap(phrasesOf)
    .map((phrase) => phrase.normalize('NFD').replace(/\p{M}/gu, ''))
    .filter((phrase) => phrase.includes(' ') && !frames.some((frame) => frame.phrases.has(phrase)));
  const known = knownIn(frames, asked);
  const categoryHeads = new Set(phrases.map((phrase) => phrase.split(' ')[0] ?? ''));
  return [
    { ...unite(nameSets, [pack]), language, known, categories: new Set(phrases), categoryHeads },
  ];
}

/** The words that frame questions, and those of their topics. */
function knownIn(
  frames: QuestionLexicon['frames'],
  { also }: Pick<QuestionLexicon, 'also'>,
): ReadonlySet<string> {
  const topics = new Set(frames.flatMap(({ phrases }) => [...phrases.values()].flat()));
  return new Set([
    ...frames.flatMap(({ framing, telling, wishing, phrases }) => [
      ...framing,
      ...telling,
      ...wishing,
      ...[...phrases.keys()].flatMap(wordsOf),
    ]),
    ...[...topics].flatMap((topic) => [...(also.get(topic) ?? [])]),
  ]);
}

function classesOf(
  packs: readonly SlotWords[],
  numbers: readonly ReadonlyMap<string, number>[],
): SlotLexicon['classes'] {
  const classes = new Map<string, (readonly [SlotClass, number])[]>();
  const add = (word: string, name: SlotClass, value: number) => {
    const known = classes.get(word) ?? [];
    if (!known.some(([one, other]) => one === name && other === value))
      classes.set(word, [...known, [name, value]]);
  };
  for (const one of numbers)
    for (const [word, value] of one) if (value < 100) add(word, 'n', value);
  for (const pack of packs) {
    for (const [index, words] of listOf(pack.months).entries())
      for (const word of wordsOf(words)) add(word, 'month', index + 1);
    for (const [index, words] of listOf(pack.weekdays).entries())
      for (const word of wordsOf(words)) add(word, 'weekday', index + 1);
    for (const [index, unit] of timeUnits.entries())
      for (const word of wordsOf(pack.units?.[unit] ?? '')) add(word, 'unit', index);
    for (const pair of wordsOf(pack.small ?? '')) add(nameOf(pair), 'n', valueOf(pair));
    for (const pair of wordsOf(pack.ordinals ?? '')) {
      add(nameOf(pair), 'o', valueOf(pair));
      add(nameOf(pair), 'd', valueOf(pair));
      if (valueOf(pair) <= 4) add(nameOf(pair), 'nth', valueOf(pair));
    }
  }
  return classes;
}

function nameOf(pair: string): string {
  return pair.split('=')[0] ?? '';
}

function valueOf(pair: string): number {
  return Number(pair.split('=')[1]);
}

function listOf(phrases: Phrases | undefined): string[] {
  return phrases === undefined ? [] : phrasesOf(phrases);
}

function entriesOf<Key extends string>(
  record: Readonly<Partial<Record<Key, Phrases>>> | undefined,
): readonly (readonly [Key, Phrases])[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record's own keys
  return Object.entries(record ?? {}) as [Key, Phrases][];
}
