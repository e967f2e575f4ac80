import type { Amount } from '../money/amount.ts';
import type { ShareLabel } from './reply-facts.ts';

/** Whether an amount can be spent, or how much, as far as the account's own history shows. */
export type AffordReply =
  /** There is too little history, or too much to read. */
  | (AffordQuestion & { readonly verdict: 'unknown' })
  | (AffordQuestion & {
      /** `room`: no amount was asked about. */
      readonly verdict: 'yes' | 'no' | 'room';
      /** The last day that counts. */
      readonly day: Temporal.PlainDate;
      /** That day is the next pay. */
      readonly isPayday?: true;
      /** The most that can leave today. May be negative. */
      readonly room: Amount;
      /** What will leave until then, in order. */
      readonly dues: readonly {
        readonly on: Temporal.PlainDate;
        readonly amount: Amount;
        /** As the last one like it had. A check has another number each time. */
        readonly description: string;
        readonly isCheck?: boolean;
        /** A payment on this loan, of which the contract speaks. */
        readonly loan?: ShareLabel;
      }[];
      /** What will come in before that day. */
      readonly income: Amount;
    });

interface AffordQuestion {
  readonly reply: 'afford';
  readonly share: ShareLabel;
  /** Without holds and without any overdraft limit. */
  readonly available: Amount;
  readonly amount: Amount | undefined;
}
