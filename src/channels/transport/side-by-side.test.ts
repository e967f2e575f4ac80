import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

it('keeps as many under way as may be, and gives how each ended in order', async () => {
  let underWay = 0;
  let most = 0;
  const ended = await sideBySide([5, 4, 3, 2, 1, 0], 3, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
    underWay -= 1;
    if (item === 2) throw new Error('two');
    return item * 10;
  });
  expect(most).toBe(3);
  expect(ended.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    50,
    40,
    30,
    'failed',
    10,
    0,
  ]);
});

it('does what needs no wait while one hangs', async () => {
  const done: number[] = [];
  const hanging = Promise.withResolvers<void>();
  const all = sideBySide([0, 1, 2, 3, 4], 2, async (item) => {
    if (item === 0) await hanging.promise;
    done.push(item);
  });
  await expect.poll(() => done).toEqual([1, 2, 3, 4]);
  hanging.resolve();
  await all;
  expect(done).toEqual([1, 2, 3, 4, 0]);
});

it('is done at once where there is nothing', async () => {
  expect(await sideBySide([], 8, async () => 1)).toEqual([]);
});
