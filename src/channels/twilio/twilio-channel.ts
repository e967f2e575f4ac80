import { smsDescriptor } from '../sms/descriptor.ts';
import { traitsOf } from '../traits-of.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import type {
  Channel,
  ChannelTraits,
  LookupOutcome,
  SendOutcome,
  WireMessage,
} from '../../messages/channel.ts';
import { outcomeOfFailure } from '../transport/transport.ts';
import { createdAt, type TwilioClient, type TwilioSender } from './client.ts';
import { outcomeOf } from './outcome.ts';
import { bodyMax } from './wire.ts';

export interface TwilioChannelOptions {
  readonly client: TwilioClient;
  readonly sender: TwilioSender;
  /** Where Twilio reports the status of each text: the webhook's `/status`. */
  readonly statusCallback: string;
  readonly clock: Clock;
  /** Absent: no limit on our side. Twilio queues texts beyond what its numbers can send at once. */
  readonly budget?: ChannelTraits['budget'];
  /** The price of one segment, including the carrier's fee. */
  readonly costMicrodollarsPerUnit: number;
  /** How long Twilio may hold a text back. Absent: Twilio's own ten hours. */
  readonly validitySeconds?: number;
}

/** Creates a channel that sends texts through Twilio. */
export function createTwilioChannel(options: TwilioChannelOptions): Channel {
  return {
    name: 'sms',
    traits: {
      ...traitsOf(smsDescriptor),
      // Twilio counts characters and refuses longer texts.
      textMax: bodyMax,
      listsWithinSeconds: 16,
      costMicrodollarsPerUnit: options.costMicrodollarsPerUnit,
      ...(options.budget ? { budget: options.budget } : {}),
    },
    send: async (message, until) => send(options, message, until),
    lookup: async (message, sentAfter, known = new Set()) =>
      lookUp(options, message, { sentAfter, known }),
  };
}

async function send(
  { client, sender, statusCallback, clock, validitySeconds }: TwilioChannelOptions,
  message: WireMessage,
  until?: AbortSignal,
): Promise<SendOutcome> {
  try {
    const answer = await client.send({
      to: message.address,
      body: message.text,
      sender,
      statusCallback,
      until,
      ...(validitySeconds === undefined ? {} : { validitySeconds }),
    });
    return outcomeOf(answer, clock);
  } catch (error) {
    return outcomeOfFailure(error);
  }
}

/** A request that we aborted may still be running. After this time, no result of it can appear anymore. */
const settledAfterSeconds = 60;

/**
 * Looks for our text among those to this number, in Twilio's own record. Two equal texts within half a minute count as one, because
 * the member then has it. If the caller gives no claim time, absence is reported only once no result can appear anymore. If it
 * does, it waits for `listsWithinSeconds` itself.
 */
async function lookUp(
  { client, clock }: TwilioChannelOptions,
  message: WireMessage,
  {
    sentAfter,
    known,
  }: { readonly sentAfter: Temporal.Instant; readonly known: ReadonlySet<string> },
): Promise<LookupOutcome> {
  let listed: Awaited<ReturnType<TwilioClient['listTo']>>;
  // Twilio's times are whole seconds.
  const since = sentAfter.round({ smallestUnit: 'second', roundingMode: 'floor' });
  try {
    listed = await client.listTo({ to: message.address, since });
  } catch (error) {
    if (error instanceof Fault) return { found: 'unknown', away: true };
    throw error;
  }
  if (!listed) return { found: 'unknown', away: true };
  const mine = listed.find((one) => {
    const at = createdAt(one);
    return (
      one.body === message.text &&
      one.direction !== 'inbound' &&
      !known.has(one.sid) &&
      at !== undefined &&
      Temporal.Instant.compare(at, since) >= 0
    );
  });
  if (mine) return { found: true, carrierId: mine.sid };
  const settled = sentAfter.add({ seconds: settledAfterSeconds });
  return message.claimedAt === undefined && Temporal.Instant.compare(clock.now(), settled) < 0
    ? { found: 'unknown', askAt: settled }
    : { found: false };
}
