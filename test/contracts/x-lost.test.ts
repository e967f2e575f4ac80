import { afterAll, beforeAll, expect, it } from 'vitest';
import { openService } from '../../src/service/service.ts';
import { xDirectoryOf } from '../../src/channels/x/account.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { openTestDatabase } from '../support/engines.ts';
import { bankUserId } from '../support/fixture.ts';
import { loadXDescription } from '../support/x-description.ts';
import { openXBank, type XBank } from '../support/x-bank.ts';

/** Events that X could not deliver still arrive, by a replay or by polling. */
let bank: XBank;
let close: () => Promise<void>;
beforeAll(async () => {
  const db = await openTestDatabase();
  bank = await openXBank(db, { people: 5 });
  close = async () => {
    await bank[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
});
afterAll(async () => close());

const description = loadXDescription();

const openAnother = async () =>
  openService({ ...bank.options, logger: silentLogger, metrics: createMetrics() });

const address = (person: number) => bank.fixture.members[person]?.address ?? '';

it('asks for nothing while somebody looks after the account', async () => {
  const calls = bank.calls.length;
  await bank.service.runJobs();
  for (let minute = 0; minute < 5; minute += 1) {
    bank.clock.advance({ seconds: 60 });
    await bank.service.runJobs();
  }
  expect(bank.calls.slice(calls).filter((call) => call.includes('replay'))).toEqual([]);
});

it('replays an unfollow, a post and a message from a time when nobody answered', async () => {
  bank.simulator.faults.dropped = 3;
  await bank.simulator.memberUnfollows(address(0), bankUserId);
  await bank.simulator.memberPosts({ from: address(1), text: '@myvcu #bal 7' });
  await bank.simulator.memberSends({ from: address(2), to: bankUserId, text: '#trans 50 7 0' });
  await bank.service.dispatcher.drain();
  for (const person of [0, 1, 2]) expect(bank.inbox(person)).toEqual([]);
  bank.clock.advance({ minutes: 6 });
  await bank.service.runJobs();
  await bank.simulator.replayed();
  await bank.service.dispatcher.drain();
  expect(bank.inbox(0)).toEqual([expect.stringMatching(/locked/)]);
  expect(bank.inbox(1)).toEqual([expect.stringMatching(/^You posted a command/)]);
  expect(bank.inbox(2)).toEqual([expect.stringMatching(/^Moved \$50\.00/)]);
  // A repeat has no effect.
  bank.clock.advance({ minutes: 6 });
  await bank.service.runJobs();
  await bank.simulator.replayed();
  await bank.service.dispatcher.drain();
  for (const person of [0, 1, 2]) expect(bank.inbox(person)).toHaveLength(1);
});

it('asks with its first beat for events from before it started', async () => {
  const replays = () => bank.calls.filter((call) => call === 'POST /2/webhooks/replay').length;
  const before = replays();
  bank.clock.advance({ seconds: 30 });
  await using second = await openAnother();
  bank.clock.advance({ seconds: 60 });
  await second.runJobs();
  expect(replays()).toBe(before + 1);
  bank.clock.advance({ seconds: 60 });
  await second.runJobs();
  expect(replays()).toBe(before + 1);
});

it('asks again if X did not answer, and forgets nothing', async () => {
  await bank.service.runJobs();
  bank.simulator.faults.dropped = 1;
  await bank.simulator.memberUnfollows(address(3), bankUserId);
  bank.clock.advance({ minutes: 6 });
  bank.simulator.faults.replays.push('server_error');
  await bank.service.runJobs();
  await bank.simulator.replayed();
  expect(bank.inbox(3)).toEqual([]);
  bank.clock.advance({ minutes: 1 });
  await bank.service.runJobs();
  await bank.simulator.replayed();
  await bank.service.dispatcher.drain();
  expect(bank.inbox(3)).toEqual([expect.stringMatching(/locked/)]);
});

it('polls for all processes together within X’s limit', async () => {
  const polls = () => bank.calls.filter((call) => call === 'GET /2/dm_events').length;
  const before = polls();
  await using second = await openAnother();
  for (let minute = 0; minute < 15; minute += 1) {
    await Promise.all([bank.service.runJobs(), second.runJobs()]);
    bank.clock.advance({ seconds: 60 });
  }
  expect(polls() - before).toBeGreaterThan(5);
  expect(polls() - before).toBeLessThanOrEqual(8);
});

it('learns when a member who enrolls changes their name', async () => {
  const x = xDirectoryOf(bank.options, bank.fixture.institution);
  await x?.watchHandle(address(4));
  await x?.watchHandle(address(4));
  await bank.simulator.changeHandle(address(4), 'someone_else');
  await bank.service.dispatcher.drain();
  expect(bank.inbox(4)).toEqual([expect.stringMatching(/locked/)]);
});

it('follows a member back, and says so if X does not allow it', async () => {
  const x = xDirectoryOf(bank.options, bank.fixture.institution);
  expect(await x?.follow(address(4))).toBe('following');
  expect(bank.simulator.state.follows).toContain(`${bankUserId}>${address(4)}`);
  bank.simulator.faults.followForbidden = true;
  expect(await x?.follow(address(4))).toBe('forbidden');
  bank.simulator.faults.followForbidden = false;
});

it('raises an alarm for a message that left our account and is not ours', async () => {
  const alarms = async () =>
    bank.service.db.query<{ subject: string }>("select subject from tasks where kind = 'alarm'");
  await bank.say(2, '#bal');
  bank.clock.advance({ minutes: 4 });
  await bank.service.runJobs();
  expect(await alarms()).toEqual([]);
  const to = bank.fixture.members[2]?.address ?? '';
  await bank.simulator.memberSends({ from: bankUserId, to, text: 'written by hand' });
  bank.clock.advance({ minutes: 4 });
  await bank.service.runJobs();
  expect(await alarms()).toEqual([{ subject: expect.stringMatching(/did not send/) }]);
});

it.skipIf(!description)('has asked X for nothing that X does not describe', () => {
  expect(new Set(bank.asked.map(({ path }) => path.replace(/\d{6,}/g, '…')))).toEqual(
    new Set([
      '/2/webhooks',
      '/2/webhooks/replay',
      '/2/activity/subscriptions',
      '/2/dm_conversations/with/…/messages',
      '/2/users/…/following',
    ]),
  );
  for (const { method, path, body } of bank.asked) {
    // X's description lacks this event.
    if (JSON.stringify(body).includes('oauth.revoke')) continue;
    expect(description?.requestProblems(method, path, body), path).toEqual([]);
  }
});
