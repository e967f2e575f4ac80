import { expect, it } from 'vitest';
import { halving } from './halving.ts';
import type { Outcome, Received } from './received.ts';

const tooLong = new Error('canceling statement due to statement timeout');
const away = new Error('the database is away');

const messages = (count: number): Received[] =>
  Array.from({ length: count }, (_, index) => ({
    institutionId: 1,
    channel: 'x',
    externalId: String(index),
    address: String(index),
    text: '#bal',
    receivedAt: Temporal.Instant.from('2026-11-23T16:42:00Z'),
  }));

/** Runs a batch through `halving`; `attempt` throws for messages that fail. */
async function halved(
  count: number,
  wrong: (ids: readonly string[]) => Error | undefined,
  alone: (id: string) => Error | undefined = () => undefined,
) {
  const attempts: string[] = [];
  const outcome = (message: Received, how: string): Outcome => ({
    duplicate: false,
    intent: 'balance',
    outcome: `${message.externalId} ${how}`,
  });
  const results = await halving(messages(count), {
    attempt: async (part) => {
      const ids = part.map(({ externalId }) => externalId);
      attempts.push(ids.join(' '));
      const error = wrong(ids);
      if (error) throw error;
      return part.map((message) => outcome(message, 'taken'));
    },
    alone: async (message) => {
      const error = alone(message.externalId);
      if (error) throw error;
      return outcome(message, 'alone');
    },
    isWorldsFault: (error) => error === away,
    isTooLong: (error) => error === tooLong,
  });
  const told = results.map((result) =>
    result.status === 'fulfilled' ? result.value.outcome : result.reason,
  );
  return { told, attempts };
}

it('finds the message at fault, and processes the others', async () => {
  const bug = new Error('a bug');
  const { told, attempts } = await halved(4, (ids) => (ids.includes('2') ? bug : undefined));
  expect(told).toEqual(['0 taken', '1 taken', '2 alone', '3 taken']);
  expect(attempts).toEqual(['0 1 2 3', '0 1 2 3', '0 1', '2 3', '2 3', '2', '2', '3']);
});

it('halves nothing if the database is unreachable', async () => {
  const { told, attempts } = await halved(4, () => away);
  expect(told).toEqual([away, away, away, away]);
  expect(attempts).toHaveLength(1);
});

it('halves a batch that timed out until it succeeds', async () => {
  const { told, attempts } = await halved(4, (ids) => (ids.length > 2 ? tooLong : undefined));
  expect(told).toEqual(['0 taken', '1 taken', '2 taken', '3 taken']);
  expect(attempts).toEqual(['0 1 2 3', '0 1', '2 3']);
});

it('answers a message that times out alone, and processes the others', async () => {
  const { told } = await halved(4, (ids) => (ids.includes('0') ? tooLong : undefined));
  expect(told).toEqual(['0 alone', '1 taken', '2 taken', '3 taken']);
  const locked = await halved(
    4,
    (ids) => (ids.includes('0') ? tooLong : undefined),
    () => tooLong,
  );
  expect(locked.told).toEqual([tooLong, '1 taken', '2 taken', '3 taken']);
});

it('does not try each of many if the database hangs', async () => {
  const { told, attempts } = await halved(
    64,
    () => tooLong,
    () => tooLong,
  );
  expect(told).toEqual(messages(64).map(() => tooLong));
  expect(attempts.length).toBeLessThan(12);
});
