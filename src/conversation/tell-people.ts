import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { setHandover } from '../messages/staff-conversation.ts';
import { noteEvents } from '../staff/handovers/events.ts';
import { reopensWithin } from '../staff/handovers/handover.ts';
import { beginWaiting, findHandover, noteSaid } from '../staff/handovers/store.ts';
import type { Decided } from './decided.ts';

/**
 * Brings messages to the people of the staff: who asks for a person waits, a text to the person who
 * holds the conversation is noted, and a text that the service does not understand reopens a
 * conversation that ended a moment ago. Conversations are locked; few messages write here.
 */
export async function tellPeople(
  tx: Queries,
  given: {
    readonly institution: Institution;
    readonly world: World;
    readonly decisions: readonly Decided[];
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  for (const decided of given.decisions) {
    const what = whatFor(decided);
    if (what === 'said') await said(tx, given, decided);
    else if (what) await waits(tx, given, decided, what);
  }
}

/** What a message means to people; `undefined` for most. */
function whatFor({
  answer,
  noReply,
  participant,
}: Decided): 'said' | 'asked' | 'reopened' | undefined {
  if (!participant.sender) return undefined;
  const { conversation, understood } = participant;
  if (noReply === 'to_person') return 'said';
  // The service answers a possible notice of error by itself, and the person who holds the conversation sees it too.
  if (conversation.handover === 'held' && understood.reportsError === true) return 'said';
  if (answer?.opens === 'agent') return 'asked';
  const isUnread = answer && !answer.opens && answer.reply.reply === 'unknown';
  return isUnread && conversation.handover === 'closed' ? 'reopened' : undefined;
}

type Given = Parameters<typeof tellPeople>[1];

async function said(
  tx: Queries,
  { institution, now }: Given,
  { participant }: Decided,
): Promise<void> {
  await noteSaid(
    tx,
    { institutionId: institution.id, conversationId: participant.conversation.id },
    { said: participant.stored, now },
  );
}

async function waits(
  tx: Queries,
  { institution, world, now }: Given,
  { participant }: Decided,
  kind: 'asked' | 'reopened',
): Promise<void> {
  const { conversation, sender, stored, understood } = participant;
  if (!sender) return;
  const key = { institutionId: institution.id, conversationId: conversation.id };
  if (kind === 'reopened') {
    const before = await findHandover(tx, key, { lock: true });
    const until = before?.closedAt?.add(reopensWithin);
    if (!until || Temporal.Instant.compare(until, now) < 0) return;
  }
  await beginWaiting(tx, institution.id, {
    asking: {
      conversationId: conversation.id,
      memberId: sender.member.id,
      addressId: sender.address.id,
      said: stored,
      urgent: understood.stops !== undefined,
    },
    now,
  });
  if (conversation.handover === 'held' || conversation.handover === 'waiting') return;
  await setHandover(tx, institution.id, [{ conversationId: conversation.id, state: 'waiting' }]);
  await noteEvents(tx, world, institution.id, [{ conversationId: conversation.id, kind }]);
}
