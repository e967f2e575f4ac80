import { connect, type Socket } from 'node:net';
import { sign } from '../../src/channels/x/signature.ts';
import { assert, present } from '../../src/kernel/assert.ts';
import { bankUserId } from '../../test/support/fixture.ts';

export interface Load {
  readonly port: number;
  readonly secret: string;
  readonly addresses: readonly string[];
  readonly text: string;
  /** Connections, each with one message in flight. */
  readonly inFlight: number;
  readonly seconds: number;
}

export interface Measured {
  readonly messagesPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** This process's CPU time for one message: the load's share of a shared machine. */
  readonly loadMicrosecondsPerMessage: number;
}

let messages = 0;

/**
 * The most deliveries to write and sign before the run, so that this costs no CPU time during it.
 */
const readyMax = 60_000;

/**
 * Delivers signed direct messages as X does, over persistent connections, and waits for each 200.
 * It uses bare sockets: on a shared machine an HTTP client would cost as much as the service.
 */
export async function webhookLoad(load: Load): Promise<Measured> {
  const times: number[] = [];
  const ready = Array.from({ length: load.inFlight > 1 ? readyMax : 0 }, () => nextRequest(load));
  const warm = performance.now() + 1_000;
  const end = warm + load.seconds * 1_000;
  const before = process.cpuUsage();
  let sent = 0;
  await Promise.all(
    Array.from({ length: load.inFlight }, async () =>
      talk(load.port, () => {
        if (performance.now() >= end) return undefined;
        const request = ready[sent] ?? nextRequest(load);
        sent += 1;
        const started = performance.now();
        return {
          request,
          answered: () => {
            if (started >= warm) times.push(performance.now() - started);
          },
        };
      }),
    ),
  );
  const used = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const quantile = (part: number) =>
    Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  return {
    messagesPerSecond: Math.round(times.length / load.seconds),
    p50Milliseconds: quantile(0.5),
    p99Milliseconds: quantile(0.99),
    loadMicrosecondsPerMessage: Math.round((used.user + used.system) / sent),
  };
}

interface Turn {
  readonly request: Buffer;
  answered(): void;
}

/**
 * Runs one connection: it sends a request, waits for the answer and repeats until nothing is left.
 */
async function talk(port: number, next: () => Turn | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let turn = next();
    let heard = '';
    socket.once('error', reject);
    socket.on('connect', () => socket.write(turn?.request ?? ''));
    socket.on('data', (piece) => {
      heard += piece.toString('latin1');
      const head = heard.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0);
      if (heard.length < head + 4 + length) return;
      assert(heard.startsWith('HTTP/1.1 200'), `a message was answered with ${heard.slice(0, 12)}`);
      heard = '';
      turn?.answered();
      turn = next();
      if (turn) socket.write(turn.request);
      else socket.end(() => resolve());
    });
  });
}

function nextRequest(load: Load): Buffer {
  messages += 1;
  const address = load.addresses[messages % load.addresses.length];
  return Buffer.from(requestOf(load, present(address, 'there are members')));
}

function requestOf({ secret, text }: Load, address: string): string {
  const body = bodyOf(address, text);
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
