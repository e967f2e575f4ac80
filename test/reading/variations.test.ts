import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical, lexicon, read } from '../../src/languages/reading.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { institutionLines } from './corpora.ts';

/**
 * Varies each command that institutions accept: suffixes, amounts and names, case, spacing and
 * punctuation, with and without `#`. The reading must stay the same.
 */
const patterns: readonly {
  readonly text: string;
  readonly fields: (values: Values) => Readonly<Record<string, unknown>>;
}[] = [
  { text: 'bal {a}', fields: ({ a }) => ({ intent: 'balance', account: a }) },
  { text: 'b {a}', fields: ({ a }) => ({ intent: 'balance', account: a }) },
  { text: 'balance {a}', fields: ({ a }) => ({ intent: 'balance', account: a }) },
  { text: 'hist {a}', fields: ({ a }) => ({ intent: 'history', account: a }) },
  { text: 'h {a}', fields: ({ a }) => ({ intent: 'history', account: a }) },
  { text: 'statement {a}', fields: ({ a }) => ({ intent: 'history', account: a }) },
  { text: 'tran {n}', fields: ({ n }) => ({ intent: 'history', account: n }) },
  { text: 'l5t {a}', fields: ({ a }) => ({ intent: 'history', account: a, count: 5 }) },
  { text: 'dep {a}', fields: ({ a }) => ({ intent: 'deposits', account: a }) },
  { text: 'wd {a}', fields: ({ a }) => ({ intent: 'withdrawals', account: a }) },
  { text: 'checks {s}', fields: ({ s }) => ({ intent: 'checks', account: s }) },
  { text: 'check {c}', fields: ({ c }) => ({ intent: 'checks', number: c }) },
  { text: 'chk {c}', fields: ({ c }) => ({ intent: 'checks', number: c }) },
  { text: 'holds {s}', fields: ({ s }) => ({ intent: 'holds', account: s }) },
  { text: 'details {a}', fields: ({ a }) => ({ intent: 'details', account: a }) },
  {
    text: 'trans {m} {s} {t}',
    fields: ({ m, s, t }) => ({ intent: 'transfer', amount: m, from: s, to: t }),
  },
  {
    text: 'trans {s} {t} {m}',
    fields: ({ m, s, t }) => ({ intent: 'transfer', amount: m, from: s, to: t }),
  },
  {
    text: 'xfer {m} from {n} to {o}',
    fields: ({ m, n, o }) => ({ intent: 'transfer', amount: m, from: n, to: o }),
  },
  {
    text: 'x {n} {o} {m}',
    fields: ({ m, n, o }) => ({ intent: 'transfer', amount: m, from: n, to: o }),
  },
  {
    text: 'transfer {m} from {s} to {t}',
    fields: ({ m, s, t }) => ({ intent: 'transfer', amount: m, from: s, to: t }),
  },
  {
    text: 'move {m} from {s} to {t}',
    fields: ({ m, s, t }) => ({ intent: 'transfer', amount: m, from: s, to: t }),
  },
  { text: 'xfr {m} to {t}', fields: ({ m, t }) => ({ intent: 'transfer', amount: m, to: t }) },
  { text: 'trans {m}', fields: ({ m }) => ({ intent: 'transfer', amount: m }) },
];

interface Values {
  readonly a: string;
  readonly n: string;
  readonly o: string;
  readonly s: string;
  readonly t: string;
  readonly c: string;
  readonly m: string;
}

const suffix = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(String),
  fc
    .tuple(fc.constantFrom('S', 'L', 'C', 'CHK'), fc.integer({ min: 0, max: 99 }))
    .map(([letter, number]) => `${letter}${String(number).padStart(2, '0')}`),
);
const name = fc.constantFrom('house', 'fun', 'vacation', 'Savi', 'Chec', 'Xmas', 'college', 'boat');
const kind = fc.constantFrom('chk', 'checking', 'sav', 'savings', 'loan');
const amount = fc.integer({ min: 1_000, max: 99_999_999 });

/** An amount as members write it, and its reading. */
const written = fc
  .tuple(amount, fc.constantFrom('plain', 'sign', 'grouped', 'dollars', 'cents'))
  .map(([units, how]) => {
    const whole = String(Math.trunc(units / 100));
    const cents = String(units % 100).padStart(2, '0');
    const exact = `${whole}.${cents}`;
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
    const texts = {
      plain: whole,
      sign: `$${exact}`,
      grouped: `$${grouped}.${cents}`,
      dollars: `${whole} dollars`,
      cents: exact,
    } as const;
    const kept = how === 'plain' || how === 'dollars' ? `${whole}.00` : exact;
    return { text: texts[how], amount: kept };
  });

const spaces = fc.constantFrom(' ', '  ', '   ');

function plainly(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      typeof value === 'string' && /^(?:account|from|to)$/.test(field)
        ? (lexicon.arguments.kindOf.get(value.toLowerCase()) ?? value.toLowerCase())
        : value,
    ]),
  );
}

it('reads commands alike with other shares, amounts and names, in other case and spacing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.record({ s: fc.oneof(suffix, kind), t: fc.oneof(suffix, kind), n: name, o: name }),
      fc.oneof(suffix, kind, name),
      written,
      fc.integer({ min: 100, max: 999_999 }).map(String),
      fc.record({
        gap: spaces,
        isHash: fc.boolean(),
        shout: fc.constantFrom('as is', 'upper', 'lower', 'title'),
        end: fc.constantFrom('', '.', '!', ' ', ' please', '?'),
      }),
      (pattern, sides, a, figure, check, how) => {
        const { s, t, n, o } = sides;
        fc.pre(plainly({ to: s })['to'] !== plainly({ to: t })['to']);
        fc.pre(n !== o);
        const values: Values = { a, n, o, s, t, c: check, m: figure.amount };
        const places: Readonly<Record<string, string>> = { ...values, m: figure.text };
        const filled = pattern.text
          .split(' ')
          .map((word) => word.replace(/^\{(\w)\}$/, (_all, key: string) => places[key] ?? ''))
          .join(how.gap);
        const shouted =
          how.shout === 'upper'
            ? filled.toUpperCase()
            : how.shout === 'lower'
              ? filled.toLowerCase()
              : how.shout === 'title'
                ? filled.replace(/^./, (letter) => letter.toUpperCase())
                : filled;
        const text = `${how.isHash ? '#' : ''}${shouted}${how.end}`;
        const { reading } = read(text, {});
        expect([text, plainly({ ...reading })]).toEqual([text, plainly(pattern.fields(values))]);
      },
    ),
    { seed: 20260101, numRuns: 6_000 },
  );
});

const lines = institutionLines();

it.skipIf(lines === undefined)(
  'reads each line of the table alike in other case, spacing and punctuation (needs ../shared/data/commands.jsonl)',
  () => {
    const dressed: ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => `  ${text.replaceAll(' ', '   ')}  `,
      (text) => `@myvcu ${text}`,
      (text) => text.normalize('NFD'),
      (text) => text.replace(/^#/, ''),
      (text) => (/^\w+(?: \S+)*$/.test(text) && !/^\d/.test(text) ? `#${text}` : text),
      (text) => `\u200E${text}\u200B`,
    ];
    for (const { text, context, fields } of lines ?? []) {
      const expected = open(read(text, context).reading);
      for (const dress of dressed) {
        const worn = dress(text);
        // A sentence that begins with `#` is another kind of command.
        if (worn.startsWith('#') && !text.startsWith('#') && text.split(' ').length > 3) continue;
        if (fields['intent'] === 'unknown' && worn.startsWith('#')) continue;
        expect([worn, open(read(worn, context).reading)]).toEqual([worn, expected]);
      }
    }
  },
);

function open(reading: Reading): unknown {
  return reading.intent === 'unknown'
    ? 'unknown'
    : plainly({ ...reading, canonical: canonical(reading).toLowerCase() });
}
