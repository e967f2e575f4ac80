import { holdEnds } from '../kernel/vocabulary/hold-end.ts';
import type { Amount } from '../money/amount.ts';

export const holdStates = ['open', ...holdEnds] as const;

export type HoldState = (typeof holdStates)[number];

/** The events of a hold: it is placed once and ends once. */
export const holdEvents = ['placed', ...holdEnds] as const;

export type HoldEvent = (typeof holdEvents)[number];

/** A hold. It is open while an amount remains. */
export interface Hold {
  readonly id: string;
  readonly accountId: string;
  readonly amount: Amount;
  /** The amount still held. */
  readonly remaining: Amount;
  readonly state: HoldState;
  readonly description: string;
  readonly placedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant | null;
  /** The number of the newest event. */
  readonly events: number;
}

/** The columns of `holds`, renamed to the fields above. */
export const holdColumns = `id, account_id as "accountId", amount, remaining, state, description,
  placed_at as "placedAt", expires_at as "expiresAt", events`;
