import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { furnishStaff } from '../../../test/support/identity/furnish-staff.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { present } from '../../kernel/assert.ts';
import { setStaffRoles } from '../../staff-access/change-staff.ts';
import { findStaff, findStaffByEmail, type StaffMember } from '../../staff-access/staff-members.ts';
import { declineApproval } from '../dual-control/decide.ts';
import { listStaffApprovals } from '../dual-control/list-approvals.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { approve } from '../staff-operations.ts';
import { changeStaffRoles } from './change-roles.ts';
import { endStaff } from './end-staff.ts';
import { makeStaffCode, makeStaffLink } from './hand-out.ts';
import { inviteStaff } from './invite-staff.ts';
import { listStaff } from './list-staff.ts';
import { makeOwnToken, makeStaffToken } from './make-token.ts';
import { readOwnAccess } from './own-access.ts';
import { signOutStaff } from './sign-out-staff.ts';

onSampledEngines('people of the staff', (db) => {
  let service: Service;
  let dora: StaffMember;
  let ben: StaffMember;
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
    dora = await furnishStaff(place(), 'Dora', ['admin']);
    await furnishStaff(place(), 'Dave', ['admin']);
    ben = await furnishStaff(place(), 'Ben', ['supervisor']);
  });
  const institutionId = () => service.fixture.institution.id;
  const place = () => ({
    db: db(),
    world: service.world,
    keyring: service.fixture.keyring,
    institutionId: institutionId(),
  });
  const alone = () => staffRequest({ db: db(), fixture: service.fixture, world: service.world });
  const as = (
    { id, name, roles }: StaffMember,
    more: { readonly provenBy?: 'session' | 'token'; readonly minutesAgo?: number } = {},
  ): StaffContext => ({
    ...alone(),
    why: 'the team changes',
    principal: {
      kind: 'staff',
      identity: id,
      name,
      roles,
      provenBy: more.provenBy ?? 'session',
      provenAt: service.clock.now().subtract({ minutes: more.minutesAgo ?? 0 }),
    },
  });
  const codeOf = async (...given: Parameters<typeof perform>) =>
    (await perform(...given)).refused?.code;
  /** The reference of the newest act that waits. */
  const waiting = async () => {
    const { done } = await perform(as(ben), listStaffApprovals, {});
    const some = done?.approvals.filter(({ state }) => state === 'waiting') ?? [];
    return present(
      some.toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1)).at(-1),
      'something waits',
    );
  };
  const personBy = async (email: string) => findStaffByEmail(db(), institutionId(), email);

  it('are invited by two persons, and get link and code from two persons', async () => {
    const input = { name: 'Gus', email: 'gus@vantage.example', roles: 'teller, service' };
    expect(await codeOf(as(ben), inviteStaff, { ...input, roles: 'pope' })).toBe('input_invalid');
    expect(await codeOf(as(dora), inviteStaff, input)).toBe('waits_for_approval');
    expect(await personBy(input.email)).toBeUndefined();
    const { reference, lines, subject } = await waiting();
    expect({ subject, lines }).toEqual({
      subject: 'Gus',
      lines: [
        { what: 'email', after: 'gus@vantage.example' },
        { what: 'roles', after: 'teller, service' },
        { what: 'language', after: 'en' },
      ],
    });
    expect(await codeOf(as(dora), approve, { reference })).toBe('approval_own');
    expect((await perform(as(ben), approve, { reference })).done).toMatchObject({
      approved: true,
    });
    const gus = present(await personBy(input.email), 'he was invited');
    expect(gus).toMatchObject({ state: 'invited', roles: ['teller', 'service'] });
    const person = gus.id;
    expect(await codeOf(as(ben), makeStaffLink, { person })).toBe('role_missing');
    expect(await codeOf(as(dora, { minutesAgo: 6 }), makeStaffLink, { person })).toBe(
      'verify_first',
    );
    expect((await perform(as(dora), makeStaffLink, { person })).done?.path).toMatch(
      /^\/invitation\/[\w-]{43}$/,
    );
    // Also for somebody who has both roles: the two halves come from two persons.
    const both = await furnishStaff(place(), 'Both', ['admin', 'supervisor']);
    await perform(as(both), makeStaffLink, { person });
    expect(await codeOf(as(both), makeStaffCode, { person })).toBe('link_and_code_apart');
    expect((await perform(as(ben), makeStaffCode, { person })).done?.code).toMatch(/^\w{4}-\w{4}$/);
    expect(await codeOf(as(dora), makeStaffLink, { person: 'nobody@x.example' })).toBe(
      'staff_unknown',
    );
    expect(await codeOf(as(dora), makeStaffLink, { person: ben.email })).toBe('staff_not_invited');
    expect(await codeOf(as(dora), inviteStaff, { ...input, email: 'GUS@vantage.example' })).toBe(
      'staff_email_taken',
    );
  });

  it('change roles only after a second person approved exactly that change', async () => {
    const person = await furnishStaff(place(), 'Hugo', ['teller']);
    const ask = async () =>
      codeOf(as(dora), changeStaffRoles, { person: person.email, roles: 'service' });
    expect(await ask()).toBe('waits_for_approval');
    const { reference } = await waiting();
    // Meanwhile he has other roles: what was shown is no longer true.
    await db().transaction(async (tx) =>
      setStaffRoles(tx, { institutionId: institutionId(), staffId: person.id, roles: ['auditor'] }),
    );
    expect(await codeOf(as(ben), approve, { reference })).toBe('approval_stale');
    await perform(as(ben), declineApproval, { reference, reason: 'outdated' });
    await ask();
    const again = await waiting();
    expect(again.lines).toContainEqual({ what: 'roles', before: 'auditor', after: 'service' });
    await perform(as(ben), approve, { reference: again.reference });
    expect((await personBy(person.email))?.roles).toEqual(['service']);
    const [act] = await db().query<{ who: string; detail: object }>(
      `select who, detail from acts where institution_id = $1 and what = 'staff_roles' and subject = $2`,
      [institutionId(), person.id],
    );
    expect(act).toMatchObject({
      who: 'Dora',
      detail: { before: ['auditor'], after: ['service'], approved: { by: 'Ben' } },
    });
  });

  it('who was ended, or lost the role, has asked for nothing any more', async () => {
    const leaver = await furnishStaff(place(), 'Ines', ['admin']);
    const input = { name: 'Friend', email: 'friend@vantage.example', roles: 'supervisor' };
    await perform(as(leaver), inviteStaff, input);
    const { reference } = await waiting();
    await db().transaction(async (tx) =>
      setStaffRoles(tx, { institutionId: institutionId(), staffId: leaver.id, roles: ['teller'] }),
    );
    expect(await codeOf(as(ben), approve, { reference })).toBe('approval_asker_gone');
    expect(await personBy(input.email)).toBeUndefined();
    expect(
      (await perform(as(ben), declineApproval, { reference, reason: 'has left' })).done,
    ).toBeDefined();
  });

  it('are ended by two persons, or by the server’s own rights, but never the last administrator', async () => {
    const person = await furnishStaff(place(), 'Jim', ['teller']);
    expect(await codeOf(as(dora), endStaff, { person: person.id })).toBe('waits_for_approval');
    await perform(as(ben), approve, { reference: (await waiting()).reference });
    expect(
      (await findStaff(db(), { institutionId: institutionId(), staffId: person.id }))?.state,
    ).toBe('ended');
    const { done } = await perform(alone(), listStaff, {});
    const administrators = (done?.staff ?? []).filter(
      ({ roles, state }) => state === 'active' && roles.includes('admin'),
    );
    const outcomes: (string | undefined)[] = [];
    for (const { id } of administrators.filter((one) => one.id !== dora.id))
      outcomes.push(await codeOf(alone(), endStaff, { person: id }));
    expect(outcomes.every((code) => code === undefined)).toBe(true);
    expect(await codeOf(alone(), endStaff, { person: dora.id })).toBe('last_administrator');
    expect(await codeOf(alone(), changeStaffRoles, { person: dora.id, roles: 'teller' })).toBe(
      'last_administrator',
    );
    expect(
      await codeOf(alone(), changeStaffRoles, { person: dora.id, roles: 'admin,teller' }),
    ).toBe(undefined);
  });

  describe('tokens', () => {
    it('are made by their own person, signed in to the console just now', async () => {
      const person = await furnishStaff(place(), 'Kim', ['teller']);
      const name = { name: 'laptop' };
      expect((await perform(as(person), makeOwnToken, name)).done?.token).toMatch(/^tmm_staff_/);
      expect(await codeOf(as(person, { minutesAgo: 6 }), makeOwnToken, name)).toBe('verify_first');
      // A token is no proof that it is the person, so it opens nothing.
      expect(await codeOf(as(person, { provenBy: 'token' }), makeOwnToken, name)).toBe(
        'token_not_fresh',
      );
      expect(await codeOf(alone(), makeOwnToken, name)).toBe('token_own_only');
      const { done } = await perform(as(person), readOwnAccess, {});
      expect(done?.tokens).toMatchObject([{ name: 'laptop', lastUsedAt: null }]);
      expect(JSON.stringify(done)).not.toContain('tmm_staff_');
    });

    it('are made for others by the server’s own rights alone', async () => {
      const given = { person: ben.email, name: 'server' };
      expect(await codeOf(as(dora), makeStaffToken, given)).toBe('token_own_only');
      expect((await perform(alone(), makeStaffToken, given)).done?.token).toMatch(/^tmm_staff_/);
      const { done } = await perform(as(dora), listStaffApprovals, { ended: 'true' });
      const act = done?.approvals.find(({ operation }) => operation === 'makeStaffToken');
      expect(act).toMatchObject({ state: 'alone', askedBy: 'ann' });
      expect(JSON.stringify(done)).not.toContain('tmm_staff_');
      // One person alone closes what a lost laptop opens.
      expect((await perform(as(ben), signOutStaff, { person: ben.email })).done).toMatchObject({
        tokens: 1,
      });
    });
  });
});
