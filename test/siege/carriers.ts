import { listen, type Listening } from '../../src/service/listen.ts';
import type { World } from '../../src/kernel/world.ts';
import {
  createTwilioSimulator,
  type TwilioSimulator,
} from '../../dev/simulators/twilio/simulator.ts';
import { createXSimulator, type XSimulator } from '../../dev/simulators/x/simulator.ts';
import { bankUserId } from '../support/fixture.ts';

export const consumerSecret = 'the consumer secret of the siege';
export const clientId = 'the client of the siege';
export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
export const authToken = 'the auth token of the siege account';
export const ourNumber = '+13145550142';
export const publicUrl = 'https://bank.example';

/**
 * Starts both carriers, each on its own port. They live in the siege's process, so that no kill
 * hits them.
 */
export interface Carriers extends AsyncDisposable {
  readonly x: XSimulator;
  readonly xUrl: string;
  readonly bearer: string;
  readonly twilio: TwilioSimulator;
  readonly twilioUrl: string;
}

/** @param network how the carriers reach the service */
export async function openCarriers(world: World, network: typeof fetch): Promise<Carriers> {
  const x = createXSimulator({ world, fetch: network, consumerSecret, clientId });
  x.createUser({ id: bankUserId, username: 'myvcu', name: 'Vantage Credit Union' });
  const twilio = createTwilioSimulator({
    world,
    fetch: network,
    accountSid,
    authToken,
    optOut: 'off',
    receiptsAfterMilliseconds: 300,
  });
  twilio.addNumber({ number: ourNumber, inboundUrl: `${publicUrl}/twilio/inbound` });
  const place = { host: '127.0.0.1', port: 0 };
  const listening: Listening[] = [
    await listen(x.app.fetch, place),
    await listen(twilio.app.fetch, place),
  ];
  return {
    x,
    xUrl: listening[0]?.url ?? '',
    bearer: x.giveToken().accessToken,
    twilio,
    twilioUrl: listening[1]?.url ?? '',
    [Symbol.asyncDispose]: async () => {
      await Promise.all(listening.map(async (one) => one[Symbol.asyncDispose]()));
    },
  };
}

/** The messages of all encrypted chats, as X has them: it can't read them. */
export function chatMessages({ state }: XSimulator) {
  return [...state.chat.conversations.values()].flatMap(({ events }) =>
    events.filter(({ kind }) => kind === 'message'),
  );
}
