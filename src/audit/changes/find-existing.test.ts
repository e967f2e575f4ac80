import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/support/engines.ts';
import { testKeyring } from '../../../test/support/fixture/keys.ts';
import type { Database, Queries } from '../../database/database.ts';
import { createWorld } from '../../kernel/world.ts';
import { createInstitution } from '../../members/institution.ts';
import { findExisting } from './find-existing.ts';
import { recording } from './recording.ts';
import { verifyChanges } from './verify-changes.ts';

const world = createWorld();
const keyring = testKeyring();

onBothEngines('rows from before the record', (db) => {
  const recorded = () => recording(db(), { world, keyringOf: () => keyring });
  let made = 0;
  const openInstitution = async (on: Database): Promise<number> => {
    made += 1;
    const given = { slug: `found-${made}`, name: 'V', zone: 'America/Chicago', currency: 'USD' };
    return (await on.transaction(async (tx) => createInstitution(tx, world, given))).id;
  };
  const addMember = async (q: Queries, institutionId: number, number: string) =>
    q.query(
      'insert into members (institution_id, id, number, name, created_at) values ($1, $2, $3, $4, $5)',
      [institutionId, world.ids.next(), number, `Member ${number}`, world.clock.now()],
    );
  const problemsOf = async (institutionId: number): Promise<string[]> => {
    const found: string[] = [];
    await verifyChanges(db(), {
      institutionId,
      tell: ({ where, what }) => found.push(`${where}: ${what}`),
      isEnough: () => false,
    });
    return found;
  };

  it('are found where a page ends with a table that has no key', async () => {
    const id = await openInstitution(db());
    // With the institution's own row they fill a page.
    await db().query(
      `insert into acts (institution_id, id, who, why, what, subject, detail, at, principal)
        select $1, gen_random_uuid(), 'ann', 'asked', 'tried', 'x', '{}', now(), 'program' from generate_series(1, 499)`,
      [id],
    );
    await addMember(db(), id, '1');
    await findExisting(recorded(), world, { institutionId: id });
    expect(await problemsOf(id)).toEqual([]);
  });

  it('are not found a second time, so nobody can have a forged row signed', async () => {
    const on = recorded();
    const id = await openInstitution(on);
    await addMember(on, id, '1');
    await addMember(db(), id, '666');
    expect(await problemsOf(id)).toEqual([expect.stringMatching(/^members .*no batch wrote it$/)]);
    await db().query(
      `delete from recorded_tables where institution_id = $1 and table_name = 'members'`,
      [id],
    );
    await findExisting(on, world, { institutionId: id });
    const problems = await problemsOf(id);
    expect(problems).toContainEqual(expect.stringMatching(/^members .*no batch wrote it$/));
    expect(problems).toContainEqual(expect.stringMatching(/^recorded_tables members/));
  });
});
