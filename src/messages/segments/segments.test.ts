import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments, needsUcs2 } from './count-segments.ts';
import { foldToGsm7 } from './fold-to-gsm7.ts';
import { splitSegments } from './split-segments.ts';

describe('countSegments', () => {
  it.each([
    ['', 'GSM-7', 0, 0],
    ['a', 'GSM-7', 1, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    // Each segment of 153 holds 76 escaped pairs, never half of one.
    ['€'.repeat(153), 'GSM-7', 306, 3],
    ['a{b}', 'GSM-7', 6, 1],
    ['é'.repeat(160), 'GSM-7', 160, 1],
    ['ç'.repeat(70), 'UCS-2', 70, 1],
    ['ç'.repeat(71), 'UCS-2', 71, 2],
    ['ç'.repeat(135), 'UCS-2', 135, 3],
    ['😀'.repeat(35), 'UCS-2', 70, 1],
    // 33 pairs fit in 67 units.
    ['😀'.repeat(67), 'UCS-2', 134, 3],
    ['👍🏽'.repeat(18), 'UCS-2', 72, 2],
  ])('%j', (text, encoding, units, segments) => {
    expect(countSegments(text)).toEqual({ encoding, units, segments });
  });
});

describe('splitSegments', () => {
  const anyText = fc.array(
    fc.oneof(
      fc.stringMatching(/^[ -~]{0,40}$/),
      fc.constantFrom('€', '[', '😀', '👨‍👩‍👧‍👦', 'é', 'ç', '\r\n', '\u0301', '中', '\ud800'),
    ),
    { maxLength: 60 },
  );

  it('returns the whole text, with no segment too long and no pair split', () => {
    fc.assert(
      fc.property(anyText, (parts) => {
        const text = parts.join('');
        const segments = splitSegments(text);
        expect(segments.join('')).toBe(text);
        const wide = needsUcs2(text);
        const limit = (wide ? 70 : 160) - (segments.length > 1 ? (wide ? 3 : 7) : 0);
        for (const segment of segments) {
          const { units } = countSegments(segment);
          expect(wide ? segment.length : units).toBeLessThanOrEqual(limit);
          expect(segment).not.toBe('');
        }
        if (text.isWellFormed())
          for (const segment of segments) expect(segment.isWellFormed()).toBe(true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe('foldToGsm7', () => {
  it.each([
    ['“Don’t – wait… ”', '"Don\'t - wait... "'],
    ['1\u202f250,00\u00a0€', '1 250,00 €'],
    ['Prêt à ça, Zoë: façade, cœur, où, île, Noël', 'Pret à ca, Zoe: facade, coeur, où, ile, Noel'],
    [
      'Categoría, después, acción, útil, ¿señor?, ¡año!',
      'Categoria, después, accion, util, ¿señor?, ¡año!',
    ],
    ['Łódź, Đà Nẵng, Þór, ﬁn', 'Lodz, Dà Nang, Thor, fin'],
    ['e\u0301te\u0301', 'été'],
    ['a\u200bb\u202ec', 'abc'],
    ['中 😀', '中 😀'],
  ])('%s', (text, folded) => {
    expect(foldToGsm7(text)).toBe(folded);
  });

  it('leaves GSM-7 unchanged, and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const folded = foldToGsm7(text);
        expect(foldToGsm7(folded)).toBe(folded);
        if (!needsUcs2(text)) expect(folded).toBe(text);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});
