import { Hono, type Context } from 'hono';
import type { World } from '../../../src/kernel/world.ts';
import { createFeed } from '../feed.ts';
import type { Delivering, DeliveryFaults, TwilioDelivery } from './deliver.ts';
import { createLookupApi } from './lookup-api.ts';
import { createMessagesApi, type SendFault } from './messages-api.ts';
import { keepText, type NewText, type TwilioFeedEvent } from './keep-text.ts';
import type { SimulatedOptOut } from './opt-out.ts';
import { createReceipts, type ReceiptOrder } from './receipts.ts';
import { receive } from './receive.ts';
import { createState, type TwilioPhone, type TwilioState, type TwilioText } from './state.ts';

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

export function createTwilioSimulator(options: TwilioSimulatorOptions): TwilioSimulator {
  const { world, accountSid, authToken } = options;
  const state = createState(world);
  const faults: TwilioFaults = { duplicates: 0, dropped: 0, sends: [], undelivered: [] };
  const feed = createFeed<TwilioFeedEvent, TwilioDelivery>();
  let optOut = options.optOut ?? 'advanced';
  let limit: number | undefined;
  const delivering: Delivering = { ...options, faults, recorded: feed.recorded };
  const keep = (text: NewText) => keepText({ state, world, feed }, text);
  const receipts = createReceipts({
    ...options,
    state,
    delivering,
    undelivered: faults.undelivered,
    changed: (message) => feed.tell([message.to], { kind: 'receipt', message }),
  });
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
    phoneSends: async (text) =>
      receive({ state, delivering, accountSid, keep, handling: optOut }, text),
    conversation: (phone) =>
      state.messages.filter((message) => message.from === phone || message.to === phone),
    subscribe: feed.subscribe,
    tellReceipts: async (order) => receipts.tell(order),
    setOptOut: (handling) => {
      optOut = handling;
    },
    setLimit: (perSecond) => {
      limit = perSecond;
    },
    deliveries: feed.deliveries,
  };
}
