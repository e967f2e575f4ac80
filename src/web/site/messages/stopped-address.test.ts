import { expect, it } from 'vitest';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { sayIn } from './say.ts';

it.each(languages)('the pages of enrollment explain START to everybody, in %s', (language) => {
  const say = sayIn(language);
  const phone = say('phone_word_lead', { name: '+1 ••• 0123', until: '10:10', to: '314-555-0100' });
  expect(phone).toMatch(/START/);
  expect(phone).toContain('314-555-0100');
  expect(phone).not.toMatch(/[{}]/);
  // Nothing went out where STOP was said, so no page says that it did.
  expect(phone).not.toMatch(/^It went|^Il est parti|^Fue enviada/);
  expect(say('x_start_hint')).toMatch(/STOP.*START/);
});
