import type { OrderWords } from '../../../reading/lexicon/order-words.ts';

/** Commands of orders that are no language's own, where a text mentions them. */
export const orders: OrderWords = { exampleHeads: 'trans\\b|xfer\\b' };
