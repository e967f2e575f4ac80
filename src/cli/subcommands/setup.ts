import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { named } from '../actor.ts';
import { placeOf } from '../open-data.ts';
import { type Answerer, createAsker } from '../setup/asker.ts';
import { institutionQuestions, placeQuestions } from '../setup/questions.ts';
import { runSetup } from '../setup/run-setup.ts';
import type { Subcommand } from '../subcommand.ts';
import { noMoreThan } from '../words.ts';

const questions = [...institutionQuestions, ...placeQuestions];

export const setupSubcommand: Subcommand = {
  name: 'setup',
  help: `
tmm setup [--file tmm.env] [answers]

Asks what it needs, then sets up an installation: it migrates the database, makes a master key, writes the file of the settings (only
you may read it), creates the institution, checks everything as \`tmm doctor\` does, and sends a first message by a simulated carrier.
Run it again to go on where it ended, or to change an answer. Keys that are there always stay.

Each answer can be an option, which is then not asked. A script can pipe the others, a line for each question in the order that it asks.
An empty line takes what is in brackets. With --yes, or once no more lines come, it takes what is in brackets for all:

${questions
  .map(({ name, text, standard }) => {
    const usual = standard?.({});
    return `  --${name.padEnd(12)} ${text}${usual === undefined || usual === '' ? '' : ` [${usual}]`}`;
  })
  .join('\n')}

  --database URL   the database without its password. Better: DATABASE_URL, which may have one
  --data DIR       the embedded database in this folder, to evaluate
  --file FILE      where the settings go (default: tmm.env)
  --add-key        add a new master key, which becomes active; the others stay
  --no-message     send no first message
  --yes            ask nothing
  --who NAME       who does this, for the audit log (default: your login name)

Secrets come from the environment, from FILE or from your keyboard, never from an option: DATABASE_URL, TMM_MASTER_KEYS, and the
carriers' TMM_X_…, TMM_TWILIO_… and TMM_KANNEL_….

Exit status 0: all is well; 1: a check found a problem, and everything is written; 2: an answer is missing.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      allowNegative: true,
      options: {
        ...Object.fromEntries(questions.map(({ name }) => [name, { type: 'string' } as const])),
        database: { type: 'string' },
        data: { type: 'string' },
        file: { type: 'string', default: 'tmm.env' },
        'add-key': { type: 'boolean', default: false },
        message: { type: 'boolean', default: true },
        yes: { type: 'boolean', default: false },
        who: { type: 'string' },
      },
    });
    noMoreThan(0, positionals);
    const { database, data } = values;
    // Refuses a password on the command line, and two places.
    if (database !== undefined || data !== undefined) placeOf({ database, data });
    const options = Object.fromEntries(
      Object.entries({ ...values }).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    using asker = createAsker(answererOf(values.yes));
    // Awaited here: the asker ends with this function.
    return await runSetup({
      asker,
      options,
      file: resolve(values.file),
      data: data === undefined ? undefined : resolve(data),
      actor: { ...named(values.who ?? userInfo().username), why: 'set up' },
      addKey: values['add-key'],
      sendsMessage: values.message,
    });
  },
};

function answererOf(asksNothing: boolean): Answerer {
  if (asksNothing) return 'nobody';
  return process.stdin.isTTY ? 'person' : 'script';
}
