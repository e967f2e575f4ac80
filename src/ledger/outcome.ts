import type { EntryRow } from './rows.ts';
import type { BookRefusal } from './refusal.ts';

/** The outcome of an order. */
export type Outcome =
  | {
      readonly outcome: 'posted';
      readonly transactionId: string;
      /** The key was executed before with the same content, so nothing happened now. */
      readonly already: boolean;
      /** In the requested order; empty if no money moved. */
      readonly entries: readonly PostedEntry[];
      /** For a hold that was placed. */
      readonly holdId?: string;
    }
  | { readonly outcome: 'refused'; readonly reason: BookRefusal };

export type PostedEntry = Pick<EntryRow, 'accountId' | 'sequence' | 'amount' | 'balanceAfter'>;

export function refused(reason: BookRefusal): Outcome {
  return { outcome: 'refused', reason };
}
