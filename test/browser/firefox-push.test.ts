import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { findMemberByNumber } from '../../src/members/members.ts';
import { listDevices, reachDevice } from '../../src/push/devices.ts';
import { pushPayload } from '../../src/push/payload.ts';
import { pushKeysOf } from '../../src/push/push-keys.ts';
import { sendPush } from '../../src/push/send-push.ts';
import { mozillaPushHost, startMozillaPush, type MozillaPush } from '../support/mozilla-push.ts';
import { changeSettingsOf } from './app-conversation.ts';
import { openFirefox, whyNoFirefox, type FirefoxPage } from './firefox.ts';
import { openSite, person, type Site } from './site.ts';

/**
 * Web push through a browser of another maker: Firefox subscribes by the app’s own button at a push
 * service on the loopback, decrypts what our server sends there, and wakes our worker.
 */
const missing = whyNoFirefox();
if (missing !== undefined) process.stderr.write(`Firefox is not tested: ${missing}\n`);

describe.skipIf(missing !== undefined)('web push to Firefox', () => {
  let site: Site;
  let service: MozillaPush;
  let page: FirefoxPage;
  beforeAll(async () => {
    service = await startMozillaPush();
    [site, page] = await Promise.all([
      openSite(),
      openFirefox({
        'dom.push.serverURL': service.url,
        'dom.push.testing.allowInsecureServerURL': true,
        // A driven browser connects to no push service without this setting.
        'dom.push.connection.enabled': true,
        // The browser's own question is outside the page.
        'permissions.default.desktop-notification': 1,
        'alerts.useSystemBackend': false,
      }),
    ]);
    await changeSettingsOf(site, { pushServices: [mozillaPushHost] });
  }, 120_000);
  afterAll(async () => {
    await page[Symbol.asyncDispose]();
    await service[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  });

  it('arrives without anything of the member, and ends where the service knows nobody', async () => {
    const { db, world, keyring, institution } = site;
    const institutionId = institution.id;
    const {
      id: memberId,
      name,
      number,
    } = present(
      await findMemberByNumber(db, institutionId, person('Daniel').number),
      'the member lives in the demonstration',
    );
    await page.goTo(`${site.url}/sign-in`);
    await page.run(
      `fetch('/demo/sign-in', { method: 'POST', body: new URLSearchParams({ member: '${number}' }) }).then(({ status }) => status)`,
    );
    await page.goTo(`${site.url}/app/devices`);
    // The browser subscribes as soon as the member is there, since it has the permission.
    const device = await vi.waitFor(
      async () => present((await listDevices(db, { institutionId, memberId }))[0], 'a device came'),
      { timeout: 60_000, interval: 250 },
    );
    const keys = await pushKeysOf(db, { world, keyring }, institutionId);
    expect(service.boundTo[0]?.replace(/=+$/, '')).toBe(
      Buffer.from(keys.publicKey).toString('base64url'),
    );

    const payload = pushPayload({
      about: 'message',
      language: 'en',
      publicUrl: site.url,
      waiting: 3,
    });
    expect(Buffer.from(payload).toString()).not.toMatch(new RegExp(`${name}|${number}|\\$`));
    const reached = present(
      await reachDevice(db, { keyring }, { institutionId, id: device.id }),
      'the device is there',
    );
    const send = async (to: typeof reached.subscription) =>
      sendPush(
        db,
        { world, keyring, post: service.post },
        {
          institutionId,
          deviceId: device.id,
          to,
          services: [mozillaPushHost],
          publicUrl: site.url,
          about: 'message',
          payload,
          tries: 0,
        },
      );
    expect(await send(reached.subscription)).toEqual({ outcome: 'sent' });
    const shown = `navigator.serviceWorker.ready.then((one) => one.getNotifications())
      .then((all) => all.map(({ title, body, tag, data }) => ({ title, body, tag, data })))`;
    await page.until(`${shown}.then((all) => all.length > 0)`);
    expect(await page.run(shown)).toEqual([
      { title: 'You have a new message', body: '', tag: 'message', data: { navigate: '/app' } },
    ]);
    await vi.waitFor(() => expect(service.codes).toEqual([100]), { timeout: 30_000 });

    // The member signs out, so Firefox ends the subscription, and the next push finds nobody.
    await page.run(
      `navigator.serviceWorker.ready.then((one) => one.pushManager.getSubscription()).then((one) => one.unsubscribe())`,
    );
    await vi.waitFor(
      async () => expect(await send(reached.subscription)).toEqual({ outcome: 'gone' }),
      { timeout: 30_000 },
    );
    expect(await listDevices(db, { institutionId, memberId })).toEqual([]);
  });
});
