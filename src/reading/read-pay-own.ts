import type { ShareNames, Understood } from './reading.ts';
import { isUnit, readFigure } from './figures.ts';
import { joinedWords, plain, type Token } from './normalize.ts';
import { figureStyleOf, type Reader } from './read-shaped.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/**
 * `pay my car loan $100`: a payment on the member's own loan or share is a transfer, and always needs confirmation. Payments to
 * others are never made.
 * @returns `undefined` unless exactly one own share is named by its whole name or kind
 */
export function readPayOwn(
  tokens: readonly Token[],
  { context, grammar: { lexicon }, shares }: Reader,
): Understood | undefined {
  const { orders, sieve } = lexicon;
  const words = joinedWords(tokens);
  // A text that ends where the loan should follow names none.
  if (sieve.among(orders.payOwn)(words, 0) < 0) return undefined;
  const flat = `${words} `;
  const head = orders.payOwn.find(({ pattern }) => pattern.test(flat));
  const begun = head?.pattern.exec(flat)?.[0] ?? '';
  if (!head) return undefined;
  const { onlyWith } = head;
  if (onlyWith && begun.endsWith(onlyWith.ending) && !onlyWith.pattern.test(flat)) return undefined;
  const left = tokens.slice(begun.split(' ').length - 1);
  if (left.some(({ isHash }) => isHash)) return undefined;
  const at = left.findIndex(({ word }) => lexicon.orders.payOwnFrom.has(word));
  const source = at < 0 ? [] : left.slice(at + 1).filter(({ word }) => !isSilent(word, lexicon));
  const said = (at < 0 ? left : left.slice(0, at)).filter(({ word }) => !isSilent(word, lexicon));
  const style = figureStyleOf(context, head.language, lexicon);
  const figures = said.flatMap(({ word }) => readFigure(word, style) ?? []);
  const names = said.filter(({ word }) => readFigure(word, style) === undefined);
  const to = ownShare(names, context.shares, lexicon);
  const [amount, another] = figures;
  if (to === undefined || another) return undefined;
  const { language } = head;
  if (!amount)
    return { reading: { intent: 'unknown' }, language, confirm: false, meant: 'amount_missing' };
  if ('refused' in amount)
    return { reading: { intent: 'refused', reason: amount.refused }, language, confirm: false };
  const from = source.length > 0 ? shares.name(source) : undefined;
  if (source.length > 0 && from?.isSure !== true) return undefined;
  return {
    reading: {
      intent: 'transfer',
      amount: amount.amount,
      ...(from ? { from: from.account } : {}),
      to,
    },
    language,
    confirm: true,
  };
}

function isSilent(word: string, { arguments: words, orders }: Lexicon): boolean {
  return (
    words.fillers.has(word) ||
    words.thanks.has(word) ||
    orders.payOwnBetween.has(word) ||
    isUnit(word, words.units)
  );
}

/** `car loan`, `my truck`, `prêt auto`: by whole nickname, by kind, or by both. */
function ownShare(
  names: readonly Token[],
  shares: readonly ShareNames[] | undefined,
  { arguments: { elided, kindOf }, orders }: Lexicon,
): string | undefined {
  const isManner = (word: string) =>
    orders.purposeLinks.has(word) || orders.purposes.some((group) => group.has(word));
  const words = names.map(({ word }) => word.replace(elided, ''));
  if (words.length === 0 || words.length > 4) return undefined;
  const kinds = words.flatMap((word) => kindOf.get(word) ?? []).filter((kind) => kind !== 'all');
  const rest = words.filter((word) => (kindOf.get(word) ?? 'all') === 'all');
  const [kind, otherKind] = kinds;
  // If the member's shares are not known, we can't know whose loan it is.
  if (otherKind || !shares) return undefined;
  const called = (name: string) =>
    shares.filter(
      (share) =>
        share.nickname !== undefined &&
        [name, ...(kind ? [`${name} ${kind}`] : [])].includes(plain(share.nickname)) &&
        (kind === undefined || share.kind === undefined || share.kind === kind),
    );
  const found = rest.length > 0 ? called(rest.join(' ')) : called(words.join(' '));
  const [own, another] = found.length > 0 ? found : called(words.join(' '));
  if (own && !another) return own.suffix;
  if (kind !== 'loan' && (kind || !words.every(isManner))) return undefined;
  const ofKind = shares.filter((share) => share.kind === 'loan');
  if (rest.length === 0) return ofKind.length > 0 ? kind : undefined;
  // `pay my car loan` if the only loan has no nickname, or one with the same meaning.
  const [only, more] = ofKind;
  // Without the word for a loan, only its nickname shows that it is one.
  if (!kind && only?.nickname === undefined) return undefined;
  return only && !more && fits(only.nickname, rest, orders.purposes) && rest.every(isManner)
    ? only.suffix
    : undefined;
}

/** Whether words for a loan's purpose may mean a loan with this nickname: `mi carro` for `Car`. */
function fits(
  nickname: string | undefined,
  words: readonly string[],
  purposes: Lexicon['orders']['purposes'],
): boolean {
  if (nickname === undefined) return true;
  const name = plain(nickname);
  return purposes.some((group) => group.has(name) && words.some((word) => group.has(word)));
}
