import { parentPort } from 'node:worker_threads';
import { present } from '../../../../kernel/assert.ts';
import { Fault } from '../../../../kernel/fault.ts';
import type { ChatSession } from './chat-engine.ts';
import { openWasmEngine } from './wasm-engine.ts';
import type { EngineAnswer, EngineCall, EngineQuestion, EngineResults } from './worker-protocol.ts';

/** Runs the engine in its own thread. Started by `threaded-engine.ts`. */
const port = present(parentPort, 'this runs as a worker');
const engine = await openWasmEngine();
const sessions = new Map<number, ChatSession>();

async function carryOut(call: EngineCall): Promise<EngineResults[keyof EngineResults]> {
  if (call.ask === 'generate') return engine.generate();
  if (call.ask === 'stop') {
    for (const one of sessions.values()) await one.close();
    port.close();
    return undefined;
  }
  if (call.ask === 'open') {
    sessions.set(call.session, await engine.open(call.identity));
    call.identity.keys.fill(0);
    return undefined;
  }
  const session = present(sessions.get(call.session), 'the session was opened');
  switch (call.ask) {
    case 'matches':
      return session.matches(call.publicKey);
    case 'fingerprint':
      return session.fingerprint();
    case 'prepareKeyChange':
      return session.prepareKeyChange(call.all);
    case 'encrypt':
      return session.encrypt(call.message);
    case 'read':
      return session.read(call.event, call.given);
    case 'close':
      sessions.delete(call.session);
      await session.close();
      return undefined;
    default:
      call satisfies never;
      return undefined;
  }
}

port.on('message', ({ id, call }: EngineQuestion) => {
  void carryOut(call).then(
    (result) => port.postMessage({ id, result } satisfies EngineAnswer),
    (error: unknown) =>
      port.postMessage({
        id,
        failed: error instanceof Fault ? error.code : 'x_chat_engine_failed',
      } satisfies EngineAnswer),
  );
});
