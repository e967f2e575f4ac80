import type { Queries } from './database.ts';

/**
 * Names this database as it lives on. A restored backup has another name, and so has a replica that took over: what either did since it
 * was left behind may be missing. A restart keeps the name.
 */
export async function databaseIdentity(q: Queries): Promise<string> {
  // The cluster, its timeline, and the database in it. A dump is restored into a new database, a base backup onto a new timeline.
  const [row] = await q.query<{ name: string }>(
    `select concat_ws('/', (select system_identifier from pg_control_system()),
        left(pg_walfile_name(pg_current_wal_lsn()), 8),
        (select oid from pg_database where datname = current_database())) as name`,
  );
  return row?.name ?? '';
}
