import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { staffPerson } from '../../../test/support/console.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import { createInstitution, loadInstitution } from '../../members/institution.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { present } from '../../kernel/assert.ts';
import { approve, collectApproved } from '../staff-operations.ts';
import { inviteMember } from '../staff/invite-member.ts';
import { changeInstitution } from '../staff/institution.ts';
import { lockMember, unlockMember } from '../staff/lock-member.ts';
import { declineApproval, withdrawApproval } from './decide.ts';
import { listStaffApprovals, readStaffApproval } from './list-approvals.ts';
import { seeActDoneAlone } from './see-alone.ts';

onSampledEngines('acts that take two persons', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
  });
  const as = (role: StaffRole, more: Parameters<typeof staffPerson>[2] = {}): StaffContext => ({
    ...staffRequest({ db: db(), fixture: service.fixture, world: service.world }),
    principal: staffPerson(role, service, more),
    why: `the ${role}’s reason`,
  });
  const alone = (): StaffContext => {
    const request = staffRequest({ db: db(), fixture: service.fixture, world: service.world });
    return { ...request, principal: { ...request.principal, machineUser: 'root' } };
  };
  const number = '900001';
  const ask = async () => {
    await perform(as('teller'), lockMember, { number });
    const { refused } = await perform(as('service'), unlockMember, { number });
    expect(refused).toMatchObject({ code: 'waits_for_approval', status: 202 });
    const { done } = await perform(as('supervisor'), listStaffApprovals, {});
    const waiting = done?.approvals.filter(({ state }) => state === 'waiting') ?? [];
    return waiting.at(-1)?.reference ?? '';
  };
  const unlocks = async () => {
    const rows = await db().query<{ who: string; why: string; detail: unknown }>(
      `select who, why, detail from acts where institution_id = $1 and what = 'member_unlock' order by at`,
      [service.fixture.institution.id],
    );
    return rows;
  };

  it('nothing happens until a second person approves, and then once, in the name of who asked', async () => {
    const reference = await ask();
    expect(await unlocks()).toEqual([]);
    const { done } = await perform(as('supervisor'), approve, { reference });
    expect(done).toMatchObject({ approved: true, reference });
    expect(await unlocks()).toMatchObject([
      {
        who: 'service one',
        why: 'the service’s reason',
        detail: { approved: { reference, by: 'supervisor one' } },
      },
    ]);
    const again = await perform(as('supervisor'), approve, { reference });
    expect(again.refused?.code).toBe('approval_ended');
    expect(await unlocks()).toHaveLength(1);
  });

  it('gives an answer that is the asker’s alone to the asker, once, after the yes', async () => {
    const codes = async () =>
      (
        await db().query('select 1 from invitations where institution_id = $1', [
          service.fixture.institution.id,
        ])
      ).length;
    await perform(as('service'), inviteMember, { number: '900002' });
    const { done } = await perform(as('supervisor'), listStaffApprovals, {});
    const reference = present(
      done?.approvals.find(({ operation }) => operation === 'inviteMember'),
      'it waits',
    ).reference;
    const early = await perform(as('service'), collectApproved, { reference });
    expect(early.refused?.code).toBe('approval_ended');
    const yes = await perform(as('supervisor'), approve, { reference });
    expect(yes.done).toMatchObject({ approved: true, done: { forAsker: true } });
    // Nothing exists that could leak before the asker takes it.
    expect(await codes()).toBe(0);
    const other = await perform(as('supervisor'), collectApproved, { reference });
    expect(other.refused?.code).toBe('approval_not_yours');
    const old = as('service', { provenAt: service.world.clock.now().subtract({ minutes: 6 }) });
    const stale = await perform(old, collectApproved, { reference });
    expect(stale.refused?.code).toBe('verify_first');
    const both = await Promise.all([
      perform(as('service'), collectApproved, { reference }),
      perform(as('service'), collectApproved, { reference }),
    ]);
    expect(both.flatMap((one) => one.refused?.code ?? [])).toEqual(['approval_ended']);
    const [code] = both.flatMap((one) =>
      one.done === undefined ? [] : /"code":"([^"]+)"/.exec(JSON.stringify(one.done))?.[1],
    );
    expect(code).toMatch(/^\S{4}-\S{4}-\S{4}$/);
    const kept = await db().query(
      `select * from staff_approvals where institution_id = $1 and reference = $2`,
      [service.fixture.institution.id, reference],
    );
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('two who approve at the same moment make it happen once', async () => {
    const before = (await unlocks()).length;
    const reference = await ask();
    const results = await Promise.all([
      perform(as('supervisor'), approve, { reference }),
      perform(as('supervisor'), approve, { reference }),
    ]);
    expect(results.filter(({ done }) => done !== undefined)).toHaveLength(1);
    expect(await unlocks()).toHaveLength(before + 1);
  });

  it('refuses who asked, a role that may not, an old proof, and the server’s own rights', async () => {
    const reference = await ask();
    const codeOf = async (request: StaffContext) =>
      (await perform(request, approve, { reference })).refused?.code;
    expect(await codeOf(as('service'))).toBe('approval_own');
    const asker = staffPerson('service', service);
    expect(
      await codeOf({ ...as('supervisor'), principal: { ...asker, roles: ['supervisor'] } }),
    ).toBe('approval_own');
    expect(await codeOf(as('compliance'))).toBe('role_missing');
    expect(await codeOf(as('teller'))).toBe('role_missing');
    expect(
      await codeOf(as('supervisor', { provenAt: service.clock.now().subtract({ minutes: 6 }) })),
    ).toBe('verify_first');
    expect(await codeOf(alone())).toBe('approval_needs_person');
    const byToken = { ...staffPerson('supervisor', service), provenBy: 'token' } as const;
    expect(await codeOf({ ...as('supervisor'), principal: byToken })).toBe('token_not_fresh');
    await perform(as('supervisor'), declineApproval, { reference, reason: 'not needed' });
  });

  it('ends by decline, by taking back, and after 24 hours', async () => {
    const declined = await ask();
    expect(
      await perform(as('supervisor'), declineApproval, { reference: declined, reason: 'no' }),
    ).toMatchObject({ done: { reference: declined } });
    const taken = await ask();
    expect(
      (await perform(as('supervisor'), withdrawApproval, { reference: taken })).refused?.code,
    ).toBe('approval_not_yours');
    expect(await perform(as('service'), withdrawApproval, { reference: taken })).toMatchObject({
      done: { reference: taken },
    });
    const late = await ask();
    service.clock.advance({ hours: 24 });
    expect((await perform(as('supervisor'), approve, { reference: late })).refused?.code).toBe(
      'approval_ended',
    );
  });

  it('an act of the server’s own rights stands there as done alone until a person looked at it', async () => {
    await perform(as('teller'), lockMember, { number });
    const { done } = await perform(alone(), unlockMember, { number });
    expect(done).toMatchObject({ unlocked: true });
    const list = async () => {
      const read = await perform(as('supervisor'), listStaffApprovals, {});
      return read.done?.approvals.filter(({ state }) => state === 'alone') ?? [];
    };
    const [one] = await list();
    expect(one).toMatchObject({ askedBy: 'ann', subject: number, seenAt: null });
    expect(one?.lines).toContainEqual({ what: 'machine user', after: 'root' });
    const unlocked = (await unlocks()).at(-1);
    expect(unlocked?.detail).toMatchObject({ machineUser: 'root' });
    const reference = one?.reference ?? '';
    const look = async (request: StaffContext) =>
      (await perform(request, seeActDoneAlone, { reference, finding: 'fine' })).refused?.code;
    expect(await look(as('supervisor', { name: ' Ann' }))).toBe('approval_own');
    expect(await look(alone())).toBe('approval_needs_person');
    const seen = await perform(as('supervisor'), seeActDoneAlone, { reference, finding: 'fine' });
    expect(seen.done).toEqual({ reference });
    expect(await list()).toEqual([]);
  });

  it('an approved act that its own Fault refuses ends as refused, and leaves nothing behind', async () => {
    const settings = { publicUrl: 'https://taken.example' };
    const asked = await perform(as('admin'), changeInstitution, {
      settings,
      zone: 'America/Chicago',
    });
    expect(asked.refused?.code).toBe('waits_for_approval');
    const reference = /A-\d+-\d+/.exec(asked.refused?.text ?? '')?.[0] ?? '';
    await createInstitution(db(), service.world, {
      slug: 'other',
      name: 'Other',
      zone: 'America/Chicago',
      currency: 'USD',
      settings,
    });
    const { done } = await perform(as('compliance'), approve, { reference });
    expect(done).toMatchObject({ approved: false, refusal: 'institution_invalid' });
    const [row] = await db().query<{ state: string }>(
      'select state from staff_approvals where institution_id = $1 and reference = $2',
      [service.fixture.institution.id, reference],
    );
    expect(row?.state).toBe('refused');
    expect(
      (await loadInstitution(db(), service.fixture.institution.id))?.settings.publicUrl,
    ).not.toBe(settings.publicUrl);
  });

  it('the audit log of settings names the second person', async () => {
    const settings = { portalName: 'Other Portal' };
    const asked = await perform(as('admin'), changeInstitution, { settings });
    const reference = /A-\d+-\d+/.exec(asked.refused?.text ?? '')?.[0] ?? '';
    const { done } = await perform(as('compliance'), approve, { reference });
    expect(done).toMatchObject({ approved: true });
    const [act] = await db().query<{ detail: unknown }>(
      `select detail from acts where institution_id = $1 and what = 'settings_changed' order by at desc, id desc limit 1`,
      [service.fixture.institution.id],
    );
    expect(act?.detail).toEqual({ ...settings, approved: { reference, by: 'compliance one' } });
  });

  it('shows acts to who may ask for them or approve them, and records the look', async () => {
    const reference = await ask();
    const seen = async (role: StaffRole) => {
      const { done } = await perform(as(role), listStaffApprovals, {});
      return done?.approvals.some((one) => one.reference === reference);
    };
    expect(await seen('service')).toBe(true);
    expect(await seen('auditor')).toBe(true);
    expect(await seen('admin')).toBe(false);
    const read = async (role: StaffRole) =>
      (await perform(as(role), readStaffApproval, { reference })).refused?.code;
    expect(await read('admin')).toBe('approval_unknown');
    expect(await read('auditor')).toBeUndefined();
    const looks = await db().query<{ who: string; what: string }>(
      `select who_name as who, what from reads r join members m
        on m.institution_id = $1 and m.id = r.member_id and m.number = $2
        where r.institution_id = $1 and r.what = 'approval'`,
      [service.fixture.institution.id, number],
    );
    expect(looks).toEqual([{ who: 'auditor one', what: 'approval' }]);
    await perform(as('supervisor'), declineApproval, { reference, reason: 'not needed' });
  });

  it('a difference that has changed since is not approved', async () => {
    const reference = await ask();
    await db().query(
      `update staff_approvals set digest = '\\x00' where institution_id = $1 and reference = $2`,
      [service.fixture.institution.id, reference],
    );
    expect((await perform(as('supervisor'), approve, { reference })).refused?.code).toBe(
      'approval_stale',
    );
  });
});
