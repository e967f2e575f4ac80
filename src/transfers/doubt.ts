import type { InstitutionSettings } from '../members/institution-settings.ts';
import type { SenderTrust } from '../kernel/vocabulary/channel-descriptor.ts';
import type { CoreEntry, CoreView } from '../core/core.ts';
import type { PlannedTransfer } from './plan.ts';
import { transferPolicy, type Origin } from './policy.ts';

/** Why an order is read back to the member, and waits for their OK. */
export type Doubt = 'repeat' | 'unclear' | 'policy' | 'overdraft';

/** A transfer that was decided a moment ago, in the same batch. */
export interface DecidedTransfer {
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: bigint;
}

/** What is known of an order besides its shares and amount. */
export interface OrderFacts {
  readonly now: Temporal.Instant;
  readonly settings: InstitutionSettings;
  readonly books: Pick<CoreView, 'balance'>;
  /** What the channel's sender is worth. */
  readonly sender: SenderTrust;
  /** Whether the platform says when it was sent: without it an old message can't be told from a new one. */
  readonly hasTime: boolean;
  /** A word was mended, or used loosely. */
  readonly unsure: boolean;
  /** Transfers of the same batch, decided before. */
  readonly decided: readonly DecidedTransfer[];
  /** What left the account lately, newest first. */
  readonly recent: readonly CoreEntry[];
}

/** Whether an order of this origin waits for an OK, and why; the most telling reason first. */
export function doubtOf(
  origin: Origin,
  planned: PlannedTransfer,
  facts: OrderFacts,
): Doubt | undefined {
  if (transferPolicy[origin].doubt === 'review') return undefined;
  const { books, settings } = facts;
  if (facts.unsure || planned.guessed) return 'unclear';
  // Said of a larger sum too, since doing it twice costs more.
  if (isRepeat(planned, facts)) return 'repeat';
  const source = books.balance(planned.from.accountId);
  if (source && source.available < planned.amount) return 'overdraft';
  const { confirmAbove } = settings.limits;
  if (confirmAbove !== undefined && planned.amount > confirmAbove) return 'policy';
  return facts.sender === 'claimed' || !facts.hasTime ? 'policy' : undefined;
}

/** Whether the same amount went between the same accounts a moment ago, by another order. */
function isRepeat(
  { from, to, amount }: PlannedTransfer,
  { now, settings, decided, recent }: OrderFacts,
): boolean {
  const isInBatch = decided.some(
    (earlier) =>
      earlier.fromAccountId === from.accountId &&
      earlier.toAccountId === to.accountId &&
      earlier.amount === amount,
  );
  if (isInBatch) return true;
  const since = now.subtract({ seconds: settings.repeatWithinSeconds });
  return recent.some(
    (entry) =>
      entry.kind === 'transfer' &&
      entry.amount === -amount &&
      entry.counterAccountId === to.accountId &&
      Temporal.Instant.compare(entry.postedAt, since) >= 0,
  );
}
