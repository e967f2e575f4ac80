import { defaultLanguage } from '../kernel/vocabulary/language.ts';
import { wordIn } from '../enrollment/words.ts';
import { read } from '../languages/reading.ts';
import { render } from '../languages/wording.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { NewTask } from '../staff/tasks.ts';
import type { InboundRow } from '../messages/inbound-row.ts';
import type { NewOutbound } from '../messages/outbound.ts';
import { blackedOut } from '../messages/redact.ts';
import { possibleErrorTask } from './possible-error-task.ts';
import { isOptedOut, type Participant } from './participant.ts';
import { replyLife } from './rows.ts';
import type { Received } from './received.ts';
import { voiceOf } from '../wording/voice.ts';

/** A message that could not be decided, and what its record says of that. */
export interface Failure {
  readonly institution: Institution;
  readonly message: Received;
  readonly reference: string;
  readonly at: Temporal.Instant;
}

/** The reply with the reference, where its author may be answered. */
export function repliesTo(
  participant: Participant,
  { institution, message, reference, at }: Failure,
  world: World,
): NewOutbound[] {
  const { conversation, sender, understood, key } = participant;
  const isAnswered =
    !message.public && !isOptedOut(participant) && sender?.address.state === 'proven';
  if (!isAnswered) return [];
  const language = sender.member.language ?? understood.language ?? defaultLanguage;
  return [
    {
      id: world.ids.next(),
      conversationId: conversation.id,
      channel: message.channel,
      purpose: 'reply',
      priority: 0,
      inReplyTo: key,
      text: render(
        { reply: 'failed', reference },
        voiceOf(institution, { language, zone: sender?.member.zone }, message.channel, at),
      ),
      language,
      queuedAt: at,
      receivedAt: message.receivedAt,
      expiresAt: at.add(replyLife),
      addressId: sender.address.id,
    },
  ];
}

/** The row of the message: its words as they may be kept, its intent, and that it failed. */
export function inboundOf(
  { conversation, sender, understood, stored }: Participant,
  { message, reference }: Failure,
): InboundRow {
  return {
    channel: message.channel,
    externalId: message.externalId,
    conversationId: conversation.id,
    position: 0,
    memberId: sender?.member.id,
    text: kept(message, stored),
    public: message.public ?? false,
    sentAt: message.sentAt,
    receivedAt: message.receivedAt,
    intent: understood.reading.intent,
    reading: { intent: understood.reading.intent },
    outcome: `failed ${reference}`,
  };
}

/** The task by which people look at a possible notice of error. */
export function tasksFrom(
  { sender, redacted, key }: Participant,
  { institution, message, at }: Failure,
): NewTask[] {
  if (!sender || !mayReportError(message.text)) return [];
  const notice = {
    text: kept(message, redacted),
    memberId: sender.member.id,
    inboundKey: key,
    receivedAt: message.receivedAt,
    at,
  };
  return [possibleErrorTask(notice, institution)];
}

/** A one-time word is stored nowhere in clear, not even where its message failed. */
function kept(message: Received, text: string): string {
  return wordIn(message.text) === undefined ? text : blackedOut;
}

/** Whether the text may report an error; where that can't be told, people look at it. */
function mayReportError(text: string): boolean {
  try {
    return read(text, {}).reportsError === true;
  } catch {
    return true;
  }
}
