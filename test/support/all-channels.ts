import type { Database } from '../../src/database/database.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import type { Channel, ChannelName } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import type { Service } from './service.ts';

/** Sends all that is due by X and SMS. @returns the channels of what left, sorted */
export async function sendingOn(db: Database, service: Service): Promise<string[]> {
  const left: string[] = [];
  const carrier = (name: ChannelName): Channel => ({
    name,
    traits: {
      textMax: 10_000,
      encoding: 'unicode',
      recyclable: false,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
    },
    send: async ({ id }) => {
      left.push(name);
      return { outcome: 'accepted', carrierId: `${name} ${id}` };
    },
    lookup: async () => ({ found: false }),
  });
  const channels = [carrier('x'), carrier('sms')];
  await createDispatcher({
    db,
    institutionIds: async () => [service.fixture.institution.id],
    channels: () => channels,
    keyring: service.fixture.keyring,
    world: service.world,
    logger: silentLogger,
    metrics: silentMetrics,
    staffMust: async () => {},
  }).drain();
  return left.toSorted();
}
