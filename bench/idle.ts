import { findExisting } from '../src/audit/changes/find-existing.ts';
import { recording } from '../src/audit/changes/recording.ts';
import { enrollableChannels } from '../src/channels/descriptors.ts';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import type { Database } from '../src/database/database.ts';
import { openService } from '../src/service/service.ts';
import { createXTokenStore } from '../src/channels/x/token-store.ts';
import { assert, present } from '../src/kernel/assert.ts';
import { silentLogger } from '../src/kernel/logger.ts';
import type { Keyring } from '../src/kernel/keyring.ts';
import { createWorld } from '../src/kernel/world.ts';
import { createInstitution, listInstitutions } from '../src/members/institution.ts';
import type { Channel } from '../src/messages/channel.ts';
import { claim } from '../src/messages/sending/claim.ts';
import { resolveUnknown } from '../src/messages/sending/resolve-unknown.ts';
import { createMetrics } from '../src/observe/metrics.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { testKeyring } from '../test/support/fixture.ts';
import { counted } from '../test/support/counted.ts';
import { say } from './support/say.ts';

const world = createWorld();

/** The limit for a thousand idle institutions. */
const statementsPerSecondMax = 10;

/** Each institution has an X account and an SMS number. */
const channels = enrollableChannels;

/** Brings all rows into the record, as a first start does once in the background. */
async function recordAll(db: Database, keyring: Keyring): Promise<void> {
  const recorded = recording(db, { world, keyringOf: () => keyring });
  for (const { id } of await listInstitutions(db))
    await findExisting(recorded, world, { institutionId: id });
}

/**
 * Counts the statements a second of one process with idle institutions, while their X accounts are
 * polled as usual. The reference polls each institution's channel every second: the statements of
 * one such poll on the same server, times the channels.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      institutions: { type: 'string', default: '1000' },
      // Longer than the longest interval: X is polled every 110 seconds.
      seconds: { type: 'string', default: '125' },
    },
  });
  const seconds = Number(values.seconds);
  say('PostgreSQL: starting');
  const server = await startPostgres([]);
  try {
    await using admin = await openPostgres({ url: server.url, connectionsMax: 4 });
    await migrate(admin);
    const keyring = testKeyring();
    const count = Number(values.institutions);
    say(`opening ${count} institutions`);
    const first = await openInstitutions(admin, { count, keyring });
    say('recording what there is');
    await recordAll(admin, keyring);
    const pollStatements = await statementsOfPoll(admin, { institutionId: first, keyring });
    const watched = counted(admin);
    await using service = await openService(optionsOf(watched.db, keyring));
    service.start();
    say('settling');
    await setTimeout(5_000);
    await service.runJobs();
    const before = watched.statements();
    const started = performance.now();
    say(`idle for ${seconds} s`);
    await setTimeout(seconds * 1_000);
    const perSecond = (watched.statements() - before) / ((performance.now() - started) / 1_000);
    const polled = pollStatements * count * channels.length;
    assert(perSecond < statementsPerSecondMax, `idle costs ${perSecond.toFixed(1)} statements/s`);
    return {
      institutions: count,
      seconds,
      statementsPerSecond: Math.round(perSecond * 100) / 100,
      reference: 'each institution’s channel polled every second',
      referenceStatementsPerSecond: polled,
      ratio: Math.round((perSecond / polled) * 1_000_000) / 1_000_000,
    };
  } finally {
    await server.stop();
  }
}

/** @returns the id of the first */
async function openInstitutions(
  db: Database,
  { count, keyring }: { readonly count: number; readonly keyring: Keyring },
): Promise<number> {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await db.transaction(async (tx) =>
      createInstitution(tx, world, {
        slug: `idle-${index}`,
        name: `Idle Credit Union ${index}`,
        zone: 'America/Chicago',
        currency: 'USD',
        settings: {
          service: 'Tweet My Money',
          portalName: 'MyVantage',
          portalAddress: 'myvantage.example',
          phone: '800-522-6009',
          x: { userId: String(1_000_000_000 + index), handle: `idle${index}` },
          sms: { number: `+1314555${String(index).padStart(4, '0')}`, carrier: 'kannel' },
        },
      }),
    );
    ids.push(id);
    const expiresAt = world.clock.now().add({ hours: 2 });
    await createXTokenStore(db, { keyring, world }, id).replace(async () => ({
      accessToken: `token ${id}`,
      refreshToken: `refresh ${id}`,
      expiresAt,
    }));
  }
  return present(ids[0], 'there is an institution');
}

/**
 * Counts the statements of one poll of an institution's channel: lost, unknown and due messages.
 */
async function statementsOfPoll(
  real: Database,
  { institutionId, keyring }: { readonly institutionId: number; readonly keyring: Keyring },
): Promise<number> {
  const watched = counted(real);
  const { db } = watched;
  const channel: Channel = {
    name: 'sms',
    traits: {
      textMax: 1,
      encoding: 'gsm7',
      recyclable: true,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
    },
    send: async () => ({ outcome: 'unknown', code: 'nothing_is_sent' }),
    lookup: async () => ({ found: 'unknown' }),
  };
  const by = world.ids.next();
  await resolveUnknown({ db, keyring, world }, { institutionId, channel, by, takesSeconds: 1 });
  const now = world.clock.now();
  await claim(db, { institutionId, channel: 'sms', most: 16, bulk: true, now, keyring, by });
  return watched.statements();
}

/** Options with an X account that gets no messages and an unused Kannel. */
function optionsOf(db: Database, keyring: Keyring): Parameters<typeof openService>[0] {
  const silentX: typeof fetch = async () => Response.json({ data: [], meta: { result_count: 0 } });
  return {
    db,
    world,
    keyring,
    logger: silentLogger,
    metrics: createMetrics(),
    x: {
      clientId: 'bench',
      base: 'https://api.x.example',
      authorizeUrl: 'https://api.x.example/i/oauth2/authorize',
      secrets: ['bench'],
      fetch: silentX,
      limits: 'none',
    },
    kannel: {
      sendsmsUrl: 'http://127.0.0.1:1',
      credentials: { username: 'bench', password: 'bench' },
      secrets: ['a secret of the benchmark that is long'],
      callbackUrl: 'http://127.0.0.1:1/kannel',
      validityMinutes: 60,
      microdollarsPerSegment: 1,
      fetch: silentX,
    },
  };
}
