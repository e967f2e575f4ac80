import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { staffPerson } from '../../../test/support/console.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { unzip } from '../../../test/support/unzip.ts';
import { checkProof, isProven } from '../../audit/proof.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import { indexMessages } from '../../messages/search/index-messages.ts';
import { checkRecord } from '../../service/check-record.ts';
import { askRecordCheck, readRecordChecks } from '../audit/record-checks.ts';
import { exportActs, listActs } from '../audit/list-acts.ts';
import { listLooks } from '../audit/list-looks.ts';
import { listStaffApprovals } from '../dual-control/list-approvals.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { approve } from '../staff-operations.ts';
import { lockMember } from '../staff/lock-member.ts';
import { downloadPeriod, exportPeriod, listPeriodExports } from './export-period.ts';
import { findTransfers } from './find-transfers.ts';
import { proveTransfer, readTransfer } from './read-transfer.ts';

onSampledEngines('what examiners and auditors see', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    await service.say(0, 'transfer 20 from 7 to 0');
    await indexMessages(db(), { institutionId: service.fixture.institution.id, rounds: 10 });
  });
  const as = (role: StaffRole): StaffContext => ({
    ...staffRequest({ db: db(), fixture: service.fixture, world: service.world }),
    principal: staffPerson(role, service),
    why: `the ${role}’s reason`,
  });
  const number = '900001';
  const period = { from: '2026-11-23', to: '2026-11-23' };
  const theTransfer = async () => {
    const { done } = await perform(as('auditor'), findTransfers, { number });
    return done?.transfers[0];
  };

  it('find a transfer by member and by its receipt', async () => {
    const found = await theTransfer();
    expect(found).toMatchObject({ amount: '20.00', from: '7' });
    const byReceipt = await perform(as('auditor'), findTransfers, {
      number,
      receipt: found?.receipt,
    });
    expect(byReceipt.done?.transfers).toEqual([found]);
    const none = await perform(as('auditor'), findTransfers, { number, receipt: '1-99999' });
    expect(none.refused?.code).toBe('transfer_unknown');
  });

  it('see its line from the message to the record, and a proof that checks', async () => {
    const { transactionId } = (await theTransfer()) ?? {};
    const { done } = await perform(as('auditor'), readTransfer, { transactionId });
    expect(done).toMatchObject({
      message: { text: 'transfer 20 from 7 to 0', intent: 'transfer', replies: [{}] },
      entries: [{ amount: '20.00' }, { amount: '-20.00' }],
      record: { signed: true },
    });
    const proven = await perform(as('auditor'), proveTransfer, { transactionId });
    const checked = checkProof(proven.done?.proof ?? '', { keyring: service.fixture.keyring });
    expect('refused' in checked ? checked : isProven(checked)).toBe(true);
    const looks = await perform(as('auditor'), listLooks, { number, what: 'transfer' });
    expect(looks.done?.looks[0]).toMatchObject({ who: 'auditor one', memberNumber: number });
  });

  it('take a period away once, with its messages and entries', async () => {
    const { done: granted } = await perform(as('auditor'), exportPeriod, period);
    const exportId = granted?.exportId;
    // Nobody else takes it.
    const other = await perform(as('compliance'), downloadPeriod, { exportId });
    expect(other.refused?.code).toBe('export_unknown');
    const { done } = await perform(as('auditor'), downloadPeriod, { exportId });
    const files = unzip(Buffer.from(done?.zip ?? '', 'base64'));
    const text = (name: string) => Buffer.from(files.get(name) ?? '').toString();
    expect(text('messages-in.csv')).toContain('transfer 20 from 7 to 0');
    expect(text('entries.csv')).toContain(',2000,USD,');
    expect(text('README.txt')).toContain('the auditor’s reason');
    const again = await perform(as('auditor'), downloadPeriod, { exportId });
    expect(again.refused?.code).toBe('export_unknown');
  });

  it('who only asks takes it once a second person approves, within a day', async () => {
    const asked = await perform(as('supervisor'), exportPeriod, period);
    expect(asked.refused?.code).toBe('waits_for_approval');
    const { done: waiting } = await perform(as('compliance'), listStaffApprovals, {});
    const reference = waiting?.approvals.find(({ state }) => state === 'waiting')?.reference;
    const own = await perform(as('supervisor'), approve, { reference });
    expect(own.refused?.code).toBe('approval_own');
    await perform(as('compliance'), approve, { reference });
    const { done } = await perform(as('supervisor'), listPeriodExports, {});
    expect(done?.exports).toMatchObject([{ approval: reference, mine: true, takenAt: null }]);
    const exportId = done?.exports[0]?.exportId;
    const taken = await Promise.all([
      perform(as('supervisor'), downloadPeriod, { exportId }),
      perform(as('supervisor'), downloadPeriod, { exportId }),
    ]);
    expect(taken.map(({ refused }) => refused?.code ?? 'taken').toSorted()).toEqual([
      'export_unknown',
      'taken',
    ]);
    const late = await perform(as('compliance'), exportPeriod, period);
    service.clock.advance({ hours: 24 });
    const over = await perform(as('compliance'), downloadPeriod, {
      exportId: late.done?.exportId,
    });
    expect(over.refused?.code).toBe('export_unknown');
  });

  it('a period is in order, short and not in the future', async () => {
    for (const wrong of [
      { from: '2026-11-23', to: '2026-11-22' },
      { from: '2026-11-23', to: '2027-01-01' },
      { from: '2026-01-01', to: '2026-11-23' },
    ]) {
      const { refused } = await perform(as('auditor'), exportPeriod, wrong);
      expect(refused?.code).toBe('period_wrong');
    }
  });

  it('page through acts, and filter them by who, what, member and days', async () => {
    const { institution } = service.fixture;
    for (let index = 0; index < 60; index += 1) {
      service.clock.advance({ minutes: 1 });
      await perform(as('teller'), lockMember, { number: '900002' });
    }
    const first = await perform(as('auditor'), listActs, { what: 'member_lock' });
    expect(first.done?.acts).toHaveLength(50);
    const rest = await perform(as('auditor'), listActs, {
      what: 'member_lock',
      before: first.done?.next,
    });
    expect(rest.done?.acts).toHaveLength(10);
    expect(rest.done?.next).toBeUndefined();
    const ids = [...(first.done?.acts ?? []), ...(rest.done?.acts ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
    expect(first.done?.names).toContain('member_lock');
    const of = async (filters: object) =>
      (await perform(as('auditor'), listActs, filters)).done?.acts.length;
    expect(await of({ who: 'teller one', number: '900002' })).toBe(50);
    expect(await of({ who: 'teller one', number })).toBe(0);
    const today = service.world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    expect(await of({ what: 'member_lock', from: today.toString() })).toBeGreaterThan(0);
    const past = today.subtract({ days: 3 }).toString();
    expect(await of({ what: 'member_lock', until: past })).toBe(0);
    const { done: csv } = await perform(as('auditor'), exportActs, { what: 'member_lock' });
    expect(csv?.csv.split('\r\n')).toHaveLength(62);
  });

  it('ask for a check of the record, once, and see what it found', async () => {
    const { world, fixture } = service;
    const ask = async () => (await perform(as('auditor'), askRecordCheck, {})).done?.asked;
    expect([await ask(), await ask()]).toEqual([true, false]);
    const given = { institutionId: fixture.institution.id, world, keyring: fixture.keyring };
    await checkRecord(db(), given);
    expect(await checkRecord(db(), given)).toBe('none_waits');
    const { done } = await perform(as('auditor'), readRecordChecks, {});
    expect(done?.checks).toMatchObject([
      { askedBy: 'auditor one', found: { entries: expect.any(Number) } },
    ]);
    expect(done?.checks[0]?.found?.batches).toBeGreaterThan(0);
  });

  it('find what somebody altered behind the service’s back', async () => {
    const { world, fixture } = service;
    await db().query(
      "update inbound set text = 'transfer 2 from 7 to 0' where institution_id = $1",
      [fixture.institution.id],
    );
    await perform(as('auditor'), askRecordCheck, {});
    const given = { institutionId: fixture.institution.id, world, keyring: fixture.keyring };
    expect(await checkRecord(db(), given)).toBe('differs');
    const { done } = await perform(as('auditor'), readRecordChecks, {});
    expect(JSON.stringify(done?.checks[0]?.found?.differences)).toContain('batch');
  });
});
