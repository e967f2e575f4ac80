import { canonical } from './canonical.ts';
import type { Language } from './language.ts';
import type { Reading, ReadingContext, Understood } from './reading.ts';
import { readFree, readFreeOrder } from './understand/free-wording.ts';
import { grammarOf, type Grammar, type WordEntry } from './understand/grammar.ts';
import { textMax, tidy, tokenize, plain, type Token } from './understand/normalize.ts';
import {
  readCommand,
  type CommandContext,
  type CommandReading,
} from './understand/read-command.ts';
import { createShareReader, type ShareReader } from './understand/share-words.ts';
import { mend, near } from './understand/slips.ts';
import { courtesies, kindLanguages } from './understand/words.ts';

/**
 * Reads a text: a pure function of the text, the member's shares and language, and the institution's words. The same text
 * always gives the same reading. What is not surely a money command never becomes one.
 *
 * In order: a bare number; a command in its own shape; a slip in its first word; free wording by rules; otherwise unknown,
 * with a suggestion where something is near.
 */
export function read(text: string, context: ReadingContext): Understood {
  const tidied = tidy(text.length > textMax * 2 ? text.slice(0, textMax * 2) : text);
  if (tidied === '' || tidied.length > textMax) return unknown();
  if (/^[?¿]+$/.test(tidied)) return understood({ intent: 'help' });
  return readTidy(tidied, {
    context,
    grammar: grammarOf(context.words),
    shares: createShareReader(context.shares),
  });
}

interface Reader {
  readonly context: ReadingContext;
  readonly grammar: Grammar;
  readonly shares: ShareReader;
}

function readTidy(tidied: string, reader: Reader): Understood {
  const tokens = withoutBox(tokenize(tidied), reader);
  const [head] = tokens;
  if (!head) return unknown();
  const bare = readBare(tokens, tidied);
  if (bare) return bare;
  return (
    readShaped(tokens, reader) ??
    fromOrder(tokens, reader) ??
    fromFree(tidied, reader) ??
    readSlip(tokens, reader) ??
    unknown(suggestion(tokens, reader))
  );
}

/** A bare 1 to 9 is a choice and four bare digits a confirmation; any other bare number is unknown. */
function readBare(tokens: readonly Token[], tidied: string): Understood | undefined {
  const [only, another] = tokens;
  const glued = /^ok(\d{4})$/.exec(only?.word ?? '');
  if (glued && !another) return understood({ intent: 'confirm', code: glued[1] ?? '' });
  if (!only || another || only.isHash || !/^[-+$€£]?[\d.,]+[$€£%]?$/.test(only.word))
    return undefined;
  if (/^[1-9]$/.test(only.word) && /^[1-9]$/.test(tidied.replace(/[.!)\s]+$/, ''))) {
    return understood({ intent: 'choose', choice: Number(only.word) });
  }
  return /^\d{4}$/.test(only.word) ? understood({ intent: 'confirm', code: only.word }) : unknown();
}

/** `d myvcu #bal`, `@myvcu #bal`: typed into the wrong box, the prefix means nothing. */
function withoutBox(tokens: readonly Token[], { context, grammar }: Reader): readonly Token[] {
  let left = tokens;
  const [first, second, third] = left;
  const handles = (context.handles ?? []).map(plain);
  if (first && second && third && /^(?:d|dm|m)$/.test(first.word) && !first.isHash) {
    const handle = second.word.replace(/^@/, '');
    if (
      third.isHash ||
      second.raw.startsWith('@') ||
      handles.includes(handle) ||
      grammar.words.has(third.word)
    )
      left = left.slice(2);
  }
  while (left.length > 1 && left[0]?.raw.startsWith('@')) left = left.slice(1);
  const last = left.at(-1);
  if (
    left.length > 1 &&
    last?.raw.startsWith('@') &&
    grammar.words.get(left[0]?.word ?? '')?.intent !== 'pay'
  )
    left = left.slice(0, -1);
  while (left.length > 1 && courtesies.has(left[0]?.word ?? '') && !left[0]?.isHash)
    left = left.slice(1);
  const end = left.at(-1)?.word ?? '';
  if (left.length > 1 && /^(?:please|pls|plz|svp|stp)$/.test(end)) left = left.slice(0, -1);
  return left;
}

function readShaped(tokens: readonly Token[], reader: Reader): Understood | undefined {
  const [head, ...rest] = tokens;
  if (!head) return undefined;
  const { grammar } = reader;
  const glued = /^l(\d{1,2})([tdwc])(\d{1,2})?$/.exec(head.word);
  if (glued) {
    const intents = { t: 'history', d: 'deposits', w: 'withdrawals', c: 'checks' } as const;
    const letter = glued[2];
    const intent =
      letter === 't' || letter === 'd' || letter === 'w' || letter === 'c'
        ? intents[letter]
        : 'history';
    const more =
      glued[3] === undefined ? rest : [{ raw: glued[3], word: glued[3], isHash: false }, ...rest];
    const inner = readCommand(
      { intent },
      { ...head, isHash: true },
      more,
      commandContext({ intent }, reader, tokens),
    );
    if (inner && inner.reading.intent === intent && 'count' in inner.reading === false) {
      return understood({ ...inner.reading, count: Number(glued[1]) });
    }
  }
  const two = tokens.length > 1 ? `${head.word} ${tokens[1]?.word ?? ''}` : '';
  if (two === 'not me') return understood({ intent: 'dispute' }, 'en');
  if (two === 'opt out' && tokens.length === 2) return understood({ intent: 'stop' }, 'en');
  if (two === 'opt in' && tokens.length === 2) return understood({ intent: 'start' }, 'en');
  const entry = grammar.words.get(head.word) ?? unglue(head, grammar)?.entry;
  if (!entry) return readShareFirst(tokens, reader);
  const opened = grammar.words.has(head.word) ? undefined : unglue(head, grammar);
  const begin = opened ? { ...head, word: opened.word } : head;
  const left = opened
    ? [{ raw: opened.suffix, word: opened.suffix, isHash: false }, ...rest]
    : rest;
  return readEntry(entry, begin, left, reader, tokens);
}

function readEntry(
  entry: WordEntry,
  head: Token,
  rest: readonly Token[],
  reader: Reader,
  tokens: readonly Token[],
): Understood | undefined {
  const context = commandContext(entry, reader, tokens);
  if (head.word === 'tran' || head.word === 'tr') return readTran(head, rest, context);
  if (
    (entry.intent === 'decline' || entry.intent === 'affirm') &&
    rest.some(({ word }) => !/^(?:thanks|thank|you|merci|gracias)$/.test(word))
  )
    return undefined;
  if (entry.intent === 'decline' || entry.intent === 'affirm')
    return understood({ intent: entry.intent }, entry.language);
  const result = readCommand(entry, head, rest, context);
  if (!result) return undefined;
  // `b nice`, `h mart`: one letter and a mere word is no command, unless the letter was shouted or hashed.
  if (
    !result.isWhole &&
    head.word.length === 1 &&
    !head.isHash &&
    head.raw === head.word &&
    reader.context.shares
  )
    return undefined;
  return fromCommand(result, entry, tokens);
}

function fromCommand(
  result: CommandReading,
  entry: WordEntry,
  tokens: readonly Token[],
): Understood {
  return understood(result.reading, languageOf(entry, tokens), result.confirm ?? false);
}

/** `tran house` is history, `tran 50 7 0` a transfer: the arguments decide, and money is confirmed. */
function readTran(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): Understood | undefined {
  const order =
    rest.length > 0
      ? readCommand({ intent: 'transfer' }, { ...head, isHash: true }, rest, context)
      : undefined;
  const { reading } = order ?? {};
  const isOrder =
    (reading?.intent === 'transfer' && reading.from !== undefined && reading.to !== undefined) ||
    reading?.intent === 'ambiguous' ||
    (reading?.intent === 'refused' && rest.length >= 3);
  if (reading && isOrder) return understood(reading, undefined, true);
  const history = readCommand({ intent: 'history' }, head, rest, context);
  return history && understood(history.reading);
}

/** `bal7`, `B3`, `TXC2`: a digit or two glued to a question's word; never to one that moves money. */
function unglue(
  head: Token,
  grammar: Grammar,
): { entry: WordEntry; word: string; suffix: string } | undefined {
  const match = /^([a-z]+?)(\d{1,2})$/.exec(head.word);
  const [, word = '', suffix = ''] = match ?? [];
  const entry = grammar.words.get(word);
  const isQuestion =
    entry && ['balance', 'history', 'deposits', 'withdrawals'].includes(entry.intent);
  return entry && isQuestion && word !== 'last' && word !== 'money'
    ? { entry, word, suffix }
    : undefined;
}

/** `checking balance`, `7 bal`: the share first. */
function readShareFirst(tokens: readonly Token[], reader: Reader): Understood | undefined {
  const last = tokens.at(-1);
  const entry = last && reader.grammar.words.get(last.word);
  if (!last || !entry || tokens.length < 2 || tokens.length > 3) return undefined;
  if (
    !['balance', 'history', 'deposits', 'withdrawals', 'holds', 'checks', 'details'].includes(
      entry.intent,
    )
  )
    return undefined;
  const names = tokens.slice(0, -1);
  if (reader.shares.name(names)?.isSure !== true) return undefined;
  return readEntry(entry, last, names, reader, tokens);
}

function commandContext(
  entry: WordEntry,
  { context, grammar, shares }: Reader,
  tokens: readonly Token[],
): CommandContext {
  return { grammar, shares, language: context.language ?? languageOf(entry, tokens) ?? 'en' };
}

/** The language of the command's word, else that of words that only one language has. */
function languageOf(entry: WordEntry, tokens: readonly Token[]): Language | undefined {
  if (entry.language) return entry.language;
  for (const { word } of tokens.slice(1)) {
    if (/^(?:vers|depuis|du|sur|mon)$/.test(word)) return 'fr';
    if (/^(?:desde|hacia|del|mi)$/.test(word)) return 'es';
    const kind = kindLanguages[word];
    if (kind && kind !== 'en') return kind;
  }
  return undefined;
}

function fromOrder(tokens: readonly Token[], { shares }: Reader): Understood | undefined {
  const free = readFreeOrder(tokens, shares);
  return free && understood(free.reading, free.language, free.confirm);
}

function fromFree(tidied: string, { shares }: Reader): Understood | undefined {
  const free = readFree(tidied, shares);
  return free && understood(free.reading, free.language, free.confirm);
}

/** A slip of the thumb in the first word of what has a command's whole shape otherwise. */
function readSlip(tokens: readonly Token[], reader: Reader): Understood | undefined {
  const [head, ...rest] = tokens;
  const word = head && mend(head.word, reader.grammar);
  const entry = word === undefined ? undefined : reader.grammar.words.get(word);
  if (!head || word === undefined || !entry) return undefined;
  const result = readCommand(
    entry,
    { ...head, word, isHash: true },
    rest,
    commandContext(entry, reader, tokens),
  );
  if (
    !result?.isWhole ||
    (!head.isHash && result.reading.intent === 'help' && entry.intent !== 'help')
  )
    return undefined;
  const isGrave = entry.intent === 'transfer' || entry.intent === 'pay' || entry.intent === 'lock';
  return understood(result.reading, entry.language, isGrave);
}

/** One near command in its canonical form, for what is not understood; never carried out. */
function suggestion(tokens: readonly Token[], { grammar }: Reader): string | undefined {
  for (const token of tokens.slice(0, 6)) {
    const letters = token.word.replace(/\d+$/, '');
    const word =
      grammar.words.has(letters) && letters.length > 2
        ? letters
        : tokens.length <= 3
          ? near(letters, grammar)
          : undefined;
    const intent = word === undefined ? undefined : grammar.words.get(word)?.intent;
    if (intent === undefined || intent === 'stop' || intent === 'start' || intent === 'affirm')
      continue;
    return suggested(intent);
  }
  return undefined;
}

function suggested(intent: WordEntry['intent']): string {
  if (intent === 'transfer') return '#trans 50 7 0';
  if (intent === 'pay') return 'help';
  if (intent === 'checks') return '#check 1042';
  if (intent === 'confirm') return 'help confirm';
  return canonical({ intent } as Reading);
}

function understood(reading: Reading, language?: Language, confirm = false): Understood {
  return { reading, confirm, ...(language ? { language } : {}) };
}

function unknown(suggested?: string): Understood {
  return understood({
    intent: 'unknown',
    ...(suggested === undefined ? {} : { suggestion: suggested }),
  });
}
