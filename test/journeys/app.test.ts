import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../support/engines.ts';
import { openAppWorld, type AppWorld } from '../support/app-world.ts';
import { readEvents } from '../support/event-reader.ts';

onBothEngines('the app', (db) => {
  let app: AppWorld;
  beforeAll(async () => {
    app = await openAppWorld(db());
  });
  afterAll(async () => app[Symbol.asyncDispose]());

  it('opens, answers with the code, lists and is read', async () => {
    const phone = await app.device(0);
    expect((await phone.get('messages')).body).toMatchObject({ code: 'app_not_opened' });
    expect(await phone.post('address')).toMatchObject({
      status: 200,
      body: { opened: true, isNew: true },
    });
    expect(await phone.post('address')).toMatchObject({
      status: 200,
      body: { opened: true, isNew: false },
    });
    await app.dispatcher.drain();
    const said = await phone.say('#bal 7');
    expect(said).toMatchObject({
      status: 200,
      body: { place: 2, repeated: false, tooLate: false },
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
    const [phone, tablet] = [await app.device(1), await app.device(1)];
    await phone.post('address');
    await app.dispatcher.drain();
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
    await again.cancel();
  });
});
