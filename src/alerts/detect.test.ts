import { describe, expect, it } from 'vitest';
import { detect, type Watch } from './detect.ts';
import type { MovedAccount } from './moved-account.ts';

const now = Temporal.Instant.from('2026-11-23T16:42:00Z');
const today = Temporal.PlainDate.from('2026-11-23');

const watching = (more: Partial<Watch>): Watch => ({
  ruleId: 'r',
  memberId: 'm',
  kind: 'low',
  accountId: 'a',
  amount: 100_00n,
  setAt: now.subtract({ hours: 48 }),
  zone: 'America/Chicago',
  firedAt: null,
  ...more,
});

const moving = (more: Partial<MovedAccount>): MovedAccount => ({
  accountId: 'a',
  before: 0n,
  after: 0n,
  entries: [],
  holds: [],
  ...more,
});

const entry = (amount: bigint, kind = 'deposit', effectiveOn = today) => ({
  sequence: 7n,
  amount,
  kind,
  description: 'ACME',
  checkNumber: kind === 'check' ? '1042' : null,
  effectiveOn,
});

const run = (watch: Watch, account: MovedAccount, isHistory = false) =>
  detect([watch], new Map([[account.accountId, account]]), { batchId: 'b', now, isHistory });

describe('a rule for a low balance', () => {
  it.each<[string, Partial<MovedAccount>, Partial<Watch>, 'fired' | 'recovered' | 'nothing']>([
    ['falls below', { before: 100_00n, after: 99_99n }, {}, 'fired'],
    ['falls to the limit', { before: 150_00n, after: 100_00n }, {}, 'nothing'],
    ['was below', { before: 99_99n, after: 10_00n }, {}, 'nothing'],
    ['rises', { before: 10_00n, after: 500_00n }, {}, 'nothing'],
    ['falls below zero', { before: 100_00n, after: -5_00n }, {}, 'fired'],
    [
      'fired an hour ago and only came back to the limit',
      { before: 105_00n, after: 95_00n },
      { firedAt: now.subtract({ hours: 1 }) },
      'nothing',
    ],
    [
      'fired a day ago',
      { before: 105_00n, after: 95_00n },
      { firedAt: now.subtract({ hours: 24 }) },
      'fired',
    ],
    [
      'recovers by a tenth',
      { before: 50_00n, after: 110_00n },
      { firedAt: now.subtract({ hours: 1 }) },
      'nothing',
    ],
    [
      'recovers by more than a tenth',
      { before: 50_00n, after: 110_01n },
      { firedAt: now.subtract({ hours: 1 }) },
      'recovered',
    ],
  ])('where it %s', (_name, account, watch, expected) => {
    const { events, fired, recovered } = run(watching(watch), moving(account));
    expect({ fired: fired.length, recovered: recovered.length }).toEqual({
      fired: Number(expected === 'fired'),
      recovered: Number(expected === 'recovered'),
    });
    expect(events.map(({ cause }) => cause)).toEqual(expected === 'fired' ? ['low b/a'] : []);
  });
});

describe('a rule for entries and holds', () => {
  it.each<[Watch['kind'], bigint | null, ReturnType<typeof entry>, boolean]>([
    ['deposit', 500_00n, entry(500_00n), true],
    ['deposit', 500_00n, entry(499_99n), false],
    ['deposit', 500_00n, entry(-600_00n, 'withdrawal'), false],
    ['withdrawal', 200_00n, entry(-200_00n, 'card'), true],
    ['withdrawal', 200_00n, entry(-199_99n, 'card'), false],
    ['withdrawal', 200_00n, entry(300_00n), false],
    ['check', null, entry(-45_00n, 'check'), true],
    ['check', null, entry(45_00n, 'check'), false],
    ['check', null, entry(-45_00n, 'card'), false],
    ['pay', null, entry(812_40n), true],
    ['pay', null, entry(812_40n, 'transfer'), false],
    ['hold', null, entry(-45_00n, 'card'), false],
  ])('of kind %s (%s) looks at amount and kind', (kind, amount, one, fires) => {
    const { events } = run(watching({ kind, amount }), moving({ entries: [one] }));
    expect(events.map(({ cause }) => cause)).toEqual(fires ? ['entry a/7'] : []);
  });

  it('fires once for each hold', () => {
    const holds = [
      { id: 'h1', amount: 50_00n, description: 'SHELL' },
      { id: 'h2', amount: 20_00n, description: 'AMZN' },
    ];
    const { events } = run(watching({ kind: 'hold', amount: null }), moving({ holds }));
    expect(events.map(({ cause }) => cause)).toEqual(['hold h1', 'hold h2']);
  });

  it('of an import counts only what is newer than the rule', () => {
    const old = entry(600_00n, 'deposit', today.subtract({ days: 30 }));
    const watch = watching({ kind: 'deposit', amount: 500_00n });
    expect(run(watch, moving({ entries: [old] }), true).events).toEqual([]);
    expect(run(watch, moving({ entries: [entry(600_00n)] }), true).events).toHaveLength(1);
    // It was the evening of the day before in Chicago, and that day counts whole.
    const setAt = Temporal.Instant.from('2026-11-23T02:00:00Z');
    const firesOn = (zone: string, day: number) =>
      run(
        { ...watch, setAt, zone },
        moving({ entries: [entry(600_00n, 'deposit', today.with({ day }))] }),
        true,
      ).events.length;
    expect(['America/Chicago', 'UTC'].map((zone) => firesOn(zone, 22))).toEqual([1, 0]);
    expect(['America/Chicago', 'UTC'].map((zone) => firesOn(zone, 21))).toEqual([0, 0]);
    const fell = { before: 500_00n, after: 10_00n };
    expect(run(watching({}), moving({ ...fell, entries: [old] }), true).events).toEqual([]);
    expect(
      run(watching({}), moving({ ...fell, entries: [entry(-5n, 'card')] }), true).events,
    ).toHaveLength(1);
  });
});
