import { parseArgs } from 'node:util';
import { isLanguage, languages } from '../../kernel/vocabulary/language.ts';
import type { Institution } from '../../members/institution.ts';
import { changeStaffRoles } from '../../operations/identity/change-roles.ts';
import { endStaff } from '../../operations/identity/end-staff.ts';
import { makeStaffCode, makeStaffLink } from '../../operations/identity/hand-out.ts';
import { inviteStaff } from '../../operations/identity/invite-staff.ts';
import { listStaff } from '../../operations/identity/list-staff.ts';
import { makeStaffToken } from '../../operations/identity/make-token.ts';
import { signOutStaff } from '../../operations/identity/sign-out-staff.ts';
import type { StaffOutput } from '../../operations/identity/staff-fields.ts';
import { isBreakGlass } from '../../operations/principal.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { localText } from '../days.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  name: { type: 'string' },
  email: { type: 'string' },
  roles: { type: 'string' },
  language: { type: 'string' },
  days: { type: 'string' },
} as const;

const parse = (words: readonly string[]) =>
  parseArgs({ args: [...words], allowPositionals: true, options });

type Values = ReturnType<typeof parse>['values'];

export const staffSubcommand: Subcommand = {
  name: 'staff',
  help: `
tmm staff list
tmm staff invite --name NAME --email ADDRESS --roles ROLE,… [--language en] …
                              invite somebody. By the server's own rights it also prints their link and code
tmm staff link EMAIL …        make the link with which an invited person signs in for the first time
tmm staff code EMAIL …        make the code that goes with it. Nobody makes both
tmm staff roles EMAIL ROLE,… …   give a person these roles and no others
tmm staff end EMAIL …         end a person: their sessions, passkeys and tokens end at once
tmm staff sign-out EMAIL …    end all their sessions and tokens; they can sign in again
tmm staff token EMAIL --name NAME [--days 90] …
                              make a staff token for a person, by the server's own rights. People make their own in the console

Roles: teller, service, supervisor, compliance, auditor, admin. Invite the first administrator and the first supervisor this way: after
that, an administrator asks in the console and a supervisor approves. Everything but list goes into the audit log:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parse(words);
    const [verb = 'list', person, ...rest] = positionals;
    const change = Object.hasOwn(changes, verb) ? changes[verb] : undefined;
    if (verb !== 'list' && !change)
      throw new UsageError(`unknown command ‘${verb}’: \`tmm help staff\` lists them all`);
    const most = change?.words ?? 0;
    const given = person === undefined ? [] : [person, ...rest];
    if (given.length > most) throw new UsageError(`too many words: ${given.slice(most).join(' ')}`);
    if (given.length < most)
      throw new UsageError(
        most === 2 ? 'give the e-mail address and the roles' : 'give the person’s e-mail address',
      );
    const acting = change ? actingOf(values) : tokenOf(values);
    await using db = await openData(values, { reads: !change });
    const institution = await chooseInstitution(db, values.institution);
    const request = await staffRequest(db, institution, acting);
    if (!change) {
      const { staff } = await ask(request, listStaff, {});
      printStaff(staff, institution);
      return 0;
    }
    await change.run({ request, person: person ?? '', words: rest, values });
    return 0;
  },
};

interface Given {
  readonly request: StaffContext;
  readonly person: string;
  readonly words: readonly string[];
  readonly values: Values;
}

/** Each change, with how many words it takes. */
const changes: Readonly<
  Record<string, { readonly words: 0 | 1 | 2; run(given: Given): Promise<void> }>
> = {
  invite: { words: 0, run: invite },
  link: {
    words: 1,
    run: async ({ request, person }) =>
      printLink(request, await ask(request, makeStaffLink, { person })),
  },
  code: {
    words: 1,
    run: async ({ request, person }) =>
      printCode(request, await ask(request, makeStaffCode, { person })),
  },
  roles: {
    words: 2,
    run: async ({ request, person, words: [roles = ''] }) => {
      const done = await ask(request, changeStaffRoles, { person, roles });
      print(`${done.name}: ${done.roles.join(', ')}`);
    },
  },
  end: {
    words: 1,
    run: async ({ request, person }) => {
      const { name } = await ask(request, endStaff, { person });
      print(`${name} can’t sign in any more`);
    },
  },
  'sign-out': {
    words: 1,
    run: async ({ request, person }) => {
      const { name, sessions, tokens } = await ask(request, signOutStaff, { person });
      print(`${name}: ${sessions} sessions and ${tokens} tokens ended`);
    },
  },
  token: {
    words: 1,
    run: async ({ request, person, values: { name, days } }) => {
      if (name === undefined) throw new UsageError('say where it is used: --name laptop');
      const made = await ask(request, makeStaffToken, {
        person,
        name,
        ...(days === undefined ? {} : { days }),
      });
      print(made.token);
      process.stderr.write(
        `Valid until ${localText(made.expiresAt, request.institution.zone)}. It is shown only now\n`,
      );
    },
  },
};

/** The server's own rights hand out both halves: on this machine one person can do everything anyway, and it is reported. */
async function invite({ request, values }: Given): Promise<void> {
  const { name, email, roles, language } = values;
  if (name === undefined || email === undefined || roles === undefined)
    throw new UsageError('give --name, --email and --roles');
  if (language !== undefined && !isLanguage(language))
    throw new UsageError(`--language must be one of ${languages.join(', ')}`);
  const invited = await ask(request, inviteStaff, { name, email, roles, language });
  print(`${invited.name} is invited`);
  if (!isBreakGlass(request.principal)) return;
  printLink(request, await ask(request, makeStaffLink, { person: invited.id }));
  printCode(request, await ask(request, makeStaffCode, { person: invited.id }));
}

function printLink(
  { institution }: StaffContext,
  { name, path, until }: { readonly name: string; readonly path: string; readonly until: string },
): void {
  const base = institution.settings.consoleUrl ?? process.env['TMM_CONSOLE_URL'] ?? '';
  print(`Link for ${name}, until ${localText(until, institution.zone)}: ${base}${path}`);
  if (base === '') print('  (a path at the console’s address)');
}

function printCode(
  { institution }: StaffContext,
  { name, code, until }: { readonly name: string; readonly code: string; readonly until: string },
): void {
  print(`Code for ${name}, until ${localText(until, institution.zone)}: ${code}`);
}

function printStaff(staff: readonly StaffOutput[], { zone }: Institution): void {
  if (staff.length === 0) {
    print('Nobody yet. Invite the first administrator with `tmm staff invite`.');
    return;
  }
  printTable(
    ['name', 'e-mail', 'roles', 'state', 'last here', 'signs in by'],
    staff.map((one) => [
      one.name,
      one.email,
      one.roles.join(', '),
      one.state,
      one.seenAt === null ? '' : localText(one.seenAt, zone),
      [
        ...(one.passkeys > 0 ? [`${one.passkeys} passkeys`] : []),
        ...(one.singleSignOn ? ['single sign-on'] : []),
        ...(one.tokens > 0 ? [`${one.tokens} tokens`] : []),
      ].join(', '),
    ]),
  );
}
