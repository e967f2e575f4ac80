import { afterEach, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/engines.ts';
import { buildFixture } from '../../../test/support/fixture.ts';
import { waysIn } from '../../access/accesses.ts';
import { listSecurityEvents } from '../../access/events.ts';
import { inviteMember, isInvitation } from '../../access/invitations.ts';
import { makeRecoveryCodes } from '../../access/recovery-codes.ts';
import { findSession, openSession } from '../../access/sessions.ts';
import { present } from '../../kernel/assert.ts';
import { seededRandom } from '../../kernel/random.ts';
import { createWorld } from '../../kernel/world.ts';
import { memberSubcommand } from './member.ts';

afterEach(() => vi.unstubAllEnvs());

it('staff end a member’s sessions, or remove all ways to sign in', async () => {
  // The fixture's own key, so that the command line can decrypt its addresses.
  const key = Buffer.from(seededRandom('test key').bytes(32)).toString('base64');
  vi.stubEnv('TMM_MASTER_KEYS', `1:${key}`);
  await using db = await openTestDatabase();
  const world = createWorld();
  const { institution, keyring, members } = await buildFixture(db, world, { people: 2 });
  const context = { world, keyring };
  const keyOf = (person: number) => ({
    institutionId: institution.id,
    memberId: present(members[person], 'the person lives in the fixture').id,
  });
  const run = async (verb: string) =>
    memberSubcommand.run([
      verb,
      '900001',
      '--database',
      db.url ?? '',
      '--who',
      'ann',
      '--why',
      'a stolen laptop',
    ]);
  const open = async (person: number) =>
    (await openSession(db, context, { ...keyOf(person), device: 'Firefox' })).token;
  const isOpen = async (token: string) =>
    (await findSession(db, context, { institutionId: institution.id, token })) !== undefined;

  const [first, foreign] = [await open(0), await open(1)];
  await run('sign-out');
  expect([await isOpen(first), await isOpen(foreign)]).toEqual([false, true]);

  const second = await open(0);
  const { code } = await inviteMember(db, context, keyOf(0));
  await makeRecoveryCodes(db, context, keyOf(0));
  await run('close-access');
  expect(await isOpen(second)).toBe(false);
  expect(await isInvitation(db, context, { ...keyOf(0), code })).toBe(false);
  expect(await waysIn(db, keyOf(0))).toEqual({ passkeys: 0, recoveryCodesLeft: 0 });
  const events = await listSecurityEvents(db, { ...keyOf(0), limit: 10 });
  expect(events.map(({ kind }) => kind)).toEqual([
    'access_closed',
    'signed_out_everywhere',
    'signed_out_everywhere',
  ]);
  const notices = await db.query("select 1 from outbound where purpose = 'notice'");
  expect(notices.length).toBe(2);
});
