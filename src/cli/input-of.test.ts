import { expect, it } from 'vitest';
import { inputOf } from './input-of.ts';

it.each([
  [['number=104211'], undefined, { number: '104211' }],
  [
    ['note=a=b', 'urgent:=true', 'days:=[1,2]'],
    undefined,
    { note: 'a=b', urgent: true, days: [1, 2] },
  ],
  [['number=2'], '{"number":"1","to":"x"}', { number: '2', to: 'x' }],
  [[], undefined, {}],
])('%j with %j', (words, json, input) => {
  expect(inputOf(words, json)).toEqual(input);
});

it.each([
  [['104211'], undefined, 'no field'],
  [['=x'], undefined, 'no field'],
  [['days:=many'], undefined, 'not valid JSON'],
  [[], '{', 'not valid JSON'],
  [[], '[1]', 'JSON object'],
])('refuses %j with %j', (words, json, said) => {
  expect(() => inputOf(words, json)).toThrow(said);
});
