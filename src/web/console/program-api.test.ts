import { beforeAll, beforeEach, expect, it } from 'vitest';
import { consoleOver, consoleUrl, staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { furnishStaff } from '../../../test/support/identity/furnish-staff.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { present } from '../../kernel/assert.ts';
import { perform } from '../../operations/perform.ts';
import { endProgram } from '../../operations/programs/end-program.ts';
import { listPrograms } from '../../operations/programs/list-programs.ts';
import { makeProgramToken } from '../../operations/programs/make-program-token.ts';
import { isForPrograms } from '../../operations/programs/scopes.ts';
import { permissions } from '../../operations/permissions.ts';
import { approve, createProgram, staffOperations } from '../../operations/staff-operations.ts';
import { listStaffApprovals } from '../../operations/dual-control/list-approvals.ts';
import { programRate, takeProgramCall } from '../../programs/rate.ts';
import type { StaffMember } from '../../staff-access/staff-members.ts';

it('programs run only operations that read', () => {
  const open = staffOperations.filter(isForPrograms);
  expect(open.length).toBeGreaterThan(20);
  expect(open.filter(({ permission }) => permissions[permission].changes)).toEqual([]);
  // A verb that writes would stand out here.
  const verbs = new Set(open.map(({ id }) => /^[a-z]+/.exec(id)?.[0]));
  expect(verbs).toEqual(new Set(['explain', 'find', 'list', 'read', 'try']));
});

onSampledEngines('programs', (db) => {
  let service: Service;
  let dora: StaffMember;
  let cleo: StaffMember;
  let count = 0;
  let name = '';
  beforeAll(async () => {
    service = await startService(db(), { people: 1 });
    const place = { db: db(), world: service.world, keyring: service.fixture.keyring };
    const institutionId = service.fixture.institution.id;
    dora = await furnishStaff({ ...place, institutionId }, 'Dora', ['admin']);
    cleo = await furnishStaff({ ...place, institutionId }, 'Cleo', ['compliance']);
  });
  beforeEach(() => {
    count += 1;
    name = `warehouse ${count}`;
  });
  const alone = () => staffRequest({ db: db(), fixture: service.fixture, world: service.world });
  const as = (person: StaffMember) => ({
    ...alone(),
    why: 'the warehouse needs it',
    principal: {
      ...staffPerson('admin', service),
      identity: person.id,
      name: person.name,
      roles: person.roles,
    },
  });
  const add = async (scopes: string, days = 90) => {
    const added = await perform(alone(), createProgram, { name, scopes, days });
    return present(added.done, 'it is added');
  };
  const tokenOf = async (program: string) =>
    present((await perform(alone(), makeProgramToken, { program })).done, 'it is made').token;
  const web = () =>
    consoleOver({
      db: db(),
      world: service.world,
      keyring: service.fixture.keyring,
      institutionId: service.fixture.institution.id,
    }).app;
  const call = async (
    token: string,
    operation: string,
    more: { readonly headers?: Readonly<Record<string, string>>; readonly body?: object } = {},
  ) => {
    const answer = await web().request(`${consoleUrl}/api/v1/${operation}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...more.headers,
      },
      body: JSON.stringify(more.body ?? {}),
    });
    const json: unknown = await answer.json();
    return { status: answer.status, json, headers: answer.headers };
  };

  it('are added by two persons, and an administrator makes the token', async () => {
    const input = { name, scopes: 'read_reports, listTasks', days: 30 };
    expect((await perform(as(dora), createProgram, input)).refused?.code).toBe(
      'waits_for_approval',
    );
    const { done } = await perform(as(cleo), listStaffApprovals, {});
    const waiting = present(done, 'it is listed').approvals.find(
      ({ state }) => state === 'waiting',
    );
    const { reference, lines } = present(waiting, 'it waits');
    expect(lines).toEqual([
      { what: 'scopes', after: 'read_reports, listTasks' },
      { what: 'days', after: '30' },
    ]);
    const approved = await perform(as(cleo), approve, { reference });
    expect(approved.done).toMatchObject({ approved: true });
    expect((await perform(as(cleo), makeProgramToken, { program: name })).refused?.code).toBe(
      'role_missing',
    );
    const made = await perform(as(dora), makeProgramToken, { program: name });
    expect(made.done?.token).toMatch(/^tmm_program_[\w-]{43}$/);
    const listed = JSON.stringify((await perform(as(cleo), listPrograms, {})).done);
    expect(listed).toContain(name);
    expect(listed).not.toContain('tmm_program_');
  });

  it('get only scopes that read, and each name once', async () => {
    for (const scopes of ['send_notices', 'approve', 'downloadSearch', 'manage_tokens'])
      expect((await perform(alone(), createProgram, { name, scopes })).refused?.code).toBe(
        'scope_unknown',
      );
    await add('read_members');
    const again = { name: name.toUpperCase(), scopes: 'read_members' };
    expect((await perform(alone(), createProgram, again)).refused?.code).toBe('program_exists');
  });

  it('run what their scopes name, each call in the audit log', async () => {
    await add('read_members listTasks');
    const token = await tokenOf(name);
    expect((await call(token, 'listTasks')).status).toBe(200);
    expect((await call(token, 'listMembers')).status).toBe(200);
    const described = await web().request(`${consoleUrl}/api/v1/programs.json`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await described.text()).toContain('"/listTasks"');
    expect(await call(token, 'listCases')).toMatchObject({
      status: 403,
      json: { code: 'scope_missing' },
    });
    expect(await call(token, 'lockMember', { body: { number: '1', why: 'x' } })).toMatchObject({
      json: { code: 'scope_missing' },
    });
    const acts = await db().query<{ subject: string; detail: unknown }>(
      `select subject, detail from acts where who = $1 order by at, id`,
      [`${name} (program)`],
    );
    expect(acts).toEqual([
      { subject: 'listTasks', detail: { outcome: 'done' } },
      { subject: 'listMembers', detail: { outcome: 'done' } },
      { subject: 'listCases', detail: { outcome: 'scope_missing' } },
      { subject: 'lockMember', detail: { outcome: 'scope_missing' } },
    ]);
  });

  it('are refused with a cookie, a wrong token, an earlier token, after their end and after their days', async () => {
    const added = await add('listTasks', 2);
    const early = await tokenOf(name);
    const cookie = { headers: { cookie: 'staff_session=whatever' } };
    expect(await call(early, 'listTasks', cookie)).toMatchObject({
      status: 400,
      json: { code: 'token_with_cookie' },
    });
    const refused = { status: 401, json: { code: 'token_refused' } };
    expect(await call(`${early}x`, 'listTasks')).toMatchObject(refused);
    const token = await tokenOf(name);
    expect(await call(early, 'listTasks')).toMatchObject(refused);
    expect((await call(token, 'listTasks')).status).toBe(200);
    expect((await call(token, 'noSuchThing')).status).toBe(404);
    await perform(alone(), endProgram, { program: added.id });
    expect(await call(token, 'listTasks')).toMatchObject(refused);
    await add('listTasks', 2);
    const later = await tokenOf(name);
    service.clock.advance({ hours: 48 });
    expect(await call(later, 'listTasks')).toMatchObject(refused);
    expect((await perform(alone(), makeProgramToken, { program: name })).refused?.code).toBe(
      'program_expired',
    );
  });

  it('share one allowance over all processes', async () => {
    const { id } = await add('listTasks');
    const token = await tokenOf(name);
    const key = { institutionId: service.fixture.institution.id, id };
    const { burst, perSecond } = programRate;
    const taken = await Promise.all(
      Array.from({ length: burst + 5 }, async () => takeProgramCall(db(), service.world, key)),
    );
    expect(taken.filter((retryAt) => retryAt === undefined)).toHaveLength(burst);
    const refused = await call(token, 'listTasks');
    expect(refused).toMatchObject({ status: 429, json: { code: 'too_many' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    service.clock.advance({ seconds: 1 });
    for (let left = perSecond; left > 0; left -= 1)
      expect((await call(token, 'listTasks')).status).toBe(200);
    expect((await call(token, 'listTasks')).status).toBe(429);
  });
});
