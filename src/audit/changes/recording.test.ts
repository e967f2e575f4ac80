import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/support/engines.ts';
import { testKeyring } from '../../../test/support/fixture/keys.ts';
import type { Database, Queries } from '../../database/database.ts';
import { within } from '../../database/within.ts';
import { createWorld } from '../../kernel/world.ts';
import { createInstitution } from '../../members/institution.ts';
import { findExisting, unrecordedInstitutions } from './find-existing.ts';
import { recording } from './recording.ts';
import { verifyChanges } from './verify-changes.ts';
import { verifyRecord } from '../verify-record.ts';
import { changesPart } from './changes-part.ts';

const world = createWorld();
const keyring = testKeyring();

onBothEngines('a recording database', (db) => {
  const recorded = (): Database => recording(db(), { world, keyringOf: () => keyring });
  let made = 0;
  const institution = async (on: Database) => {
    made += 1;
    return on.transaction(async (tx) =>
      createInstitution(tx, world, {
        slug: `recorded-${made}`,
        name: 'Vantage',
        zone: 'America/Chicago',
        currency: 'USD',
      }),
    );
  };
  const addMember = async (q: Queries, institutionId: number, number: string) => {
    const id = world.ids.next();
    await q.query(
      'insert into members (institution_id, id, number, name, created_at) values ($1, $2, $3, $4, $5)',
      [institutionId, id, number, `Member ${number}`, world.clock.now()],
    );
    return id;
  };
  const problems = async (institutionId: number) => {
    const found: string[] = [];
    const report = await verifyChanges(db(), {
      institutionId,
      tell: ({ where, what }) => found.push(`${where}: ${what}`),
      isEnough: () => false,
    });
    const record = await verifyRecord(db(), { institutionId, keyring, parts: [changesPart] });
    found.push(...record.problems.map(({ where, what }) => `${where}: ${what}`));
    return { ...report, found: found.toSorted() };
  };
  const changes = async (institutionId: number, table: string) =>
    db().query<{ kind: string; key: string; content: Record<string, string | null> }>(
      `select kind, row_key as key, content from changes where institution_id = $1 and table_name = $2
        order by chain_number, position`,
      [institutionId, table],
    );

  it('records an institution from its first row on', async () => {
    const { id } = await institution(recorded());
    expect(await unrecordedInstitutions(db())).not.toContain(id);
    expect((await changes(id, 'institutions')).map(({ kind }) => kind)).toEqual(['inserted']);
    const report = await problems(id);
    expect(report).toMatchObject({ found: [], unrecorded: [] });
    expect(report.rows).toBeGreaterThan(20);
  });

  it('gives the caller its rows and nothing else', async () => {
    const on = recorded();
    const { id } = await institution(on);
    const memberId = await addMember(on, id, '1');
    expect(
      await on.query('update members set language = $2 where institution_id = $1', [id, 'en']),
    ).toEqual([]);
    expect(
      await on.query(
        'update members set zone = $2 where institution_id = $1 returning number, zone',
        [id, 'America/Denver'],
      ),
    ).toEqual([{ number: '1', zone: 'America/Denver' }]);
    const written = await changes(id, 'members');
    expect(written.map(({ kind, content }) => [kind, Object.keys(content).sort()])).toEqual([
      ['inserted', ['created_at', 'id', 'name', 'number']],
      ['updated', ['id', 'language']],
      ['updated', ['id', 'zone']],
    ]);
    expect(written[0]?.key).toBe(memberId);
  });

  it('drops what a savepoint or a transaction undid', async () => {
    const on = recorded();
    const { id } = await institution(on);
    await on.transaction(async (tx) => {
      await addMember(tx, id, 'kept');
      const part = within(tx, on.engine);
      await part
        .transaction(async (inner) => {
          await addMember(inner, id, 'undone');
          throw new Error('undone on purpose');
        })
        .catch(() => {});
      await part.transaction(async (inner) => addMember(inner, id, 'kept too'));
    });
    await expect(
      on.transaction(async (tx) => {
        await addMember(tx, id, 'gone');
        throw new Error('undone on purpose');
      }),
    ).rejects.toThrow('on purpose');
    expect((await changes(id, 'members')).map(({ content }) => content['number'])).toEqual([
      'kept',
      'kept too',
    ]);
    expect((await problems(id)).found).toEqual([]);
  });

  it('records several institutions in one transaction, each in its own chain', async () => {
    const on = recorded();
    const [one, other] = [await institution(on), await institution(on)];
    await on.transaction(async (tx) => {
      await addMember(tx, other.id, '1');
      await addMember(tx, one.id, '1');
    });
    await on.query('update members set language = $1 where institution_id = any($2::int[])', [
      'fr',
      [one.id, other.id],
    ]);
    for (const { id } of [one, other]) {
      expect((await changes(id, 'members')).map(({ kind }) => kind)).toEqual([
        'inserted',
        'updated',
      ]);
      expect((await problems(id)).found).toEqual([]);
    }
  });

  it('finds what was altered, put in, deleted and put back by others', async () => {
    const on = recorded();
    const { id } = await institution(on);
    const [first, second, third] = [
      await addMember(on, id, '1'),
      await addMember(on, id, '2'),
      await addMember(on, id, '3'),
    ];
    await on.query('delete from members where institution_id = $1 and id = $2', [id, third]);
    expect((await problems(id)).found).toEqual([]);
    await db().query(`update members set name = 'Mallory' where id = $1`, [first]);
    await db().query('delete from members where id = $1', [second]);
    const forged = await addMember(db(), id, '4');
    await db().query(
      `insert into members (institution_id, id, number, name, created_at) values ($1, $2, '3', 'x', now())`,
      [id, third],
    );
    expect((await problems(id)).found).toEqual([
      expect.stringMatching(`members ${first}: its name is not what the record has`),
      expect.stringMatching(`members ${second}: it is gone`),
      expect.stringMatching(`members ${third}: it is there, though batch \\d+ deleted it`),
      `members ${forged}: no batch wrote it`,
    ]);
  });

  it('finds an alteration that the program wrote over or deleted afterwards', async () => {
    const on = recorded();
    const { id } = await institution(on);
    const [first, second] = [await addMember(on, id, '1'), await addMember(on, id, '2')];
    await db().query(`update members set name = 'Mallory' where institution_id = $1`, [id]);
    await on.query('update members set language = $2 where id = $1', [first, 'es']);
    await on.query('delete from members where id = $1', [second]);
    expect((await problems(id)).found).toEqual([
      expect.stringMatching(`members ${first}: its name is not what`),
      expect.stringMatching(`members ${second}: its name was altered between batch`),
    ]);
  });

  it('finds rows from before the record, in pages, and goes on from there', async () => {
    const { id } = await institution(db());
    const members = await db().transaction(async (tx) => {
      const ids: string[] = [];
      for (let number = 1; number <= 1_203; number += 1)
        ids.push(await addMember(tx, id, `${number}`));
      return ids;
    });
    expect((await problems(id)).unrecorded).toEqual([
      'institutions',
      'members',
      'settings_versions',
    ]);
    expect(await unrecordedInstitutions(db())).toContain(id);
    const on = recorded();
    // Changed before its page comes: of this row the record has a part first, and then the whole.
    await on.query('update members set language = $2 where id = $1', [members[700], 'en']);
    await findExisting(on, world, { institutionId: id });
    const report = await problems(id);
    expect(report).toMatchObject({ found: [], unrecorded: [] });
    expect(await unrecordedInstitutions(db())).not.toContain(id);
    await db().query(`update members set name = 'Mallory' where id = $1`, [members[900]]);
    expect((await problems(id)).found).toEqual([
      expect.stringMatching(`members ${members[900]}: its name is not what`),
    ]);
  });

  it('writes nothing without a key where the record is signed', async () => {
    const { id } = await institution(recorded());
    const without = recording(db(), { world, keyringOf: () => undefined });
    await expect(addMember(without, id, '1')).rejects.toMatchObject({ code: 'needs_key' });
    expect(await db().query('select 1 from members where institution_id = $1', [id])).toEqual([]);
    expect((await problems(id)).found).toEqual([]);
  });
});
