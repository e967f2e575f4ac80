import { parseArgs } from 'node:util';
import { migrate, migrations } from '../../database/migrate.ts';
import { dataHelp, dataOptions, openPlace, placeOf } from '../open-data.ts';
import type { Subcommand } from '../subcommand.ts';

export const migrateSubcommand: Subcommand = {
  name: 'migrate',
  help: `
tmm migrate [--database URL | --data DIR]

Runs the migrations that have not run yet, each in one transaction. Several processes can start at once: one runs each migration,
the others wait.

${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({ args: [...words], options: dataOptions });
    await using db = await openPlace(placeOf(values));
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
