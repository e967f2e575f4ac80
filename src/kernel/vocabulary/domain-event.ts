import type { ChannelName } from './channel.ts';
import type { HoldEnd } from './hold-end.ts';
import type { Change } from './change.ts';

/**
 * What happened, for those who act on it later: alerts, staff alarms, webhooks. Ids and amounts (in minor units, as digits) only:
 * never the text of a message, an account number or a secret. Events outlive a release: a shape that changes gets another version
 * in `eventVersions`, and its consumers go on reading the old one.
 */
export type DomainEvent =
  /** Entries were posted in our books. Amounts are debit positive. */
  | {
      readonly kind: 'posted';
      readonly transactionId: string;
      readonly of: string;
      readonly entries: readonly {
        readonly accountId: string;
        readonly sequence: string;
        readonly amount: string;
      }[];
    }
  | ({ readonly kind: 'hold_placed' } & HoldFacts)
  /** What was captured of a hold, or given back at its end. */
  | ({
      readonly kind: 'hold_lowered';
      readonly by: HoldEnd;
    } & HoldFacts)
  /** A member's addresses, rights, limits, locks, names or ways to sign in changed. */
  | {
      readonly kind: 'changed';
      readonly memberId: string;
      readonly what: Change;
      /** The address that it is about. */
      readonly addressId?: string | undefined;
    }
  /** A member's message did more than ask. */
  | {
      readonly kind: 'said';
      readonly memberId: string;
      readonly addressId: string;
      readonly channel: ChannelName;
      readonly intent: string;
      readonly outcome: string;
    }
  /** A message left the institution's account at a carrier, and this service did not send it. */
  | { readonly kind: 'foreign_message'; readonly channel: ChannelName; readonly carrierId: string };

interface HoldFacts {
  readonly holdId: string;
  readonly accountId: string;
  readonly amount: string;
}

export type DomainEventKind = DomainEvent['kind'];

/** The version of each kind's shape, as it is written now. */
export const eventVersions: Readonly<Record<DomainEventKind, number>> = {
  posted: 1,
  hold_placed: 1,
  hold_lowered: 1,
  changed: 1,
  said: 1,
  foreign_message: 1,
};
