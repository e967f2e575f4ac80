import { repeatsSince } from '../transfers/doubt.ts';
import type { Queries, Transaction } from '../database/database.ts';
import { together } from '../database/together.ts';
import { withStanding, lockStanding, type LockedStanding } from '../transfers/standing.ts';
import { batchOf } from '../audit/batch.ts';
import { lockHead } from '../audit/chain.ts';
import type { Effect, Situation, WaitingTransfer } from '../commands/situation.ts';
import type { Institution } from '../members/institution.ts';
import { saveConversations } from '../messages/conversations.ts';
import { insertInbound } from '../messages/inbound.ts';
import { noteTexts } from '../messages/texts-not-understood.ts';
import { enqueue } from '../messages/enqueue.ts';
import { applyEffects } from './apply-effects.ts';
import { domainEventsOf } from './domain-events.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { gather } from './gather.ts';
import { decideMessage, needsToDecide } from './decide-message.ts';
import { loadBatch } from './load.ts';
import type { Participant } from './participant.ts';
import type { Outcome, Received } from './received.ts';
import { situationOf } from './situation-of.ts';
import { unreadIn } from './unread-in.ts';
import { takeWords } from './take-words.ts';
import type { Decided } from './decided.ts';
import { decidedWith } from './decided-with.ts';
import { changeOf, inboundRowOf, outboundRowOf, replyLife } from './rows.ts';

/**
 * Processes one batch of one institution in one transaction: reads what is new, decides it in order of arrival, and writes it with
 * its replies, or writes nothing. A batch must not contain two messages of one address (the collector ensures it).
 * @returns outcomes in the order of the messages
 */
export async function processBatch(
  dependencies: ConversationDependencies,
  institutionId: number,
  messages: readonly Received[],
): Promise<Outcome[]> {
  const institution = await dependencies.institution(institutionId);
  const started = dependencies.world.clock.now();
  const result = await dependencies.db.transaction(async (tx) =>
    takeBatch(tx, dependencies, institution, messages),
  );
  count(dependencies, institution, result, started);
  if (result.decisions.some(({ decided }) => decided.answer)) dependencies.queued();
  if (result.decisions.some(({ outcome }) => outcome.outcome === 'transfer_pending'))
    dependencies.ordered?.();
  const byKey = new Map(
    result.decisions.map((entry) => [entry.decided.participant.key, entry.outcome]),
  );
  return messages.map((message) => {
    const key = `${message.channel}:${message.externalId}`;
    const outcome = byKey.get(key);
    // The same message twice in one batch: the second is the duplicate.
    byKey.delete(key);
    return outcome ?? { duplicate: true, intent: 'unknown', outcome: 'duplicate' };
  });
}

interface Taken {
  readonly decisions: readonly { readonly decided: Decided; readonly outcome: Outcome }[];
}

function takenOf(row: {
  readonly decided: Decided;
  readonly outbound: ReturnType<typeof outboundRowOf>;
  readonly inbound: ReturnType<typeof inboundRowOf>;
}): Taken['decisions'][number] {
  return {
    decided: row.decided,
    outcome: {
      duplicate: false,
      intent: row.inbound.intent,
      outcome: row.inbound.outcome,
      ...(row.outbound ? { text: row.outbound.text, outboundId: row.outbound.id } : {}),
    },
  };
}

/** What the commands need loaded, before any of them decides. */
function wantedBy(
  participants: readonly Participant[],
  situations: readonly (Situation | undefined)[],
): Parameters<typeof loadBatch>[1]['wanted'] {
  return participants.flatMap((participant, index) => {
    const situation = situations[index];
    if (!situation) return [];
    const { shares, address, member, today } = situation;
    const needs = needsToDecide(participant, situation);
    const snapshot = participant.message.books;
    return [
      {
        needs,
        shares,
        addressId: address.id,
        memberId: member.id,
        day: today,
        key: participant.key,
        snapshot,
      },
    ];
  });
}

/** Decides in order of arrival. Later messages see what earlier ones lock, stop or use up. */
function decideAll(
  participants: readonly Participant[],
  situations: readonly (Situation | undefined)[],
  batch: {
    readonly institution: Institution;
    readonly loaded: Awaited<ReturnType<typeof loadBatch>>;
    readonly standing: Awaited<ReturnType<typeof standingOfMovers>>;
    readonly now: Temporal.Instant;
  },
): Decided[] {
  const { institution, loaded, standing, now } = batch;
  const isForAll = institution.settings.optOutScope === 'all';
  const lockedNow = new Set<string>();
  const stoppedNow = new Set<string>();
  return participants.map((participant, index) => {
    const situation = asDecided(situations[index], { standing, lockedNow, stoppedNow, now });
    const decided = decideMessage(participant, { institution, situation, loaded, now });
    for (const effect of decided.effects) {
      if (effect.effect === 'lock_member' && participant.sender)
        lockedNow.add(participant.sender.member.id);
      if (effect.effect === 'opt_out' && participant.sender && isForAll)
        stoppedNow.add(participant.sender.member.id);
      if (effect.effect === 'used' && situation) loaded.used(situation.address.id, effect.transfer);
      if (effect.effect === 'ask_approval' && situation)
        loaded.asked(situation.address.id, waitingOf(effect, now));
      if (effect.effect === 'change_alerts' && situation)
        loaded.alertsChanged(situation.address.id, effect.change);
    }
    return decided;
  });
}

function waitingOf(
  { planned, until }: Extract<Effect, { effect: 'ask_approval' }>,
  now: Temporal.Instant,
): WaitingTransfer {
  const { amount, from, to } = planned;
  return { askedAt: now, amount, fromShareId: from.id, toShareId: to.id, expiresAt: until };
}

async function takeBatch(
  tx: Transaction,
  dependencies: ConversationDependencies,
  institution: Institution,
  messages: readonly Received[],
): Promise<Taken> {
  const { world, core, keyring } = dependencies;
  const gathered = await gather(tx, dependencies, institution, messages);
  if (gathered.length === 0) return { decisions: [] };
  const participants = await takeWords(tx, dependencies, institution, gathered);
  const now = world.clock.now();
  const batch = batchOf(tx, { institutionId: institution.id, world, keyring });

  const today = now.toZonedDateTimeISO(institution.zone).toPlainDate();
  const situations = participants.map((participant) =>
    situationOf(participant, institution, dependencies, { now, today }),
  );
  const loaded = await loadBatch(tx, {
    core,
    institutionId: institution.id,
    world,
    wanted: wantedBy(participants, situations),
    approves: institution.settings.stepUp !== undefined,
    repeatsSince: repeatsSince(institution.settings, now),
  });

  const standing = await standingOfMovers(tx, institution.id, { participants, situations });
  const decisions = decideAll(participants, situations, { institution, loaded, standing, now });

  const opened = await applyEffects(tx, { institution, world, decisions, now });
  const staleAt = now.add(replyLife);
  const written = decisions.map((decided, index) => {
    const outbound = outboundRowOf(decided, {
      institution,
      world,
      now,
      staleAt,
      opened: opened[index],
    });
    return { decided, outbound, inbound: inboundRowOf(decided) };
  });
  const outbound = written.flatMap((row) => (row.outbound ? [row.outbound] : []));
  const inbound = written.map((row) => row.inbound);
  const books = await core.write(tx, loaded.books, batch.id);
  await saveConversations(
    tx,
    institution.id,
    decisions.flatMap((decided) => changeOf(decided, now)),
  );
  const [, , head] = await together([
    enqueue(tx, batch, outbound),
    insertInbound(tx, batch, inbound),
    lockHead(tx, institution.id),
    // After the lock, so that two processes don't wait for each other over one text.
    noteTexts(tx, { institutionId: institution.id, day: today }, unreadIn(decisions)),
  ]);
  batch.add('books', books?.leaves ?? []);
  batch.tell(books?.events ?? []);
  batch.tell(
    domainEventsOf(
      decisions,
      written.map((row) => row.inbound),
    ),
  );
  batch.note(decidedWith(institution));
  await batch.append({ head, ends: true });
  return { decisions: written.map(takenOf) };
}

/** Reads again, under a lock, what decides whether money may move, for all members about to move money: one statement a batch. */
async function standingOfMovers(
  tx: Queries,
  institutionId: number,
  {
    participants,
    situations,
  }: {
    readonly participants: readonly Participant[];
    readonly situations: readonly (Situation | undefined)[];
  },
): Promise<ReadonlyMap<string, LockedStanding>> {
  const movers = participants.flatMap((participant, index) => {
    const situation = situations[index];
    const moves = situation && (needsToDecide(participant, situation).moving ?? []).length > 0;
    return moves ? [situation.address.id] : [];
  });
  return movers.length === 0 ? new Map() : lockStanding(tx, institutionId, movers);
}

/**
 * Updates a situation with what was read under the lock and what this batch decided earlier: a LOCK covers later messages on every
 * channel, and so does a STOP for all channels where money is concerned.
 */
function asDecided(
  situation: Situation | undefined,
  given: {
    readonly standing: ReadonlyMap<string, LockedStanding>;
    readonly lockedNow: ReadonlySet<string>;
    readonly stoppedNow: ReadonlySet<string>;
    readonly now: Temporal.Instant;
  },
): Situation | undefined {
  if (!situation) return undefined;
  const standing = given.standing.get(situation.address.id);
  const { member, address } = standing ? withStanding(situation, standing) : situation;
  const isAsRead = !standing && !given.lockedNow.has(member.id) && !given.stoppedNow.has(member.id);
  if (isAsRead) return situation;
  return {
    ...situation,
    member: given.lockedNow.has(member.id) ? { ...member, lockedAt: given.now } : member,
    address: given.stoppedNow.has(member.id) ? { ...address, moneyLockedAt: given.now } : address,
  };
}

function count(
  { metrics, world }: ConversationDependencies,
  institution: Institution,
  { decisions }: Taken,
  started: Temporal.Instant,
): void {
  const now = world.clock.now();
  const seconds = (since: Temporal.Instant) =>
    (now.epochMilliseconds - since.epochMilliseconds) / 1000;
  const alike = new Map<string, { labels: Record<string, string>; count: number }>();
  for (const { decided, outcome } of decisions) {
    const { channel, receivedAt } = decided.participant.message;
    const key = `${channel}/${outcome.intent}/${outcome.outcome}`;
    const { intent } = outcome;
    const one = alike.get(key) ?? {
      labels: { channel, intent, outcome: outcome.outcome },
      count: 0,
    };
    one.count += 1;
    alike.set(key, one);
    metrics.time('receipt_to_commit', { channel }, seconds(receivedAt));
  }
  for (const one of alike.values()) metrics.count('inbound_messages', one.labels, one.count);
  metrics.time('batch', { institution: String(institution.id) }, seconds(started));
  metrics.gauge('batch_size', { institution: String(institution.id) }, decisions.length);
}
