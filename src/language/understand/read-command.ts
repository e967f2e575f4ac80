import type { Language } from '../language.ts';
import type { Reading, TransferReading } from '../reading.ts';
import { isUnit, readFigure } from './figures.ts';
import type { Grammar, WordEntry } from './grammar.ts';
import { plain, type Token } from './normalize.ts';
import { createShareReader, type Named, type ShareReader } from './share-words.ts';
import { readOrder, type OrderReading } from './transfer-order.ts';
import {
  everydayTransferWords,
  fillers,
  fromWords,
  needArguments,
  toWords,
  type WordIntent,
} from './words.ts';

export interface CommandContext {
  readonly grammar: Grammar;
  readonly shares: ShareReader;
  readonly language: Language;
}

/** A text in a command's shape. `isWhole`: nothing in it was left over or is a mere word. */
export interface CommandReading {
  readonly reading: Reading;
  readonly isWhole: boolean;
  readonly confirm?: boolean;
}

/** Reads what follows a command word. `undefined`: the words do not have that command's shape. */
export function readCommand(
  entry: WordEntry,
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const { intent } = entry;
  if (rest.length === 0 && needArguments.has(head.word) && !head.isHash && intent !== 'stop') {
    if (head.word === 'x') return { reading: { intent: 'help', topic: 'transfer' }, isWhole: true };
    return bareWord(head, intent);
  }
  switch (intent) {
    case 'balance':
    case 'holds':
    case 'details':
    case 'history':
    case 'deposits':
    case 'withdrawals':
      return readQuestion(intent, head, rest, context);
    case 'checks':
      return readChecks(head, rest, context);
    case 'transfer':
      return readTransfer(head, rest, context);
    case 'pay':
      return readPay(head, rest, context);
    case 'confirm':
      return readConfirm(rest);
    case 'help':
      return readHelp(head, rest, context);
    case 'contact':
      return readContact(head, rest);
    case 'decline':
    case 'affirm':
      return rest.every(({ word }) => thanking.test(word))
        ? { reading: { intent }, isWhole: true }
        : undefined;
    case 'stop':
      return readStop(rest);
    default:
      return rest.every(({ word }) => fillers.has(word))
        ? { reading: { intent }, isWhole: true }
        : undefined;
  }
}

/** `move` or `money` alone say nothing; `check`, `last`, `person` and `end` are what they are. */
function bareWord(head: Token, intent: WordIntent): CommandReading | undefined {
  if (intent === 'transfer') return undefined;
  if (intent === 'checks' || intent === 'history' || intent === 'balance' || intent === 'agent') {
    return { reading: { intent }, isWhole: true };
  }
  return head.isHash ? { reading: { intent: 'help' }, isWhole: true } : undefined;
}

type Question = 'balance' | 'holds' | 'details' | 'history' | 'deposits' | 'withdrawals';

function readQuestion(
  intent: Question,
  head: Token,
  rest: readonly Token[],
  { shares, grammar }: CommandContext,
): CommandReading | undefined {
  const counted = intent === 'history' || intent === 'deposits' || intent === 'withdrawals';
  const left = rest.filter(
    ({ word }) =>
      !fillers.has(word) ||
      (shares.name([{ raw: word, word, isHash: false }])?.isSure === true && /\d/.test(word)),
  );
  // `last deposits`, `show holds`: the second word is the command.
  const [first, ...others] = left;
  const next = first && grammar.words.get(first.word);
  if (
    first &&
    next &&
    (head.word === 'last' || head.word === 'mini') &&
    next.intent !== 'stop' &&
    shares.name([first])?.isSure !== true
  ) {
    return readCommand(next, first, others, { grammar, shares, language: 'en' });
  }
  // `last 3 deposits`.
  const [, counting] = left;
  const later = counting && grammar.words.get(counting.word);
  if (first && later && head.word === 'last' && /^\d{1,2}$/.test(first.word)) {
    const inner = readCommand(later, counting, left.slice(2), { grammar, shares, language: 'en' });
    if (inner && ['history', 'deposits', 'withdrawals', 'checks'].includes(inner.reading.intent)) {
      return { ...inner, reading: { ...inner.reading, count: Number(first.word) } as Reading };
    }
  }
  // `last 5`: the last five, unless 5 is known to be a share.
  if (head.word === 'last' && first && others.length === 0 && /^[1-9]\d?$/.test(first.word)) {
    if (!shares.isKnown || shares.name([first])?.isSure !== true)
      return { reading: { intent: 'history', count: Number(first.word) }, isWhole: true };
  }
  let count: number | undefined;
  let account: string | undefined;
  let isWhole = true;
  let names: Token[] = [];
  for (const token of left) {
    const number = /^\d{1,3}$/.test(token.word) ? Number(token.word) : undefined;
    const isSuffix = shares.name([token])?.isSure === true;
    if (
      number !== undefined &&
      counted &&
      (account !== undefined || (!isSuffix && number >= 10)) &&
      count === undefined &&
      names.length === 0
    ) {
      count = number;
      continue;
    }
    names.push(token);
    const whole = shares.name(names);
    const alone = shares.name([token]) ?? byFormOnly(token, head, left.length);
    if (names.length === 1 && alone) account = alone.account;
    else if (names.length > 1 && whole?.isSure) account = whole.account;
    else return undefined;
    if (!(whole ?? alone)?.isSure) isWhole = false;
    if (/^\d$/.test(token.word) || isSuffix) {
      // What follows a suffix is not part of its name.
      if (names.length > 1 && !whole?.isSure) return undefined;
    }
    if (account !== undefined && isSuffix && counted) names = [];
  }
  // A mere word is a share's name only right after the command's word: `history house`, not `history of rome`.
  if (!isWhole && !head.isHash && (rest.length !== left.length || head.word === 'hold'))
    return undefined;
  if (head.word === 'hold' && account === undefined && rest.length > 0) return undefined;
  return {
    reading: {
      intent,
      ...(account === undefined ? {} : { account }),
      ...(count === undefined || count === 0 || !counted ? {} : { count }),
    },
    isWhole,
  };
}

/** What has a share's form and is none of the member's: named, so that the answer can say so. */
function byFormOnly(token: Token, head: Token, count: number): Named | undefined {
  const named = formReader.name([token]);
  if (!named || count > 2) return undefined;
  const isForm = /\d/.test(token.word);
  return isForm || (count === 1 && (head.isHash || head.word.length <= 4))
    ? { ...named, isSure: false }
    : undefined;
}

const formReader = createShareReader(undefined);

function readChecks(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const { shares, grammar } = context;
  const left = rest.filter(({ word }) => !fillers.has(word));
  const [first] = left;
  // `check balance`, `check my last 3 deposits`: here it is a verb.
  const next = first && grammar.words.get(first.word);
  if (
    first &&
    next &&
    head.word === 'check' &&
    next.intent !== 'checks' &&
    next.intent !== 'transfer' &&
    next.intent !== 'stop' &&
    !(shares.name([first])?.isSure ?? false)
  ) {
    return readCommand(next, first, left.slice(1), context);
  }
  let number: string | undefined;
  let account: string | undefined;
  let count: number | undefined;
  let isWhole = true;
  for (const token of left) {
    const digits = /^#?(\d{3,12})$/.exec(token.word)?.[1];
    if (digits !== undefined && number === undefined) {
      number = digits;
      continue;
    }
    const named = shares.name([token]);
    if (account !== undefined && /^\d{1,2}$/.test(token.word)) {
      count = Number(token.word);
      continue;
    }
    if (/^\d{2}$/.test(token.word) && named === undefined) {
      count = Number(token.word);
      continue;
    }
    if (!named || account !== undefined) return undefined;
    account = named.account;
    if (!named.isSure) isWhole = false;
  }
  // `chk` alone names no check and no share, and neither does `check the weather`.
  if (
    !isWhole &&
    number === undefined &&
    head.word.startsWith('ch') &&
    !head.isHash &&
    head.word === 'check'
  )
    return undefined;
  return {
    reading: {
      intent: 'checks',
      ...(account === undefined ? {} : { account }),
      ...(count === undefined || count === 0 ? {} : { count }),
      ...(number === undefined ? {} : { number }),
    },
    isWhole,
  };
}

function readTransfer(
  head: Token,
  rest: readonly Token[],
  { shares, language }: CommandContext,
): CommandReading | undefined {
  if (rest.length === 0) return transferHelp;
  const isEveryday = everydayTransferWords.has(head.word) && !head.isHash;
  const reading = readOrder(rest, { shares, language, sureNamesOnly: isEveryday });
  if (!reading) {
    // What lacks a part of an order is told how one is written; what has other words is about something else.
    const isPart = rest.every((token) => isOrderPart(token, shares, language));
    return isPart && !isEveryday ? transferHelp : undefined;
  }
  if (head.word === 'x' && !head.isHash && rest.length < 3 && reading.intent !== 'transfer')
    return undefined;
  if (reading.intent !== 'transfer') {
    // Everyday talk has figures too: a refusal is for what has the command's own word.
    return isEveryday && rest.length > 3 ? undefined : { reading, isWhole: true };
  }
  if (isEveryday && isTooLittle(reading, rest, shares)) return undefined;
  if (!isOwnWord(head) && hasMereName(reading, shares)) {
    return isStrict(rest) ? { reading, isWhole: true, confirm: true } : undefined;
  }
  return { reading, isWhole: true };
}

const transferHelp: CommandReading = {
  reading: { intent: 'help', topic: 'transfer' },
  isWhole: true,
};

function isOrderPart(token: Token, shares: ShareReader, language: Language): boolean {
  const { word } = token;
  return (
    fromWords.has(word) ||
    toWords.has(word) ||
    fillers.has(word) ||
    isUnit(word) ||
    readFigure(word, language) !== undefined ||
    shares.name([token])?.isSure === true
  );
}

/** Words that say nothing but *transfer order*: after these, and after `#`, a mere name is a share's. */
function isOwnWord(head: Token): boolean {
  return (
    head.isHash ||
    !/^(?:transfer|transferer|transferir|transferencia|transfert|virement)$/.test(head.word)
  );
}

function hasMereName({ from, to }: TransferReading, shares: ShareReader): boolean {
  return [from, to].some(
    (name) =>
      name !== undefined &&
      shares.name(name.split(' ').map((raw) => ({ raw, word: plain(raw), isHash: false })))
        ?.isSure !== true,
  );
}

/** Exactly `AMOUNT from NAME to NAME` or `from NAME to NAME AMOUNT`: `transfer 50 to mom` is someone else. */
function isStrict(rest: readonly Token[]): boolean {
  const shape = rest
    .map(({ word }) =>
      /\d/.test(word) ? '0' : fromWords.has(word) ? 'f' : toWords.has(word) ? 't' : 'n',
    )
    .join('');
  return shape === '0fntn' || shape === 'fntn0';
}

/** `move 3 to 5`, `put 2 in share`: everyday talk as much as an order. */
function isTooLittle(
  { from, to, amount }: TransferReading,
  rest: readonly Token[],
  shares: ShareReader,
): boolean {
  if (shares.isKnown || from !== undefined) return false;
  const isBare = rest.every(({ word }) => !/[$€£.,]/.test(word) && !isUnit(word));
  const isSmall = isBare && Number(amount) <= 12;
  return (
    (isSmall && /^\d$/.test(to ?? '')) || rest.some(({ word }) => /^(?:share|draft)$/.test(word))
  );
}

function readPay(
  head: Token,
  rest: readonly Token[],
  { language }: CommandContext,
): CommandReading | undefined {
  if (rest.length === 0)
    return head.isHash || head.word !== 'pay'
      ? { reading: { intent: 'help', topic: 'pay' }, isWhole: true }
      : undefined;
  const left = rest.filter(
    ({ word }) => !['to', 'a', 'de', 'dollars', 'usd', 'dolares', 'euros'].includes(word),
  );
  const [a, b, ...others] = left;
  if (!a || !b || others.length > 0) return undefined;
  for (const [name, figure] of [
    [a, b],
    [b, a],
  ] as const) {
    const amount = readFigure(figure.word, language);
    const isName = /^@?[\p{L}][\w\p{L}.-]{1,30}$/u.test(name.word) && !payStop.has(name.word);
    if (!amount || !isName || readFigure(name.word, language)) continue;
    // Without `#` or `@` only the bare three words are an order.
    if (!head.isHash && !name.raw.startsWith('@') && (rest.length > 2 || /^\d$/.test(figure.word)))
      return undefined;
    if ('refused' in amount)
      return { reading: { intent: 'refused', reason: amount.refused }, isWhole: true };
    return { reading: { intent: 'pay', to: name.raw, amount: amount.amount }, isWhole: true };
  }
  return undefined;
}

const payStop = new Set([
  'my',
  'the',
  'bill',
  'bills',
  'for',
  'off',
  'it',
  'me',
  'you',
  'this',
  'that',
  'by',
  'at',
  'only',
  'about',
  'than',
  'over',
  'under',
  'day',
  'rate',
  'raise',
  'attention',
  'back',
  'extra',
  'more',
  'less',
  'up',
]);

const thanking = /^(?:thanks|thank|you|u|merci|gracias|please|pls|thx|por|favor|svp)$/;

/** `ATM 63101`, `branch st louis`: near where. A sentence (`hours of work`) is none. */
function readContact(head: Token, rest: readonly Token[]): CommandReading | undefined {
  const places = head.word === 'atm' || head.word === 'branch';
  const isPlace = places && rest.length <= 3;
  return rest.length === 0 || isPlace || rest.every(({ word }) => fillers.has(word))
    ? {
        reading: { intent: 'contact' },
        isWhole: rest.length === 0 || /^\d{5}$/.test(rest[0]?.word ?? ''),
      }
    : undefined;
}

function readConfirm(rest: readonly Token[]): CommandReading | undefined {
  const [only, another] = rest;
  if (!only) return { reading: { intent: 'confirm' }, isWhole: true };
  if (another || !/^\d{4}$/.test(only.word)) return undefined;
  return { reading: { intent: 'confirm', code: only.word }, isWhole: true };
}

const listable: ReadonlySet<string> = new Set([
  'accounts',
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'checks',
  'holds',
  'limits',
]);

function readHelp(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const { grammar } = context;
  const said = rest.filter(
    ({ word }) => !fillers.has(word) || grammar.words.get(word)?.intent === 'accounts',
  );
  const [first, ...others] = said.filter(({ word }) => word !== 'with' && word !== 'about');
  if (!first || first.word === 'me')
    return others.length === 0 ? { reading: { intent: 'help' }, isWhole: true } : undefined;
  // `list account`, `list my deposits`: the list that was asked for.
  const listed = head.word === 'list' ? grammar.words.get(first.word) : undefined;
  if (listed && listable.has(listed.intent)) return readCommand(listed, first, others, context);
  if (
    ['all', 'tout', 'todo', 'tous', 'todos', 'commands', 'menu', 'list'].includes(first.word) &&
    others.length === 0
  ) {
    return { reading: { intent: 'help', topic: 'all' }, isWhole: true };
  }
  const topic = (grammar.words.get(first.word) ?? grammar.words.get(first.word.replace(/s$/, '')))
    ?.intent;
  if (topic === undefined || others.length > 0) return undefined;
  return topic === 'help'
    ? { reading: { intent: 'help' }, isWhole: true }
    : { reading: { intent: 'help', topic: topicOf(topic) }, isWhole: true };
}

function topicOf(intent: WordIntent): string {
  if (intent === 'decline' || intent === 'affirm') return 'confirm';
  if (intent === 'unlock') return 'lock';
  return intent === 'start' ? 'stop' : intent;
}

/** STOP and what may follow it without changing it: `STOP SMS`, `stop all texts please`. */
const stopTail =
  /^(?:all|alls?|sms|texts?|texting|messages?|messaging|alerts?|please|pls|now|it|me|this|these|the|my|tout|todo|todos|les|los|mensajes|subscription|service|notifications?|program|programme|dms?|to|from|you|your|everything)$/;

function readStop(rest: readonly Token[]): CommandReading | undefined {
  return rest.every(({ word }) => stopTail.test(word))
    ? { reading: { intent: 'stop' }, isWhole: true }
    : undefined;
}
