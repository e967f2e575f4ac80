import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { present } from '../../src/kernel/assert.ts';

/** The service up to the committed reply, in a process of its own. */
export interface ConversationProcess extends Disposable {
  readonly pid: number;
  readonly port: number;
}

/** The Node options of `bin/tmm`. */
export const nodeOptions = ['--max-semi-space-size=8', '--v8-pool-size=1'];

/**
 * Starts the service on a database whose institution is there, and waits until it listens.
 * @param given.hasThread whether the conversation has a thread of its own
 */
export async function startConversation(given: {
  readonly url: string;
  readonly secret: string;
  readonly hasThread: boolean;
}): Promise<ConversationProcess> {
  const file = fileURLToPath(new URL('./conversation-service.ts', import.meta.url));
  const child = fork(file, [JSON.stringify(given)], { execArgv: nodeOptions });
  const message = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  const { port = 0 }: { port?: number } = Object(message);
  return {
    pid: present(child.pid, 'a process that was started has an id'),
    port,
    [Symbol.dispose]: () => child.disconnect(),
  };
}
