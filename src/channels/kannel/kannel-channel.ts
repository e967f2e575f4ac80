import { smsDescriptor } from '../sms/descriptor.ts';
import { traitsOf } from '../traits-of.ts';
import type { Clock } from '../../kernel/clock.ts';
import type {
  Channel,
  ChannelTraits,
  LookupOutcome,
  SendOutcome,
  WireMessage,
} from '../../messages/channel.ts';
import { outcomeOfFailure } from '../transport/transport.ts';
import type { KannelAnswer, KannelClient } from './client.ts';
import type { ReceiptsHeard } from './receipts-heard.ts';
import { acceptedAnswers, refusedAnswers } from './wire.ts';

export interface KannelChannelOptions {
  readonly client: KannelClient;
  /** Our number or short code, as the carrier wants it. */
  readonly from: string;
  readonly clock: Clock;
  /** The same object in which the webhook records receipts. */
  readonly heard: ReceiptsHeard;
  /** Absent: no limit on our side. */
  readonly budget?: ChannelTraits['budget'];
  /** The price of one segment. */
  readonly costMicrodollarsPerUnit: number;
  /** How long Kannel and the carrier may hold a text. Absent: one hour. */
  readonly validityMinutes?: number;
}

/** Sends texts through Kannel, for institutions with their own carrier contract. */
export function createKannelChannel(options: KannelChannelOptions): Channel {
  const validityMinutes = options.validityMinutes ?? 60;
  return {
    name: 'sms',
    traits: {
      ...traitsOf(smsDescriptor),
      keepsNoRecord: true,
      costMicrodollarsPerUnit: options.costMicrodollarsPerUnit,
      ...(options.budget ? { budget: options.budget } : {}),
    },
    send: async (message, until) => send({ ...options, validityMinutes }, message, until),
    lookup: async (message, sentAfter) =>
      lookUp({ ...options, validityMinutes }, message, sentAfter),
  };
}

type Options = KannelChannelOptions & { readonly validityMinutes: number };

async function send(
  { client, from, clock, validityMinutes }: Options,
  message: WireMessage,
  until?: AbortSignal,
): Promise<SendOutcome> {
  const { institutionId, id, address: to, text } = message;
  try {
    const answer = await client.send({ institutionId, id, to, from, text, validityMinutes, until });
    return outcomeOf(answer, { clock, id });
  } catch (error) {
    return outcomeOfFailure(error);
  }
}

/** Pause after bearerbox refuses for now. */
const pauseSeconds = 10;

/** Maps Kannel's answer to an outcome. It contains no message id, so our own id stands for it, and receipts return it. */
export function outcomeOf(
  { status, text }: KannelAnswer,
  { clock, id }: { readonly clock: Clock; readonly id: string },
): SendOutcome {
  if (status === 202 || status === 200) {
    return acceptedAnswers.test(text)
      ? { outcome: 'accepted', carrierId: id }
      : { outcome: 'unknown', code: 'kannel_answer_unreadable' };
  }
  // Bearerbox itself refused, and smsbox passed it on: nothing was kept.
  if (status === 503 && refusedAnswers.temporary.test(text))
    return { outcome: 'throttled', until: clock.now().add({ seconds: pauseSeconds }) };
  if (status >= 500) return { outcome: 'unknown', code: `kannel_${status}` };
  if (status === 403 && refusedAnswers.notRoutable.test(text))
    return { outcome: 'refused', code: 'kannel_not_routable', retryable: false };
  if (status === 401 || status === 403) {
    return {
      outcome: 'refused',
      code: 'kannel_authorisation',
      retryable: true,
      forAll: true,
      staffMust:
        'Kannel refuses our access: check the user name, password and our address in its settings',
    };
  }
  if (status === 404)
    return {
      outcome: 'refused',
      code: 'kannel_404',
      retryable: true,
      forAll: true,
      staffMust: 'What answers at Kannel’s address is not its smsbox',
    };
  return { outcome: 'refused', code: `kannel_${status}`, retryable: false };
}

/** Allows for different clocks and a receipt's delay. */
const marginMinutes = 5;

/**
 * Finds the outcome of a text whose answer was lost. Kannel keeps no record that we could ask, so only two things prove it:
 * - we got a receipt (the first comes within seconds after the carrier takes it): it was taken
 * - its validity is over without a receipt: neither Kannel nor the carrier still holds it, so it counts as absent. If every receipt
 *   was lost, because a process ended at that moment, the member reads one text twice.
 * Until then the outcome is unknown, and nothing is sent again.
 */
async function lookUp(
  { heard, clock, validityMinutes }: Options,
  message: WireMessage,
  sentAfter: Temporal.Instant,
): Promise<LookupOutcome> {
  if (heard.has(message.id)) return { found: true, carrierId: message.id };
  const over = (message.claimedAt ?? sentAfter).add({ minutes: validityMinutes + marginMinutes });
  return Temporal.Instant.compare(clock.now(), over) > 0
    ? { found: false }
    : { found: 'unknown', askAt: over };
}
