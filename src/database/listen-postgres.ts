import pg from 'pg';
import type { Heard } from './database.ts';

/** Between tries to connect. */
const againMilliseconds = { first: 500, most: 30_000 } as const;

/**
 * Listens on a connection of its own, which no transaction shares. Where it is lost, another is opened, with growing pauses; then `heard`
 * is called without a payload. A server that is away is no fault here: whoever listens can do without.
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
