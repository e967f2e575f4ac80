import { accountChannels, descriptors, type AccountChannel } from '../../channels/descriptors.ts';
import { byName } from '../../kernel/by-name.ts';
import { usualChannel } from '../usual-channel.ts';
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

/** `--x-user`: the id of a member's account, for each channel that has accounts. */
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
tmm member invite NUMBER …                           a one-time code with which they activate their online access
tmm member sign-out NUMBER …                         end all their online sessions
tmm member close-access NUMBER …                     and take away all they sign in with, until invited again
tmm member bind NUMBER --x-user ID --handle NAME …   bind an X account that was proven to be the member's
tmm member disclose NUMBER …                         the disclosures were given: money may move from then on
tmm member money NUMBER on|off [--channel x] …       let an address move money between own shares, or not; on lifts what
                              five wrong numbers had locked, no STOP and no doubt about whose the address is: only the member does
tmm member remove NUMBER [--channel x] …             unbind the address
tmm member lock NUMBER …      stop the service on all channels
tmm member unlock NUMBER …    and let it go on; of locked money movement likewise only what five wrong numbers had locked
tmm member language NUMBER en|fr|es …
tmm member default NUMBER SUFFIX …                   the share that is meant where none is named; an order that names one
                              other share moves money between that and this one
tmm member source NUMBER SUFFIX …                    where money comes from where an order names neither share, and the other
                              side of an order that names the default share alone

NUMBER may also be given as --member NUMBER. All but list and show are recorded:
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
        process.stderr.write(`These are the first ${listedMax}; there are more\n`);
      return 0;
    }
    if (number === undefined) throw new UsageError('whose? Give the member number');
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
    throw new UsageError(`there is no ‘${verb}’: \`tmm help member\` lists what there is`);
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
      : 'no disclosures recorded: no money moves',
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
            ? 'may move'
            : 'read only',
        optedOut ? 'said STOP: gets no messages' : '',
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

const idAsked = (channel: AccountChannel) =>
  `give --${userOption(channel)} with the numeric id of the ${descriptors[channel].title} account, which never changes`;

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
    const { handle } = values;
    const channel =
      accountChannels.find((name) => values[userOption(name)] !== undefined) ?? accountChannels[0];
    const address = channel && values[userOption(channel)];
    if (!channel || !address || !descriptors[channel].account?.userId.test(address))
      throw new UsageError(accountChannels.map(idAsked).join('; or '));
    const keyring = keyringFor(institution);
    const ids = await bindAddresses(tx, { keyring, world }, institution.id, [
      { memberId: member.id, channel, address, handle, mayMoveMoney: false },
    ]);
    await issueCodes(tx, { keyring, world }, institution.id, ids);
    return `Bound for questions; \`tmm member money ${member.number} on\` lets it move money`;
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
    return 'Recorded: money may move from now on';
  },
  money: async ({ tx, institution, member, values, argument }) => {
    if (argument !== 'on' && argument !== 'off') throw new UsageError('say on or off');
    const address = await addressOn(tx, institution, { member, values });
    if (argument === 'on' && address.moneyLockedAt) await liftByStaff(tx, institution, address);
    await setMayMoveMoney(tx, institution.id, {
      addressId: address.id,
      mayMoveMoney: argument === 'on',
    });
    return argument === 'on' ? 'May move money between own shares' : 'Read only';
  },
  remove: async ({ tx, institution, member, values }) => {
    const address = await addressOn(tx, institution, { member, values });
    await setAddressState(tx, institution.id, {
      addressIds: [address.id],
      state: 'removed',
      reason: 'by staff',
    });
    return 'Unbound';
  },
  lock: async ({ tx, world, institution, member }) => {
    const at = world.clock.now();
    const locked = await lockMembers(tx, institution.id, { memberIds: [member.id], at });
    if (locked === 0) return 'It was locked already';
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
    const said = wasLocked || lifted > 0 ? 'Unlocked' : 'Nothing was locked that this lifts';
    return [said, ...left].join('; ');
  },
  language: async ({ tx, member, argument }) => {
    if (argument !== 'en' && argument !== 'fr' && argument !== 'es')
      throw new UsageError('say en, fr or es');
    await changeMember(tx, member, { language: argument });
    return `Answered in ${argument}`;
  },
  default: async (change) => {
    await changeMember(change.tx, change.member, { defaultShareId: await shareId(change) });
    return `Default share: ${change.argument}`;
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
      `${argument === undefined ? 'say which share' : `member ${member.number} has no share ${argument}`}; there is ${shares.map((one) => one.suffix).join(', ')}`,
    );
  return share.id;
}
