import { connect, type Socket } from 'node:net';
import { sign } from '../../src/channels/x/signature.ts';
import { assert, present } from '../../src/kernel/assert.ts';
import { bankUserId } from '../../test/support/fixture.ts';

export interface Load {
  readonly port: number;
  readonly secret: string;
  readonly addresses: readonly string[];
  /** Words the `turn`-th message of an address. */
  readonly text: (turn: number) => string;
  /** Connections, each with one message in flight. */
  readonly inFlight: number;
  readonly seconds: number;
  /** Messages that fall due each second. Absent: a connection sends its next as soon as it may. */
  readonly perSecond?: number | undefined;
}

export interface Measured {
  readonly messagesPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** All messages that were sent, those of the first second included. */
  readonly sent: number;
  /** This process's CPU time for all of them. */
  readonly loadMicroseconds: number;
}

let messages = 0;

/**
 * The most deliveries to write and sign before the run, so that this costs no CPU time during it.
 */
const readyMax = 60_000;

/** What is sent before this is not timed. */
const warmMilliseconds = 1_000;

/**
 * Prepares signed direct messages as X delivers them. The function that it returns sends them over persistent connections and
 * waits for each 200. It uses bare sockets: on a shared machine an HTTP client would cost as much as the service.
 */
export function prepareLoad(load: Load): () => Promise<Measured> {
  const count = load.perSecond ? load.perSecond * (load.seconds + 2) : readyMax;
  const ready = Array.from({ length: load.inFlight > 1 ? Math.min(count, readyMax) : 0 }, () =>
    nextRequest(load),
  );
  return async () => {
    const times: number[] = [];
    const started = performance.now();
    const warm = started + warmMilliseconds;
    const end = warm + load.seconds * 1_000;
    const before = process.cpuUsage();
    let sent = 0;
    const next = (): Turn | undefined => {
      const now = performance.now();
      const due = load.perSecond ? started + (sent * 1_000) / load.perSecond : now;
      if (Math.max(now, due) >= end) return undefined;
      const request = ready[sent] ?? nextRequest(load);
      sent += 1;
      const answered = () => {
        if (due >= warm) times.push(performance.now() - due);
      };
      return { request, waits: due - now, answered };
    };
    await Promise.all(Array.from({ length: load.inFlight }, async () => talk(load.port, next)));
    const used = process.cpuUsage(before);
    times.sort((a, b) => a - b);
    const quantile = (part: number) =>
      Math.round((times[Math.floor(times.length * part)] ?? 0) * 100) / 100;
    return {
      messagesPerSecond: Math.round(times.length / load.seconds),
      p50Milliseconds: quantile(0.5),
      p99Milliseconds: quantile(0.99),
      sent,
      loadMicroseconds: used.user + used.system,
    };
  };
}

interface Turn {
  readonly request: Buffer;
  /** Milliseconds until it falls due. */
  readonly waits: number;
  answered(): void;
}

/**
 * Runs one connection: it sends a request, waits for the answer and repeats until nothing is left.
 */
async function talk(port: number, next: () => Turn | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let turn: Turn | undefined;
    let heard = '';
    const go = () => {
      turn = next();
      if (!turn) socket.end(() => resolve());
      else if (turn.waits > 0) setTimeout(() => socket.write(turn?.request ?? ''), turn.waits);
      else socket.write(turn.request);
    };
    socket.once('error', reject);
    socket.on('connect', go);
    socket.on('data', (piece) => {
      heard += piece.toString('latin1');
      const head = heard.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0);
      if (heard.length < head + 4 + length) return;
      assert(heard.startsWith('HTTP/1.1 200'), `a message was answered with ${heard.slice(0, 12)}`);
      heard = '';
      turn?.answered();
      go();
    });
  });
}

function nextRequest({ addresses, secret, text }: Load): Buffer {
  const turn = Math.floor(messages / addresses.length);
  const address = addresses[messages % addresses.length];
  messages += 1;
  return Buffer.from(requestOf(secret, bodyOf(present(address, 'there are members'), text(turn))));
}

function requestOf(secret: string, body: string): string {
  return `POST /x/webhook HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nx-twitter-webhooks-signature: ${sign(secret, body)}\r\n\r\n${body}`;
}

function bodyOf(address: string, text: string): string {
  const id = String(2_080_765_901_528_535_096n + BigInt(messages));
  return JSON.stringify({
    data: {
      event_uuid: `-${id}`,
      event_type: 'dm.received',
      filter: { user_id: bankUserId },
      payload: {
        direct_message_events: [
          {
            type: 'message_create',
            id,
            created_timestamp: String(Math.round(performance.timeOrigin + performance.now())),
            message_create: {
              target: { recipient_id: bankUserId },
              sender_id: address,
              message_data: { text, entities: {} },
            },
          },
        ],
        users: { [address]: { data: { id: address, username: 'member', name: 'M' } } },
      },
    },
  });
}
