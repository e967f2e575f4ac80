import { expect, it } from 'vitest';
import { sealLines } from './seal-lines.ts';

const none = { good: 4, unchecked: 0, unsealed: 0, unsealedAt: [], unvouched: 0, unvouchedAt: [] };

it('names the batches without a signature, and those for which nothing vouches', () => {
  expect(sealLines(none)).toEqual(['Signatures: 4 valid, 0 not checked (no key given), 0 missing']);
  expect(sealLines({ ...none, unsealed: 3, unsealedAt: [{ first: 1n, last: 3n }] })).toEqual([
    'Signatures: 4 valid, 0 not checked (no key given), 3 missing, written without a key (batches 1–3)',
  ]);
  const late = [{ first: 8n, last: 8n }];
  const [first, second, ...rest] = sealLines({
    ...none,
    unsealed: 4,
    unsealedAt: [{ first: 1n, last: 3n }, ...late],
    unvouched: 1,
    unvouchedAt: late,
  });
  expect(first).toContain('4 missing, written without a key (batches 1–3, 8)');
  expect(second).toMatch(
    /1 has no later signature that covers it \(batch 8\).*Only a head kept outside/,
  );
  expect(rest).toEqual([]);
});

it('lists no more than can be read', () => {
  const unsealedAt = Array.from({ length: 30 }, (_, index) => ({
    first: BigInt(2 * index + 1),
    last: BigInt(2 * index + 1),
  }));
  expect(sealLines({ ...none, unsealed: 30, unsealedAt })[0]).toMatch(/37, 39, …\)$/);
});
