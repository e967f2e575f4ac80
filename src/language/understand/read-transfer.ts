import type { Language } from '../language.ts';
import type { TransferReading } from '../reading.ts';
import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import { isUnit, readFigure } from './figures.ts';
import { plain, type Token } from './normalize.ts';
import type { ShareReader } from './share-words.ts';
import { readOrder } from './transfer-order.ts';
import { everydayTransferWords, fillers, fromWords, toWords } from './words.ts';

/**
 * What follows a transfer word. Words that everyday talk uses too (`move`, `send`) need shares by suffix, kind or known name;
 * `transfer` takes a mere name only in the strict shape; words that say nothing else, and `#`, take any.
 */
export function readTransfer(
  head: Token,
  rest: readonly Token[],
  { shares, languages }: CommandContext,
): CommandReading | undefined {
  if (rest.length === 0) return transferHelp;
  const isEveryday = everydayTransferWords.has(head.word) && !head.isHash;
  const reading = readOrder(rest, { shares, languages, sureNamesOnly: isEveryday });
  if (!reading) {
    // What lacks a part of an order is told how one is written; what has other words is about something else.
    const isPart = rest.every((token) => isOrderPart(token, shares, languages));
    return isPart && !isEveryday ? transferHelp : undefined;
  }
  if (head.word === 'x' && !head.isHash && rest.length < 3 && reading.intent !== 'transfer')
    return undefined;
  if (reading.intent !== 'transfer') {
    // Everyday talk has figures too: a refusal is for what has the command's own word.
    return isEveryday && rest.length > 3 ? undefined : whole(reading);
  }
  if (isEveryday && isTooLittle(reading, rest, shares)) return undefined;
  const mere = isOwnWord(head) ? 0 : mereNames(reading, shares);
  // `transfer 50 from checking to mom` is someone else; `from house to fun` may be shares. The answer will tell, or ask.
  if (mere === 0) return whole(reading);
  if (!isStrict(rest)) return undefined;
  if (shares.isKnown) return whole({ intent: 'refused', reason: 'share_not_found' });
  return mere === 2 ? { ...whole(reading), confirm: true } : undefined;
}

const transferHelp = whole({ intent: 'help', topic: 'transfer' });

function isOrderPart(token: Token, shares: ShareReader, languages: readonly Language[]): boolean {
  const { word } = token;
  return (
    fromWords.has(word) ||
    toWords.has(word) ||
    fillers.has(word) ||
    isUnit(word) ||
    readFigure(word, languages) !== undefined ||
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
function mereNames({ from, to }: TransferReading, shares: ShareReader): number {
  return [from, to].filter((name) => {
    if (name === undefined) return false;
    const tokens = name.split(' ').map((raw) => ({ raw, word: plain(raw), isHash: false }));
    const named = shares.name(tokens);
    return !named?.isSure && !named?.isForm;
  }).length;
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
