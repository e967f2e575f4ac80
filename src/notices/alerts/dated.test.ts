import { expect, it } from 'vitest';
import type { DatedRule } from '../../alerts/dated-rules.ts';
import type { LoanTerms } from '../../core/core.ts';
import type { Share } from '../../shares/share.ts';
import { dueEvents, nextDue, weeklyEvent } from './dated.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

const rule: DatedRule = {
  id: 'r',
  memberId: 'm',
  shareId: null,
  kind: 'weekly',
  days: null,
  weekday: 5,
  setAt: at('2026-11-02T00:00:00Z'),
  zone: null,
};

it.each<[string, string, string, string | undefined]>([
  ['Friday at eight', '2026-11-27T14:00:00Z', 'America/Chicago', 'week 2026-11-27'],
  ['Friday before eight', '2026-11-27T13:59:00Z', 'America/Chicago', undefined],
  ['Friday at night', '2026-11-28T05:59:00Z', 'America/Chicago', 'week 2026-11-27'],
  ['Saturday', '2026-11-28T14:00:00Z', 'America/Chicago', undefined],
  [
    'Friday in Auckland, Thursday here',
    '2026-11-26T19:00:00Z',
    'Pacific/Auckland',
    'week 2026-11-27',
  ],
  ['Friday at eight in summer time', '2026-03-13T13:00:00Z', 'America/Chicago', 'week 2026-03-13'],
])('a summary of Fridays comes: %s', (_name, now, zone, cause) => {
  const asked = { ...rule, setAt: at('2026-01-02T00:00:00Z') };
  expect(weeklyEvent(asked, at(now), zone)?.cause).toBe(cause);
});

it('begins next week if it was set after today’s hour', () => {
  const now = at('2026-11-27T18:00:00Z');
  const zone = 'America/Chicago';
  expect(weeklyEvent({ ...rule, setAt: at('2026-11-27T17:00:00Z') }, now, zone)).toBeUndefined();
  expect(weeklyEvent({ ...rule, setAt: at('2026-11-27T13:00:00Z') }, now, zone)).toBeDefined();
});

it.each<[string, LoanTerms, string, string | undefined]>([
  ['the date', { dueOn: day('2026-12-20') }, '2026-11-24', '2026-12-20'],
  ['the day itself', { dueOn: day('2026-11-24') }, '2026-11-24', '2026-11-24'],
  ['a past date', { dueOn: day('2026-10-20') }, '2026-11-24', '2026-12-20'],
  ['the day of the month', { dueDay: 28 }, '2026-11-24', '2026-11-28'],
  ['a day that has passed', { dueDay: 20 }, '2026-11-24', '2026-12-20'],
  ['the last day', { dueDay: 31 }, '2026-02-10', '2026-02-28'],
  ['none', {}, '2026-11-24', undefined],
])('the next payment by %s', (_name, terms, today, next) => {
  expect(nextDue(terms, day(today))?.toString()).toBe(next);
});

it('tells of a payment from so many days before, each under one cause', () => {
  const share: Share = {
    id: 's',
    institutionId: 1,
    memberId: 'm',
    ordinal: 3,
    accountId: 'a',
    kind: 'loan',
    currency: 'USD',
    suffix: '3',
    role: 'owner',
    maySee: true,
    mayMoveFrom: false,
    mayMoveTo: true,
  };
  const loans = [{ share, terms: { dueOn: day('2026-12-20'), payment: 312_00n } }];
  const due: DatedRule = { ...rule, kind: 'due', weekday: null, days: 3 };
  const causes = (today: string) =>
    dueEvents(due, loans, {
      now: at(`${today}T14:00:00Z`),
      zone: 'America/Chicago',
      dayZone: 'America/Chicago',
    }).map(({ cause, facts }) => [cause, facts.amount]);
  expect(causes('2026-12-16')).toEqual([]);
  expect(causes('2026-12-17')).toEqual([['due a/2026-12-20', '31200']]);
  expect(causes('2026-12-20')).toEqual([['due a/2026-12-20', '31200']]);
  expect(causes('2026-12-21')).toEqual([]);
});
