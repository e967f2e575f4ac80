import { parseArgs } from 'node:util';
import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { createWorld } from '../../kernel/world.ts';
import { recordAct } from '../../members/acts.ts';
import { setAddressState, setMayMoveMoney, unlockFailures } from '../../members/address-state.ts';
import { announceChange } from '../../notices/announce.ts';
import { disclosureVersion } from '../../enrollment/disclosures.ts';
import type { Announced } from '../../wording/reply.ts';
import { addressesOf, bindAddresses, type BoundAddress } from '../../members/bind-address.ts';
import { issueCodes } from '../../members/codes.ts';
import { recordConsents } from '../../members/consents.ts';
import type { Institution } from '../../members/institution.ts';
import { lockMembers, unlockMember } from '../../members/locks.ts';
import type { Member } from '../../members/member.ts';
import { changeMember, findMemberByNumber, listMembers } from '../../members/members.ts';
import { conversationsAcrossKeys } from '../../messages/conversations.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { keyringFor, keyringIfAny } from '../seals.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';
import { closeAccessByStaff, signOutByStaff } from './member-access.ts';
import { inviteByStaff } from './member-invite.ts';
import { lockReasons, onlyTheMemberLifts } from './money-lock.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  'x-user': { type: 'string' },
  handle: { type: 'string' },
  channel: { type: 'string', default: 'x' },
  member: { type: 'string' },
} as const;

/** Members that `list` shows at most. */
const listedMax = 100_000;

type Values = ReturnType<typeof parse>['values'];

const parse = (words: readonly string[]) =>
  parseArgs({ args: [...words], allowPositionals: true, options });

export const memberSubcommand: Subcommand = {
  name: 'member',
  help: `
tmm member list
tmm member show NUMBER
tmm member invite NUMBER …                           create a one-time code to activate online access
tmm member sign-out NUMBER …                         end all online sessions
tmm member close-access NUMBER …                     also remove everything they sign in with, until you invite them again
tmm member bind NUMBER --x-user ID --handle NAME …   connect an X account that the member has proven to own
tmm member disclose NUMBER …                         record that the member got the disclosures: transfers are allowed from then on
tmm member money NUMBER on|off [--channel x] …       allow or forbid transfers from an address. on also unlocks
                              after five wrong confirmations. Only the member can unlock after STOP, or if the owner is in doubt
tmm member remove NUMBER [--channel x] …             disconnect the address
tmm member lock NUMBER …      stop the service on all channels
tmm member unlock NUMBER …    start it again; also unlocks transfers locked by five wrong confirmations
tmm member language NUMBER en|fr|es …
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
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    if (verb === 'list') {
      const members = await listMembers(db, institution.id, listedMax + 1);
      printTable(
        ['number', 'name', 'language', ''],
        members
          .slice(0, listedMax)
          .map((one) => [one.number, one.name, one.language ?? '', one.lockedAt ? 'locked' : '']),
      );
      if (members.length > listedMax)
        process.stderr.write(`Only the first ${listedMax} are shown; there are more\n`);
      return 0;
    }
    if (number === undefined) throw new UsageError('give the member number');
    const member = await findMemberByNumber(db, institution.id, number);
    if (!member) throw new UsageError(`there is no member ${number}`);
    if (verb === 'show') {
      await show(db, institution, member);
      return 0;
    }
    const change = present(changes[verb], 'every verb that is left changes something');
    const actor = actorOf(values);
    const world = createWorld();
    const sentence = await db.transaction(async (tx) => {
      const done = await change({ tx, world, institution, member, values, argument });
      const announced = announcements[verb];
      if (announced) await tell({ tx, world, institution, member }, announced);
      await recordAct(tx, world, {
        institutionId: institution.id,
        ...actor,
        what: `member_${verb}`,
        subject: number,
        detail: {
          argument: argument ?? null,
          ...(onOneAddress.has(verb) ? { channel: values.channel } : {}),
          ...(verb === 'bind' && values.handle !== undefined ? { handle: values.handle } : {}),
        },
      });
      return done;
    });
    print(sentence);
    return 0;
  },
};

/** The verb, whose number, and what is left: the number stands second, or behind `--member`. */
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

/** Verbs with a word of their own behind the number. */
const withArgument: ReadonlySet<string> = new Set(['money', 'language', 'default', 'source']);

async function show(q: Queries, institution: Institution, member: Member): Promise<void> {
  print(`${member.name}, member ${member.number}${member.lockedAt ? ', locked' : ''}`);
  print(
    member.disclosedAt
      ? `disclosures recorded ${member.disclosedAt.toString()}`
      : 'no disclosures recorded: transfers are not allowed',
  );
  const shares = (await loadShares(q, institution.id, [member.id])).get(member.id) ?? [];
  print('');
  printTable(
    ['suffix', 'kind', 'nickname', 'role', ''],
    shares.map((share) => [
      share.suffix,
      share.kind,
      share.nickname ?? '',
      share.role,
      [
        share.id === member.defaultShareId ? 'default' : '',
        share.id === member.transferSourceShareId ? 'source' : '',
      ]
        .filter(Boolean)
        .join(', '),
    ]),
  );
  print('');
  const addresses = await addressesOf(q, institution.id, member.id);
  const silences = await silencesOf(q, institution.id, member.id);
  printTable(
    ['channel', 'handle', 'state', 'money', ''],
    addresses.map((one) => {
      const { reason, optedOut } = silences.get(one.id) ?? { reason: null, optedOut: false };
      return [
        one.channel,
        one.handle ?? '',
        one.state,
        one.moneyLockedAt
          ? `locked: ${lockReasons[reason ?? ''] ?? reason ?? 'unknown'}`
          : one.mayMoveMoney
            ? 'allowed'
            : 'read only',
        optedOut ? 'sent STOP: gets no messages' : '',
      ];
    }),
  );
}

/** By address: why its money is locked, and whether nothing may be sent there. */
async function silencesOf(
  q: Queries,
  institutionId: number,
  memberId: string,
): Promise<ReadonlyMap<string, { readonly reason: string | null; readonly optedOut: boolean }>> {
  const rows = await q.query<{ id: string; reason: string | null; optedOut: boolean }>(
    `select a.id, a.money_locked_reason as reason,
        (c.opted_out_at is not null or exists (select from member_opt_outs o
          where o.institution_id = $1 and o.member_id = a.member_id)) as "optedOut"
      from addresses a left join conversations c
        on c.institution_id = $1 and c.channel = a.channel and c.lookup = a.lookup
      where a.institution_id = $1 and a.member_id = $2`,
    [institutionId, memberId],
  );
  // Without keys the list is as good as the hashes are alike.
  const keyring = keyringIfAny();
  const ids = rows.map(({ id }) => id);
  const held = keyring && (await conversationsAcrossKeys(q, { institutionId, keyring }, ids));
  return new Map(
    rows.map(({ id, reason, optedOut }) => [
      id,
      { reason, optedOut: optedOut || held?.get(id)?.stopped === true },
    ]),
  );
}

/** What changes one address of the member: the record says which. */
const onOneAddress: ReadonlySet<string> = new Set(['bind', 'money', 'remove']);

/** What the member is told of on their channels, as for what they change themselves. */
const announcements: Readonly<Record<string, Announced>> = {
  bind: 'address_added',
  remove: 'address_removed',
  money: 'limits_changed',
};

/** What is told of a lock needs no secret, so that a lock never fails for want of one: who has never written is told nothing. */
async function tell(
  { tx, world, institution, member }: Pick<Change, 'tx' | 'world' | 'institution' | 'member'>,
  what: Announced,
): Promise<void> {
  const keyring = what in lockedAndUnlocked ? undefined : keyringFor(institution);
  await announceChange(
    tx,
    { world, institution, ...(keyring ? { keyring } : {}) },
    { memberId: member.id, what },
  );
}

const lockedAndUnlocked = { service_locked: true, service_unlocked: true, money_unlocked: true };

interface Change {
  readonly tx: Queries;
  readonly world: ReturnType<typeof createWorld>;
  readonly institution: Institution;
  readonly member: Member;
  readonly values: Values;
  readonly argument: string | undefined;
}

/** Each gives the sentence that is printed. */
const changes: Readonly<Record<string, (change: Change) => Promise<string>>> = {
  invite: inviteByStaff,
  'sign-out': signOutByStaff,
  'close-access': closeAccessByStaff,
  bind: async ({ tx, world, institution, member, values }) => {
    const { handle, 'x-user': address } = values;
    if (!address || !/^\d{1,19}$/.test(address))
      throw new UsageError('give --x-user with the numeric id of the X account (it never changes)');
    const keyring = keyringFor(institution);
    const ids = await bindAddresses(tx, { keyring, world }, institution.id, [
      { memberId: member.id, channel: 'x', address, handle, mayMoveMoney: false },
    ]);
    await issueCodes(tx, { keyring, world }, institution.id, ids);
    return `Connected, read-only. \`tmm member money ${member.number} on\` allows transfers`;
  },
  disclose: async ({ tx, world, institution, member }) => {
    const at = world.clock.now();
    await recordConsents(tx, world, institution.id, [
      {
        kind: 'regulation_e',
        version: disclosureVersion('regulation_e', institution, at),
        how: 'command line',
        at,
        memberId: member.id,
      },
    ]);
    return 'Recorded: transfers are allowed from now on';
  },
  money: async ({ tx, institution, member, values, argument }) => {
    if (argument !== 'on' && argument !== 'off') throw new UsageError('give on or off');
    const address = await addressOn(tx, institution, { member, values });
    if (argument === 'on' && address.moneyLockedAt) await liftByStaff(tx, institution, address);
    await setMayMoveMoney(tx, institution.id, {
      addressId: address.id,
      mayMoveMoney: argument === 'on',
    });
    return argument === 'on' ? 'Transfers between own accounts are allowed' : 'Read only';
  },
  remove: async ({ tx, institution, member, values }) => {
    const address = await addressOn(tx, institution, { member, values });
    await setAddressState(tx, institution.id, {
      addressIds: [address.id],
      state: 'removed',
      reason: 'by staff',
    });
    return 'Disconnected';
  },
  lock: async ({ tx, world, institution, member }) => {
    const at = world.clock.now();
    const locked = await lockMembers(tx, institution.id, { memberIds: [member.id], at });
    if (locked === 0) return 'Already locked';
    await tell({ tx, world, institution, member }, 'service_locked');
    return 'Locked on all channels';
  },
  unlock: async ({ tx, world, institution, member }) => {
    const wasLocked = await unlockMember(tx, institution.id, member.id);
    if (wasLocked) await tell({ tx, world, institution, member }, 'service_unlocked');
    // Five wrong numbers are lifted with it; what STOP, an unfollow, a changed handle or silence locked is another matter.
    const addresses = await addressesOf(tx, institution.id, member.id);
    const silences = await silencesOf(tx, institution.id, member.id);
    const left: string[] = [];
    let lifted = 0;
    for (const { id, channel, moneyLockedAt } of addresses) {
      if (!moneyLockedAt) continue;
      const reason = silences.get(id)?.reason ?? null;
      if (await unlockFailures(tx, institution.id, id)) lifted += 1;
      else left.push(onlyTheMemberLifts(institution, { channel, reason }));
    }
    if (lifted > 0) await tell({ tx, world, institution, member }, 'money_unlocked');
    const said = wasLocked || lifted > 0 ? 'Unlocked' : 'There was nothing that this can unlock';
    return [said, ...left].join('; ');
  },
  language: async ({ tx, member, argument }) => {
    if (argument !== 'en' && argument !== 'fr' && argument !== 'es')
      throw new UsageError('give en, fr or es');
    await changeMember(tx, member, { language: argument });
    return `Replies are now in ${argument}`;
  },
  default: async (change) => {
    await changeMember(change.tx, change.member, { defaultShareId: await shareId(change) });
    return `Default account: ${change.argument}`;
  },
  source: async (change) => {
    await changeMember(change.tx, change.member, { transferSourceShareId: await shareId(change) });
    return `Transfers come from: ${change.argument}`;
  },
};

/** Lifts a lock of money that staff may lift. @throws UsageError for one that is the member's, with what they do about it */
async function liftByStaff(
  tx: Queries,
  institution: Institution,
  { id, memberId, channel }: BoundAddress,
): Promise<void> {
  if (await unlockFailures(tx, institution.id, id)) return;
  const reason = (await silencesOf(tx, institution.id, memberId)).get(id)?.reason ?? null;
  throw new UsageError(onlyTheMemberLifts(institution, { channel, reason }));
}

async function addressOn(
  q: Queries,
  institution: Institution,
  { member, values }: { member: Member; values: Values },
): Promise<BoundAddress> {
  const found = (await addressesOf(q, institution.id, member.id)).find(
    ({ channel }) => channel === values.channel,
  );
  if (!found) throw new UsageError(`member ${member.number} has no address on ${values.channel}`);
  return found;
}

async function shareId({ tx, institution, member, argument }: Change): Promise<string> {
  const shares = (await loadShares(tx, institution.id, [member.id])).get(member.id) ?? [];
  const share = shares.find(({ suffix }) => suffix === argument?.toUpperCase());
  if (!share)
    throw new UsageError(
      `${argument === undefined ? 'say which account' : `member ${member.number} has no account ${argument}`}; the accounts are ${shares.map((one) => one.suffix).join(', ')}`,
    );
  return share.id;
}
