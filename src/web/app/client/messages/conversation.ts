import { computed, signal } from '@preact/signals';
import { call, RefusedError, sentenceOf } from '../api.ts';
import { appAddress } from '../app-address.ts';
import { given } from '../given.ts';
import { store } from '../installed.ts';
import { isAway, memberCount, onLeave, onSignOut, otherMember, session } from '../session.ts';
import { lastPlaceOf, merged, type Message } from './message.ts';
import { drop, flush, outbox, unsentOf, waitingCount } from './outbox.ts';

/** The conversation as far as it is loaded. `undefined`: nothing came yet. */
export const messages = signal<readonly Message[] | undefined>(undefined);
export const hasOlder = signal(false);
export const problem = signal<string | undefined>(undefined);
/** How far the member has read, on any device. */
const readPlace = signal(0);

/** What the member has not read of ours. */
export const unread = computed(
  () =>
    (messages.value ?? []).filter(
      ({ direction, place }) => direction === 'out' && place > readPlace.value,
    ).length,
);

/** An answer is on its way: the last word is the member’s, and it is delivered. */
export const isAnswering = signal(false);

/** For whom this device last wrote, so that it can write without a connection. */
const knownAddress = 'address';

/**
 * The address that messages are written from: the server’s answer. Without one, what this device knew,
 * unless somebody has signed in meanwhile: that may be another member.
 */
export function addressId(): string | undefined {
  const told = appAddress.value.value?.addressId ?? undefined;
  return told ?? (session.value === 'in' ? undefined : (store.getItem(knownAddress) ?? undefined));
}

let opening: Promise<void> | undefined;
let reading: number | undefined;
let answerTimer: ReturnType<typeof setTimeout> | undefined;
let laterTimer: ReturnType<typeof setTimeout> | undefined;

onLeave({
  count: () => unsentOf(addressId()).length,
  drop: () => {
    drop(new Set(unsentOf(addressId()).map(({ id }) => id)));
    store.removeItem(knownAddress);
  },
});

otherMember.subscribe((count) => {
  if (count > 0) void appAddress.refresh();
});

onSignOut(() => {
  closeStream();
  messages.value = undefined;
  hasOlder.value = false;
  problem.value = undefined;
  readPlace.value = 0;
  isAnswering.value = false;
  reading = undefined;
  opening = undefined;
  clearTimeout(answerTimer);
  clearTimeout(laterTimer);
});

/** Loads the newest messages, sends what waits, and follows what comes. Never fails. */
export async function openConversation(): Promise<void> {
  if (opening) return opening;
  const mine = open().finally(() => {
    if (opening === mine) opening = undefined;
  });
  opening = mine;
  return mine;
}

async function open(): Promise<void> {
  const member = memberCount();
  const [page] = await Promise.all([newest(), appAddress.refresh()]);
  if (!page || member !== memberCount()) return;
  const id = appAddress.value.value?.addressId;
  if (id) store.setItem(knownAddress, id);
  take(page.messages, 'known');
  hasOlder.value = page.more;
  readPlace.value = Math.max(readPlace.value, page.readPlace);
  follow();
  await sendWaiting();
}

/** Asks for the last page. Without an open conversation there is none. */
async function newest() {
  const member = memberCount();
  try {
    const page = await call('listAppMessages', {});
    if (member !== memberCount()) return undefined;
    problem.value = undefined;
    // Only a member gets this answer.
    session.value = 'in';
    return page;
  } catch (error) {
    if (member !== memberCount()) return undefined;
    const code = error instanceof RefusedError ? error.code : '';
    // Another screen says these: the address begins the conversation, the sign-in the session.
    if (code !== 'app_not_opened' && code !== 'sign_in_first') problem.value = sentenceOf(error);
    return undefined;
  }
}

/** Loads the page before the first message. */
export async function loadOlder(): Promise<void> {
  const first = messages.value?.[0];
  if (!first || !hasOlder.value) return;
  hasOlder.value = false;
  const member = memberCount();
  try {
    const before = String(first.place);
    const page = await call('listAppMessages', { before, addressId: addressId() });
    if (member !== memberCount()) return;
    take(page.messages, 'known');
    hasOlder.value = page.more;
  } catch (error) {
    if (member !== memberCount()) return;
    hasOlder.value = true;
    problem.value = sentenceOf(error);
  }
}

/** Opens the member’s address in the app, on the terms that they saw. */
export async function openAddress(): Promise<void> {
  await call('openAppAddress', {});
  await openConversation();
}

/** Sends what waits, then gets what came of it. */
export async function sendWaiting(): Promise<void> {
  const id = addressId();
  if (id === undefined || waitingCount(id) === 0) return;
  const member = memberCount();
  const before = outbox.value;
  await flush(id);
  if (member !== memberCount()) return;
  if (outbox.value !== before) await catchUp();
  tryLater(id);
}

let tries = 0;

/** Sends later what the server did not want now. Where nobody answered, the first answer does it. */
function tryLater(id: string): void {
  clearTimeout(laterTimer);
  if (waitingCount(id) === 0) {
    tries = 0;
    return;
  }
  if (isAway.value || session.value !== 'in') return;
  tries += 1;
  laterTimer = setTimeout(() => void sendWaiting(), Math.min(60_000, 2_500 * 2 ** tries));
}

/** Gets what came after the last known message. */
async function catchUp(): Promise<void> {
  let after = lastPlaceOf(messages.value ?? []);
  const member = memberCount();
  try {
    for (;;) {
      const page = await call('listAppMessages', { after: String(after), addressId: addressId() });
      if (member !== memberCount()) return;
      take(page.messages);
      readPlace.value = Math.max(readPlace.value, page.readPlace);
      if (!page.more || page.through === null) return;
      // A page may show less than it covers.
      after = page.through;
    }
  } catch {
    // The stream brings it, or the next look.
  }
}

/** No answer comes to some messages, such as after STOP. */
const answerPatience = 12_000;

/** @param when `new`: it just came, so an answer to it may follow */
function take(got: readonly Message[], when: 'known' | 'new' = 'new'): void {
  const all = merged(messages.value ?? [], got);
  messages.value = all;
  drop(new Set(got.flatMap(({ clientId }) => clientId ?? [])));
  const last = all.at(-1);
  const isWaiting =
    when === 'new'
      ? last?.direction === 'in' && got.includes(last)
      : isAnswering.value && last?.direction === 'in';
  clearTimeout(answerTimer);
  isAnswering.value = isWaiting;
  if (isWaiting)
    answerTimer = setTimeout(() => {
      isAnswering.value = false;
    }, answerPatience);
}

/** Notes that the member has seen everything, on the server and on the icon. */
export async function markRead(): Promise<void> {
  const place = lastPlaceOf(messages.value ?? []);
  if (place <= readPlace.value || place === reading || session.value !== 'in') return;
  reading = place;
  const member = memberCount();
  try {
    const answer = await call('markAppMessagesRead', { place, addressId: addressId() });
    if (member !== memberCount()) return;
    readPlace.value = Math.max(readPlace.value, answer.readPlace);
  } catch {
    // The next message tries again.
  }
  reading = undefined;
}

unread.subscribe((count) => {
  if (messages.value === undefined) return;
  const said = count === 0 ? navigator.clearAppBadge?.() : navigator.setAppBadge?.(count);
  // A browser may not allow it.
  said?.catch(() => undefined);
});

let stream: EventSource | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let attempts = 0;

function closeStream(): void {
  stream?.close();
  stream = undefined;
  clearTimeout(again);
}

/** Follows the conversation live. A stream that broke begins after the last message that came. */
function follow(): void {
  closeStream();
  if (session.value !== 'in' || document.visibilityState === 'hidden') return;
  const id = addressId();
  const after = String(lastPlaceOf(messages.value ?? []));
  const query = new URLSearchParams({ after, ...(id === undefined ? {} : { addressId: id }) });
  const opened = new EventSource(`${given.events}?${query}`);
  stream = opened;
  opened.addEventListener('open', () => {
    attempts = 0;
  });
  opened.addEventListener('message', (event: MessageEvent<string>) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server makes it from the schema of messages
    take([JSON.parse(event.data) as Message]);
  });
  opened.addEventListener('read', (event: MessageEvent<string>) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
    const heard = JSON.parse(event.data) as { readonly readPlace: number };
    readPlace.value = Math.max(readPlace.value, heard.readPlace);
  });
  opened.addEventListener('error', () => {
    if (opened.readyState !== EventSource.CLOSED || stream !== opened) return;
    // The server ended it: the session may be over.
    attempts += 1;
    again = setTimeout(() => void returned(), Math.min(60_000, 2_000 * 2 ** attempts));
  });
}

/** The member came back, or the connection did: catches up and sends what waits. */
async function returned(): Promise<void> {
  const member = memberCount();
  if (session.value !== 'in' || messages.value === undefined) return;
  if (document.visibilityState === 'hidden') return;
  await catchUp();
  if (member !== memberCount()) return;
  follow();
  await sendWaiting();
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') closeStream();
  else void returned();
});
isAway.subscribe((away) => {
  if (!away) void returned();
});
