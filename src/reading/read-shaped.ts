import { currencyOf } from '../money/amount.ts';
import { defaultLanguage, type Language } from '../kernel/vocabulary/language.ts';
import type { ReadingContext } from './reading.ts';
import type { Grammar, WordEntry } from './grammar.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { hasFigure, type Token } from './normalize.ts';
import type { CommandContext, CommandReading } from './command-reading.ts';
import type { FigureStyle } from './figures.ts';
import { readCommand } from './read-command.ts';
import type { ShareReader } from './share-words.ts';

/** The context for reading one text. */
export interface Reader {
  readonly context: ReadingContext;
  readonly grammar: Grammar;
  readonly shares: ShareReader;
  /** The text with its lines and punctuation, without what programs and keywords put around it. */
  readonly typed: string;
}

/** A text in a command's shape. */
export interface Shaped extends CommandReading {
  readonly language?: Language | undefined;
}

/** Intents that ask about a share. Digits may be attached to the first four, and a share may come before any. */
const gluable: ReadonlySet<string> = new Set(['balance', 'history', 'deposits', 'withdrawals']);
const aboutShares: ReadonlySet<string> = new Set([...gluable, 'holds', 'checks', 'details']);

/** Reads a text whose first word (or last, after a share) is a command's. */
export function readShaped(tokens: readonly Token[], reader: Reader): Shaped | undefined {
  const [head, ...rest] = tokens;
  if (!head) return undefined;
  const { grammar } = reader;
  const lastFew = readLastFew(head, rest, reader, tokens);
  if (lastFew) return lastFew;
  const paired = readPair(tokens, grammar.lexicon);
  if (paired) return paired;
  const entry = grammar.words.get(head.word);
  if (entry) return readEntry(entry, head, rest, reader, tokens);
  const opened = unglue(head, grammar);
  if (opened) {
    const { word, suffix } = opened;
    return readEntry(opened.entry, { ...head, word }, [figure(suffix), ...rest], reader, tokens);
  }
  return readShareFirst(tokens, reader);
}

/** Two words that start a command together. */
function readPair([one, other, ...rest]: readonly Token[], { pairs }: Lexicon): Shaped | undefined {
  for (const { language, intent, only } of pairs.get(one?.word ?? '')?.get(other?.word ?? '') ?? [])
    if (!only || rest.length === 0) return { reading: { intent }, isWhole: true, language };
  return undefined;
}

/** `L5T 7`, `l10d`, `L5T7`: the last few. */
function readLastFew(
  head: Token,
  rest: readonly Token[],
  reader: Reader,
  tokens: readonly Token[],
): Shaped | undefined {
  const { lastFew, lists } = reader.grammar.lexicon.commands;
  if (!hasFigure(head.word)) return undefined;
  const [, count = '0', letter = '', suffix] = lastFew.exec(head.word) ?? [];
  const intent = lists.get(letter);
  if (!intent || Number(count) === 0) return undefined;
  const more = suffix === undefined ? rest : [figure(suffix), ...rest];
  const context = commandContext({ intent }, reader, tokens);
  const inner = readCommand({ intent }, { ...head, isHash: true }, more, context);
  if (!inner || inner.reading.intent !== intent || 'count' in inner.reading) return undefined;
  return { ...inner, reading: { ...inner.reading, count: Number(count) } };
}

function readEntry(
  entry: WordEntry,
  head: Token,
  rest: readonly Token[],
  reader: Reader,
  tokens: readonly Token[],
): Shaped | undefined {
  const context = commandContext(entry, reader, tokens);
  if (reader.grammar.lexicon.commands.eitherHeads.has(head.word))
    return readTran(head, rest, context);
  const result = readCommand(entry, head, rest, context);
  if (!result) return undefined;
  // `b nice`, `h mart`: one letter and a mere word is no command if the member's shares are known and none has that name.
  if (!result.isWhole && head.word.length === 1 && !head.isHash && head.raw === head.word) {
    if (reader.shares.isKnown) return undefined;
  }
  return { ...result, language: languageOf(entry, tokens, reader.grammar.lexicon) };
}

/** `tran house` is history, `tran 50 7 0` a transfer: the arguments decide, and money needs confirmation. */
function readTran(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): Shaped | undefined {
  const order =
    rest.length > 0
      ? readCommand({ intent: 'transfer' }, { ...head, isHash: true }, rest, context)
      : undefined;
  const reading = order?.reading;
  const isOrder =
    (reading?.intent === 'transfer' && reading.from !== undefined && reading.to !== undefined) ||
    reading?.intent === 'ambiguous' ||
    (reading?.intent === 'refused' && rest.length >= 3);
  if (reading && isOrder) return { reading, isWhole: true, confirm: true };
  return readCommand({ intent: 'history' }, head, rest, context);
}

/** `bal7`, `B3`, `TXC2`: one or two digits attached to a question's word, never to one that moves money. */
function unglue(
  head: Token,
  grammar: Grammar,
): { entry: WordEntry; word: string; suffix: string } | undefined {
  if (!hasFigure(head.word)) return undefined;
  // `#ATM400001`: a postcode attached to a word for cash machines.
  const [, atm, place = ''] = grammar.lexicon.commands.gluedPlace.exec(head.word) ?? [];
  const where = atm === undefined ? undefined : grammar.words.get(atm);
  if (atm !== undefined && where?.intent === 'contact')
    return { entry: where, word: atm, suffix: place };
  const [, word = '', suffix = ''] = /^([a-z]+?)(\d{1,2})$/.exec(head.word) ?? [];
  const entry = grammar.words.get(word);
  if (!entry || !gluable.has(entry.intent)) return undefined;
  return { entry, word, suffix };
}

/** `checking balance`, `7 bal`: the share first. */
function readShareFirst(tokens: readonly Token[], reader: Reader): Shaped | undefined {
  const last = tokens.at(-1);
  const entry = last && reader.grammar.words.get(last.word);
  if (!last || !entry || !aboutShares.has(entry.intent)) return undefined;
  if (tokens.length < 2 || tokens.length > 3) return undefined;
  const names = tokens.slice(0, -1);
  if (reader.shares.name(names)?.isSure !== true) return undefined;
  return readEntry(entry, last, names, reader, tokens);
}

function figure(digits: string): Token {
  return { raw: digits, word: digits, isHash: false };
}

/** The context for reading a command's arguments. */
export function commandContext(
  entry: WordEntry,
  { context, grammar, shares }: Reader,
  tokens: readonly Token[],
): CommandContext {
  const { lexicon } = grammar;
  const language = languageOf(entry, tokens, lexicon);
  return { grammar, shares, style: figureStyleOf(context, language, lexicon) };
}

/**
 * The formats of the member's language and that of the words; the first language's if neither is known. With the currency's own
 * decimals.
 */
export function figureStyleOf(
  { language: member, currency }: ReadingContext,
  words: Language | undefined,
  { numbers: { forms } }: Lexicon,
): FigureStyle {
  const digits = currency === undefined ? undefined : currencyOf(currency)?.digits;
  const first = member ?? words ?? defaultLanguage;
  const own = forms.get(first);
  const other = words === undefined || words === first ? undefined : forms.get(words);
  if (own && other) return { forms: [own, other], digits };
  const only = own ?? other;
  return { forms: only ? [only] : [], digits };
}

/** The language of the command's word, or else that of words that only one language has. */
function languageOf(
  entry: WordEntry,
  tokens: readonly Token[],
  { languages }: Lexicon,
): Language | undefined {
  if (entry.language) return entry.language;
  // `chèque` and `cheque` are one word here. The accent shows the language.
  const typed = tokens[0]?.raw ?? '';
  const accented = languages.find(({ accents }) => accents?.test(typed));
  if (accented) return accented.language;
  for (const { word } of tokens.slice(1)) {
    const spoken = languages.find(({ hints }) => hints.has(word));
    if (spoken) return spoken.language;
  }
  return undefined;
}
