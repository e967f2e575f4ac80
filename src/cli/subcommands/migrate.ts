import { parseArgs } from 'node:util';
import { migrate, migrations } from '../../database/migrate.ts';
import { openPGlite } from '../../database/open-pglite.ts';
import { openPostgres } from '../../database/open-postgres.ts';
import { dataHelp, dataOptions, placeOf } from '../open-data.ts';
import type { Subcommand } from '../subcommand.ts';

export const migrateSubcommand: Subcommand = {
  name: 'migrate',
  help: `
tmm migrate [--database URL | --data DIR]

Runs the migrations that have not run there yet, each in one transaction. Several starters at once are fine: one runs each,
the others wait.

${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({ args: [...words], options: dataOptions });
    const { url, folder } = placeOf(values);
    await using db = url === undefined ? await openPGlite({ folder }) : await openPostgres({ url });
    const ran = await migrate(db);
    for (const name of ran) process.stdout.write(`ran ${name}\n`);
    process.stdout.write(
      ran.length === 0
        ? `Nothing to do: the database is at ${migrations().at(-1)?.name ?? 'nothing'}\n`
        : `Now at ${ran.at(-1)}\n`,
    );
    return 0;
  },
};
