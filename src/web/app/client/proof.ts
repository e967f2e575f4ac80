import { signal } from '@preact/signals';
import { RefusedError } from './api.ts';
import { memberCount, onSignOut } from './session.ts';

/** The operation that waits for a proof of identity. */
interface Asked {
  readonly settle: (isProven: boolean) => void;
}

/** What waits for a proof, so that the app shows the sheet for it. */
export const askedProof = signal<Asked | undefined>(undefined);

// What waits belongs to the member who leaves.
onSignOut(() => askedProof.value?.settle(false));

/** The member closed the sheet, or left. */
export class UnprovenError extends Error {}

/**
 * Does something that may need a fresh proof of identity. Where the server wants one, it asks the
 * member and does it again.
 * @throws UnprovenError if they give none
 */
export async function proven<Value>(work: () => Promise<Value>): Promise<Value> {
  const member = memberCount();
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'verify_first') throw error;
  }
  if (member !== memberCount()) throw new UnprovenError();
  const isProven = await new Promise<boolean>((settle) => {
    askedProof.value = { settle };
  });
  askedProof.value = undefined;
  if (!isProven || member !== memberCount()) throw new UnprovenError();
  return work();
}
