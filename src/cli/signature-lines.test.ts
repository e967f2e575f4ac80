import { expect, it } from 'vitest';
import { signatureLines } from './signature-lines.ts';

const none = {
  good: 4,
  unchecked: 0,
  unknown: new Map<number, number>(),
  unsigned: 0,
  unsignedAt: [],
  unvouched: 0,
  unvouchedAt: [],
};

it('names the batches without a signature, and those that nothing proves', () => {
  expect(signatureLines(none)).toEqual([
    'Signatures: 4 valid, 0 not checked (no key given), 0 missing',
  ]);
  expect(signatureLines({ ...none, unsigned: 3, unsignedAt: [{ first: 1n, last: 3n }] })).toEqual([
    'Signatures: 4 valid, 0 not checked (no key given), 3 missing, written without a key (batches 1–3)',
  ]);
  const late = [{ first: 8n, last: 8n }];
  const [first, second, ...rest] = signatureLines({
    ...none,
    unsigned: 4,
    unsignedAt: [{ first: 1n, last: 3n }, ...late],
    unvouched: 1,
    unvouchedAt: late,
  });
  expect(first).toContain('4 missing, written without a key (batches 1–3, 8)');
  expect(second).toMatch(
    /1 has no later signature that covers it \(batch 8\).*Only a head kept outside/,
  );
  expect(rest).toEqual([]);
});

it('counts the signatures of a key that is missing', () => {
  expect(signatureLines({ ...none, unknown: new Map([[1, 12]]) })).toEqual([
    'Signatures: 4 valid, 0 not checked (no key given), 12 not checked (key missing), 0 missing',
  ]);
});

it('lists only a readable number', () => {
  const unsignedAt = Array.from({ length: 30 }, (_, index) => ({
    first: BigInt(2 * index + 1),
    last: BigInt(2 * index + 1),
  }));
  expect(signatureLines({ ...none, unsigned: 30, unsignedAt })[0]).toMatch(/37, 39, …\)$/);
});
