import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sign } from '../src/channels/x/signature.ts';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { assert } from '../src/kernel/assert.ts';
import { createWorld } from '../src/kernel/world.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { bankUserId, buildTown } from '../test/support/town.ts';
import { pgbench } from './support/pgbench.ts';
import { say } from './support/say.ts';

const secret = 'the consumer secret of the benchmark';

/**
 * Signed webhook in → reply committed (200 is said after the commit), on PostgreSQL that syncs each commit, from a process of its
 * own to a service in a process of its own, against pgbench's TPC-B on the same server in the same run.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '5000' },
      seconds: { type: 'string', default: '10' },
      flights: { type: 'string', default: '1,64,256' },
      text: { type: 'string', default: '#bal' },
    },
  });
  const server = await startPostgres([
    'synchronous_commit=on',
    'fsync=on',
    'shared_buffers=512MB',
    'max_wal_size=4GB',
  ]);
  try {
    await using admin = await openPostgres({ url: server.url, connectionsMax: 1 });
    for (const name of ['bench_pgbench', 'bench_talk'])
      await admin.query(`create database ${name}`);
    const compared = await pgbench(at(server.url, 'bench_pgbench'), {
      scale: 20,
      clients: [1, 8, 32],
      seconds: 10,
    });
    const url = at(server.url, 'bench_talk');
    await using db = await openPostgres({ url, connectionsMax: 4 });
    await migrate(db);
    say(`a town of ${values.people}`);
    const town = await buildTown(db, createWorld(), { people: Number(values.people) });
    await db.query('vacuum analyze');
    const service = await startService(url);
    const addresses = town.members.map(({ address }) => address);
    const results = [];
    for (const inFlight of values.flights.split(',').map(Number)) {
      const measured = await measure({
        port: service.port,
        addresses,
        inFlight,
        seconds: Number(values.seconds),
        text: values.text,
      });
      say(
        `${inFlight} in flight: ${measured.messagesPerSecond}/s, p50 ${measured.p50Milliseconds} ms, p99 ${measured.p99Milliseconds} ms`,
      );
      results.push({ inFlight, ...measured });
    }
    const residentMegabytes = Math.round((await service.residentBytes()) / 1e6);
    service.child.disconnect();
    const [row] = await db.query<{ inbound: number; outbound: number }>(
      'select (select count(*)::int from inbound) as inbound, (select count(*)::int from outbound) as outbound',
    );
    assert(row && row.inbound === row.outbound, 'each message has its reply');
    const best = compared && Math.max(...compared.map((one) => one.transactionsPerSecond));
    return {
      people: town.members.length,
      text: values.text,
      results,
      residentMegabytes,
      pgbench: compared,
      ...(best === undefined
        ? {}
        : {
            ratios: results.map(({ inFlight, messagesPerSecond }) => ({
              inFlight,
              toPgbenchBest: Math.round((messagesPerSecond / best) * 100) / 100,
            })),
          }),
    };
  } finally {
    await server.stop();
  }
}

function at(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

interface Service {
  readonly child: ChildProcess;
  readonly port: number;
  residentBytes(): Promise<number>;
}

async function startService(url: string): Promise<Service> {
  const child = fork(fileURLToPath(new URL('./support/conversation-service.ts', import.meta.url)), [
    url,
    secret,
  ]);
  const answer = async () =>
    new Promise<Record<string, number>>((resolve) =>
      child.once('message', (message) => resolve(Object(message))),
    );
  const { port = 0 } = await answer();
  return {
    child,
    port,
    residentBytes: async () => {
      child.send('memory');
      const { residentBytes = 0 } = await answer();
      return residentBytes;
    },
  };
}

interface Measured {
  readonly messagesPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

let messages = 0;

async function measure(load: {
  port: number;
  addresses: readonly string[];
  inFlight: number;
  seconds: number;
  text: string;
}): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.inFlight });
  const times: number[] = [];
  const begin = performance.now();
  const warm = begin + 1_000;
  const end = warm + load.seconds * 1_000;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      messages += 1;
      const body = bodyOf(load.addresses[messages % load.addresses.length] ?? '', load.text);
      const started = performance.now();
      const status = await post(agent, load.port, body);
      assert(status === 200, `a message was answered with ${status}`);
      if (started >= warm) times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: load.inFlight }, one));
  agent.destroy();
  times.sort((a, b) => a - b);
  const quantile = (part: number) =>
    Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  return {
    messagesPerSecond: Math.round(times.length / load.seconds),
    p50Milliseconds: quantile(0.5),
    p99Milliseconds: quantile(0.99),
  };
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

async function post(agent: Agent, port: number, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: '/',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-twitter-webhooks-signature': sign(secret, body),
        },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
