import type { InstitutionSettings } from '../members/institution-settings.ts';
import type { SenderTrust } from '../kernel/vocabulary/channel-descriptor.ts';
import type { CoreView } from '../core/core.ts';
import type { PlannedTransfer } from './plan.ts';
import { transferPolicy, type Origin } from './policy.ts';

/** Why we show an order to the member and wait for OK. */
export type Doubt = 'repeat' | 'unclear' | 'policy' | 'overdraft';

/** A transfer decided a moment ago in the same batch. */
export interface DecidedTransfer {
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: bigint;
}

/** The facts about an order besides its accounts and amount. */
export interface OrderFacts {
  readonly now: Temporal.Instant;
  readonly settings: InstitutionSettings;
  readonly books: Pick<CoreView, 'balance'>;
  /** How far to trust the channel's sender. */
  readonly sender: SenderTrust;
  /**
   * Whether the platform reports the sending time. Without it an old message looks like a new one.
   */
  readonly hasTime: boolean;
  /** Whether reading corrected a word or took it loosely. */
  readonly unsure: boolean;
  /** Earlier transfers in the same batch. */
  readonly decided: readonly DecidedTransfer[];
  /** Whether the books have a transfer of the same amount between the same accounts of a moment ago. */
  readonly repeated: boolean;
}

/**
 * Returns why an order of this origin waits for OK, if it does. The most useful reason comes first.
 */
export function doubtOf(
  origin: Origin,
  planned: PlannedTransfer,
  facts: OrderFacts,
): Doubt | undefined {
  if (transferPolicy[origin].doubt === 'review') return undefined;
  const { books, settings } = facts;
  if (facts.unsure || planned.guessed) return 'unclear';
  // Comes first for large sums too, since doing it twice costs more.
  if (isRepeat(planned, facts)) return 'repeat';
  const source = books.balance(planned.from.accountId);
  if (source && source.available < planned.amount) return 'overdraft';
  const { confirmAbove } = settings.limits;
  if (confirmAbove !== undefined && planned.amount > confirmAbove) return 'policy';
  return facts.sender === 'claimed' || !facts.hasTime ? 'policy' : undefined;
}

/** From when on the same transfer counts as a repeat. */
export function repeatsSince(
  { repeatWithinSeconds }: Pick<InstitutionSettings, 'repeatWithinSeconds'>,
  now: Temporal.Instant,
): Temporal.Instant {
  return now.subtract({ seconds: repeatWithinSeconds });
}

/** Whether another order moved the same amount between the same accounts a moment ago. */
export function isRepeat(
  { from, to, amount }: PlannedTransfer,
  { decided, repeated }: Pick<OrderFacts, 'decided' | 'repeated'>,
): boolean {
  return (
    repeated ||
    decided.some(
      (earlier) =>
        earlier.fromAccountId === from.accountId &&
        earlier.toAccountId === to.accountId &&
        earlier.amount === amount,
    )
  );
}
