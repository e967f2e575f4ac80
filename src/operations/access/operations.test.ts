import { expect, it } from 'vitest';
import { accessOperations } from './index.ts';

it('every operation is named once and refuses what is unknown in its input', () => {
  expect(new Set(accessOperations.map(({ id }) => id)).size).toBe(accessOperations.length);
  expect(new Set(accessOperations.map(({ method, path }) => `${method} ${path}`)).size).toBe(
    accessOperations.length,
  );
  for (const { input } of accessOperations) {
    expect(input.safeParse({ somethingElse: 1 }).success).toBe(false);
  }
});
