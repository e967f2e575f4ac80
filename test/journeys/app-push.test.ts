import { afterAll, beforeAll, expect, it } from 'vitest';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { openAppWorld, type AppWorld } from '../support/app-world.ts';
import { startPushService } from '../support/push-service.ts';
import { endPauses, runJobs } from '../support/run-jobs.ts';

onGuardedEngines('a message in the app', (db) => {
  let app: AppWorld;
  let service: Awaited<ReturnType<typeof startPushService>>;
  beforeAll(async () => {
    app = await openAppWorld(db(), { people: 2, settings: { pushServices: ['push.example'] } });
    service = await startPushService();
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });
  const run = async () => {
    const { world, fixture } = app.service;
    await endPauses(db());
    await runJobs({ db: db(), world, keyring: fixture.keyring, post: service.post });
  };

  it('is pushed to each device if nobody reads it, and says nothing of it', async () => {
    const phone = await app.device(0);
    await phone.post('devices', { ...service.subscribe(), label: 'Phone' });
    await phone.post('devices', { ...service.subscribe(), label: 'Tablet' });
    await phone.post('address');
    await app.dispatcher.drain();
    await phone.say('#bal 7');
    // Before its time it waits: the member may be looking at it.
    const [waiting] = await db().query<{ seconds: number; count: number }>(
      `select max(extract(epoch from start_after - created_on))::float8 as seconds, count(*)::int as count from jobs.job
        where data ->> 'job' = 'push-member' and state = 'created'`,
    );
    expect(waiting).toMatchObject({ count: 1, seconds: expect.closeTo(5, 0) });
    await run();
    expect(service.faults).toEqual([]);
    expect(service.received).toHaveLength(2);
    expect(service.received.map(({ payload }) => payload)).toEqual(
      Array.from({ length: 2 }, () => ({
        web_push: 8030,
        notification: {
          title: 'You have a new message',
          lang: 'en',
          navigate: 'https://bank.example/app',
          tag: 'message',
          // The welcome and the balance.
          app_badge: '2',
        },
        app_badge: 2,
      })),
    );
    // Nothing new, no push.
    await run();
    expect(service.received).toHaveLength(2);
  });

  it('is not pushed once it was read, nor to a member without devices', async () => {
    service.received.length = 0;
    const phone = await app.device(0);
    await phone.say('#bal 0');
    await phone.post('read', { place: 99 });
    const other = await app.device(1);
    await other.post('address');
    await app.dispatcher.drain();
    await run();
    expect(service.received).toEqual([]);
  });
});
