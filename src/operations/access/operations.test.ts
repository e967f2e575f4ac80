import { expect, it } from 'vitest';
import { accessOperations } from './index.ts';

it('every operation has its own name and refuses unknown input fields', () => {
  expect(new Set(accessOperations.map(({ id }) => id)).size).toBe(accessOperations.length);
  expect(new Set(accessOperations.map(({ method, path }) => `${method} ${path}`)).size).toBe(
    accessOperations.length,
  );
  for (const { input } of accessOperations) {
    expect(input.safeParse({ somethingElse: 1 }).success).toBe(false);
  }
});
