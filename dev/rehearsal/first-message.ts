import { createTwilioSimulator } from '../simulators/twilio/simulator.ts';
import type { Database } from '../../src/database/database.ts';
import { assert } from '../../src/kernel/assert.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import type { World } from '../../src/kernel/world.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { openService } from '../../src/service/service.ts';

/** A phone that nobody has. */
const stranger = '+13145550199';
const asked = '#bal';
const patienceMilliseconds = 30_000;

const account = `AC${'5e'.repeat(16)}`;
const publicUrl = 'https://setup.invalid/twilio';

/**
 * Whether the first message may be sent: only where nothing was ever sent. The simulator would take what waits for members.
 */
export async function mayTry(db: Database): Promise<boolean> {
  const [row] = await db.query<{ isFresh: boolean }>(
    `select not exists (select from outbound) and not exists (select from inbound) as "isFresh"`,
  );
  return row?.isFresh ?? false;
}

/**
 * Sends a text from a phone that nobody has, by a simulated Twilio, and waits for the service's answer to it. Both stay in the record.
 * @returns `undefined` if no answer came
 */
export async function firstMessage(
  db: Database,
  given: {
    readonly number: string;
    readonly world: World;
    readonly keyring: Keyring;
  },
): Promise<
  { readonly asked: string; readonly answered: string; readonly milliseconds: number } | undefined
> {
  const { world, number, keyring } = given;
  const authToken = Buffer.from(world.random.bytes(24)).toString('base64url');
  const simulator = createTwilioSimulator({
    world,
    fetch: async (input, init) => {
      assert(service, 'nobody sends before the service is open');
      return service.app.fetch(new Request(input, init));
    },
    accountSid: account,
    authToken,
    optOut: 'off',
  });
  simulator.addNumber({ number, inboundUrl: `${publicUrl}/inbound` });
  simulator.addPhone({ number: stranger, lineType: 'mobile' });
  let service: Awaited<ReturnType<typeof openService>> | undefined;
  await using opened = await openService({
    db,
    world,
    keyring,
    logger: silentLogger,
    metrics: createMetrics(),
    twilio: {
      accountSid: account,
      authTokens: [authToken],
      credentials: { username: account, password: authToken },
      optOut: 'off',
      base: 'https://api.twilio.com',
      lookupsBase: 'https://lookups.twilio.com',
      microdollarsPerSegment: 0,
      publicUrl,
      // Nothing leaves this process.
      fetch: async (input, init) => simulator.app.fetch(new Request(input, init)),
    },
  });
  service = opened;
  const began = performance.now();
  const answer = new Promise<string | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMilliseconds);
    simulator.subscribe(stranger, (event) => {
      if (event.kind !== 'message' || event.message.direction === 'inbound') return;
      clearTimeout(timer);
      resolve(event.message.text);
    });
  });
  // It sends, but takes no jobs.
  opened.dispatcher.start();
  await simulator.phoneSends({ from: stranger, to: number, text: asked });
  const answered = await answer;
  if (answered === undefined) return undefined;
  await opened.conversation.idle();
  await simulator.tellReceipts();
  return { asked, answered, milliseconds: Math.round(performance.now() - began) };
}
