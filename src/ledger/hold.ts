import type { Amount } from '../money/amount.ts';

/** A hold as it stands: open while something of it remains. */
export interface Hold {
  readonly id: string;
  readonly accountId: string;
  readonly amount: Amount;
  /** What is still held. */
  readonly remaining: Amount;
  readonly state: 'open' | 'captured' | 'released' | 'expired';
  readonly description: string;
  readonly placedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant | null;
  /** Number of the newest event. */
  readonly events: number;
}

/** The columns of `holds` under their names here. */
export const holdColumns = `id, account_id as "accountId", amount, remaining, state, description,
  placed_at as "placedAt", expires_at as "expiresAt", events`;
