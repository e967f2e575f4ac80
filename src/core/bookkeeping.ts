import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { HoldEnd } from '../kernel/vocabulary/hold-end.ts';
import type { World } from '../kernel/world.ts';
import type { Amount } from '../money/amount.ts';
import type { CoreEntry } from './core-entry.ts';
import type { LedgerRefusal } from './ledger-refusal.ts';

/**
 * What staff do in our own books, one order at a time. A core elsewhere has none: its own staff post
 * there. Nothing here takes a member's account below its floor.
 */
export interface Bookkeeping {
  /**
   * Carries out one order in the caller's transaction. Its rows join the transaction's batch in the
   * record. The same key with the same content is carried out once.
   */
  carryOut(tx: Queries, given: BookContext & { readonly order: BookOrder }): Promise<BookOutcome>;
  /** Reads the transaction of an entry, with what has become of it. */
  transactionOf(
    q: Queries,
    institutionId: number,
    entry: { readonly accountId: string; readonly sequence: bigint },
  ): Promise<BookTransaction | undefined>;
  /** Reads holds of an account, ended ones too, newest first. */
  holdsOf(
    q: Queries,
    institutionId: number,
    asked: {
      readonly accountId: string;
      readonly before?: string | undefined;
      readonly count: number;
    },
  ): Promise<readonly BookHold[]>;
  /** Reads one hold of an account. */
  holdOf(
    q: Queries,
    institutionId: number,
    asked: { readonly accountId: string; readonly holdId: string },
  ): Promise<BookHold | undefined>;
}

export interface BookContext {
  readonly institutionId: number;
  readonly world: World;
  readonly keyring: Keyring;
  /** The day on which it takes effect. */
  readonly on: Temporal.PlainDate;
}

export type BookOrder =
  | {
      readonly order: 'place_hold';
      readonly key: string;
      readonly accountId: string;
      readonly amount: Amount;
      readonly description: string;
      readonly expiresAt?: Temporal.Instant | undefined;
    }
  | {
      readonly order: 'release_hold';
      readonly key: string;
      readonly accountId: string;
      readonly holdId: string;
    }
  /** Takes an amount from an account into the institution's income from fees. */
  | {
      readonly order: 'fee';
      readonly key: string;
      readonly accountId: string;
      readonly amount: Amount;
      readonly currency: string;
      readonly description: string;
    }
  /** Posts the opposite of a transaction, once. */
  | {
      readonly order: 'reverse';
      readonly key: string;
      readonly transactionId: string;
      readonly description: string;
    }
  /**
   * Posts the difference between a transaction's amount and the right one, once. Then it can't be
   * reversed until the correction is.
   */
  | {
      readonly order: 'correct';
      readonly transactionId: string;
      /** The right amount, above zero. */
      readonly amount: Amount;
      readonly description: string;
    };

export type BookOutcome =
  | {
      readonly outcome: 'done';
      readonly transactionId: string;
      /** The key was carried out before, so nothing happened now. */
      readonly already: boolean;
      readonly holdId?: string | undefined;
    }
  | { readonly outcome: 'refused'; readonly reason: BookkeepingRefusal };

export type BookkeepingRefusal =
  | LedgerRefusal
  | 'transaction_not_found'
  | 'hold_not_found'
  | 'hold_ended'
  | 'already_reversed'
  | 'already_corrected'
  /** It has more than two entries, or the amount is the same. */
  | 'not_correctable';

/** A hold, open or ended. */
export interface BookHold {
  readonly id: string;
  readonly description: string;
  readonly placedAt: Temporal.Instant;
  readonly expiresAt?: Temporal.Instant;
  /** What is still held. */
  readonly amount: Amount;
  /** What was held at first. */
  readonly placed: Amount;
  readonly state: 'open' | HoldEnd;
}

/** A transaction of the books, as staff see it. */
export interface BookTransaction {
  readonly id: string;
  readonly kind: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  /** On each account's normal side. */
  readonly entries: readonly CoreEntry[];
  /** The transaction that this one reverses or corrects. */
  readonly reversalOf: string | null;
  readonly correctionOf: string | null;
  /** The transaction that reverses or corrects this one. */
  readonly reversedBy: string | null;
  readonly correctedBy: string | null;
}
