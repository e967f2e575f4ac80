import { expect, it } from 'vitest';
import { createWorld } from '../kernel/world.ts';
import { Fault } from '../kernel/fault.ts';
import { createInstitution } from '../members/institution.ts';
import { institutionSettings } from '../members/institution-settings.ts';
import { openTestDatabase } from '../../test/support/engines.ts';
import { readConfig, settings } from './config.ts';

/**
 * Tries every setting with wrong values of many kinds: each refusal says what it should be, and
 * never what it was.
 */
const raw =
  /invalid|expected|received|too (?:big|small)|unrecognized|input|undefined|\bNaN\b|wrong format|wrong type/i;
const secret = 'hunter2hunter2';

const wrongTexts = [
  ' ',
  'x',
  '-1',
  '1e3',
  '0x10',
  '1.5',
  'NaN',
  '99999999999999999999',
  'true',
  'null',
  '[]',
  `${secret}\n`,
  `${secret}\u0000`,
  `http://${secret}.example`,
  `https://u:${secret}@api.example`,
  `https://api.example?${secret}`,
  `https://api.example/#${secret}`,
  `ftp://${secret}`,
  `postgres://u:${secret}@a@b/c`,
  `postgres://u:${secret}%@b/c`,
  'ADVANCED',
  `AC${secret}`,
  'x'.repeat(10_000),
];

it('refuses each setting of the environment in a sentence', () => {
  const refusedOf = new Map<string, number>();
  for (const { name } of settings())
    for (const value of wrongTexts) {
      try {
        readConfig({ [name]: value });
      } catch (error) {
        const { message } = error instanceof Fault ? error : { message: String(error) };
        refusedOf.set(name, (refusedOf.get(name) ?? 0) + 1);
        expect(message).toMatch(new RegExp(`- ${name}: (?:is|has|must|names|can't|ends) `));
        expect(message, `${name}=${value.slice(0, 60)}`).not.toMatch(raw);
        expect(message).not.toContain(secret);
      }
    }
  for (const { name } of settings()) expect(refusedOf.get(name), name).toBeGreaterThan(0);
});

it('refuses a value that is no text in the same way', () => {
  for (const { name } of settings())
    for (const value of [1, true, {}, [], null]) {
      const read = () =>
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test tries what the types forbid
        readConfig({ [name]: value } as unknown as Record<string, string>);
      expect(read).toThrow(new RegExp(`- ${name}: is `));
      expect(read).not.toThrow(raw);
    }
});

it.each([
  'TMM_X_API_URL',
  'TMM_X_AUTHORIZE_URL',
  'TMM_TWILIO_API_URL',
  'TMM_TWILIO_LOOKUPS_URL',
  'TMM_KANNEL_SENDSMS_URL',
  'TMM_KANNEL_CALLBACK_URL',
] as const)('%s must be https, except on this machine', (name) => {
  const isKannels = name.startsWith('TMM_KANNEL');
  const read = (value: string) => readConfig({ [name]: value })[name];
  expect(read('https://API.example:443/v1/')).toBe('https://api.example/v1');
  for (const good of [
    'http://127.0.0.1:13013',
    'http://localhost:9',
    'http://[::1]:9',
    'http://127.8.9.1',
  ])
    expect(read(good)).toBe(good);
  for (const own of [
    'http://10.0.0.5:8080',
    'http://172.20.1.1',
    'http://192.168.1.2',
    'http://kannel:13013',
    'http://[fd00::1]',
    'http://sms.internal',
  ])
    if (isKannels) expect(read(own)).toBe(own);
    else expect(() => read(own)).toThrow(/must use https/);
  for (const bad of [
    'http://api.example',
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://[2001:db8::1]',
    'http://127.0.0.1.example',
  ])
    expect(() => read(bad)).toThrow(/must use https/);
  for (const bad of ['https://u@api.example', 'https://u:p@api.example', 'http://:p@127.0.0.1'])
    expect(() => read(bad)).toThrow(/user or a password/);
  for (const bad of ['https://api.example?', 'https://api.example/a?b=c', 'https://api.example#a'])
    expect(() => read(bad)).toThrow(/leave them out/);
  for (const bad of [
    'api.example',
    'ftp://api.example',
    'https://',
    '//api.example',
    'javascript:1',
  ])
    expect(() => read(bad)).toThrow(/must start with https/);
});

const wrongValues: readonly unknown[] = [
  'x'.repeat(500),
  '',
  -1,
  0,
  1.5,
  1e30,
  true,
  [],
  [1],
  ['x'.repeat(500)],
  [null],
  [{}],
  Array.from({ length: 500 }, () => 'US'),
  {},
  { en: 1 },
  { xx: 'y' },
  { xx: { yy: 1 } },
  { 'help.sms': { de: 'x' } },
  { add: { nothing: ['x'] } },
  { remove: [1] },
  { number: 5 },
  { number: '+18005226009', carrier: 'pigeon' },
  { main: 'red', onMain: '#fff' },
  { perTransfer: -1, perDay: 'x' },
  { userId: 'x', handle: '' },
  { countries: ['USA'], perDay: -1 },
  { days: [9], from: 'x' },
  [{ days: [9], from: '25:00', to: 9 }],
  'http://logo.example/a.png',
  'javascript:alert(1)',
];

it('refuses each setting of an institution in a sentence', { timeout: 60_000 }, async () => {
  await using db = await openTestDatabase('pglite');
  for (const name of Object.keys(institutionSettings.shape)) {
    let refused = 0;
    for (const value of wrongValues) {
      if (institutionSettings.safeParse({ [name]: value }).success) continue;
      refused += 1;
      const made = createInstitution(db, createWorld(), {
        slug: 'north',
        name: 'North',
        zone: 'America/Chicago',
        currency: 'USD',
        settings: { [name]: value },
      });
      const error: unknown = await made.then(
        () => undefined,
        (cause: unknown) => cause,
      );
      const message = error instanceof Fault ? error.message : `not refused: ${String(error)}`;
      expect(message).toContain(name);
      expect(message, `${name}=${JSON.stringify(value).slice(0, 80)}`).not.toMatch(raw);
      expect(message).not.toContain('x'.repeat(500));
      // One sentence for each setting, without consequences.
      const paths = [...message.matchAll(/(?:: |; )([\w.]+): /g)].map(([, path]) => path);
      expect(new Set(paths).size).toBe(paths.length);
    }
    expect(refused, name).toBeGreaterThan(0);
  }
});
