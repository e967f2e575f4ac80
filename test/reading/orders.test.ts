import { expect, it } from 'vitest';
import { canonical } from '../../src/languages/reading.ts';
import { read } from '../../src/languages/reading.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { institutionLines, orders } from './corpora.ts';

/** Fields that an expectation omits: a suggestion, and the readings of an ambiguous order. */
function comparable(reading: Reading): Readonly<Record<string, unknown>> {
  if (reading.intent === 'unknown' || reading.intent === 'ambiguous')
    return { intent: reading.intent };
  return { ...reading };
}

/** For periods. */
const today = Temporal.PlainDate.from('2026-11-30');
const lines = institutionLines();

it.skipIf(lines === undefined)(
  'reads the table of institutions’ commands as expected (needs ../shared/data/commands.jsonl)',
  () => {
    const read1 = (lines ?? []).map(({ text, context }) => [
      text,
      comparable(read(text, context).reading),
    ]);
    expect(read1.length).toBeGreaterThan(90);
    expect(read1).toEqual((lines ?? []).map(({ text, fields }) => [text, fields]));
  },
);

const phrases = orders();

it('reads phrased orders and questions as meant', () => {
  expect(phrases.length).toBeGreaterThan(700);
  const got = phrases.map(({ text }) => [text, comparable(read(text, { today }).reading)]);
  expect(got).toEqual(phrases.map(({ text, fields }) => [text, fields]));
});

it('reports the language of the words, and never another', () => {
  for (const { text, language } of phrases) {
    const told = read(text, { today }).language;
    // Fraud is the same word in two languages.
    if (told !== undefined && text !== 'fraude') expect([text, told]).toEqual([text, language]);
  }
});

it('reads the same text alike, a second time and with courtesy around it', () => {
  for (const { text, fields } of phrases) {
    const first = read(text, { today });
    expect(read(text, { today })).toEqual(first);
    const isBare = /^#?[\d.?]+$/.test(text) || /thank|please|merci|gracias|svp/i.test(text);
    if (isBare || fields['intent'] === 'affirm' || fields['intent'] === 'decline') continue;
    expect([text, read(`please ${text}`, { today }).reading]).toEqual([text, first.reading]);
  }
});

it('reads the canonical form of a reading as that reading', () => {
  for (const { text } of phrases) {
    const { reading } = read(text, { today });
    if (/^(?:unknown|refused|ambiguous)$/.test(reading.intent)) continue;
    const again = read(canonical(reading), { today });
    if ('count' in reading) {
      // A count needs its share.
      if (!('account' in reading)) continue;
    }
    expect([text, again.reading, again.confirm]).toEqual([text, reading, false]);
  }
});
