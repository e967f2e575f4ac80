import { createXSimulator, type XSimulator } from '../../dev/simulators/x/simulator.ts';
import { sign } from '../../src/channels/x/signature.ts';
import { assert } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { giveChatPhone } from './chat-world.ts';
import { morning } from './service.ts';

export const bank = '1111111111';
export const member = '2222222222';
export const stranger = '3333333333';
const secret = 'consumer secret';

/** The simulated X with two users in its chat. The institution's part is played by a phone. */
export async function openSimulatedChat(options: { showsRepeats?: boolean } = {}) {
  const clock = manualClock(morning);
  const delivered: { type: string; payload: Record<string, unknown> }[] = [];
  const simulator = createXSimulator({
    world: createWorld({ clock, random: seededRandom('x chat') }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.text();
      const signature = request.headers.get('x-twitter-webhooks-signature');
      assert(signature === sign(secret, body), 'X signs its deliveries');
      const { data } = JSON.parse(body);
      delivered.push({ type: data.event_type, payload: data.payload });
      return new Response('');
    },
    consumerSecret: secret,
    clientId: 'test',
  });
  simulator.createUser({ id: bank, username: 'myvcu', name: 'Vantage' });
  simulator.createUser({ id: member, username: 'member', name: 'M' });
  simulator.createUser({ id: stranger, username: 'stranger', name: 'S' });
  subscribe(simulator);
  const institution = await giveChatPhone(simulator, {
    userId: bank,
    peerId: member,
    takesFrom: 'everyone',
  });
  const phone = await giveChatPhone(simulator, { userId: member, peerId: bank, ...options });
  return { simulator, institution, phone, delivered, clock };
}

function subscribe({ state }: XSimulator): void {
  const createdAt = Temporal.Instant.from(morning);
  const url = 'https://bank.example/x/webhook';
  state.webhooks.set('1', { id: '1', url, valid: true, createdAt });
  for (const eventType of ['chat.received', 'chat.sent'])
    state.subscriptions.set(eventType, {
      id: eventType,
      eventType,
      userId: bank,
      tag: undefined,
      webhookId: '1',
    });
}

export const textsOf = (shown: readonly { readonly text: string }[]) =>
  shown.map(({ text }) => text);
