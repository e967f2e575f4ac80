import { beforeAll, expect, it } from 'vitest';
import { counting, type CountingDatabase } from '../support/counting.ts';
import { onBothEngines } from '../support/engines.ts';
import { startService, type Service } from '../support/service.ts';

/**
 * Counts the statements of a batch on our own books. The numbers date from before other cores could
 * keep the books: that feature must cost our own books no statement. A change here needs a reason,
 * since each statement is a round trip.
 */
onBothEngines('a batch on our own books', (db) => {
  let service: Service;
  let counted: CountingDatabase;
  beforeAll(async () => {
    counted = counting(db());
    service = await startService(counted, { people: 40 });
    // The first message of an address starts its conversation. The first of a day records its use.
    for (let person = 0; person < 40; person += 1) await service.say(person, 'HELP');
  });

  it.each([
    ['#bal', 10],
    ['#bal 7', 11],
    ['#hist 7', 10],
    // One of them puts the day's usage into the record, one looks for alerts that the posting fires.
    ['#trans 5 7 0', 18],
    // One of them looks for a guess before it, which a bare HELP says was not meant.
    ['HELP', 10],
    ['#bal 7 yesterday', 10],
    // Two accounts of each member.
    ['balance yesterday', 10],
  ])('runs as many for one %s as for twenty: %i statements', async (text, statements) => {
    counted.counted();
    await service.say(0, text);
    expect(counted.counted()).toEqual({ statements, transactions: 1 });
    await Promise.all(
      Array.from({ length: 20 }, async (_, person) => service.say(person + 20, text)),
    );
    expect(counted.counted()).toEqual({ statements, transactions: 1 });
  });
});
