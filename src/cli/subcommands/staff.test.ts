import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { buildFixture } from '../../../test/support/fixture.ts';
import { furnishStaff } from '../../../test/support/identity/furnish-staff.ts';
import { demonstrationKey } from '../../service/config.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { present } from '../../kernel/assert.ts';
import { systemRandom } from '../../kernel/random.ts';
import { createWorld } from '../../kernel/world.ts';
import { checkInvitationCode } from '../../staff-access/staff-invitations.ts';
import { setStaffRoles } from '../../staff-access/change-staff.ts';
import { makeStaffToken } from '../../staff-access/staff-tokens.ts';
import { memberSubcommand } from './member.ts';
import { staffSubcommand } from './staff.ts';

const who = ['--who', 'ann', '--why', 'the first administrator'];

describe('tmm staff', () => {
  let said = '';
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'staff-'));
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const open = async () => {
    const db = await openTestDatabase();
    const world = createWorld();
    const { institution, members } = await buildFixture(db, world, { people: 1 });
    const keyring = createKeyring([demonstrationKey], systemRandom);
    const run = async (subcommand: typeof staffSubcommand, ...words: string[]) => {
      said = '';
      await subcommand.run([...words, '--database', db.url ?? '']);
      return said;
    };
    return { db, world, keyring, institutionId: institution.id, members, run };
  };

  it('invites the first administrator, with a link and a code that open the console', async () => {
    await using opened = await open().then((one) => ({
      ...one,
      [Symbol.asyncDispose]: async () => one.db[Symbol.asyncDispose](),
    }));
    const { db, world, keyring, institutionId, run } = opened;
    expect(await run(staffSubcommand, 'list')).toContain('tmm staff invite');
    const words = ['--name', 'Dora Diaz', '--email', 'dora@vantage.example', '--roles', 'admin'];
    await expect(run(staffSubcommand, 'invite', ...words)).rejects.toThrow(/--who/);
    await expect(
      run(staffSubcommand, 'invite', ...words.slice(0, -1), 'pope', ...who),
    ).rejects.toThrow(/roles/);
    const printed = await run(staffSubcommand, 'invite', ...words, ...who);
    const link = present(/\/invitation\/([\w-]{43})/.exec(printed)?.[1], 'it is printed');
    const code = present(/: ([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(printed)?.[1], 'it is printed');
    expect(
      await checkInvitationCode(db, { world, keyring }, { institutionId, link, code }),
    ).toBeDefined();
    expect(await run(staffSubcommand, 'list')).toMatch(
      /Dora Diaz +dora@vantage.example +admin +invited/,
    );
    // It took two persons, and there was none: it stands under Approvals.
    expect(
      await db.query(
        'select operation, state, asked_by_name as name from staff_approvals order by asked_at, id',
      ),
    ).toEqual([{ operation: 'inviteStaff', state: 'alone', name: 'ann' }]);
    const acts = await db.query<{ what: string; detail: object }>(
      'select what, detail from acts where institution_id = $1 order by at, id',
      [institutionId],
    );
    expect(acts.map(({ what }) => what)).toEqual(['staff_invited', 'staff_link', 'staff_code']);
    expect(JSON.stringify(acts)).not.toContain(link);
    expect(JSON.stringify(acts)).not.toContain(code);
  });

  it('with a staff token its person acts, with their roles as they are now', async () => {
    const { db, world, keyring, institutionId, members, run } = await open();
    await using _closing = db;
    const person = await furnishStaff({ db, world, keyring, institutionId }, 'Tess', ['teller']);
    const key = { institutionId, staffId: person.id };
    const made = await makeStaffToken(db, world, { ...key, name: 'laptop', days: 1 });
    const { token } = present(made, 'there is room');
    const number = present(members[0], 'there is one').number;
    vi.stubEnv('TMM_STAFF_TOKEN', token);
    await run(memberSubcommand, 'lock', number, '--why', 'she called');
    expect(
      await db.query('select who, proven_by as by, why from acts where what = $1', ['member_lock']),
    ).toEqual([{ who: 'Tess', by: 'token', why: 'she called' }]);
    // A teller asks for no unlocking, and sees no list of staff.
    await expect(run(memberSubcommand, 'unlock', number, '--why', 'x')).rejects.toThrow(/role/);
    await expect(run(staffSubcommand, 'list')).rejects.toThrow(/role/);
    await expect(run(memberSubcommand, 'lock', number, ...who)).rejects.toThrow(/leave out --who/);
    await expect(run(memberSubcommand, 'lock', number)).rejects.toThrow(/--why/);
    await db.transaction(async (tx) => setStaffRoles(tx, { ...key, roles: ['auditor'] }));
    expect(await run(staffSubcommand, 'list')).toContain('Tess');
    await expect(run(memberSubcommand, 'lock', number, '--why', 'x')).rejects.toThrow(/role/);
    vi.unstubAllEnvs();
    const file = join(folder, 'token');
    writeFileSync(file, `${token}\n`);
    expect(await run(staffSubcommand, 'list', '--token-file', file)).toContain('Tess');
    writeFileSync(file, `${token}x`);
    await expect(run(staffSubcommand, 'list', '--token-file', file)).rejects.toThrow(
      /not valid at/,
    );
    await expect(
      run(staffSubcommand, 'list', '--token-file', join(folder, 'none')),
    ).rejects.toThrow(/can’t be read/);
  });

  it('changes roles, signs out, makes tokens and ends people by the server’s own rights', async () => {
    const { db, world, keyring, institutionId, run } = await open();
    await using _closing = db;
    const place = { db, world, keyring, institutionId };
    const { email } = await furnishStaff(place, 'Ben', ['teller']);
    const dora = await furnishStaff(place, 'Dora', ['admin']);
    expect(await run(staffSubcommand, 'roles', email, 'supervisor,auditor', ...who)).toContain(
      'Ben: supervisor, auditor',
    );
    const token = (
      await run(staffSubcommand, 'token', email, '--name', 'laptop', '--days', '7', ...who)
    ).trim();
    vi.stubEnv('TMM_STAFF_TOKEN', token);
    expect(await run(staffSubcommand, 'list')).toMatch(/Ben .*1 tokens/);
    vi.unstubAllEnvs();
    expect(await run(staffSubcommand, 'sign-out', email, ...who)).toContain('1 tokens ended');
    expect(await run(staffSubcommand, 'end', email, ...who)).toContain('can’t sign in any more');
    await expect(run(staffSubcommand, 'end', dora.email, ...who)).rejects.toThrow(/last admin/);
    await expect(run(staffSubcommand, 'end', 'x@y.example', ...who)).rejects.toThrow(/Nobody/);
    for (const words of [
      ['pope'],
      ['roles', email],
      ['end'],
      ['list', 'x'],
      ['token', email, ...who],
    ])
      await expect(run(staffSubcommand, ...words)).rejects.toThrow();
  });
});
