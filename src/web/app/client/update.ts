import { signal } from '@preact/signals';
import { appPath } from '../../../kernel/app-path.ts';
import { isCalling } from './api.ts';
import { goToPath } from './route.ts';

/** A newer release is on the phone, and something is being written in this one. */
export const isUpdateReady = signal(false);

/** How often an open app asks for a newer release. */
const every = 30 * 60_000;

/**
 * Starts the service worker, and changes to a newer release as soon as nothing can be lost by it: at
 * once, or when the member says so, or when the app goes to the background.
 */
export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let isFirst = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker belongs to the release that is shown.
    if (isFirst) isFirst = false;
    else if (isIdle()) location.reload();
    else isUpdateReady.value = true;
  });
  serviceWorker.addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data } = event;
    if (typeof data !== 'object' || data === null || !('navigate' in data)) return;
    if (typeof data.navigate === 'string') goToPath(data.navigate);
  });
  const registration = await serviceWorker.register(`${appPath}/worker.js`, {
    scope: appPath,
    updateViaCache: 'none',
  });
  const look = () => void registration.update().catch(() => undefined);
  setInterval(look, every);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
    else if (isUpdateReady.value && isIdle()) location.reload();
  });
}

/** Tells whether nothing is open, on its way or half written. */
export function isIdle(): boolean {
  // What came of a transfer, and the code that is on its way to the member, must not disappear.
  if (isCalling() || document.querySelector('dialog[open], .done, .code-step')) return false;
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=checkbox]), textarea',
  );
  return [...fields].every(({ value }) => value.trim() === '');
}
