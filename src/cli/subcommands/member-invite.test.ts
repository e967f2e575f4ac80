import { expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { buildFixture } from '../../../test/support/fixture.ts';
import { isInvitation } from '../../access/invitations.ts';
import { demonstrationKey } from '../../service/config.ts';
import { present } from '../../kernel/assert.ts';
import { systemRandom } from '../../kernel/random.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { createWorld } from '../../kernel/world.ts';
import { memberSubcommand } from './member.ts';

it('prints a code that activates, and stores it nowhere', async () => {
  let printed = '';
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  await using db = await openTestDatabase();
  const world = createWorld();
  const { institution, members } = await buildFixture(db, world, { people: 1 });
  const member = present(members[0], 'the member lives in the fixture');
  const who = ['--who', 'ann', '--why', 'asked at the branch'];
  await memberSubcommand.run(['invite', '900001', '--database', db.url ?? '', ...who]);
  output.mockRestore();
  const code = present(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(printed)?.[0], 'it is printed');
  const keyring = createKeyring([demonstrationKey], systemRandom);
  const key = { institutionId: institution.id, memberId: member.id };
  expect(await isInvitation(db, { world, keyring }, { ...key, code })).toBe(true);
  const rows = await db.query<{ row: string }>(
    `select i::text as row from invitations i union all select e::text from security_events e
      union all select a::text from acts a`,
  );
  expect(rows.map(({ row }) => row).join()).not.toContain(code);
});

it('is refused without who and why', async () => {
  await using db = await openTestDatabase();
  await buildFixture(db, createWorld(), { people: 1 });
  const invite = async (...words: string[]) =>
    memberSubcommand.run(['invite', '--member', '900001', '--database', db.url ?? '', ...words]);
  await expect(invite()).rejects.toThrow(/--who/);
  await expect(invite('--who', 'ann', '--why', 'asked at the branch')).resolves.toBe(0);
  expect(await db.query('select who, why, what, subject, detail from acts')).toEqual([
    {
      who: 'ann',
      why: 'asked at the branch',
      what: 'member_invite',
      subject: '900001',
      detail: { argument: null, machineUser: expect.any(String) },
    },
  ]);
});
