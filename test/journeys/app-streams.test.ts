import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKeyring } from '../../src/kernel/keyring.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createAppStream } from '../../src/web/api/events/app-stream.ts';
import { appOver, openAppWorld, type AppDevice, type AppWorld } from '../support/app-world.ts';
import { onBothEngines } from '../support/engines.ts';
import { readEvents } from '../support/event-reader.ts';
import { testKeys } from '../support/fixture.ts';
import { memberRequest } from '../support/member-request.ts';

onBothEngines('reading the conversation of the app', (db) => {
  let app: AppWorld;
  beforeAll(async () => {
    app = await openAppWorld(db(), { people: 2 });
  });
  afterAll(async () => app[Symbol.asyncDispose]());

  const opened = async (person: number): Promise<AppDevice> => {
    const device = await app.device(person);
    await device.post('address');
    await app.dispatcher.drain();
    return device;
  };

  it('knows that it has everything where the last places were pruned', async () => {
    const phone = await opened(0);
    await phone.say('#bal 7');
    const { fixture, world } = app.service;
    await db().query(
      `delete from hosted_messages h using addresses a where h.institution_id = $1 and h.place > 1
        and a.institution_id = $1 and a.conversation_id = h.conversation_id and a.member_id = $2`,
      [fixture.institution.id, fixture.members[0]?.id],
    );
    const request = await memberRequest({ db: db(), fixture, world }, 0, {
      session: { id: phone.sessionId },
    });
    const from = { place: 1n, readPlace: -1n };
    const stream = createAppStream(request, { from, pulseMilliseconds: 60_000 });
    await stream.next();
    await stream.next();
    // Else the watch wakes it each second, forever.
    expect(stream.sent().place).toBe(3n);
    stream.stop();
  });

  it('leaves a new message under an unknown key to a process that has the key', async () => {
    const phone = await opened(1);
    const { service } = app;
    const keys = [...testKeys(), { id: 99, key: seededRandom('a newer key').bytes(32) }];
    const keyring = createKeyring(keys, seededRandom('of a newer process'));
    const newer = appOver(db(), { ...service, fixture: { ...service.fixture, keyring } });
    const tablet = await newer.device(1);
    await tablet.say('#bal 7');
    expect((await tablet.get('messages?after=1')).body).toMatchObject({
      messages: [{ place: 2 }, { place: 3 }],
      through: 3,
      more: false,
    });
    expect((await phone.get('messages?after=1')).body).toMatchObject({
      messages: [],
      through: null,
      more: true,
    });
    expect((await phone.get('messages')).body).toMatchObject({ messages: [{ place: 1 }] });
    const events = readEvents(await phone.events('?after=0'));
    expect(await events.nextOf('message')).toMatchObject({ id: '1' });
    // It ends, so that the device connects again and may reach the other process.
    expect(await events.nextOf('message')).toBeUndefined();
    // A key that is unknown for so long was given up. What comes later is not held back by it.
    service.clock.advance({ minutes: 61 });
    expect((await (await app.device(1)).get('messages?after=1')).body).toMatchObject({
      messages: [],
      through: 3,
      more: false,
    });
    await newer[Symbol.asyncDispose]();
  });
});
