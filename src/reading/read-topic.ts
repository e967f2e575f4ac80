import { listQuestions } from '../kernel/vocabulary/intent.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { languages } from '../kernel/vocabulary/language.ts';
import type { Reading } from './reading.ts';
import type { Said } from './said.ts';
import type { ShareReader } from './share-words.ts';
import { framing, telling, topics, wishing, type Topic, type TopicIntent } from './topics.ts';
import { kindWords } from './words.ts';

/** A sentence longer than this is a story, no question. */
const wordsMax = 24;
const phraseMax = 6;

interface Lexicon {
  readonly phrases: ReadonlyMap<string, readonly Topic[]>;
  readonly framing: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
  readonly wishing: ReadonlySet<string>;
}

const lexicons: Readonly<Record<Language, Lexicon>> = {
  en: compile('en'),
  fr: compile('fr'),
  es: compile('es'),
};

const also = new Map(topics.map((topic) => [topic, new Set(topic.also ?? [])]));

function compile(language: Language): Lexicon {
  const phrases = new Map<string, Topic[]>();
  for (const topic of topics) {
    if (topic.language !== language) continue;
    for (const phrase of topic.phrases) {
      const known = phrases.get(phrase);
      if (known) known.push(topic);
      else phrases.set(phrase, [topic]);
    }
  }
  return {
    phrases,
    framing: new Set(framing[language]),
    telling: new Set(telling[language]),
    wishing: new Set(wishing[language]),
  };
}

/**
 * Reads a question in free wording: its topic, a share, a count. `undefined` where any word of it is about something else.
 * Never an order.
 */
export function readTopic(
  said: Said,
  shares: ShareReader,
): { readonly reading: Reading; readonly language: Language } | undefined {
  if (said.words.length < 2 || said.words.length > wordsMax) return undefined;
  for (const language of languages) {
    const reading = inLanguage(said, lexicons[language], shares);
    if (reading) return { reading, language };
  }
  return undefined;
}

interface Found {
  readonly topic: Topic;
  readonly at: number;
  readonly phrase: string;
}

/**
 * Words of a topic that do something instead: `can i deposit a check`, `put a hold on my account`; and limits of what is lent,
 * which are none of ours; and what is only told.
 */
const otherwise: readonly { readonly intent: TopicIntent; readonly pattern: RegExp }[] = [
  {
    intent: 'deposits',
    pattern: /\b(?:i|we|to|you|they) (?:direct(?:ly)? )?deposit\b/,
  },
  {
    intent: 'holds',
    pattern:
      /^(?:(?:please|pls|can you|could you|would you|i (?:want|need|would like) (?:you )?to|i'd like (?:you )?to) )*(?:put|place) |\b(?:want|need|like) (?:a|my) .*\bhold\b/,
  },
  { intent: 'limits', pattern: /\bcredit(?! union)/ },
  { intent: 'history', pattern: /^(?:hi |hello |hey )?i(?:'ve| have| just)? made an? / },
];

function inLanguage(
  { flat, words, typed }: Said,
  lexicon: Lexicon,
  shares: ShareReader,
): Reading | undefined {
  const { found, left } = findTopics(words, lexicon);
  const topic = chooseTopic(found, words);
  if (
    !topic ||
    otherwise.some(({ intent, pattern }) => intent === topic.intent && pattern.test(flat))
  )
    return undefined;
  const isTold = words.some((word) => lexicon.telling.has(word));
  const things: Things = {};
  for (let index = 0; index < left.length; index += 1) {
    const word = left[index];
    // A phrase of a topic stood here.
    if (word === undefined) continue;
    const taken = takeThing({ left, typed, words, index, topic, things, shares, lexicon });
    if (taken > 0) index += taken - 1;
    else if (!isFrame(word, topic, lexicon, isTold)) return undefined;
  }
  // `my cheques` beside another topic is the account that pays them.
  const isPayer = ({ topic: other }: Found) => other.intent === 'checks' && !other.needsNumber;
  if (topic.intent !== 'checks' && found.some(isPayer)) things.account ??= 'checking';
  return finish(topic, things);
}

function isFrame(word: string, topic: Topic, lexicon: Lexicon, isTold: boolean): boolean {
  return (
    lexicon.framing.has(word) ||
    lexicon.telling.has(word) ||
    also.get(topic)?.has(word) === true ||
    (topic.needsNumber === true && topic.phrases.includes(word)) ||
    (lexicon.wishing.has(word) && (isTold || !topic.isBare))
  );
}

/** The longest phrase at each place; what is no topic stays. */
function findTopics(
  said: readonly string[],
  lexicon: Lexicon,
): { found: Found[]; left: (string | undefined)[] } {
  const left: (string | undefined)[] = [...said];
  const found: Found[] = [];
  for (let at = 0; at < said.length; at += 1) {
    for (let length = Math.min(phraseMax, said.length - at); length > 0; length -= 1) {
      const phrase = length === 1 ? (said[at] ?? '') : said.slice(at, at + length).join(' ');
      const named = lexicon.phrases.get(phrase);
      if (!named) continue;
      for (const topic of named) found.push({ topic, at, phrase });
      // `check` is a verb too, and stays for the frame.
      if (named.every(({ needsNumber }) => needsNumber)) break;
      left.fill(undefined, at, at + length);
      at += length - 1;
      break;
    }
  }
  return { found, left };
}

/** One topic only: a strong one before weak ones; two strong ones are a sentence about something else. */
function chooseTopic(found: readonly Found[], said: readonly string[]): Topic | undefined {
  const strong = found.filter(({ topic }) => !topic.isWeak && !topic.needsNumber);
  const isKind = ({ topic, phrase }: Found) =>
    topic.intent === 'checks' && kindWords[phrase.split(' ').at(-1) ?? ''] !== undefined;
  // `the balance of all my accounts`: what it is of.
  const isWhole = ({ topic }: Found) => topic.intent === 'accounts';
  const plain = strong.filter((one) => !isKind(one) && !isWhole(one));
  const pool = plain.length > 0 ? plain : strong;
  // `how much do i have in all my accounts`: what is asked of them comes first.
  const asked = found.find(({ topic }) => topic.isWeak && topic.intent === 'balance');
  if (plain.length === 0 && asked && pool.some((one) => asked.at < one.at && isOwnWhole(one, said)))
    return asked.topic;
  const intents = new Set(pool.map(({ topic }) => topic.intent));
  if (intents.size > 1) return undefined;
  if (intents.size === 1) return pool.at(-1)?.topic;
  return (found.find(({ topic }) => topic.isWeak) ?? found.find(({ topic }) => topic.needsNumber))
    ?.topic;
}

/** `in all my accounts`, `sur mes comptes`; not `combien de comptes`. */
function isOwnWhole({ topic, at, phrase }: Found, said: readonly string[]): boolean {
  const isOwn = /^(?:in|on|of|all|both|my|our|the|bank|tous|mes|nos|les|todas|mis|las)$/;
  return topic.intent === 'accounts' && (phrase.includes(' ') || isOwn.test(said[at - 1] ?? ''));
}

interface Things {
  account?: string;
  count?: number;
  number?: string;
}

interface Place {
  readonly left: readonly (string | undefined)[];
  readonly typed: readonly string[];
  readonly words: readonly string[];
  readonly index: number;
  readonly topic: Topic;
  readonly things: Things;
  readonly shares: ShareReader;
  readonly lexicon: Lexicon;
}

const counted: ReadonlySet<string> = new Set(listQuestions);

/** Takes a check's number, a count or a share; how many words it took. */
function takeThing(place: Place): number {
  const { left, typed, words, index, topic, things, shares, lexicon } = place;
  const spelled = left[index] ?? '';
  const word = smallNumbers.get(spelled) ?? spelled;
  if (topic.intent === 'checks' && things.number === undefined && /^\d{3,6}$/.test(word)) {
    things.number = word;
    return 1;
  }
  if (/^\d{1,2}$/.test(word) && counted.has(topic.intent) && things.count === undefined) {
    // `last 3 deposits`: what counts stands before its topic, a suffix after a preposition or at the end.
    const isBefore = left.slice(index).includes(undefined);
    if (isBefore && Number(word) > 0 && !prepositions.has(left[index - 1] ?? '')) {
      things.count = Number(word);
      return 1;
    }
  }
  if (word === 'all' || word === 'tous' || word === 'todos' || word === 'todas') {
    if (topic.intent === 'balance') things.account ??= 'all';
    return 1;
  }
  if (things.account !== undefined && things.account !== 'all') return 0;
  for (let length = Math.min(3, left.length - index); length > 0; length -= 1) {
    const name = left.slice(index, index + length);
    if (name.includes(undefined)) continue;
    if (name.some((part, offset) => part && isNoName(part, words[index + offset + 1]))) continue;
    const tokens = name.map((part = '', offset) => ({
      raw: typed[index + offset] ?? part,
      word: part,
      isHash: false,
    }));
    const [first = ''] = name;
    if (length === 1 && (/^[a-z]$/.test(first ?? '') || lexicon.framing.has(first ?? ''))) continue;
    const named = shares.name(tokens);
    // `any holds on 9`: no share of the member's, and the answer says so.
    const isMeant = /^\d$/.test(first ?? '') && prepositions.has(left[index - 1] ?? '');
    if (named?.isSure !== true && !(named?.isForm && isMeant)) continue;
    things.account = named.account;
    return length;
  }
  return takeMereName(place);
}

/** What a mere word may be the name of: these are about shares and nothing else. */
const namedTopics: ReadonlySet<string> = new Set([
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'checks',
  'holds',
]);
const inWords = new Set('in on sur dans en'.split(' '));
const mine = new Set('i my mine we our ai mon ma mes tengo mi mis'.split(' '));
const spending = new Set('spend spent depense gaste gastado'.split(' '));
const belongs = new Set('my the our mon ma le la mi el un une una'.split(' '));

/**
 * `how much do i have in vacation`: where the member's shares are not known, the last word after `in` or `on` is a share's
 * name, as it is in a command. What only hints at a topic (`money`, `spent`) must also say whose.
 */
function takeMereName({
  left,
  typed,
  words,
  index,
  topic,
  things,
  shares,
  lexicon,
}: Place): number {
  const word = left[index] ?? '';
  if (shares.isKnown || !namedTopics.has(topic.intent) || things.account !== undefined) return 0;
  if (!/^[a-z]{3,20}$/.test(word) || neverNames.has(word) || noNames.has(word)) return 0;
  if (isFrame(word, topic, lexicon, true)) return 0;
  let before = index - 1;
  while (belongs.has(words[before] ?? '')) before -= 1;
  if (!inWords.has(words[before] ?? '')) return 0;
  if (left.slice(index + 1).some((later) => later !== undefined && !lexicon.framing.has(later)))
    return 0;
  const isSpent = words.some((said) => spending.has(said));
  if (
    topic.isWeak &&
    (topic.intent !== 'balance' || isSpent || !words.some((said) => mine.has(said)))
  )
    return 0;
  things.account = typed[index] ?? word;
  return 1;
}

/** What stands after `in` and `on` in a sentence about money and is no share: times, places of money, persons. */
const noNames = new Set(
  `bank banks app phone card cards tax taxes rent bills bill total visa mastercard debit credit cash atm wallet pocket purse paper mind hand time line online
   january february march april may june july august september october november december monday tuesday wednesday thursday
   friday saturday sunday week weekend month months year years day days today yesterday tomorrow morning night past future
   general particular case fact order america europe canada mexico usa dollars dollar euros euro pounds pesos usd eur gbp
   janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi
   samedi dimanche semaine mois annee banque carte especes attente ligne euros ville poche
   enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves
   viernes sabado domingo semana mes ano banco tarjeta efectivo linea dolares pesos`.split(/\s+/),
);

/** Counts in words. */
const smallNumbers = new Map(
  [
    'two three four five six seven eight nine ten',
    'deux trois quatre cinq six sept huit neuf dix',
    'dos tres cuatro cinco seis siete ocho nueve diez',
  ].flatMap((line) =>
    line.split(' ').map((word, index): [string, string] => [word, `${index + 2}`]),
  ),
);
const prepositions = new Set('on in of for from at sur dans de du en del sobre'.split(' '));
/** Kinds that sentences use for other things. */
const neverNames = new Set('share draft todo tout saving check chec che'.split(' '));

/** `saving` is one before what says so: `my saving account`, `saving's balance`. */
function isNoName(word: string, next: string | undefined): boolean {
  const isSaid = word === 'saving' && /^(?:accounts?|acct|balance|s)$/.test(next ?? '');
  return neverNames.has(word) && !isSaid;
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
