import { signal } from '@preact/signals';
import { call } from '../api.ts';
import { unsubscribe } from '../push.ts';
import {
  dropLeft,
  forgetMember,
  isUnreached,
  memberCount,
  memberNumber,
  onSignOut,
  otherMember,
  session,
  wasIn,
} from '../session.ts';

/** The name of the member who is signed in. */
export const memberName = signal('');
onSignOut(() => {
  memberName.value = '';
});

/**
 * Asks the server who is signed in. Without an answer nothing changes. If it is another member than
 * before, everything of the earlier one is forgotten: the site, which shares the session, may have
 * changed it. Never fails.
 */
export async function readSession(): Promise<void> {
  const asked = memberCount();
  try {
    const { member } = await call('readSession', {});
    if (asked !== memberCount()) return;
    if (memberNumber.value !== '' && memberNumber.value !== member.number) forgetMember();
    memberNumber.value = member.number;
    memberName.value = member.name;
    session.value = 'in';
  } catch {
    // `call` has noted whether nobody is signed in, or nobody answered.
  }
}

otherMember.subscribe((count) => {
  if (count > 0) void readSession();
});

/** How soon we ask again where nobody answered. A phone does not always say that it is back. */
const againMilliseconds = 4_000;

isUnreached.subscribe((now) => {
  if (now) setTimeout(() => void lookAgain(), againMilliseconds);
});

async function lookAgain(): Promise<void> {
  await readSession();
  if (isUnreached.value) setTimeout(() => void lookAgain(), againMilliseconds);
}

/** Ends the session, here and on the server, and takes what is left of the member off the phone. */
export async function signOut(): Promise<void> {
  await call('signOut', {});
  dropLeft();
  // They know why.
  wasIn.value = false;
  session.value = 'out';
  forgetMember();
  await unsubscribe().catch(() => undefined);
}
