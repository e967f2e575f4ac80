import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.ts';

describe('a text that staff may read', () => {
  it.each([
    ['Write to Ann@Example.com now', 'write to [mail] now'],
    ['(ann@mail.example.com), please', '[mail] please'],
    ['x@y@z.com', '[mail]'],
    ['@ann asks @bob.', '@… asks @…'],
    ['a@b is 50 @ 2.5', 'a@b is ## @ #.#'],
    ['a@.b c@d.', 'a@.b c@d.'],
    ['see https://a.example/b?c=1 at 10:15', 'see [link] at ##:##'],
  ])('masks %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each(['a@', 'a.@', '@a.', 'www.a@', 'https://', '@ ', '.a '])(
    'masks many `%s` in time',
    (part) => {
      const started = performance.now();
      const masked = maskText(part.repeat(10_000 / part.length));
      expect(performance.now() - started).toBeLessThan(500);
      expect(masked.length).toBeLessThanOrEqual(161);
    },
  );
});
