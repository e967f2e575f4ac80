import { expect } from 'vitest';
import { z } from 'zod';
import { present } from '../../src/kernel/assert.ts';
import type { ApiClient } from './api-client.ts';
import { firstId } from './api-site.ts';

/** Asks about the member's transfer of 12.34 from account 7 to 0, disputes it, and withdraws the dispute. */
export async function askAboutTransfer(api: ApiClient): Promise<void> {
  const { entries } = z
    .object({ entries: z.array(z.object({ number: z.string() })) })
    .parse(await api.do('listHistory', { suffix: '7', only: 'transfers' }));
  const about = { suffix: '7', number: present(entries[0], 'it was transferred').number };
  expect(await api.do('readTransaction', about)).toMatchObject({
    entry: { number: about.number, amount: '-12.34' },
    before: '1000.00',
    otherSide: { suffix: '0', amount: '12.34', balance: '512.34' },
    asked: [],
  });
  const question = await api.do('askAboutTransaction', { ...about, words: 'Who made this?' });
  expect(await api.do('readTransaction', about)).toMatchObject({
    asked: [{ kind: 'question', reference: question['reference'], open: true }],
  });
  const dispute = await api.do('disputeTransaction', { ...about, words: 'Not by me.' });
  expect(dispute).toMatchObject({ already: false });
  const { reference } = dispute;
  expect(await api.do('disputeTransaction', { ...about, words: 'Not by me!' })).toEqual({
    reference,
    already: true,
  });
  // The question became the dispute.
  expect(await api.do('readTransaction', about)).toMatchObject({
    asked: [{ kind: 'dispute', reference, open: true }],
  });
  await api.do('withdrawDispute', { reference });
  expect(await api.do('readTransaction', about)).toMatchObject({
    asked: [{ kind: 'dispute', reference, open: false }],
  });
  const missing = { suffix: '7', number: '999999' };
  expect(await api.refusal('readTransaction', missing)).toBe('not_found');
  const words = 'Not there.';
  expect(await api.refusal('askAboutTransaction', { ...missing, words })).toBe('not_found');
  expect(await api.refusal('disputeTransaction', { ...missing, words })).toBe('not_found');
  expect(await api.refusal('withdrawDispute', { reference: 'NONE' })).toBe('not_found');
}

/** Sets an alert and quiet hours over the API, and ends the alert. */
export async function setAndEndAlerts(api: ApiClient): Promise<void> {
  const low = { kind: 'low', suffix: '7', amount: '100.00' };
  expect(await api.do('setAlert', low)).toMatchObject({
    alerts: [{ number: 1, ...low }],
    quiet: null,
  });
  expect(await api.refusal('setAlert', { ...low, amount: '0' })).toBe('alert_amount');
  expect(await api.do('setQuiet', { from: '21:00', to: '07:00' })).toMatchObject({
    quiet: { from: '21:00', to: '07:00' },
  });
  expect(await api.refusal('setQuiet', { from: '21:00', to: '' })).toBe('quiet_incomplete');
  const { alerts } = await api.do('listAlerts');
  const alert = firstId(alerts);
  expect(await api.do('removeAlert', { id: alert })).toMatchObject({ alerts: [] });
  expect(await api.refusal('removeAlert', { id: alert })).toBe('not_found');
}

/** Downloads the statements of account 7 of a month's year, which has that month. */
export async function downloadYear(api: ApiClient, month: string): Promise<void> {
  const archive = await api.do('downloadStatementYear', {
    suffix: '7',
    year: month.slice(0, 4),
  });
  expect(String(archive['content'])).toMatch(/^PK/);
  expect(String(archive['content'])).toContain(`-7-${month}.ofx`);
  expect(await api.refusal('downloadStatementYear', { suffix: '7', year: '2099' })).toBe(
    'not_found',
  );
}
