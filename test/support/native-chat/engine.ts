import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ChatEngine, ChatSession } from '../../../src/channels/x/chat/engine/chat-engine.ts';

const script = fileURLToPath(new URL('peer.py', import.meta.url));

/**
 * The Python that has X's native engine: `TMM_TEST_PYTHON`, or `python3`.
 * @returns `undefined`, with a printed notice, if the package is missing (`pip install chatxdk==0.5.2`)
 */
export function nativePython(): string | undefined {
  const python = process.env['TMM_TEST_PYTHON'] ?? 'python3';
  const { status } = spawnSync(python, ['-c', 'import chat_xdk'], { stdio: 'ignore' });
  if (status === 0) return python;
  process.stdout.write(
    `skipped: ${python} has no chat_xdk; run pip install chatxdk==0.5.2, or name another by TMM_TEST_PYTHON\n`,
  );
  return undefined;
}

/** X's native engine in a process of its own, behind our port. */
export function openNativeEngine(python: string): ChatEngine {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the script's answers have the port's shapes, and the tests compare them
  const call = async <Answer>(name: string, given: object): Promise<Answer> => {
    const answer = last.then(async () => {
      child.stdin.write(`${JSON.stringify({ call: name, given })}\n`);
      const { value } = await lines.next();
      const told: unknown = JSON.parse(String(value), bytesIn);
      if (typeof told !== 'object' || told === null || !('answer' in told))
        throw new Error(`the native engine failed: ${String(value)}`);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      return told.answer as Answer;
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    generate: async () => call('generate', {}),
    open: async (identity) => {
      const { session } = await call<{ session: string }>('open', {
        ...identity,
        keys: Buffer.from(identity.keys).toString('base64'),
      });
      return sessionOf(call, session, identity);
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await new Promise((resolve) => {
        child.once('close', resolve);
      });
    },
  };
}

type Call = <Answer>(name: string, given: object) => Promise<Answer>;

function sessionOf(
  call: Call,
  session: string,
  { userId, version }: { readonly userId: string; readonly version: string },
): ChatSession {
  const textKey = ({
    version: of,
    key,
  }: {
    readonly version: string;
    readonly key: Uint8Array;
  }) => ({
    version: of,
    key: Buffer.from(key).toString('base64'),
  });
  return {
    userId,
    version,
    matches: async () => Promise.reject(new Error('the peer is not asked this')),
    fingerprint: async () => Promise.reject(new Error('the peer is not asked this')),
    prepareKeyChange: async (all) => call('prepareKeyChange', { session, all }),
    encrypt: async ({ key, ...message }) =>
      call('encrypt', { session, ...message, key: textKey(key) }),
    read: async (event, { conversationKeys, signers }) =>
      call('read', { session, event, signers, conversationKeys: conversationKeys.map(textKey) }),
    close: async () => void (await call('close', { session })),
  };
}

/** Keys are bytes, in base64 on the way. */
function bytesIn(name: string, value: unknown): unknown {
  return (name === 'key' || name === 'keys') && typeof value === 'string'
    ? Uint8Array.from(Buffer.from(value, 'base64'))
    : value;
}
