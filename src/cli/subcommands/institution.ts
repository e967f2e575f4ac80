import { parseArgs } from 'node:util';
import { checkTexts } from '../../language/check-texts.ts';
import { createWorld } from '../../kernel/world.ts';
import { changeSettings, createInstitution, listInstitutions } from '../../members/institution.ts';
import { recordAct } from '../../members/acts.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const institutionSubcommand: Subcommand = {
  name: 'institution',
  summary: 'list, show, create and set up the credit unions hosted here',
  help: `
tmm institution list
tmm institution show [--institution SLUG]
tmm institution create SLUG --name NAME --zone ZONE --currency CODE --who NAME --why REASON
tmm institution set NAME=JSON … [--institution SLUG] --who NAME --why REASON

Settings are listed in docs/reference/settings.md, such as
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
      },
    });
    const [verb = 'list', ...rest] = positionals;
    const world = createWorld();
    await using db = await openData(values, { make: positionals[0] === 'create' });
    if (verb === 'list') {
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
    if (verb === 'show') {
      const institution = await chooseInstitution(db, values.institution);
      print(
        JSON.stringify(
          institution,
          (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
          2,
        ),
      );
      return 0;
    }
    if (verb === 'create') {
      const [slug] = rest;
      const { name, zone, currency } = values;
      if (!slug || !name || !zone || !currency)
        throw new UsageError('give a short name, --name, --zone and --currency');
      const actor = actorOf(values);
      const created = await db.transaction(async (tx) => {
        const institution = await createInstitution(tx, world, { slug, name, zone, currency });
        await recordAct(tx, world, {
          institutionId: institution.id,
          ...actor,
          what: 'institution_created',
          subject: slug,
        });
        return institution;
      });
      print(`${created.name} is number ${created.id}`);
      return 0;
    }
    if (verb === 'set') {
      const actor = actorOf(values);
      const changes = Object.fromEntries(rest.map(assignment));
      if (rest.length === 0) throw new UsageError('give at least one NAME=JSON');
      const institution = await chooseInstitution(db, values.institution);
      await db.transaction(async (tx) => {
        const { settings } = await changeSettings(tx, world, {
          institutionId: institution.id,
          changes,
          actor,
        });
        assertTexts(settings.texts ?? {});
      });
      print(`${Object.keys(changes).join(', ')}: set for ${institution.slug}`);
      return 0;
    }
    throw new UsageError(`there is no ‘${verb}’: list, show, create or set`);
  },
};

/** A text that cannot be used would be ours instead, and nobody would know why. */
function assertTexts(texts: Parameters<typeof checkTexts>[0]): void {
  const problems = checkTexts(texts).map(
    ({ key, language, problem }) => `${key} (${language}): ${problem}`,
  );
  if (problems.length > 0)
    throw new UsageError(`the texts can't be used so. ${problems.join('; ')}`);
}

function assignment(text: string): [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`‘${text}’ is not NAME=JSON`);
  try {
    return [text.slice(0, at), JSON.parse(text.slice(at + 1))];
  } catch {
    throw new UsageError(
      `what follows ${text.slice(0, at + 1)} is not JSON: a text stands in "double quotes"`,
    );
  }
}
