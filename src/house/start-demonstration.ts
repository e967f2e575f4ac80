import { createXClient } from '../channels/x/client.ts';
import { ensureSubscriptions, ensureWebhook } from '../channels/x/connect.ts';
import type { Database } from '../database/database.ts';
import { demoPeople } from '../demonstration/people.ts';
import { present } from '../kernel/assert.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Seals } from '../kernel/seal.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { createMetrics } from '../observe/metrics.ts';
import { createHandset } from '../simulators/handset/handset.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/simulator.ts';
import { openHouse, type House } from './house.ts';
import { listen } from './listen.ts';
import { createXTokenStore } from './x-token-store.ts';

/** A running demonstration: the service, a simulated X beside it, and the phone. */
export interface Demonstration extends AsyncDisposable {
  readonly url: string;
  readonly house: House;
  readonly simulator: XSimulator;
}

/** Secrets that everyone has: `serve` refuses them. */
const secrets = { consumer: 'demonstration consumer secret', clientId: 'demonstration' };

/**
 * Starts the demonstration on the loopback: X's API on one port, the service's webhook and the phone's page on another. What
 * travels between them is what would travel to X.
 */
export async function startDemonstration(options: {
  readonly db: Database;
  readonly institution: Institution;
  readonly world: World;
  readonly seals: Seals;
  readonly logger: Logger;
  /** 0: any that is free. */
  readonly port: number;
}): Promise<Demonstration> {
  const { db, institution, world, seals, logger } = options;
  const bank = present(institution.settings.x, 'the demonstration has an X account');
  const simulator = createXSimulator({
    world,
    fetch,
    consumerSecret: secrets.consumer,
    clientId: secrets.clientId,
  });
  simulator.createUser({ id: bank.userId, username: bank.handle, name: institution.name });
  for (const person of demoPeople) {
    simulator.createUser({ id: person.userId, username: person.handle, name: person.name });
    simulator.state.follows.add(`${person.userId}>${bank.userId}`);
    simulator.state.follows.add(`${bank.userId}>${person.userId}`);
  }
  const x = await listen(simulator.app.fetch, { host: 'localhost', port: 0 });
  const house = await openHouse({
    db,
    world,
    seals,
    logger,
    metrics: createMetrics(),
    x: {
      clientId: secrets.clientId,
      base: x.url,
      authorizeUrl: `${x.url}/i/oauth2/authorize`,
      secrets: [secrets.consumer],
      fetch,
      limits: 'none',
    },
  });
  house.app.route(
    '/',
    createHandset({
      simulator,
      bankUserId: bank.userId,
      bankName: institution.name,
      bankHandle: bank.handle,
      people: demoPeople,
      clock: world.clock,
    }),
  );
  const service = await listen(house.app.fetch, { host: 'localhost', port: options.port });
  const user = simulator.giveToken(bank.userId);
  await createXTokenStore(db, { seals, world }, institution.id).replace(async () => ({
    ...user,
    expiresAt: world.clock.now().add({ hours: 2 }),
  }));
  const client = createXClient({ base: x.url, fetch });
  const webhook = await ensureWebhook(client, {
    bearer: simulator.giveToken().accessToken,
    url: `${service.url}/x/webhook`,
  });
  await ensureSubscriptions(client, {
    token: user.accessToken,
    userId: bank.userId,
    webhookId: webhook.id,
  });
  house.start();
  return {
    url: service.url,
    house,
    simulator,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([service[Symbol.asyncDispose](), x[Symbol.asyncDispose]()]);
      await house[Symbol.asyncDispose]();
    },
  };
}

/** The first exchange: a member asks for balances, and the answer lies in their inbox. */
export async function firstExchange(
  { simulator }: Pick<Demonstration, 'simulator'>,
  bankUserId: string,
  clock: World['clock'],
): Promise<{ who: string; asked: string; answered: string; milliseconds: number }> {
  const person = present(demoPeople[0], 'there are demonstration members');
  const asked = '#bal';
  const started = clock.now().epochMilliseconds;
  const answer = new Promise<string>((resolve) => {
    const end = simulator.subscribe(person.userId, (event) => {
      if (event.kind !== 'message' || event.message.senderId !== bankUserId) return;
      end();
      resolve(event.message.text);
    });
  });
  await simulator.memberSends({ from: person.userId, to: bankUserId, text: asked });
  const answered = await answer;
  return {
    who: `@${person.handle}`,
    asked,
    answered,
    milliseconds: clock.now().epochMilliseconds - started,
  };
}
