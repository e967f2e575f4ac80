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
 * Simulates Twilio: its Messages API and Lookup v2, signed webhooks, receipts, and its own handling
 * of STOP, START and HELP. Also its throttling (off by default) and its failures (on request).
 * State lives in memory.
 *
 * In tests, `app.fetch` is the network; in the demonstration, it listens on a port. Members use
 * `phoneSends`, as they would use their phones.
 */
export interface TwilioSimulator {
  readonly app: Hono;
  readonly state: TwilioState;
  readonly faults: TwilioFaults;
  /** A number of ours. Its texts go to `inboundUrl`. */
  addNumber(number: { number: string; inboundUrl: string; messagingServiceSid?: string }): void;
  /** A phone with carrier facts: its kind of line, and when its SIM changed. */
  addPhone(phone: TwilioPhone): void;
  /** A phone sends a text. Resolves when the webhook has answered (or we gave up). */
  phoneSends(text: { from: string; to: string; text: string }): Promise<TwilioText>;
  /** All texts to and from a phone, oldest first. */
  conversation(phone: string): TwilioText[];
  /**
   * Calls back for each text to or from this phone, each change of one, and each delivery.
   * @returns a function that stops it
   */
  subscribe(phone: string, listener: (event: TwilioFeedEvent) => void): () => void;
  /** Sends the due receipts, in this order. @returns how many */
  tellReceipts(order?: ReceiptOrder): Promise<number>;
  setOptOut(handling: SimulatedOptOut): void;
  /** The most messages in a second; undefined means no limit. */
  setLimit(perSecond: number | undefined): void;
  /** The newest deliveries, newest first. */
  deliveries(): readonly TwilioDelivery[];
}

export interface TwilioFaults extends DeliveryFaults {
  sends: SendFault[];
  /** The next texts never reach the phone: `failed` with this code of Twilio's. */
  undelivered: number[];
}

export interface TwilioSimulatorOptions {
  readonly world: World;
  /** The network that delivers webhooks. */
  readonly fetch: typeof fetch;
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid: string;
  readonly authToken: string;
  readonly optOut?: SimulatedOptOut;
  /** If absent, receipts wait for `tellReceipts`, as tests need. */
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
  // A connection lost on purpose: nobody hears the answer.
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
