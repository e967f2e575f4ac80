import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { present } from '../../src/kernel/assert.ts';
import { freePort } from '../support/postgres-server.ts';

/** One `tmm serve` that restarts after each kill, as under a supervisor. */
export interface ServiceProcess {
  readonly url: string;
  /** Of the process that runs now. */
  pid(): number;
  kill(): void;
  stop(): Promise<void>;
}

const restartMilliseconds = 200;

/**
 * Starts `tmm serve` of the program in `root` and keeps it running.
 * @param log a file for all its output
 */
export async function startServiceProcess(options: {
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: string;
}): Promise<ServiceProcess> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  let isStopping = false;
  let child: ChildProcess;
  let ended: Promise<void> = Promise.resolve();
  const start = () => {
    child = spawn(process.execPath, [join(options.root, 'src/cli/main.ts'), 'serve'], {
      env: {
        ...options.environment,
        TMM_PORT: String(port),
        TMM_METRICS_PORT: String(metricsPort),
      },
    });
    const keep = (piece: Buffer) => appendFileSync(options.log, piece);
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    ended = new Promise((resolve) => child.once('close', () => resolve()));
    void again();
  };
  const again = async (): Promise<void> => {
    await ended;
    await pause(restartMilliseconds);
    if (!isStopping) start();
  };
  start();
  return {
    url,
    pid: () => present(child.pid, 'the process runs'),
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      isStopping = true;
      child.kill('SIGTERM');
      await Promise.race([ended, pause(10_000)]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Resolves when the process answers `/health` with 200. */
export async function untilHealthy({ url }: Pick<ServiceProcess, 'url'>): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const status = await fetch(`${url}/health`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (performance.now() > deadline) throw new Error(`${url} is not well after a minute`);
    await pause(100);
  }
}
