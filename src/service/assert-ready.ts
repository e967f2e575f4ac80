import type { Database } from '../database/database.ts';
import { assertMigrated } from '../database/migrate.ts';
import { listInstitutions } from '../members/institution.ts';
import { assertDurable } from './assert-durable.ts';
import { institutionProblems } from './checks/check-institutions.ts';
import { configurationFault, type Config } from './config.ts';

/**
 * Makes sure that we can serve this database under these settings. Writes nothing: a service never migrates, so that after a refused
 * start the running version still works with the database.
 * @throws Fault `configuration` that says what to do, `schema_missing`, `schema_older`, `schema_newer`, `migration_changed`
 */
export async function assertReady(db: Database, config: Config): Promise<void> {
  await assertDurable(db);
  await assertMigrated(db);
  const problems = institutionProblems(await listInstitutions(db), config);
  if (problems.length > 0) throw configurationFault(problems);
}
