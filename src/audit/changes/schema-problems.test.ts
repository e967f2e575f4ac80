import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/support/engines.ts';
import { rolledBack } from '../../database/rolled-back.ts';
import { verifyIn } from '../../ledger/verify/verify.ts';
import { buildFixture } from '../../../test/support/fixture.ts';
import { createWorld } from '../../kernel/world.ts';
import made from './made-columns.json' with { type: 'json' };
import { readColumns, schemaProblems } from './schema-problems.ts';

/** `TMM_WRITE_DOCS=1 npx vitest run src/audit/changes/schema-problems.test.ts` writes the list again, after a migration. */
const writes = process.env['TMM_WRITE_DOCS'] === '1';

onBothEngines('the columns that the record covers', (db) => {
  it('are those that the migrations make', async () => {
    const now = await readColumns(db());
    if (writes)
      writeFileSync(
        new URL('./made-columns.json', import.meta.url),
        `${JSON.stringify(now, null, 2)}\n`,
      );
    else expect(made).toEqual(now);
    expect(writes ? [] : await schemaProblems(db())).toEqual([]);
  });

  it.each([
    [
      'alter table addresses drop column per_transfer',
      'addresses: its column per_transfer is gone',
    ],
    // No row has a value there.
    ['alter table members drop column zone', 'members: its column zone is gone'],
    ['drop table addresses cascade', 'addresses: the table is gone'],
    ['drop table entries cascade', 'entries: the table is gone'],
    ['drop table chain_heads cascade', 'chain_heads: the table is gone'],
    ['drop table recorded_tables', 'recorded_tables: the table is gone'],
    ['alter table outbound drop column text', 'outbound: its column text is gone'],
    [
      'alter table addresses alter column per_transfer set default 900000000',
      'addresses: its column per_transfer has the default 900000000, not none',
    ],
    [
      'alter table addresses alter column per_day type numeric',
      'addresses: its column per_day has the type numeric, not bigint',
    ],
    ['alter table consents drop constraint consents_pkey', 'consents: its primary key is gone'],
  ])('and verify names what differs: %s', async (act, difference) => {
    const { institution } = await buildFixture(db(), createWorld(), { people: 1 });
    const told = await rolledBack(db(), async (tx) => {
      await tx.query(act);
      return (await verifyIn(tx, { institutionId: institution.id })).problems;
    });
    expect(told.map(({ where, what }) => `${where}: ${what}`)).toContain(difference);
  });
});
