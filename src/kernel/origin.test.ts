import { describe, expect, it } from 'vitest';
import { isOrigin } from './origin.ts';

describe('an origin', () => {
  it.each(['https://online.bank.example', 'https://a.example:8443', 'http://localhost:3000'])(
    'is %s',
    (text) => {
      expect(isOrigin(text)).toBe(true);
    },
  );
  it.each([
    'https://bank.example/',
    'https://bank.example/path',
    'http://bank.example',
    'https://*.bank.example',
    "https://bank.example; script-src 'unsafe-inline'",
    'https://user@bank.example',
    'https://bank.example:443',
    'null',
    '*',
  ])('is not %s', (text) => {
    expect(isOrigin(text)).toBe(false);
  });
});
