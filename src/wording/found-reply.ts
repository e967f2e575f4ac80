import type { ListQuestion } from '../kernel/vocabulary/intent.ts';
import type { Amount } from '../money/amount.ts';
import type { FilterFacts } from './filter-facts.ts';
import type { HistoryRow, HoldFacts, ShareLabel } from './reply-facts.ts';

/** Entries that a question limits: a period, a merchant, bounds of the amount. */
export interface FoundReply {
  readonly reply: 'found';
  readonly of: ListQuestion;
  readonly filter: FilterFacts;
  /** The accounts that were searched. Empty: all. */
  readonly shares: readonly ShareLabel[];
  /** Newest first, or as `ranked`; may be empty. */
  readonly rows: readonly FoundRow[];
  readonly ranked?: 'largest' | 'smallest';
  readonly more: boolean;
  /** A page requested with MORE. */
  readonly isOlder?: true;
}

export interface FoundRow extends HistoryRow {
  readonly share: ShareLabel;
}

/** The sum of such entries. It says what was summed, and what was not. */
export interface SumReply {
  readonly reply: 'sum';
  readonly of: ListQuestion;
  readonly filter: FilterFacts;
  readonly shares: readonly ShareLabel[];
  /** One for each currency. */
  readonly sums: readonly SumFacts[];
}

export interface SumFacts extends Tally {
  readonly currency: string;
  readonly refunds: Tally;
  readonly returned: Tally;
  readonly holds: Tally;
}

interface Tally {
  readonly count: number;
  readonly total: Amount;
}

/** Balances at the end of a past day. */
export interface PastBalancesReply {
  readonly reply: 'past_balances';
  readonly on: Temporal.PlainDate;
  /** On the share's normal side; what is owed on a loan. */
  readonly shares: readonly (ShareLabel & { readonly ledger: Amount })[];
}

/** Open holds that a question limits: `why is SHELL pending`. */
export interface HoldsFoundReply {
  readonly reply: 'holds_found';
  readonly filter: FilterFacts;
  /** Greatest first; may be empty. */
  readonly holds: readonly (HoldFacts & { readonly share: ShareLabel })[];
  readonly at: Temporal.Instant;
  readonly asOf?: true;
}
