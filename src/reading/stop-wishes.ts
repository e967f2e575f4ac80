import type { Lexicon } from './lexicon/lexicon.ts';

/** What a member wishes people to stop. */
export const stopWishes = ['payment', 'card'] as const;
export type StopWish = (typeof stopWishes)[number];

/** Whether a text wishes that a card be blocked; what merely tells or asks of one does not. */
export function wishesCardBlocked(
  flat: string,
  { toPeople: { cardTold, cardWishes } }: Lexicon,
): boolean {
  return !cardTold.test(flat) && cardWishes.some((wish) => wish.test(flat));
}

/** Of a text for people: what it wishes stopped, if anything. */
export function stopWishOf(flat: string, lexicon: Lexicon): StopWish | undefined {
  if (wishesCardBlocked(flat, lexicon)) return 'card';
  const { stopsPayment, payments } = lexicon.toPeople;
  return stopsPayment.test(flat) && payments.test(flat) ? 'payment' : undefined;
}
