import { descriptors } from '../channels/descriptors.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { Consumer } from '../audit/events/consumer.ts';
import type { Queries } from '../database/database.ts';

/** Opens a task for staff. */
export type StaffMust = (
  institutionId: number,
  what: { readonly channel: string; readonly subject: string; readonly kind: 'alarm' },
  tx?: Queries,
) => Promise<void>;

/** The consumers of domain events in this installation. */
export function eventConsumers(staffMust: StaffMust): readonly Consumer<'foreign_message'>[] {
  return [
    {
      name: 'staff-alarms',
      kinds: ['foreign_message'],
      handle: async (tx, institutionId, events) => {
        for (const { channel } of events)
          await staffMust(institutionId, { channel, kind: 'alarm', subject: notOurs(channel) }, tx);
      },
    },
  ];
}

const notOurs = (channel: ChannelName) =>
  `A message left our ${descriptors[channel].title} account that this service did not send: by hand, or by an intruder`;
