import { createTwilioClient } from '../../src/channels/twilio/client.ts';
import { sign } from '../../src/channels/twilio/signature.ts';
import { createTwilioChannel } from '../../src/channels/twilio/twilio-channel.ts';
import { createTwilioWebhook } from '../../src/channels/twilio/webhook.ts';
import type { OptOutHandling } from '../../src/channels/twilio/who-answers.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import {
  createTwilioSimulator,
  type TwilioSimulator,
} from '../../dev/simulators/twilio/simulator.ts';
import { createNetwork, type ChannelHarness, type HarnessParts } from './channel-harness.ts';

export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
export const authToken = 'the auth token of this test account';
export const ourNumber = '+18005226009';
/** An ordinary number, on which only Twilio or we act on STOP. */
export const longCode = '+13142275000';
export const publicUrl = 'https://bank.example/twilio';

const header = 'x-twilio-signature';

/** A form as Twilio delivers it, signed with this token, or unsigned. */
export function signedForm(
  path: '/inbound' | '/status',
  fields: Readonly<Record<string, string>>,
  { token = authToken, search = '' }: { token?: string | undefined; search?: string } = {},
): Request {
  const url = `${publicUrl}${path}${search}`;
  return new Request(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: token === '' ? {} : { [header]: sign(token, { url, fields: Object.entries(fields) }) },
  });
}

/** The simulated Twilio with our channel and webhook. */
export function openTwilio(
  parts: HarnessParts,
  options: {
    readonly optOut?: OptOutHandling;
    /** Our number; a toll-free one by default. */
    readonly number?: string;
    readonly authTokens?: readonly string[];
    readonly timeoutMilliseconds?: number;
  } = {},
): ChannelHarness & { readonly simulator: TwilioSimulator } {
  const { world, address, logger, clock } = parts;
  const { number = ourNumber } = options;
  const network = createNetwork(async (request) => simulator.app.fetch(request));
  const simulator = createTwilioSimulator({
    world,
    fetch: network.fetch,
    accountSid,
    authToken,
    ...(options.optOut ? { optOut: options.optOut } : {}),
  });
  simulator.addNumber({ number, inboundUrl: `${publicUrl}/inbound` });
  const webhook = createTwilioWebhook({
    accountSid,
    authTokens: options.authTokens ?? [authToken],
    publicUrl,
    institutionOf: ({ number: asked }) => (asked === number ? parts.institutionId : undefined),
    stoppedBy: ({ text, isStop }) => (isStop || text === 'STOP' ? [parts.institutionId] : []),
    optOut: options.optOut ?? 'advanced',
    inbox: parts.inbox,
    logger,
    metrics: silentMetrics,
  });
  // Mounted as in the service, behind a proxy that names another host.
  const postWebhook = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    return webhook.request(
      new Request(`http://10.0.0.7:8080${pathname.replace('/twilio', '')}${search}`, request),
    );
  };
  const client = createTwilioClient({
    base: 'https://api.twilio.example',
    lookupsBase: 'https://lookups.twilio.example',
    accountSid,
    credentials: { username: accountSid, password: authToken },
    fetch: network.fetch,
    ...(options.timeoutMilliseconds === undefined
      ? {}
      : { timeoutMilliseconds: options.timeoutMilliseconds }),
  });
  const { caught } = network;
  return {
    simulator,
    network,
    webhook: postWebhook,
    channel: createTwilioChannel({
      client,
      sender: { number },
      statusCallback: `${publicUrl}/status`,
      clock,
      costMicrodollarsPerUnit: 11_000,
    }),
    memberSends: async (text) => {
      caught.length = 0;
      await simulator.phoneSends({ from: address, to: number, text });
      return caught.shift() ?? Promise.reject(new Error('Twilio delivered nothing'));
    },
    forgeries: forge,
    oversized: async () =>
      signedForm('/inbound', {
        MessageSid: `SM${'0'.repeat(32)}`,
        AccountSid: accountSid,
        From: address,
        To: number,
        Body: 'x'.repeat(70_000),
      }),
    refuseNext: (how) =>
      void simulator.faults.sends.push(
        how === 'throttled' ? 'throttled' : how === 'staff' ? 'unauthorised' : 'landline',
      ),
    phone: () =>
      simulator
        .conversation(address)
        .filter(({ direction }) => direction === 'outbound-api')
        .map(({ text }) => text),
    receipts: async (order) => {
      caught.length = 0;
      await simulator.tellReceipts(order);
      return caught.splice(0);
    },
    proveTaken: async () => {},
    secrets: [authToken, Buffer.from(`${accountSid}:${authToken}`).toString('base64')],
  };
}

/**
 * Unsigned, signed by another key, or with a change in a field that matters, an unknown field or
 * the address.
 */
async function forge(delivery: Request): Promise<Request[]> {
  const path = new URL(delivery.url).pathname.endsWith('/status') ? '/status' : '/inbound';
  const fields = Object.fromEntries(new URLSearchParams(await delivery.clone().text()));
  const signature = delivery.headers.get(header) ?? '';
  const changed = (change: Readonly<Record<string, string>>, search = '') =>
    new Request(`${publicUrl}${path}${search}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, ...change }),
      headers: { [header]: signature },
    });
  return [
    signedForm(path, fields, { token: '' }),
    signedForm(path, fields, { token: 'another token' }),
    signedForm(path, { ...fields, AccountSid: `AC${'f'.repeat(32)}` }),
    changed({ From: '+13145550199' }),
    changed({ Body: '#trans 90 7 0', MessageStatus: 'failed' }),
    changed({ FromCountry: 'FR', Unheard: 'of' }),
    changed({}, '?more=1'),
    changed({ Unheard: '' }),
  ];
}
