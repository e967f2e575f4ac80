import { isUnit } from './figures.ts';
import type { FreeReading } from './free-reading.ts';
import type { Token } from './normalize.ts';
import { withFigures } from './number-words.ts';
import { figureStyleOf, type Reader } from './read-shaped.ts';
import { readOrder } from './transfer-order.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { OrderLexicon } from './lexicon/order-words.ts';
import { wordSign } from './word-facts.ts';
import { factsOfTokens } from './text-facts.ts';

/**
 * Reads an order in free wording: courtesy, a verb, an amount, and shares by kind, suffix or known name, with nothing left over. A
 * mere name means someone else, so it is no order. Politeness and numbers in words need confirmation.
 */
export function readFreeOrder(
  tokens: readonly Token[],
  { shares, context, grammar: { lexicon } }: Reader,
): FreeReading | undefined {
  const { orders, arguments: words } = lexicon;
  if ((factsOfTokens(tokens, lexicon).signs & wordSign.order) === 0) return undefined;
  const { left, isPolite } = withoutOpening(tokens, orders);
  const [verb, ...rest] = isPolite ? nounFirst(left, lexicon) : left;
  const language = verb && orders.verbs.get(verb.word);
  if (!verb || language === undefined || isPast(verb.raw, orders)) return undefined;
  const isLoose = orders.looseVerbs.has(verb.word);
  // Without its accent, `pase` may mean `pasé`.
  const mayBePast = orders.mayBePast.has(verb.word) && verb.raw.toLowerCase() === verb.word;
  const order = asOneOrder(withoutMoney(withoutManner(verb, rest, orders), orders), orders);
  const trimmed = withoutTail(order, orders);
  const form = lexicon.numbers.forms.get(language);
  const figured = form ? withFigures(trimmed, form) : trimmed;
  const reading = readOrder(figured, {
    shares,
    style: figureStyleOf(context, language, lexicon),
    words,
    sureNamesOnly: true,
  });
  const isMended =
    isPolite ||
    isLoose ||
    mayBePast ||
    order.length !== rest.length ||
    figured.length !== trimmed.length;
  const isWorded = figured.some((token, index) => token.word !== trimmed[index]?.word);
  if (reading?.intent === 'refused' && !isLoose) return { reading, language, confirm: false };
  // `move 50 between checking and savings`: ask for the direction.
  if (reading?.intent === 'ambiguous' && order.some(({ word }) => words.between.has(word)))
    return { reading, language, confirm: false };
  if (reading?.intent !== 'transfer') return undefined;
  const sides = [reading.from, reading.to].filter((side) => side !== undefined);
  if (
    sides.length === 0 ||
    (isLoose && !(sides.length === 2 && saysWhere(order, lexicon) && isMoney(figured, lexicon)))
  )
    return undefined;
  return { reading, language, confirm: isMended || isWorded };
}

function withoutOpening(
  tokens: readonly Token[],
  { courtesy, openings }: OrderLexicon,
): {
  left: readonly Token[];
  isPolite: boolean;
} {
  const flat = `${tokens
    .slice(0, 12)
    .map(({ word }) => word)
    .join(' ')} `;
  let rest = flat.replace(courtesy, '');
  let isPolite = false;
  for (const pattern of openings) {
    const next = rest.replace(pattern, '');
    if (next !== rest) isPolite = true;
    rest = next;
  }
  const skipped = flat.split(' ').length - rest.split(' ').length;
  return { left: tokens.slice(skipped), isPolite };
}

/** `pasé 50 de 7 a 0`, `viré`: a past action is no order. */
export function isPast(typed: string, { pastEndings }: OrderLexicon): boolean {
  return pastEndings.has(typed.normalize('NFC').toLowerCase().at(-1) ?? '');
}

/** Whether FROM and TO are present: `add 50 and 7` is a sum. */
function saysWhere(
  tokens: readonly Token[],
  { arguments: { from, to }, orders: { outWords } }: Lexicon,
): boolean {
  const words = tokens.map(({ word }) => word);
  return (
    words.some((word) => to.has(word)) && words.some((word) => from.has(word) || outWords.has(word))
  );
}

/** Whether the figure is money: `take 2 from 7 to 9` is about hours. */
function isMoney(tokens: readonly Token[], { arguments: { units } }: Lexicon): boolean {
  return tokens.some(({ word }) => /[$€£]|\d\d|\d[.,]\d/.test(word) || isUnit(word, units));
}

/** `make a $30 transfer from …`, `i want 50 moved from …`: the figure comes before its noun or verb. */
function nounFirst(
  tokens: readonly Token[],
  { arguments: { units }, orders: { afterFigure } }: Lexicon,
): readonly Token[] {
  const at = tokens.findIndex(({ word }) => afterFigure.has(word));
  const before = tokens.slice(0, at);
  const isFigure = before.every(({ word }, index) =>
    index === 0 ? /\d/.test(word) : isUnit(word, units),
  );
  const noun = tokens[at];
  return noun && at > 0 && at <= 2 && isFigure
    ? [
        { ...noun, word: afterFigure.get(noun.word) ?? noun.word },
        ...before,
        ...tokens.slice(at + 1),
      ]
    : tokens;
}

/** Drops words about the manner: `virement immédiat de 50`, `transferencia interna de 50`. */
function withoutManner(
  noun: Token,
  tokens: readonly Token[],
  { manners, mannerNouns }: OrderLexicon,
): readonly Token[] {
  const isManner = mannerNouns.has(noun.word) && manners.has(tokens[0]?.word ?? '');
  return isManner ? tokens.slice(1) : tokens;
}

/** Drops words for money: `transfer money from checking to savings 50`. */
function withoutMoney(
  tokens: readonly Token[],
  { moneyLeads, moneyNouns }: OrderLexicon,
): readonly Token[] {
  const at = tokens.findIndex(({ word }) => moneyNouns.has(word));
  const isLeading = at >= 0 && tokens.slice(0, at).every(({ word }) => moneyLeads.has(word));
  return isLeading ? tokens.slice(at + 1) : tokens;
}

/** Joins two steps into one order: `take 50 from savings and put it in checking`. */
function asOneOrder(
  tokens: readonly Token[],
  { steps, secondVerbs, its, itsLater }: OrderLexicon,
): readonly Token[] {
  const at = tokens.findIndex(({ word }) => steps.has(word));
  const [, verb, it] = tokens.slice(at);
  if (at < 0 || !secondVerbs.has(verb?.word ?? '')) return tokens;
  const isIt = its.has(it?.word ?? '');
  return [
    ...tokens.slice(0, at),
    ...tokens.slice(at + (isIt ? 3 : 2)).filter(({ word }) => !itsLater.has(word)),
  ];
}

function withoutTail(tokens: readonly Token[], { tails }: OrderLexicon): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && tails.has(tokens[end - 1]?.word ?? '')) end -= 1;
  return tokens.slice(0, end);
}
