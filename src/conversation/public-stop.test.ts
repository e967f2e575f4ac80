import { expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { startService } from '../../test/support/service.ts';
import { read } from '../languages/reading.ts';
import { stopsInPublic } from './public-stop.ts';

const saysStop = (text: string) =>
  stopsInPublic(text, read(text, { handles: ['myvcu'], names: ['Vantage Credit Union'] }), 'myvcu');

it.each([
  '@myvcu STOP',
  '@MyVCU stop',
  'STOP @myvcu',
  'please stop @myvcu',
  '@myvcu stop messaging me',
  '@myvcu unsubscribe',
  '@myvcu STOP https://t.co/Ab12Cd34Ef',
  '@myvcu alto',
  '@myvcu no me manden más mensajes',
  '@myvcu arrêt',
  '@myvcu arrêtez de m’écrire',
])('a post stops: %s', (text) => {
  expect(saysStop(text)).toBe(true);
});

it.each([
  '@bob @myvcu stop',
  '@myvcu stop @bob',
  '@bob stop',
  'stop',
  'RT @myvcu: STOP',
  '"@myvcu STOP" is how you opt out',
  '@myvcu “STOP”',
  'how do i stop @myvcu?',
  'how do i stop @myvcu',
  '@myvcu stop?',
  '@myvcu stop charging fees',
  '@myvcu stop payment on check 1042',
  '@myvcu stop lying',
  '@myvcu cancel',
  '@myvcu end',
  '@myvcu quit',
  '@myvcu STOP HELP',
  '@myvcunot stop',
])('a post does not stop: %s', (text) => {
  expect(saysStop(text)).toBe(false);
});

onGuardedEngines('STOP in a public post', (db) => {
  it('is confirmed in private once, and holds until START', async () => {
    const service = await startService(db(), { people: 2 });
    const post = { public: true } as const;
    const stopped = await service.say(0, '@myvcu STOP', post);
    expect(stopped).toMatchObject({ outcome: 'stopped', text: expect.any(String) });
    for (const text of ['@myvcu STOP', '@myvcu #bal 7'])
      expect((await service.say(0, text, post)).text).toBeUndefined();
    expect((await service.say(0, '#bal 7')).text).toBeUndefined();
    expect((await service.say(0, '@myvcu START', post)).text).toBeUndefined();
    expect((await service.say(0, '#bal 7')).text).toBeUndefined();
    expect((await service.say(0, 'START')).text).toEqual(expect.any(String));
    expect((await service.say(0, '#bal 7')).text).toContain('1,000.00');
    const [held] = await db().query<{ queued: number }>(
      'select count(*)::int as queued from outbound where institution_id = $1',
      [service.fixture.institution.id],
    );
    expect(held).toEqual({ queued: 3 });
  });

  it('of a stranger is stored, and gets no answer', async () => {
    const service = await startService(db(), { people: 1 });
    const stranger = { address: '777' };
    expect((await service.say(0, '@myvcu arrêt', { ...stranger, public: true })).text).toBe(
      undefined,
    );
    expect((await service.say(0, 'hello', stranger)).text).toBeUndefined();
  });
});
