import type { StoredEvent } from '../audit/events/consumer.ts';

/**
 * Words an event for a receiver outside: ids, kinds and times, and nothing else about a member. No
 * amount leaves, no text, no address; a program with the right scope reads those by the ids.
 */
export function eventBody(institution: string, event: StoredEvent): string {
  return JSON.stringify({
    id: `${institution}/${event.number}`,
    number: Number(event.number),
    institution,
    kind: event.kind,
    version: event.version,
    happenedAt: event.happenedAt.toString(),
    data: idsOf(event),
  });
}

function idsOf(event: StoredEvent): object {
  switch (event.kind) {
    case 'posted':
      return {
        transactionId: event.transactionId,
        of: event.of,
        entries: event.entries.map(({ accountId, sequence }) => ({ accountId, sequence })),
      };
    case 'hold_placed':
      return { holdId: event.holdId, accountId: event.accountId };
    case 'hold_lowered':
      return { holdId: event.holdId, accountId: event.accountId, by: event.by };
    case 'changed':
      return { memberId: event.memberId, what: event.what, addressId: event.addressId ?? null };
    case 'said':
      return { memberId: event.memberId, addressId: event.addressId, channel: event.channel };
    case 'foreign_message':
    default:
      return { channel: event.channel, carrierId: event.carrierId };
  }
}
