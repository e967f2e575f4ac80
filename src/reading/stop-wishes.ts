import type { Lexicon } from './lexicon/lexicon.ts';

/** What a member wants people to stop. */
export const stopWishes = ['payment', 'card'] as const;
export type StopWish = (typeof stopWishes)[number];

/** Whether a text requests that a card be blocked. Statements and questions about blocking don't. */
export function wishesCardBlocked(
  flat: string,
  { sieve, toPeople: { cardTold, cardWishes } }: Lexicon,
): boolean {
  const next = sieve.among(cardWishes);
  for (let at = next(flat, 0); at >= 0; at = next(flat, at + 1))
    if (cardWishes[at]?.test(flat) === true) return !cardTold.test(flat);
  return false;
}

/** For a text for people: what it wants stopped, if anything. */
export function stopWishOf(flat: string, lexicon: Lexicon): StopWish | undefined {
  if (wishesCardBlocked(flat, lexicon)) return 'card';
  const { stopsPayment, payments } = lexicon.toPeople;
  return stopsPayment.test(flat) && payments.test(flat) ? 'payment' : undefined;
}
