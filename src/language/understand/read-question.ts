import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import type { Token } from './normalize.ts';
import type { Named, ShareReader } from './share-words.ts';
import { fillers } from './words.ts';

export type Question = 'balance' | 'holds' | 'details' | 'history' | 'deposits' | 'withdrawals';

const counted: ReadonlySet<Question> = new Set<Question>(['history', 'deposits', 'withdrawals']);

interface Arguments {
  account?: string;
  count?: number;
  isWhole: boolean;
}

/** What follows a question's word: a share, for lists also a count: `hist 7 10`, `bal vacation`, `dep`. */
export function readQuestion(
  intent: Question,
  head: Token,
  rest: readonly Token[],
  { shares }: CommandContext,
): CommandReading | undefined {
  const left = rest
    .map(withoutDash)
    .filter((token) => !fillers.has(token.word) || isSuffix(token, shares));
  const [only, another] = left;
  // `last 5`: the last five, unless 5 is known to be a share.
  if (head.word === 'last' && only && !another && /^[1-9]\d?$/.test(only.word)) {
    const isShare = shares.isKnown && shares.name([only])?.isSure === true;
    if (!isShare) return whole({ intent: 'history', count: Number(only.word) });
  }
  const found = readArguments(left, { head, shares, isCounted: counted.has(intent) });
  if (!found) return undefined;
  const { account, count, isWhole } = found;
  // A mere word is a share's name only right after the command's word: `history house`, not `history of rome`.
  const isLoose = !isWhole && !head.isHash;
  if (isLoose && (rest.length !== left.length || head.word === 'hold')) return undefined;
  // `hold on`.
  if (head.word === 'hold' && account === undefined && rest.length > 0) return undefined;
  const named = account === undefined ? {} : { account };
  if (intent === 'balance' || intent === 'holds' || intent === 'details')
    return { reading: { intent, ...named }, isWhole };
  return {
    reading: { intent, ...named, ...(count === undefined || count === 0 ? {} : { count }) },
    isWhole,
  };
}

function isSuffix(token: Token, shares: ShareReader): boolean {
  return /\d/.test(token.word) && shares.name([token])?.isSure === true;
}

interface How {
  readonly head: Token;
  readonly shares: ShareReader;
  readonly isCounted: boolean;
}

function readArguments(left: readonly Token[], how: How): Arguments | undefined {
  const { shares, isCounted } = how;
  const found: Arguments = { isWhole: true };
  let names: Token[] = [];
  for (const token of left) {
    const isSure = shares.name([token])?.isSure === true;
    const number = /^\d{1,3}$/.test(token.word) ? Number(token.word) : undefined;
    const mayCount = isCounted && found.count === undefined && names.length === 0;
    // A digit is a share first; ten and more, or what follows a share, is a count.
    if (
      number !== undefined &&
      mayCount &&
      (found.account !== undefined || (!isSure && number > 9))
    ) {
      found.count = number;
      continue;
    }
    if (names.length === 0 && found.account !== undefined) return undefined;
    names.push(token);
    const named = nameOf(names, { ...how, total: left.length });
    if (!named) return undefined;
    found.account = named.account;
    if (!named.isSure && !named.isForm) found.isWhole = false;
    // What follows a suffix is not part of its name.
    if (/\d/.test(token.word)) names = [];
    else if (isSure && isCounted) names = [];
  }
  return found;
}

/** A share's name; of words that are none of the member's only what is plainly meant as one, so that the answer says so. */
function nameOf(
  names: readonly Token[],
  { head, shares, total }: How & { readonly total: number },
): Named | undefined {
  const named = shares.name(names);
  if (!named || named.isSure || named.isForm) return named;
  if (names.length > 1) return undefined;
  const isPlain = head.isHash || head.word.length <= 4;
  return !shares.isKnown || (total === 1 && isPlain) ? named : undefined;
}

/** `bal-7` is `bal 7`. */
export function withoutDash(token: Token): Token {
  const word = token.word.replace(/^-(?=\d{1,2}$)/, '');
  return word === token.word ? token : { ...token, word, raw: word };
}
