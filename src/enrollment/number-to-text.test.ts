import { expect, it } from 'vitest';
import { institutionSettings } from '../members/institution-settings.ts';
import { numberToText } from './number-to-text.ts';

it.each([
  [{ sms: { number: '+13145550100' } }, '(314) 555-0100'],
  [{ sms: { number: '72345' } }, '72345'],
  [{}, institutionSettings.parse({}).service],
])('tells members where to text: %j', (settings, shown) => {
  expect(numberToText({ settings: institutionSettings.parse(settings) })).toBe(shown);
});
