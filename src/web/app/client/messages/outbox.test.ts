import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppPage, type AppPage } from '../../../../../test/support/app-page.ts';
import type * as Session from '../session.ts';
import { isOld } from './age.ts';
import type * as Outbox from './outbox.ts';

const address = '0193aaaa-0000-7000-8000-000000000001';

describe('the outbox', () => {
  let page: AppPage;
  let outbox: typeof Outbox;
  let session: (typeof Session)['session'];
  beforeEach(async () => {
    page = openAppPage();
    outbox = await import('./outbox.ts');
    ({ session } = await import('../session.ts'));
    session.value = 'in';
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const taken = [200, { place: 1, repeated: false, tooLate: false, stopped: false }] as const;
  const sent = () => page.calls.map(({ body }) => [body['text'], body['offline']]);

  it('sends at once what was just written, as fresh', async () => {
    page.answer = () => taken;
    outbox.write('#trans 50 7 0', address);
    await outbox.flush(address);
    expect(sent()).toEqual([['#trans 50 7 0', false]]);
  });

  it.each([
    ['the session ended', [401, { code: 'sign_in_first' }]],
    ['there were too many', [429, { code: 'too_many_requests' }]],
    ['the server failed', [503, {}]],
    ['nobody answered', undefined],
  ] as const)('is late with what waited because %s, and with all behind it', async (_, answer) => {
    page.answer = () => answer;
    outbox.write('#trans 50 7 0', address);
    outbox.write('#trans 20 7 0', address);
    await outbox.flush(address);
    session.value = 'in';
    page.answer = () => taken;
    await outbox.flush(address);
    expect(sent()).toEqual([
      ['#trans 50 7 0', false],
      ['#trans 50 7 0', true],
      ['#trans 20 7 0', true],
    ]);
    // The same id each time, so the server takes it once.
    expect(new Set(page.calls.slice(0, 2).map(({ body }) => body['id'])).size).toBe(1);
  });

  it.each([-6 * 60 * 60_000, 15 * 60_000])(
    'makes ids of the server’s time, by which it is %d ms ahead of the phone',
    async (ahead) => {
      page.ahead = ahead;
      page.answer = () => taken;
      outbox.write('#bal', address);
      await outbox.flush(address);
      page.clock.now += 5_000;
      outbox.write('#trans 50 7 0', address);
      await outbox.flush(address);
      const id = String(page.calls[1]?.body['id']).replaceAll('-', '');
      const madeAt = Number.parseInt(id.slice(0, 12), 16);
      expect(Math.abs(madeAt - (page.clock.now + ahead))).toBeLessThan(1_000);
      expect(sent()[1]).toEqual(['#trans 50 7 0', false]);
    },
  );

  it.each(['now', 'steady'] as const)('is late with what lay for hours, by %s', async (which) => {
    outbox.write('#trans 50 7 0', address);
    page.clock[which] += 3 * 60 * 60_000;
    page.answer = () => taken;
    await outbox.flush(address);
    expect(sent()).toEqual([['#trans 50 7 0', true]]);
  });

  it('is late with a refused one that the member sends again after hours', async () => {
    page.answer = () => [422, { code: 'input_invalid', detail: 'No.' }];
    outbox.write('#trans 50 7 0', address);
    await outbox.flush(address);
    page.clock.now += 3 * 60 * 60_000;
    page.answer = () => taken;
    outbox.retry(String(page.calls[0]?.body['id']));
    await outbox.flush(address);
    expect(sent()[1]).toEqual(['#trans 50 7 0', true]);
  });
});

it('age: a minute, by both clocks; never with a clock that went back or an unknown time', () => {
  const written = { clock: 1_000_000, steady: 1_000 };
  const later = (clock: number, steady = clock) => ({
    clock: written.clock + clock,
    steady: written.steady + steady,
  });
  expect([0, 59_000, 60_000].map((ms) => isOld(written, later(ms)))).toEqual([false, false, false]);
  expect(isOld(written, later(60_001, 10))).toBe(true);
  expect(isOld(written, later(10, 60_001))).toBe(true);
  expect(isOld(written, later(-1, 10))).toBe(true);
  expect(isOld(undefined, later(0))).toBe(true);
});
