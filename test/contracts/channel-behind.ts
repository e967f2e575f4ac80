import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { descriptors } from '../../src/channels/descriptors.ts';
import { openTestDatabase } from '../support/engines.ts';
import { listeningLogger, type ChannelHarness } from './channel-harness.ts';
import { openChannelStack, type ChannelStack } from './channel-stack.ts';
import { skipped, type ChannelFacts } from './channel-facts.ts';

/** A channel with the conversation, the books and sending behind it, as in the service. */
export function standsBeforeTheConversation(facts: ChannelFacts): void {
  let db: Database & { url?: string };
  let stack: ChannelStack;
  let harness: ChannelHarness;
  let logged: string[];
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => db[Symbol.asyncDispose]());
  beforeEach(async () => {
    logged = [];
    const logger = listeningLogger(logged);
    const address = facts.channel === 'x' ? {} : { address: facts.address };
    stack = await openChannelStack(db, { channel: facts.channel, logger, ...address });
    harness = await facts.open({
      institutionId: stack.fixture.institution.id,
      address: stack.address,
      inbox: stack.conversation,
      logger,
      world: stack.world,
      clock: stack.clock,
      stack,
    });
  });
  const drain = async () => stack.dispatcherOn(harness.channel).drain();
  const say = async (text: string) => {
    const delivery = await harness.memberSends(text);
    expect((await harness.webhook(delivery)).status).toBe(200);
    await drain();
  };
  const statuses = async () => (await stack.outbound()).map(({ status }) => status);

  it('answers a member once, ending in their code, however often the text arrives', async () => {
    const delivery = await harness.memberSends('#bal 7');
    for (let times = 0; times < 3; times += 1)
      expect((await harness.webhook(delivery.clone())).status).toBe(200);
    await drain();
    expect(await harness.phone()).toEqual([
      `Checking 7: $1,000.00 available now, 10:42am. ${stack.code}`,
    ]);
  });

  it('moves money without a question only if the platform authenticates its senders', async () => {
    await say('#trans 50 7 0');
    const isTrusted = descriptors[facts.channel].sender === 'authenticated';
    expect(await harness.phone()).toEqual([
      expect.stringMatching(isTrusted ? /^Moved \$50\.00/ : /^Nothing moved yet.*OK \d{4}/),
    ]);
    const code = /OK (\d{4})/.exec((await harness.phone())[0] ?? '')?.[1];
    if (isTrusted) return;
    await say(`OK ${code}`);
    expect((await harness.phone())[1]).toMatch(/^Moved \$50\.00/);
  });

  it('sends nothing twice after a lost answer', async () => {
    harness.network.faults.push('lost');
    await say('#bal');
    expect(await statuses()).toEqual(['unknown']);
    await harness.proveTaken();
    stack.clock.advance({ seconds: 100 });
    await drain();
    // Some carriers prove it by a receipt with more information.
    expect(await statuses()).toEqual([expect.stringMatching(/^(?:wired|delivered)$/)]);
    expect(await harness.phone()).toHaveLength(1);
  });

  skipped(facts, 'throttling')('continues automatically after throttling', async () => {
    harness.refuseNext('throttled');
    await say('#bal');
    expect(await harness.phone()).toEqual([]);
    stack.clock.advance({ minutes: 20 });
    await drain();
    expect(await harness.phone()).toHaveLength(1);
  });

  it('keeps a reply while the platform is unreachable for hours, and sends it once afterwards', async () => {
    harness.network.isDown = true;
    await say('#bal 7');
    for (let times = 0; times < 30; times += 1) {
      stack.clock.advance({ minutes: 10 });
      await drain();
      expect(await statuses()).toEqual(['errored']);
    }
    harness.network.isDown = false;
    stack.clock.advance({ minutes: 2 });
    await drain();
    await drain();
    expect(await harness.phone()).toHaveLength(1);
    expect(stack.staffMust).toEqual([]);
  });

  it('lets a reply expire that could not be sent for a day', async () => {
    harness.network.isDown = true;
    await say('#bal 7');
    stack.clock.advance({ hours: 25 });
    await drain();
    expect(await statuses()).toEqual(['expired']);
  });

  it('is silent after STOP, and answers again after START', async () => {
    await say('STOP');
    expect(await harness.phone()).toHaveLength(facts.answersToStop);
    await say('#bal');
    await say('#bal 7');
    expect(await harness.phone()).toHaveLength(facts.answersToStop);
    await say('START');
    const before = (await harness.phone()).length;
    await say('#bal 7');
    expect((await harness.phone()).length).toBe(before + 1);
    expect((await harness.phone()).at(-1)).toMatch(/^Checking 7.*\$1,000\.00/);
  });

  it('takes YES after STOP for START only if carriers define the words', async () => {
    await say('STOP');
    await say('YES');
    const before = (await statuses()).length;
    await say('#bal 7');
    // The network decides: one that does not know YES lets nothing through.
    const answers = descriptors[facts.channel].carrierWords ? 1 : 0;
    expect(await statuses()).toHaveLength(before + answers);
  });

  skipped(facts, 'receipts')('keeps a delivered status when `sent` arrives late', async () => {
    await say('#bal');
    expect(await statuses()).toEqual(['wired']);
    const receipts = await harness.receipts('late');
    const seen: string[] = [];
    for (const receipt of [...receipts, ...receipts]) {
      expect((await harness.webhook(receipt.clone())).status).toBe(200);
      seen.push(...(await statuses()));
    }
    expect(new Set(seen)).toEqual(new Set(['delivered']));
  });

  it('shows no code, number or text in any log line', async () => {
    harness.refuseNext('permanent');
    await say('#bal 7 plumber');
    harness.refuseNext('staff');
    await say('#bal');
    harness.network.faults.push('lost');
    await say('#hist');
    expect(stack.staffMust).toHaveLength(facts.skips?.staff ? 0 : 1);
    const said = logged.join('\n');
    for (const secret of [stack.address, stack.code, 'plumber', ...harness.secrets])
      expect(said).not.toContain(secret);
  });
}
