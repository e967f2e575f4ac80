import { languages } from '../kernel/vocabulary/language.ts';
import { expect, it } from 'vitest';
import { describeApi } from '../web/api/description.ts';
import { webOperations } from '../web/site/site.ts';
import { refusalExample, refusalTitle } from './refusal-title.ts';
import { webRefusals, type WebRefusal } from './refusals.ts';

const codes = Object.keys(webRefusals).filter((code): code is WebRefusal => code in webRefusals);

it('no title has an unfilled placeholder, and each is a short sentence', () => {
  expect(codes.length).toBeGreaterThan(40);
  const titles = codes.map(refusalTitle);
  expect(titles.filter((title) => /[{}]|^\W|^$/.test(title))).toEqual([]);
  expect(titles.filter((title) => !/[.!?]$/.test(title))).toEqual([]);
  expect(refusalTitle('limit_above_ours')).toBe('Limit above ours.');
  expect(refusalTitle('sign_in_first')).toBe('Please sign in first.');
});

it.each(languages)('nor has an example in %s', (language) => {
  expect(codes.filter((code) => /[{}]/.test(refusalExample(code, language)))).toEqual([]);
});

it('nor has the description of the API', () => {
  const text = JSON.stringify(describeApi(webOperations, { server: 'https://bank.example' }));
  expect(text.match(/"(?:title|detail)":"[^"]*\{\w+\}/g)).toBeNull();
});
