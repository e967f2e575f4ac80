import type { Database, Queries } from '../database/database.ts';
import { assertMigratable } from '../database/migrate.ts';
import { listInstitutions, type Institution } from '../members/institution.ts';
import { assertDurable } from './assert-durable.ts';
import { phoneProblems } from './phone-problems.ts';
import { configurationFault, type Config } from './config.ts';
import { channelProblems } from '../channels/installed.ts';
import { optionsOf } from './options-of.ts';
import { portalProblems } from './portal-problems.ts';

/**
 * Makes sure that we can serve this database under these settings. Writes nothing and runs before
 * the migrations, so that after a refused start the running version still works with it.
 * @throws Fault `configuration` that says what to do, `schema_newer`, `migration_changed`
 */
export async function assertReady(db: Database, config: Config): Promise<void> {
  await assertDurable(db);
  await assertMigratable(db);
  const institutions = await institutionsSoFar(db);
  const problems = [
    ...(config.TMM_PORTAL === 'on'
      ? portalProblems(institutions, {
          slug: config.TMM_PORTAL_INSTITUTION,
          publicUrl: config.TMM_PUBLIC_URL,
        })
      : []),
    ...phoneProblems(institutions),
    ...channelProblems(institutions, optionsOf(config)),
  ];
  if (problems.length > 0) throw configurationFault(problems);
}

/** None if the database is still empty. */
async function institutionsSoFar(q: Queries): Promise<readonly Institution[]> {
  const [row] = await q.query<{ found: boolean }>(
    "select to_regclass('institutions') is not null as found",
  );
  return row?.found ? listInstitutions(q) : [];
}
