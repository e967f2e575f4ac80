import { parseArgs } from 'node:util';
import { findExisting, unrecordedInstitutions } from '../../audit/changes/find-existing.ts';
import { isMade, noteExisting } from '../../audit/made.ts';
import type { Database } from '../../database/database.ts';
import { migrate, migrations } from '../../database/migrate.ts';
import { present } from '../../kernel/assert.ts';
import { createWorld } from '../../kernel/world.ts';
import { loadInstitution } from '../../members/institution.ts';
import { recordOlderMessages } from '../../messages/record-older.ts';
import { grantAgain, grantRoles, readRole, serviceRole } from '../../service/grant-roles.ts';
import { UsageError } from '../usage-error.ts';
import { dataHelp, dataOptions, openPlace, placeOf, recorded } from '../open-data.ts';
import { print, progress } from '../print.ts';
import { keyringById } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';

export const migrateSubcommand: Subcommand = {
  name: 'migrate',
  help: `
tmm migrate [--grant] [--database URL | --data DIR]

Runs the migrations that have not run yet, each in one transaction. Several processes can start at once: one runs each migration,
the others wait. With TMM_MASTER_KEYS it also puts rows from before the record into it, which the service otherwise does when it starts.
Exit status 1: an institution is not from this record. Nothing of it is signed.

  --grant          make the roles tmm_service (for \`tmm serve\`: it can't change or delete
                   evidence, nor the schema) and tmm_read (it only reads), and give them
                   their rights. Later migrations do so by themselves

${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { ...dataOptions, grant: { type: 'boolean', default: false } },
    });
    await using db = await openPlace(placeOf(values));
    const ran = await migrate(db);
    for (const name of ran) process.stdout.write(`ran ${name}\n`);
    process.stdout.write(
      ran.length === 0
        ? `Nothing to do: the database is at ${migrations().at(-1)?.name ?? 'nothing'}\n`
        : `Now at ${ran.at(-1)}\n`,
    );
    await grant(db, values.grant);
    return (await findAll(recorded(db))) ? 0 : 1;
  },
};

/** Gives the roles their rights: if asked, or again if they have some. */
async function grant(db: Database, isAsked: boolean): Promise<void> {
  if (db.engine !== 'postgresql') {
    if (isAsked)
      throw new UsageError('the embedded database has no roles: --grant needs PostgreSQL');
    return;
  }
  if (!isAsked) {
    if (await grantAgain(db)) print(`${serviceRole} and ${readRole} have their rights`);
    return;
  }
  const made = await grantRoles(db);
  for (const role of made)
    print(`Made the role ${role}. Give it a password in psql: \\password ${role}`);
  print(
    `${serviceRole} and ${readRole} have their rights. Let \`tmm serve\` connect as ${serviceRole}`,
  );
}

/**
 * Puts rows from before the record into it, where there is a key to sign them.
 * @returns whether all institutions may be signed
 */
async function findAll(db: Database): Promise<boolean> {
  const world = createWorld();
  let areAllMade = true;
  await noteExisting(db, { world, keyringOf: keyringById });
  for (const institutionId of await unrecordedInstitutions(db)) {
    const institution = present(await loadInstitution(db, institutionId), 'it was listed');
    const keyring = await keyringById(institutionId, db);
    if (!keyring) {
      print(
        `${institution.slug}: rows from before the record are not in it yet. Set TMM_MASTER_KEYS and run this again, or start the service`,
      );
      continue;
    }
    if (!(await isMade(db, institutionId, keyring))) {
      print(
        `${institution.slug}: no signed batch made this institution, so nothing of it is signed. Somebody put it into the database, or TMM_MASTER_KEYS lacks its key: run \`tmm verify\``,
      );
      areAllMade = false;
      continue;
    }
    // First, since the found rows begin the chain of an institution that has none.
    await recordOlderMessages(db, { institutionId, keyring, world });
    const rows = await findExisting(db, world, {
      institutionId,
      onProgress: (count) => progress(`${institution.slug}: ${count} rows`),
    });
    progress('');
    print(`${institution.slug}: ${rows} rows from before the record are in it now`);
  }
  return areAllMade;
}
