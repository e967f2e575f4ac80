import { describe, expect, it } from 'vitest';
import { languages } from '../../src/kernel/vocabulary/language.ts';
import { read } from '../../src/languages/reading.ts';
import { memberTexts } from './corpora.ts';

const today = Temporal.PlainDate.from('2026-11-30');

/** These labels have answers of their own. */
const cares: Readonly<Record<string, string>> = {
  hello: 'care:hello',
  thanks: 'care:thanks',
  loss: 'care:emergency',
};

const orders: ReadonlySet<string> = new Set(['transfer', 'pay', 'ambiguous']);

/** What tells something of the member's money. */
const data: ReadonlySet<string> = new Set([
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'holds',
  'checks',
  'accounts',
  'limits',
]);

/** Most of these texts were looked at when words were added later, so this guards what is read, and measures nothing. */
describe.each(languages)('texts as members send them, in %s', (language) => {
  const texts = memberTexts(language).map(({ text, want }) => {
    const { reading } = read(text, { language, today });
    const care = reading.intent === 'unknown' ? reading.care : undefined;
    const name = care ? `care:${care}` : reading.intent;
    return { text, want: want.map((one) => cares[one] ?? one), name };
  });
  const asked = texts.filter(({ want }) => !want.includes('near') && !want.includes('far'));

  it('are read as meant', () => {
    const meant = asked.filter(({ want, name }) => want.includes(name));
    const wrong = asked.filter(
      ({ want, name }) => name !== 'unknown' && name !== 'dispute' && !want.includes(name),
    );
    expect(asked.length).toBeGreaterThan(380);
    expect(meant.length / asked.length).toBeGreaterThan(0.84);
    expect(wrong.length / asked.length, JSON.stringify(wrong)).toBeLessThan(0.04);
  });

  it('get no data about other things', () => {
    const far = texts.filter(({ want }) => want.includes('far'));
    expect(far.length).toBeGreaterThan(30);
    expect(far.filter(({ name }) => data.has(name))).toEqual([]);
  });

  it('move no money that they don’t order', () => {
    expect(texts.filter(({ want, name }) => orders.has(name) && !want.includes(name))).toEqual([]);
  });
});
