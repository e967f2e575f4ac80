import { parseArgs } from 'node:util';
import type { Database } from '../../database/database.ts';
import { createWorld } from '../../kernel/world.ts';
import { createInstitution, listInstitutions } from '../../members/institution.ts';
import { type Actor, recordInAuditLog } from '../../members/audit-log.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import {
  changeInstitution,
  readInstitution,
  readSettingsHistory,
} from '../../operations/staff/institution.ts';
import { actingOf, actorHelp, actorOf, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { addWordTo, showUnknown } from '../institution-words.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { localText } from '../days.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

export const institutionSubcommand: Subcommand = {
  name: 'institution',
  help: `
tmm institution list
tmm institution show [--institution SLUG]
tmm institution history [--institution SLUG]     who changed the settings, when, and what
tmm institution create SLUG --name NAME --zone ZONE --currency CODE --who NAME --why REASON
tmm institution unknown [--days N] [--limit N] [--institution SLUG]
tmm institution word add COMMAND WORD [--institution SLUG] --who NAME --why REASON
tmm institution set NAME=JSON … [--name NAME] [--zone ZONE] [--institution SLUG] --who NAME --why REASON

unknown lists texts that were not understood, the most frequent first; word adds a word that starts a command.
docs/reference/settings.md lists the settings. For example:
  tmm institution word add balance lana …
  tmm institution set 'service="Tweet My Money"' 'limits={"perTransfer":"200000","perDay":"500000"}' …

${institutionHelp}
${actorHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...dataOptions,
        ...institutionOption,
        ...actorOptions,
        name: { type: 'string' },
        zone: { type: 'string' },
        currency: { type: 'string' },
        days: { type: 'string' },
        limit: { type: 'string' },
      },
    });
    const [verb = 'list', ...rest] = positionals;
    if (!isVerb(verb)) throw new UsageError(`unknown command ‘${verb}’: use ${verbs.join(', ')}`);
    if (verb !== 'set') noMoreThan(wordsMax[verb], rest);
    if (verb === 'word' && (rest[0] !== 'add' || rest.length < 3))
      throw new UsageError('write: word add COMMAND WORD');
    // Check this before we open anything: wrong use must not make a database.
    const actor = reads.some((one) => one === verb)
      ? undefined
      : verb === 'create'
        ? actorOf(values)
        : actingOf(values);
    await using db = await openData(values, { make: verb === 'create', reads: !actor });
    if (verb === 'list') return await showAll(db);
    if (verb === 'unknown') return await showUnknown(db, values);
    if (!actor) {
      const institution = await chooseInstitution(db, values.institution);
      if (verb === 'history') {
        await printSettingsHistory(await staffRequest(db, institution, tokenOf(values)));
        return 0;
      }
      const request = await staffRequest(db, institution, tokenOf(values));
      const shown = await ask(request, readInstitution, {});
      print(JSON.stringify(shown, null, 2));
      return 0;
    }
    if (verb === 'create') {
      await create(db, actorOf(values), { ...values, slug: rest[0] });
      return 0;
    }
    if (verb === 'word') return await addWordTo(db, values.institution, { rest, actor });
    if (values.currency !== undefined)
      throw new UsageError('an institution’s currency can’t be changed');
    const settings = Object.fromEntries(rest.map(assignment));
    const { name, zone } = values;
    const institution = await chooseInstitution(db, values.institution);
    const request = await staffRequest(db, institution, actor);
    const { changed } = await ask(request, changeInstitution, { settings, name, zone });
    print(`${changed.join(', ')}: set for ${institution.slug}`);
    return 0;
  },
};

const verbs = ['list', 'show', 'history', 'unknown', 'word', 'create', 'set'] as const;

async function create(
  db: Database,
  actor: Actor,
  given: Partial<Record<'slug' | 'name' | 'zone' | 'currency', string | undefined>>,
): Promise<void> {
  const { slug, name, zone, currency } = given;
  if (!slug || !name || !zone || !currency)
    throw new UsageError('give a short name, --name, --zone and --currency');
  const world = createWorld();
  const created = await db.transaction(async (tx) => {
    const made = { slug, name, zone, currency, who: actor.who };
    const institution = await createInstitution(tx, world, made);
    await recordInAuditLog(tx, world, {
      institutionId: institution.id,
      ...actor,
      what: 'institution_created',
      subject: slug,
    });
    return institution;
  });
  print(`Created ${created.name}, number ${created.id}`);
}

/** Prints who changed the settings, oldest first: a line for each setting. */
async function printSettingsHistory(request: StaffContext): Promise<void> {
  const { versions } = await ask(request, readSettingsHistory, {});
  printTable(
    ['version', 'when', 'who', 'what', 'before', 'after'],
    versions.flatMap(({ version, at, who, changes }) =>
      changes.map(({ name, before, after }) => [
        String(version),
        localText(at, request.institution.zone),
        who,
        name,
        before === undefined ? '' : JSON.stringify(before),
        after === undefined ? '' : JSON.stringify(after),
      ]),
    ),
  );
}

/** Verbs that change nothing, and need nobody's name. */
const reads = ['list', 'show', 'history', 'unknown'] as const satisfies readonly Verb[];

/** How many words each takes. */
const wordsMax = { list: 0, show: 0, history: 0, unknown: 0, word: 3, create: 1 } as const;

type Verb = (typeof verbs)[number];

async function showAll(db: Database): Promise<number> {
  const all = await listInstitutions(db);
  printTable(
    ['short name', 'name', 'zone', 'currency', ''],
    all.map((one) => [
      one.slug,
      one.name,
      one.zone,
      one.currency,
      one.demonstration ? 'demonstration' : '',
    ]),
  );
  return 0;
}

function isVerb(word: string): word is Verb {
  return verbs.some((verb) => verb === word);
}

function assignment(text: string): [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`‘${text}’ is not in the form NAME=JSON`);
  try {
    return [text.slice(0, at), JSON.parse(text.slice(at + 1))];
  } catch {
    throw new UsageError(
      `the value after ${text.slice(0, at + 1)} is not JSON: put text in "double quotes"`,
    );
  }
}
