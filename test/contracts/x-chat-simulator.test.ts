import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { XSimulator } from '../../dev/simulators/x/simulator.ts';
import { failures, type ChatFailure } from '../../dev/simulators/x/chat/failures.ts';
import { giveChatPhone } from '../support/chat-world.ts';
import { bank, member, openSimulatedChat, stranger, textsOf } from '../support/simulated-chat.ts';

const botAnswer = z.object({ data: z.object({ id: z.string(), token: z.string() }) });
const between = [bank, member] as const;

async function call(
  simulator: XSimulator,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object } = {},
) {
  const answer = await simulator.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${token ?? simulator.giveToken(bank).accessToken}`,
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

describe('the simulated X Chat', () => {
  it('carries messages both ways, and never holds their text or a private key', async () => {
    const { simulator, institution, phone, delivered } = await openSimulatedChat();
    await phone.say('my plain question');
    await institution.say('my plain answer');
    expect(textsOf(await institution.read())).toEqual(['my plain question', 'my plain answer']);
    expect(textsOf(await phone.read())).toEqual(['my plain question', 'my plain answer']);
    expect(delivered.map(({ type, payload }) => [type, payload['sender_id']])).toEqual([
      ['chat.received', member],
      ['chat.sent', bank],
    ]);
    // The first message under a key brings the key change.
    expect(delivered.map(({ payload }) => 'conversation_key_change_event' in payload)).toEqual([
      true,
      false,
    ]);
    const held = Buffer.from(
      JSON.stringify(simulator.state, (_key, value: unknown) =>
        value instanceof Map || value instanceof Set ? [...value] : value,
      ),
    );
    for (const one of ['my plain question', 'my plain answer'])
      for (const form of [one, Buffer.from(one).toString('base64').slice(0, 16)])
        expect(held.includes(form)).toBe(false);
    for (const one of [phone, institution]) {
      const blob = Buffer.from(one.stored().privateKeys, 'base64');
      for (const half of [blob.subarray(0, 32), blob.subarray(32)])
        for (const form of ['base64', 'hex'] as const)
          expect(held.includes(half.toString(form).slice(0, 40))).toBe(false);
    }
  });

  it('shows a message that came twice once, or twice on an app that does not know ids', async () => {
    for (const showsRepeats of [false, true]) {
      const { institution, phone, simulator } = await openSimulatedChat({ showsRepeats });
      await phone.say('#bal');
      const prepared = await institution.prepare('Checking 7: $5.00');
      await institution.post(prepared);
      await institution.post(prepared);
      expect(simulator.chat.events(...between).length).toBe(4);
      expect((await phone.read()).length).toBe(showsRepeats ? 3 : 2);
      // An X that drops repeats takes it and adds nothing.
      simulator.faults.chat.dropsRepeats = true;
      await institution.post(prepared);
      expect(simulator.chat.events(...between).length).toBe(4);
    }
  });

  it.each(Object.keys(failures).filter((name): name is ChatFailure => name in failures))(
    'answers the failure %s inside a 201',
    async (failure) => {
      const { phone, simulator } = await openSimulatedChat();
      const prepared = await phone.prepare('#bal');
      const before = simulator.chat.events(...between).length;
      const body = {
        message_id: prepared.messageId,
        encoded_message_create_event: prepared.createEvent,
        encoded_message_event_signature: prepared.eventSignature,
      };
      simulator.faults.chat.sends.push(failure);
      const token = simulator.giveToken(member).accessToken;
      const path = `/2/chat/conversations/${bank}/messages`;
      const answer = await call(simulator, 'POST', path, { token, body });
      expect(answer.status).toBe(201);
      simulator.faults.chat.sends.push(failure);
      // The last attempt names it too; after two that prepare again, X takes the message.
      const isPreparedAgain =
        failure === 'not_latest_key_version' || failure === 'recipient_key_changed';
      if (isPreparedAgain) await phone.say('#bal');
      else await expect(phone.say('#bal')).rejects.toThrow(/X refused the message: \w+/);
      expect(simulator.chat.events(...between).length > before).toBe(isPreparedAgain);
    },
  );

  it('verifies signatures and versions by itself', async () => {
    const { phone, institution, simulator } = await openSimulatedChat();
    await phone.say('#bal');
    const prepared = await phone.prepare('#hist');
    const another = await phone.prepare('#holds');
    await expect(
      phone.post({ ...prepared, eventSignature: another.eventSignature }),
    ).rejects.toThrow('signatureFailedToVerifyAgainstPublicKey');
    await expect(phone.post({ ...prepared, messageId: crypto.randomUUID() })).rejects.toThrow(
      'signatureFailedToVerifyAgainstPublicKey',
    );
    await expect(phone.post({ ...prepared, createEvent: 'AA==' })).rejects.toThrow('emptyDetail');
    await expect(phone.post({ ...prepared, eventSignature: 'AA==' })).rejects.toThrow(
      'invalidSenderSignature',
    );
    // A key change makes the message's key an old one.
    await institution.read();
    await institution.changeKey();
    await expect(phone.post(prepared)).rejects.toThrow('nonLatestKeyVersion');
    // Another phone of the member makes the institution's key change necessary.
    await phone.changePhone();
    const path = `/2/chat/conversations/${member}/messages`;
    const answer = await institution.prepare('An answer');
    const sent = await call(simulator, 'POST', path, {
      body: {
        message_id: answer.messageId,
        encoded_message_create_event: answer.createEvent,
        encoded_message_event_signature: answer.eventSignature,
      },
    });
    expect(sent.status).toBe(201);
    expect(simulator.chat.events(...between).some((e) => e.messageId === answer.messageId)).toBe(
      false,
    );
    await institution.say('An answer after all');
    expect(textsOf(await phone.read())).toEqual(['#bal', 'An answer after all']);
  });

  it('refuses an older key of ours only when asked to', async () => {
    const { phone, institution, simulator } = await openSimulatedChat();
    await phone.say('#bal');
    await institution.read();
    const before = await institution.prepare('Signed before the rotation');
    await institution.changePhone();
    simulator.faults.chat.refusesOlderKeys = true;
    await expect(institution.post(before)).rejects.toThrow('invalidSenderSignature');
    simulator.faults.chat.refusesOlderKeys = false;
    await institution.post(before);
    expect(textsOf(await phone.read())).toContain('Signed before the rotation');
  });

  it('keeps a stranger’s message among the requests until somebody takes it', async () => {
    const { phone, institution, simulator, delivered } = await openSimulatedChat();
    const inbox = async () => (await call(simulator, 'GET', '/2/chat/conversations')).body;
    simulator.faults.chat.hidesRequests = true;
    await expect(institution.say('Welcome')).rejects.toThrow(/403/);
    await phone.say('#bal');
    expect(await inbox()).toMatchObject({ data: [], meta: { has_message_requests: true } });
    expect(delivered).toEqual([]);
    const events = await call(simulator, 'GET', `/2/chat/conversations/${member}/events`);
    expect(events.body).toMatchObject({ data: [{ is_trusted: false }, { is_trusted: false }] });
    simulator.chat.accepts(bank, member);
    expect(await inbox()).toMatchObject({
      data: [{ id: `${bank}-${member}`, participant_ids: [bank, member] }],
      meta: { has_message_requests: false },
    });
    await phone.say('#hist');
    expect(delivered.map(({ type }) => type)).toEqual(['chat.received']);
  });

  it('loses, doubles and delays deliveries on request, and replays under another sequence id', async () => {
    const { phone, simulator, delivered } = await openSimulatedChat();
    simulator.faults.chat.deliveries.push('lost', 'late', 'doubled', 'late');
    const ids: string[] = [];
    for (const text of ['lost', 'late', 'doubled', 'late too']) ids.push(await phone.say(text));
    const deliveredIds = () => delivered.map(({ payload }) => payload['id']);
    expect(deliveredIds()).toEqual([ids[2], ids[2]]);
    await simulator.chat.deliverLate('reversed');
    expect(deliveredIds().slice(2)).toEqual([ids[3], ids[1]]);
    await simulator.chat.replay(between, ids[0] ?? '');
    expect(deliveredIds().at(-1)).toBe(ids[0]);
    const sequence = simulator.chat
      .events(...between)
      .filter((event) => event.messageId === ids[0])
      .map(({ sequenceId }) => BigInt(sequenceId));
    expect(sequence.length).toBe(2);
    expect((sequence[1] ?? 0n) > (sequence[0] ?? 0n)).toBe(true);
  });

  it('fails calls before or after their work, as asked', async () => {
    const { phone, simulator } = await openSimulatedChat();
    const { chat } = simulator.faults;
    chat.reads.push('throttled', 'no_credit', 'server_error');
    const path = `/2/chat/conversations/${member}/events`;
    const throttled = await call(simulator, 'GET', path);
    expect(throttled.status).toBe(429);
    expect(throttled.headers.get('x-rate-limit-remaining')).toBe('0');
    expect((await call(simulator, 'GET', path)).status).toBe(402);
    expect((await call(simulator, 'GET', '/2/chat/conversations')).status).toBe(503);
    chat.sends.push('lost');
    await phone.conversationKey();
    await expect(phone.say('#bal')).rejects.toThrow();
    expect(textsOf(await phone.read())).toEqual(['#bal']);
    chat.keyChanges.push('lost', 'throttled');
    await expect(phone.changeKey()).rejects.toThrow();
    expect(simulator.chat.events(...between).map(({ kind }) => kind)).toEqual([
      'key_change',
      'message',
      'key_change',
    ]);
    await expect(phone.changeKey()).rejects.toThrow(/429/);
    chat.registrations.push('lost');
    await expect(phone.changePhone()).rejects.toThrow();
    expect(simulator.state.chat.keys.get(member)?.length).toBe(2);
  });

  it('makes bots, and only for the app', async () => {
    const { simulator } = await openSimulatedChat();
    const app = simulator.giveToken().accessToken;
    const make = async (token: string, handle: string) =>
      call(simulator, 'POST', '/2/bots', { token, body: { handle, display_name: 'Vantage' } });
    expect((await make(simulator.giveToken(bank).accessToken, 'vantagebot')).status).toBe(401);
    expect((await make(app, 'no')).status).toBe(400);
    expect((await make(app, 'member')).status).toBe(409);
    const made = await make(app, 'vantagebot');
    expect(made.status).toBe(201);
    const { id, token } = botAnswer.parse(made.body).data;
    expect(token).toMatch(/^xcbot_/);
    expect((await make(app, 'anotherbot')).status).toBe(403);
    const me = async (bearer: string) =>
      (await call(simulator, 'GET', '/2/users/me', { token: bearer })).status;
    expect(await me(token)).toBe(200);
    const rotation = await call(simulator, 'POST', `/2/bots/${id}/token`, { token: app });
    const rotated = botAnswer.parse(rotation.body).data;
    expect(await me(token)).toBe(401);
    expect(await me(rotated.token)).toBe(200);
    const again = botAnswer.parse((await make(app, 'vantagebot')).body).data;
    expect(again.id).toBe(id);
    expect(await me(rotated.token)).toBe(401);
    await call(simulator, 'DELETE', `/2/bots/${id}/token`, { token: app });
    expect(await me(again.token)).toBe(401);
    const permission = { token: app, body: { dm_permission: 'no_one' } };
    expect((await call(simulator, 'PUT', `/2/bots/${id}`, permission)).status).toBe(200);
    const listed = await call(simulator, 'GET', '/2/bots', { token: app });
    expect(listed.body).toMatchObject({ data: [{ id }], meta: { max_bots: 1 } });
    const phone = await giveChatPhone(simulator, { userId: stranger, peerId: id });
    await giveChatPhone(simulator, { userId: id, peerId: stranger, takesFrom: 'everyone' });
    await expect(phone.say('hello')).rejects.toThrow(/403/);
  });

  it('refuses malformed calls and other people’s conversations', async () => {
    const { simulator } = await openSimulatedChat();
    const app = simulator.giveToken().accessToken;
    const at = `/2/chat/conversations/${member}`;
    const post = async (path: string, body: object, token?: string) =>
      (await call(simulator, 'POST', path, { body, ...(token === undefined ? {} : { token }) }))
        .status;
    expect(await post(`${at}/messages`, { message_id: '1' })).toBe(400);
    expect(await post(`${at}/messages`, {}, app)).toBe(403);
    expect(await post(`${at}/messages`, {}, 'nobody')).toBe(401);
    expect(await post(`/2/chat/conversations/${member}-${stranger}/messages`, {})).toBe(400);
    expect(await post(`/2/chat/conversations/${bank}/messages`, {})).toBe(400);
    expect(await post('/2/chat/conversations/__proto__/messages', {})).toBe(400);
    expect(await post(`${at}/read`, {})).toBe(400);
    simulator.state.follows.add(`${member}>${bank}`);
    expect(await post(`${at}/keys`, { conversation_key_version: '1' })).toBe(400);
    expect(await post(`/2/users/${member}/public_keys`, {})).toBe(401);
    const [keys] = simulator.state.chat.keys.get(member) ?? [];
    const register = async (over: object) =>
      post(`/2/users/${bank}/public_keys`, {
        version: '1',
        generate_version: true,
        public_key: {
          public_key: keys?.publicKey,
          signing_public_key: keys?.signingPublicKey,
          identity_public_key_signature: keys?.identityPublicKeySignature,
          ...over,
        },
      });
    expect(await register({ identity_public_key_signature: 'AAAA' })).toBe(400);
    expect(await register({ public_key: keys?.signingPublicKey })).toBe(400);
    expect(await register({})).toBe(200);
    const pages = await call(simulator, 'GET', `${at}/events?max_results=101`);
    expect(pages.status).toBe(400);
  });

  it('withholds key changes on request', async () => {
    const { phone, institution, simulator, delivered } = await openSimulatedChat();
    simulator.faults.chat.withholdsKeyChanges = true;
    await phone.say('#bal');
    expect(await institution.read()).toEqual([]);
    expect(delivered[0]?.payload).not.toHaveProperty('conversation_key_change_event');
  });
});
