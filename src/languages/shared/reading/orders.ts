import type { OrderWords } from '../../../reading/lexicon/order-words.ts';

/** Order commands that belong to no one language, as texts mention them. */
export const orders: OrderWords = { exampleHeads: 'trans\\b|xfer\\b' };
