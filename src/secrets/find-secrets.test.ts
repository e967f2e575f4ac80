import { describe, expect, it } from 'vitest';
import { everyday, orders } from '../../test/reading/corpora.ts';
import { codes } from '../../test/privacy/hard/codes.ts';
import { numbers } from '../../test/privacy/hard/numbers.ts';
import { passwords } from '../../test/privacy/hard/passwords.ts';
import { pins } from '../../test/privacy/hard/pins.ts';
import { everydayTexts } from '../../test/privacy/holds-none.ts';
import { lookAlikes } from '../../test/privacy/look-alikes.ts';
import { talkOfSecrets } from '../../test/privacy/talk-of-secrets.ts';
import { holdsSecret, marked, tellsSecret } from '../../test/privacy/texts.ts';
import { findSecrets } from './find-secrets.ts';

/** Returns the text without its secrets. */
function left(text: string): string {
  let result = '';
  let from = 0;
  for (const [start, end] of findSecrets(text).places) {
    result += `${text.slice(from, start)}█`;
    from = end;
  }
  return result + text.slice(from);
}

/** Removes invisible characters, so that remaining digits of any script show. */
const shown = (text: string) => text.replaceAll(/[\s\p{Cf}\p{M}]/gu, '');

describe('secrets in a text', () => {
  it.each(tellsSecret)('are told outright: %s', (written) => {
    const { text, secrets } = marked(written);
    expect(findSecrets(text).tells).toBe(true);
    for (const secret of secrets) expect(shown(left(text))).not.toContain(shown(secret));
  });

  it.each(holdsSecret)('are redacted: %s', (written) => {
    const { text } = marked(written);
    expect(findSecrets(text).tells).toBe(false);
    expect(left(text)).toBe(written.replaceAll(/⟦[^⟧]*⟧/gu, '█'));
  });

  it.each([...passwords, ...pins, ...codes, ...numbers])(
    'do not remain, in part or whole: %s',
    (written) => {
      const { text, secrets } = marked(written);
      const kept = shown(left(text));
      expect(secrets.length).toBeGreaterThan(0);
      for (const secret of secrets)
        for (const part of [
          shown(secret),
          ...secret.split(/\s+/).filter(({ length }) => length > 2),
        ])
          expect(kept.replaceAll(/(?<![a-z])(?:then|and)(?![a-z])/g, '')).not.toContain(part);
    },
  );

  it.each([...everydayTexts, ...lookAlikes, ...talkOfSecrets])('are not found in: %s', (text) => {
    expect(findSecrets(text)).toEqual({ tells: false, places: [] });
  });

  it('are not found in the texts that test reading, except numbers too long for an amount', () => {
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
