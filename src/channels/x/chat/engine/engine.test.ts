import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatEngine, ChatSession, PublicRecord } from './chat-engine.ts';
import { testedEngine } from './engine-of-process.ts';
import { assertEngineWorks } from './self-test.ts';
import { type SignedPart, signedPartOf } from './signed-part.ts';
import { openThreadedEngine } from './threaded-engine.ts';
import { openWasmEngine } from './wasm-engine.ts';

const opened = { here: openWasmEngine, thread: async () => openThreadedEngine() };

describe.each(['here', 'thread'] as const)('X’s chat engine, run %s', (where) => {
  let engine: ChatEngine;
  beforeAll(async () => {
    engine = await opened[where]();
  });
  afterAll(async () => engine[Symbol.asyncDispose]());

  it('passes its self-test', async () => {
    await expect(assertEngineWorks(engine)).resolves.toBeUndefined();
  });

  it('leaves the caller’s keys as they are, and uses them again after a restart', async () => {
    const { keys, record } = await engine.generate();
    const before = Buffer.from(keys).toString('hex');
    const one = await engine.open({ userId: '1', version: record.version, keys });
    await one.close();
    expect(Buffer.from(keys).toString('hex')).toBe(before);
    const again = await engine.open({ userId: '1', version: record.version, keys });
    expect(await again.matches(record.publicKey)).toBe(true);
    expect(await again.fingerprint()).toBe(record.publicKeyFingerprint);
  });

  it('refuses keys that are none, and tells nothing of them', async () => {
    const keys = Buffer.alloc(64, 0xff);
    await expect(engine.open({ userId: '1', version: '1', keys })).rejects.toMatchObject({
      code: 'x_chat_keys_unusable',
    });
  });

  it('rejects what is no event', async () => {
    const { keys, record } = await engine.generate();
    const session = await engine.open({ userId: '1', version: record.version, keys });
    for (const text of ['AAAA', '', 'not base64', 'CwABAAAABDkw'])
      expect(await session.read(text, { conversationKeys: [], signers: [] })).toEqual({
        rejected: 'unreadable',
      });
  });
});

/** The engine with sessions that differ in this. */
function withSession(
  engine: ChatEngine,
  over: (session: ChatSession) => Partial<ChatSession>,
): ChatEngine {
  return {
    ...engine,
    open: async (identity) => {
      const session = await engine.open(identity);
      return { ...session, ...over(session) };
    },
  };
}

type Given = Parameters<ChatSession['read']>[1];

const isForged = (signers: readonly PublicRecord[], keys: readonly unknown[]) =>
  keys.length === 0 && signers.length > 0;

/** One alteration each, told by what the self-test sends. */
const altered: Readonly<Record<string, (part: SignedPart | undefined, given: Given) => boolean>> = {
  'an unsigned message': (part) => part === undefined,
  'a message of another sender': (part) => part?.senderId === '1000000001',
  'a message with another id': (part) => part?.messageId.startsWith('00000000-') ?? false,
  'a message of another conversation': (part) =>
    part?.conversationId.endsWith(':1000000003') ?? false,
  'a message with another bit': (part, { conversationKeys, signers }) =>
    !isForged(signers, conversationKeys) &&
    part?.senderId === '1000000002' &&
    !part.messageId.startsWith('00000000-') &&
    part.conversationId === '1000000001:1000000002',
  'a key change of somebody else': (_part, { conversationKeys, signers }) =>
    isForged(signers, conversationKeys),
};

describe('the self-test', () => {
  const broken: readonly (readonly [string, (engine: ChatEngine) => ChatEngine, RegExp?])[] = [
    [
      'accepts altered messages',
      (engine) =>
        withSession(engine, (session) => ({
          read: async (...asked) => {
            const result = await session.read(...asked);
            return 'rejected' in result ? { event: { kind: 'other', name: 'typing' } } : result;
          },
        })),
    ],
    [
      'gives keys of another length',
      (engine) => ({
        ...engine,
        generate: async () => {
          const made = await engine.generate();
          return { ...made, keys: made.keys.subarray(0, 32) };
        },
      }),
      /keys are 64 bytes/,
    ],
    [
      'takes a foreign key for its own',
      (engine) => withSession(engine, () => ({ matches: async () => true })),
    ],
    [
      'does not know its own key',
      (engine) => withSession(engine, () => ({ matches: async () => false })),
    ],
    ...Object.entries(altered).map(
      ([what, isSo]) =>
        [
          `accepts ${what}`,
          (engine: ChatEngine) =>
            withSession(engine, (session) => ({
              read: async (event, given) => {
                const result = await session.read(event, given);
                const isAccepted = 'rejected' in result && isSo(signedPartOf(event), given);
                return isAccepted ? { event: { kind: 'other', name: 'typing' } } : result;
              },
            })),
        ] as const,
    ),
    ['fails', (engine) => ({ ...engine, generate: async () => Promise.reject(new Error('x')) })],
  ];
  it.each(broken.map(([what, changed, said = /does not do what/]) => ({ what, changed, said })))(
    'refuses an engine that $what',
    async ({ changed, said }) => {
      const engine = await openWasmEngine();
      await expect(assertEngineWorks(changed(engine))).rejects.toMatchObject({
        code: 'x_chat_engine_changed',
        message: expect.stringMatching(said),
      });
    },
  );
});

describe('the engine of a process', () => {
  it('is given to nobody before it has passed its test', async () => {
    const engine = await openWasmEngine();
    const generate = async () => Promise.reject(new Error('x'));
    const given = testedEngine(() => ({ ...engine, generate, ended: () => false }));
    for (let time = 0; time < 2; time += 1)
      await expect(given()).rejects.toMatchObject({ code: 'x_chat_engine_changed' });
  });

  it('is one for all, and another after it has ended', async () => {
    const given = testedEngine(openThreadedEngine);
    const first = await given();
    expect(await given()).toBe(first);
    await first[Symbol.asyncDispose]();
    const second = await given();
    expect(second).not.toBe(first);
    await second[Symbol.asyncDispose]();
  });
});

it('tells that a thread has ended, and leaves no call waiting', async () => {
  const engine = openThreadedEngine();
  await engine.generate();
  await engine[Symbol.asyncDispose]();
  expect(engine.ended()).toBe(true);
  await expect(engine.generate()).rejects.toMatchObject({ code: 'x_chat_engine_ended' });
});
