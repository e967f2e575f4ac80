import { beforeAll, expect, it } from 'vitest';
import { staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import { exportConsents } from '../consent/export-consents.ts';
import type { StaffOperation } from '../operation.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { approve } from '../staff-operations.ts';
import { changeInstitution } from '../staff/institution.ts';
import { inviteMember } from '../staff/invite-member.ts';
import { listMembers } from '../staff/list-members.ts';
import { lockMember, unlockMember } from '../staff/lock-member.ts';
import { openCase } from '../staff/open-case.ts';
import { addWord } from '../staff/own-words.ts';
import { allowMoney } from '../staff/set-money-movement.ts';
import { noteCase, recordCaseDecision } from '../staff/work-on-cases.ts';

onSampledEngines('what an act changes, as both persons see it', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
  });
  const alone = (): StaffContext =>
    staffRequest({ db: db(), fixture: service.fixture, world: service.world });
  const as = (role: StaffRole): StaffContext => ({
    ...alone(),
    principal: staffPerson(role, service),
    why: `the ${role}’s reason`,
  });
  const number = '900001';
  const ask = async (role: StaffRole, operation: StaffOperation, input: object) => {
    const { refused } = await perform(as(role), operation, input);
    expect(refused?.code, operation.id).toBe('waits_for_approval');
    return /A-\d+-\d+/.exec(refused?.text ?? '')?.[0] ?? '';
  };
  const decide = async (role: StaffRole, reference: string) => {
    const { done, refused } = await perform(as(role), approve, { reference });
    return refused?.code ?? JSON.stringify(done);
  };
  const stored = async (reference: string) => {
    const [row] = await db().query<{ input: unknown; shown: unknown }>(
      'select input, shown from staff_approvals where institution_id = $1 and reference = $2',
      [service.fixture.institution.id, reference],
    );
    return row;
  };

  it('shows since when and why a member is locked; another lock is another act', async () => {
    await perform(as('teller'), lockMember, { number });
    const reference = await ask('service', unlockMember, { number });
    expect(JSON.stringify((await stored(reference))?.shown)).toContain('the teller’s reason');
    await perform(alone(), unlockMember, { number });
    service.clock.advance({ seconds: 5 });
    await perform(as('teller'), lockMember, { number });
    expect(await decide('supervisor', reference)).toBe('approval_stale');
    await perform(alone(), unlockMember, { number });
  });

  it('shows settings before and after, and is stale once these have changed', async () => {
    const settings = { portalName: 'One' };
    const reference = await ask('admin', changeInstitution, { settings });
    expect((await stored(reference))?.shown).toMatchObject([{ what: 'portalName', after: 'One' }]);
    await perform(alone(), changeInstitution, { settings: { portalName: 'Two' } });
    expect(await decide('compliance', reference)).toBe('approval_stale');
    const word = await ask('supervisor', addWord, { command: 'balance', word: 'zorbo' });
    await perform(alone(), addWord, { command: 'balance', word: 'quibo' });
    expect(await decide('compliance', word)).toBe('approval_stale');
  });

  it('shows the access of a member who gets another code', async () => {
    const reference = await ask('service', inviteMember, { number });
    await perform(alone(), inviteMember, { number });
    expect(await decide('supervisor', reference)).toBe('approval_stale');
  });

  it('stores addresses by their ids', async () => {
    const [member] = service.fixture.members;
    const given = { number, channel: 'x', handle: 'person0' };
    expect((await stored(await ask('service', allowMoney, given)))?.input).toMatchObject({
      handle: member?.addressId,
    });
    const text = await ask('supervisor', exportConsents, { text: number });
    expect((await stored(text))?.input).toEqual({ text: member?.id, format: 'json' });
    expect(await decide('compliance', text)).toContain('"approved":true');
  });

  it('a decision of a case takes two persons, also with the server’s own rights', async () => {
    const { done } = await perform(as('service'), openCase, { number, note: 'called' });
    const given = { reference: done?.reference, decidedOn: '2026-11-23', outcome: 'no_error' };
    expect((await perform(alone(), noteCase, given)).refused?.code).toBe('case_takes_two');
    await ask('service', recordCaseDecision, given);
    expect((await perform(alone(), recordCaseDecision, given)).refused).toBeUndefined();
    const rows = await db().query(
      `select 1 from staff_approvals where institution_id = $1 and operation = 'recordCaseDecision' and state = 'alone'`,
      [service.fixture.institution.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('lists members a page at a time, and records the look', async () => {
    const first = (await perform(as('teller'), listMembers, { limit: 2 })).done;
    expect(first).toMatchObject({ more: true });
    const after = first?.members.at(-1)?.number;
    const second = (await perform(as('teller'), listMembers, { limit: 2, after })).done;
    expect(second).toMatchObject({ members: [{ number: '900003' }], more: false });
    expect((await perform(as('teller'), listMembers, { limit: 501 })).refused?.code).toBe(
      'input_invalid',
    );
    const looks = await db().query(
      `select 1 from reads where institution_id = $1 and what = 'members' and who_name = 'teller one'`,
      [service.fixture.institution.id],
    );
    expect(looks).toHaveLength(2);
  });
});
