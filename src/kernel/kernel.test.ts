import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert, Bug } from './assert.ts';
import { manualClock } from './clock.ts';
import { createIds } from './ids.ts';
import { seededRandom, systemRandom } from './random.ts';
import { createKeyring } from './keyring.ts';

describe('ids', () => {
  it('are UUIDv7, each greater than the last, even within a millisecond and when the clock steps back', () => {
    const clock = manualClock('2026-11-23T16:42:00Z');
    const ids = createIds(clock, seededRandom(1));
    const made: string[] = [];
    for (let index = 0; index < 10_000; index += 1) {
      made.push(ids.next());
      if (index === 6_000) clock.advance({ milliseconds: -50 });
    }
    expect(
      made.every((id) =>
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
      ),
    ).toBe(true);
    expect(new Set(made).size).toBe(made.length);
    expect(made.every((id, index) => index === 0 || id > (made[index - 1] ?? ''))).toBe(true);
    expect(Number.parseInt((made[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(
      Temporal.Instant.from('2026-11-23T16:42:00Z').epochMilliseconds,
    );
  });
});

describe('random', () => {
  it('repeats for the same seed and differs for another', () => {
    const draw = (seed: string) =>
      Array.from({ length: 20 }, () => seededRandom(seed).below(1_000_000));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    const one = seededRandom(7);
    const two = seededRandom(7);
    expect([...one.bytes(100), ...one.bytes(3)]).toEqual([...two.bytes(103)]);
  });

  it('stays below its limit and reaches every value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (limit) => {
        const seen = new Set(Array.from({ length: limit * 30 }, () => systemRandom.below(limit)));
        return [...seen].every((value) => value >= 0 && value < limit);
      }),
      { seed: 1, numRuns: 50 },
    );
    const random = seededRandom('coverage');
    expect(new Set(Array.from({ length: 1_000 }, () => random.below(6))).size).toBe(6);
  });
});

describe('keyring', () => {
  const key = (id: number) => ({ id, key: new Uint8Array(32).fill(id) });
  const keyring = createKeyring([key(1), key(2)], systemRandom);

  it('decrypts its own values, only for the same place and purpose', () => {
    const encrypted = keyring.encrypt('code', 'codes/1/a', 'KM4T7Q');
    expect(Buffer.from(encrypted).toString('latin1')).not.toContain('KM4T7Q');
    expect(keyring.decrypt('code', 'codes/1/a', encrypted)).toBe('KM4T7Q');
    const refusals = [
      () => keyring.decrypt('code', 'codes/1/b', encrypted),
      () => keyring.decrypt('address', 'codes/1/a', encrypted),
      () => keyring.decrypt('code', 'codes/1/a', encrypted.subarray(0, 20)),
      () => createKeyring([key(1)], systemRandom).decrypt('code', 'codes/1/a', encrypted),
    ];
    for (const refused of refusals) expect(refused).toThrow(/can’t be decrypted/);
    for (let at = 0; at < encrypted.length; at += 1) {
      const flipped = Uint8Array.from(encrypted);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(() => keyring.decrypt('code', 'codes/1/a', flipped)).toThrow(/can’t be decrypted/);
    }
  });

  it('finds values under every key during a rotation, and knows which key signed', () => {
    const old = createKeyring([key(1)], systemRandom);
    expect(keyring.blindIndexes('address', 'x/1')[1]).toEqual(old.blindIndex('address', 'x/1'));
    expect(keyring.blindIndex('address', 'x/1')).not.toEqual(old.blindIndex('address', 'x/1'));
    const signature = old.sign('record', 'head');
    expect(keyring.verify('record', 'head', signature)).toBe(true);
    expect(keyring.verify('record', 'other', signature)).toBe(false);
    expect(old.verify('record', 'head', keyring.sign('record', 'head'))).toBeUndefined();
  });

  it('knows a new key before it encrypts with it', () => {
    const old = createKeyring([key(1)], systemRandom);
    const knowing = createKeyring([key(1), key(2)], systemRandom, 1);
    expect(old.decrypt('code', 'a', knowing.encrypt('code', 'a', 'KM4T7Q'))).toBe('KM4T7Q');
    expect(old.verify('record', 'head', knowing.sign('record', 'head'))).toBe(true);
    expect(knowing.blindIndex('address', 'x/1')).toEqual(old.blindIndex('address', 'x/1'));
    expect(knowing.decrypt('code', 'a', keyring.encrypt('code', 'a', 'KM4T7Q'))).toBe('KM4T7Q');
    // Both prefer the same one of two rows.
    expect(knowing.blindIndexes('address', 'x/1')).toEqual(keyring.blindIndexes('address', 'x/1'));
    expect(() => createKeyring([key(1)], systemRandom, 2)).toThrow(/is one of the master keys/);
  });
});

it('an assertion that fails is a bug with its sentence', () => {
  expect(() => assert(false, 'the sky is up')).toThrow(new Bug('the sky is up'));
});
