import { expect, it } from 'vitest';
import { sparkline } from './sparkline.ts';

it('starts with the balance at the end of the first day', async () => {
  const line = await sparkline(
    [
      { day: 0, value: 500 },
      { day: 0, value: 100 },
      { day: 5, value: 50 },
    ],
    10,
  );
  expect(String(line)).toContain('class="sparkline-line" d="M0 3H120V28H240"');
});

it('draws one balance as a level line', async () => {
  expect(String(await sparkline([{ day: 0, value: 100 }], 10))).toContain('d="M0 3H240"');
});
