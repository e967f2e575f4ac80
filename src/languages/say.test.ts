import { expect, it } from 'vitest';
import { filled } from './say.ts';

it('fills the places that have a value', () => {
  expect(filled('Call {phone}, {hours}.', { phone: '555-0142' })).toBe('Call 555-0142, {hours}.');
});

it('ends a sentence once where a time ends in a period', () => {
  const when = '30 nov 2026, 2:08 p.m.';
  expect(filled('Espere hasta {when}. Luego intente otra vez.', { when })).toBe(
    'Espere hasta 30 nov 2026, 2:08 p.m. Luego intente otra vez.',
  );
  expect(filled('Espere hasta {when}.', { when: '14:08' })).toBe('Espere hasta 14:08.');
  expect(filled('{when}…', { when })).toBe(`${when}…`);
});
