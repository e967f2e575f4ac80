import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Database } from '../../src/database/database.ts';
import { migrate, migrations } from '../../src/database/migrate.ts';

/** All rows of a database as the version with migrations up to 0010 wrote them; a question waited for its OK. */
export const olderData = z
  .record(z.string(), z.array(z.looseObject({})))
  .parse(JSON.parse(readFileSync(new URL('../journeys/older-data.json', import.meta.url), 'utf8')));

/** The only institution there, and the X accounts of its members: the first waits for `OK 2882`. */
export const olderInstitution = 1;
export const olderAddresses = ['2000000000', '2000000001'] as const;

/** When that version stopped. */
export const olderEnd = '2026-11-23T16:44:40Z';

const lastOlder = '0010';

/**
 * Turns a database into one of that version, brought to today's schema.
 * @param more what else that version wrote
 */
export async function loadOlderData(db: Database, more?: () => Promise<unknown>): Promise<void> {
  await db.script('drop schema public, jobs cascade; create schema public');
  await migrate(
    db,
    migrations().filter(({ name }) => name.slice(0, 4) <= lastOlder),
  );
  for (const [table, rows] of Object.entries(olderData))
    await db.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  await more?.();
  await migrate(db);
}
