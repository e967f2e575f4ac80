import { beforeAll } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import { type Logger, silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import type { World } from '../../src/kernel/world.ts';
import { openCodes } from '../../src/members/codes.ts';
import type { Channel } from '../../src/messages/channel.ts';
import { createDispatcher, type Dispatcher } from '../../src/messages/sending/dispatcher.ts';
import { startService, type Service } from './service.ts';

export interface DispatcherHow {
  /** Other channels besides the tested one. */
  readonly also?: readonly Channel[];
  readonly on?: Database;
  readonly world?: World;
  /** Those of another process, which may know other keys. */
  readonly keyring?: Keyring;
  readonly logger?: Logger;
  /** Receives the tasks for staff. */
  readonly staffMust?: string[];
}

/**
 * Starts a service before a suite's tests.
 * @returns the service, its dispatchers and its outbound messages, for the tests of sending
 */
export function sendingTests(db: () => Database, { people }: { readonly people: number }) {
  const service = startedBeforeAll(db, people);
  const { rowsOf, codeOf, claimedBy } = outboundOf(db, service);
  return {
    service,
    of: rowsOf,
    statuses: async (person: number) => (await rowsOf(person)).map(({ status }) => status),
    codeOf,
    claimedBy,
    dispatcherOn: (channel: Channel, how: DispatcherHow = {}): Dispatcher =>
      createDispatcher({
        db: how.on ?? db(),
        institutionIds: async () => [service.fixture.institution.id],
        channels: () => [channel, ...(how.also ?? [])],
        keyring: how.keyring ?? service.fixture.keyring,
        world: how.world ?? service.world,
        logger: how.logger ?? silentLogger,
        metrics: silentMetrics,
        staffMust: async (_institution, what) => void how.staffMust?.push(what),
      }),
  };
}

/** A service that exists once the tests run. */
function startedBeforeAll(db: () => Database, people: number): Service {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people });
  });
  return {
    get fixture() {
      return service.fixture;
    },
    get clock() {
      return service.clock;
    },
    get world() {
      return service.world;
    },
    get conversation() {
      return service.conversation;
    },
    say: async (person, text, how) => service.say(person, text, how),
  };
}

function outboundOf(db: () => Database, service: Service) {
  const addressIdOf = (person: number) => service.fixture.members[person]?.addressId ?? '';
  return {
    /** The messages to this person, in the order in which they may leave. */
    rowsOf: async (person: number) =>
      db().query<{ id: string; status: string; text: string }>(
        'select id, status, text from outbound where institution_id = $1 and address_id = $2 order by place',
        [service.fixture.institution.id, addressIdOf(person)],
      ),
    /** The code at the end of messages to this person. */
    codeOf: async (person: number) => {
      const { keyring, institution } = service.fixture;
      const codes = await openCodes(db(), keyring, institution.id, [addressIdOf(person)]);
      return codes.get(addressIdOf(person))?.code ?? '';
    },
    /** Makes a process claim all messages to this person now. */
    claimedBy: async (person: number, by: string) =>
      db().query(
        `update outbound set status = 'sending', sending_at = $3, attempts = 1, claimed_by = $4
          where institution_id = $1 and address_id = $2`,
        [service.fixture.institution.id, addressIdOf(person), service.clock.now(), by],
      ),
  };
}
