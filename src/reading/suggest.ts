import { matchesSifted } from '../kernel/patterns/sieve.ts';
import { defaultLanguage, type Language } from '../kernel/vocabulary/language.ts';
import type { Meant } from './reading.ts';
import { isUnit, readFigure } from './figures.ts';
import type { Grammar } from './grammar.ts';
import { joinedWords, type Token } from './normalize.ts';
import type { ShareReader } from './share-words.ts';
import { nearIn } from './slips.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { SuggestionLexicon } from './lexicon/suggestion-words.ts';
import { wordSign } from './word-facts.ts';
import { factsOfTokens } from './text-facts.ts';
import type { CommandName } from '../kernel/vocabulary/intent.ts';

export interface SuggestOptions {
  readonly grammar: Grammar;
  readonly shares: ShareReader;
  readonly language?: Language | undefined;
  readonly meant?: Meant | undefined;
}

/** Suggests one near command in the member's language for an unknown text. It is never carried out. */
export function suggest(
  tokens: readonly Token[],
  { grammar, shares, language = defaultLanguage, meant }: SuggestOptions,
): string | undefined {
  const intent = meant === 'amount_missing' ? 'transfer' : meantIntent(tokens, grammar, shares);
  return intent && grammar.lexicon.suggestions.examples.get(language)?.[intent];
}

function meantIntent(
  tokens: readonly Token[],
  grammar: Grammar,
  shares: ShareReader,
): CommandName | undefined {
  const said = joinedWords(tokens);
  const { sieve, suggestions } = grammar.lexicon;
  if (matchesSifted(suggestions.disowned, said, sieve)) return 'dispute';
  if (matchesSifted(suggestions.closing, said, sieve)) return 'agent';
  const isToSomeone = sendsToSomeone(tokens, grammar);
  if (isToSomeone) return isToOwn(tokens, grammar, shares) ? 'transfer' : 'pay';
  return isAboutMoving(tokens, grammar.lexicon) ? 'transfer' : nearIntent(tokens, grammar);
}

/** `may i move 50 from checking to savings`: a verb of everyday talk, but kinds of shares on both sides. */
function isAboutMoving(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const { kindOf, from, to } = lexicon.arguments;
  const has = (words: ReadonlySet<string>) => tokens.some(({ word }) => words.has(word));
  const { signs } = factsOfTokens(tokens, lexicon);
  if ((signs & wordSign.everyday) === 0 || !has(from) || !has(to)) return false;
  return tokens.filter(({ word }) => (kindOf.get(word) ?? 'all') !== 'all').length === 2;
}

/** The plain meaning of an unknown text, if its answer needs more than a suggestion. */
export function meantBy(
  tokens: readonly Token[],
  grammar: Grammar,
  shares: ShareReader,
): { readonly meant: Meant; readonly language?: Language } | undefined {
  const entry = grammar.words.get(tokens[0]?.word ?? '');
  const language = entry?.language ? { language: entry.language } : {};
  if (entry?.intent === 'transfer' && lacksAmount(tokens.slice(1), shares, grammar.lexicon))
    return { meant: 'amount_missing', ...language };
  if (sendsToSomeone(tokens, grammar) && !isToOwn(tokens, grammar, shares))
    return { meant: 'paying_others', ...language };
  const isShort = tokens.length > 1 && tokens.length <= 3;
  if (entry?.intent !== 'pay') return undefined;
  const isBill = (factsOfTokens(tokens, grammar.lexicon).signs & wordSign.bill) !== 0;
  return isShort || (isBill && tokens.length <= 6)
    ? { meant: 'paying_others', ...language }
    : undefined;
}

/** Whether a share of the member's own follows TO, or an account, bank or card without another owner. */
function isToOwn(tokens: readonly Token[], grammar: Grammar, shares: ShareReader): boolean {
  const at = payeeAt(tokens, grammar);
  if (at < 0) return false;
  const { suggestions, arguments: words } = grammar.lexicon;
  const after = tokens.slice(at + 1);
  const first = after.find(
    ({ word }) => !words.fillers.has(word) || suggestions.nameFillers.has(word),
  );
  if (first && (shares.name([first])?.isSure === true || /^[a-z]$/.test(first.word))) return true;
  const isOwn = ({ word }: Token) =>
    suggestions.ownPlaces.has(word) || (words.kindOf.get(word) ?? 'all') !== 'all';
  return after.some(isOwn) && !after.some(({ word }) => isOwner(word, suggestions));
}

/** The position of a TO before a person or a share, in the language of the order's verb. */
function payeeAt(tokens: readonly Token[], grammar: Grammar): number {
  const { payees, payeesAlone } = grammar.lexicon.suggestions;
  const language = grammar.words.get(tokens[0]?.word ?? '')?.language;
  const leading = (language && payeesAlone.get(language)) ?? payees;
  return tokens.findLastIndex(({ word }) => leading.has(word));
}

/** `steve's account`, `her account`. */
function isOwner(word: string, { owned, owners }: SuggestionLexicon): boolean {
  return owned.test(word) || owners.has(word);
}

/** `move all from 7 to 0`, `trans half 7 0`: own shares, and no figure that could be the amount. */
function lacksAmount(rest: readonly Token[], shares: ShareReader, lexicon: Lexicon): boolean {
  const { from, to, howMuch } = lexicon.arguments;
  const isMarked = rest.some(({ word }) => from.has(word)) && rest.some(({ word }) => to.has(word));
  const names = rest.filter(({ word }) => !howMuch.has(word) && !isBetween(word, lexicon));
  const isVague = rest.some(({ word }) => howMuch.has(word));
  return (
    (isMarked || isVague) &&
    (names.length === 2 || (names.length === 1 && isVague)) &&
    names.every((name) => {
      const named = shares.name([name]);
      return named?.isSure === true || named?.isForm === true;
    })
  );
}

function isBetween(
  word: string,
  { arguments: { from, to, fillers }, suggestions: { vagueMoney } }: Lexicon,
): boolean {
  return from.has(word) || to.has(word) || fillers.has(word) || vagueMoney.has(word);
}

/**
 * `transfer 50 to mom`, `pay rent 500`: the answer says that this is not offered. The amount must stand alone, not before a thing
 * (`2 eggs`) or as a time (`5pm`, `from 3 to 5`). A person comes after TO, not after *in*.
 */
function sendsToSomeone(tokens: readonly Token[], grammar: Grammar): boolean {
  const entry = grammar.words.get(tokens[0]?.word ?? '');
  if (entry?.intent !== 'pay' && entry?.intent !== 'transfer') return false;
  const rest = tokens.slice(1);
  if (entry.intent === 'pay') return rest.some(({ word }) => /^[-+$]*\d/.test(word));
  if (!rest.some((_, index) => isAmountAt(rest, index, grammar.lexicon))) return false;
  const at = payeeAt(tokens, grammar);
  const target = tokens[at + 1];
  return at >= 0 && target !== undefined && !/^[-+$]*\d/.test(target.word);
}

/** Whether a figure at this position can be an amount. */
function isAmountAt(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  if (!readFigure(tokens[index]?.word ?? '', { forms: [] })) return false;
  const { from, to, fillers, units } = lexicon.arguments;
  const { amountLinks, timeMarks, overWords } = lexicon.suggestions;
  const before = tokens[index - 1]?.word ?? '';
  const after = tokens.slice(index + 1).find(({ word }) => !isUnit(word, units))?.word;
  const isPlace = !amountLinks.has(before) && (from.has(before) || to.has(before));
  return (
    !isPlace &&
    !timeMarks.has(before) &&
    (after === undefined ||
      from.has(after) ||
      to.has(after) ||
      fillers.has(after) ||
      overWords.has(after))
  );
}

/** A command's word after so many others is part of a story. */
const lookedMax = 12;

/** The nearest intent of the words: first a word that sentences use for nothing else, and money commands last. */
function nearIntent(tokens: readonly Token[], grammar: Grammar): CommandName | undefined {
  const { lexicon } = grammar;
  const { examples } = lexicon.suggestions;
  const { of } = factsOfTokens(tokens, lexicon);
  const shown = examples.get(defaultLanguage);
  const isShort = tokens.length <= 3;
  const looked = tokens.length > lookedMax ? tokens.slice(0, lookedMax) : tokens;
  const exact: CommandName[] = [];
  /** Adds the intents of command words, of those that sentences use for nothing else or of all. */
  const add = (isOwn: boolean) => {
    for (let index = 0; index < looked.length; index += 1) {
      const word = looked[index]?.word ?? '';
      const isCommon = ((of[index]?.signs ?? 0) & wordSign.common) !== 0;
      if (isOwn ? isCommon : word.length <= 2) continue;
      const intent = grammar.words.get(word)?.intent;
      if (intent === undefined || shown?.[intent] === undefined) continue;
      if (!isOtherwiseMeant(looked, index, { intent, lexicon })) exact.push(intent);
    }
  };
  add(true);
  if (isShort) add(false);
  const [first] = exact;
  const best = exact.find((intent) => intent !== 'contact') ?? first;
  if (best) return best;
  for (const { word } of isShort ? tokens : []) {
    const found = nearIn(grammar)(word.replace(/\d+$/, '')) ?? undefined;
    const intent = found === undefined ? undefined : grammar.words.get(found)?.intent;
    if (intent && shown?.[intent]) return intent;
  }
  return undefined;
}

/** `send` without a figure, `in 3 hours`, `update my details`: the command's word with another meaning. */
function isOtherwiseMeant(
  tokens: readonly Token[],
  index: number,
  { intent, lexicon }: { readonly intent: CommandName; readonly lexicon: Lexicon },
): boolean {
  const { word } = tokens[index] ?? { word: '' };
  const { commands, suggestions } = lexicon;
  if (commands.everydayOrders.has(word)) return !tokens.some(({ word: other }) => /\d/.test(other));
  const before = tokens[index - 1]?.word ?? '';
  if (suggestions.countedHeads.has(word))
    return /^\d/.test(before) || suggestions.counters.has(before);
  return intent === 'details' && tokens.some(({ word: other }) => suggestions.changing.test(other));
}
