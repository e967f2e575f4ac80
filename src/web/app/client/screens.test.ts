import { afterEach, describe, expect, it, vi } from 'vitest';
import { openAppPage } from '../../../../test/support/app-page.ts';
import { commandList } from '../../../operations/messages/list-commands.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('amounts', () => {
  it.each([
    ['en', '50.25', '50.25'],
    ['en', '1,250', '1250.00'],
    ['en', '$ 20', '20.00'],
    ['es', '50,25', '50.25'],
    ['fr', '1 250,5', '1250.50'],
    ['fr', '50.25', '50.25'],
    // These leave a doubt, so the server says so.
    ['en', '50,25', '50,25'],
    ['fr', '1.250', '1.250'],
    ['en', 'ten', 'ten'],
  ] as const)('in %s are read as written: %s', async (language, written, read) => {
    openAppPage(language);
    const { figureIn } = await import('./read-figure.ts');
    expect(figureIn(written)).toBe(read);
  });
});

const share = {
  suffix: '7',
  kind: 'checking',
  nickname: null,
  currency: 'USD',
  ledger: '10.00',
  available: '8.00',
  held: '2.00',
  overdraftLimit: '500.00',
} as const;

it.each(languages)(
  'the figures of an account are labeled in %s, without a place left',
  async (language) => {
    openAppPage(language);
    const { linesOf, overdraftOf } = await import('./accounts/shares.ts');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is read of it
    const lines = linesOf(share as never);
    // The overdraft limit is no part of the sum.
    expect(lines.flat()).toHaveLength(4);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    const apart = overdraftOf(share as never);
    expect(apart).toMatch(/500/);
    expect([...lines.flat(), apart].join(' ')).not.toMatch(/[{}]/);
  },
);

it('every text that the app says without places has none, and gets all others by name', async () => {
  openAppPage();
  const { given } = await import('./given.ts');
  const { readdirSync, readFileSync } = await import('node:fs');
  const folder = import.meta.dirname;
  const wrong = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      return [...text.matchAll(/\bsay\(\s*'(\w+)'\s*\)/g)].flatMap(([, said = '']) =>
        /[{}]/.test(Reflect.get(given.texts, said) ?? '{}') ? [`${name}: ${said}`] : [],
      );
    });
  expect(wrong).toEqual([]);
});

it('one tap asks: no suggestion moves money or changes anything', async () => {
  openAppPage();
  const { suggested } = await import('./messages/chips.ts');
  const words = { add: {}, remove: [] };
  for (const language of languages) {
    const all = commandList({ language, words, suffixes: { from: '7', to: '0' } });
    const isReading = (text: string) =>
      all.some(({ reads, examples }) => reads && examples.includes(text));
    const chips = suggested(all);
    expect(chips.length).toBeGreaterThan(3);
    expect(chips.filter((text) => !isReading(text))).toEqual([]);
    // Also where the list is in another order.
    expect(suggested(all.toReversed()).filter((text) => !isReading(text))).toEqual([]);
    const { transfer } = Object.fromEntries(all.map((one) => [one.intent, one]));
    expect(transfer).toMatchObject({ reads: false });
  }
});

it('a path that can’t be decoded shows the accounts', async () => {
  openAppPage();
  const { routeOf, pathOf } = await import('./route.ts');
  expect(routeOf('/app/accounts/%E0%A4%A')).toBe('accounts');
  expect(routeOf('/app/accounts/7')).toBe('accounts/7');
  expect(routeOf('/app')).toBe('');
  expect(routeOf(pathOf('accounts/é'))).toBe('accounts/é');
});

it('a history has each transaction once, also where its pages overlap', async () => {
  openAppPage();
  const { withOlder } = await import('./accounts/history.ts');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is read of it
  const entry = (number: number) => ({ number }) as never;
  expect(withOlder([entry(3), entry(2)], [entry(2), entry(1)])).toEqual([3, 2, 1].map(entry));
});

describe('a reload', () => {
  it('waits for a call on its way, an outcome, and the step of the code', async () => {
    const page = openAppPage();
    const { isIdle } = await import('./update.ts');
    const { call } = await import('./api.ts');
    let shown = '';
    Object.assign(document, {
      querySelector: (selector: string) => (shown !== '' && selector.includes(shown) ? {} : null),
      querySelectorAll: () => [],
    });
    expect(isIdle()).toBe(true);
    let answer = () => {};
    page.answer = async () =>
      new Promise((resolve) => {
        answer = () => resolve([200, {}]);
      });
    const called = call('readAppAddress', {});
    expect(isIdle()).toBe(false);
    answer();
    await called;
    expect(isIdle()).toBe(true);
    for (shown of ['dialog[open]', '.done', '.code-step']) expect(isIdle()).toBe(false);
  });
});
