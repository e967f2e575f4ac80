import { describe, expect, it } from 'vitest';
import type { BusinessCalendar } from '../members/business-days-setting.ts';
import { addBusinessDays, isBusinessDay, rulesBetween } from './business-days.ts';
import {
  correctBy,
  decideAtLastBy,
  decideOrCreditBy,
  honorItemsUntil,
  isCreditOwed,
  isNewAccount,
  isNoticeInTime,
  noticeDay,
  ordinary,
  tellCreditBy,
  tellResultBy,
  writtenBy,
} from './clocks.ts';

/** Every date here was counted by hand from a printed calendar. */
const day = (text: string) => Temporal.PlainDate.from(text);
const monday = { weekdays: [1, 2, 3, 4, 5], closedOnFederalHolidays: true };
const saturday = { weekdays: [1, 2, 3, 4, 5, 6], closedOnFederalHolidays: true };
const calendar = (
  rules: BusinessCalendar['businessDays']['rules'] = {},
  single: { openings?: Record<string, string>; closures?: Record<string, string> } = {},
): BusinessCalendar => ({
  businessDays: { rules, openings: single.openings ?? {} },
  closures: single.closures ?? {},
});
const usual = calendar();
const saturdays = calendar({ '2010-01-02': saturday });

describe('business days', () => {
  it.each([
    ['2026-11-23', 10, '2026-12-08'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2027-07-02', 1, '2027-07-06'],
    ['2026-06-18', 1, '2026-06-22'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2022-12-23', 1, '2022-12-27'],
    ['2022-12-30', 1, '2023-01-03'],
    ['2027-12-31', 1, '2028-01-03'],
    ['2028-02-28', 1, '2028-02-29'],
    // Juneteenth was not a holiday yet.
    ['2014-06-18', 1, '2014-06-19'],
  ])('%s and %i more is %s', (from, days, to) => {
    expect(addBusinessDays(usual, day(from), days).toString()).toBe(to);
  });

  it('knows the holidays of the Federal Reserve Banks', () => {
    for (const date of [
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ])
      expect([date, isBusinessDay(usual, day(date))]).toEqual([date, false]);
    expect(isBusinessDay(usual, day('2026-07-03'))).toBe(true);
  });

  const changed = { '2026-11-28': saturday };
  it.each([
    ['Saturdays from the middle of the term on', calendar(changed), '2026-12-05'],
    ['and a closure', calendar(changed, { closures: { '2026-12-04': 'snow' } }), '2026-12-07'],
    [
      'and an opening on Sunday',
      calendar(changed, { openings: { '2026-11-29': 'fair' } }),
      '2026-12-04',
    ],
    [
      'open on Federal holidays',
      calendar({ '2026-01-01': { ...monday, closedOnFederalHolidays: false } }),
      '2026-12-07',
    ],
    [
      'a rule that ends: Saturdays until December',
      calendar({ '2026-01-03': saturday, '2026-12-01': monday }),
      '2026-12-07',
    ],
    ['a rule that begins after the due date', calendar({ '2027-01-02': saturday }), '2026-12-08'],
  ])('ten from 2026-11-23, %s', (_name, set, to) => {
    expect(addBusinessDays(set, day('2026-11-23'), 10).toString()).toBe(to);
  });

  it('a closure overrides a rule, and the rules used are named', () => {
    const set = calendar(changed, { closures: { '2026-11-28': 'moving' } });
    expect(isBusinessDay(set, day('2026-11-28'))).toBe(false);
    expect(rulesBetween(set, day('2026-11-23'), day('2026-12-07'))).toBe(
      '12345-less-federal-holidays, 123456-less-federal-holidays, closed 2026-11-28',
    );
  });
});

describe('the deadlines of Regulation E', () => {
  const fresh = { ...ordinary, newAccount: true };
  const shop = { ...ordinary, pointOfSale: true };
  const abroad = { ...ordinary, outsideUs: true };
  it.each([
    ['normal', ordinary, '2014-11-18', '2014-12-18'],
    ['new account', fresh, '2014-12-03', '2015-02-01'],
    ['point of sale', shop, '2014-11-18', '2015-02-01'],
    ['outside the US', abroad, '2014-11-18', '2015-02-01'],
    ['new and point of sale', { ...shop, newAccount: true }, '2014-12-03', '2015-02-01'],
  ])('notice on Monday 2014-11-03, %s', (_name, transfer, first, last) => {
    const notice = day('2014-11-03');
    expect(decideOrCreditBy(usual, notice, transfer).toString()).toBe(first);
    expect(decideAtLastBy(notice, transfer).toString()).toBe(last);
  });

  it.each([
    ['a credit union open on Saturdays', saturdays, '2014-11-03', '2014-11-15', '2014-12-18'],
    ['across the end of a year', usual, '2026-12-23', '2027-01-08', '2027-02-06'],
    ['across a leap day', usual, '2028-02-18', '2028-03-06', '2028-04-03'],
    ['on a leap day', usual, '2028-02-29', '2028-03-14', '2028-04-14'],
  ])('%s', (_name, set, notice, first, last) => {
    expect(decideOrCreditBy(set, day(notice), ordinary).toString()).toBe(first);
    expect(decideAtLastBy(day(notice), ordinary).toString()).toBe(last);
  });

  it.each([
    ['daylight saving time begins that night', '2026-03-08T05:50:00Z', '2026-03-07', '2026-03-20'],
    ['daylight saving time ended that morning', '2026-11-02T05:50:00Z', '2026-11-01', '2026-11-16'],
    ['the last minutes of a year', '2027-01-01T05:50:00Z', '2026-12-31', '2027-01-15'],
    ['the last minutes of a leap day', '2028-03-01T05:50:00Z', '2028-02-29', '2028-03-14'],
    ['the first minute of the next day', '2026-11-24T06:00:00Z', '2026-11-24', '2026-12-09'],
  ])('a notice at 23:50 in Chicago counts that day: %s', (_name, at, on, first) => {
    const notice = noticeDay(Temporal.Instant.from(at), 'America/Chicago');
    expect(notice.toString()).toBe(on);
    expect(decideOrCreditBy(usual, notice, ordinary).toString()).toBe(first);
  });

  it('deadlines after a credit, a decision and their notices', () => {
    expect(tellCreditBy(usual, day('2026-11-20')).toString()).toBe('2026-11-24');
    expect(tellResultBy(usual, day('2026-11-25')).toString()).toBe('2026-12-01');
    expect(correctBy(usual, day('2026-11-25')).toString()).toBe('2026-11-27');
    expect(honorItemsUntil(usual, day('2026-12-31')).toString()).toBe('2027-01-08');
    expect(tellCreditBy(saturdays, day('2026-11-20')).toString()).toBe('2026-11-23');
  });

  it('an oral notice without written confirmation within ten business days', () => {
    const notice = day('2026-07-03');
    expect(writtenBy(usual, notice).toString()).toBe('2026-07-17');
    const owed = (today: string, receivedOn?: string, asked = true) =>
      isCreditOwed(usual, notice, {
        asked,
        today: day(today),
        ...(receivedOn === undefined ? {} : { receivedOn: day(receivedOn) }),
      });
    expect(owed('2026-07-17')).toBe(true);
    expect(owed('2026-07-18')).toBe(false);
    expect(owed('2026-08-30', '2026-07-17')).toBe(true);
    expect(owed('2026-08-30', '2026-07-18')).toBe(false);
    expect(owed('2026-08-30', undefined, false)).toBe(true);
  });

  it('a notice is in time until the sixtieth day after the statement', () => {
    expect(isNoticeInTime(day('2026-04-01'), day('2026-01-31'))).toBe(true);
    expect(isNoticeInTime(day('2026-04-02'), day('2026-01-31'))).toBe(false);
    expect(isNoticeInTime(day('2028-03-31'), day('2028-01-31'))).toBe(true);
    expect(isNoticeInTime(day('2028-04-01'), day('2028-01-31'))).toBe(false);
  });

  it('an account is new for thirty days after its first deposit', () => {
    expect(isNewAccount(day('2026-01-31'), day('2026-01-01'))).toBe(true);
    expect(isNewAccount(day('2026-02-01'), day('2026-01-01'))).toBe(false);
    expect(isNewAccount(day('2026-01-01'), day('2026-01-01'))).toBe(true);
    expect(isNewAccount(day('2025-12-31'), day('2026-01-01'))).toBe(false);
  });
});
