import type { TransferReading } from './reading.ts';
import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import { isUnit, readFigure } from './figures.ts';
import { plain, type Token } from './normalize.ts';
import type { ShareReader } from './share-words.ts';
import { withFigures } from './number-words.ts';
import { readOrder, type OrderOptions, type OrderReading } from './transfer-order.ts';
import type { ArgumentLexicon } from './lexicon/argument-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/**
 * Reads what follows a transfer word. Words that everyday talk also uses (`move`, `send`) need shares by suffix, kind or known
 * name. `transfer` takes a mere name only in the strict shape. Words with no other meaning, and `#`, take any name.
 */
export function readTransfer(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const [form] = context.style.forms;
  const plainly = readArguments(head, rest, context);
  // A share may be called `Ten`: only words that the member's shares don't explain are figures.
  if (plainly?.reading.intent === 'transfer' && context.shares.isKnown) return plainly;
  const figured = form ? withFigures(rest, form) : rest;
  const isWorded =
    figured.length !== rest.length || figured.some(({ word }, index) => word !== rest[index]?.word);
  const worded = isWorded ? readArguments(head, figured, context) : undefined;
  return worded ? { ...worded, confirm: true } : plainly;
}

function readArguments(
  head: Token,
  rest: readonly Token[],
  { shares, style, grammar: { lexicon } }: CommandContext,
): CommandReading | undefined {
  if (rest.length === 0) return transferHelp;
  const { arguments: words, commands } = lexicon;
  const isEveryday = commands.everydayOrders.has(head.word) && !head.isHash;
  const isSlip = plain(head.raw) !== head.word;
  const options = { shares, style, words };
  const reading =
    readOrder(rest, { ...options, sureNamesOnly: isEveryday }) ??
    (isEveryday && !isSlip ? readEverydayOrder(rest, options, lexicon) : undefined);
  if (!reading) {
    // If a part of an order is missing, the answer shows how to write one. With other words, the text is about something else.
    const isPart = rest.every((token) => isOrderPart(token, options));
    return isPart && !isEveryday ? transferHelp : undefined;
  }
  if (
    commands.letterHeads.has(head.word) &&
    !head.isHash &&
    rest.length < 3 &&
    reading.intent !== 'transfer'
  )
    return undefined;
  if (
    reading.intent === 'refused' &&
    reading.reason === 'amount_not_positive' &&
    rest.some(({ word }) => words.howMuch.has(word))
  ) {
    return whole({ intent: 'refused', reason: 'amount_malformed' });
  }
  if (reading.intent !== 'transfer') {
    // Everyday talk has figures too: refuse only after the command's own word.
    return isEveryday && rest.length > 3 ? undefined : whole(reading);
  }
  if (isEveryday && isTooLittle(reading, rest, { shares, lexicon })) return undefined;
  const { from, to } = reading;
  const mere = mereNames({ from, to }, shares);
  // `send 50 from checking to mom` means someone else. Money into an own share may come from anywhere.
  const isElsewhere = mere === 1 && mereNames({ from: undefined, to }, shares) === 1;
  if (isEveryday && isElsewhere && !shares.isKnown) return undefined;
  if (isEveryday && (mere > 0 || (reading.from ?? reading.to) === undefined))
    return { ...whole(reading), confirm: true };
  if (isOwnWord(head, lexicon)) {
    // `x files season 7`, `trans am 2`: two mere names and a mere digit are a title.
    const isTitle =
      mere === 2 &&
      !head.isHash &&
      commands.shortHeads.has(head.word) &&
      /^\d$/.test(rest.at(-1)?.word ?? '');
    return isTitle ? undefined : whole(reading);
  }
  // `transfer 50 from checking to mom` means someone else; `from house to fun` may mean shares. The answer says so or asks.
  if (mere === 0) return whole(reading);
  if (!isStrict(withoutUnits(rest, words), words) || namesNothing(rest, lexicon)) return undefined;
  // `transfer from laptop to room 7`
  if (mere === 2 && /^\d$/.test(rest.at(-1)?.word ?? '')) return undefined;
  if (shares.isKnown) return whole({ intent: 'refused', reason: 'share_not_found' });
  return isElsewhere ? undefined : { ...whole(reading), confirm: true };
}

function namesNothing(
  rest: readonly Token[],
  { arguments: { thanks }, commands: { noNames } }: Lexicon,
): boolean {
  return rest.some(({ word }) => noNames.has(word) || thanks.has(word));
}

/**
 * Reads an order after words of everyday talk: an amount alone (`move 400`), or mere names if every word has its place and the
 * figure is money (`move $20 from house to fun`). A digit may be anything.
 */
function readEverydayOrder(
  rest: readonly Token[],
  options: Omit<OrderOptions, 'sureNamesOnly'>,
  lexicon: Lexicon,
): OrderReading | undefined {
  const units = withoutUnits(rest, options.words);
  if (isMereDigit(rest, options.words)) return undefined;
  const isNames = !options.shares.isKnown && isStrict(units, options.words);
  if (units.length !== 1 && !isNames) return undefined;
  if (namesNothing(units, lexicon)) return undefined;
  const reading = readOrder(rest, { ...options, sureNamesOnly: false });
  return reading?.intent === 'transfer' ? reading : undefined;
}

function withoutUnits(tokens: readonly Token[], { units }: ArgumentLexicon): readonly Token[] {
  return tokens.filter(({ word }) => !isUnit(word, units));
}

/** Whether the figure is a digit without a sign of money beside it. */
function isMereDigit(rest: readonly Token[], { units }: ArgumentLexicon): boolean {
  const isMarked = rest.some(
    ({ word }, index) =>
      /[$€£.,]|\d{2}/.test(word) || (isUnit(word, units) && /\d/.test(rest[index - 1]?.word ?? '')),
  );
  return !isMarked && rest.some(({ word }) => /^\d$/.test(word));
}

const transferHelp = whole({ intent: 'help', topic: 'transfer' });

function isOrderPart(
  token: Token,
  { shares, style, words }: Omit<OrderOptions, 'sureNamesOnly'>,
): boolean {
  const { word } = token;
  return (
    words.from.has(word) ||
    words.to.has(word) ||
    words.fillers.has(word) ||
    isUnit(word, words.units) ||
    readFigure(word, style) !== undefined ||
    shares.name([token])?.isSure === true
  );
}

/** Words that only mean *transfer order*: after these, and after `#`, a mere name is a share's. */
function isOwnWord(head: Token, { commands }: Lexicon): boolean {
  return head.isHash || !commands.plainOrders.has(head.word);
}

/** Counts the names that are mere words: no suffix, no kind, no share of the member's. */
function mereNames(
  { from, to }: Readonly<Record<'from' | 'to', string | undefined>>,
  shares: ShareReader,
): number {
  return [from, to].filter((name) => {
    if (name === undefined) return false;
    const tokens = name.split(' ').map((raw) => ({ raw, word: plain(raw), isHash: false }));
    const named = shares.name(tokens);
    return !named?.isSure && !named?.isForm;
  }).length;
}

/** Exactly `AMOUNT from NAME to NAME` or `from NAME to NAME AMOUNT`. */
function isStrict(rest: readonly Token[], { from, to }: ArgumentLexicon): boolean {
  const [a, b, c, d, e] = rest.map(({ word }) => word);
  if (rest.length !== 5 || a === undefined || b === undefined || c === undefined) return false;
  if (d === undefined || e === undefined) return false;
  return (from.has(b) && to.has(d)) || (from.has(a) && to.has(c));
}

/** `move 3 to 5`, `put 2 in share`: as likely everyday talk as an order. */
function isTooLittle(
  { from, to, amount }: TransferReading,
  rest: readonly Token[],
  { shares, lexicon }: { readonly shares: ShareReader; readonly lexicon: Lexicon },
): boolean {
  if (shares.isKnown || from !== undefined) return false;
  const { arguments: words, commands } = lexicon;
  const isBare = rest.every(({ word }) => !/[$€£.,]/.test(word) && !isUnit(word, words.units));
  const isSmall = isBare && Number(amount) <= 12;
  return (
    (isSmall && /^\d$/.test(to ?? '')) || rest.some(({ word }) => commands.talkKinds.has(word))
  );
}
