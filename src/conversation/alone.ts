import type { Understood } from '../reading/reading.ts';
import { openTasks } from '../staff/tasks.ts';
import { enqueue } from '../messages/enqueue.ts';
import { insertInbound } from '../messages/inbound.ts';
import { batchOf } from '../audit/batch.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { gather } from './gather.ts';
import type { Outcome, Received } from './received.ts';
import { inboundOf, repliesTo, tasksFrom, type Failure } from './failure.ts';

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
    };
    const outbound = repliesTo(participant, failure, world);
    const inbound = inboundOf(participant, failure);
    const tasks = tasksFrom(participant, failure);
    if (tasks.length > 0) await openTasks(tx, world, institution, tasks);
    const batch = batchOf(tx, { institutionId: institution.id, world, keyring });
    await enqueue(tx, batch, outbound);
    await insertInbound(tx, batch, [inbound]);
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
