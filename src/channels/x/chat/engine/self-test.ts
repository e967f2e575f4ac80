import { Fault } from '../../../../kernel/fault.ts';
import type { ChatEngine, ChatSession, UserKeys } from './chat-engine.ts';
import { messageDetail, signatureOf, wrapEvent } from './outer-event.ts';

const us = '1000000001';
const peer = '1000000002';

/**
 * Lets the engine do everything that we rely on, with keys made for it, and refuses an engine that has changed: keys survive export and
 * import, a key change and a message arrive verified, and a changed bit, another sender and an unsigned message are rejected.
 * @throws Fault `x_chat_engine_changed`
 */
export async function assertEngineWorks(engine: ChatEngine): Promise<void> {
  try {
    await exercise(engine);
  } catch (error) {
    if (error instanceof Fault && error.code === 'x_chat_engine_changed') throw error;
    // Without the cause: it comes from code that had keys.
    throw changed('it failed');
  }
}

async function exercise(engine: ChatEngine): Promise<void> {
  const own = await identityOf(engine, us);
  const other = await identityOf(engine, peer);
  expect(await own.session.matches(own.record.publicKey), 'imported keys match their public key');
  expect(!(await own.session.matches(other.record.publicKey)), 'a foreign public key matches');
  const change = await other.session.prepareKeyChange([own.record, other.record]);
  const [signed] = change.signatures;
  if (!signed) throw changed('a key change has no signature');
  const changeEvent = wrapEvent({
    sequenceId: '1',
    messageId: signed.messageId,
    senderId: peer,
    conversationId: change.conversationId,
    createdAtMsec: '1',
    detail: Buffer.from(signed.detail, 'base64'),
    signature: signatureOf(signed),
  });
  const given = { conversationKeys: [], signers: [other.record] };
  const first = await own.session.read(changeEvent, given);
  const isKey = 'event' in first && first.event.kind === 'key_change';
  expect(isKey && same(first.event.key.key, change.key.key), 'a key change is read');
  const forger = { ...other.record, signingPublicKey: own.record.signingPublicKey };
  const forged = await own.session.read(changeEvent, { ...given, signers: [forger] });
  expect('rejected' in forged, 'a key change of somebody else is accepted');
  await exchange(own.session, other, change);
  await own.session.close();
  await other.session.close();
}

async function exchange(
  session: ChatSession,
  other: { readonly session: ChatSession; readonly record: UserKeys },
  { conversationId, key }: Awaited<ReturnType<ChatSession['prepareKeyChange']>>,
): Promise<void> {
  const text = '#bal ✓';
  const made = await other.session.encrypt({ conversationId, text, key });
  const content = Buffer.from(made.createEvent, 'base64');
  const event = (over: Partial<Parameters<typeof wrapEvent>[0]>, bytes = content) =>
    wrapEvent({
      sequenceId: '2',
      messageId: made.messageId,
      senderId: peer,
      conversationId,
      createdAtMsec: '2',
      detail: messageDetail(bytes.toString('base64')),
      signature: Buffer.from(made.eventSignature, 'base64'),
      ...over,
    });
  const given = { conversationKeys: [key], signers: [other.record] };
  const read = await session.read(event({}), given);
  const isText =
    'event' in read &&
    read.event.kind === 'message' &&
    read.event.content.type === 'text' &&
    read.event.content.text === text &&
    read.event.messageId === made.messageId;
  expect(isText, 'a message is read');
  const flipped = Buffer.from(content);
  // Inside the encrypted contents, behind the field's head of seven bytes.
  flipped.writeUInt8(flipped.readUInt8(20) ^ 1, 20);
  const wrong = [
    event({}, flipped),
    event({ senderId: us }),
    event({ messageId: '00000000-0000-4000-8000-000000000000' }),
    event({ conversationId: `${us}:1000000003` }),
    wrapEvent({
      sequenceId: '2',
      messageId: made.messageId,
      senderId: peer,
      conversationId,
      createdAtMsec: '2',
      detail: messageDetail(made.createEvent),
    }),
  ];
  for (const one of wrong)
    expect('rejected' in (await session.read(one, given)), 'an altered message is rejected');
}

async function identityOf(engine: ChatEngine, userId: string) {
  const { keys, record } = await engine.generate();
  expect(keys.length === 64, 'keys are 64 bytes');
  const session = await engine.open({ userId, version: record.version, keys });
  keys.fill(0);
  return { session, record: { ...record, userId } };
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw changed(what);
}

function changed(what: string): Fault {
  return new Fault({
    code: 'x_chat_engine_changed',
    message: `X’s chat engine does not do what this version relies on (${what}): install the version that package.json names`,
    retryable: false,
  });
}
