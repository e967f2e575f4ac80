import type { EntryRow } from './rows.ts';
import type { BookRefusal } from './refusal.ts';

/** What became of an order. */
export type Outcome =
  | {
      readonly outcome: 'posted';
      readonly transactionId: string;
      /** The key was carried out before with the same content: nothing was done now. */
      readonly already: boolean;
      /** In the order in which they were asked for; none where no money moved. */
      readonly entries: readonly PostedEntry[];
      /** Of a hold that was placed. */
      readonly holdId?: string;
    }
  | { readonly outcome: 'refused'; readonly reason: BookRefusal };

export type PostedEntry = Pick<EntryRow, 'accountId' | 'sequence' | 'amount' | 'balanceAfter'>;

export function refused(reason: BookRefusal): Outcome {
  return { outcome: 'refused', reason };
}
