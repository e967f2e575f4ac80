import { describe, expect, it } from 'vitest';
import { readDelivery } from './read-events.ts';

const heardAt = Temporal.Instant.from('2026-03-02T16:42:00Z');
const bankOf = (userId: string) => (userId === '100' ? 1 : undefined);
const unfollow = {
  event_type: 'follow.unfollow',
  filter: { user_id: '100' },
  payload: { source: { id: '7' }, target: { id: '100' } },
};

describe('events that X gives no id', () => {
  it('count each time they are told: a second unfollow locks as the first did', () => {
    const ids = [heardAt, heardAt.add({ hours: 2 })].flatMap((at) =>
      readDelivery({ data: unfollow }, { bankOf, banks: () => [1] }, at).events.map(
        ({ externalId }) => externalId,
      ),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('count once under the id that X gives them', () => {
    const data = { ...unfollow, event_uuid: '-5' };
    const ids = [heardAt, heardAt.add({ hours: 2 })].flatMap((at) =>
      readDelivery({ data }, { bankOf, banks: () => [1] }, at).events.map(
        ({ externalId }) => externalId,
      ),
    );
    expect(ids).toEqual(['unfollowed:-5', 'unfollowed:-5']);
  });
});

it.each(['constructor', 'hasOwnProperty', '__proto__', 'toString'])(
  'an event called %s is one that we do not know',
  (event) => {
    const data = [{ event_type: event, payload: {} }, unfollow];
    const read = readDelivery({ data }, { bankOf, banks: () => [1] }, heardAt);
    expect(read.skipped).toEqual([event]);
    expect(read.events).toHaveLength(1);
  },
);
