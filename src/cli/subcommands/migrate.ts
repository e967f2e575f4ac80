import { parseArgs } from 'node:util';
import { migrate, migrations } from '../../database/migrate.ts';
import { dataHelp, dataOptions, openPlace, placeOf } from '../open-data.ts';
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
