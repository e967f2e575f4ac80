import type { WorkerGiven } from '../worker-given.ts';
import { signedOutNote } from '../signed-out-note.ts';
import { begin, begun, forget } from './early.ts';
import { readPush } from './push.ts';

declare const self: ServiceWorkerGlobalScope & { readonly given: WorkerGiven };

/**
 * The service worker: it starts the app without a network, from the files of its own release, and
 * shows pushes where the phone doesn't do so by itself. It stores nothing of a member.
 */
const { version, shell, document, signInDocument, files, questions } = self.given;

/** Caches of the app's releases begin like this. */
const prefix = 'app-';
const cacheName = `${prefix}${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then(async (cache) =>
        // The paths of files change with their content, so a file that is there is the right one.
        cache.addAll([
          ...[document, signInDocument].map((path) => new Request(path, { cache: 'reload' })),
          ...files,
        ]),
      )
      // The script is one file that a running page has whole, so the next release may take over.
      .then(async () => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then(async (names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith(prefix) && name !== cacheName)
            .map(async (name) => caches.delete(name)),
        ),
      )
      .then(async () => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request, clientId, resultingClientId } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method !== 'GET') {
    forget();
    return;
  }
  if (request.mode === 'navigate') {
    if (!isScreen(pathname)) return;
    const isOut = isSignedOut(request);
    begin(resultingClientId, { questions, isOut });
    event.respondWith(screen(request, isOut));
  } else if (files.includes(pathname)) event.respondWith(kept(pathname, request));
  else {
    const answer = begun(clientId, `${pathname}${search}`);
    if (answer) event.respondWith(answer.then((early) => early ?? fetch(request)));
  }
});

function isScreen(pathname: string): boolean {
  return pathname === shell || pathname.startsWith(`${shell}/`);
}

/**
 * Whether the app has noted that nobody is signed in. Who comes from a page of the site may have
 * signed in there. See `client/session.ts`.
 */
async function isSignedOut({ referrer }: Request): Promise<boolean> {
  const from = URL.parse(referrer);
  if (from?.origin === self.location.origin && !isScreen(from.pathname)) return false;
  return caches.has(signedOutNote);
}

/** Answers with the sign-in where nobody is signed in: its links work before the script runs. */
async function screen(request: Request, isOut: Promise<boolean>): Promise<Response> {
  return kept((await isOut) ? signInDocument : document, request);
}

/** Answers from the cache of this release, or else from the network. */
async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
}

self.addEventListener('push', (event) => {
  const { title, body, navigate, tag, badge } = readPush(event.data?.text(), self.given);
  event.waitUntil(
    Promise.all([
      self.registration.showNotification(title, {
        body,
        tag,
        icon: self.given.icon,
        badge: self.given.icon,
        data: { navigate },
      }),
      badge === undefined ? undefined : self.navigator.setAppBadge?.(badge),
    ]),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { navigate = shell }: { readonly navigate?: string } = event.notification.data ?? {};
  event.waitUntil(open(navigate));
});

/** Brings an open window to the place, or opens one. */
async function open(path: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const shown = windows.find((one) => new URL(one.url).pathname.startsWith(shell));
  if (!shown) {
    await self.clients.openWindow(path);
    return;
  }
  await shown.focus();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's window has none
  shown.postMessage({ navigate: path });
}
