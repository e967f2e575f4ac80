import type { Channel, SendOutcome, WireMessage } from '../channel.ts';
import { countSegments } from '../segments/count-segments.ts';
import type { Claimed } from './claimed.ts';
import type { Parts } from './parts.ts';
import { prepareOnce } from './prepare-once.ts';
import { stampCode } from './stamp-code.ts';
import { lookAfterSeconds } from './resolve-unknown.ts';
import { settle } from './settle.ts';
import { sendingOf as of } from './put-back.ts';

/** Attempts for a message that the carrier refuses for now, unless it refuses all messages. */
const attemptsMax = 6;

/** The longest pause between two attempts. */
const pauseMaxSeconds = 60;

/** Sends a message that this process has claimed, and records the result. */
export async function sendOne(
  options: Parts,
  {
    institutionId,
    channel,
    message,
  }: { institutionId: number; channel: Channel; message: Claimed },
): Promise<void> {
  const { db, world, metrics, logger } = options;
  const built = stampCode(message, channel.traits);
  const labels = { channel: channel.name, purpose: message.purpose };
  if ('refused' in built) {
    metrics.count('outbound_messages', { ...labels, outcome: built.refused });
    logger.error(
      { id: message.id, purpose: message.purpose, reason: built.refused },
      'A message was not allowed to be sent',
    );
    await settle(db, institutionId, {
      ...of(message),
      status: 'failed',
      code: built.refused,
    });
    return;
  }
  const ready = await prepareOnce(options, {
    channel,
    message,
    wire: {
      institutionId,
      id: message.id,
      address: message.address,
      text: built.text,
      priority: message.priority === 0 ? 'reply' : 'bulk',
      inReplyTo: message.inReplyTo,
      payload: message.payload,
      queuedAt: message.queuedAt,
    },
  });
  if (ready === 'put back') return;
  const outcome = 'outcome' in ready ? ready : await sendTimed(options, channel, ready);
  metrics.count('outbound_messages', { ...labels, outcome: outcome.outcome });
  const at = world.clock.now();
  if (outcome.outcome === 'accepted') {
    options.pauses.resume(institutionId, channel.name);
    const segments = channel.traits.encoding === 'gsm7' ? countSegments(built.text).segments : 1;
    const cost = outcome.costMicrodollars ?? segments * channel.traits.costMicrodollarsPerUnit;
    metrics.count('outbound_segments', { channel: channel.name }, segments);
    metrics.count('outbound_cost_microdollars', { channel: channel.name }, cost);
    if (message.receivedAt) {
      metrics.time(
        'receipt_to_delivery',
        { channel: channel.name },
        (at.epochMilliseconds - message.receivedAt.epochMilliseconds) / 1000,
      );
    }
    await settle(db, institutionId, {
      ...of(message),
      status: 'wired',
      carrierId: outcome.carrierId,
      codeVersion: message.codeVersion,
      segments,
      costMicrodollars: cost,
      at,
    });
    return;
  }
  await settleFailure(options, { institutionId, message, outcome, at });
}

/** Hands it to the carrier, and records how long that took. */
async function sendTimed(
  { presence, paceOf }: Parts,
  channel: Channel,
  message: WireMessage,
): Promise<SendOutcome> {
  const pace = paceOf(message.institutionId, channel.name);
  const began = performance.now();
  return presence.whileSeen(async (until) => {
    const outcome = await channel.send(message, until);
    if (outcome.outcome === 'accepted') pace.answered((performance.now() - began) / 1_000);
    // If we ended the request, that says nothing about the carrier.
    if (outcome.outcome === 'unknown' && !until.aborted) pace.answered();
    return outcome;
  });
}

async function settleFailure(
  { db, world, logger, staffMust, pauses }: Parts,
  what: {
    institutionId: number;
    message: Claimed;
    outcome: Exclude<SendOutcome, { outcome: 'accepted' }>;
    at: Temporal.Instant;
  },
): Promise<void> {
  const { institutionId, message, outcome, at } = what;
  logger.warn(
    {
      id: message.id,
      outcome: outcome.outcome,
      attempts: message.attempts,
      ...('code' in outcome ? { reason: outcome.code } : {}),
    },
    'A message was not sent',
  );
  if (outcome.outcome === 'throttled') {
    if (outcome.staffMust !== undefined) await staffMust(institutionId, outcome.staffMust);
    await settle(db, institutionId, {
      ...of(message),
      status: 'queued',
      notBefore: outcome.until,
      prepareAgain: outcome.prepareAgain,
    });
    return;
  }
  if (outcome.outcome === 'unknown') {
    await settle(db, institutionId, {
      ...of(message),
      status: 'unknown',
      code: outcome.code,
      notBefore: at.add({ seconds: lookAfterSeconds }),
    });
    return;
  }
  if (outcome.staffMust !== undefined) {
    if (outcome.forAll) pauses.pause(institutionId, message.channel);
    await staffMust(institutionId, outcome.staffMust);
  }
  const isLast = message.attempts >= attemptsMax && outcome.forAll !== true;
  if (!outcome.retryable || isLast) {
    await settle(db, institutionId, { ...of(message), status: 'failed', code: outcome.code });
    return;
  }
  // 2, 4, 8… seconds with some jitter, so that retries spread out. A message that never gets through expires.
  const seconds = Math.min(2 ** message.attempts, pauseMaxSeconds);
  const pause = seconds * 1_000 + world.random.below(1_000);
  await settle(db, institutionId, {
    ...of(message),
    status: 'errored',
    code: outcome.code,
    notBefore: at.add({ milliseconds: pause }),
    prepareAgain: outcome.prepareAgain,
  });
}
