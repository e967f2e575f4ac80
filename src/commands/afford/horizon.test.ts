import { expect, it } from 'vitest';
import type { RecurringItem } from '../../shares/recurring/recurring-item.ts';
import { horizonOf } from './horizon.ts';

// A Tuesday.
const today = Temporal.PlainDate.from('2026-11-24');

const pay = (on: string): RecurringItem => ({
  direction: 'in',
  description: 'PAYROLL',
  kind: 'deposit',
  every: 'two weeks',
  evidence: [],
  expected: [{ on: Temporal.PlainDate.from(on), amount: 1n }],
});

it.each([
  ['weekday_5', '2026-11-27'],
  ['weekday_2', '2026-12-01'],
  ['weekend', '2026-11-28'],
  ['week_end', '2026-11-29'],
  ['month_end', '2026-11-30'],
  ['10d', '2026-12-04'],
  ['0d', '2026-11-24'],
  ['day_15', '2026-12-15'],
  ['day_24', '2026-11-24'],
  ['12-24', '2026-12-24'],
  // No further than we look, and no day that is none.
  ['99d', '2027-01-08'],
  ['2-30', '2026-12-08'],
  ['day_0', '2026-12-08'],
  [undefined, '2026-12-08'],
  ['payday', '2026-12-08'],
])('%s is %s', (said, day) => {
  expect(horizonOf(said, today, []).until.toString()).toBe(day);
});

it('is the next pay if no day was said', () => {
  const items = [pay('2026-12-11'), pay('2026-11-27')];
  for (const said of [undefined, 'payday'])
    expect(horizonOf(said, today, items)).toEqual({
      until: Temporal.PlainDate.from('2026-11-27'),
      isPayday: true,
    });
  // What is due today may have come already.
  expect(horizonOf(undefined, today, [pay('2026-11-24')]).isPayday).toBeUndefined();
});
