import { signal } from '@preact/signals';
import { call, RefusedError } from '../api.ts';
import { unsubscribe } from '../push.ts';
import { forgetMember, onSignOut, session } from '../session.ts';

/** The name of the member who is signed in. */
export const memberName = signal('');
onSignOut(() => {
  memberName.value = '';
});

/** Whether the last question about the session found nobody. */
export const isUnreached = signal(false);

/** Asks the server who is signed in. Without an answer nothing changes. Never fails. */
export async function readSession(): Promise<void> {
  try {
    const { member } = await call('readSession', {});
    isUnreached.value = false;
    memberName.value = member.name;
    session.value = 'in';
  } catch (error) {
    isUnreached.value = !(error instanceof RefusedError);
  }
}

/** Ends the session, here and on the server. */
export async function signOut(): Promise<void> {
  await unsubscribe().catch(() => undefined);
  await call('signOut', {});
  session.value = 'out';
  forgetMember();
}
