import { findSecrets } from '../secrets/find-secrets.ts';
import type { Reading, ReadingContext, Understood } from './reading.ts';
import { withAskedIn } from './asked-in.ts';
import { isPast, readFreeOrder } from './free-order.ts';
import type { FreeReading } from './free-reading.ts';
import { readFree, readLock, readQuestion, type FreeReader } from './free-wording.ts';
import { saysForeignMoney } from './foreign-money.ts';
import { guessed, guessedMax } from './guess/guess-text.ts';
import type { Guesser } from './guess/guessed.ts';
import { createGrammars, type Grammar } from './grammar.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { isPlain, mentioned } from './mention.ts';
import { joinedRaw, plain, textMax, tidy, tokenize, type Token } from './normalize.ts';
import { optsOut } from './opt-out.ts';
import { readAlertWish } from './read-alert.ts';
import { readBare } from './read-bare.ts';
import { readAmountFirst } from './read-amount-first.ts';
import { readAfford } from './read-afford.ts';
import { contactTopic, readAnswer } from './read-answer.ts';
import { readCare } from './read-care.ts';
import { readCommand } from './read-command.ts';
import { mayHaveSlots, readFilteredCommand, readFilteredQuestion } from './read-filtered.ts';
import { readLanguage } from './read-language.ts';
import { readPayOwn } from './read-pay-own.ts';
import { commandContext, readShaped, type Reader, type Shaped } from './read-shaped.ts';
import { flatten, sayAgain } from './said.ts';
import { createShareReader, strangeShare } from './share-words.ts';
import { isOfOtherThings, readPossibleError } from './possible-error.ts';
import { mend } from './slips.ts';
import { hasBounds, textWithoutBounds } from './slots/bounds.ts';
import { spokenLanguage } from './spoken.ts';
import { stopWishOf, wishesCardBlocked } from './stop-wishes.ts';
import { meantBy, suggest } from './suggest.ts';
import { withoutKeyword, withoutSurroundings } from './surroundings.ts';
import { understood, unknown } from './understood.ts';

/**
 * Reads a text: a pure function of the text, the member's shares and language, and the institution's words. The same text always
 * gives the same reading. Only a certain money command becomes one.
 * In order: a bare number; a command in its own shape; an order, then a question, in free wording; a typo in the first word of a
 * command's shape; otherwise unknown, with a suggestion if something is near.
 */
export type Read = (text: string, context: ReadingContext) => Understood;

/**
 * Creates the reader for these words.
 * @param guesser asked only about texts that no rule understands. Absent: these stay unknown
 */
export function createReader(lexicon: Lexicon, guesser?: Guesser): Read {
  const grammarOf = createGrammars(lexicon);
  return (text, context) => {
    const grammar = grammarOf(context.words);
    const given = typedOf(text, context, grammar);
    const meant = readByRules(text, given, context, grammar);
    const full =
      guesser && !context.rulesOnly && text.length <= guessedMax
        ? guessed(meant, given.typed, { guesser, context, grammar })
        : meant;
    return withAskedIn(full, given.typed, lexicon);
  };
}

function readByRules(
  text: string,
  given: Typed,
  context: ReadingContext,
  grammar: Grammar,
): Understood {
  const { lexicon } = grammar;
  const meant = readWhole(given, context, grammar);
  // A long text is no order, but may still report an error.
  const typed = text.length > textMax * 2 ? text : given.typed;
  if (meant.reading.intent === 'dispute')
    return isOfOtherThings(typed, lexicon) ? unknown() : { ...meant, reportsError: true };
  const error = isExact(meant, typed)
    ? undefined
    : readPossibleError(withoutBounds(meant, typed, lexicon), lexicon);
  if (!error) return meant;
  if (keepsItsAnswer(meant, typed, lexicon)) return { ...meant, reportsError: true };
  const language = error.language ?? meant.language;
  const asked: Understood = {
    ...understood({ intent: 'dispute' }, language),
    reportsError: true,
  };
  const { reading } = meant;
  const isLost = reading.intent === 'unknown' && reading.care === 'emergency';
  return isLost ? { ...asked, loss: true } : asked;
}

/** `compras de más de 50`: a bound of the amount says nothing about too much. */
function withoutBounds({ reading }: Understood, text: string, lexicon: Lexicon): string {
  return hasBounds(reading)
    ? textWithoutBounds(tokenize(tidy(text, lexicon), lexicon), lexicon)
    : text;
}

/** `#bal`, `OK 4821`, `hist 7 3`: a command in its own shape reports nothing. */
function isExact({ reading }: Understood, text: string): boolean {
  const { intent } = reading;
  return intent === 'confirm' || intent === 'choose' || (intent !== 'unknown' && exact.test(text));
}

/** One word followed by figures and suffixes, or anything after `#`. */
const exact = /^\s*(?:#|\S+(?:\s+\S*\d\S*)*\s*$)/;

/** An order, or something that can't wait, is answered first. The possible report of an error is noted beside it. */
function keepsItsAnswer(
  { reading, stops }: Understood,
  text: string,
  { orders: { stopsFirst } }: Lexicon,
): boolean {
  if (stops) return true;
  const { intent } = reading;
  if (intent === 'unknown') return reading.care === 'secrets' || reading.care === 'crisis';
  if (intent === 'agent') return stopsFirst.test(text.trim().toLowerCase());
  return ordered.has(intent);
}

const ordered: ReadonlySet<Reading['intent']> = new Set([
  'transfer',
  'ambiguous',
  'pay',
  'lock',
  'stop',
]);

function readWhole(
  { typed, hadMore }: Typed,
  context: ReadingContext,
  grammar: Grammar,
): Understood {
  const { lexicon } = grammar;
  const tidied = tidy(typed, lexicon);
  if (tidied === '' || tidied.length > textMax) return unknown();
  if (/^[?¿]/.test(tidied) && /^[?¿]+$/.test(tidied)) return understood({ intent: 'help' });
  const shares = createShareReader(context.shares, lexicon.arguments);
  const reader = { context, grammar, shares, typed };
  const meant = asPlainly(readTidy(tidied, reader), hadMore, reader);
  const flat = flatten(tidied);
  const spoken = spokenLanguage(flat, lexicon);
  const topic = meant.reading.intent === 'contact' ? contactTopic(flat, lexicon) : undefined;
  if (!topic) return spoken ? { ...meant, spoken } : meant;
  return { ...meant, ...(spoken ? { spoken } : {}), contactTopic: topic };
}

interface Typed {
  readonly typed: string;
  /** A link or a signature was on its line: X adds a link to a message with a picture. */
  readonly hadMore: boolean;
}

/** What the member typed: without what phones and networks put around it, and without the institution's keyword. */
function typedOf(text: string, context: ReadingContext, grammar: Grammar): Typed {
  const begin = text.length > guessedMax ? text.slice(0, guessedMax) : text;
  const given = withoutSurroundings(begin, grammar.lexicon);
  const keywords = keywordsOf(context, grammar);
  return { typed: withoutKeyword(given.text, keywords), hadMore: given.hadMore };
}

/**
 * Asks first about a money or lock command that the text may only mention: quoted, forwarded, with a question mark. The same for a
 * transfer followed by a link or a signature on its line.
 */
function asPlainly(meant: Understood, hadMore: boolean, reader: Reader): Understood {
  const { intent } = meant.reading;
  if (intent === 'transfer' || intent === 'pay' || intent === 'lock') {
    const isAsked = !isPlain(reader.typed) || (hadMore && intent !== 'lock');
    return isAsked && !meant.confirm ? { ...meant, confirm: true } : meant;
  }
  if (intent !== 'unknown' || meant.reading.care !== undefined) return meant;
  const { lexicon } = reader.grammar;
  const order = mentioned(reader.typed, lexicon);
  if (order === undefined) return meant;
  const told = readTidy(tidy(order, lexicon), { ...reader, typed: order });
  const isOrder =
    told.reading.intent === 'transfer' ||
    told.reading.intent === 'lock' ||
    told.reading.intent === 'ambiguous';
  return isOrder ? { ...told, confirm: true } : meant;
}

/** A keyword that is also a command's word means the command. */
function keywordsOf({ keywords = [] }: ReadingContext, { words }: Grammar): readonly string[] {
  return keywords.filter((keyword) => !words.has(plain(keyword)));
}

/** Our names among members: names, keywords, handles. */
function namesOf(context: ReadingContext, grammar: Grammar): readonly string[] {
  const { names = [], handles = [] } = context;
  return [...names, ...keywordsOf(context, grammar), ...handles];
}

/** An amount in a currency other than the institution's is refused: we never convert, and never read it as our own. */
function readTidy(tidied: string, reader: Reader): Understood {
  const { lexicon } = reader.grammar;
  const meant = withNamed(readMeant(tidied, reader), tidied, reader);
  const { intent } = meant.reading;
  if (intent === 'agent') return withStops(meant, tidied, lexicon);
  if (intent !== 'transfer' && intent !== 'ambiguous' && intent !== 'pay' && intent !== 'afford')
    return meant;
  const tokens = tokenize(tidied, lexicon);
  if (!saysForeignMoney(tokens, reader.context.currency, lexicon)) return meant;
  return { ...meant, reading: { intent: 'refused', reason: 'amount_foreign' }, confirm: false };
}

function withStops(meant: Understood, tidied: string, lexicon: Lexicon): Understood {
  const stops = stopWishOf(flatten(tidied), lexicon);
  return stops ? { ...meant, stops } : meant;
}

/** Adds the unknown share's name, so that the answer can give it. */
function withNamed(meant: Understood, tidied: string, { shares, grammar }: Reader): Understood {
  const { lexicon } = grammar;
  const { reading } = meant;
  if (reading.intent !== 'refused' || reading.reason !== 'share_not_found') return meant;
  const named = strangeShare(tokenize(tidied, lexicon).slice(1), shares, lexicon.arguments);
  return named === undefined ? meant : { ...meant, named };
}

function readMeant(tidied: string, reader: Reader): Understood {
  const { lexicon } = reader.grammar;
  const tokens = withoutBox(tokenize(tidied, lexicon), reader);
  // Before commands: a frightened member's text also contains command words.
  const care = readCare(
    tidied,
    flatten(tidied.includes('@') ? tidied.replace(/(?<!\S)@\S+/g, ' ') : tidied),
    {
      lexicon,
      routing: reader.context.routing,
    },
  );
  // `i lost my phone, lock my account`: the order takes precedence over the report.
  const isMild = care === undefined || isLoss(care);
  const order = care && isMild ? readLock(sayAgain(tidied), lexicon) : undefined;
  // People block cards, by phone: this service only locks itself.
  if (!order && isMild && wishesCardBlocked(flatten(tidied), lexicon))
    return fromFree({ reading: { intent: 'agent' }, confirm: false });
  if (care && isSecret(care) && optsOutBeside(reader)) return understood({ intent: 'stop' });
  if (care) return fromFree(order ?? care);
  if (tokens.length === 0) return unknown();
  const bare = readBare(tokens, lexicon);
  if (bare) return bare;
  const language = readLanguage(flatten(tidied), lexicon);
  if (language) return understood({ intent: 'language', language }, language);
  const paid = readPayOwn(tokens, reader);
  if (paid) return paid;
  const afford = readAfford(tokens, reader);
  if (afford) return understood(afford.reading, afford.language);
  return readWorded(tokens, reader);
}

/** Reads a command, or else an order or a question in free wording. */
function readWorded(tokens: readonly Token[], reader: Reader): Understood {
  const { shares, grammar, context, typed } = reader;
  const { lexicon } = grammar;
  // The text for the rules: without the wrong prefix, and without courtesy around it.
  const said = sayAgain(joinedRaw(tokens));
  const shaped = readShaped(tokens, reader);
  const wish = shaped && isAboutAlerts(shaped) ? undefined : readAlertWish(said.flat, lexicon);
  if (wish) return fromFree(wish);
  const asShaped =
    shaped &&
    withDrops(understood(shaped.reading, shaped.language, shaped.confirm), tokens, lexicon);
  const mayLimit = mayHaveSlots(tokens, reader);
  if (asShaped && shaped.isWhole && !mayLimit) return asShaped;
  const limited = readFilteredCommand(tokens, reader, { shaped, mayLimit });
  if (limited) return understood(limited.reading, limited.language);
  if (asShaped && shaped.isWhole) return asShaped;
  const asking: FreeReader = {
    shares,
    lexicon,
    mayLimit,
    limited: (names) => readFilteredQuestion(tokens, reader, names),
    own: context.shares,
    typed,
  };
  // `check ordering`, `statement fees`: a question of another topic that begins with a command's word.
  const answer = asShaped && readAnswer(said, { typed, shares: context.shares, lexicon });
  if (answer) return fromFree(answer);
  // `pending transactions`: a mere word is a share's name only if the words are no question.
  const question = asShaped && tokens.length > 1 && readQuestion(said, asking);
  if (question) return fromFree(question);
  if (asShaped) return asShaped;
  const free =
    readAmountFirst(tokens, reader) ??
    readFreeOrder(tokens, reader) ??
    readFree(said, asking, () => optsOut(typed, { grammar, names: namesOf(context, grammar) }));
  if (free) return withDropped(fromFree(free), said.flat, lexicon);
  return readSlip(tokens, reader) ?? notUnderstood(tokens, reader);
}

/** A command about alerts says what it wants. In any other text a wish for one is only a wish. */
function isAboutAlerts({ reading: { intent }, isWhole }: Shaped): boolean {
  return isWhole && (intent === 'alert' || intent === 'alert_off' || intent === 'alerts');
}

function notUnderstood(tokens: readonly Token[], { grammar, context, shares }: Reader): Understood {
  const found = meantBy(tokens, grammar, shares);
  const { language } = context;
  const near = unknown(suggest(tokens, { grammar, shares, language, meant: found?.meant }));
  return found ? { ...near, ...found } : near;
}

function isSecret({ reading }: FreeReading): boolean {
  return reading.intent === 'unknown' && reading.care === 'secrets';
}

/** `STOP, my pin is 1234`: a secret beside STOP doesn't change it. */
function optsOutBeside({ typed, grammar, context }: Reader): boolean {
  let left = '';
  let from = 0;
  for (const [start, end] of findSecrets(typed, context.routing).places) {
    left += typed.slice(from, start);
    from = end;
  }
  return optsOut(left + typed.slice(from), { grammar, names: namesOf(context, grammar) });
}

function isLoss({ reading }: FreeReading): boolean {
  return reading.intent === 'unknown' && reading.care === 'emergency';
}

/** CANCEL, END and QUIT are carriers' words for STOP. In talk they drop what was begun. */
function withDrops(
  meant: Understood,
  [head]: readonly Token[],
  { commands: { dropHeads } }: Lexicon,
): Understood {
  const drops = meant.reading.intent === 'stop' && dropHeads.has(head?.word ?? '');
  return drops ? { ...meant, drops } : meant;
}

/** `cancel my transfer` goes to people, and drops the pending one. */
function withDropped(meant: Understood, flat: string, { freeRules }: Lexicon): Understood {
  return meant.reading.intent === 'agent' && freeRules.cancelsTransfer.test(flat)
    ? { ...meant, drops: true }
    : meant;
}

/** `d myvcu #bal`, `@myvcu #bal`: a prefix for X's post box, without meaning here. Courtesy around a command has none either. */
function withoutBox(tokens: readonly Token[], { context, grammar }: Reader): readonly Token[] {
  const { lexicon } = grammar;
  let left = withoutHandles(withoutCourtesy(tokens, lexicon));
  const [first, second, third] = left;
  if (first && second && third && lexicon.commands.boxes.has(first.word) && !first.isHash) {
    const handles = (context.handles ?? []).map(plain);
    const isBox =
      third.isHash ||
      second.raw.startsWith('@') ||
      handles.includes(second.word.replace(/^@/, '')) ||
      grammar.words.has(third.word);
    if (isBox) left = left.slice(2);
  }
  left = withoutCourtesy(withoutHandles(left), lexicon);
  const isPay = grammar.words.get(left[0]?.word ?? '')?.intent === 'pay';
  if (left.length > 1 && left.at(-1)?.raw.startsWith('@') && !isPay) left = left.slice(0, -1);
  return left;
}

function withoutHandles(tokens: readonly Token[]): readonly Token[] {
  let begin = 0;
  while (begin < tokens.length - 1 && tokens[begin]?.raw.startsWith('@')) begin += 1;
  return begin === 0 ? tokens : tokens.slice(begin);
}

function withoutCourtesy(
  tokens: readonly Token[],
  { arguments: { courtesies, thanks } }: Lexicon,
): readonly Token[] {
  let begin = 0;
  let end = tokens.length;
  while (begin < end - 1 && isCourtesy(tokens[begin], courtesies)) begin += 1;
  while (begin < end - 1 && isCourtesy(tokens[end - 1], thanks)) end -= 1;
  return begin === 0 && end === tokens.length ? tokens : tokens.slice(begin, end);
}

function isCourtesy(token: Token | undefined, words: ReadonlySet<string>): boolean {
  return token !== undefined && !token.isHash && words.has(token.word);
}

/** A typo in the first word of a text that otherwise has a command's whole shape. */
function readSlip(tokens: readonly Token[], reader: Reader): Understood | undefined {
  const [head, ...rest] = tokens;
  const word = head && mend(head.word, reader.grammar, rest.length === 0 && !head.isHash);
  const entry = word === undefined ? undefined : reader.grammar.words.get(word);
  if (!head || word === undefined || !entry) return undefined;
  if (entry.intent === 'transfer' && isPast(head.raw, reader.grammar.lexicon.orders))
    return undefined;
  const context = commandContext(entry, reader, tokens);
  const result = readCommand(entry, { ...head, word }, rest, context);
  if (!result?.isWhole) return undefined;
  const isGrave = entry.intent === 'transfer' || entry.intent === 'pay' || entry.intent === 'lock';
  return understood(result.reading, entry.language, isGrave);
}

function fromFree({ reading, language, confirm }: FreeReading): Understood {
  return understood(reading, language, confirm);
}
