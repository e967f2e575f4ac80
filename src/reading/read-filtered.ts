import type { Language } from '../kernel/vocabulary/language.ts';
import type { FreeReading } from './free-reading.ts';
import { hasFigure, joinedRaw, type Token } from './normalize.ts';
import { figureStyleOf, readShaped, type Reader, type Shaped } from './read-shaped.ts';
import { readTopic } from './read-topic.ts';
import type { Reading } from './reading.ts';
import { wordSign } from './word-facts.ts';
import { factsOfTokens } from './text-facts.ts';
import { sayAgain } from './said.ts';
import { isFillable, sumIn, withSlots, type Fillable } from './slots/fill-slots.ts';
import { nameWordsMax } from './slots/find-name.ts';
import { findSlots, isEmpty, type SlotReader, type Slots } from './slots/find-slots.ts';

/** What finding slots needs, for one text. */
export function slotReaderOf(reader: Reader, words?: Language): SlotReader {
  const { context, grammar, shares } = reader;
  return {
    lexicon: grammar.lexicon,
    shares,
    style: figureStyleOf(context, words, grammar.lexicon),
    language: context.language ?? words,
    today: context.today,
    currency: context.currency,
  };
}

/** Whether a text has a word of a period, an amount or a wish. A plain `#bal 7` has none. */
export function mayHaveSlots(tokens: readonly Token[], { grammar }: Reader): boolean {
  const { latest } = grammar.lexicon.slots;
  const { of } = factsOfTokens(tokens, grammar.lexicon);
  for (let index = 1; index < of.length; index += 1)
    if (((of[index]?.signs ?? 0) & wordSign.limits) !== 0) return true;
  return latest.has(tokens[0]?.word ?? '');
}

/**
 * Reads a command with what limits its answer: `hist 7 since nov 1`, `deposits over 500 this year`, `bal savings and checking`,
 * `find walmart`. `undefined`: without these words it is no whole command.
 */
export function readFilteredCommand(
  tokens: readonly Token[],
  reader: Reader,
  { shaped, mayLimit }: { readonly shaped: Shaped | undefined; readonly mayLimit: boolean },
): Shaped | undefined {
  const [head] = tokens;
  const { lexicon, words } = reader.grammar;
  if (!head || tokens.length < 2) return undefined;
  const mayBegin =
    words.has(head.word) ||
    /\d$/.test(head.word) ||
    (mayLimit && tokens.length <= shareFirstMax && mayBeFirst(head.word, reader));
  if (!mayBegin && !lexicon.slots.findHeads.has(head.word)) return undefined;
  if (lexicon.slots.findHeads.has(head.word) && !words.has(head.word))
    return readFind(tokens, reader);
  const total = withTotal(tokens, reader, mayLimit);
  if (total) return total;
  const begins = startOf(tokens, reader);
  const isWhole = shaped?.isWhole === true;
  const found = withLimits(tokens, reader, { begins, isWhole });
  // `hist 2 weeks ago`: what looks like an account is part of a limit.
  return found ?? (begins > 1 ? withLimits(tokens, reader, { begins: 1, isWhole }) : undefined);
}

/**
 * Whether a command with limits may begin with a word that is no command: with an account (`savings balance yesterday`), with
 * figures, with the first of two words, or with words that mean nothing (`the last five`).
 */
function mayBeFirst(word: string, { grammar: { lexicon }, shares }: Reader): boolean {
  return (
    hasFigure(word) ||
    lexicon.arguments.fillers.has(word) ||
    lexicon.slots.latest.has(word) ||
    lexicon.pairs.has(word) ||
    shares.mayBegin(word)
  );
}

function withLimits(
  tokens: readonly Token[],
  reader: Reader,
  { begins, isWhole }: { readonly begins: number; readonly isWhole: boolean },
): Shaped | undefined {
  const language = reader.grammar.words.get(tokens[0]?.word ?? '')?.language;
  const slotReader = slotReaderOf(reader, language);
  // A whole command keeps its meaning, unless a filler of it limits the answer: `hist 7 today`.
  const slots = findSlots(tokens, slotReader, { kept: begins });
  const isLimited = !isEmpty(slots) || (!isWhole && slots.count !== undefined);
  const plain = isLimited ? wholeOf(slots, reader) : undefined;
  const named =
    plain?.isWhole || isWhole ? undefined : withNamed(tokens, reader, slotReader, begins);
  if (named) return named;
  if (plain && mayTake(plain.reading, slots))
    return { ...plain, reading: withSlots(plain.reading, slots, sumIn(slots.left, slotReader)) };
  if (isWhole) return undefined;
  return withAccounts(tokens, reader, slotReader, begins);
}

/** The most words of a command that begins with an account. */
const shareFirstMax = 8;

/** How many words at the beginning are the command and its account, and so no slot. */
function startOf(tokens: readonly Token[], { grammar, shares }: Reader): number {
  const [head, second] = tokens;
  const { lexicon } = grammar;
  if (lexicon.slots.latest.has(head?.word ?? '')) return 0;
  // `hist 7 nov`, `wd xmas`: an account is no day.
  const isAccount =
    second !== undefined &&
    (shares.isKnown || /\d/.test(second.word)) &&
    shares.name([second])?.isSure === true;
  return isAccount ? 2 : 1;
}

/** What is left must be a whole command by itself. `last month` leaves nothing, and `last` is a command. */
function wholeOf(
  { left, filter, count }: Pick<Slots, 'left' | 'filter' | 'count'>,
  reader: Reader,
): Shaped | undefined {
  const [head] = left;
  const { lexicon } = reader.grammar;
  const isBare = left.every(({ word }) => lexicon.arguments.fillers.has(word));
  if (!head || isBare) {
    const isLatest = count !== undefined || (!head && filter.since !== undefined);
    return isLatest ? { reading: { intent: 'history' }, isWhole: true } : undefined;
  }
  const shaped = readShaped(left, reader);
  if (!shaped || !isFillable(shaped.reading)) return undefined;
  // `hist house since nov 1`: the name as typed, if the member's accounts are not known.
  const mayName =
    !reader.shares.isKnown && (head.isHash || lexicon.commands.sureHeads.has(head.word));
  return shaped.isWhole || mayName ? shaped : undefined;
}

/** A balance has only a day. */
function mayTake(reading: Reading, { filter, today }: Slots): reading is Fillable {
  if (reading.intent !== 'balance') return isFillable(reading);
  return (
    today !== undefined ||
    Object.keys(filter).every((field) => field === 'since' || field === 'until')
  );
}

/** `#hist 7 walmart since nov 1`, `#hist at walmart`: what is left after a word without another use is a merchant. */
function withNamed(
  tokens: readonly Token[],
  reader: Reader,
  slotReader: SlotReader,
  begins: number,
): Shaped | undefined {
  const [head] = tokens;
  const { lexicon } = reader.grammar;
  const isOwn = head?.isHash === true || lexicon.commands.sureHeads.has(head?.word ?? '');
  // `retrait du consentement` is no command, and `hist on house` asks about an account.
  const { names } = lexicon.slots;
  const isAt = () => tokens.some(({ word }) => names.some((one) => one.merchantLeads.has(word)));
  if (begins < 2 && !(isOwn && isAt())) return undefined;
  const slots = findSlots(tokens, slotReader, { kept: begins, names: true });
  const named = slots.left.slice(begins);
  const isFound = slots.filter.find !== undefined;
  if (named.length > 0 ? isFound || begins < 2 : !isFound) return undefined;
  if (named.length > nameWordsMax) return undefined;
  const plain = wholeOf({ ...slots, left: slots.left.slice(0, Math.max(begins, 1)) }, reader);
  if (!plain || plain.reading.intent === 'balance' || !isFillable(plain.reading)) return undefined;
  if (named.some(({ word }) => !isMerchantWord(word, lexicon.slots))) return undefined;
  const find = slots.filter.find ?? named.map(({ raw }) => raw).join(' ');
  const filled = { ...slots, filter: { ...slots.filter, find } };
  return { ...plain, reading: withSlots(plain.reading, filled, false) };
}

/** A word that no language uses for something else after a command. */
function isMerchantWord(word: string, { names }: SlotReader['lexicon']['slots']): boolean {
  return (
    /\p{L}{2}/u.test(word) &&
    names.every(({ neverFound, findEnds }) => !neverFound.has(word) && !findEnds.has(word))
  );
}

/** `bal savings and checking`, `#hist 7 0`: two accounts or more, and nothing else. */
function withAccounts(
  tokens: readonly Token[],
  reader: Reader,
  slotReader: SlotReader,
  begins: number,
): Shaped | undefined {
  const { lexicon } = reader.grammar;
  const slots = findSlots(tokens, slotReader, {
    kept: Math.min(begins, 1),
    accounts: 'digits',
  });
  if (slots.accounts.length < 2) return undefined;
  const left = slots.left.filter(
    ({ word }, index) => index === 0 || !lexicon.slots.names.some(({ ands }) => ands.has(word)),
  );
  const plain = wholeOf({ ...slots, left }, reader);
  if (!plain || !mayTake(plain.reading, slots) || plain.reading.account !== undefined)
    return undefined;
  return { ...plain, reading: withSlots(plain.reading, slots, false) };
}

/** `dep total this year`: the sum of what the command without this word lists. */
function withTotal(
  tokens: readonly Token[],
  reader: Reader,
  mayLimit: boolean,
): Shaped | undefined {
  const { isSum } = reader.grammar.lexicon.slots;
  if (!tokens.some(({ word }, index) => index > 0 && isSum(word))) return undefined;
  const rest = tokens.filter(({ word }, index) => index === 0 || !isSum(word));
  const shaped = readShaped(rest, reader);
  const found =
    readFilteredCommand(rest, reader, { shaped, mayLimit }) ??
    (shaped?.isWhole ? shaped : undefined);
  const reading = found?.reading;
  if (!found || !reading) return undefined;
  const isList =
    reading.intent === 'history' ||
    reading.intent === 'deposits' ||
    reading.intent === 'withdrawals';
  return isList ? { ...found, reading: { ...reading, sum: true } } : undefined;
}

/** The most words of a name after `find`: longer texts look for something else. */
const findMax = 2;

/** `find walmart`, `#find shell since oct`: only a name and its limits. */
function readFind(tokens: readonly Token[], reader: Reader): Shaped | undefined {
  const { lexicon, words } = reader.grammar;
  const slots = findSlots(tokens, slotReaderOf(reader), { kept: 1 });
  const named = slots.left.slice(1);
  const [first] = named;
  const isName =
    named.length <= findMax &&
    named.every(({ word }) => isMerchantWord(word, lexicon.slots) && !words.has(word)) &&
    !named.some(({ word }) => word.endsWith("'s")) &&
    lexicon.slots.names.every(
      ({ findLeads, findSkips }) =>
        !named.some(({ word }) => findLeads.has(word)) && !findSkips.has(first?.word ?? ''),
    );
  if (!first || !isName) return undefined;
  const find = named.map(({ raw }) => raw).join(' ');
  const filled = { ...slots, filter: { ...slots.filter, find } };
  const reading = withSlots({ intent: 'history' }, filled, false);
  return { reading, isWhole: true, language: lexicon.slots.findHeads.get(tokens[0]?.word ?? '') };
}

/**
 * Reads a question in free wording with what limits its answer: `how much did i spend at schnucks last month`. Without those words
 * it must be a question by itself.
 * @param names whether a word may be a merchant; several accounts are tried then, too
 */
export function readFilteredQuestion(
  tokens: readonly Token[],
  reader: Reader,
  names: boolean,
): FreeReading | undefined {
  if (!mayAsk(tokens, reader.grammar)) return undefined;
  const slotReader = slotReaderOf(reader);
  const found = questionWith(findSlots(tokens, slotReader, { names }), reader, slotReader);
  if (found || !names) return found;
  return questionWith(findSlots(tokens, slotReader, { accounts: 'words' }), reader, slotReader, 2);
}

/** Whether a word names a topic. */
function mayAsk(tokens: readonly Token[], { lexicon }: Reader['grammar']): boolean {
  return (factsOfTokens(tokens, lexicon).signs & wordSign.asks) !== 0;
}

/** Whether it limits the answer by more than words that can't be applied: a sentence with only those is about something else. */
function saysLimit({ filter, today, accounts }: Slots): boolean {
  const { unapplied: _, ...limits } = filter;
  return accounts.length > 0 || today !== undefined || Object.keys(limits).length > 0;
}

function questionWith(
  slots: Slots,
  reader: Reader,
  slotReader: SlotReader,
  accountsMin = 0,
): FreeReading | undefined {
  const { lexicon } = reader.grammar;
  if (slots.accounts.length < accountsMin) return undefined;
  const asksSum = sumIn(slots.left, slotReader);
  if (!saysLimit(slots) && slots.count === undefined && !asksSum) return undefined;
  const said = sayAgain(joinedRaw(slots.left));
  const found = readTopic(said, reader.shares, lexicon, { besideSlot: true, wordsMin: 1 });
  if (!found || !mayTake(found.reading, slots)) return undefined;
  const reading = withSlots(found.reading, slots, asksSum);
  const isPlain = !saysLimit(slots) && slots.count === undefined && !('sum' in reading);
  return isPlain ? undefined : { reading, language: found.language, confirm: false };
}
