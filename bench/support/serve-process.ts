import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { present } from '../../src/kernel/assert.ts';
import { freePort } from '../../test/support/postgres-server.ts';
import { untilHealthy } from '../../test/siege/process.ts';
import { nodeOptions } from './conversation-process.ts';

/** `tmm serve` as it runs in production. */
export interface ServeProcess extends AsyncDisposable {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
}

/** Starts `tmm serve` with the Node options of `bin/tmm`, and waits until it is healthy. */
export async function startServe(
  environment: Readonly<Record<string, string>>,
): Promise<ServeProcess> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
  const child = spawn(process.execPath, [...nodeOptions, main, 'serve'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...environment, TMM_PORT: String(port), TMM_METRICS_PORT: String(metricsPort) },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy({ url });
  return {
    pid: present(child.pid, 'a process that was started has an id'),
    port,
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
