import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../languages/reading.ts';
import { flatten } from '../../reading/said.ts';
import { everyday, orders, stops } from '../../../test/reading/corpora.ts';
import { needsOf } from './needs.ts';
import { createSieve } from './sieve.ts';

describe('what a pattern needs', () => {
  it.each<[RegExp, string[][]]>([
    [
      /^stop (?:a |the )?payments?$/,
      [
        [
          'stop a payment',
          'stop a payments',
          'stop the payment',
          'stop the payments',
          'stop payment',
          'stop payments',
        ],
      ],
    ],
    [/lost.*card/, [['lost'], ['card']]],
    [/(?:my card|wallet) .{0,20} stolen/, [['my card ', 'wallet '], [' stolen']]],
    [/(?:a.*b|b.*a)/, [['a'], ['b']]],
    [/(?:one|two \d+)/, [['one', 'two ']]],
    [/x{2,}y?/, [['x']]],
    [/[ab]c/, [['ac', 'bc']]],
    [/[^a]c\.(?<name>d)(?=e)\b/, [['c.d']]],
    [/(?:lost)?/, []],
    [/\p{L}+/u, []],
    [/Stop/i, []],
  ])('%s', (pattern, needs) => {
    const sorted = (lists: readonly (readonly string[])[]) => lists.map((list) => [...list].sort());
    expect(sorted(needsOf(pattern))).toEqual(sorted(needs));
  });
});

describe('a sieve', () => {
  const { people, stop, service } = lexicon.freeRules;
  const patterns = [...people, ...stop, ...service, ...lexicon.toPeople.care].map(
    ({ pattern }) => pattern,
  );
  const texts = [...everyday(), ...orders(), ...stops('stops'), ...stops('near-stops')].map(
    ({ text }) => flatten(text),
  );

  it('leaves out no rule that matches', () => {
    const sieve = createSieve(patterns);
    let matches = 0;
    for (const text of texts) {
      const mayMatch = sieve.sift(text);
      for (const pattern of patterns) {
        if (!pattern.test(text)) continue;
        matches += 1;
        expect([text, pattern, mayMatch(pattern)]).toEqual([text, pattern, true]);
      }
    }
    expect(matches).toBeGreaterThan(200);
  });

  it('leaves out nearly all that do not', () => {
    const sieve = createSieve(patterns);
    const tried = texts.reduce((sum, text) => {
      const mayMatch = sieve.sift(text);
      return sum + patterns.filter((pattern) => mayMatch(pattern)).length;
    }, 0);
    expect(tried / texts.length).toBeLessThan(patterns.length / 10);
  });

  it('agrees with the patterns on any text, looking for single characters too', () => {
    const some = [/a.*b/, /(?:b|c)a+/, /^[bc]d?c/, /(?:ab|ba).c/, /d$/, /a{0,2}/, /(?:a.b|b.a)d/];
    const sieve = createSieve(some, 1);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 }),
        (text) => {
          const mayMatch = sieve.sift(text);
          for (const pattern of some)
            if (pattern.test(text)) expect([pattern, mayMatch(pattern)]).toEqual([pattern, true]);
        },
      ),
    );
  });
});
