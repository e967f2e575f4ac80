import pg from 'pg';
import type { Heard } from './database.ts';

/** Pauses between attempts to connect. */
const againMilliseconds = { first: 500, most: 30_000 } as const;

/**
 * Listens on a dedicated connection. If that is lost, it opens another with growing pauses, and
 * then calls `heard` without a payload. An unreachable server is no fault here: listeners work
 * without signals.
 */
export function listenOnPostgres(
  config: pg.ClientConfig,
  channel: string,
  heard: Heard,
): AsyncDisposable {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let pause: number = againMilliseconds.first;
  const again = (lost: pg.Client) => {
    if (isOver || client !== lost) return;
    client = undefined;
    lost.end().catch(() => {});
    timer = setTimeout(open, pause);
    timer.unref();
    pause = Math.min(pause * 2, againMilliseconds.most);
  };
  const open = () => {
    const fresh = new pg.Client({ ...config, keepAlive: true });
    client = fresh;
    fresh.on('error', () => again(fresh));
    fresh.on('end', () => again(fresh));
    fresh.on('notification', ({ payload }) => heard(payload));
    connecting = begin(fresh).catch(() => again(fresh));
  };
  const begin = async (fresh: pg.Client) => {
    await fresh.connect();
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    pause = againMilliseconds.first;
    heard();
  };
  let connecting: Promise<void> = Promise.resolve();
  open();
  return {
    [Symbol.asyncDispose]: async () => {
      isOver = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => {});
    },
  };
}
