import { askApprovals, withdrawApprovals } from '../approvals/store.ts';
import { changeAlerts } from '../alerts/alert-store.ts';
import { setLanguages } from '../members/set-languages.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import { lockMoney, touchAddresses } from '../members/address-state.ts';
import { openCases } from '../staff/cases.ts';
import { type NewConsent, recordConsents } from '../members/consents.ts';
import type { Institution } from '../members/institution.ts';
import { lockMembers } from '../members/locks.ts';
import { openTasks } from '../staff/tasks.ts';
import { addUsage } from '../transfers/usage.ts';
import { noteNotMeant } from '../messages/texts-not-understood.ts';
import { optInMembers, optOutMembers } from '../messages/opt-outs.ts';
import type { Effect, OpenedCase, OpenedTask } from '../commands/situation.ts';
import { endAlertsAfterStop } from './alerts-after-stop.ts';
import { agentTask } from './agent-task.ts';
import { possibleErrorTask } from './possible-error-task.ts';
import type { Decided } from './decided.ts';
import { tellPeople } from './tell-people.ts';

/** The work opened for a message; its reply gives the reference. */
export type Opened =
  | { readonly kind: 'dispute'; readonly opened: OpenedCase }
  | { readonly kind: 'agent'; readonly opened: OpenedTask };

/**
 * Writes what was decided about members and their addresses: one statement of each kind for the whole batch.
 * @returns for each decision, in order, the work that it opened
 */
export async function applyEffects(
  tx: Queries,
  context: {
    institution: Institution;
    world: World;
    decisions: readonly Decided[];
    now: Temporal.Instant;
  },
): Promise<(Opened | undefined)[]> {
  const { institution, world, decisions, now } = context;
  const having = (effect: Decided['effects'][number]['effect']) =>
    decisions.flatMap((decided) =>
      decided.effects.some((one) => one.effect === effect) ? [decided] : [],
    );

  const lockers = having('lock_member');
  const locking = lockers.flatMap(({ participant }) => participant.sender?.member.id ?? []);
  if (locking.length > 0) await lockMembers(tx, institution.id, { memberIds: locking, at: now });

  const moneyLocks = decisions.flatMap(({ participant, effects }) =>
    effects.flatMap((one) =>
      one.effect === 'lock_money' && participant.sender
        ? [{ addressId: participant.sender.address.id, reason: one.reason, at: now }]
        : [],
    ),
  );
  if (moneyLocks.length > 0) await lockMoney(tx, institution.id, moneyLocks);

  await writeApprovals(tx, context);

  const consents = decisions.flatMap(({ participant, effects }) =>
    effects.flatMap((one) => {
      const kind = consentOf(one);
      return kind
        ? [
            {
              kind,
              version: '1',
              channel: participant.message.channel,
              how: `message ${participant.key}`,
              at: now,
              conversationId: participant.conversation.id,
              ...(participant.sender
                ? {
                    memberId: participant.sender.member.id,
                    addressId: participant.sender.address.id,
                  }
                : {}),
            },
          ]
        : [];
    }),
  );
  if (consents.length > 0) await recordConsents(tx, world, institution.id, consents);

  await noteNotMeant(
    tx,
    {
      institutionId: institution.id,
      day: now.toZonedDateTimeISO(institution.zone).toPlainDate(),
      now,
    },
    having('not_meant').flatMap(({ participant: { conversation, sender } }) =>
      sender ? [{ conversationId: conversation.id, memberId: sender.member.id }] : [],
    ),
  );
  await writeLanguages(tx, institution.id, decisions);
  await writeAlerts(tx, context);
  await writeOptOuts(tx, context, having);
  await writeUsage(tx, context);
  await noteUse(tx, context);
  // Before cases: a case confirmed in this batch counts from the first notice.
  await openNotices(tx, context);
  await tellPeople(tx, context);
  return open(tx, context);
}

/** Writes the approvals that were asked for, then ends those that NO, STOP or LOCK cancel: they count, even in the same batch. */
async function writeApprovals(
  tx: Queries,
  { institution, world, decisions, now }: Parameters<typeof applyEffects>[1],
): Promise<void> {
  const asked = decisions.flatMap(({ participant, effects, language }) =>
    effects.flatMap((one) => {
      const { sender, conversation, message, key } = participant;
      if (one.effect !== 'ask_approval' || !sender) return [];
      const { amount, from, to } = one.planned;
      return [
        {
          id: world.ids.next(),
          memberId: sender.member.id,
          addressId: sender.address.id,
          conversationId: conversation.id,
          channel: message.channel,
          inboundKey: key,
          language,
          amount,
          currency: from.currency,
          fromShareId: from.id,
          toShareId: to.id,
          fromSuffix: from.suffix,
          toSuffix: to.suffix,
          askedAt: now,
          expiresAt: one.until,
        },
      ];
    }),
  );
  await askApprovals(tx, world, institution.id, asked);
  const senders = (...of: readonly Effect['effect'][]) =>
    decisions.flatMap(({ effects, participant: { sender } }) =>
      sender && effects.some(({ effect }) => of.includes(effect)) ? [sender] : [],
    );
  const isForAll = institution.settings.optOutScope === 'all';
  await withdrawApprovals(tx, institution.id, {
    addressIds: senders('opt_out').map(({ address }) => address.id),
    memberIds: senders(
      'withdraw_approvals',
      'lock_member',
      ...(isForAll ? ['opt_out' as const] : []),
    ).map(({ member }) => member.id),
    at: now,
  });
}

/** What an effect says about consent. Each alert that a member asks for is one, on top of the agreement to messages. */
function consentOf(one: Effect): NewConsent['kind'] | undefined {
  if (one.effect === 'opt_in' || one.effect === 'opt_out') return one.effect;
  if (one.effect !== 'change_alerts') return undefined;
  if (one.change.change === 'add' || one.change.change === 'set') return 'alerts_on';
  return one.endsAll ? 'alerts_off' : undefined;
}

/** Writes the alerts that members set or ended, by STOP too. Few do. */
async function writeAlerts(
  tx: Queries,
  { institution, world, decisions, now }: Parameters<typeof open>[1],
): Promise<void> {
  for (const { participant, effects } of decisions)
    for (const one of effects)
      if (one.effect === 'change_alerts' && participant.sender)
        await changeAlerts(
          tx,
          {
            institutionId: institution.id,
            memberId: participant.sender.member.id,
            world,
            at: now,
          },
          one.change,
        );
  await endAlertsAfterStop(tx, { institution, world, decisions, now });
}

/** Stores the languages that members chose by message. Of several in one batch, the last counts. */
async function writeLanguages(
  tx: Queries,
  institutionId: number,
  decisions: readonly Decided[],
): Promise<void> {
  const chosen = new Map<string, Language>();
  for (const { participant, effects } of decisions)
    for (const one of effects)
      if (one.effect === 'set_language' && participant.sender)
        chosen.set(participant.sender.member.id, one.language);
  await setLanguages(tx, institutionId, chosen);
}

/** Opens a task for each text that may report an error, even if the member never answers our question. */
async function openNotices(
  tx: Queries,
  { institution, world, decisions, now }: Parameters<typeof open>[1],
): Promise<void> {
  const notices = decisions.flatMap(
    ({ effects, participant: { sender, message, key, redacted } }) =>
      sender && effects.some(({ effect }) => effect === 'possible_error')
        ? [
            possibleErrorTask(
              {
                text: redacted,
                memberId: sender.member.id,
                inboundKey: key,
                receivedAt: message.receivedAt,
                at: now,
              },
              institution,
            ),
          ]
        : [],
  );
  if (notices.length > 0) await openTasks(tx, world, institution, notices);
}

/** If STOP covers all channels, records it by member and locks money movement on all their addresses. */
async function writeOptOuts(
  tx: Queries,
  { institution, now }: { institution: Institution; now: Temporal.Instant },
  having: (effect: Effect['effect']) => readonly Decided[],
): Promise<void> {
  const membersOf = (effect: Effect['effect']) =>
    having(effect).flatMap(({ participant }) => participant.sender?.member.id ?? []);
  const started = membersOf('opt_in');
  if (started.length > 0) await optInMembers(tx, institution.id, started);
  const stopped = institution.settings.optOutScope === 'all' ? membersOf('opt_out') : [];
  if (stopped.length === 0) return;
  await optOutMembers(tx, institution.id, { memberIds: stopped, at: now });
  const rows = await tx.query<{ id: string }>(
    `select id from addresses
      where institution_id = $1 and member_id = any($2::uuid[]) and state <> 'removed' order by id`,
    [institution.id, stopped],
  );
  const locks = rows.map(({ id }) => ({ addressId: id, reason: 'stop' as const, at: now }));
  await lockMoney(tx, institution.id, locks);
}

/** Records an address's first message of the day. Inactivity counts from there. */
async function noteUse(
  tx: Queries,
  {
    institution,
    decisions,
    now,
  }: { institution: Institution; decisions: readonly Decided[]; now: Temporal.Instant },
): Promise<void> {
  const day = now.toZonedDateTimeISO(institution.zone).toPlainDate();
  const addressIds = decisions.flatMap(({ participant: { sender } }) =>
    sender && !sender.address.lastUsedOn?.equals(day) ? [sender.address.id] : [],
  );
  if (addressIds.length > 0)
    await touchAddresses(tx, institution.id, { addressIds: addressIds.sort(), day });
}

async function writeUsage(
  tx: Queries,
  {
    institution,
    decisions,
    now,
  }: { institution: Institution; decisions: readonly Decided[]; now: Temporal.Instant },
): Promise<void> {
  const day = now.toZonedDateTimeISO(institution.zone).toPlainDate();
  const rows = decisions.flatMap(({ participant, effects }) =>
    effects.flatMap((one) =>
      one.effect === 'used' && participant.sender
        ? [{ addressId: participant.sender.address.id, day, amount: one.amount }]
        : [],
    ),
  );
  if (rows.length > 0) await addUsage(tx, institution.id, rows);
}

async function open(
  tx: Queries,
  {
    institution,
    world,
    decisions,
    now,
  }: {
    institution: Institution;
    world: World;
    decisions: readonly Decided[];
    now: Temporal.Instant;
  },
): Promise<(Opened | undefined)[]> {
  const opening = decisions.map(({ answer, participant }) =>
    answer?.opens && participant.sender
      ? { opens: answer.opens, memberId: participant.sender.member.id, participant }
      : undefined,
  );
  const disputes = opening.filter((one) => one?.opens === 'dispute');
  const agents = opening.filter((one) => one?.opens === 'agent');
  const cases = await openCases(
    tx,
    world,
    institution,
    disputes.map((one) => ({
      memberId: present(one, 'it was filtered').memberId,
      receivedAt: present(one, 'it was filtered').participant.message.receivedAt,
      inboundKey: present(one, 'it was filtered').participant.key,
    })),
  );
  const tasks = await openTasks(
    tx,
    world,
    institution,
    agents.map((asking) => {
      const { memberId, participant } = present(asking, 'it was filtered');
      return agentTask({
        text: participant.redacted,
        memberId,
        inboundKey: participant.key,
        // A request to stop a payment counts from its receipt.
        at: participant.understood.stops ? participant.message.receivedAt : now,
        stops: participant.understood.stops,
      });
    }),
  );
  return opening.map((one) => {
    if (!one) return undefined;
    if (one.opens === 'dispute') {
      const { reference, due, receivedAt } = present(
        cases[disputes.indexOf(one)],
        'each dispute has its case',
      );
      return { kind: 'dispute', opened: { reference, due, receivedAt } };
    }
    const { reference } = present(tasks[agents.indexOf(one)], 'each request has its task');
    return { kind: 'agent', opened: { reference } };
  });
}
