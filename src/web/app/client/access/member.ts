import { signal } from '@preact/signals';
import { call } from '../api.ts';
import { unsubscribe } from '../push.ts';
import { forgetMember, isUnreached, memberNumber, onSignOut, session } from '../session.ts';

/** The name of the member who is signed in. */
export const memberName = signal('');
onSignOut(() => {
  memberName.value = '';
});

/** Asks the server who is signed in. Without an answer nothing changes. Never fails. */
export async function readSession(): Promise<void> {
  try {
    const { member } = await call('readSession', {});
    memberNumber.value = member.number;
    memberName.value = member.name;
    session.value = 'in';
  } catch {
    // `call` has noted whether nobody is signed in, or nobody answered.
  }
}

/** How soon we ask again where nobody answered. A phone does not always say that it is back. */
const againMilliseconds = 4_000;

isUnreached.subscribe((now) => {
  if (now) setTimeout(() => void lookAgain(), againMilliseconds);
});

async function lookAgain(): Promise<void> {
  await readSession();
  if (isUnreached.value) setTimeout(() => void lookAgain(), againMilliseconds);
}

/** Ends the session, here and on the server. */
export async function signOut(): Promise<void> {
  await unsubscribe().catch(() => undefined);
  await call('signOut', {});
  session.value = 'out';
  forgetMember();
}
