import { assert, present } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import { render } from '../languages/wording.ts';
import { byGuess, guessedIntentOf } from '../reading/guess/by-guess.ts';
import type { Reading } from '../reading/reading.ts';
import type { Reply } from '../wording/reply.ts';
import type { Institution } from '../members/institution.ts';
import type { ConversationChange } from '../messages/conversations.ts';
import type { InboundRow } from '../messages/inbound-row.ts';
import type { NewOutbound } from '../messages/outbound.ts';
import { blackedOut, redact } from '../messages/redact.ts';
import { writePending } from '../commands/pending.ts';
import type { Opened } from './apply-effects.ts';
import type { Participant } from './participant.ts';
import type { Decided } from './decided.ts';
import { voiceOf } from '../wording/voice.ts';

/** The message as it is stored: redacted, with its reading and what was decided. */
export function inboundRowOf(decided: Decided): InboundRow {
  const { participant, answer, noReply } = decided;
  const { message, conversation, understood, position, sender } = participant;
  return {
    channel: message.channel,
    externalId: message.externalId,
    conversationId: conversation.id,
    position,
    memberId: enrolledOf(participant)?.memberId ?? sender?.member.id,
    text: participant.word ? blackedOut : participant.stored,
    public: message.public ?? false,
    sentAt: message.sentAt,
    receivedAt: message.receivedAt,
    intent: understood.reading.intent,
    reading: {
      ...(participant.isSecret ? bareReading(understood.reading) : redacted(understood.reading)),
      ...byGuess(understood),
    },
    outcome: answer ? outcomeOf(answer) : (noReply ?? 'silent'),
  };
}

function outcomeOf(answer: NonNullable<Decided['answer']>): string {
  if (answer.opens) return answer.opens === 'dispute' ? 'dispute_opened' : 'agent';
  return answer.reply.reply === 'refused' ? answer.reply.reason : answer.reply.reply;
}

/** The reading of a text with a secret: only its intent. */
function bareReading(reading: Reading): object {
  const care = reading.intent === 'unknown' ? reading.care : undefined;
  return { intent: reading.intent, ...(care ? { care } : {}) };
}

/** Text in place of a share may be an account number or worse. */
function redacted(reading: Reading): object {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string')
      return /^\d+\.\d\d$/.test(value) ? value : redact(value).slice(0, 100);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  const result = clean(reading);
  assert(typeof result === 'object' && result !== null, 'a reading is an object');
  return result;
}

/** After a day, an undelivered reply would show an old figure as a new one. */
export const replyLife = { hours: 24 };

/** Most cores answer within this time. Then the member gets only one message, with the result. */
const interimAfter = { seconds: 3 };

/** The reply as queued: worded, without the code. */
export function outboundRowOf(
  decided: Decided,
  context: {
    institution: Institution;
    world: World;
    now: Temporal.Instant;
    /** When a reply without its own expiry becomes too old to send. */
    staleAt: Temporal.Instant;
    opened: Opened | undefined;
  },
): NewOutbound | undefined {
  const { answer, participant, language, purpose } = decided;
  if (!answer) return undefined;
  const { institution, world, now } = context;
  const reply = replyOf(answer, context.opened);
  const { message, conversation, sender } = participant;
  return {
    id: world.ids.next(),
    conversationId: conversation.id,
    channel: message.channel,
    purpose,
    priority: 0,
    inReplyTo: participant.key,
    text: render(reply, {
      ...voiceOf(institution, { language, zone: sender?.member.zone }, message.channel, now),
      readAs: guessedIntentOf(participant.understood),
    }),
    language,
    queuedAt: now,
    receivedAt: message.receivedAt,
    expiresAt: endOf(reply) ?? context.staleAt,
    notBefore: reply.reply === 'transfer_pending' ? now.add(interimAfter) : undefined,
    addressId: enrolledOf(participant)?.addressId ?? sender?.address.id,
  };
}

/** When a reply with a confirmation number expires. */
function endOf(reply: Reply): Temporal.Instant | undefined {
  if ('until' in reply) return reply.until;
  return reply.reply === 'declined' ? reply.still?.until : undefined;
}

function enrolledOf({ word: said }: Participant) {
  return said?.matched === 'completed' ? said : undefined;
}

function replyOf(answer: NonNullable<Decided['answer']>, opened: Opened | undefined): Reply {
  if (!answer.opens) return answer.reply;
  const what = present(opened, 'what the reply tells of was opened');
  if (answer.opens === 'dispute') {
    assert(what.kind === 'dispute', 'a dispute opens a case');
    return answer.reply(what.opened);
  }
  assert(what.kind === 'agent', 'a request for a person opens a task');
  return answer.reply(what.opened);
}

/** The conversation's new state after this message. None if nothing changed, so that most messages write no row here. */
export function changeOf(decided: Decided, now: Temporal.Instant): ConversationChange[] {
  const { conversation, pending: before } = decided.participant;
  const pending = writePending(decided.pending);
  const optsOut = decided.effects.some(({ effect }) => effect === 'opt_out');
  const optsIn = decided.effects.some(({ effect }) => effect === 'opt_in');
  const isSame =
    JSON.stringify(pending) === JSON.stringify(writePending(before)) &&
    decided.confirmationFailures === conversation.confirmationFailures &&
    !optsOut &&
    !optsIn &&
    !decided.strangerAnswered &&
    !decided.publicWarned;
  if (isSame) return [];
  return [
    {
      id: conversation.id,
      pending,
      confirmationFailures: decided.confirmationFailures,
      optedOutAt: optsOut ? stoppedAt(decided, now) : optsIn ? undefined : conversation.optedOutAt,
      strangerAnsweredAt: decided.strangerAnswered ? now : conversation.strangerAnsweredAt,
      publicWarnedAt: decided.publicWarned ? now : conversation.publicWarnedAt,
    },
  ];
}

/**
 * STOP counts from when it was said, by the platform's clock: a START said before it, but delivered after, undoes nothing. Of several
 * the last one counts.
 */
function stoppedAt(
  { participant: { message, conversation } }: Decided,
  now: Temporal.Instant,
): Temporal.Instant {
  const { sentAt } = message;
  const said = sentAt && Temporal.Instant.compare(sentAt, now) < 0 ? sentAt : now;
  const before = conversation.optedOutAt;
  return before && Temporal.Instant.compare(before, said) > 0 ? before : said;
}
