import type { WorkerGiven } from '../worker-given.ts';
import { signedOutNote } from '../signed-out-note.ts';
import { readPush } from './push.ts';

declare const self: ServiceWorkerGlobalScope & { readonly given: WorkerGiven };

/**
 * The service worker: it starts the app without a network, from the files of its own release, and
 * shows pushes where the phone doesn't do so by itself. It keeps nothing of a member.
 */
const { version, shell, document, signInDocument, files } = self.given;

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
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === shell || pathname.startsWith(`${shell}/`)) event.respondWith(screen(request));
  } else if (files.includes(pathname)) event.respondWith(kept(pathname, request));
});

/**
 * Answers with the sign-in where the app has noted that nobody is signed in: its links work before
 * the script runs. See `client/session.ts`.
 */
async function screen(request: Request): Promise<Response> {
  return kept((await caches.has(signedOutNote)) ? signInDocument : document, request);
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
