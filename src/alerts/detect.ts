import type { PostedAlertKind } from '../kernel/vocabulary/alert-kind.ts';
import type { Amount } from '../money/amount.ts';
import type { AlertEvent, AlertFacts } from './alert-event.ts';
import type { MovedAccount, MovedEntry } from './moved-account.ts';

/** A rule that watches an account, for one member who may see it. */
export interface Watch {
  readonly ruleId: string;
  readonly memberId: string;
  readonly kind: PostedAlertKind;
  readonly accountId: string;
  readonly amount: Amount | null;
  readonly setAt: Temporal.Instant;
  /** The institution's, which decides days. */
  readonly zone: string;
  /** `low`: when it fired last and has not recovered since. */
  readonly firedAt: Temporal.Instant | null;
}

export interface Detected {
  readonly events: readonly AlertEvent[];
  /** `low` rules that fired, and those that may fire again. */
  readonly fired: readonly Pick<Watch, 'ruleId' | 'setAt'>[];
  readonly recovered: readonly string[];
}

/** A `low` rule may fire again after so long, even if the balance never recovered. */
const rearmedAfterHours = 24;

/**
 * Decides which rules a batch of postings fires. Pure.
 * @param how.isHistory the entries happened earlier and elsewhere: only those from the day of a rule on count for it
 */
export function detect(
  watches: readonly Watch[],
  moved: ReadonlyMap<string, MovedAccount>,
  how: {
    readonly batchId: string;
    readonly now: Temporal.Instant;
    readonly isHistory: boolean;
  },
): Detected {
  const events: AlertEvent[] = [];
  const fired: Detected['fired'][number][] = [];
  const recovered: string[] = [];
  for (const watch of watches) {
    const account = moved.get(watch.accountId);
    if (!account) continue;
    const entries = how.isHistory ? newerThan(watch, account.entries) : account.entries;
    if (watch.kind !== 'low') {
      events.push(...ofAccount(watch, account, entries));
    } else if (isRecovered(watch, account)) {
      recovered.push(watch.ruleId);
    } else if (fell(watch, account, how.now) && (!how.isHistory || entries.length > 0)) {
      fired.push({ ruleId: watch.ruleId, setAt: watch.setAt });
      const cause = `low ${how.batchId}/${watch.accountId}`;
      events.push(eventOf(watch, cause, lowFacts(watch, account)));
    }
  }
  return { events, fired, recovered };
}

/** Imported entries have a day and no time: one of the day on which the rule was set counts. */
function newerThan({ setAt, zone }: Watch, entries: readonly MovedEntry[]): readonly MovedEntry[] {
  const setOn = setAt.toZonedDateTimeISO(zone).toPlainDate();
  return entries.filter(({ effectiveOn }) => Temporal.PlainDate.compare(effectiveOn, setOn) >= 0);
}

/** It recovers by more than a tenth, so that a balance near the limit does not fire again and again. */
function isRecovered({ amount, firedAt }: Watch, { after }: MovedAccount): boolean {
  return firedAt !== null && amount !== null && after * 10n > amount * 11n;
}

function fell(
  { amount, firedAt }: Watch,
  { before, after }: MovedAccount,
  now: Temporal.Instant,
): boolean {
  if (amount === null || before < amount || after >= amount) return false;
  return (
    firedAt === null ||
    Temporal.Instant.compare(firedAt.add({ hours: rearmedAfterHours }), now) <= 0
  );
}

function lowFacts({ amount }: Watch, { after }: MovedAccount): AlertFacts {
  return { available: after.toString(), ...(amount === null ? {} : { limit: amount.toString() }) };
}

function ofAccount(
  watch: Watch,
  account: MovedAccount,
  entries: readonly MovedEntry[],
): AlertEvent[] {
  if (watch.kind === 'hold')
    return account.holds.map(({ id, amount, description }) =>
      eventOf(watch, `hold ${id}`, {
        amount: amount.toString(),
        description,
        available: account.after.toString(),
      }),
    );
  return entries
    .filter((entry) => concerns(watch, entry))
    .map((entry) =>
      eventOf(watch, `entry ${account.accountId}/${entry.sequence}`, factsOf(entry, account)),
    );
}

function concerns({ kind, amount: limit }: Watch, { kind: of, amount }: MovedEntry): boolean {
  switch (kind) {
    case 'deposit':
      return amount > 0n && amount >= (limit ?? 0n);
    case 'withdrawal':
      return amount < 0n && -amount >= (limit ?? 0n);
    case 'check':
      return of === 'check' && amount < 0n;
    // Whether it is pay shows its description and history, which are read before it is sent.
    case 'pay':
      return amount > 0n && of !== 'transfer';
    case 'low':
    case 'hold':
      return false;
    default:
      return kind satisfies never;
  }
}

function factsOf(entry: MovedEntry, { after }: MovedAccount): AlertFacts {
  const { amount, description, checkNumber, effectiveOn } = entry;
  return {
    amount: (amount < 0n ? -amount : amount).toString(),
    available: after.toString(),
    description,
    on: effectiveOn.toString(),
    ...(checkNumber === null ? {} : { check: checkNumber }),
  };
}

function eventOf(watch: Watch, cause: string, facts: AlertFacts): AlertEvent {
  const { ruleId, memberId, kind, accountId } = watch;
  return { ruleId, memberId, kind, cause, accountId, facts };
}
