import { Validator } from '@seriousme/openapi-schema-validator';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { parse as parseOfx } from 'ofx-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { totpAt } from '../../src/access/totp.ts';
import { present } from '../../src/kernel/assert.ts';
import { webOperations } from '../../src/web/site/site.ts';
import { accountEnrollments } from '../../src/operations/messages/begin-account-enrollment.ts';
import { staffRefusals } from '../../src/operations/refusals/staff.ts';
import { readLetters } from './api-letters.ts';
import { staffOperations } from '../../src/operations/staff-operations.ts';
import type { ApiClient } from '../support/api-client.ts';
import {
  apiPassword,
  firstId,
  withIds,
  memberNumberOf,
  openApiSite,
  type ApiSite,
} from '../support/api-site.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { startPushService } from '../support/push-service.ts';
import { askAboutTransfer, downloadYear, setAndEndAlerts } from '../support/api-calls.ts';
import { createCarrier } from '../support/carrier.ts';

/**
 * Calls every operation of the API over HTTP, and checks each answer against the served
 * description.
 */
let opened: ApiSite;
beforeAll(async () => {
  opened = await openApiSite();
});
afterAll(async () => opened.db[Symbol.asyncDispose]());

describe('access', () => {
  it('activates with a passkey, signs in and verifies with it', async () => {
    const api = opened.client();
    const device = createAuthenticator('https://bank.example');
    /* oxlint-disable typescript/no-unsafe-type-assertion -- the library made the options, which have these types */
    const register = (given: Record<string, unknown>, by = device) =>
      by.register(given['options'] as PublicKeyCredentialCreationOptionsJSON);
    const sign = (given: Record<string, unknown>) =>
      device.sign(given['options'] as PublicKeyCredentialRequestOptionsJSON);
    /* oxlint-enable typescript/no-unsafe-type-assertion */
    await api.do('beginActivation', {
      memberNumber: memberNumberOf(0),
      code: await opened.invite(0),
    });
    await api.do('activateWithPasskey', {
      response: register(await api.do('beginActivationPasskey')),
      name: 'Phone',
    });
    await api.do('verifyWithPasskey', { response: sign(await api.do('beginVerification')) });
    const other = createAuthenticator('https://bank.example');
    await api.do('addPasskey', {
      response: register(await api.do('beginPasskeyAddition'), other),
      name: 'Key',
    });
    const { passkeys } = await api.do('listPasskeys');
    await api.do('renamePasskey', { id: firstId(passkeys), name: 'Telephone' });
    await api.do('readAccess');
    await api.do('listSecurityEvents', { limit: 5 });
    const again = opened.client();
    await again.do('finishPasskeySignIn', { response: sign(await again.do('beginPasskeySignIn')) });
    const { sessions } = z
      .object({ sessions: z.array(z.object({ id: z.string(), current: z.boolean() })) })
      .parse(await api.do('listSessions'));
    const theirs = present(
      sessions.find(({ current }) => !current),
      'the other browser',
    );
    await api.do('endSession', { id: theirs.id });
    expect(await again.refusal('listShares')).toBe('sign_in_first');
    await api.do('endOtherSessions');
    await api.do('removePasskey', { id: firstId(passkeys) });
    await api.do('readSession');
    await api.do('signOut');
    expect(await api.refusal('readAccess')).toBe('sign_in_first');
  });

  it('with a password: apiPassword and an authenticator app', async () => {
    const { api, secret, recoveryCodes } = await opened.activated(1);
    await api.do('verifyWithPassword', {
      password: apiPassword,
      code: totpAt(secret, opened.service.clock.now()),
    });
    opened.service.clock.advance({ seconds: 90 });
    await api.do('setPassword', { password: 'another lamp by the harbour' });
    await api.do('newRecoveryCodes');
    await api.do('setUpTotp');
    const setup = z.object({ secret: z.string() }).parse(await api.do('readTotpSetup'));
    await api.do('confirmTotp', { code: totpAt(setup.secret, opened.service.clock.now()) });
    expect(recoveryCodes).toHaveLength(10);
    opened.service.clock.advance({ seconds: 90 });
    const again = opened.client();
    await again.do('signInWithPassword', {
      memberNumber: memberNumberOf(1),
      password: 'another lamp by the harbour',
    });
    await again.do('finishPasswordSignIn', {
      code: totpAt(setup.secret, opened.service.clock.now()),
    });
    expect(await again.do('readSession')).toMatchObject({ member: { number: memberNumberOf(1) } });
  });
});

describe('accounts', () => {
  let api: ApiClient;
  beforeAll(async () => {
    ({ api } = await opened.activated(2));
  });

  it('reads shares, history, holds, checks and balances', async () => {
    const { shares } = z
      .object({ shares: z.array(z.object({ suffix: z.string() })) })
      .parse(await api.do('listShares'));
    expect(shares.map(({ suffix }) => suffix).toSorted()).toEqual(['0', '7']);
    expect(await api.do('readShare', { suffix: '7' })).toMatchObject({
      available: '1000.00',
      currency: 'USD',
    });
    await api.do('listHistory', { suffix: '7', only: 'in', count: 1 });
    await api.do('searchEntries', { find: 'groceries', direction: 'out', sum: true, count: 1 });
    expect(await api.refusal('searchEntries', { suffix: '99' })).toBe('not_found');
    expect(await api.refusal('searchEntries', { order: 'oldest' })).toBe('input_invalid');
    await api.do('listHolds', { suffix: '7' });
    await api.do('listChecks', { suffix: '7', number: '1042' });
    await api.do('readBalances', { suffix: '7', days: 30 });
    expect(await api.refusal('readShare', { suffix: '9' })).toBe('not_found');
    expect(await api.refusal('listHistory', { suffix: '7', count: 'many' })).toBe('input_invalid');
  });

  it('moves money once for a nonce, and previews it first', async () => {
    const order = { from: '7', to: '0', amount: '12.34' };
    const review = await api.do('reviewTransfer', order);
    expect(review).toMatchObject({
      from: { before: '1000.00', after: '987.66' },
      to: { before: '500.00', after: '512.34' },
      overdraws: false,
    });
    const made = await Promise.all(
      Array.from({ length: 5 }, async () =>
        api.do('makeTransfer', { ...order, nonce: review['nonce'] }),
      ),
    );
    expect(made.filter(({ already }) => already === false)).toHaveLength(1);
    expect(await api.do('readShare', { suffix: '7' })).toMatchObject({ available: '987.66' });
    expect(
      await api.refusal('makeTransfer', { ...order, amount: '1', nonce: review['nonce'] }),
    ).toBe('transfer_reused');
    const nonce = '00000000-0000-4000-8000-000000000001';
    expect(await api.refusal('makeTransfer', { ...order, amount: '1e3', nonce })).toBe(
      'amount_malformed',
    );
    expect(await api.refusal('makeTransfer', { ...order, amount: '0', nonce })).toBe(
      'amount_not_positive',
    );
    expect(await api.refusal('makeTransfer', { ...order, to: '7', nonce })).toBe('same_share');
    expect(await api.refusal('makeTransfer', { ...order, amount: '987.67', nonce })).toBe(
      'funds_insufficient',
    );
    expect(await api.refusal('makeTransfer', { ...order, amount: '10000.01', nonce })).toBe(
      'transfer_limit',
    );
    const { entries } = z
      .object({ entries: z.array(z.object({ amount: z.string() })) })
      .parse(await api.do('listHistory', { suffix: '7', only: 'transfers' }));
    expect(entries.map(({ amount }) => amount)).toEqual(['-12.34']);
  });

  it('gives statements to read and as files for other programs', async () => {
    const { months } = z
      .object({ months: z.array(z.string()) })
      .parse(await api.do('listStatementMonths', { suffix: '7' }));
    const month = present(months[0], 'this month has a statement');
    const statement = await api.do('readStatement', { suffix: '7', month });
    const csv = await api.do('downloadStatement', { suffix: '7', month, as: 'csv' });
    expect(String(csv['content']).split('\r\n')[0]).toBe(
      'date,description,kind,check_number,amount,balance,number',
    );
    const { content } = await api.do('downloadStatement', { suffix: '7', month, as: 'ofx' });
    const read: unknown = await parseOfx(String(content));
    const ledger = JSON.stringify(read);
    expect(ledger).toContain(`"BALAMT":"${String(statement['closing'])}"`);
    const { accountId } = present(
      (
        await opened.db.query<{ accountId: string }>(
          'select account_id as "accountId" from shares where institution_id = $1 limit 1',
          [opened.service.fixture.institution.id],
        )
      )[0],
      'there are shares',
    );
    expect(String(content)).not.toContain(accountId);
    expect(String(content)).not.toContain(memberNumberOf(2));
    expect(await api.refusal('readStatement', { suffix: '7', month: '2199-01' })).toBe('not_found');
    await downloadYear(api, month);
  });

  it('shows one transaction, takes a question and a dispute about it, and withdraws it', async () =>
    askAboutTransfer(api));

  it('names shares', async () => {
    await api.do('renameShare', { suffix: '0', nickname: 'Boat' });
    await api.do('changeSuffix', { suffix: '0', chosen: '4' });
    expect(await api.refusal('readShare', { suffix: '0' })).toBe('not_found');
    expect(await api.refusal('changeSuffix', { suffix: '4', chosen: '7' })).toBe('suffix_taken');
    expect(await api.refusal('changeSuffix', { suffix: '7', chosen: '0' })).toBe('suffix_retired');
    await api.do('setDefaultShare', { suffix: '4' });
    await api.do('setTransferSource', { suffix: '7' });
    expect(await api.do('readShare', { suffix: '4' })).toMatchObject({
      nickname: 'Boat',
      isDefault: true,
    });
  });
});

describe('messages', () => {
  let api: ApiClient;
  let secret: string;
  let id: string;
  beforeAll(async () => {
    ({ api, secret } = await opened.activated(3));
    const { addresses } = await api.do('listAddresses');
    id = firstId(addresses);
  });

  it('rules an address and its code', async () => {
    const agreedTo = ['regulation_e', 'esign', 'sms_terms'];
    await api.do('setAddressRights', {
      id,
      agreedTo,
      mayMoveMoney: true,
      perTransfer: '100.00',
      perDay: '',
    });
    await api.do('showCode', { id });
    await api.do('changeCode', { id, chosen: '' });
    await api.do('pauseAddress', { id });
    await api.do('resumeAddress', { id });
    await api.do('readLimits');
    await api.do('listDisputes');
    await readLetters(api, opened);
    await api.do('listMessages');
    await api.do('listCommands');
    await api.do('listAnswers');
    await api.do('checkMessage', { text: 'Nothing that we sent. ABCDEF' });
    await api.do('tryText', { text: '#bal 7' });
    await api.do('setTimeZone', { zone: 'America/Denver' });
    await api.do('lockService');
    // The session was verified before the lock.
    expect(await api.refusal('unlockService')).toBe('verify_first');
    await api.do('verifyWithPassword', {
      password: apiPassword,
      code: totpAt(secret, opened.service.clock.now()),
    });
    await api.do('unlockService');
    const { addresses } = await api.do('listAddresses');
    for (const address of withIds.parse(addresses)) {
      const { status, body } = await api.call('unlockMoney', { id: address.id });
      expect([200, 404, 409], JSON.stringify(body)).toContain(status);
    }
  });

  it('sets alerts and quiet hours, and ends them', async () => setAndEndAlerts(api));

  it('enrolls accounts and a phone', async () => {
    const agreedTo = ['regulation_e', 'esign', 'sms_terms'];
    const rights = { mayMoveMoney: false, perTransfer: '', perDay: '' };
    for (const { id } of Object.values(accountEnrollments)) {
      const account = await api.do(id, { handle: '@apimember', agreedTo, ...rights });
      const read = await api.do('readEnrollment', { id: account['id'] });
      expect(read).toMatchObject({ state: 'pending', sendTo: 'myvcu' });
      await api.do('cancelEnrollment', { id: account['id'] });
    }
    const phone = await api.do('beginPhoneEnrollment', {
      number: '(314) 555-0177',
      agreedTo,
      ...rights,
    });
    const carrier = createCarrier({
      db: opened.db,
      fixture: opened.service.fixture,
      world: opened.service.world,
    });
    await carrier.drain();
    const word = /\d{8}/.exec(carrier.sent.at(-1)?.text ?? '')?.[0];
    expect(await api.refusal('finishPhoneEnrollment', { id: phone['id'], word: '00000000' })).toBe(
      'word_wrong',
    );
    const { status, body } = await api.call('finishPhoneEnrollment', {
      id: phone['id'],
      word: present(word, 'a word was sent'),
    });
    expect(status, JSON.stringify(body)).toBe(200);
    await api.do('removeAddress', { id });
  });
});

describe('the app', () => {
  it('opens its conversation, takes a message once, and tells how far it was read', async () => {
    const { api } = await opened.activated(4);
    expect(await api.do('readAppAddress')).toMatchObject({ offered: true, opened: false });
    expect(await api.refusal('listAppMessages')).toBe('app_not_opened');
    await api.do('openAppAddress');
    const id = opened.service.world.ids.next();
    const first = await api.do('sendAppMessage', { id, text: '#bal 7' });
    expect(first).toMatchObject({ repeated: false, tooLate: false, stopped: false });
    // The same id in capitals is the same id.
    const again = await api.do('sendAppMessage', { id: id.toUpperCase(), text: '#bal 7' });
    expect(again).toEqual({ ...first, repeated: true });
    expect(await api.do('listAppMessages', { limit: 1 })).toMatchObject({
      messages: [{ clientId: id, text: '#bal 7' }],
    });
    expect(await api.do('markAppMessagesRead', { place: first['place'] })).toEqual({
      readPlace: first['place'],
    });
    const { api: other } = await opened.activated(5);
    await other.do('openAppAddress');
    expect(await other.refusal('sendAppMessage', { id, text: '#bal 7' })).toBe('message_id_taken');
    expect(await other.do('listAppMessages')).toMatchObject({ messages: [] });
  });
});

describe('approvals and devices', () => {
  it('approves by passkey what waits, or declines it, and names the devices that hear of it', async () => {
    const { api } = await opened.activated(6);
    const device = createAuthenticator('https://bank.example');
    /* oxlint-disable typescript/no-unsafe-type-assertion -- the library made the options, which have these types */
    await api.do('addPasskey', {
      response: device.register(
        (await api.do('beginPasskeyAddition'))['options'] as PublicKeyCredentialCreationOptionsJSON,
      ),
      name: 'Phone',
    });
    const signed = async (id: string) =>
      device.sign(
        (await api.do('beginApproval', { id }))['options'] as PublicKeyCredentialRequestOptionsJSON,
      );
    /* oxlint-enable typescript/no-unsafe-type-assertion */
    await opened.service.say(6, '#trans 150 7 0');
    await opened.service.say(6, '#trans 160 7 0');
    const { approvals } = await api.do('listApprovals');
    const [second, first] = withIds.parse(approvals).map(({ id }) => id);
    const id = present(first, 'it waits');
    expect(await api.do('approveTransfer', { id, response: await signed(id) })).toMatchObject({
      state: 'posted',
    });
    await api.do('declineApproval', { id: second });
    expect(await api.refusal('declineApproval', { id: second })).toBe('approval_over');
    expect(await api.do('readShare', { suffix: '7' })).toMatchObject({ available: '850.00' });

    const service = await startPushService();
    await api.do('readPushKey');
    const added = await api.do('addDevice', { ...service.subscribe(), label: 'Phone' });
    await service[Symbol.asyncDispose]();
    expect(await api.do('listDevices')).toMatchObject({
      devices: [{ id: added['id'], label: 'Phone', push: true, current: true }],
    });
    await api.do('removeDevice', { id: added['id'] });
    const { devices } = await api.do('listDevices');
    await api.do('signOutDevice', { id: firstId(devices) });
    expect(await api.refusal('listDevices')).toBe('sign_in_first');
  });
});

describe('the description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const response = await opened.site.request('https://bank.example/api/v1/openapi.json');
    const description = z.record(z.string(), z.unknown()).parse(await response.json());
    const result = await new Validator().validate(description);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('offers no staff operation, by description or by path', async () => {
    const response = await opened.site.request('https://bank.example/api/v1/openapi.json');
    const text = await response.text();
    const refused = Object.keys(staffRefusals);
    const ids = staffOperations.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    for (const name of [...ids, ...refused]) expect(text).not.toContain(`"${name}"`);
    const theirs = new Set<string>(webOperations.map(({ id }) => id));
    expect(ids.filter((id) => theirs.has(id))).toEqual([]);
    expect(staffOperations.filter((one) => 'path' in one || 'method' in one)).toEqual([]);
  });

  it('describes only what these tests have called', () => {
    const left = webOperations.map(({ id }) => id).filter((id) => !opened.exercised.has(id));
    expect(left).toEqual([]);
  });
});
