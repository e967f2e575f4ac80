import { signal } from '@preact/signals';
import { call, RefusedError } from '../api.ts';
import { now, serverNow, steady } from '../clock.ts';
import { store } from '../installed.ts';
import { proven, UnprovenError } from '../proof.ts';
import { isAway, session } from '../session.ts';
import { uuidv7 } from '../uuid.ts';
import { isOld, type Moment } from './age.ts';

/** A message that the server has not confirmed yet. */
export interface Waiting {
  /** The server takes each id once, so that sending again is safe. */
  readonly id: string;
  readonly text: string;
  /** Whose it is: only this address sends it. */
  readonly addressId: string;
  /**
   * Nobody was reached when it was written, or a try to send it failed. The server then moves no
   * money by it, since nobody can tell how old it is.
   */
  readonly offline: boolean;
  /** When it was written. One from an earlier start of the app has `offline` instead. */
  readonly written?: Moment;
  readonly state: 'waiting' | 'sending' | 'delivered' | 'refused';
  /** Why the server refused it. */
  readonly reason?: string;
}

const key = 'outbox';

/** What was written and not confirmed, oldest first. */
export const outbox = signal<readonly Waiting[]>(stored());

/** How many wait to be sent from an address. */
export function waitingCount(addressId: string | undefined): number {
  return outbox.value.filter((one) => one.state === 'waiting' && one.addressId === addressId)
    .length;
}

/** What an address has not sent, whether it waits or was refused. */
export function unsentOf(addressId: string | undefined): readonly Waiting[] {
  return outbox.value.filter((one) => one.state !== 'delivered' && one.addressId === addressId);
}

/** Adds a message and tries to send it. */
export function write(text: string, addressId: string): void {
  // In the server’s time, which judges by it: a phone whose clock is slow is not late.
  const id = uuidv7(serverNow(), crypto.getRandomValues(new Uint8Array(16)));
  const isUnsure = isAway.value || session.value !== 'in';
  const written = moment();
  keep([...outbox.value, { id, text, addressId, offline: isUnsure, written, state: 'waiting' }]);
}

/** Takes a message out: the member discarded it, or the conversation has it. */
export function drop(ids: ReadonlySet<string>): void {
  if (outbox.value.some(({ id }) => ids.has(id)))
    keep(outbox.value.filter(({ id }) => !ids.has(id)));
}

/** Tries a refused message again. */
export function retry(id: string): void {
  change(id, (one) => ({ ...one, state: 'waiting' }));
}

let running: Promise<void> | undefined;

/**
 * Sends what waits for this address, one after the other. Only one run at a time. Never fails.
 * @returns whether the server got something new
 */
export async function flush(addressId: string): Promise<void> {
  running ??= sendAll(addressId).finally(() => {
    running = undefined;
  });
  return running;
}

async function sendAll(addressId: string): Promise<void> {
  for (;;) {
    const next = outbox.value.find((one) => one.state === 'waiting' && one.addressId === addressId);
    if (!next || session.value !== 'in') return;
    change(next.id, (one) => ({ ...one, state: 'sending' }));
    const isReached = await send(next);
    if (isReached) continue;
    // Nobody knows when the next try will be. So all that waits now is late from now on.
    keep(outbox.value.map((one) => (one.state === 'waiting' ? { ...one, offline: true } : one)));
    return;
  }
}

/** @returns whether the server answered, so that the next one may go */
async function send(one: Waiting): Promise<boolean> {
  const { id, text } = one;
  const offline = one.offline || isOld(one.written, moment());
  try {
    const { repeated } = await proven(async () =>
      call('sendAppMessage', { id, text, offline, addressId: one.addressId }),
    );
    // One that arrived before is in the conversation, on whatever page.
    if (repeated) drop(new Set([id]));
    else change(id, (one) => ({ ...one, state: 'delivered' }));
    return true;
  } catch (error) {
    if (error instanceof UnprovenError) {
      change(id, (one) => ({ ...one, state: 'refused' }));
      return true;
    }
    if (error instanceof RefusedError && !isLater(error)) {
      const { message } = error;
      change(id, (one) => ({ ...one, state: 'refused', reason: error.fields['text'] ?? message }));
      return true;
    }
    // It may have arrived: the same id again is the same message.
    change(id, (was) => ({ ...was, state: 'waiting' }));
    return false;
  }
}

function moment(): Moment {
  return { clock: now(), steady: steady() };
}

/** Tells whether a refusal says “not now”: no session or another’s, too many requests, or a fault. */
function isLater({ status, code }: RefusedError): boolean {
  return status === 401 || status === 429 || status >= 500 || code === 'app_address_other';
}

function change(id: string, how: (one: Waiting) => Waiting): void {
  keep(outbox.value.map((one) => (one.id === id ? how(one) : one)));
}

function keep(next: readonly Waiting[]): void {
  outbox.value = next;
  try {
    if (next.length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify(next));
  } catch {
    // A full or forbidden store: it stays in memory.
  }
}

/** Reads what was kept. Something that was on its way when the app ended waits again. */
function stored(): readonly Waiting[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isWaiting).map(again) : [];
  } catch {
    return [];
  }
}

function again(one: Waiting): Waiting {
  return one.state === 'refused' ? one : { ...one, offline: true, state: 'waiting' };
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  const { id, text, addressId }: { id?: unknown; text?: unknown; addressId?: unknown } = value;
  return typeof id === 'string' && typeof text === 'string' && typeof addressId === 'string';
}
