import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../languages/reading.ts';
import { flatten } from '../../reading/said.ts';
import { everyday, orders, stops } from '../../../test/reading/corpora.ts';
import { allMatches } from './all-matches.ts';
import { needsOf } from './needs.ts';

import { createRewriter } from './rewriter.ts';
import { createScanner } from './scanner.ts';
import { createSieve, firstMatch } from './sieve.ts';

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
    [/no \d{2}/, [['no '], Array.from('0123456789')]],
    [/[ab]c/, [['ac', 'bc']]],
    [/[^a]c\.(?<name>d)(?=e)\b/, [['c.de'], ['c.d']]],
    [/\bj(?=(?:ai|avais)\b)/, [['jai', 'javais'], ['j']]],
    [/a(?=.*b)(?!c)(?=d?)/, [['b'], ['a', 'ad'], ['a']]],
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

  it.each([1, 3] as const)('gives the rules that may match in their order: %s', (keyLength) => {
    const some = [/abc.*bcd/, /d$/, /(?:abd|bca)c+/, /ccc/, /a{0,2}/, /Abc/i];
    const sieve = createSieve(some, keyLength);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 }),
        (text) => {
          const mayMatch = sieve.sift(text);
          const next = sieve.among(some);
          const given: RegExp[] = [];
          for (let at = next(text, 0); at >= 0; at = next(text, at + 1))
            given.push(...some.slice(at, at + 1));
          expect(given).toEqual(some.filter((pattern) => mayMatch(pattern)));
          expect(
            firstMatch(
              some.map((pattern) => ({ pattern })),
              text,
              sieve,
            )?.pattern,
          ).toBe(some.find((pattern) => pattern.test(text)));
        },
      ),
    );
  });
});

describe('a scanner', () => {
  it('finds exactly the strings that a text includes, within words and across them', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 9 });
    const lists = fc.array(fc.array(text.filter(Boolean), { minLength: 1, maxLength: 3 }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(lists, fc.array(text, { maxLength: 8 }), (sought, texts) => {
        const scanner = createScanner();
        const numbers = sought.map((strings) => scanner.add(strings));
        // Each text twice: the second time from memory, after others.
        for (const one of [...texts, ...texts]) {
          scanner.scan(one);
          expect(scanner.has(0)).toBe(true);
          expect(numbers.map((list) => scanner.has(list))).toEqual(
            sought.map((strings) => strings.some((string) => one.includes(string))),
          );
        }
      }),
    );
  });
});

describe('a rewriter', () => {
  it('replaces like one pattern after another, also what another one wrote', () => {
    const pairs: [RegExp, string][] = [
      [/abc/g, 'bcd'],
      [/bcd+/g, 'cda $&'],
      [/^cda/, 'dab'],
      [/dab b/g, ''],
    ];
    const rewrite = createRewriter(pairs);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'abc'), maxLength: 10 }),
        (text) => {
          const expected = pairs.reduce((said, [pattern, by]) => said.replace(pattern, by), text);
          expect(rewrite(text)).toBe(expected);
        },
      ),
    );
  });
});

describe('all matches', () => {
  it('are those of matchAll, with their places', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 }),
        fc.constantFrom(/a+b/dg, /(?<secret>a)b?/dg, /b*/g, /^a/g),
        (text, pattern) => {
          const all = allMatches(text, pattern);
          expect(all.map(({ 0: found, index, indices }) => [found, index, indices])).toEqual(
            [...text.matchAll(new RegExp(pattern))].map(({ 0: found, index, indices }) => [
              found,
              index,
              indices,
            ]),
          );
        },
      ),
    );
  });
});
