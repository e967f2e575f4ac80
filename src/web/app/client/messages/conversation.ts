import { computed, signal } from '@preact/signals';
import { call, RefusedError, sentenceOf } from '../api.ts';
import { appAddress } from '../app-address.ts';
import { given } from '../given.ts';
import { isAway, onSignOut, session } from '../session.ts';
import { lastPlaceOf, merged, type Message } from './message.ts';
import { drop, flush, outbox, waitingCount } from './outbox.ts';

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

/** The address that messages are written from: the server’s answer, or what this device knew. */
export function addressId(): string | undefined {
  return appAddress.value.value?.addressId ?? localStorage.getItem(knownAddress) ?? undefined;
}

onSignOut(() => {
  closeStream();
  messages.value = undefined;
  hasOlder.value = false;
  problem.value = undefined;
  readPlace.value = 0;
  isAnswering.value = false;
  localStorage.removeItem(knownAddress);
});

let opening: Promise<void> | undefined;

/** Loads the newest messages, sends what waits, and follows what comes. Never fails. */
export async function openConversation(): Promise<void> {
  opening ??= open().finally(() => {
    opening = undefined;
  });
  return opening;
}

async function open(): Promise<void> {
  // A device that never wrote asks first whether there is a conversation.
  const isKnown = localStorage.getItem(knownAddress) !== null;
  if (!isKnown) await appAddress.refresh();
  if (!isKnown && !appAddress.value.value?.opened) {
    problem.value = appAddress.problem.value;
    return;
  }
  const [page] = await Promise.all([newest(), isKnown ? appAddress.refresh() : undefined]);
  if (!page) return;
  const id = appAddress.value.value?.addressId;
  if (id) localStorage.setItem(knownAddress, id);
  take(page.messages, 'known');
  hasOlder.value = page.more;
  readPlace.value = Math.max(readPlace.value, page.readPlace);
  follow();
  await sendWaiting();
}

/** Asks for the last page. Without an open conversation there is none. */
async function newest() {
  try {
    const page = await call('listAppMessages', {});
    problem.value = undefined;
    // Only a member gets this answer.
    session.value = 'in';
    return page;
  } catch (error) {
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
  try {
    const page = await call('listAppMessages', { before: String(first.place) });
    take(page.messages, 'known');
    hasOlder.value = page.more;
  } catch (error) {
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
  if (id === undefined || waitingCount() === 0) return;
  const before = outbox.value;
  await flush(id);
  if (outbox.value !== before) await catchUp();
}

/** Gets what came after the last known message. */
async function catchUp(): Promise<void> {
  let after = lastPlaceOf(messages.value ?? []);
  try {
    for (;;) {
      const page = await call('listAppMessages', { after: String(after) });
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

let answerTimer: ReturnType<typeof setTimeout> | undefined;
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

let reading: number | undefined;

/** Notes that the member has seen everything, on the server and on the icon. */
export async function markRead(): Promise<void> {
  const place = lastPlaceOf(messages.value ?? []);
  if (place <= readPlace.value || place === reading || session.value !== 'in') return;
  reading = place;
  try {
    const answer = await call('markAppMessagesRead', { place });
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
  const opened = new EventSource(`${given.events}?after=${lastPlaceOf(messages.value ?? [])}`);
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
  if (session.value !== 'in' || messages.value === undefined) return;
  if (document.visibilityState === 'hidden') return;
  await catchUp();
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
