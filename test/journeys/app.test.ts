import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { changeCode } from '../../src/members/codes.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { fallBackLate } from '../../src/messages/sending/fallback.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { openAppWorld, type AppDevice, type AppWorld } from '../support/app-world.ts';
import { readEvents } from '../support/event-reader.ts';

onGuardedEngines('the app', (db) => {
  let app: AppWorld;
  beforeAll(async () => {
    app = await openAppWorld(db(), { people: 14 });
  });
  afterAll(async () => app[Symbol.asyncDispose]());

  /** A device of a member whose conversation is open, after its welcome. */
  const opened = async (person: number, rights?: 'may move money'): Promise<AppDevice> => {
    const device = await app.device(person);
    const { body } = await device.post('address');
    if (rights)
      await db().query(
        'update addresses set may_move_money = true where institution_id = $1 and id = $2',
        [app.service.fixture.institution.id, body['addressId']],
      );
    await app.dispatcher.drain();
    return device;
  };
  const last = async (device: AppDevice) => present((await device.texts()).at(-1), 'there is one');

  it('opens once, answers with the code, lists, and notes how far was read', async () => {
    const phone = await app.device(0);
    expect((await phone.get('messages')).body).toMatchObject({ code: 'app_not_opened' });
    expect(
      (await phone.post('messages', { id: app.service.world.ids.next(), text: '#bal' })).body,
    ).toMatchObject({
      code: 'app_not_opened',
    });
    expect((await phone.post('read', { place: 1 })).body).toMatchObject({ code: 'app_not_opened' });
    const both = await Promise.all([phone.post('address'), phone.post('address')]);
    expect(both.filter(({ body }) => body['isNew'] === true)).toHaveLength(1);
    expect(both[0].body['addressId']).toBe(both[1].body['addressId']);
    await app.dispatcher.drain();
    const said = await phone.say('#bal 7');
    expect(said).toMatchObject({
      status: 200,
      body: { place: 2, repeated: false, tooLate: false, stopped: false },
    });
    const { body } = await phone.get('messages');
    expect(body).toMatchObject({ readPlace: 0, more: false, stopped: false });
    expect(body['messages']).toMatchObject([
      { place: 1, direction: 'out', clientId: null, asks: false },
      { place: 2, direction: 'in', text: '#bal 7' },
      {
        place: 3,
        direction: 'out',
        text: expect.stringMatching(
          /^Checking 7: \$1,000\.00 available now, 10:42am\. [A-Z0-9]{6}$/,
        ),
      },
    ]);
    expect(await phone.post('read', { place: 2 })).toMatchObject({ body: { readPlace: 2 } });
    expect(await phone.post('read', { place: 1 })).toMatchObject({ body: { readPlace: 2 } });
    expect(await phone.post('read', { place: 99 })).toMatchObject({ body: { readPlace: 3 } });
  });

  it('tells a device live what another wrote, what we answered, and how far was read', async () => {
    const [phone, tablet] = [await opened(1), await app.device(1)];
    const events = readEvents(await tablet.events('?after=0'));
    expect(await events.nextOf('message')).toMatchObject({ id: '1', data: { place: 1 } });
    await phone.say('#bal 7');
    expect(await events.nextOf('message')).toMatchObject({ id: '2', data: { text: '#bal 7' } });
    expect(await events.nextOf('message')).toMatchObject({ id: '3', data: { direction: 'out' } });
    await phone.post('read', { place: 3 });
    expect(await events.nextOf('read')).toMatchObject({ id: undefined, data: { readPlace: 3 } });
    await events.cancel();
    // The browser connects again and says what it got last.
    await phone.say('#hist');
    const again = readEvents(await tablet.events('?after=1', { 'last-event-id': '3' }));
    expect(await again.nextOf('message')).toMatchObject({ id: '4', data: { text: '#hist' } });
    expect(await again.nextOf('message')).toMatchObject({ id: '5' });
    expect(await again.nextOf('read')).toMatchObject({ data: { readPlace: 3 } });
    await again.cancel();
  });

  it('keeps the code with which each message left', async () => {
    const phone = await opened(2);
    await phone.say('#bal 7');
    const before = await last(phone);
    const [address] = await db().query<{ id: string }>(
      `select id from addresses where institution_id = $1 and member_id = $2 and channel = 'app'`,
      [app.service.fixture.institution.id, app.service.fixture.members[2]?.id],
    );
    const { fixture, world } = app.service;
    const changed = await db().transaction(async (tx) =>
      changeCode(
        tx,
        { keyring: fixture.keyring, world },
        { institutionId: fixture.institution.id, addressId: address?.id ?? '', chosen: 'NEW2CD' },
      ),
    );
    expect(changed).toMatchObject({ code: 'NEW2CD' });
    await phone.say('#bal 7');
    const texts = await phone.texts();
    expect(texts).toContain(before);
    expect(texts.at(-1)).toMatch(/ NEW2CD$/);
    expect(before).not.toMatch(/NEW2CD/);
  });

  it('moves money at once, asks where policy wants it, and shows what still waits', async () => {
    const phone = await opened(3);
    await phone.say('#trans 50 7 0');
    expect(await last(phone)).not.toMatch(/^Moved/);
    const mover = await opened(3, 'may move money');
    await mover.say('#trans 50 7 0');
    expect(await last(mover)).toMatch(/^Moved \$50\.00/);
    await mover.say('#trans 50 7 0');
    const asking = await mover.get('messages');
    const code = /OK (\d{4})/.exec(await last(mover))?.[1];
    const asks = (body: Record<string, unknown>) =>
      z
        .array(z.object({ asks: z.boolean() }))
        .parse(body['messages'])
        .filter((one) => one.asks).length;
    expect(asks(asking.body)).toBe(1);
    await mover.say(`OK ${code}`);
    expect(await last(mover)).toMatch(/^Moved \$50\.00/);
    expect(asks((await mover.get('messages')).body)).toBe(0);
  });

  it('moves no money for what waited offline, and says so, once', async () => {
    const phone = await opened(4, 'may move money');
    const id = app.service.world.ids.next();
    const order = { id, text: '#trans 50 7 0', offline: true };
    const first = await phone.post('messages', order);
    expect(first).toMatchObject({ status: 200, body: { tooLate: true, repeated: false } });
    await app.dispatcher.drain();
    expect(await last(phone)).toMatch(/too late|nothing (?:has )?moved|again/i);
    expect((await phone.post('messages', { ...order, offline: false })).body).toEqual({
      ...first.body,
      repeated: true,
    });
    // An OK that waited moves nothing either.
    await phone.say('#trans 20 7 0');
    await phone.say('#trans 20 7 0');
    const code = /OK (\d{4})/.exec(await last(phone))?.[1];
    expect((await phone.say(`OK ${code}`, { offline: true })).body).toMatchObject({
      tooLate: true,
    });
    // What moves no money is answered as usual.
    expect((await phone.say('#bal 7', { offline: true })).body).toMatchObject({ tooLate: false });
    expect(await last(phone)).toMatch(/^Checking 7: \$980\.00/);
    // A device may not know how old its message is. Then its id does.
    const { world, clock } = app.service;
    const old = { id: world.ids.next(), text: '#trans 30 7 0' };
    clock.advance({ minutes: 11 });
    expect((await phone.post('messages', old)).body).toMatchObject({ tooLate: true });
  });

  it('is silent after STOP until START, which must not have waited offline', async () => {
    const phone = await opened(5);
    await phone.say('STOP');
    const stopped = await phone.texts();
    expect((await phone.say('#bal 7')).body).toMatchObject({ stopped: true });
    expect((await phone.get('messages')).body).toMatchObject({ stopped: true });
    expect((await phone.say('START', { offline: true })).body).toMatchObject({ stopped: true });
    expect((await phone.texts()).filter((text) => !/^(?:#bal 7|START)$/.test(text))).toEqual(
      stopped,
    );
    expect((await phone.say('START')).body).toMatchObject({ stopped: false });
    await phone.say('#bal 7');
    expect(await last(phone)).toMatch(/^Checking 7: \$1,000\.00/);
  });

  it('keeps conversation and STOP when its address is removed and opened again', async () => {
    const phone = await opened(6);
    await phone.say('#bal 7');
    await phone.say('STOP');
    const before = await phone.texts();
    const { fixture } = app.service;
    await db().query(
      `update addresses set state = 'removed' where institution_id = $1 and member_id = $2 and channel = 'app'`,
      [fixture.institution.id, fixture.members[6]?.id],
    );
    expect((await phone.say('#bal 7')).body).toMatchObject({ code: 'app_not_opened' });
    expect((await phone.post('address')).body).toMatchObject({ isNew: true });
    await app.dispatcher.drain();
    // The welcome stays back, since STOP is in force.
    expect(await phone.texts()).toEqual(before);
    await phone.say('START');
    await phone.say('#bal 7');
    expect((await phone.texts()).slice(0, before.length)).toEqual(before);
  });

  it('ends the stream with the session, by signing out and by time', async () => {
    const [phone, tablet] = [await opened(7), await app.device(7)];
    const events = readEvents(await tablet.events('?after=0'));
    await events.nextOf('message');
    await db().query('delete from sessions where institution_id = $1 and id = $2', [
      app.service.fixture.institution.id,
      tablet.sessionId,
    ]);
    await phone.say('#bal 7');
    expect(await events.nextOf('message')).toBeUndefined();
    expect((await tablet.events('?after=0')).status).toBe(401);
    const idle = readEvents(await phone.events());
    expect(await idle.nextOf('stopped')).toBeDefined();
    app.service.clock.advance({ minutes: 15 });
    // Nothing wakes it: the watch over all streams sees it.
    expect(await idle.next()).toBeUndefined();
  });

  const id = '01926a00-0000-7000-8000-000000000001';
  it.each([
    ['no id', { text: '#bal' }],
    ['an id that is none', { id: 'no-uuid', text: '#bal' }],
    ['an id without a time', { id: '9b2e1f7a-3c4d-4e5f-8a6b-7c8d9e0f1a2b', text: '#bal' }],
    ['no text', { id }],
    ['an empty text', { id, text: '' }],
    ['a text that is too long', { id, text: 'x'.repeat(4_001) }],
    ['a number as text', { id, text: 7 }],
    ['a word for yes or no', { id, text: '#bal', offline: 'no' }],
    ['a field that is none', { id, text: '#bal', channel: 'x' }],
  ])('refuses %s and takes nothing', async (_what, body) => {
    const phone = await opened(8);
    const before = await phone.texts();
    const { status, body: answer } = await phone.post('messages', body);
    expect([status, answer['code']]).toEqual([422, 'input_invalid']);
    expect(Object.values(Object(answer['errors'])).join()).toMatch(/\w+ \w+/);
    expect(await phone.texts()).toEqual(before);
  });

  it.each(['?after=-1', '?after=1e3', '?after=99999999999999999999', '?after=x', '?before=0x1'])(
    'refuses the place %s',
    async (query) => {
      const phone = await opened(8);
      expect((await phone.get(`messages${query}`)).body).toMatchObject({ code: 'input_invalid' });
      if (query.startsWith('?after')) expect((await phone.events(query)).status).toBe(422);
    },
  );

  it('lets a member have ten streams, and no more until one is closed', async () => {
    const phone = await opened(8);
    const responses = await Promise.all(Array.from({ length: 10 }, async () => phone.events()));
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
    const refused = await phone.events();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({ code: 'streams_spent' });
    await responses[0]?.body?.cancel();
    const again = await phone.events();
    expect(again.status).toBe(200);
    for (const { body } of [...responses.slice(1), again]) await body?.cancel();
  });

  it('starts at the last message where a place was never given', async () => {
    const phone = await opened(8);
    const events = readEvents(await phone.events('?after=999999999'));
    await phone.say('#bal 7');
    expect(await events.nextOf('message')).toMatchObject({ data: { text: '#bal 7' } });
    await events.cancel();
  });

  it('answers a flood with when to try again', async () => {
    const phone = await opened(8);
    const flood = await Promise.all(
      Array.from({ length: 80 }, async () => phone.post('messages', { text: '#bal' })),
    );
    const statuses = flood.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([422, 429]));
    expect(flood.find(({ status }) => status === 429)?.body).toMatchObject({ code: 'too_many' });
    app.service.clock.advance({ minutes: 2 });
  });

  it('gets an answer that X could not send in time, with the app’s own code', async () => {
    const phone = await opened(0);
    await phone.say('#bal 7');
    const code = (await last(phone)).slice(-6);
    await app.service.say(0, '#bal 0');
    app.service.clock.advance({ minutes: 6 });
    const { fixture, world } = app.service;
    const options = {
      institutionId: fixture.institution.id,
      from: 'x' as const,
      to: ['app' as const],
      told: (text: string) => `On X: ${text}`,
    };
    await fallBackLate(
      { db: db(), world, keyring: fixture.keyring, metrics: silentMetrics },
      options,
    );
    await app.dispatcher.drain();
    expect(await last(phone)).toMatch(/^On X: Savings 0: \$500\.00/);
    expect((await last(phone)).slice(-6)).toBe(code);
  });

  it('shows only what the record vouches for, and goes on behind it', async () => {
    const phone = await opened(9);
    await phone.say('#bal 7');
    const institutionId = app.service.fixture.institution.id;
    const forge = `update outbound set text = 'Call 555-0100 and tell us your PIN.'
      where institution_id = $1 and id = (select outbound_id from hosted_messages h join addresses a
        on a.institution_id = $1 and a.conversation_id = h.conversation_id
        where h.institution_id = $1 and a.member_id = $2 and h.place = 3)`;
    await db().query(forge, [institutionId, app.service.fixture.members[9]?.id]);
    expect((await phone.texts()).join()).not.toContain('PIN');
    expect((await phone.get('messages?after=2')).body).toMatchObject({
      messages: [],
      through: 3,
      more: false,
    });
    const events = readEvents(await phone.events('?after=2'));
    await phone.say('#hist');
    expect(await events.nextOf('message')).toMatchObject({ id: '4' });
    await events.cancel();
  });

  it('shows a member nothing of another, whatever the place table says', async () => {
    const [one, other] = [await opened(10), await opened(11)];
    await one.say('#bal 7');
    // Whoever writes this table puts a foreign message into a conversation.
    await db().query(
      `with mine as (select conversation_id as id from addresses where institution_id = $1 and member_id = $2 and channel = 'app'),
          moved as (delete from hosted_messages where institution_id = $1 and place = 3
            and conversation_id = (select conversation_id from addresses where institution_id = $1 and member_id = $3 and channel = 'app')
            returning outbound_id)
        insert into hosted_messages (institution_id, conversation_id, place, outbound_id, placed_at)
          select $1, mine.id, 9, moved.outbound_id, now() from mine, moved`,
      [
        app.service.fixture.institution.id,
        app.service.fixture.members[11]?.id,
        app.service.fixture.members[10]?.id,
      ],
    );
    const { body } = await other.get('messages?after=1');
    expect(body).toMatchObject({ messages: [], through: 9 });
  });

  it('refuses what a device means for another address', async () => {
    const [one, other] = [await opened(12), await opened(13)];
    const addressOf = async (device: AppDevice) =>
      String((await device.get('address')).body['addressId']);
    const [own, foreign] = [await addressOf(one), await addressOf(other)];
    const before = await one.texts();
    const refused = { status: 409, body: { code: 'app_address_other' } };
    expect(await one.say('#trans 50 7 0', { addressId: foreign })).toMatchObject(refused);
    expect(await one.get(`messages?addressId=${foreign}`)).toMatchObject(refused);
    expect(await one.post('read', { place: 1, addressId: foreign })).toMatchObject(refused);
    expect((await one.events(`?addressId=${foreign}`)).status).toBe(409);
    expect(await one.texts()).toEqual(before);
    expect(await one.say('#bal 7', { addressId: own })).toMatchObject({ status: 200 });
    expect(await one.get(`messages?addressId=${own}`)).toMatchObject({ status: 200 });
    const events = await one.events(`?addressId=${own}`);
    expect(events.status).toBe(200);
    await readEvents(events).cancel();
  });
});
