import { Hono, type Context } from 'hono';
import { septets } from '../../../src/kernel/gsm7.ts';
import type { World } from '../../../src/kernel/world.ts';
import { deliver, type Delivering, type DeliveryFaults, type TwilioDelivery } from './deliver.ts';
import { createLookupApi } from './lookup-api.ts';
import { createMessagesApi, type SendFault } from './messages-api.ts';
import { keepsOptOuts, optOutAct, type SimulatedOptOut } from './opt-out.ts';
import { createReceipts, type ReceiptOrder } from './receipts.ts';
import {
  createState,
  senderKey,
  type TwilioPhone,
  type TwilioState,
  type TwilioText,
} from './state.ts';

/**
 * Twilio, simulated: its Messages API and Lookup v2, signed webhooks, receipts, its own handling of STOP, START and HELP, its
 * throttling (off until switched on) and its faults (when asked for). State lives in memory.
 *
 * In tests `app.fetch` is the network; in the demonstration it listens on a port. Members act through `phoneSends`, as their
 * phones would.
 */
export interface TwilioSimulator {
  readonly app: Hono;
  readonly state: TwilioState;
  readonly faults: TwilioFaults;
  /** A number of ours: what is texted to it is delivered to `inboundUrl`. */
  addNumber(number: { number: string; inboundUrl: string; messagingServiceSid?: string }): void;
  /** A phone about which carriers say something: its kind of line, when its SIM was changed. */
  addPhone(phone: TwilioPhone): void;
  /** A phone texts; resolves when the webhook has answered (or has been given up). */
  phoneSends(text: { from: string; to: string; text: string }): Promise<TwilioText>;
  /** All texts to and from a phone, oldest first. */
  conversation(phone: string): TwilioText[];
  /** Calls back for each text to or from this phone, each change of one, and each delivery. @returns what ends it */
  subscribe(phone: string, listener: (event: TwilioFeedEvent) => void): () => void;
  /** Tells the receipts that are due, in this order. @returns how many */
  tellReceipts(order?: ReceiptOrder): Promise<number>;
  setOptOut(handling: SimulatedOptOut): void;
  /** Messages that may be made in a second; undefined: no limit. */
  setLimit(perSecond: number | undefined): void;
  /** The newest deliveries, newest first. */
  deliveries(): readonly TwilioDelivery[];
}

export type TwilioFeedEvent =
  | { readonly kind: 'message'; readonly message: TwilioText }
  | { readonly kind: 'receipt'; readonly message: TwilioText }
  | { readonly kind: 'delivery'; readonly delivery: TwilioDelivery };

export interface TwilioFaults extends DeliveryFaults {
  sends: SendFault[];
  /** The next texts sent never reach the phone: `failed` with this code of Twilio's. */
  undelivered: number[];
}

export interface TwilioSimulatorOptions {
  readonly world: World;
  /** The network by which webhooks are delivered. */
  readonly fetch: typeof fetch;
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid: string;
  readonly authToken: string;
  readonly optOut?: SimulatedOptOut;
  /** Absent: receipts wait until `tellReceipts`, as tests want it. */
  readonly receiptsAfterMilliseconds?: number;
}

const recordsMax = 100;

export function createTwilioSimulator(options: TwilioSimulatorOptions): TwilioSimulator {
  const { world, accountSid, authToken } = options;
  const state = createState(world);
  const faults: TwilioFaults = { duplicates: 0, dropped: 0, sends: [], undelivered: [] };
  const listeners = new Map<string, Set<(event: TwilioFeedEvent) => void>>();
  const records: TwilioDelivery[] = [];
  let optOut = options.optOut ?? 'advanced';
  let limit: number | undefined;
  const tell = (phones: readonly string[], event: TwilioFeedEvent) => {
    for (const phone of phones) for (const listener of listeners.get(phone) ?? []) listener(event);
  };
  const delivering: Delivering = {
    world,
    fetch: options.fetch,
    authToken,
    faults,
    recorded: (delivery) => {
      records.unshift(delivery);
      records.length = Math.min(records.length, recordsMax);
      tell([...listeners.keys()], { kind: 'delivery', delivery });
    },
  };
  const receipts = createReceipts({
    ...options,
    state,
    delivering,
    undelivered: faults.undelivered,
    changed: (message) => tell([message.to], { kind: 'receipt', message }),
  });
  const keep = (
    text: Pick<TwilioText, 'from' | 'to' | 'text' | 'direction' | 'messagingServiceSid'>,
  ): TwilioText => {
    const kept: TwilioText = {
      ...text,
      sid: state.nextSid(),
      createdAt: world.clock.now(),
      segments: segmentsOf(text.text),
      status: text.direction === 'inbound' ? 'received' : 'queued',
    };
    if (kept.direction !== 'outbound-api') kept.sentAt = kept.createdAt;
    state.messages.push(kept);
    tell([kept.from, kept.to], { kind: 'message', message: kept });
    return kept;
  };
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const isAuthorised = (context: Context) => context.req.header('authorization') === basic;
  const app = new Hono();
  // A connection that was lost on purpose: nobody hears what was said.
  app.onError((_error, context) => context.body(null, 502));
  app.route(
    '/',
    createMessagesApi({
      world,
      state,
      accountSid,
      isAuthorised,
      faults,
      limit: () => limit,
      send: ({ statusCallback, ...text }) => {
        const sent = keep({ ...text, direction: 'outbound-api' });
        receipts.follow(sent, statusCallback);
        return sent;
      },
    }),
  );
  app.route('/', createLookupApi({ state, isAuthorised }));
  return {
    app,
    state,
    faults,
    addNumber: ({ number, inboundUrl, messagingServiceSid }) =>
      void state.numbers.set(number, { number, inboundUrl, messagingServiceSid }),
    addPhone: (phone) => void state.phones.set(phone.number, phone),
    phoneSends: async ({ from, to, text }) => {
      const ours = state.numbers.get(to);
      const messagingServiceSid = ours?.messagingServiceSid;
      const received = keep({ from, to, text, direction: 'inbound', messagingServiceSid });
      if (!ours) return received;
      const key = senderKey({ number: to, messagingServiceSid, phone: from });
      const act = optOutAct(text, {
        handling: optOut,
        isOptedOut: state.optedOut.has(key),
        number: to,
      });
      if (act?.act === 'stop') state.optedOut.add(key);
      // Nor does it hold back whom it held back before the setting changed.
      if (act?.act === 'start' || !keepsOptOuts(optOut, to)) state.optedOut.delete(key);
      if (act)
        keep({
          from: to,
          to: from,
          text: act.answer,
          direction: 'outbound-reply',
          messagingServiceSid,
        });
      await deliver(delivering, {
        kind: 'inbound',
        url: ours.inboundUrl,
        fields: {
          ...inboundFields(received, accountSid),
          ...(act && optOut === 'advanced' ? { OptOutType: act.act.toUpperCase() } : {}),
        },
      });
      return received;
    },
    conversation: (phone) =>
      state.messages.filter((message) => message.from === phone || message.to === phone),
    subscribe: (phone, listener) => {
      const own = listeners.get(phone) ?? new Set();
      own.add(listener);
      listeners.set(phone, own);
      return () => own.delete(listener);
    },
    tellReceipts: async (order) => receipts.tell(order),
    setOptOut: (handling) => {
      optOut = handling;
    },
    setLimit: (perSecond) => {
      limit = perSecond;
    },
    deliveries: () => records,
  };
}

function inboundFields(message: TwilioText, accountSid: string): Record<string, string> {
  return {
    ToCountry: 'US',
    ToState: 'MO',
    SmsMessageSid: message.sid,
    NumMedia: '0',
    ToCity: '',
    FromZip: '',
    SmsSid: message.sid,
    FromState: 'MO',
    SmsStatus: 'received',
    FromCity: '',
    Body: message.text,
    FromCountry: 'US',
    To: message.to,
    ToZip: '',
    NumSegments: String(message.segments),
    MessageSid: message.sid,
    AccountSid: accountSid,
    From: message.from,
    ApiVersion: '2010-04-01',
    ...(message.messagingServiceSid === undefined
      ? {}
      : { MessagingServiceSid: message.messagingServiceSid }),
  };
}

/** As Twilio bills them. */
function segmentsOf(text: string): number {
  const units = septets(text);
  if (units === undefined) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  return units <= 160 ? 1 : Math.ceil(units / 153);
}
