import { computed, signal } from '@preact/signals';
import { call, isUnsure, RefusedError, type Output } from '../api.ts';
import { store } from '../installed.ts';
import { proven, UnprovenError } from '../proof.ts';
import { memberCount, memberNumber, onLeave, onSignOut } from '../session.ts';

type Made = Output<'makeTransfer'>;

/** A transfer that the member ordered. Its nonce makes it move only once, however often it is sent. */
export interface Order {
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly currency: string;
  readonly nonce: string;
  readonly agreedTo: Parameters<typeof call<'makeTransfer'>>[1]['agreedTo'];
}

interface Kept extends Order {
  /** The member's number: nobody else sees it, and nobody else sends it. */
  readonly owner: string;
  /** A try had no answer, so the money may have moved. */
  readonly isUnsure: boolean;
}

const key = 'transfer';

/** What was ordered and not answered, at most one of each member. It outlives the page. */
const kept = signal<readonly Kept[]>(stored());

/**
 * The order of this member without an answer. There is no other transfer until it has one: another
 * nonce could move the money twice.
 */
export const unanswered = computed(() =>
  kept.value.find(({ owner }) => memberNumber.value === '' || owner === memberNumber.value),
);

/** Whether an order is on its way. */
export const isOrdering = signal(false);

/** What came of the last order, until the member has seen it. */
export const made = signal<Made | undefined>(undefined);
onSignOut(() => {
  made.value = undefined;
});

/**
 * Makes a transfer, or finds out what became of it: the same nonce gets the same answer.
 * @throws RefusedError, UnreachedError or UnprovenError. If it stays `unanswered`, send it again
 */
export async function order(wanted: Order): Promise<void> {
  const owner = memberNumber.value;
  const before = kept.value.find((one) => one.owner === owner);
  if (owner === '' || isOrdering.value || (before && before.nonce !== wanted.nonce)) return;
  const member = memberCount();
  const mine: Kept = before ?? { ...wanted, owner, isUnsure: false };
  isOrdering.value = true;
  keep(mine);
  try {
    const { currency: _, owner: __, isUnsure: ___, ...input } = mine;
    const answer = await proven(async () => call('makeTransfer', input));
    drop(mine);
    if (member === memberCount()) made.value = answer;
  } catch (error) {
    if (answers(error, mine)) drop(mine);
    else keep({ ...mine, isUnsure: true });
    throw error;
  } finally {
    isOrdering.value = false;
  }
}

/** These say nothing of an earlier try: they come before the order is looked at. */
const beforehand: ReadonlySet<number> = new Set([401, 403, 413, 415, 429]);

/** Tells whether a failure says for certain that nothing moved, now or before. */
function answers(error: unknown, { isUnsure: wasUnsure }: Kept): boolean {
  if (error instanceof UnprovenError) return !wasUnsure;
  if (isUnsure(error)) return false;
  return !wasUnsure || (error instanceof RefusedError && !beforehand.has(error.status));
}

onLeave({
  count: () => (unanswered.value ? 1 : 0),
  drop: () => {
    if (unanswered.value) drop(unanswered.value);
  },
});

function keep(one: Kept): void {
  write([...kept.value.filter(({ owner }) => owner !== one.owner), one]);
}

function drop({ owner }: Kept): void {
  write(kept.value.filter((one) => one.owner !== owner));
}

function write(next: readonly Kept[]): void {
  kept.value = next;
  try {
    if (next.length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify(next));
  } catch {
    // A full or forbidden store: it stays in memory.
  }
}

/** Reads what was kept. The app ended before the answer, so it may have moved. */
function stored(): readonly Kept[] {
  try {
    const read: unknown = JSON.parse(store.getItem(key) ?? '[]');
    return Array.isArray(read) ? read.filter(isKept).map(unsure) : [];
  } catch {
    return [];
  }
}

function unsure(one: Kept): Kept {
  return { ...one, isUnsure: true };
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['owner', 'from', 'to', 'amount', 'currency', 'nonce'];
  return (
    texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
    Array.isArray(Reflect.get(value, 'agreedTo'))
  );
}
