import { wordIn } from '../enrollment/words.ts';
import { read } from '../reading/read.ts';
import type { Understood } from '../reading/reading.ts';
import { render } from '../languages/wording.ts';
import { openTasks } from '../staff/tasks.ts';
import { enqueue } from '../messages/enqueue.ts';
import { messagesDigest } from '../messages/digest.ts';
import { insertInbound, type InboundRow } from '../messages/inbound.ts';
import { blackedOut } from '../messages/redact.ts';
import { appendToChain } from '../audit/chain.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { gather } from './gather.ts';
import { possibleErrorTask } from './possible-error-task.ts';
import { isOptedOut } from './participant.ts';
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
    const { conversation, sender, understood, key } = participant;
    const batchId = world.ids.next();
    const language = sender?.member.language ?? understood.language ?? 'en';
    const isAnswered =
      !message.public && !isOptedOut(participant) && sender?.address.state === 'proven';
    const outbound = isAnswered
      ? [
          {
            id: world.ids.next(),
            conversationId: conversation.id,
            channel: message.channel,
            batchId,
            purpose: 'reply' as const,
            priority: 0 as const,
            inReplyTo: key,
            text: render(
              { reply: 'failed', reference },
              voiceOf(institution, { language, zone: sender.member.zone }, message.channel, now),
            ),
            language,
            queuedAt: now,
            receivedAt: message.receivedAt,
            expiresAt: now.add(replyLife),
            addressId: sender.address.id,
          },
        ]
      : [];
    const inbound: InboundRow = {
      channel: message.channel,
      externalId: message.externalId,
      conversationId: conversation.id,
      batchId,
      position: 0,
      memberId: sender?.member.id,
      text: kept(message, participant.stored),
      public: message.public ?? false,
      sentAt: message.sentAt,
      receivedAt: message.receivedAt,
      intent: understood.reading.intent,
      reading: { intent: understood.reading.intent },
      outcome: `failed ${reference}`,
    };
    if (sender && mayReportError(message.text)) {
      const notice = possibleErrorTask(
        {
          text: kept(message, participant.redacted),
          memberId: sender.member.id,
          inboundKey: key,
          receivedAt: message.receivedAt,
          at: now,
        },
        institution,
      );
      await openTasks(tx, world, institution, [notice]);
    }
    await enqueue(tx, institution.id, outbound);
    await insertInbound(tx, institution.id, [inbound]);
    await appendToChain(tx, {
      institutionId: institution.id,
      batchId,
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
