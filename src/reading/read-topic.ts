import { listQuestions } from '../kernel/vocabulary/intent.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Reading } from './reading.ts';
import type { Said } from './said.ts';
import type { ShareReader } from './share-words.ts';
import type { ArgumentLexicon } from './lexicon/argument-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { factsIn, type TextFacts } from './text-facts.ts';
import {
  lookBit,
  type QuestionFrame,
  type QuestionLexicon,
  type Topic,
} from './lexicon/question-words.ts';

/** A longer sentence is a story, not a question. */
const wordsMax = 24;

/**
 * Reads a question in free wording: its topic, a share, a count. `undefined` if any word is about something else. Never an order.
 * @param options `wordsMin`: fewer words are no question. `besideSlot`: what limits its answer was taken out
 */
export function readTopic(
  said: Said,
  shares: ShareReader,
  lexicon: Lexicon,
  {
    besideSlot = false,
    wordsMin = 2,
  }: { readonly besideSlot?: boolean; readonly wordsMin?: number } = {},
): { readonly reading: Reading; readonly language: Language } | undefined {
  if (said.words.length < wordsMin || said.words.length > wordsMax) return undefined;
  const facts = factsIn(said.words, lexicon);
  const begun = besideSlot ? facts.begunBeside : facts.begun;
  // Most words begin nothing.
  if (begun === 0) return undefined;
  const { arguments: words } = lexicon;
  const questions = besideSlot ? lexicon.slots.questions : lexicon.questions;
  for (let index = 0; index < questions.frames.length; index += 1) {
    const frame = questions.frames[index];
    // Most texts begin a topic in one language.
    if (!frame || (begun & ((1 << index) | lookBit)) === 0) continue;
    const isFirst = (at: number) => (begunAt(facts, at, besideSlot) & (1 << index)) !== 0;
    const asking = { frame, shares, words, questions, isFirst };
    const asked = (begun & (1 << index)) === 0 ? undefined : inLanguage(said, asking);
    const reading = asked ?? ((begun & lookBit) === 0 ? undefined : lookAtOwn(said, asking));
    if (reading) return { reading, language: frame.language };
  }
  return undefined;
}

/** What the word at this place begins. */
function begunAt({ of }: TextFacts, at: number, besideSlot: boolean): number {
  const facts = of[at];
  return (besideSlot ? facts?.begunBeside : facts?.begun) ?? 0;
}

/** `revisa mi cuenta corriente`, `can you check my savings`: a look at one's own share asks for its balance. */
function lookAtOwn({ words, typed }: Said, asking: Asking): Reading | undefined {
  const { frame, questions } = asking;
  const at = words.findIndex((word) => questions.looking.has(word));
  if (at < 0 || !words.slice(at).some((word) => questions.mine.has(word))) return undefined;
  const things: Things = {};
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const isPlain = frame.framing.has(word) || frame.telling.has(word) || frame.wishing.has(word);
    if (questions.looking.has(word) || isPlain) continue;
    if (things.account !== undefined) return undefined;
    const taken = takeShare({ ...asking, left: words, typed, said: words, index, things });
    if (taken === 0) return undefined;
    index += taken - 1;
  }
  return things.account === undefined ? undefined : { intent: 'balance', account: things.account };
}

interface Found {
  readonly topic: Topic;
  readonly at: number;
  readonly phrase: string;
}

/** The context for reading one language's questions. */
interface Asking {
  readonly frame: QuestionFrame;
  readonly shares: ShareReader;
  readonly words: ArgumentLexicon;
  readonly questions: QuestionLexicon;
  /** Whether a phrase of a topic begins with the word at this place. */
  readonly isFirst: (at: number) => boolean;
}

function inLanguage({ flat, words, typed }: Said, asking: Asking): Reading | undefined {
  const { frame, questions } = asking;
  const { found, left } = findTopics(words, asking);
  if (found.length === 0) return undefined;
  const topic = chooseTopic(found, words, asking);
  if (
    !topic ||
    questions.otherwise.some(({ intent, pattern }) => intent === topic.intent && pattern.test(flat))
  )
    return undefined;
  const isTold = words.some((word) => frame.telling.has(word));
  const things: Things = {};
  for (let index = 0; index < left.length; index += 1) {
    const word = left[index];
    // A phrase of a topic was here.
    if (word === undefined) continue;
    const taken = takeThing({ ...asking, left, typed, said: words, index, topic, things });
    if (taken > 0) index += taken - 1;
    else if (!isFrame(word, topic, asking, isTold)) return undefined;
  }
  if (topic.isWeak && !isOfMoney(words, things, asking)) return undefined;
  // `my cheques` beside another topic means the account that pays them.
  const isPayer = ({ topic: other }: Found) => other.intent === 'checks' && !other.needsNumber;
  if (topic.intent !== 'checks' && found.some(isPayer)) things.account ??= 'checking';
  return finish(topic, things);
}

/**
 * Whether a weak topic's words are about money: `how much do i have in checking`, not `how much is it` or `what have i got to read`.
 * A wish to be told comes before the question, so such a word after it is about something else.
 */
function isOfMoney(
  said: readonly string[],
  { account }: Things,
  { frame, questions: { money, amounts, mine } }: Asking,
): boolean {
  if (account !== undefined || said.some((word) => money.has(word))) return true;
  const asked = said.findIndex((word) => amounts.has(word));
  // `how much is left` asks for an amount twice over.
  const isPlain = said.filter((word) => amounts.has(word)).length > 1;
  return (
    asked >= 0 &&
    (isPlain || said.some((word) => mine.has(word))) &&
    !said.slice(asked).some((word) => frame.telling.has(word))
  );
}

function isFrame(
  word: string,
  topic: Topic,
  { frame, questions }: Asking,
  isTold: boolean,
): boolean {
  return (
    frame.framing.has(word) ||
    frame.telling.has(word) ||
    questions.also.get(topic)?.has(word) === true ||
    (topic.needsNumber === true && topic.phrases.includes(word)) ||
    (frame.wishing.has(word) && (isTold || !topic.isBare))
  );
}

/** Finds the longest phrase at each position. Words without a topic stay. */
function findTopics(
  said: readonly string[],
  { frame, isFirst }: Asking,
): { found: Found[]; left: (string | undefined)[] } {
  if (!said.some((_, at) => isFirst(at) && mayBegin(said, at, frame))) return nothingFound;
  const left: (string | undefined)[] = [...said];
  const found: Found[] = [];
  for (let at = 0; at < said.length; at += 1) {
    if (!isFirst(at)) continue;
    const named = frame.lengths.get(said[at] ?? '') ?? 0;
    const isLong = named > 1 && goesOn(said, at, frame);
    const longest = isLong ? named : Math.min(named, 1);
    for (let length = Math.min(longest, said.length - at); length > 0; length -= 1) {
      const phrase = length === 1 ? (said[at] ?? '') : said.slice(at, at + length).join(' ');
      const topics = frame.phrases.get(phrase);
      if (!topics) continue;
      for (const topic of topics) found.push({ topic, at, phrase });
      // `check` is also a verb, and stays as a framing word.
      if (topics.every(({ needsNumber }) => needsNumber)) break;
      left.fill(undefined, at, at + length);
      at += length - 1;
      break;
    }
  }
  return { found, left };
}

const nothingFound: ReturnType<typeof findTopics> = { found: [], left: [] };

/** Whether a phrase may begin here with its first word: that word by itself, or its first two. */
function mayBegin(said: readonly string[], at: number, frame: QuestionFrame): boolean {
  const word = said[at] ?? '';
  return frame.phrases.has(word) || goesOn(said, at, frame);
}

function goesOn(said: readonly string[], at: number, { seconds }: QuestionFrame): boolean {
  return seconds.get(said[at] ?? '')?.has(said[at + 1] ?? '') === true;
}

/** Only one topic: a strong one takes precedence over weak ones; two strong ones make a sentence about something else. */
function chooseTopic(
  found: readonly Found[],
  said: readonly string[],
  { words, questions }: Asking,
): Topic | undefined {
  const strong = found.filter(({ topic }) => !topic.isWeak && !topic.needsNumber);
  const isKind = ({ topic, phrase }: Found) =>
    topic.intent === 'checks' && words.kindOf.has(phrase.split(' ').at(-1) ?? '');
  // `the balance of all my accounts`: the accounts are only the object.
  const isWhole = ({ topic }: Found) => topic.intent === 'accounts';
  const plain = strong.filter((one) => !isKind(one) && !isWhole(one));
  const pool = plain.length > 0 ? plain : strong;
  // `how much do i have in all my accounts`: the question about them takes precedence.
  const asked = found.find(({ topic }) => topic.isWeak && topic.intent === 'balance');
  if (
    plain.length === 0 &&
    asked &&
    pool.some((one) => asked.at < one.at && isOwnWhole(one, said, questions))
  )
    return asked.topic;
  const last = pool.at(-1)?.topic;
  if (last) return pool.every(({ topic }) => topic.intent === last.intent) ? last : undefined;
  return (found.find(({ topic }) => topic.isWeak) ?? found.find(({ topic }) => topic.needsNumber))
    ?.topic;
}

/** `in all my accounts`, `sur mes comptes`, but not `combien de comptes`. */
function isOwnWhole(
  { topic, at, phrase }: Found,
  said: readonly string[],
  { ownWholes }: QuestionLexicon,
): boolean {
  return topic.intent === 'accounts' && (phrase.includes(' ') || ownWholes.has(said[at - 1] ?? ''));
}

interface Things {
  account?: string;
  count?: number;
  number?: string;
}

interface Place extends Asking {
  readonly left: readonly (string | undefined)[];
  readonly typed: readonly string[];
  readonly said: readonly string[];
  readonly index: number;
  readonly topic: Topic;
  readonly things: Things;
}

const counted: ReadonlySet<string> = new Set(listQuestions);

/** Takes a check's number, a count or a share. Returns how many words it took. */
function takeThing(place: Place): number {
  const { left, index, topic, things, questions } = place;
  const { counts, prepositions } = questions;
  const spelled = left[index] ?? '';
  const word = counts.get(spelled) ?? spelled;
  if (topic.intent === 'checks' && things.number === undefined && /^\d{3,6}$/.test(word)) {
    things.number = word;
    return 1;
  }
  if (/^\d{1,2}$/.test(word) && counted.has(topic.intent) && things.count === undefined) {
    // `last 3 deposits`: a count comes before its topic, a suffix after a preposition or at the end.
    const isBefore = left.slice(index).includes(undefined);
    if (isBefore && Number(word) > 0 && !prepositions.has(left[index - 1] ?? '')) {
      things.count = Number(word);
      return 1;
    }
  }
  if (questions.all.has(word)) {
    if (topic.intent === 'balance') things.account ??= 'all';
    return 1;
  }
  if (things.account !== undefined && things.account !== 'all') return 0;
  return takeShare(place) || takeMereName(place);
}

/** Takes the name of a member's share, at most three words. */
function takeShare({
  left,
  typed,
  said,
  index,
  things,
  shares,
  frame,
  questions,
}: Omit<Place, 'topic'>): number {
  // Only names that members gave have several words.
  const longest = shares.isKnown ? 3 : 1;
  for (let length = Math.min(longest, left.length - index); length > 0; length -= 1) {
    const name = left.slice(index, index + length);
    if (name.includes(undefined)) continue;
    if (name.some((part, at) => part && isNoName(part, said[index + at + 1], questions))) continue;
    const tokens = name.map((part = '', offset) => ({
      raw: typed[index + offset] ?? part,
      word: part,
      isHash: false,
    }));
    const [first = ''] = name;
    if (length === 1 && (/^[a-z]$/.test(first) || frame.framing.has(first))) continue;
    const named = shares.name(tokens);
    // `any holds on 9`: not a share of the member's, and the answer says so.
    const isMeant = /^\d$/.test(first) && questions.prepositions.has(left[index - 1] ?? '');
    if (named?.isSure !== true && !(named?.isForm && isMeant)) continue;
    things.account = named.account;
    return length;
  }
  return 0;
}

/** Topics only about shares, for which a mere word may be a name. */
const namedTopics: ReadonlySet<string> = new Set([
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'checks',
  'holds',
]);
/**
 * `how much do i have in vacation`: if the member's shares are not known, the last word after `in` or `on` is a share's name, as in
 * a command. A weak topic (`money`, `spent`) also needs a word for its owner.
 */
function takeMereName(place: Place): number {
  const { left, typed, said, index, topic, things, shares, frame, questions } = place;
  const word = left[index] ?? '';
  if (shares.isKnown || !namedTopics.has(topic.intent) || things.account !== undefined) return 0;
  if (!/^[a-z]{3,20}$/.test(word) || questions.neverNames.has(word) || questions.places.has(word))
    return 0;
  if (isFrame(word, topic, place, true)) return 0;
  let before = index - 1;
  while (questions.belongs.has(said[before] ?? '')) before -= 1;
  if (!questions.inWords.has(said[before] ?? '')) return 0;
  if (left.slice(index + 1).some((later) => later !== undefined && !frame.framing.has(later)))
    return 0;
  const isSpent = said.some((one) => questions.spending.has(one));
  // `how much did i spend in walmart` names a merchant.
  if (
    isSpent ||
    (topic.isWeak && (topic.intent !== 'balance' || !said.some((one) => questions.mine.has(one))))
  )
    return 0;
  things.account = typed[index] ?? word;
  return 1;
}

/** `saving` can be a name before certain words: `my saving account`, `saving's balance`. */
function isNoName(
  word: string,
  next: string | undefined,
  { neverNames, savingHeads, savingTails }: QuestionLexicon,
): boolean {
  return neverNames.has(word) && !(savingHeads.has(word) && savingTails.has(next ?? ''));
}

function finish(topic: Topic, { account, count, number }: Things): Reading | undefined {
  if (topic.needsNumber && number === undefined) return undefined;
  const named = account === undefined ? {} : { account };
  const times = count === undefined ? {} : { count };
  switch (topic.intent) {
    case 'balance':
    case 'holds':
    case 'details':
      return { intent: topic.intent, ...named };
    case 'history':
    case 'deposits':
    case 'withdrawals':
      return { intent: topic.intent, ...named, ...times };
    case 'checks':
      return {
        intent: topic.intent,
        ...named,
        ...times,
        ...(number === undefined ? {} : { number }),
      };
    case 'accounts':
    case 'limits':
    case 'code':
    case 'more':
      return { intent: topic.intent };
    default:
      return topic.intent satisfies never;
  }
}
