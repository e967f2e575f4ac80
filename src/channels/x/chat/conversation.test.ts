import { beforeAll, describe, expect, it } from 'vitest';
import { conversationIdOf, peerIn, readIn } from './conversation.ts';
import type { ChatEngine, ConversationKey, UserKeys } from './engine/chat-engine.ts';
import { messageDetail, wrapEvent } from './engine/outer-event.ts';
import { signedPartOf } from './engine/signed-part.ts';
import { openWasmEngine } from './engine/wasm-engine.ts';
import { loadWasmChat } from './engine/wasm-module.ts';
import { isSamePart, partOfMessage } from './own-events.ts';

const [us, peer, third] = ['1111111111', '2222222222', '3333333333'];
const group = 'g1234567890';

describe('the other user of a conversation', () => {
  it.each([
    [`${us}:${peer}`, peer],
    [`${peer}-${us}`, peer],
    [peer, peer],
    [group, undefined],
    [`${group}:${us}`, undefined],
    [`${peer}:${third}`, undefined],
    [`${us}:${peer}:${third}`, undefined],
    ['', undefined],
  ])('in %j is %j', (conversationId, found) => {
    expect(peerIn(conversationId, us)).toBe(found);
  });
});

async function identity(engine: ChatEngine, userId: string) {
  const { keys, record } = await engine.generate();
  const session = await engine.open({ userId, version: record.version, keys });
  return { userId, keys, session, record: { ...record, userId } satisfies UserKeys };
}

describe('a message of a conversation', () => {
  let key: ConversationKey;
  let people: Readonly<Record<'us' | 'peer' | 'third', Awaited<ReturnType<typeof identity>>>>;
  beforeAll(async () => {
    const engine = await openWasmEngine();
    people = {
      us: await identity(engine, us),
      peer: await identity(engine, peer),
      third: await identity(engine, third),
    };
    ({ key } = await people.us.session.prepareKeyChange([people.us.record, people.peer.record]));
  });

  /** What its sender signed for this conversation, delivered in ours. */
  const read = async (
    from: 'peer' | 'third' | 'us',
    conversationId: string,
    given: { readonly signers?: readonly UserKeys[] } = {},
  ) => {
    const made = await people[from].session.encrypt({ conversationId, text: '#bal', key });
    const event = wrapEvent({
      sequenceId: '1',
      messageId: made.messageId,
      senderId: people[from].userId,
      conversationId,
      createdAtMsec: '1',
      detail: messageDetail(made.createEvent),
      signature: Buffer.from(made.eventSignature, 'base64'),
    });
    const account = {
      userId: us,
      sessions: [people.us.session],
      ownKeys: [people.us.record],
    };
    return readIn(account, peer, {
      event,
      conversationKeys: [key],
      peerKeys: given.signers ?? [people.peer.record],
    });
  };

  it('counts if one of the two has signed it for this conversation', async () => {
    for (const from of ['peer', 'us'] as const)
      expect(await read(from, conversationIdOf(us, peer))).toMatchObject({
        event: { kind: 'message', content: { text: '#bal' } },
      });
  });

  it.each([
    ['for a group', 'peer', group, ['peer']],
    ['for another conversation', 'peer', conversationIdOf(peer, third), ['peer']],
    ['by somebody else', 'third', conversationIdOf(us, peer), ['peer', 'third']],
  ] as const)('does not count if it was signed %s', async (_how, from, conversationId, known) => {
    const signers = known.map((name) => people[name].record);
    expect(await read(from, conversationId, { signers })).toEqual({ rejected: 'unverified' });
  });

  it('says what is new in it, and nothing of the message that it quotes', async () => {
    const conversationId = conversationIdOf(us, peer);
    const chat = new (await loadWasmChat())();
    chat.importKeys(Uint8Array.from(people.peer.keys), people.peer.record.version);
    chat.setIdentity(peer, people.peer.record.version);
    const made: unknown = chat.encryptReply({
      conversationId,
      text: 'what is that?',
      replyToSequenceId: '7',
      replyToSenderId: us,
      replyToText: '#trans 600 7 0',
      conversationKey: key.key,
      conversationKeyVersion: key.version,
    });
    chat.free();
    const field = (name: string) => String(Reflect.get(Object(made), name));
    const event = wrapEvent({
      sequenceId: '8',
      messageId: field('messageId'),
      senderId: peer,
      conversationId,
      createdAtMsec: '1',
      detail: messageDetail(field('encryptedContent')),
      signature: Buffer.from(field('encodedEventSignature'), 'base64'),
    });
    const signers = [people.peer.record];
    const { session } = people.us;
    expect(await session.read(event, { conversationKeys: [key], signers })).toMatchObject({
      event: { content: { type: 'text', text: 'what is that?', hasAttachments: false } },
    });
    // The quote was there.
    const chatOfUs = new (await loadWasmChat())();
    chatOfUs.importKeys(Uint8Array.from(people.us.keys), people.us.record.version);
    const raw = chatOfUs.decryptEvent(
      event,
      { [key.version]: key.key },
      signers.map((one) => ({
        userId: one.userId,
        publicKeyVersion: one.version,
        publicKey: one.signingPublicKey,
        identityPublicKey: one.publicKey,
        identityPublicKeySignature: one.identityPublicKeySignature,
      })),
    );
    chatOfUs.free();
    expect(JSON.stringify(raw)).toContain('#trans 600 7 0');
  });
});

describe('the signed part of an event', () => {
  const posted = {
    message_id: '11111111-2222-4333-8444-555555555555',
    encoded_message_create_event: Buffer.from([11, 0, 101, 0, 0, 0, 1, 49, 0]).toString('base64'),
    encoded_message_event_signature: Buffer.from([11, 0, 1, 0, 0, 0, 1, 50, 0]).toString('base64'),
  };
  const part = partOfMessage({ userId: us, peerId: peer }, posted);
  const event = (over: Partial<Parameters<typeof wrapEvent>[0]> = {}) =>
    wrapEvent({
      sequenceId: '9',
      messageId: posted.message_id,
      senderId: us,
      conversationId: conversationIdOf(us, peer),
      createdAtMsec: '1796000000000',
      detail: messageDetail(posted.encoded_message_create_event),
      signature: Buffer.from(posted.encoded_message_event_signature, 'base64'),
      ...over,
    });

  it('is the same whatever X adds', () => {
    expect(isSamePart(part, event())).toBe(true);
    expect(isSamePart(part, event({ sequenceId: '10', createdAtMsec: '1' }))).toBe(true);
  });

  it.each([
    ['id', { messageId: '11111111-2222-4333-8444-555555555556' }],
    ['sender', { senderId: peer }],
    ['conversation', { conversationId: `${us}:${third}` }],
    [
      'contents',
      { detail: messageDetail(Buffer.from([11, 0, 101, 0, 0, 0, 1, 50, 0]).toString('base64')) },
    ],
    ['signature', { signature: Buffer.from([11, 0, 1, 0, 0, 0, 1, 51, 0]) }],
  ])('is another with another %s', (_what, over) => {
    expect(isSamePart(part, event(over))).toBe(false);
    expect(signedPartOf(event(over))).toBeDefined();
  });

  it('is another where bytes move from one part to the next', () => {
    const parts = [
      { senderId: '12', conversationId: '3:45' },
      { senderId: '123', conversationId: ':45' },
    ].map((over) => signedPartOf(event(over)));
    expect(parts[0]?.digest).toBeDefined();
    expect(parts[0]?.digest).not.toEqual(parts[1]?.digest);
  });

  it('is none where X’s form is another', () => {
    const bytes = Buffer.from(event(), 'base64');
    const twice = Buffer.concat([bytes.subarray(0, -1), bytes]);
    const cut = (length: number) => bytes.subarray(0, length).toString('base64');
    expect(signedPartOf(twice.toString('base64'))).toBeUndefined();
    expect(signedPartOf(Buffer.concat([bytes, Buffer.of(0)]).toString('base64'))).toBeUndefined();
    expect(signedPartOf(event({ messageId: '#bal\u0000' }))).toBeUndefined();
    for (const text of ['', 'AAAA', '/////w==', cut(bytes.length - 1), cut(30), cut(3)])
      expect(signedPartOf(text)).toBeUndefined();
    // Lists, maps and structs inside each other end, whatever lengths they claim.
    for (const type of [12, 13, 14, 15])
      expect(
        signedPartOf(
          Buffer.concat([Buffer.from([type, 0, 7]), Buffer.alloc(60, 15)]).toString('base64'),
        ),
      ).toBeUndefined();
  });
});
