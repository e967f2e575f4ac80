import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import type { MemberContext } from '../../src/operations/request-context.ts';
import { accountEnrollments } from '../../src/operations/messages/begin-account-enrollment.ts';
import { cancelEnrollment } from '../../src/operations/messages/cancel-enrollment.ts';
import { changeCode } from '../../src/operations/messages/change-code.ts';
import { checkMessage } from '../../src/operations/messages/check-message.ts';
import { listAddresses } from '../../src/operations/messages/list-addresses.ts';
import { listMessages } from '../../src/operations/messages/list-messages.ts';
import { readEnrollment } from '../../src/operations/messages/read-enrollment.ts';
import { removeAddress } from '../../src/operations/messages/remove-address.ts';
import { setAddressRights } from '../../src/operations/messages/set-address-rights.ts';
import { showCode } from '../../src/operations/messages/show-code.ts';
import { isRefused } from '../../src/operations/refusals.ts';
import { openTestDatabase } from '../support/engines.ts';
import { allowed, memberRequest } from '../support/member-request.ts';
import { bankUserId } from '../support/fixture.ts';
import { openXBank, type XBank } from '../support/x-bank.ts';
import { simulatedDirectory } from '../support/simulated-directory.ts';

/** A member enrolls X in MyVantage with the whole simulated X: every good and every bad outcome. */
let bank: XBank;
let close: () => Promise<void>;
let token: string;

beforeAll(async () => {
  const db = await openTestDatabase();
  bank = await openXBank(db, { people: 14 });
  token = bank.simulator.giveToken(bankUserId).accessToken;
  for (const name of ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gil', 'hal', 'ida', 'joe', 'kim'])
    bank.simulator.createUser({ username: name, name });
  close = async () => {
    await bank[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
});
afterAll(async () => close());

const directory = simulatedDirectory(() => ({ simulator: bank.simulator, token }));

const signedIn = async (person: number, sessionId?: string): Promise<MemberContext> =>
  memberRequest({ db: bank.service.db, fixture: bank.fixture, world: bank.world }, person, {
    ports: { x: directory, channels: ['x'] },
    queued: () => bank.service.dispatcher.wake(),
    ...(sessionId === undefined ? {} : { session: { id: sessionId } }),
  });

const xId = (username: string) =>
  present(
    [...bank.simulator.state.users.values()].find((user) => user.username === username),
    'the user was created',
  ).id;
const dm = async (username: string, text: string) => {
  await bank.simulator.memberSends({ from: xId(username), to: bankUserId, text });
  await bank.service.dispatcher.drain();
};
const inbox = (username: string) =>
  bank.simulator
    .conversation(bankUserId, xId(username))
    .filter(({ senderId }) => senderId === bankUserId)
    .map(({ text }) => text);

const agreedTo: ('regulation_e' | 'esign')[] = ['regulation_e', 'esign'];
const begin = async (request: MemberContext, handle: string, more: object = {}) => {
  const input = accountEnrollments.x.input.parse({ handle, agreedTo, ...more });
  const result = await accountEnrollments.x.run(request, input);
  if (isRefused(result)) throw new Error(`refused: ${result.refused}`);
  return look(request, result.id);
};
const look = async (request: MemberContext, id: string) => {
  const result = await readEnrollment.run(request, { id });
  if (isRefused(result)) throw new Error(`refused: ${result.refused}`);
  return result;
};
const refusalOf = (result: unknown) => (isRefused(result) ? result.refused : undefined);

it('binds the account that sent the code, welcomes it with its code, and moves money only when allowed', async () => {
  const request = await signedIn(0);
  const begun = await begin(request, '@Ann');
  expect(begun).toMatchObject({
    state: 'pending',
    name: 'ann',
    followBack: 'following',
    follows: null,
  });
  expect(begun.word).toMatch(/^[A-Z34679]{8}$/);
  expect(begun.link).toBe(
    `https://x.com/messages/compose?recipient_id=${bankUserId}&text=${begun.word}`,
  );
  await bank.simulator.memberFollows(xId('ann'), bankUserId);
  expect((await look(request, begun.id)).follows).toBe(true);
  await dm('ann', ` #${begun.word?.toLowerCase().replace(/(.{4})/, '$1 ')} `);
  const ended = await look(request, begun.id);
  expect(ended).toMatchObject({ state: 'completed' });
  expect(ended.word).toBeUndefined();
  const addressId = present(ended.addressId, 'it was bound');
  const code = await showCode.run(request, { id: addressId });
  if (isRefused(code)) throw new Error('the code is shown');
  expect(inbox('ann')).toEqual([
    expect.stringMatching(new RegExp(`^Welcome to Tweet My Money\\. Try #bal 7.* ${code.code}$`)),
  ]);
  // The other channel gets a notice, which ends in its own code.
  expect(bank.inbox(0).at(-1)).toMatch(/^Another phone, X account or app was added.* [A-Z0-9]{6}$/);
  await dm('ann', '#trans 5 7 0');
  expect(inbox('ann').at(-1)).toMatch(/can check .*can't move money|read.only/i);
  const rights = setAddressRights.input.parse({
    id: addressId,
    mayMoveMoney: true,
    perTransfer: '20.00',
  });
  expect(await setAddressRights.run(request, rights)).toMatchObject({
    mayMoveMoney: true,
    perTransfer: '20.00',
  });
  await bank.service.dispatcher.drain();
  await dm('ann', '#trans 5 7 0');
  expect(inbox('ann').at(-1)).toMatch(/^Moved \$5\.00/);
  await dm('ann', '#trans 25 7 0');
  expect(inbox('ann').at(-1)).not.toMatch(/^Moved/);
});

it('announces a changed code, and the next answer carries it', async () => {
  const request = await signedIn(0);
  const { addresses } = allowed(await listAddresses.run(request, {}));
  const id = present(
    addresses.find(({ name }) => name === 'ann'),
    'ann is enrolled',
  ).id;
  const before = inbox('ann').at(-1)?.slice(-6);
  expect(refusalOf(await changeCode.run(request, { id, chosen: 'STOPIT' }))).toBe('code_is_word');
  expect(refusalOf(await changeCode.run(request, { id, chosen: before }))).toBe('code_used_before');
  const changed = await changeCode.run(request, { id, chosen: 'mine42' });
  expect(changed).toMatchObject({ code: 'MINE42', version: 2 });
  await bank.service.dispatcher.drain();
  expect(inbox('ann').at(-1)).toMatch(/^Starting with this message.* MINE42$/);
  expect(bank.inbox(0).at(-1)).toMatch(/^The code for another of your channels was changed/);
  await dm('ann', '#bal 7');
  expect(inbox('ann').at(-1)).toMatch(/ MINE42$/);
  const texts = inbox('ann');
  const check = async (text: string) => checkMessage.run(request, { text });
  expect(await check(texts.at(-1) ?? '')).toMatchObject({
    sent: true,
    code: 'right',
    name: 'ann',
    channel: 'x',
  });
  expect(await check(texts[0] ?? '')).toMatchObject({ sent: true, code: 'right' });
  expect(await check((texts.at(-1) ?? '').replace('MINE42', before ?? ''))).toMatchObject({
    sent: true,
    code: 'old',
  });
  expect(
    await check((texts.at(-1) ?? '').replace('MINE42', bank.inbox(0).at(-1)?.slice(-6) ?? '')),
  ).toMatchObject({ sent: true, code: 'another_address' });
  expect(await check((texts.at(-1) ?? '').replace('MINE42', 'XYZ123'))).toMatchObject({
    sent: true,
    code: 'wrong',
  });
  expect(await check((texts.at(-1) ?? '').replace(' MINE42', ''))).toMatchObject({
    sent: true,
    code: 'missing',
  });
  expect(await check(` ${(texts.at(-1) ?? '').replaceAll(' ', '\n ')} `)).toMatchObject({
    sent: true,
    code: 'right',
  });
  expect(await check('Your account is blocked, call 555-0199. MINE42')).toEqual({
    sent: false,
    code: 'right',
  });
  expect(await check('Your account is blocked, call 555-0199 now')).toEqual({
    sent: false,
    code: 'missing',
  });
  // Another member learns nothing of it.
  const other = await signedIn(1);
  expect(await checkMessage.run(other, { text: texts.at(-1) ?? '' })).toEqual({
    sent: false,
    code: 'wrong',
  });
});

it('keeps a log of all messages, redacted, page by page, for each member alone', async () => {
  const request = await signedIn(0);
  const all: { id: string; text: string; direction: string }[] = [];
  let before: string | undefined;
  do {
    const result = await listMessages.run(
      request,
      listMessages.input.parse({ limit: 3, ...(before ? { before } : {}) }),
    );
    if (isRefused(result)) throw new Error('the log is shown');
    all.push(...result.messages);
    before = result.next;
  } while (before);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.filter(({ direction }) => direction === 'in').map(({ text }) => text)).toContain(
    '████████',
  );
  expect(all.some(({ text }) => text.startsWith('Welcome'))).toBe(true);
  expect(all.some(({ text }) => /MINE42/.test(text))).toBe(false);
  const other = await listMessages.run(await signedIn(5), listMessages.input.parse({}));
  expect(other).toEqual({ messages: [] });
  expect(
    refusalOf(await listMessages.run(request, listMessages.input.parse({ before: 'nonsense' }))),
  ).toBe('input_invalid');
});

it('ends when the code comes from another account, which learns nothing', async () => {
  const request = await signedIn(1);
  const { id, word } = await begin(request, 'ben');
  await dm('cat', word ?? '');
  expect((await look(request, id)).state).toBe('wrong_sender');
  expect(inbox('cat')).toEqual([expect.stringMatching(/^This is Tweet My Money/)]);
  // It no longer counts, from any account.
  await dm('ben', word ?? '');
  expect(inbox('ben')).toEqual([expect.stringMatching(/^This is Tweet My Money/)]);
  expect((await look(request, id)).state).toBe('wrong_sender');
});

it('ends after five wrong codes, and other messages cost no try', async () => {
  const request = await signedIn(2);
  const { id, word } = await begin(request, 'dan');
  await dm('dan', 'hello there');
  await dm('dan', '#bal 7');
  expect((await look(request, id)).triesLeft).toBe(5);
  for (let count = 0; count < 5; count += 1)
    await dm('dan', `ACDEFG3${count + 3}`.replace(/[58]$/, '9'));
  expect(await look(request, id)).toMatchObject({ state: 'wrong_tries', triesLeft: 0 });
  await dm('dan', word ?? '');
  expect((await look(request, id)).state).toBe('wrong_tries');
});

it('ends after ten minutes', async () => {
  const request = await signedIn(3);
  const { id, word } = await begin(request, 'eve');
  bank.clock.advance({ minutes: 10 });
  await dm('eve', word ?? '');
  expect((await look(request, id)).state).toBe('expired');
});

it('ends if the account serves another membership, and only its owner learns so', async () => {
  const request = await signedIn(4);
  // Starting an enrollment does not reveal who is enrolled.
  const { id, word } = await begin(request, 'person6');
  expect((await look(request, id)).state).toBe('pending');
  await bank.say(6, word ?? '');
  expect((await look(request, id)).state).toBe('bound_elsewhere');
  await bank.say(6, '#bal 7');
  expect(bank.inbox(6).at(-1)).toMatch(/^Checking 7/);
});

it('ends when the account unfollows meanwhile', async () => {
  const request = await signedIn(4);
  const { id, word } = await begin(request, 'fay');
  await bank.simulator.memberFollows(xId('fay'), bankUserId);
  await bank.simulator.memberUnfollows(xId('fay'), bankUserId);
  expect((await look(request, id)).state).toBe('unfollowed');
  await dm('fay', word ?? '');
  expect((await look(request, id)).state).toBe('unfollowed');
});

it('ends when it is canceled or started again, and only its own session sees it', async () => {
  const request = await signedIn(5);
  const first = await begin(request, 'gil');
  const second = await begin(request, 'gil');
  expect((await look(request, first.id)).state).toBe('cancelled');
  const elsewhere = await signedIn(5, 'another browser');
  expect(refusalOf(await readEnrollment.run(elsewhere, { id: second.id }))).toBe('not_found');
  const other = await signedIn(7);
  expect(refusalOf(await readEnrollment.run(other, { id: second.id }))).toBe('not_found');
  expect(refusalOf(await cancelEnrollment.run(other, { id: second.id }))).toBe('not_found');
  expect(await cancelEnrollment.run(request, { id: second.id })).toEqual({ cancelled: true });
  await dm('gil', second.word ?? '');
  expect((await look(request, second.id)).state).toBe('cancelled');
});

it('starts alike if the account said STOP, writes nothing there, and continues after START', async () => {
  bank.simulator.createUser({ username: 'lea', name: 'lea' });
  await dm('lea', 'STOP');
  const before = inbox('lea').length;
  const request = await signedIn(13);
  const first = await begin(request, 'lea');
  expect(first).toMatchObject({ state: 'pending', follows: null });
  expect(inbox('lea')).toHaveLength(before);
  await dm('lea', 'START');
  const second = await begin(request, 'lea');
  expect(Object.keys(second)).toEqual(Object.keys(first));
  await dm('lea', second.word ?? '');
  expect((await look(request, second.id)).state).toBe('completed');
  expect(inbox('lea').at(-1)).toMatch(/^Welcome/);
});

it('refuses impossible enrollments before anything is sent', async () => {
  const request = await signedIn(8);
  const attempt = async (handle: string, agreed = agreedTo) =>
    accountEnrollments.x.run(
      request,
      accountEnrollments.x.input.parse({ handle, agreedTo: agreed }),
    );
  expect(await attempt('hal', ['esign'])).toMatchObject({
    refused: 'disclosures_first',
    field: 'regulation_e',
  });
  expect(await attempt('hal', ['regulation_e'])).toMatchObject({
    refused: 'disclosures_first',
    field: 'esign',
  });
  expect(refusalOf(await attempt('nobody_at_all'))).toBe('handle_unknown');
  expect(refusalOf(await attempt('myvcu'))).toBe('handle_is_ours');
  expect(refusalOf(await attempt('person8'))).toBe('address_already_yours');
  // Agreed to this version before, so we don't ask again.
  expect(refusalOf(await attempt('hal', []))).toBeUndefined();
  for (let count = 0; count < 5; count += 1) await attempt('hal');
  expect(refusalOf(await attempt('hal'))).toBe('too_many');
  await dm('ida', 'STOP');
  const nine = await signedIn(9);
  const stopped = await accountEnrollments.x.run(
    nine,
    accountEnrollments.x.input.parse({ handle: 'ida', agreedTo }),
  );
  // Nobody else learns who said STOP.
  expect(refusalOf(stopped)).toBeUndefined();
});

it('gives staff the task to follow back if X does not allow us', async () => {
  bank.simulator.faults.followForbidden = true;
  const begun = await begin(await signedIn(10), 'joe');
  bank.simulator.faults.followForbidden = false;
  expect(begun.followBack).toBe('forbidden');
  const tasks = await bank.service.db.query("select subject from tasks where kind = 'follow_back'");
  expect(JSON.stringify(tasks)).toMatch(/@joe/);
});

it('verifies an address again in the same way: locked after an unfollow, suspended, removed and enrolled again', async () => {
  const request = await signedIn(11);
  const person = present(bank.fixture.members[11], 'person 11 lives there');
  const { simulator } = bank;
  await simulator.memberFollows(person.address, bankUserId);
  await simulator.memberUnfollows(person.address, bankUserId);
  await bank.service.dispatcher.drain();
  await bank.say(11, '#trans 5 7 0');
  expect(bank.inbox(11).at(-1)).not.toMatch(/^Moved/);
  const again = await begin(request, 'person11');
  await bank.say(11, again.word ?? '');
  expect(await look(request, again.id)).toMatchObject({
    addressId: person.addressId,
    verifiedAgain: true,
  });
  expect(bank.inbox(11).at(-1)).toMatch(/is verified again.* [A-Z0-9]{6}$/);
  await bank.say(11, '#trans 5 7 0');
  expect(bank.inbox(11).at(-1)).toMatch(/^Moved/);
  expect(await removeAddress.run(request, { id: person.addressId })).toEqual({ removed: true });
  await bank.say(11, '#bal 7');
  expect(bank.inbox(11).at(-1)).toMatch(/^This is Tweet My Money/);
  const anew = await begin(request, 'person11');
  await bank.say(11, anew.word ?? '');
  expect((await look(request, anew.id)).addressId).not.toBe(person.addressId);
  expect(bank.inbox(11).at(-1)).toMatch(/^Welcome/);
});

it('continues under the new name when the account is renamed meanwhile, and verifies a renamed one again', async () => {
  const request = await signedIn(12);
  const begun = await begin(request, 'kim');
  const renamed = async (before: string, after: string) =>
    bank.service.conversation.happened([
      {
        institutionId: bank.fixture.institution.id,
        channel: 'x',
        externalId: `renamed ${after}`,
        event: 'handle_changed',
        address: xId('kim'),
        before,
        after,
      },
    ]);
  await renamed('kim', 'kimberly');
  expect(await look(request, begun.id)).toMatchObject({ state: 'pending', name: 'kimberly' });
  await dm('kim', begun.word ?? '');
  const { addressId } = await look(request, begun.id);
  // A later change of the handle locks money movement until the member proves the account again.
  await renamed('kimberly', 'kim');
  const locked = allowed(await listAddresses.run(request, {})).addresses.find(
    ({ id }) => id === addressId,
  );
  expect(locked).toMatchObject({ name: 'kim', moneyLocked: 'handle_changed' });
  const again = await begin(request, 'kim');
  await dm('kim', again.word ?? '');
  expect((await look(request, again.id)).addressId).toBe(addressId);
  const lifted = allowed(await listAddresses.run(request, {})).addresses.find(
    ({ id }) => id === addressId,
  );
  expect(lifted).toMatchObject({ moneyLocked: null });
});

it('logs no one-time code, code, text or address', async () => {
  const logged = bank.logged.join('\n');
  expect(logged).not.toMatch(/MINE42|Welcome|#bal/);
  expect(logged).not.toContain(xId('ann'));
});
