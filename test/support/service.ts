import { recording } from '../../src/audit/changes/recording.ts';
import { createConversation, type Conversation } from '../../src/conversation/conversation.ts';
import type { Outcome } from '../../src/conversation/received.ts';
import type { Core } from '../../src/core/core.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock, type ManualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld, type World } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { ChannelName, InboundMessage } from '../../src/messages/channel.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { buildFixture, type Fixture } from './fixture.ts';

/**
 * A fixture with its conversation, on a fixed clock and without carriers: the stage of a journey.
 */
export interface Service {
  readonly fixture: Fixture;
  readonly clock: ManualClock;
  readonly world: World;
  readonly conversation: Conversation;
  /** Handles a message of this member, and gives the result. The message is sent now by default. */
  say(person: number, text: string, how?: SayOptions): Promise<Outcome>;
}

export interface SayOptions {
  readonly channel?: ChannelName;
  readonly externalId?: string;
  /** `null`: the platform gives no time. */
  readonly sentAt?: Temporal.Instant | null;
  readonly address?: string;
  readonly public?: boolean;
}

/** Monday 23 November 2026, 10:42 in the morning in Chicago. */
export const morning = '2026-11-23T16:42:00Z';

export async function startService(
  db: Database,
  options: {
    people?: number;
    settings?: object;
    seed?: string;
    /** Where the books are. If absent, they are ours. */
    core?: (fixture: Fixture, world: World) => Core;
  } = {},
): Promise<Service> {
  const clock = manualClock(morning);
  const world = createWorld({ clock, random: seededRandom(options.seed ?? 'service') });
  const fixture = await buildFixture(db, world, {
    people: options.people ?? 3,
    settings: options.settings ?? {},
  });
  const conversation = createConversation({
    db: recording(db, { world, keyringOf: () => fixture.keyring }),
    core: options.core?.(fixture, world) ?? ledgerCore,
    keyring: fixture.keyring,
    world,
    logger: silentLogger,
    metrics: silentMetrics,
    institution: async (id) => present(await loadInstitution(db, id), 'the institution exists'),
    delivery: async () => {},
    queued: () => {},
  });
  let messages = 0;
  return {
    fixture,
    clock,
    world,
    conversation,
    say: async (person, text, how = {}) => {
      messages += 1;
      const now = clock.now();
      const message: InboundMessage = {
        institutionId: fixture.institution.id,
        channel: how.channel ?? 'x',
        externalId: how.externalId ?? `m${messages}`,
        address: how.address ?? fixture.members[person]?.address ?? '',
        text,
        ...(how.sentAt === null ? {} : { sentAt: how.sentAt ?? now }),
        ...(how.public ? { public: true } : {}),
      };
      return conversation.take({ ...message, receivedAt: now });
    },
  };
}
