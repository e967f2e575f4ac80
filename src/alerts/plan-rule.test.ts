import { expect, it } from 'vitest';
import { alertsMax } from '../kernel/vocabulary/alert-kind.ts';
import { changedAlerts } from './changed-alerts.ts';
import { planRule } from './plan-rule.ts';
import { noAlerts, type NumberedRule } from './rule.ts';

const shares = [{ id: 'seen' }];

const rules = (count: number, shareId: string | null): NumberedRule[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    kind: 'check',
    shareId,
    amount: null,
    days: null,
    weekday: null,
  }));

const hold = { kind: 'hold', shareId: null, amount: null, days: null, weekday: null } as const;

it('counts rules that the member sees, and no others', () => {
  expect(planRule(rules(alertsMax, 'gone'), hold, shares)).toEqual({ plan: 'add', number: 21 });
  expect(planRule(rules(alertsMax, 'seen'), hold, shares)).toEqual({ plan: 'too_many' });
  expect(planRule(rules(alertsMax, null), hold, shares)).toEqual({ plan: 'too_many' });
});

it('gives no number that the database refuses', () => {
  expect(planRule(rules(99, 'gone'), hold, shares)).toEqual({ plan: 'too_many' });
});

it('sees what an earlier message of the batch changed', () => {
  const added = changedAlerts(noAlerts, { change: 'add', number: 1, terms: hold });
  expect(planRule(added.rules, hold, shares).plan).toBe('same');
  const low = { ...hold, kind: 'low', shareId: 'seen', amount: 100n } as const;
  const both = changedAlerts(added, { change: 'add', number: 2, terms: low });
  const set = changedAlerts(both, { change: 'set', number: 2, terms: { ...low, amount: 200n } });
  expect(set.rules[1]).toMatchObject({ number: 2, amount: 200n });
  const removed = changedAlerts(set, { change: 'remove', numbers: [1] });
  expect(planRule(removed.rules, hold, shares)).toEqual({ plan: 'add', number: 1 });
  expect(changedAlerts(removed, { change: 'quiet', quiet: { from: 1, to: 2 } })).toEqual({
    rules: removed.rules,
    quiet: { from: 1, to: 2 },
  });
});
