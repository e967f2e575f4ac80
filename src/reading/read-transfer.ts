import type { TransferReading } from './reading.ts';
import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import { isUnit, readFigure, type FigureStyle } from './figures.ts';
import { plain, type Token } from './normalize.ts';
import type { ShareReader } from './share-words.ts';
import { withFigures } from './number-words.ts';
import { readOrder, type OrderOptions, type OrderReading } from './transfer-order.ts';
import {
  everydayTransferWords,
  fillers,
  fromWords,
  saysHowMuch,
  thanks,
  toWords,
} from './words.ts';

/**
 * What follows a transfer word. Words that everyday talk uses too (`move`, `send`) need shares by suffix, kind or known name;
 * `transfer` takes a mere name only in the strict shape; words that say nothing else, and `#`, take any.
 */
export function readTransfer(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const [language = 'en'] = context.style.languages;
  const plainly = readArguments(head, rest, context);
  // A share may be called `Ten`: only what the member's shares leave open is a figure in words.
  if (plainly?.reading.intent === 'transfer' && context.shares.isKnown) return plainly;
  const figured = withFigures(rest, language);
  const isWorded =
    figured.length !== rest.length || figured.some(({ word }, index) => word !== rest[index]?.word);
  const worded = isWorded ? readArguments(head, figured, context) : undefined;
  return worded ? { ...worded, confirm: true } : plainly;
}

function readArguments(
  head: Token,
  rest: readonly Token[],
  { shares, style }: CommandContext,
): CommandReading | undefined {
  if (rest.length === 0) return transferHelp;
  const isEveryday = everydayTransferWords.has(head.word) && !head.isHash;
  const isSlip = plain(head.raw) !== head.word;
  const options = { shares, style };
  const reading =
    readOrder(rest, { ...options, sureNamesOnly: isEveryday }) ??
    (isEveryday && !isSlip ? readEverydayOrder(rest, options) : undefined);
  if (!reading) {
    // What lacks a part of an order is told how one is written; what has other words is about something else.
    const isPart = rest.every((token) => isOrderPart(token, shares, style));
    return isPart && !isEveryday ? transferHelp : undefined;
  }
  if (head.word === 'x' && !head.isHash && rest.length < 3 && reading.intent !== 'transfer')
    return undefined;
  if (reading.intent === 'refused' && reading.reason === 'amount_not_positive' && isVague(rest)) {
    return whole({ intent: 'refused', reason: 'amount_malformed' });
  }
  if (reading.intent !== 'transfer') {
    // Everyday talk has figures too: a refusal is for what has the command's own word.
    return isEveryday && rest.length > 3 ? undefined : whole(reading);
  }
  if (isEveryday && isTooLittle(reading, rest, shares)) return undefined;
  const { from, to } = reading;
  const mere = mereNames({ from, to }, shares);
  // `send 50 from checking to mom` is someone else; what comes into a share of one's own may come from anywhere.
  const isElsewhere = mere === 1 && mereNames({ from: undefined, to }, shares) === 1;
  if (isEveryday && isElsewhere && !shares.isKnown) return undefined;
  if (isEveryday && (mere > 0 || (reading.from ?? reading.to) === undefined))
    return { ...whole(reading), confirm: true };
  if (isOwnWord(head)) {
    // `x files season 7`, `trans am 2`: two mere names and a mere digit are a title.
    const isTitle =
      mere === 2 && !head.isHash && isShortWord(head) && /^\d$/.test(rest.at(-1)?.word ?? '');
    return isTitle ? undefined : whole(reading);
  }
  // `transfer 50 from checking to mom` is someone else; `from house to fun` may be shares. The answer will tell, or ask.
  if (mere === 0) return whole(reading);
  if (!isStrict(rest.filter(({ word }) => !isUnit(word))) || namesNothing(rest)) return undefined;
  // `transfer from laptop to room 7`
  if (mere === 2 && /^\d$/.test(rest.at(-1)?.word ?? '')) return undefined;
  if (shares.isKnown) return whole({ intent: 'refused', reason: 'share_not_found' });
  return isElsewhere ? undefined : { ...whole(reading), confirm: true };
}

function namesNothing(rest: readonly Token[]): boolean {
  return rest.some(({ word }) => noNames.has(word) || thanks.has(word));
}

/**
 * After words of everyday talk an amount alone (`move 400`), and mere names only where every word has its place and the
 * figure is money (`move $20 from house to fun`); a digit may be anything.
 */
function readEverydayOrder(
  rest: readonly Token[],
  options: Omit<OrderOptions, 'sureNamesOnly'>,
): OrderReading | undefined {
  const units = rest.filter(({ word }) => !isUnit(word));
  if (isMereDigit(rest)) return undefined;
  const isNames = !options.shares.isKnown && isStrict(units);
  if (units.length !== 1 && !isNames) return undefined;
  if (namesNothing(units)) return undefined;
  const reading = readOrder(rest, { ...options, sureNamesOnly: false });
  return reading?.intent === 'transfer' ? reading : undefined;
}

/** Words that name nothing, and those that say where in talk as much as into which share. */
const noNames = new Set(
  `in on en dans sur i me you he she it we they him them us this that these those here there are is was were be am do does did have has will would
   can could should not no yes what which who where when how why and or but all some any none everyone someone somebody real one transfer move send put pay
   je tu il elle nous vous ils moi toi lui eux ce cela ici yo tu el ella nosotros ellos esto eso aqui alla`.split(
    /\s+/,
  ),
);

function isShortWord({ word }: Token): boolean {
  return /^(?:x|tran|trans|tr)$/.test(word);
}

/** The figure is a digit that nothing beside it marks as money. */
function isMereDigit(rest: readonly Token[]): boolean {
  const isMarked = rest.some(
    ({ word }, index) =>
      /[$€£.,]|\d{2}/.test(word) || (isUnit(word) && /\d/.test(rest[index - 1]?.word ?? '')),
  );
  return !isMarked && rest.some(({ word }) => /^\d$/.test(word));
}

const transferHelp = whole({ intent: 'help', topic: 'transfer' });

function isOrderPart(token: Token, shares: ShareReader, style: FigureStyle): boolean {
  const { word } = token;
  return (
    fromWords.has(word) ||
    toWords.has(word) ||
    fillers.has(word) ||
    isUnit(word) ||
    readFigure(word, style) !== undefined ||
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

/** How many of the two names are mere words: no suffix, no kind, none of the member's. */
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

/** `trans half 7 0`: the amount is a word, and the 0 a share. */
function isVague(rest: readonly Token[]): boolean {
  return rest.some(({ word }) => saysHowMuch.has(word));
}

/** Exactly `AMOUNT from NAME to NAME` or `from NAME to NAME AMOUNT`. */
function isStrict(rest: readonly Token[]): boolean {
  const [a, b, c, d, e] = rest.map(({ word }) => word);
  if (rest.length !== 5 || a === undefined || b === undefined || c === undefined) return false;
  if (d === undefined || e === undefined) return false;
  return (fromWords.has(b) && toWords.has(d)) || (fromWords.has(a) && toWords.has(c));
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
