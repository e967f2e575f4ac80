import { afterAll, beforeAll, expect, it } from 'vitest';
import { approvalTests, type Approver } from '../../../test/support/approvals.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startPushService } from '../../../test/support/push-service.ts';
import { endPauses, runJobs } from '../../../test/support/run-jobs.ts';
import { present } from '../../kernel/assert.ts';
import { setLanguages } from '../../members/set-languages.ts';
import { pushKeysOf } from '../../push/push-keys.ts';
import { readSession } from '../access/read-session.ts';
import { declineApproval } from '../approvals/decline-approval.ts';
import { addDevice } from './add-device.ts';
import { listDevices } from './list-devices.ts';
import { readPushKey } from './read-push-key.ts';
import { removeDevice } from './remove-device.ts';
import { signOutDevice } from './sign-out-device.ts';

onSampledEngines('devices and their pushes', (db) => {
  const tests = approvalTests(db, {});
  const { activatePasskey, ask, clock, key } = tests;
  let service: Awaited<ReturnType<typeof startPushService>>;
  let member: Approver;
  beforeAll(async () => {
    service = await startPushService();
    await db().query(
      `update institutions set settings = settings || '{"pushServices": ["push.example"]}'::jsonb where id = $1`,
      [key(0).institutionId],
    );
    member = await activatePasskey(0);
  });
  afterAll(async () => service[Symbol.asyncDispose]());
  const label = 'Ann’s iPhone';
  const add = async ({ browser }: Approver) =>
    browser.do(addDevice, { ...service.subscribe(), label });
  const devices = async ({ browser }: Approver) => (await browser.do(listDevices, {})).devices;
  const run = async () =>
    runJobs({
      db: tests.recorded(),
      world: tests.service().world,
      keyring: tests.service().fixture.keyring,
      post: service.post,
    });
  const pausesOver = async () => endPauses(db());
  const pauses = async () => {
    const rows = await db().query<{ seconds: number }>(
      `select extract(epoch from start_after - now())::float8 as seconds from jobs.job
        where data ->> 'job' = 'push-device' and state in ('created', 'retry')`,
    );
    return rows.map(({ seconds }) => seconds);
  };

  it('have one key of the institution, also when two processes make it at once', async () => {
    const { world, fixture } = tests.service();
    const context = { world, keyring: fixture.keyring };
    const made = await Promise.all(
      [1, 2, 3].map(async () => pushKeysOf(db(), context, key(0).institutionId)),
    );
    const { key: shown } = await member.browser.do(readPushKey, {});
    expect(
      new Set(made.map(({ publicKey }) => Buffer.from(publicKey).toString('base64url'))),
    ).toEqual(new Set([shown]));
    expect(Buffer.from(shown, 'base64url')).toHaveLength(65);
    const [row] = await db().query<{ sealed: Uint8Array }>('select sealed from push_keys');
    const secret = made[0]?.privateKey.export({ format: 'jwk' }).d ?? '';
    expect(Buffer.from(present(row, 'it is there').sealed).toString()).not.toContain(secret);
  });

  it('are listed with their sessions, named once, and end on request', async () => {
    const one = await activatePasskey(1);
    const other = tests.visitor({ device: 'Mozilla/5.0 (iPad)' });
    await tests.passkeySignIn(other, one.authenticator);
    const { id } = await one.browser.do(addDevice, { ...service.subscribe(), label });
    const listed = await devices(one);
    expect(listed).toHaveLength(2);
    expect(listed.find(({ push }) => push)).toMatchObject({ id, label, current: true });
    const tablet = present(
      listed.find(({ push }) => !push),
      'it is listed',
    );
    expect(tablet).toMatchObject({
      label: 'Mozilla/5.0 (iPad)',
      signedIn: true,
      current: false,
    });
    // The same browser again is the same device, with a new name.
    const subscription = service.subscribe();
    const again = await one.browser.do(addDevice, { ...subscription, label: 'A' });
    expect(await one.browser.do(addDevice, { ...subscription, label: 'B' })).toEqual(again);
    await one.browser.do(removeDevice, { id: again.id });
    expect(await one.browser.refusal(removeDevice, { id: again.id })).toBe('not_found');
    // One device signs the other out, and others’ devices are not there.
    expect(await member.browser.refusal(signOutDevice, { id: tablet.id })).toBe('not_found');
    expect(await member.browser.refusal(removeDevice, { id })).toBe('not_found');
    await one.browser.do(signOutDevice, { id: tablet.id });
    expect(await other.refusal(readSession, {})).toBe('sign_in_first');
    expect(await devices(one)).toMatchObject([{ id, current: true }]);
    // Its own sign-out ends its pushes, too.
    await one.browser.do(signOutDevice, { id });
    expect(await one.browser.refusal(listDevices, {})).toBe('sign_in_first');
    expect(await db().query('select 1 from push_devices where id = $1', [id])).toEqual([]);
  });

  it.each([
    [{ endpoint: 'http://push.example/a' }, 'push_service_unknown'],
    [{ endpoint: 'https://127.0.0.1/a' }, 'push_service_unknown'],
    [{ endpoint: 'https://elsewhere.example/a' }, 'push_service_unknown'],
    [{ p256dh: 'AAAA' }, 'push_keys_malformed'],
    [{ p256dh: Buffer.alloc(65, 4).toString('base64url') }, 'push_keys_malformed'],
    [{ auth: 'AAAA' }, 'push_keys_malformed'],
    [{ auth: 'ä' }, 'input_invalid'],
    [{ label: '' }, 'input_invalid'],
    [{ more: 1 }, 'input_invalid'],
  ])('are not added with %j', async (wrong, refusal) => {
    const given = { ...service.subscribe(), label, ...wrong };
    expect(await member.browser.refusal(addDevice, given)).toBe(refusal);
  });

  it('hear that a transfer waits, in the member’s language, and nothing else', async () => {
    await setLanguages(tests.recorded(), key(0).institutionId, new Map([[key(0).memberId, 'es']]));
    await add(member);
    const { id } = await ask(0, member.browser, '#trans 120 7 0');
    await run();
    expect(service.faults).toEqual([]);
    expect(service.received).toHaveLength(1);
    const { payload, headers, claims } = present(service.received[0], 'it came');
    expect(payload).toEqual({
      web_push: 8030,
      notification: {
        title: 'Algo espera su aprobación',
        lang: 'es',
        navigate: 'https://bank.example/app/approvals',
        tag: 'approval',
        app_badge: '1',
      },
      app_badge: 1,
    });
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: '14400',
      urgency: 'high',
      topic: 'approval',
    });
    expect(claims).toEqual({
      aud: 'https://push.example',
      sub: 'https://bank.example',
      exp: Math.floor(clock.now().epochMilliseconds / 1000) + 12 * 60 * 60,
    });
    await member.browser.do(declineApproval, { id });
  });

  it('hear nothing of what was decided meanwhile', async () => {
    service.received.length = 0;
    const { id } = await ask(0, member.browser, '#trans 121 7 0');
    await member.browser.do(declineApproval, { id });
    await run();
    expect(service.received).toEqual([]);
  });

  it.each([404, 410])('are removed when the push service answers %i', async (status) => {
    await add(member);
    const before = (await devices(member)).filter(({ push }) => push).length;
    service.received.length = 0;
    service.answers.push({ status });
    const { id } = await ask(0, member.browser, '#trans 122 7 0');
    await run();
    expect((await devices(member)).filter(({ push }) => push)).toHaveLength(before - 1);
    expect(service.received).toHaveLength(before - 1);
    await member.browser.do(declineApproval, { id });
  });

  it('are tried again when the push service says, and then no more than six times', async () => {
    service.received.length = 0;
    service.answers.length = 0;
    service.answers.push({ status: 429, retryAfter: '120' });
    const { id } = await ask(0, member.browser, '#trans 123 7 0');
    await run();
    expect(service.received).toEqual([]);
    const [pause = 0] = await pauses();
    expect(pause).toBeGreaterThan(60);
    expect(pause).toBeLessThanOrEqual(121);
    await pausesOver();
    await run();
    expect(service.received).toHaveLength(1);
    await member.browser.do(declineApproval, { id });
    // A push service that is down for long.
    service.received.length = 0;
    service.answers.push(...Array.from({ length: 6 }, () => ({ status: 503 })));
    const { id: other } = await ask(0, member.browser, '#trans 124 7 0');
    for (let tries = 0; tries < 8; tries += 1) {
      await pausesOver();
      await run();
    }
    expect(service.answers).toEqual([]);
    expect(service.received).toEqual([]);
    expect(await pauses()).toEqual([]);
    expect((await devices(member)).some(({ push }) => push)).toBe(true);
    await member.browser.do(declineApproval, { id: other });
  });

  it('stay when the push service refuses us', async () => {
    service.received.length = 0;
    service.answers.push({ status: 403 });
    const { id } = await ask(0, member.browser, '#trans 125 7 0');
    await run();
    expect(await pauses()).toEqual([]);
    expect((await devices(member)).some(({ push }) => push)).toBe(true);
    await member.browser.do(declineApproval, { id });
  });
});
