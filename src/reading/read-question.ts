import { whole, type CommandContext, type CommandReading } from './command-reading.ts';
import type { AccountQuestion } from '../kernel/vocabulary/intent.ts';
import type { Token } from './normalize.ts';
import type { Named, ShareReader } from './share-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

export type Question = Exclude<AccountQuestion, 'checks'>;

const counted: ReadonlySet<Question> = new Set<Question>(['history', 'deposits', 'withdrawals']);

interface Arguments {
  account?: string;
  count?: number;
  isWhole: boolean;
  /** The account is the member's, or has the form of a suffix. */
  isSure?: boolean;
}

/** Reads what follows a question's word: a share, and for lists also a count: `hist 7 10`, `bal vacation`, `dep`. */
export function readQuestion(
  intent: Question,
  head: Token,
  rest: readonly Token[],
  { shares, grammar: { lexicon } }: CommandContext,
): CommandReading | undefined {
  const { commands } = lexicon;
  const left = rest
    .map(withoutDash)
    .filter((token) => !lexicon.arguments.fillers.has(token.word) || isSuffix(token, shares));
  const [only, another] = left;
  if (commands.lastHeads.has(head.word)) {
    const few = readLastFew(left, shares);
    if (few) return whole({ intent: 'history', ...few });
  }
  // `balance check` asks for the balance, and names no share.
  if (only && !another && commands.wholePairs.has(`${head.word} ${only.word}`))
    return whole({ intent });
  const found = readArguments(left, { head, shares, isCounted: counted.has(intent), lexicon });
  if (!found) return undefined;
  const { account, count, isWhole } = found;
  // A mere word is a share's name only right after the command's word: `history house`, but not `history of rome`.
  const isLoose = !isWhole && !head.isHash;
  const hasFillers = rest.length !== left.length && !isOwnWord(head, lexicon);
  if (isLoose && (hasFillers || commands.holdHeads.has(head.word))) return undefined;
  // `balance is 50`: digits are a share only right after the word.
  if (
    /^\d{2,}$/.test(account ?? '') &&
    !found.isSure &&
    rest.length > 1 &&
    !isOwnWord(head, lexicon)
  )
    return undefined;
  // `hold on`.
  if (commands.holdHeads.has(head.word) && account === undefined && rest.length > 0)
    return undefined;
  const named = account === undefined ? {} : { account };
  if (intent === 'balance' || intent === 'holds' || intent === 'details')
    return { reading: { intent, ...named }, isWhole };
  return {
    reading: { intent, ...named, ...(count === undefined || count === 0 ? {} : { count }) },
    isWhole,
  };
}

/** `last 10`, `last 5 on checking`. Also `last 5`, if the member's shares are known and 5 is none of them. */
function readLastFew(
  [first, second, another]: readonly Token[],
  shares: ShareReader,
): { readonly count: number; readonly account?: string } | undefined {
  if (!first || another || !/^[1-9]\d?$/.test(first.word)) return undefined;
  const count = Number(first.word);
  if (!second) {
    const isShare = shares.isKnown ? shares.name([first])?.isSure === true : count < 10;
    return isShare ? undefined : { count };
  }
  const named = /^\d+$/.test(second.word) ? undefined : shares.name([second]);
  return named?.isSure ? { account: named.account, count } : undefined;
}

function isSuffix(token: Token, shares: ShareReader): boolean {
  return /\d/.test(token.word) && shares.name([token])?.isSure === true;
}

interface How {
  readonly head: Token;
  readonly shares: ShareReader;
  readonly isCounted: boolean;
  readonly lexicon: Lexicon;
}

function readArguments(left: readonly Token[], how: How): Arguments | undefined {
  const { shares, isCounted } = how;
  const found: Arguments = { isWhole: true };
  let names: Token[] = [];
  for (const token of left) {
    const isSure = shares.name([token])?.isSure === true;
    const number = /^\d{1,3}$/.test(token.word) ? Number(token.word) : undefined;
    // `Car 2` may be a nickname; `house 3` is a share and a count.
    const isNamePart = names.length > 0 && shares.name([...names, token])?.isSure === true;
    const mayCount = isCounted && found.count === undefined && !isNamePart;
    // A digit is a share first. Ten or more, or a figure after a share, is a count.
    if (
      number !== undefined &&
      mayCount &&
      (found.account !== undefined || (!isSure && number > 9 && number < 100))
    ) {
      found.count = number;
      names = [];
      continue;
    }
    if (names.length === 0 && found.account !== undefined) return undefined;
    names.push(token);
    const named = nameOf(names, { ...how, total: left.length });
    if (!named) return undefined;
    found.account = named.account;
    found.isSure = named.isSure;
    if (!named.isSure && !named.isForm) found.isWhole = false;
    // What follows a suffix is not part of its name.
    if (/\d/.test(token.word)) names = [];
    else if (isSure && isCounted) names = [];
  }
  return found;
}

/** A share's name. If the words match none of the member's shares, only a clear name counts, so that the answer can say so. */
function nameOf(
  names: readonly Token[],
  { head, shares, total, lexicon }: How & { readonly total: number },
): Named | undefined {
  const named = shares.name(names);
  if (named?.isSure || named?.isForm) return named;
  const [only, another] = names;
  // No amount is possible here: `bal 12` names a share, although the member has no such share.
  if (!another && only && /^\d{2,3}$/.test(only.word)) {
    return { account: only.raw, isSure: false, isForm: true };
  }
  if (another) {
    const isMere = names.some((token) => shares.name([token])?.isSure !== true);
    return !shares.isKnown && isMere && isOwnWord(head, lexicon) ? mereName(names) : undefined;
  }
  const isPlain = head.isHash || head.word.length <= 4;
  return !shares.isKnown || (total === 1 && isPlain) ? named : undefined;
}

/** Words with no other use in sentences. */
function isOwnWord(head: Token, { commands }: Lexicon): boolean {
  return head.isHash || commands.sureHeads.has(head.word);
}

/** `bal vacation fund`: two words, as typed. */
function mereName(names: readonly Token[]): Named | undefined {
  const isName =
    names.length === 2 && names.every(({ word }) => /^[\p{L}][\p{L}\p{N}'&.-]*$/u.test(word));
  return isName ? { account: names.map(({ raw }) => raw).join(' '), isSure: false } : undefined;
}

/** `bal-7` is `bal 7`. */
export function withoutDash(token: Token): Token {
  const word = token.word.replace(/^-(?=\d{1,12}$)/, '');
  return word === token.word ? token : { ...token, word, raw: word };
}
