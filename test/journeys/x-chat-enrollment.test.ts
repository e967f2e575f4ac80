import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { accountEnrollments } from '../../src/operations/messages/begin-account-enrollment.ts';
import { readEnrollment } from '../../src/operations/messages/read-enrollment.ts';
import { isRefused } from '../../src/operations/refusals.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { giveChatPhone } from '../support/chat-world.ts';
import { openTestDatabase } from '../support/engines.ts';
import { bankUserId } from '../support/fixture.ts';
import { memberRequest } from '../support/member-request.ts';
import { simulatedDirectory } from '../support/simulated-directory.ts';

/** A member proves an X account by a word in X Chat, and proves it again from a new phone. */
let bank: ChatBank;
let close: () => Promise<void>;

beforeAll(async () => {
  const db = await openTestDatabase();
  bank = await openChatBank(db, { people: 3 });
  close = async () => {
    await bank[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
});
afterAll(async () => close());

const own = { userId: bankUserId, handle: 'myvcu' };

const begin = async (
  person: number,
  handle: string,
  rights: object = {},
  encryptedAccount: { readonly userId: string; readonly handle: string } = own,
) => {
  const token = bank.simulator.giveToken(bankUserId).accessToken;
  const request = await memberRequest(
    { db: bank.service.db, fixture: bank.fixture, world: bank.world },
    person,
    {
      ports: {
        x: {
          ...simulatedDirectory(() => ({ simulator: bank.simulator, token })),
          encryptedAccount,
        },
        channels: ['x'],
      },
      queued: () => bank.service.dispatcher.wake(),
    },
  );
  const result = await accountEnrollments.x.run(
    request,
    accountEnrollments.x.input.parse({
      handle,
      agreedTo: ['regulation_e', 'esign'],
      ...rights,
    }),
  );
  if (isRefused(result)) throw new Error(result.refused);
  const view = await readEnrollment.run(request, { id: result.id });
  if (isRefused(view)) throw new Error(view.refused);
  return view;
};

it('binds the account whose phone sent the word, and welcomes it there', async () => {
  const { id } = bank.simulator.createUser({ username: 'ann', name: 'Ann' });
  const phone = await giveChatPhone(bank.simulator, { userId: id, peerId: bankUserId });
  const enrollment = await begin(0, 'ann');
  expect(enrollment).toMatchObject({ encrypted: true, sendTo: 'myvcu' });
  expect(enrollment).not.toHaveProperty('encryptedHandle');
  expect(enrollment.link).toContain(`recipient_id=${bankUserId}&`);
  const [welcome = ''] = await bank.ask(phone, present(enrollment.word, 'a word'));
  expect(welcome).toMatch(/[A-Z2-9]{6}$/);
  const [balance = ''] = await bank.ask(phone, '#bal');
  expect(balance).toMatch(/\$1,000\.00/);
  expect(
    bank.simulator.conversation(bankUserId, id).filter(({ senderId }) => senderId === bankUserId),
  ).toEqual([]);
});

it('opens the chat with the bot where the institution has one', async () => {
  bank.simulator.createUser({ username: 'bea', name: 'Bea' });
  const bot = { userId: '9900990099', handle: 'myvcu_help' };
  const enrollment = await begin(0, 'bea', {}, bot);
  expect(enrollment).toMatchObject({ sendTo: 'myvcu', encryptedHandle: 'myvcu_help' });
  expect(enrollment.link).toContain('recipient_id=9900990099&');
});

it('lets a new phone move money only after the member confirmed it in the portal', async () => {
  const person = present(bank.fixture.members[1], 'a member');
  const phone = await bank.phoneOf(1);
  await bank.ask(phone, '#bal');
  await phone.changePhone();
  await bank.ask(phone, '#bal');
  expect((await bank.ask(phone, '#trans 5 7 0')).join()).toMatch(/locked/);
  const handle = present(bank.simulator.state.users.get(person.address), 'a user').username;
  // A word in clear proves nothing about the keys.
  const inClear = await begin(1, handle, { mayMoveMoney: true });
  await bank.say(1, present(inClear.word, 'a word'));
  expect(bank.inbox(1).at(-1)).toMatch(
    /verified, but its X Chat keys changed: transfers stay locked/,
  );
  expect((await bank.ask(phone, '#trans 5 7 0')).join()).toMatch(/locked/);
  const enrollment = await begin(1, handle, { mayMoveMoney: true });
  const verified = await bank.ask(phone, present(enrollment.word, 'a word'));
  expect(verified.join()).toMatch(/verified again/);
  expect((await bank.ask(phone, '#trans 5 7 0')).join()).toMatch(/^Moved \$5\.00/);
  // Once more, with another phone: the doubt comes again.
  await phone.changePhone();
  await bank.ask(phone, '#bal');
  expect((await bank.ask(phone, '#trans 5 7 0')).join()).toMatch(/locked/);
});

it('asks staff to look at message requests, once a day, and answers one that is accepted late', async () => {
  const phone = await bank.phoneOf(2);
  bank.simulator.faults.chat.hidesRequests = true;
  bank.simulator.state.follows.delete(`${bankUserId}>${phone.userId}`);
  await phone.say('#bal');
  for (let round = 0; round < 3; round += 1) {
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
  }
  const tasks = await bank.service.db.query<{ subject: string }>(
    "select subject from tasks where institution_id = $1 and subject like '%message requests%'",
    [bank.fixture.institution.id],
  );
  // The member is enrolled, so their chat was read in turn although the inbox hides it.
  expect(tasks).toHaveLength(1);
  expect(answers(await phone.read())).toHaveLength(1);
});
