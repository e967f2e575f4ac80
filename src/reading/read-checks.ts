import type { CommandContext, CommandReading } from './command-reading.ts';
import type { Token } from './normalize.ts';
import { withoutDash } from './read-question.ts';

/** Reads what follows `check(s)`: three or more digits are a check's number, fewer a share, and a figure after a share is a count. */
export function readChecks(
  head: Token,
  rest: readonly Token[],
  { shares, grammar: { lexicon } }: CommandContext,
): CommandReading | undefined {
  const { fillers, numberMarks } = lexicon.arguments;
  const found: { number?: string; account?: string; count?: number } = {};
  let isWhole = true;
  for (const token of rest.map(withoutDash)) {
    const { word } = token;
    // `n° 1042` is `n 1042` here.
    if (fillers.has(word) || numberMarks.has(word)) continue;
    if (found.number === undefined && /^\d{3,12}$/.test(word)) {
      found.number = word;
      continue;
    }
    const isShort = /^\d{1,2}$/.test(word);
    const named =
      shares.name([token]) ??
      (isShort && !shares.isKnown ? { account: token.raw, isSure: true } : undefined);
    const isCount = isShort && (found.account !== undefined || !named);
    if (isCount) {
      found.count = Number(word);
      continue;
    }
    if (!named || found.account !== undefined) return undefined;
    found.account = named.account;
    if (!named.isSure && !named.isForm) isWhole = false;
  }
  // `check the weather`: a verb.
  if (
    !isWhole &&
    !head.isHash &&
    (lexicon.commands.checkHeads.has(head.word) || found.number !== undefined)
  )
    return undefined;
  const { number, account, count } = found;
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
