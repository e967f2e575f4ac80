import { computed, signal } from '@preact/signals';
import { signedOutNote } from '../signed-out-note.ts';

/**
 * Whether a member is signed in. `unknown`: nobody has answered yet. The server decides; this is
 * what its last answer said. A document with the sign-in says that nobody is: the server knows it, or
 * this device has noted it. Any other document waits for the answer.
 */
export const session = signal<'unknown' | 'out' | 'in'>(
  document.querySelector('.sign-in') ? 'out' : 'unknown',
);

/** Whether the session ended while the app was in use, so that the sign-in says why. */
export const wasIn = signal(false);

/** The number of the member who is signed in. Empty until the server has said it. */
export const memberNumber = signal('');

/** Whether the phone believes that it has a network. */
export const isOnline = signal(navigator.onLine);

/** Whether the last question to the server had no answer. */
export const isUnreached = signal(false);

/** Whether the server can’t be reached, whatever the phone believes. */
export const isAway = computed(() => !isOnline.value || isUnreached.value);

session.subscribe((now) => {
  if (now === 'in') {
    wasIn.value = true;
    void noteForWorker(false);
  } else if (now === 'out') void noteForWorker(true);
});

/** Tells the worker which document to show first. Without a worker, it changes nothing. */
async function noteForWorker(isSignedOut: boolean): Promise<void> {
  // A browser that keeps nothing shows the server's document each time.
  if (!('caches' in globalThis)) return;
  await (isSignedOut ? caches.open(signedOutNote) : caches.delete(signedOutNote)).catch(
    () => undefined,
  );
}

addEventListener('online', () => {
  isOnline.value = true;
});
addEventListener('offline', () => {
  isOnline.value = false;
});

const cleared = new Set<() => void>();

/** Registers what must be forgotten when the member signs out. @returns what takes it back */
export function onSignOut(forget: () => void): () => void {
  cleared.add(forget);
  return () => cleared.delete(forget);
}

/** Counts the answers that say that another member is signed in here now. */
export const otherMember = signal(0);

/** Something of a member that stays on the phone when the session ends by itself. */
interface Left {
  readonly count: () => number;
  readonly drop: () => void;
}

const left = new Set<Left>();

/** Registers what a member must give up who chooses to sign out. */
export function onLeave(one: Left): void {
  left.add(one);
}

/** How much the member would give up by signing out. */
export function leftCount(): number {
  return [...left].reduce((sum, { count }) => sum + count(), 0);
}

/** Takes it off the phone. */
export function dropLeft(): void {
  for (const { drop } of left) drop();
}

let forgotten = 0;

/**
 * Counts how often a member was forgotten. What began under another count belongs to somebody who has
 * left.
 */
export function memberCount(): number {
  return forgotten;
}

/** Forgets everything that belongs to a member. */
export function forgetMember(): void {
  forgotten += 1;
  memberNumber.value = '';
  for (const forget of cleared) forget();
}
