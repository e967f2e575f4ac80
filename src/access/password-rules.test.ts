import { expect, it } from 'vitest';
import { passwordRefusal } from './password-rules.ts';

const expected = ['Vantage Credit Union', 'MyVantage', 'Tweet My Money', 'Mary Novak', '900001'];

it.each([
  ['eleven char', 'password_too_short'],
  ['x'.repeat(129), 'password_too_long'],
  ['aaaaaaaaaaaaaaa', 'password_too_common'],
  ['123456789012', 'password_too_common'],
  ['zyxwvutsrqponm', 'password_too_common'],
  ['passwordpassword', 'password_too_common'],
  ['P4ssw0rd 2026!', 'password_too_common'],
  ['MyVantage-900001', 'password_too_common'],
  ['maryNovak123456', 'password_too_common'],
  ['qwertyuiop123', 'password_too_common'],
  ['1qaz2wsx3edc', 'password_too_common'],
  ['correct horse battery staple', 'password_too_common'],
  ['a lamp beside the harbour', undefined],
  ['Tr4vel-gl0be-9', undefined],
  ['парольнахолме', undefined],
  ['été à la plage bleue', undefined],
  ['🐢🐇🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵 in a row', undefined],
  ['y'.repeat(64) + 'abcdefghzxw', undefined],
])('%s: %s', (password, refusal) => {
  expect(passwordRefusal(password, { expected })).toBe(refusal);
});

it('counts code points, after NFKC', () => {
  expect(passwordRefusal('e\u0301'.repeat(6) + 'abcdef', { expected })).toBeUndefined();
  expect(passwordRefusal('e\u0301'.repeat(6) + 'abcde', { expected })).toBe('password_too_short');
});
