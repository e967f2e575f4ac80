import { describe, expect, it } from 'vitest';
import { everyday, orders } from '../../test/reading/corpora.ts';
import { holdsNone, holdsSecret, marked, tellsSecret } from '../../test/privacy/texts.ts';
import { findSecrets } from './find-secrets.ts';

/** What is left of a text. */
function left(text: string): string {
  let result = '';
  let from = 0;
  for (const [start, end] of findSecrets(text).places) {
    result += `${text.slice(from, start)}█`;
    from = end;
  }
  return result + text.slice(from);
}

/** Without what shows nothing: digits that are left would show in any script. */
const shown = (text: string) => text.replaceAll(/[\s\p{Cf}\p{M}]/gu, '');

describe('what must not be kept', () => {
  it.each(tellsSecret)('is told: %s', (written) => {
    const { text, secrets } = marked(written);
    expect(findSecrets(text).tells).toBe(true);
    for (const secret of secrets) expect(shown(left(text))).not.toContain(shown(secret));
  });

  it.each(holdsSecret)('is blacked out: %s', (written) => {
    const { text } = marked(written);
    expect(findSecrets(text).tells).toBe(false);
    expect(left(text)).toBe(written.replaceAll(/⟦[^⟧]*⟧/gu, '█'));
  });

  it.each(holdsNone)('is not in: %s', (text) => {
    expect(left(text)).toBe(text);
  });

  it('is in none of the texts by which reading is tested, but for numbers too long for an amount', () => {
    const texts = [...everyday(), ...orders()].map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(3_000);
    expect(texts.filter((text) => left(text) !== text)).toEqual([
      'wire transfer 5000 to 12345678',
      'trans 99999999999999999999 7 0',
      'trans 999999999999 7 0',
      'trans 1000000000.00 7 0',
    ]);
  });
});
