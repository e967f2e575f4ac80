import { contentOf } from './content.ts';
import { decideAccountOrder } from './decide-account.ts';
import { decideCapture, decideEndOfHold, decidePlacement } from './decide-hold.ts';
import { decideEntries, decideTransfer } from './decide-posting.ts';
import { decideReversal } from './decide-reversal.ts';
import type { Books } from './books.ts';
import type { Order } from './order.ts';
import { type Outcome, refused } from './outcome.ts';

/**
 * Decides one order on the books as loaded and decided so far. It changes only `books`;
 * `writeBooks` writes the decisions.
 * @param content the content hash for comparing orders with one key, if it is not the order's own
 * @returns `posted`; `posted` with `already` if the key was executed before with the same content;
 *   or the first refusal in order of precedence
 */
export function decide(
  books: Books,
  order: Order,
  content: Uint8Array = contentOf(order),
): Outcome {
  const known = books.known.get(order.key);
  if (known) {
    if (!Buffer.from(known.content).equals(content)) return refused('key_reused');
    const { transactionId, entries, holdId } = known;
    return {
      outcome: 'posted',
      transactionId,
      already: true,
      entries,
      ...(holdId === undefined ? {} : { holdId }),
    };
  }
  return dispatch(books, order, content);
}

function dispatch(books: Books, order: Order, content: Uint8Array): Outcome {
  switch (order.order) {
    case 'transfer':
      return decideTransfer(books, order, content);
    case 'entries':
      return decideEntries(books, order, content);
    case 'reversal':
      return decideReversal(books, order, content);
    case 'place_hold':
      return decidePlacement(books, order, content);
    case 'capture_hold':
      return decideCapture(books, order, content);
    case 'release_hold':
    case 'expire_hold':
      return decideEndOfHold(books, order, content);
    case 'open_account':
    case 'set_overdraft_limit':
    case 'close_account':
    default:
      return decideAccountOrder(books, order, content);
  }
}
