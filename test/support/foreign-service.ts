import { recording } from '../../src/audit/changes/recording.ts';
import { createRemoteCore } from '../../src/core/remote/remote-core.ts';
import { createOrderSender, type OrderSender } from '../../src/core/remote/order-sender.ts';
import { createOrderEvents } from '../../src/conversation/order-events.ts';
import type { Core } from '../../src/core/core.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { Channel, ChannelName } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { foreignCore, type ForeignCore } from './foreign-core.ts';
import { startService, type Service } from './service.ts';

/** A service whose books a foreign core keeps. */
export interface ForeignService extends Service {
  readonly foreign: ForeignCore;
  readonly core: Core;
  /** A process's sender of orders. Several may run. */
  sender(callMilliseconds?: number, over?: Database): OrderSender;
  /** Sends what is due now. @returns the sent texts without their code, oldest first */
  leave(): Promise<string[]>;
}

export async function startForeignService(
  db: Database,
  options: { people?: number; settings?: object; seed?: string; fetchMilliseconds?: number } = {},
): Promise<ForeignService> {
  const made: { foreign?: ForeignCore; core?: Core } = {};
  const service = await startService(db, {
    ...options,
    core: (fixture, world) => {
      made.foreign = foreignCore(fixture, world.clock);
      made.core = createRemoteCore(made.foreign, {
        db,
        clock: world.clock,
        fetchMilliseconds: options.fetchMilliseconds ?? 300,
      });
      return made.core;
    },
  });
  const { fixture, world } = service;
  const foreign = present(made.foreign, 'the core was made with the service');
  const { leave } = createOutgoing(db, service);
  return {
    ...service,
    foreign,
    core: present(made.core, 'the core was made with the service'),
    leave,
    sender: (callMilliseconds = 300, over = db) =>
      createOrderSender({
        db: recording(over, { world, keyringOf: () => fixture.keyring }),
        adapterOf: () => foreign,
        world,
        logger: silentLogger,
        metrics: silentMetrics,
        eventsOf: async (id) =>
          createOrderEvents({
            keyring: fixture.keyring,
            world,
            institution: present(await loadInstitution(db, id), 'the institution exists'),
            queued: () => {},
          }),
        callMilliseconds,
      }),
  };
}

/** The carriers that send the service's messages. */
function createOutgoing(db: Database, { fixture, world }: Service): Pick<ForeignService, 'leave'> {
  let left: string[] = [];
  const carrier = (name: ChannelName): Channel => ({
    name,
    traits: {
      textMax: 1_600,
      encoding: 'gsm7',
      recyclable: false,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
    },
    send: async ({ id, text }) => {
      left.push(text.replace(/ [0-9A-Z]{6}$/, ''));
      return { outcome: 'accepted', carrierId: id };
    },
    lookup: async () => ({ found: false }),
  });
  const dispatcher = createDispatcher({
    db,
    institutionIds: async () => [fixture.institution.id],
    channels: () => [carrier('x'), carrier('sms')],
    keyring: fixture.keyring,
    world,
    logger: silentLogger,
    metrics: silentMetrics,
    staffMust: async () => {},
  });
  return {
    leave: async () => {
      await dispatcher.drain();
      const texts = left;
      left = [];
      return texts;
    },
  };
}
