import type { Database } from '../../src/database/database.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import type { World } from '../../src/kernel/world.ts';
import type { Channel, WireMessage } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import type { Fixture } from './fixture.ts';

/** A carrier of text messages that accepts and keeps everything. */
export interface Carrier {
  readonly sent: WireMessage[];
  /** Sends the waiting messages. */
  drain(): Promise<void>;
}

export function createCarrier(given: {
  readonly db: Database;
  readonly fixture: Fixture;
  readonly world: World;
}): Carrier {
  const sent: WireMessage[] = [];
  const channel: Channel = {
    name: 'sms',
    traits: {
      textMax: 1_600,
      encoding: 'gsm7',
      recyclable: true,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
    },
    send: async (message) => {
      sent.push(message);
      return { outcome: 'accepted', carrierId: `c${sent.length}` };
    },
    lookup: async () => ({ found: false }),
  };
  const dispatcher = createDispatcher({
    db: given.db,
    institutionIds: async () => [given.fixture.institution.id],
    channels: () => [channel],
    keyring: given.fixture.keyring,
    world: given.world,
    logger: silentLogger,
    metrics: silentMetrics,
    staffMust: async () => {},
  });
  return {
    sent,
    drain: async () => {
      await dispatcher.drain();
    },
  };
}
