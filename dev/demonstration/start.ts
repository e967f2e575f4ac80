import { Hono } from 'hono';
import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import { ensureSubscriptions, ensureWebhook } from '../../src/channels/x/connect.ts';
import type { Database } from '../../src/database/database.ts';
import { keepCarriers } from './carriers-memory.ts';
import { ensureChatKeys } from './chat-keys.ts';
import { openChatPhones } from './chat-phones.ts';
import { demoPeople } from './people.ts';
import { ensureDemoFigures } from './daily-figures.ts';
import { ensureDemoStaff } from './staff.ts';
import { present } from '../../src/kernel/assert.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { hostOfRequest, hostOfUrl } from '../../src/kernel/public-url.ts';
import type { Logger } from '../../src/kernel/logger.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import type { Institution } from '../../src/members/institution.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import type { ChatPhone } from '../simulators/handset/chat/phone.ts';
import { createHandset, handsetPaths } from '../simulators/handset/handset.ts';
import { createTwilioSimulator, type TwilioSimulator } from '../simulators/twilio/simulator.ts';
import { createXSimulator, type XSimulator } from '../simulators/x/simulator.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { listen, type Listening } from '../../src/service/listen.ts';
import type { ConsoleSettings, ServiceOptions } from '../../src/service/service-options.ts';
import { loopbackOnly } from '../../src/service/loopback-only.ts';
import { createXTokenStore } from '../../src/channels/x/token-store.ts';

/** A running demonstration: the service, a simulated X, a simulated Twilio, and the phone. */
export interface Demonstration extends AsyncDisposable {
  readonly url: string;
  /** The staff console, on a port of its own. */
  readonly consoleUrl: string;
  /** The phone and the service, both listening. */
  readonly app: Hono;
  readonly service: Service;
  readonly simulator: XSimulator;
  readonly twilio: TwilioSimulator;
  /** The members' phones with X Chat, by user id. */
  readonly phones: ReadonlyMap<string, ChatPhone>;
}

/** Secrets that everyone has, so `serve` refuses them. */
const secrets = {
  consumer: 'demonstration consumer secret',
  clientId: 'demonstration',
  twilioAccount: `AC${'d0'.repeat(16)}`,
  twilioToken: 'demonstration auth token',
};

/**
 * We answer STOP, START and HELP ourselves, so that a member reads our own HELP. Twilio's names
 * neither program nor charges.
 */
const optOut = 'off';

/** As on a real network, a receipt arrives a moment after the text. */
const receiptsAfterMilliseconds = 700;

/**
 * Starts the demonstration on the loopback. X's and Twilio's APIs have ports of their own, and the
 * service with the member site and the phone share another. Their traffic is the same as with real
 * carriers. If the start fails, nothing keeps listening.
 * @throws Fault `port_in_use`, `cannot_listen`
 */
// oxlint-disable-next-line max-lines-per-function -- the composition of the demonstration: each part once, in order
export async function startDemonstration(options: {
  readonly db: Database;
  readonly institution: Institution;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
  /** 0 means any free port. */
  readonly port: number;
  /** The file with what the carriers and phones remember. Absent: they begin empty. */
  readonly memory?: string | undefined;
  /** The institution’s own mail server and identity provider. Absent: alarms don’t leave, and staff sign in without it. */
  readonly office?: Pick<ServiceOptions, 'alarms'> & Pick<ConsoleSettings, 'oidcSecrets'>;
}): Promise<Demonstration> {
  const { db, institution, world, keyring, logger } = options;
  const bank = present(institution.settings.x, 'the demonstration has an X account');
  const bankNumber = institution.settings.sms?.number;
  const simulator = simulatedX(world, { institution, bank });
  const twilio = createTwilioSimulator({
    world,
    fetch,
    accountSid: secrets.twilioAccount,
    authToken: secrets.twilioToken,
    optOut,
    receiptsAfterMilliseconds,
  });
  for (const { phone } of demoPeople) {
    twilio.addPhone({ number: phone, lineType: 'mobile' });
  }
  const phones = new Map<string, ChatPhone>();
  const listening: Listening[] = [];
  let opened: Service | undefined;
  await using opening = new AsyncDisposableStack();
  opening.defer(async () => {
    await Promise.all(listening.map(async (one) => one[Symbol.asyncDispose]()));
    await opened?.[Symbol.asyncDispose]();
  });
  // Before anybody reads from the carriers. It saves once more at the end.
  const kept =
    options.memory === undefined
      ? undefined
      : opening.use(keepCarriers(options.memory, { simulator, twilio, phones }));
  const x = await listen(simulator.app.fetch, { host: 'localhost', port: 0 });
  listening.push(x);
  const chat = await openChatPhones({
    simulator,
    base: x.url,
    bankUserId: bank.userId,
    memoryOf: (userId) => kept?.phoneMemory(userId),
  });
  for (const [userId, phone] of chat) phones.set(userId, phone);
  const carrier = await listen(twilio.app.fetch, { host: 'localhost', port: 0 });
  listening.push(carrier);
  // Links and signatures contain the address, so we need it before the service starts.
  let front: Hono | undefined;
  const address = await listen(
    (request, env) =>
      front?.fetch(request, env) ??
      new Response('Opening; try again in a moment.', { status: 503 }),
    { host: 'localhost', port: options.port },
  );
  listening.push(address);
  const desk = await listenAnywhere(
    (request, env) =>
      front?.fetch(request, env) ??
      new Response('Opening; try again in a moment.', { status: 503 }),
    options.port === 0 ? 0 : options.port + 1,
  );
  listening.push(desk);
  const bearer = simulator.giveToken().accessToken;
  const webhookUrl = `${address.url}/x/webhook`;
  const service = await openService({
    db,
    world,
    keyring,
    logger,
    metrics: createMetrics(),
    x: {
      clientId: secrets.clientId,
      base: x.url,
      authorizeUrl: `${x.url}/i/oauth2/authorize`,
      secrets: [secrets.consumer],
      bearer,
      webhookUrl,
      fetch,
      limits: 'none',
    },
    twilio: {
      accountSid: secrets.twilioAccount,
      authTokens: [secrets.twilioToken],
      credentials: { username: secrets.twilioAccount, password: secrets.twilioToken },
      optOut,
      base: carrier.url,
      lookupsBase: carrier.url,
      microdollarsPerSegment: 11_000,
      publicUrl: `${address.url}/twilio`,
      fetch,
    },
    portal: { publicUrl: address.url, proxies: 0, demonstration: true },
    console: {
      consoleUrl: desk.url,
      proxies: 0,
      demonstration: true,
      oidcSecrets: options.office?.oidcSecrets,
    },
    alarms: options.office?.alarms,
  });
  opened = service;
  await ensureDemoStaff(service.db, { world, institution });
  await ensureDemoFigures(service.db, { world, institution });
  const pages = new Hono();
  pages.use(loopbackOnly);
  const handset = createHandset({
    simulator,
    bankUserId: bank.userId,
    bankName: institution.name,
    bankHandle: bank.handle,
    people: demoPeople,
    clock: world.clock,
    sms: bankNumber === undefined ? undefined : { simulator: twilio, bankNumber },
    chat: phones,
    bank: { name: institution.settings.portalName, consoleUrl: desk.url },
  });
  // The console has a host of its own, which has nothing else.
  const consoleHost = hostOfUrl(desk.url);
  pages.use(async (context, next) =>
    hostOfRequest(context.req.raw) === consoleHost
      ? service.app.fetch(context.req.raw, context.env)
      : next(),
  );
  // Apart from the site, which has headers of its own.
  for (const path of handsetPaths) {
    pages.all(path, async (context) => handset.fetch(context.req.raw, context.env));
  }
  pages.mount('/', service.app.fetch, { replaceRequest: false });
  front = pages;
  if (bankNumber !== undefined) {
    twilio.addNumber({ number: bankNumber, inboundUrl: `${address.url}/twilio/inbound` });
  }
  const user = simulator.giveToken(bank.userId);
  await createXTokenStore(service.db, { keyring, world }, institution.id).replace(async () => ({
    ...user,
    expiresAt: world.clock.now().add({ hours: 2 }),
  }));
  const client = createXClient({ base: x.url, fetch });
  const accessToken = async () => user.accessToken;
  await ensureChatKeys({
    db: service.db,
    world,
    keyring,
    api: createChatApi(client, { current: accessToken, renew: accessToken }),
    institutionId: institution.id,
    userId: bank.userId,
  });
  const webhook = await ensureWebhook(client, { bearer, url: webhookUrl });
  await ensureSubscriptions(client, {
    bearer,
    token: user.accessToken,
    userId: bank.userId,
    webhookId: webhook.id,
  });
  service.start();
  const running = opening.move();
  return {
    url: address.url,
    consoleUrl: desk.url,
    app: pages,
    service,
    simulator,
    twilio,
    phones,
    [Symbol.asyncDispose]: async () => running.disposeAsync(),
  };
}

function simulatedX(
  world: World,
  {
    institution,
    bank,
  }: { readonly institution: Institution; readonly bank: { userId: string; handle: string } },
): XSimulator {
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
  return simulator;
}

/** The first exchange: a member asks for balances, and finds the answer in their inbox. */
export async function firstExchange(
  { simulator }: Pick<Demonstration, 'simulator'>,
  institution: Institution,
  clock: World['clock'],
): Promise<{ who: string; bank: string; asked: string; answered: string; milliseconds: number }> {
  const bank = present(institution.settings.x, 'the demonstration has an X account');
  const person = present(demoPeople[0], 'there are demonstration members');
  const asked = '#bal';
  const started = clock.now().epochMilliseconds;
  const answer = new Promise<string>((resolve) => {
    const end = simulator.subscribe(person.userId, (event) => {
      if (event.kind !== 'message' || event.message.senderId !== bank.userId) return;
      end();
      resolve(event.message.text);
    });
  });
  await simulator.memberSends({ from: person.userId, to: bank.userId, text: asked });
  const answered = await answer;
  return {
    who: `@${person.handle}`,
    bank: `@${bank.handle}`,
    asked,
    answered,
    milliseconds: clock.now().epochMilliseconds - started,
  };
}

/** Listens on this port of the loopback, or on any free one if another program has it. */
async function listenAnywhere(
  handler: Parameters<typeof listen>[0],
  port: number,
): Promise<Listening> {
  try {
    return await listen(handler, { host: 'localhost', port });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'port_in_use') throw error;
    return listen(handler, { host: 'localhost', port: 0 });
  }
}
