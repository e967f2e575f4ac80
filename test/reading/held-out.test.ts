import { describe, expect, it } from 'vitest';
import { read } from '../../src/languages/reading.ts';
import { heldOut } from './corpora.ts';

const today = Temporal.PlainDate.from('2026-11-30');

/** Public sets are in English only. These questions stand in for them; nobody tunes words or thresholds on them. */
describe.each(['es', 'fr'] as const)('questions that nobody tuned for, in %s', (language) => {
  const texts = heldOut(language).map(({ text, want }) => {
    const { reading } = read(text, { language, today });
    const care = reading.intent === 'unknown' ? reading.care : undefined;
    return { text, want, name: care ? `care:${care}` : reading.intent };
  });
  const isOther = ({ want }: { readonly want: readonly string[] }) =>
    want.includes('near') || want.includes('far');

  it('are mostly read as meant', () => {
    const asked = texts.filter((one) => !isOther(one));
    const meant = asked.filter(({ want, name }) => want.includes(name));
    expect(asked.length).toBeGreaterThan(40);
    expect(meant.length / asked.length).toBeGreaterThan(0.75);
  });

  it('get a fixed answer at most if they are about other things, and move no money', () => {
    const others = texts.filter(isOther);
    expect(others.length).toBeGreaterThan(8);
    const isFixed = ({ want, name }: (typeof texts)[number]) =>
      name === 'answer' && want.includes('near');
    expect(others.filter((one) => one.name !== 'unknown' && !isFixed(one))).toEqual([]);
    const orders = new Set(['transfer', 'pay', 'ambiguous']);
    expect(texts.filter(({ want, name }) => orders.has(name) && !want.includes(name))).toEqual([]);
  });
});
