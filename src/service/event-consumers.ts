import { descriptors } from '../channels/descriptors.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import { consumeEvents } from '../audit/events/consume-events.ts';
import type { AnyConsumer, Consumer } from '../audit/events/consumer.ts';
import type { DomainEventKind } from '../kernel/vocabulary/domain-event.ts';
import type { World } from '../kernel/world.ts';
import { webhookConsumer } from '../programs/webhook-consumer.ts';
import type { Database, Queries } from '../database/database.ts';

/** Opens a task for staff. */
export type StaffMust = (
  institutionId: number,
  what: { readonly channel: string; readonly subject: string; readonly kind: 'alarm' },
  tx?: Queries,
) => Promise<void>;

/** The consumers of domain events in this installation. */
export function eventConsumers(
  staffMust: StaffMust,
  world: Pick<World, 'clock' | 'ids'>,
): readonly EventReader[] {
  return [readerOf(staffAlarms(staffMust)), readerOf(webhookConsumer(world))];
}

/** A consumer, joined with how it reads an institution’s events. */
export interface EventReader extends AnyConsumer {
  consume(
    given: { readonly db: Database; readonly world: Pick<World, 'ids'> },
    institutionId: number,
  ): Promise<unknown>;
}

function readerOf<Kind extends DomainEventKind>(consumer: Consumer<Kind>): EventReader {
  return {
    name: consumer.name,
    kinds: consumer.kinds,
    consume: async (given, institutionId) => consumeEvents(given, consumer, institutionId),
  };
}

function staffAlarms(staffMust: StaffMust): Consumer<'foreign_message'> {
  return {
    name: 'staff-alarms',
    kinds: ['foreign_message'],
    handle: async (tx, institutionId, events) => {
      for (const { channel } of events)
        await staffMust(institutionId, { channel, kind: 'alarm', subject: notOurs(channel) }, tx);
    },
  };
}

const notOurs = (channel: ChannelName) =>
  `A message left our ${descriptors[channel].title} account that this service did not send: by hand, or by an intruder`;
