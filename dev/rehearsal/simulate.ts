import type { World } from '../../src/kernel/world.ts';
import { listen } from '../../src/service/listen.ts';
import { demoPeople } from '../demonstration/people.ts';
import { createHandset } from '../simulators/handset/handset.ts';
import { createTwilioSimulator, type TwilioSimulator } from '../simulators/twilio/simulator.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/simulator.ts';
import type { CarrierSecrets } from './carrier-secrets.ts';

export const simulated = ['x', 'twilio'] as const;
export type Simulated = (typeof simulated)[number];

/** The credit union's account at the simulated X. */
const bankUserId = '1600000001';

export interface SimulateOptions {
  readonly world: World;
  readonly carriers: readonly Simulated[];
  readonly secrets: CarrierSecrets;
  /** Of the phone. X has the next port, Twilio the one after. */
  readonly port: number;
  /** Where the service is, as TMM_PUBLIC_URL says. */
  readonly serviceUrl: string;
  /** The credit union's name and handle at X, and its number. */
  readonly name: string;
  readonly handle: string;
  readonly number: string;
}

/** Running simulators, with the settings that make `tmm serve` use them. */
export interface Simulation extends AsyncDisposable {
  /** The page with the members' phones. */
  readonly phone: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly x: XSimulator;
  readonly twilio: TwilioSimulator;
}

/**
 * Runs the carriers' simulators on ports of the loopback, beside a service that somebody else starts. They begin empty: what the
 * carriers know, such as granted access, ends with them.
 * @throws Fault `port_in_use`
 */
export async function simulate(options: SimulateOptions): Promise<Simulation> {
  const { world, carriers, secrets, port } = options;
  const x = simulatedX(options);
  const twilio = simulatedTwilio(options);
  await using opening = new AsyncDisposableStack();
  const settings: Record<string, string> = {};
  if (carriers.includes('x')) {
    const { url } = opening.use(await listen(x.app.fetch, { host: 'localhost', port: port + 1 }));
    Object.assign(settings, {
      TMM_X_API_URL: url,
      TMM_X_AUTHORIZE_URL: `${url}/i/oauth2/authorize`,
      TMM_X_CLIENT_ID: secrets.clientId,
      TMM_X_CLIENT_SECRET: secrets.clientSecret,
      TMM_X_CONSUMER_SECRETS: secrets.consumerSecret,
      TMM_X_BEARER_TOKEN: secrets.bearer,
    });
  }
  if (carriers.includes('twilio')) {
    const place = { host: 'localhost', port: port + 2 };
    const { url } = opening.use(await listen(twilio.app.fetch, place));
    Object.assign(settings, {
      TMM_TWILIO_API_URL: url,
      TMM_TWILIO_LOOKUPS_URL: url,
      TMM_TWILIO_ACCOUNT_SID: secrets.accountSid,
      TMM_TWILIO_AUTH_TOKENS: secrets.authToken,
      TMM_TWILIO_OPT_OUT: 'off',
    });
  }
  const handset = createHandset({
    simulator: x,
    bankUserId,
    bankName: options.name,
    bankHandle: options.handle,
    people: demoPeople,
    clock: world.clock,
    sms: carriers.includes('twilio')
      ? { simulator: twilio, bankNumber: options.number }
      : undefined,
  });
  const phone = opening.use(await listen(handset.fetch, { host: 'localhost', port }));
  const running = opening.move();
  return {
    phone: `${phone.url}/phone`,
    settings,
    x,
    twilio,
    [Symbol.asyncDispose]: async () => running.disposeAsync(),
  };
}

function simulatedX({ world, secrets, name, handle }: SimulateOptions): XSimulator {
  const { consumerSecret, clientId, bearer } = secrets;
  const simulator = createXSimulator({ world, fetch, consumerSecret, clientId });
  // The app's own token, which X's developer portal shows.
  simulator.state.accessTokens.set(bearer, { userId: undefined, expiresAt: undefined });
  simulator.createUser({ id: bankUserId, username: handle, name });
  for (const person of demoPeople) {
    simulator.createUser({ id: person.userId, username: person.handle, name: person.name });
    simulator.state.follows.add(`${person.userId}>${bankUserId}`);
  }
  return simulator;
}

/** As on a real network, a receipt arrives a moment after the text. */
const receiptsAfterMilliseconds = 700;

function simulatedTwilio(options: SimulateOptions): TwilioSimulator {
  const { world, secrets, serviceUrl, number } = options;
  const twilio = createTwilioSimulator({
    world,
    fetch,
    accountSid: secrets.accountSid,
    authToken: secrets.authToken,
    optOut: 'off',
    receiptsAfterMilliseconds,
  });
  // What its console has under “A message comes in”.
  twilio.addNumber({ number, inboundUrl: `${serviceUrl}/twilio/inbound` });
  for (const { phone } of demoPeople) twilio.addPhone({ number: phone, lineType: 'mobile' });
  return twilio;
}
