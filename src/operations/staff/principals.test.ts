import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { createVisitor } from '../../../test/support/visitor.ts';
import { present } from '../../kernel/assert.ts';
import { principalKinds, staffRoles } from '../../kernel/vocabulary/principal.ts';
import { recordInAuditLog } from '../../members/audit-log.ts';
import { migrate } from '../../database/migrate.ts';
import { accessOperations } from '../access/index.ts';
import { approvalsOperations } from '../approvals/index.ts';
import { devicesOperations } from '../devices/index.ts';
import { messagesOperations } from '../messages/index.ts';
import { perform } from '../perform.ts';
import type { MemberContext } from '../request-context.ts';
import { accountsOperations } from '../shares/index.ts';
import { permissions, rolesWith } from '../permissions.ts';
import { changeMemberCode, listMemberCodes } from './codes.ts';
import { staffOperations } from '../staff-operations.ts';
import { listMembers } from './list-members.ts';
import { lockMember, unlockMember } from './lock-member.ts';
import { readMember } from './read-member.ts';
import { setMemberLanguage } from './set-preferences.ts';
import { takeTask } from './work-on-tasks.ts';

const memberOperations = [
  ...accessOperations,
  ...accountsOperations,
  ...approvalsOperations,
  ...devicesOperations,
  ...messagesOperations,
];

onSampledEngines('who may run an operation', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const staff = (more?: Parameters<typeof staffRequest>[1]) => staffRequest(place(), more);
  const number = '900001';
  const codeOf = async (
    request: Parameters<typeof perform>[0],
    operation: Parameters<typeof perform>[1],
    input: unknown = {},
  ) => (await perform(request, operation, input)).refused?.code;

  it('staff run no operation of members or strangers, and members and strangers run none of staff', async () => {
    for (const operation of memberOperations)
      expect(await codeOf(staff(), operation), operation.id).toBe('members_only');
    const member = await memberRequest(place(), 0);
    const stranger = await createVisitor(place()).request();
    for (const operation of staffOperations) {
      // For a member, it does not exist.
      expect(await codeOf(member, operation), operation.id).toBe('not_found');
      expect(await codeOf(stranger, operation), operation.id).toBe('sign_in_first');
    }
    expect(staffOperations.length).toBeGreaterThan(20);
  });

  it('each operation asks for the roles of its line in the table, a reason for a change, and fresh proof', async () => {
    const stale = service.clock.now().subtract({ minutes: 6 });
    for (const operation of staffOperations) {
      const { changes, fresh } = permissions[operation.permission];
      const roles = rolesWith(operation.permission);
      const others = staffRoles.filter((role) => !roles.includes(role));
      // Everybody looks after their own access, and sees what today brings.
      const isForAll = /^(?:own_access|read_today)/.test(operation.permission);
      expect(others.length === 0, operation.permission).toBe(isForAll);
      expect(await codeOf(staff({ roles: others }), operation), operation.id).toBe('role_missing');
      for (const role of roles) {
        const without = await codeOf(staff({ roles: [role], why: null }), operation);
        expect(without === 'why_missing', operation.id).toBe(changes);
        const late = await codeOf(staff({ roles: [role], provenAt: stale }), operation, {
          unknown: true,
        });
        expect(late, operation.id).toBe(fresh ? 'verify_first' : 'input_invalid');
      }
    }
  });

  it('a device acts for its member, and its proof expires like any other', async () => {
    const { principal, ...rest } = await memberRequest(place(), 0);
    const { memberId, memberNumber, provenAt } = principal;
    const device = { kind: 'device', memberId, memberNumber, provenBy: 'device_key' } as const;
    const fresh: MemberContext = { ...rest, principal: { ...device, provenAt } };
    const old = { ...device, provenAt: provenAt.subtract({ minutes: 6 }) };
    const lock = present(
      memberOperations.find(({ id }) => id === 'unlockService'),
      'there is one',
    );
    expect(await codeOf({ ...fresh, principal: old }, lock)).toBe('verify_first');
    expect(await codeOf(fresh, lock)).toBeUndefined();
  });

  it('every id belongs to one operation', () => {
    const ids = [...memberOperations, ...staffOperations].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  describe('the audit log', () => {
    const entries = async (subject: string) =>
      db().query<{ principal: string; who: string; why: string; by: string; what: string }>(
        `select principal, who, why, proven_by as by, what from acts
          where institution_id = $1 and subject = $2 and proven_at is not null order by at, id`,
        [service.fixture.institution.id, subject],
      );

    it('has the principal of the request, once, and nothing about a refusal', async () => {
      const words = { number, language: 'es' };
      expect((await perform(staff(), setMemberLanguage, words)).done).toEqual({ language: 'es' });
      expect(await codeOf(staff(), setMemberLanguage, { ...words, number: '1' })).toBe(
        'member_unknown',
      );
      const teller = staff({ roles: ['teller'] });
      expect((await perform(teller, lockMember, { number })).done).toEqual({ already: false });
      expect(await codeOf(teller, unlockMember, { number })).toBe('role_missing');
      const line = { principal: 'staff', who: 'ann', why: 'asked at the branch' };
      expect(await entries(number)).toEqual([
        { ...line, by: 'command_line', what: 'member_language' },
        { ...line, by: 'command_line', what: 'member_lock' },
      ]);
    });

    it('accepts every kind of principal and no other', async () => {
      const { institution, world } = { ...service.fixture, world: service.world };
      const entry = {
        institutionId: institution.id,
        who: 'ann',
        why: 'a test',
        provenBy: 'token',
        provenAt: world.clock.now(),
        what: 'tried',
        subject: 'kinds',
      } as const;
      for (const principal of principalKinds)
        await recordInAuditLog(db(), world, { ...entry, principal });
      expect((await entries('kinds')).map(({ principal }) => principal)).toEqual([
        ...principalKinds,
      ]);
      await expect(
        db().query(`update acts set principal = 'nobody' where subject = 'kinds'`),
      ).rejects.toThrow(/acts_principal_check/);
    });

    it('has the kind of principal of earlier rows, from the migration', async () => {
      const name = '0035-audit-log-principal';
      await db().query('delete from acts');
      await db().query(
        'alter table acts drop column principal, drop column proven_by, drop column proven_at',
      );
      for (const [subject, who, why] of [
        ['old 1', 'member 900001', 'in the online bank'],
        ['old 2', 'member services', 'asked at the branch'],
        ['old 3', 'Kim', 'import of a.csv and b.csv'],
      ])
        await db().query(
          `insert into acts (institution_id, id, who, why, what, subject, detail, at)
            values ($1, $2, $3, $4, 'tried', $5, '{}', now())`,
          [service.fixture.institution.id, service.world.ids.next(), who, why, subject],
        );
      await db().query('delete from migrations where name = $1', [name]);
      expect(await migrate(db())).toEqual([name]);
      expect(
        await db().query(
          'select subject, principal, proven_by as by, proven_at as at from acts order by subject',
        ),
      ).toEqual([
        { subject: 'old 1', principal: 'member', by: null, at: null },
        { subject: 'old 2', principal: 'staff', by: null, at: null },
        { subject: 'old 3', principal: 'staff', by: null, at: null },
      ]);
    });
  });

  it('without a key members can still be found and locked; an operation that needs a key says so', async () => {
    const request = staff({ keyring: null });
    const other = { number: '900002' };
    expect((await perform(request, listMembers, { limit: 2 })).done).toMatchObject({ more: true });
    expect((await perform(request, lockMember, other)).done).toEqual({ already: false });
    expect((await perform(request, readMember, other)).done).toMatchObject({ locked: true });
    const { refused } = await perform(request, listMemberCodes, other);
    expect(refused).toMatchObject({
      code: 'keys_missing',
      text: expect.stringContaining('TMM_MASTER_KEYS'),
    });
  });

  it('refuses in one English sentence, and names the field', async () => {
    const code = { number, channel: 'x', own: 'abc234' };
    // Nobody of the staff chooses a member's code.
    expect((await perform(staff(), changeMemberCode, code)).refused?.code).toBe('input_invalid');
    const wrong = { number: '900999', channel: 'x' };
    expect((await perform(staff(), changeMemberCode, wrong)).refused).toMatchObject({
      code: 'member_unknown',
      fields: { number: expect.stringContaining('900999') },
    });
    expect((await perform(staff(), takeTask, { reference: 't-1' })).refused).toMatchObject({
      code: 'work_invalid',
      text: 'There is no task T-1',
    });
    expect(
      (await perform(staff(), listMemberCodes, { number, channel: 'x' })).done?.codes[0]?.code,
    ).toMatch(/[•*]/u);
  });
});
