import { parentPort } from 'node:worker_threads';
import { present } from '../../src/kernel/assert.ts';

const port = present(parentPort, 'this runs as a worker');

interface Asked {
  readonly id: number;
  readonly url: string;
  readonly init: { readonly headers: [string, string][]; readonly body: string };
}

async function post({ id, url, init }: Asked): Promise<void> {
  const started = performance.now();
  const status = await fetch(url, { method: 'POST', ...init }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );
  port.postMessage({ id, status, milliseconds: performance.now() - started });
}

port.on('message', (asked: Asked) => void post(asked));
