import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKannelClient } from '../../src/channels/kannel/client.ts';
import { createKannelChannel } from '../../src/channels/kannel/kannel-channel.ts';
import { createReceiptsHeard } from '../../src/channels/kannel/receipts-heard.ts';
import { createKannelWebhook } from '../../src/channels/kannel/webhook.ts';
import { listen, type Listening } from '../../src/service/listen.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import type { Channel, InboundMessage } from '../../src/messages/channel.ts';
import { freePort } from '../support/postgres-server.ts';
import { openTestDatabase } from '../support/engines.ts';
import { listeningLogger, wireMessage } from './channel-harness.ts';
import { openChannelStack, type ChannelStack } from './channel-stack.ts';
import { findKannel, startKannel, type RunningKannel } from './kannel-programs.ts';

const programs = findKannel();
const phone = '+13145550123';
const ourNumber = '+18005226009';
const secret = 'CHANGE-ME-shared-secret';

/**
 * bearerbox, smsbox and a phone of fakesmsc, with the guide's configuration and our code behind
 * them.
 */
describe.skipIf(!programs)('the programs of Kannel', () => {
  const closing: AsyncDisposable[] = [];
  const logged: string[] = [];
  const taken: InboundMessage[] = [];
  let failures = 0;
  let stack: ChannelStack;
  let kannel: RunningKannel;
  let channel: Channel;
  let listening: Listening;
  beforeAll(async () => {
    if (!programs) return;
    const db = await openTestDatabase();
    closing.push(db);
    const logger = listeningLogger(logged);
    stack = await openChannelStack(db, { channel: 'sms', address: phone, logger, isReal: true });
    const { id } = stack.fixture.institution;
    const heard = createReceiptsHeard();
    const app = new Hono();
    app.route(
      '/kannel',
      createKannelWebhook({
        secrets: [secret],
        institutionOf: ({ number }) => (number === ourNumber ? id : undefined),
        heard,
        inbox: {
          receive: async (messages) => {
            taken.push(...messages);
            if (failures > 0) {
              failures -= 1;
              throw new Fault({ code: 'database_unreachable', message: 'away', retryable: true });
            }
            await stack.conversation.receive(messages);
          },
          happened: async (events) => stack.conversation.happened(events),
        },
        logger,
        metrics: silentMetrics,
      }),
    );
    listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 });
    closing.push(listening);
    kannel = await startKannel(programs, {
      postUrl: `${listening.url}/kannel/mo`,
      sender: phone,
      recipient: ourNumber,
    });
    closing.push(kannel);
    const { clock } = stack.world;
    const credentials = { username: 'tmm', password: 'CHANGE-ME-sendsms' };
    const client = createKannelClient({
      base: kannel.sendsmsUrl,
      credentials,
      callbackUrl: `${listening.url}/kannel`,
      secret,
      fetch,
    });
    channel = createKannelChannel({
      client,
      from: ourNumber,
      clock,
      heard,
      costMicrodollarsPerUnit: 1,
    });
    const dispatcher = stack.dispatcherOn(channel);
    dispatcher.start();
    closing.push(dispatcher);
  });
  afterAll(async () => {
    for (const one of closing.toReversed()) await one[Symbol.asyncDispose]();
  });
  const until = async (isSo: () => Promise<boolean>) => {
    for (let tries = 0; tries < 150; tries += 1) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect.unreachable('it did not come to be so within 15 seconds');
  };
  const areDelivered = async (count: number) => {
    const rows = await stack.outbound();
    return rows.length === count && rows.every(({ status }) => status === 'delivered');
  };

  it('deliver a phone’s text, and the reply, and a delivery receipt', async () => {
    await using handset = kannel.phone('text #bal 7');
    const answer = await handset.receives();
    expect(answer).toMatch(/^text Checking 7: \$1,000\.00 available now, \d+:\d\d[ap]m\. /);
    expect(answer.endsWith(` ${stack.code}`)).toBe(true);
    expect(taken[0]).toMatchObject({ address: phone, text: '#bal 7', channel: 'sms' });
    expect(taken[0]?.externalId).toMatch(/^fake:[0-9a-f-]{36}$/);
    const age = stack.world.clock.now().since(taken[0]?.sentAt ?? stack.world.clock.now());
    expect(Math.abs(age.total('seconds'))).toBeLessThan(30);
    await until(async () => areDelivered(1));
  });

  it('deliver a text again that was not accepted, and it gets one reply', async () => {
    failures = 1;
    taken.length = 0;
    // In UCS-2: `solde 7`.
    await using handset = kannel.phone('ucs2 %00s%00o%00l%00d%00e%00%20%007');
    expect(await handset.receives()).toMatch(/^text Courant 7, disponible : 1 000,00 \$/);
    expect(taken.map(({ text }) => text)).toEqual(['solde 7', 'solde 7']);
    expect(new Set(taken.map(({ externalId }) => externalId)).size).toBe(1);
    await until(async () => areDelivered(2));
  });

  it('carry letters of GSM-7 that cost two, and letters that need UCS-2', async () => {
    await using handset = kannel.phone('text help');
    expect(await handset.receives()).toMatch(/#?bal/i);
    const message = (id: string, text: string) =>
      wireMessage({ institutionId: stack.fixture.institution.id, id, address: phone }, text);
    const sent = [
      await channel.send(message('01926a00-0000-7000-8000-0000000000a1', 'é ñ {7} & + = %41 €')),
      await channel.send(message('01926a00-0000-7000-8000-0000000000a2', '5 ₽')),
    ];
    expect(sent.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(await handset.receives()).toBe('text é ñ {7} & + = %41 €');
    expect(await handset.receives()).toBe('ucs-2 %005%00++%BD');
  });

  it('refuse forbidden requests in the words that we know', async () => {
    const client = (password: string, base = kannel.sendsmsUrl) =>
      createKannelChannel({
        client: createKannelClient({
          base,
          credentials: { username: 'tmm', password },
          callbackUrl: `${listening.url}/kannel`,
          secret,
          fetch,
        }),
        from: ourNumber,
        clock: stack.world.clock,
        heard: createReceiptsHeard(),
        costMicrodollarsPerUnit: 1,
      });
    const id = '01926a00-0000-7000-8000-0000000000b1';
    const common = { institutionId: 1, id, address: phone };
    const wrong = await client('not the password').send(wireMessage(common, 'hello'));
    expect(wrong).toMatchObject({ code: 'kannel_authorisation', retryable: true });
    const nobody = await client('CHANGE-ME-sendsms').send(
      wireMessage({ ...common, address: '' }, 'hello'),
    );
    expect(nobody).toMatchObject({ code: 'kannel_400', retryable: false });
    const away = await client('x', `http://127.0.0.1:${await freePort()}`).send(
      wireMessage(common, 'hello'),
    );
    expect(away).toMatchObject({ code: 'kannel_not_reached', retryable: true });
  });

  it('do not repeat a delivery that can never succeed', async () => {
    const refusals = () => logged.filter((line) => line.includes('cannot be taken')).length;
    await using handset = kannel.phone('data %01%02');
    await until(async () => refusals() > 0);
    // Longer than the pause before a retry.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(refusals()).toBe(1);
    expect(handset).toBeDefined();
  });

  it('leave no secret in our log, nor in theirs', () => {
    const said = logged.join('\n');
    expect(said).toMatch(/A delivery failed and will be repeated/);
    for (const hidden of [phone, stack.code, secret, 'CHANGE-ME-sendsms', 'solde 7'])
      expect(`${said}\n${kannel.logs()}`).not.toContain(hidden);
  });
});
