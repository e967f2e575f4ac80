import { defaultLanguage } from '../kernel/vocabulary/language.ts';
import { wordIn } from '../enrollment/words.ts';
import { read } from '../languages/reading.ts';
import type { Understood } from '../reading/reading.ts';
import { render } from '../languages/wording.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { openTasks, type NewTask } from '../staff/tasks.ts';
import { enqueue } from '../messages/enqueue.ts';
import { messagesDigest } from '../messages/digest.ts';
import { insertInbound, type InboundRow } from '../messages/inbound.ts';
import type { NewOutbound } from '../messages/outbound.ts';
import { blackedOut } from '../messages/redact.ts';
import { appendToChain } from '../audit/chain.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { gather } from './gather.ts';
import { possibleErrorTask } from './possible-error-task.ts';
import { isOptedOut, type Participant } from './participant.ts';
import { replyLife } from './rows.ts';
import type { Outcome, Received } from './received.ts';
import { voiceOf } from '../wording/voice.ts';

/** Reading may be what fails. */
const unread = (): Understood => ({ reading: { intent: 'unknown' }, confirm: false });

/**
 * A message that fails even alone: a bug of ours. It is recorded, nothing of it is carried out, and its author is told so
 * with a reference by which people find it in the log. A notice of error still reaches people: its clock runs all the same.
 */
export async function answerAlone(
  dependencies: ConversationDependencies,
  message: Received,
  error: unknown,
): Promise<Outcome> {
  const { db, world, keyring, logger, metrics } = dependencies;
  const institution = await dependencies.institution(message.institutionId);
  const now = world.clock.now();
  const reference = `E-${1000 + world.random.below(9000)}-${1000 + world.random.below(9000)}`;
  metrics.count('bugs', { where: 'conversation' });
  logger.error({ reference, error, channel: message.channel }, 'A message could not be decided');
  const outcome = await db.transaction(async (tx): Promise<Outcome> => {
    const [participant] = await gather(tx, dependencies, institution, [message], unread);
    if (!participant) return { duplicate: true, intent: 'unknown', outcome: 'duplicate' };
    const failure: Failure = {
      institution,
      message,
      reference,
      at: now,
      batchId: world.ids.next(),
    };
    const outbound = repliesTo(participant, failure, world);
    const inbound = rowOf(participant, failure);
    const tasks = tasksFrom(participant, failure);
    if (tasks.length > 0) await openTasks(tx, world, institution, tasks);
    await enqueue(tx, institution.id, outbound);
    await insertInbound(tx, institution.id, [inbound]);
    await appendToChain(tx, {
      institutionId: institution.id,
      batchId: failure.batchId,
      digests: { messages: messagesDigest([inbound], outbound) },
      world,
      keyring,
    });
    const [reply] = outbound;
    return {
      duplicate: false,
      intent: inbound.intent,
      outcome: 'failed',
      ...(reply ? { text: reply.text, outboundId: reply.id } : {}),
    };
  });
  if (outcome.outboundId) dependencies.queued();
  return outcome;
}

interface Failure {
  readonly institution: Institution;
  readonly message: Received;
  readonly reference: string;
  readonly at: Temporal.Instant;
  readonly batchId: string;
}

/** The reply with the reference, where its author may be answered. */
function repliesTo(
  participant: Participant,
  { institution, message, reference, at, batchId }: Failure,
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
      batchId,
      purpose: 'reply',
      priority: 0,
      inReplyTo: key,
      text: render(
        { reply: 'failed', reference },
        voiceOf(institution, language, message.channel, at),
      ),
      language,
      queuedAt: at,
      receivedAt: message.receivedAt,
      expiresAt: at.add(replyLife),
      addressId: sender.address.id,
    },
  ];
}

function rowOf(
  { conversation, sender, understood, stored }: Participant,
  { message, reference, batchId }: Failure,
): InboundRow {
  return {
    channel: message.channel,
    externalId: message.externalId,
    conversationId: conversation.id,
    batchId,
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
function tasksFrom(
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
