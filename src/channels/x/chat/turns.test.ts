import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('gives a conversation’s turn to one at a time, and other conversations theirs', async () => {
  const turns = createTurns();
  const first = turns.begin('1/2', 'request');
  expect(first).toBeDefined();
  expect(turns.begin('1/2', 'job')).toBeUndefined();
  expect(turns.begin('1/3', 'request')).toBeDefined();
  const order: string[] = [];
  const waiting = ['a', 'b'].map(async (name) => {
    using turn = await turns.wait('1/2', 'job');
    expect(turn).toBeDefined();
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
  });
  await Promise.resolve();
  expect(order).toEqual([]);
  first?.[Symbol.dispose]();
  await Promise.all(waiting);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(turns.begin('1/2', 'request')).toBeDefined();
});

it('keeps no request waiting for a job, which may ask X', async () => {
  const turns = createTurns();
  const job = turns.begin('1/2', 'job');
  expect(await turns.wait('1/2', 'request')).toBeUndefined();
  job?.[Symbol.dispose]();
  const request = await turns.wait('1/2', 'request');
  expect(request).toBeDefined();
});
