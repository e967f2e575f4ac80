import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { endProgram } from '../../operations/programs/end-program.ts';
import { listPrograms } from '../../operations/programs/list-programs.ts';
import { makeProgramToken } from '../../operations/programs/make-program-token.ts';
import { programPermissions } from '../../operations/programs/scopes.ts';
import { createProgram } from '../../operations/staff-operations.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { localText } from '../days.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  scopes: { type: 'string' },
  days: { type: 'string' },
} as const;

const parse = (words: readonly string[]) =>
  parseArgs({ args: [...words], allowPositionals: true, options });

export const programSubcommand: Subcommand = {
  name: 'program',
  help: `
tmm program list
tmm program add NAME --scopes SCOPE,… [--days 90] …
                              add a program that may read what its scopes name
tmm program token NAME …      make its token, which is shown once. Its earlier one ends at once
tmm program end NAME …        end the program and its token at once

A scope is a permission or one operation with such a permission:
${programPermissions.join(', ')}.
Programs call \`POST /api/v1/OPERATION\` at the console's address with \`Authorization: Bearer TOKEN\`.
Everything but list goes into the audit log:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parse(words);
    const [verb = 'list', name, ...more] = positionals;
    const change = Object.hasOwn(changes, verb) ? changes[verb] : undefined;
    if (verb !== 'list' && !change)
      throw new UsageError(`unknown command ‘${verb}’: \`tmm help program\` lists them all`);
    if (change && name === undefined) throw new UsageError('give the program’s name');
    if (more.length > 0) throw new UsageError(`too many words: ${more.join(' ')}`);
    await using db = await openData(values, { reads: !change });
    const institution = await chooseInstitution(db, values.institution);
    const acting = change ? actingOf(values) : tokenOf(values);
    const request = await staffRequest(db, institution, acting);
    if (change) await change(request, name ?? '', values);
    else printPrograms((await ask(request, listPrograms, {})).programs, institution.zone);
    return 0;
  },
};

type Values = ReturnType<typeof parse>['values'];

const changes: Readonly<
  Record<string, (request: StaffContext, name: string, values: Values) => Promise<void>>
> = {
  add: async (request, name, { scopes, days }) => {
    if (scopes === undefined) throw new UsageError('say what it may read: --scopes read_reports');
    const added = await ask(request, createProgram, {
      name,
      scopes,
      ...(days === undefined ? {} : { days }),
    });
    print(`${added.name}: ${added.scopes.join(', ')}. Make its token with \`tmm program token\``);
  },
  token: async (request, program) => {
    const { token, expiresAt } = await ask(request, makeProgramToken, { program });
    print(token);
    process.stderr.write(
      `Valid until ${localText(expiresAt, request.institution.zone)}. It is shown only now\n`,
    );
  },
  end: async (request, program) => {
    const { name } = await ask(request, endProgram, { program });
    print(`${name} can’t read any more`);
  },
};

function printPrograms(
  programs: z.output<(typeof listPrograms)['output']>['programs'],
  zone: string,
): void {
  if (programs.length === 0) {
    print('No programs yet. Add one with `tmm program add`.');
    return;
  }
  printTable(
    ['name', 'scopes', 'state', 'until', 'last used'],
    programs.map((one) => [
      one.name,
      one.scopes.join(', '),
      one.endedAt !== null ? 'ended' : one.tokenMadeAt === null ? 'without token' : 'active',
      localText(one.expiresAt, zone),
      one.lastUsedAt === null ? '' : localText(one.lastUsedAt, zone),
    ]),
  );
}
