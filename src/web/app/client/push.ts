import { signal } from '@preact/signals';
import { deviceName } from '../../ui/device-name.ts';
import { call } from './api.ts';
import { say } from './given.ts';
import { store } from './installed.ts';

/** Whether this phone can show pushes at all. An iPhone can only when the app is installed. */
export const canPush =
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** What the member has said to notifications. */
export const permission = signal<NotificationPermission>(
  canPush ? Notification.permission : 'denied',
);

const laterKey = 'notify-later';

/** Whether the member put the question off on this device. */
export const isPutOff = signal(store.getItem(laterKey) !== null);

/** Puts the question off. */
export function putOff(): void {
  isPutOff.value = true;
  store.setItem(laterKey, 'yes');
}

/**
 * Asks for notifications. Call it from a tap: browsers ask nothing otherwise.
 * @throws if the browser or the server refuses
 */
export async function turnOn(): Promise<void> {
  permission.value = await Notification.requestPermission();
  if (permission.value === 'granted') await subscribe();
}

/**
 * Subscribes this device where the member allowed it. Push services renew subscriptions, so it
 * happens after each sign-in.
 */
export async function subscribe(): Promise<void> {
  if (!canPush || Notification.permission !== 'granted') return;
  const { pushManager } = await navigator.serviceWorker.ready;
  const { key } = await call('readPushKey', {});
  const subscription = await subscribed(pushManager, key);
  const { endpoint, keys } = subscription.toJSON();
  await call('addDevice', {
    endpoint: endpoint ?? '',
    p256dh: keys?.['p256dh'] ?? '',
    auth: keys?.['auth'] ?? '',
    label: deviceName(navigator.userAgent) ?? say('device_unknown'),
  });
}

/** Subscribes, and again under a new key: a subscription belongs to the key it was made with. */
async function subscribed(manager: PushManager, key: string): Promise<PushSubscription> {
  const how = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(how);
  } catch (error) {
    const old = await manager.getSubscription();
    if (!old) throw error;
    await old.unsubscribe();
    return manager.subscribe(how);
  }
}

/** Ends this device’s subscription, so that the next member of this phone gets no pushes of the last. */
export async function unsubscribe(): Promise<void> {
  if (!canPush) return;
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}
