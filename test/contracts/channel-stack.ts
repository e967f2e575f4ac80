import { isHosted } from '../../src/channels/descriptors.ts';
import { createConversation, type Conversation } from '../../src/conversation/conversation.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock, systemClock, type Clock, type ManualClock } from '../../src/kernel/clock.ts';
import type { Logger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { openCodes } from '../../src/members/codes.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { Channel, ChannelName } from '../../src/messages/channel.ts';
import { createDispatcher, type Dispatcher } from '../../src/messages/sending/dispatcher.ts';
import { applyReceipt } from '../../src/messages/sending/receipts.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { morning } from '../support/service.ts';
import { buildFixture, type Fixture } from '../support/fixture.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';

/**
 * A fixture of one member, a conversation and a dispatcher: everything behind a channel, but no
 * service.
 */
export interface ChannelStack {
  readonly db: Database;
  readonly fixture: Fixture;
  readonly world: World;
  readonly clock: ManualClock;
  /** The member's address on the channel. */
  readonly address: string;
  /** The code that ends each message to it. */
  readonly code: string;
  readonly conversation: Conversation;
  readonly staffMust: string[];
  dispatcherOn(channel: Channel): Dispatcher;
  /** The stored messages to the member, oldest first. */
  outbound(): Promise<readonly { readonly status: string; readonly error: string | null }[]>;
}

export async function openChannelStack(
  db: Database,
  options: {
    readonly channel: ChannelName;
    /** If absent, the fixture's X user id. */
    readonly address?: string;
    readonly logger: Logger;
    /** The machine's own clock, for tests with other programs. */
    readonly isReal?: boolean;
  },
): Promise<ChannelStack> {
  const clock = manualClock(morning);
  const time: Clock = options.isReal ? systemClock : clock;
  const world = createWorld({ clock: time, random: seededRandom('channel stack') });
  const fixture = await buildFixture(db, world, { people: 1 });
  const person = present(fixture.members[0], 'the fixture has a member');
  const { keyring } = fixture;
  const institutionId = fixture.institution.id;
  // On a channel that we keep, the address is the member's own id.
  const address = isHosted(options.channel) ? person.id : (options.address ?? person.address);
  let { addressId } = person;
  if (options.channel !== 'x') {
    const ids = await enrollMembers({ db, world, fixture }, [
      { memberId: person.id, channel: options.channel, address },
    ]);
    addressId = present(ids[0], 'the address was bound');
  }
  const codes = await openCodes(db, keyring, institutionId, [addressId]);
  const { code } = present(codes.get(addressId), 'the address has a code');
  const { logger } = options;
  const conversation = createConversation({
    db,
    core: ledgerCore,
    keyring,
    world,
    logger,
    metrics: silentMetrics,
    institution: async (id) => present(await loadInstitution(db, id), 'the institution exists'),
    delivery: async (events) => {
      for (const event of events)
        if (event.event === 'receipt') await applyReceipt(db, event, world.clock.now());
    },
    queued: () => {},
  });
  const staffMust: string[] = [];
  return {
    db,
    fixture,
    world,
    clock,
    address,
    code,
    conversation,
    staffMust,
    dispatcherOn: (channel) =>
      createDispatcher({
        db,
        institutionIds: async () => [institutionId],
        channels: () => [channel],
        keyring,
        world,
        logger,
        metrics: silentMetrics,
        staffMust: async (_institutionId, what) => void staffMust.push(what),
      }),
    outbound: async () =>
      db.query<{ status: string; error: string | null }>(
        `select status, error_code as error from outbound
          where institution_id = $1 and channel = $2 order by id`,
        [institutionId, options.channel],
      ),
  };
}
