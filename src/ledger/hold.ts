import { holdEnds } from '../kernel/vocabulary/hold-end.ts';
import type { Amount } from '../money/amount.ts';

export const holdStates = ['open', ...holdEnds] as const;

export type HoldState = (typeof holdStates)[number];

/** What happens to a hold: it is placed once, and ends once. */
export const holdEvents = ['placed', ...holdEnds] as const;

export type HoldEvent = (typeof holdEvents)[number];

/** A hold as it stands: open while something of it remains. */
export interface Hold {
  readonly id: string;
  readonly accountId: string;
  readonly amount: Amount;
  /** What is still held. */
  readonly remaining: Amount;
  readonly state: HoldState;
  readonly description: string;
  readonly placedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant | null;
  /** Number of the newest event. */
  readonly events: number;
}

/** The columns of `holds` under their names here. */
export const holdColumns = `id, account_id as "accountId", amount, remaining, state, description,
  placed_at as "placedAt", expires_at as "expiresAt", events`;
