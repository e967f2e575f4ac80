import { listQuestions } from '../../kernel/vocabulary/intent.ts';
import { matchesSifted } from '../../kernel/patterns/sieve.ts';
import { joinedRaw, type Token } from '../normalize.ts';
import type { Filter, Reading } from '../reading.ts';
import { findSlots, type SlotReader, type Slots } from './find-slots.ts';
import { flatten } from '../said.ts';

/** Readings that slots can fill. */
export type Fillable = Extract<
  Reading,
  { readonly intent: 'balance' | 'holds' | (typeof listQuestions)[number] }
>;

/**
 * Adds to a reading whatever limits its answer in the text: accounts, period, merchant or category, bounds of amounts, count, sum,
 * the greatest. For a guessed intent call it with the bare reading and all tokens of the text:
 * `fillSlots({ intent: 'history' }, tokenize(tidied, lexicon), { lexicon, shares, style, language, today })`,
 * where `shares` is the text's `ShareReader`, `style` comes from `figureStyleOf`, and `today` is `context.today`. A reading that
 * takes no slots comes back as it is. Pure; a text without slots costs a walk over its words.
 */
export function fillSlots(reading: Reading, tokens: readonly Token[], reader: SlotReader): Reading {
  if (!isFillable(reading)) return reading;
  const slots = findSlots(tokens, reader, {
    accounts: 'words',
    names: reading.intent !== 'balance',
  });
  return withSlots(reading, slots, sumIn(tokens, reader));
}

/** Whether slots can fill this reading. */
export function isFillable(reading: Reading): reading is Fillable {
  return reading.intent === 'balance' || reading.intent === 'holds' || isList(reading);
}

function isList(reading: Reading): reading is Exclude<Fillable, { intent: 'balance' | 'holds' }> {
  return listQuestions.some((intent) => intent === reading.intent);
}

/** Whether a period, a merchant, an amount or a wish limits the answer. */
export function isLimited(reading: Fillable): boolean {
  return limits.some((limit) => reading[limit] !== undefined);
}

const limits = [
  'since',
  'until',
  'find',
  'over',
  'under',
  'min',
  'max',
  'sum',
  'most',
  'least',
  'unapplied',
] as const satisfies readonly (keyof Filter)[];

/** Whether the text asks for a sum: `how much did i spend`, `total deposits`, but not `how much was my last deposit`. */
export function sumIn(
  tokens: readonly Token[],
  { lexicon: { sieve, slots } }: SlotReader,
): boolean {
  return (
    matchesSifted(slots.sums, flatten(joinedRaw(tokens)), sieve) &&
    !tokens.some(({ word }) => slots.latest.has(word))
  );
}

/** A reading with slots. What it says itself stays. */
export function withSlots(reading: Fillable, slots: Slots, asksSum: boolean): Fillable {
  const { accounts } = slots;
  const [only, another] = accounts;
  const named =
    reading.account !== undefined || reading.accounts !== undefined
      ? {}
      : another !== undefined
        ? { accounts }
        : only === undefined
          ? {}
          : { account: only };
  const { sum: _, ...limits } = slots.filter;
  const filter: Filter = reading.intent === 'balance' ? limits : { ...limits, ...slots.today };
  if (!isList(reading)) return { ...reading, ...named, ...filter };
  const count = reading.count ?? slots.count;
  // `how much was my last deposit` asks for that one, `biggest purchase` for that one too.
  const isSum =
    reading.intent !== 'checks' &&
    count === undefined &&
    filter.most === undefined &&
    filter.least === undefined &&
    (asksSum || slots.filter.sum === true);
  return {
    ...reading,
    ...named,
    ...(count === undefined ? {} : { count }),
    ...filter,
    ...(isSum ? { sum: true } : {}),
  };
}
