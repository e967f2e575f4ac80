import { beforeAll, describe, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { pdfText } from '../../../../test/support/pdf-text.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import type { StaffRole } from '../../../kernel/vocabulary/principal.ts';
import { indexMessages } from '../../../messages/search/index-messages.ts';
import { countDueDays } from '../../../reports/count-due-days.ts';

describe('reports, the examiner’s view and the audit log', () => {
  let service: Service;
  let bank: ReturnType<typeof consoleOver>;
  beforeAll(async () => {
    const db = await openTestDatabase('pglite');
    service = await startService(db, { people: 2 });
    const { world, fixture } = service;
    const { institution } = fixture;
    bank = consoleOver({ db, world, keyring: fixture.keyring, institutionId: institution.id });
    await service.say(0, 'transfer 20 from 7 to 0');
    await service.say(0, 'zxqv wvut');
    await service.say(1, 'transfer 90000 from 7 to 0');
    await indexMessages(db, { institutionId: institution.id, rounds: 10 });
    service.clock.advance({ hours: 24 * 9 });
    await countDueDays(db, { world, institution });
    return async () => db[Symbol.asyncDispose]();
  });
  const read = async (role: StaffRole, path: string) => {
    const answer = await bank.get(role, path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };

  it('shows figures with plots that name their days and values', async () => {
    const page = await read('supervisor', '/reports?days=28');
    expect(page).toContain('Messages received');
    expect(page).toMatch(/<title>Nov 23, 2026: 3<\/title>/);
    expect(page).toContain('66.7%');
    expect(page).toContain('limit exceeded');
    expect(page).not.toContain(' style=');
  });

  it('gives the days as CSV', async () => {
    const csv = await read('compliance', '/reports/days.csv?days=28');
    expect(csv).toMatch(/^day,received,sent,people/);
    expect(csv).toContain('2026-11-23,3,3,2,1,20.00');
  });

  it('makes the board’s report as PDF, in sentences, of a month that has ended', async () => {
    const answer = await bank.get('supervisor', '/reports/board.pdf?month=2026-11');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const text = pdfText(new Uint8Array(await answer.arrayBuffer())).join(' ');
    expect(text).toContain('We received 3 messages');
    expect(text).toContain('Messaging report, November 2026');
    expect((await bank.get('supervisor', '/reports/board.pdf?month=2026-12')).status).toBe(422);
  });

  it('leads from a member to a transfer and its proof', async () => {
    const list = await read('auditor', '/reports/examiner?number=900001');
    const path = /\/reports\/examiner\/transfer\?id=[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
    const line = await read('auditor', path);
    expect(line).toContain('transfer 20 from 7 to 0');
    expect(line).toContain('$20.00');
    expect(line).toContain('Signed');
    const proof = /\/reports\/examiner\/transfer\/[^"]+proof\.json/.exec(line)?.[0] ?? '';
    expect(JSON.parse(await read('auditor', proof))).toMatchObject({ batch: {} });
    expect((await bank.get('auditor', '/reports/examiner?number=1')).status).toBe(422);
  });

  it('exports a period, once', async () => {
    const form = { from: '2026-11-23', to: '2026-11-23', why: 'the yearly exam' };
    expect((await bank.post('auditor', '/reports/examiner/period', form)).status).toBe(303);
    const list = await read('auditor', '/reports/examiner');
    const path = /\/reports\/examiner\/period\/[^"]+\/take/.exec(list)?.[0] ?? '';
    const taken = await bank.post('auditor', path);
    expect(taken.headers.get('content-type')).toBe('application/zip');
    expect((await bank.post('auditor', path)).status).toBe(404);
    expect(await read('compliance', '/reports/examiner')).toContain('the yearly exam');
  });

  it('shows acts, looks and the record', async () => {
    expect(await read('auditor', '/audit?what=period_exported')).toContain('the yearly exam');
    expect(await read('auditor', '/audit/looks')).toContain('Many members');
    expect(await read('auditor', '/audit/acts.csv')).toContain('period_exported');
    expect(await read('auditor', '/audit/looks.csv')).toContain('auditor one');
    expect((await bank.post('auditor', '/audit/record/check')).status).toBe(303);
    expect(await read('auditor', '/audit/record')).toContain('A check is running or waits');
  });

  it('is not for tellers and member service', async () => {
    for (const role of ['teller', 'service'] as const)
      for (const path of [
        '/reports',
        '/reports/examiner',
        '/audit',
        '/audit/looks',
        '/audit/record',
      ])
        expect([role, path, (await bank.get(role, path)).status]).toEqual([role, path, 403]);
  });
});
