import { accountChannels, descriptors, type AccountChannel } from '../../channels/descriptors.ts';
import { byName } from '../../kernel/by-name.ts';
import { usualChannel } from '../usual-channel.ts';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { isTimeZone } from '../../kernel/time-zone.ts';
import { isLanguage, languages } from '../../kernel/vocabulary/language.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import { bindAccount } from '../../operations/staff/bind-account.ts';
import { closeAccess, signOutMember } from '../../operations/staff/end-access.ts';
import { inviteMember } from '../../operations/staff/invite-member.ts';
import { listMembers } from '../../operations/staff/list-members.ts';
import { lockMember, unlockMember } from '../../operations/staff/lock-member.ts';
import { readMember } from '../../operations/staff/read-member.ts';
import { recordDisclosures } from '../../operations/staff/record-disclosures.ts';
import { allowMoney, stopMoney } from '../../operations/staff/set-money-movement.ts';
import { setMemberDetails } from '../../operations/staff/set-details.ts';
import {
  setMemberAddress,
  setMemberDefault,
  setMemberLanguage,
  setMemberSource,
  setMemberTimeZone,
} from '../../operations/staff/set-preferences.ts';
import { unbindAddress } from '../../operations/staff/unbind-address.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

/** Options such as `--x-user`, the id of a member's account: one for each channel with accounts. */
const userOption = <Name extends AccountChannel>(channel: Name) => `${channel}-user` as const;
const userOptions = byName(accountChannels.map(userOption), () => ({ type: 'string' }) as const);

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  ...userOptions,
  handle: { type: 'string' },
  channel: { type: 'string', default: usualChannel },
  member: { type: 'string' },
  name: { type: 'string' },
  phone: { type: 'string' },
  email: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const parse = (words: readonly string[]) =>
  parseArgs({ args: [...words], allowPositionals: true, options });

export const memberSubcommand: Subcommand = {
  name: 'member',
  help: `
tmm member list
tmm member show NUMBER
tmm member invite NUMBER …                           create a one-time code to activate online access
tmm member sign-out NUMBER …                         end all their online sessions
tmm member close-access NUMBER …                     also remove everything they sign in with, until you invite them again
tmm member bind NUMBER --x-user ID --handle NAME …   connect an X account that the member has proven to own
tmm member disclose NUMBER …                         record that the member got the disclosures: transfers are allowed from then on
tmm member money NUMBER on|off [--channel x] [--handle NAME] …
                              allow or forbid transfers from an address. on also unlocks
                              after five wrong confirmations. Only the member can unlock after STOP, or if the owner is in doubt
tmm member remove NUMBER [--channel x] [--handle NAME] …
                              disconnect the address. --handle says which one, as \`show\` prints it, if there are several
tmm member lock NUMBER …      stop the service on all channels
tmm member unlock NUMBER …    start it again; also unlocks transfers locked by five wrong confirmations
tmm member language NUMBER en|fr|es …
tmm member address NUMBER "12 Elm St|St. Louis, MO 63101" …   where mail goes, as statements print it;
                              | separates lines, and "" removes the address
tmm member set NUMBER [--name NAME] [--phone PHONE] [--email ADDRESS] …
                              change the name, or how to reach the member; "" removes. A phone enrolls nobody
tmm member zone NUMBER America/Denver|own …         the time zone of the times in replies; own: the institution's
tmm member default NUMBER SUFFIX …                   the default account for messages; a transfer that names one
                              other account moves money between that one and this one
tmm member source NUMBER SUFFIX …                    where transfers come from if they name no account, and the other
                              side of a transfer that names only the default account

NUMBER can also be given as --member NUMBER. Everything but list and show goes into the audit log:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parse(words);
    const { verb, number, argument } = wordsOf(positionals, values.member);
    const change = Object.hasOwn(changes, verb) ? changes[verb] : undefined;
    await using db = await openData(values, { reads: verb === 'list' || verb === 'show' });
    const institution = await chooseInstitution(db, values.institution);
    if (verb === 'list') {
      await list(await staffRequest(db, institution, tokenOf(values)));
      return 0;
    }
    if (number === undefined) throw new UsageError('give the member number');
    if (!change) {
      await show(await staffRequest(db, institution, tokenOf(values)), number);
      return 0;
    }
    const request = await staffRequest(db, institution, actingOf(values));
    print(await change({ request, number, values, argument }));
    return 0;
  },
};

/**
 * Splits the words into verb, member number and the rest. The number comes second, or after
 * `--member`.
 */
function wordsOf(
  positionals: readonly string[],
  member: string | undefined,
): { verb: string; number: string | undefined; argument: string | undefined } {
  const [verb = 'list', second, third] = positionals;
  if (verb !== 'list' && verb !== 'show' && !Object.hasOwn(changes, verb))
    throw new UsageError(`unknown command ‘${verb}’: \`tmm help member\` lists them all`);
  const ofNumber = verb === 'list' || member !== undefined ? 0 : 1;
  noMoreThan(1 + ofNumber + (withArgument.has(verb) ? 1 : 0), positionals);
  return member === undefined
    ? { verb, number: second, argument: third }
    : { verb, number: member, argument: second };
}

/** Verbs with another word after the number. */
const withArgument: ReadonlySet<string> = new Set([
  'money',
  'language',
  'zone',
  'address',
  'default',
  'source',
]);

async function list(request: StaffContext): Promise<void> {
  const all: z.output<typeof listMembers.output>['members'] = [];
  for (let more = true; more;) {
    const page = await ask(request, listMembers, { after: all.at(-1)?.number });
    all.push(...page.members);
    ({ more } = page);
  }
  printTable(
    ['number', 'name', 'language', ''],
    all.map((one) => [one.number, one.name, one.language ?? '', one.locked ? 'locked' : '']),
  );
}

async function show(request: StaffContext, number: string): Promise<void> {
  const member = await ask(request, readMember, { number });
  print(`${member.name}, member ${member.number}${member.locked ? ', locked' : ''}`);
  print(
    member.disclosedAt === null
      ? 'no disclosures recorded: transfers are not allowed'
      : `disclosures recorded ${member.disclosedAt}`,
  );
  if (member.contact)
    print(
      `contact data, where we send nothing: ${[member.contact.phone, member.contact.email].filter(Boolean).join(', ')}`,
    );
  print('');
  printTable(
    ['suffix', 'kind', 'nickname', 'role', ''],
    member.shares.map((share) => [
      share.suffix,
      share.kind,
      share.nickname ?? '',
      share.role,
      [share.isDefault ? 'default' : '', share.isTransferSource ? 'source' : '']
        .filter(Boolean)
        .join(', '),
    ]),
  );
  print('');
  printTable(
    ['channel', 'handle', 'state', 'money', ''],
    member.addresses.map((one) => [
      one.channel,
      one.handle ?? '',
      one.state,
      one.moneyLock ? `locked: ${one.moneyLock.says}` : one.mayMoveMoney ? 'allowed' : 'read only',
      one.stopped ? 'sent STOP: gets no messages' : '',
    ]),
  );
}

const idAsked = (channel: AccountChannel) =>
  `give --${userOption(channel)} with the numeric id of the ${descriptors[channel].title} account (it never changes)`;

interface Change {
  readonly request: StaffContext;
  readonly number: string;
  readonly values: Values;
  readonly argument: string | undefined;
}

/** Each runs an operation and returns the sentence to print. */
const changes: Readonly<Record<string, (change: Change) => Promise<string>>> = {
  invite: async ({ request, number }) => {
    const { code, until } = await ask(request, inviteMember, { number });
    const end = Temporal.Instant.from(until)
      .toZonedDateTimeISO(request.institution.zone)
      .toLocaleString('en-US', { dateStyle: 'full', timeStyle: 'short' });
    return `Activation code for member ${number}: ${code}
Works once, until ${end}. Give it to the member in person, or in a way that you know reaches only them.
They enter it with their member number at /activate. That ends earlier passkeys and passwords.`;
  },
  'sign-out': async ({ request, number }) => {
    const { endedSessions } = await ask(request, signOutMember, { number });
    return endedSessions === 1 ? 'One session ended' : `${endedSessions} sessions ended`;
  },
  'close-access': async ({ request, number }) => {
    await ask(request, closeAccess, { number });
    return `Closed: nobody can sign in as member ${number} until you run \`tmm member invite ${number}\``;
  },
  bind: async ({ request, number, values }) => {
    const channel = accountChannels.find((name) => values[userOption(name)] !== undefined);
    const userId = channel && values[userOption(channel)];
    if (!channel || userId === undefined)
      throw new UsageError(accountChannels.map(idAsked).join('; or '));
    await ask(request, bindAccount, { number, channel, userId, handle: values.handle });
    return `Connected, read-only. \`tmm member money ${number} on\` allows transfers`;
  },
  disclose: async ({ request, number }) => {
    await ask(request, recordDisclosures, { number });
    return 'Recorded: transfers are allowed from now on';
  },
  money: async ({ request, number, values: { channel, handle }, argument }) => {
    if (argument !== 'on' && argument !== 'off') throw new UsageError('give on or off');
    const operation = argument === 'on' ? allowMoney : stopMoney;
    const { mayMoveMoney } = await ask(request, operation, { number, channel, handle });
    return mayMoveMoney ? 'Transfers between own accounts are allowed' : 'Read only';
  },
  remove: async ({ request, number, values: { channel, handle } }) => {
    await ask(request, unbindAddress, { number, channel, handle });
    return 'Disconnected';
  },
  lock: async ({ request, number }) => {
    const { already } = await ask(request, lockMember, { number });
    return already ? 'Already locked' : 'Locked on all channels';
  },
  unlock: async ({ request, number }) => {
    const { unlocked, left } = await ask(request, unlockMember, { number });
    return [unlocked ? 'Unlocked' : 'Nothing here can be unlocked this way', ...left].join('; ');
  },
  language: async ({ request, number, argument = '' }) => {
    if (!isLanguage(argument))
      throw new UsageError(
        `say ${new Intl.ListFormat('en', { type: 'disjunction' }).format(languages)}`,
      );
    const { language } = await ask(request, setMemberLanguage, { number, language: argument });
    return `Replies are now in ${language}`;
  },
  zone: async ({ request, number, argument = '' }) => {
    const isOwn = argument === 'own';
    if (!isOwn && !isTimeZone(argument))
      throw new UsageError('give a time zone, such as America/Denver, or own');
    const { zone } = await ask(request, setMemberTimeZone, { number, zone: isOwn ? '' : argument });
    return `Replies tell times in ${zone}`;
  },
  address: async ({ request, number, argument }) => {
    if (argument === undefined)
      throw new UsageError(
        'give the lines of the address, such as "12 Elm St|St. Louis, MO 63101"',
      );
    const given = argument
      .split('|')
      .map((line) => line.trim())
      .filter(Boolean);
    const { lines } = await ask(request, setMemberAddress, { number, lines: given });
    return lines === 0 ? 'No address is recorded now' : 'Recorded: statements print it';
  },
  set: async ({ request, number, values: { name, phone, email } }) => {
    if (name === undefined && phone === undefined && email === undefined)
      throw new UsageError('give --name, --phone or --email');
    const { changed } = await ask(request, setMemberDetails, { number, name, phone, email });
    return changed ? 'Changed' : 'Nothing changed';
  },
  default: async ({ request, number, argument }) => {
    const { suffix } = await ask(request, setMemberDefault, { number, suffix: shareIn(argument) });
    return `Default account: ${suffix}`;
  },
  source: async ({ request, number, argument }) => {
    const { suffix } = await ask(request, setMemberSource, { number, suffix: shareIn(argument) });
    return `Transfers come from: ${suffix}`;
  },
};

function shareIn(argument: string | undefined): string {
  if (argument === undefined)
    throw new UsageError('give an account: `tmm member show NUMBER` lists them');
  return argument;
}
