import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { readPublicUrl } from '../kernel/public-url.ts';

it.each([
  ['https://bank.example', 'https://bank.example'],
  ['https://BANK.Example/', 'https://bank.example'],
  ['https://bank.example:443', 'https://bank.example'],
  ['https://bank.example:8443', 'https://bank.example:8443'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
])('%s is %s', (given, url) => {
  expect(readPublicUrl(given)).toEqual({ url });
  expect(readConfig({ TMM_PUBLIC_URL: given }).TMM_PUBLIC_URL).toBe(url);
});

it.each([
  ['http://bank.example', /https/],
  ['https://203.0.113.7', /number/],
  ['https://[2001:db8::1]', /number/],
  ['https://bank.example/site', /path/],
  ['https://bank.example?x=1', /query/],
  ['https://bank.example/?', /query/],
  ['https://ann:hunter2@bank.example', /password/],
  ['bank.example', /such as https/],
  ['https://bank.example.', /dot/],
])('%s is refused with the reason', (given, sentence) => {
  expect(() => readConfig({ TMM_PUBLIC_URL: given })).toThrow(sentence);
  expect(() => readConfig({ TMM_PUBLIC_URL: given })).not.toThrow(/hunter2/);
});
