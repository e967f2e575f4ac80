import { batchOf } from '../audit/batch.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { defaultLanguage } from '../kernel/vocabulary/language.ts';
import type { World } from '../kernel/world.ts';
import { render } from '../languages/wording.ts';
import type { Institution } from '../members/institution.ts';
import { isOpen } from '../members/office-hours.ts';
import { enqueue } from '../messages/enqueue.ts';
import {
  setHandover,
  staffConversation,
  type StaffConversation,
} from '../messages/staff-conversation.ts';
import { noteEvents } from '../staff/handovers/events.ts';
import { idleAfter, type Handover } from '../staff/handovers/handover.ts';
import { endHold, findHandover, heldConversations } from '../staff/handovers/store.ts';
import { voiceOf } from '../wording/voice.ts';
import type { Reply } from '../wording/reply.ts';

interface Place {
  readonly world: World;
  readonly institution: Institution;
  readonly keyring: Keyring;
}

/**
 * Gives conversations back to the service that their person has left: the person was silent for 20
 * minutes, or the office closed. It tells the member once, also with two processes. If the member still waits
 * for a word, the conversation waits for the next person.
 * @returns how many
 */
export async function leaveToService(db: Database, place: Place): Promise<number> {
  const { institution } = place;
  const held = await heldConversations(db, institution.id);
  let left = 0;
  for (const one of held) {
    if (!endOf(one, place)) continue;
    const isLeft = await db.transaction(async (tx) => leaveOne(tx, place, one.conversationId));
    if (isLeft) left += 1;
  }
  return left;
}

/** Why a hold ends now; `undefined` if it doesn't. */
function endOf(
  { heldAt, spokeAt, waitingSince }: Pick<Handover, 'heldAt' | 'spokeAt' | 'waitingSince'>,
  { world, institution }: Place,
): 'left_idle' | 'left_at_closing' | undefined {
  const now = world.clock.now();
  const { zone, settings } = institution;
  // Who takes a conversation outside the hours keeps it.
  if (heldAt && isOpen(settings, zone, heldAt) && !isOpen(settings, zone, now))
    return 'left_at_closing';
  // A member who writes on and on has no answer yet: that silence is the person's.
  const silentSince = waitingSince ? later(waitingSince, heldAt ?? waitingSince) : spokeAt;
  return Temporal.Instant.compare(silentSince.add(idleAfter), now) <= 0 ? 'left_idle' : undefined;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}

async function leaveOne(tx: Queries, place: Place, conversationId: string): Promise<boolean> {
  const { world, institution } = place;
  const key = { institutionId: institution.id, conversationId };
  const conversation = await staffConversation(tx, key, { lock: true });
  const handover = await findHandover(tx, key, { lock: true });
  // Somebody wrote meanwhile, or another process was first.
  const kind = handover?.state === 'held' ? endOf(handover, place) : undefined;
  if (!handover || !kind) return false;
  const to = handover.waitingSince ? 'waiting' : 'closed';
  await endHold(tx, key, { to, now: world.clock.now() });
  await setHandover(tx, institution.id, [{ conversationId, state: to }]);
  const outboundId = conversation && (await tell(tx, place, { conversation, handover, kind }));
  await noteEvents(tx, world, institution.id, [
    { conversationId, kind, ...(outboundId ? { outboundId } : {}) },
  ]);
  return true;
}

/** Queues the words about it. After STOP, or to an address that gets no messages, there are none. */
async function tell(
  tx: Queries,
  { world, institution, keyring }: Place,
  {
    conversation,
    handover,
    kind,
  }: {
    readonly conversation: StaffConversation;
    readonly handover: Handover;
    readonly kind: 'left_idle' | 'left_at_closing';
  },
): Promise<string | undefined> {
  const { addressId, addressState, channel, language: own, stoppedAt, zone } = conversation;
  if (stoppedAt || addressState !== 'proven') return undefined;
  const now = world.clock.now();
  const language = own ?? institution.settings.languages[0] ?? defaultLanguage;
  const reply: Reply =
    kind === 'left_at_closing' && handover.waitingSince
      ? { reply: 'people_closed' }
      : { reply: 'person_left', name: handover.holderName ?? '' };
  const id = world.ids.next();
  await enqueue(tx, batchOf(tx, { institutionId: institution.id, world, keyring }), [
    {
      id,
      conversationId: conversation.id,
      channel,
      addressId,
      purpose: 'staff',
      priority: 0,
      text: render(
        reply,
        voiceOf(institution, { language, zone: zone ?? undefined }, channel, now),
      ),
      language,
      queuedAt: now,
      expiresAt: now.add({ hours: 24 }),
    },
  ]);
  return id;
}
