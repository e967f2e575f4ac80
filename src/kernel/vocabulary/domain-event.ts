import type { ChannelName } from './channel.ts';
import type { HoldEnd } from './hold-end.ts';
import type { Change } from './change.ts';

/**
 * Events for code that acts later: alerts, staff alarms, webhooks. They hold only ids and amounts
 * (minor units, as digits): never a message text, an account number or a secret. Events outlive a
 * release, so a changed shape gets a new number in `eventVersions`, and consumers still read the
 * old one.
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
  /** The amount captured from a hold, or released when it ended. */
  | ({
      readonly kind: 'hold_lowered';
      readonly by: HoldEnd;
    } & HoldFacts)
  /** A member's addresses, rights, limits, locks, names or ways to sign in changed. */
  | {
      readonly kind: 'changed';
      readonly memberId: string;
      readonly what: Change;
      /** The address concerned, if any. */
      readonly addressId?: string | undefined;
    }
  /** A member's message changed something. */
  | {
      readonly kind: 'said';
      readonly memberId: string;
      readonly addressId: string;
      readonly channel: ChannelName;
      readonly intent: string;
      readonly outcome: string;
    }
  /** A message left the institution's account at a carrier, but this service did not send it. */
  | { readonly kind: 'foreign_message'; readonly channel: ChannelName; readonly carrierId: string };

interface HoldFacts {
  readonly holdId: string;
  readonly accountId: string;
  readonly amount: string;
}

export type DomainEventKind = DomainEvent['kind'];

/** The current version of each kind's shape. */
export const eventVersions: Readonly<Record<DomainEventKind, number>> = {
  posted: 1,
  hold_placed: 1,
  hold_lowered: 1,
  changed: 1,
  said: 1,
  foreign_message: 1,
};

/** All kinds, as they are stored. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the record has exactly these keys
export const domainEventKinds = Object.keys(eventVersions) as readonly DomainEventKind[];
