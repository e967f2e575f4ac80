import type { Random } from '../../src/kernel/random.ts';
import { guessLabels, type GuessLabel } from '../../src/kernel/vocabulary/guess.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { createFeatures } from '../../src/reading/guess/features.ts';
import { plain } from '../../src/reading/normalize.ts';
import { expand } from './expand.ts';
import type { Samples } from './logistic.ts';
import { disturbed, habitsOf } from './noise.ts';
import type { SentenceFiles } from './sentences.ts';

/** A sentence that we made, and what it means. */
export interface Example {
  readonly text: string;
  readonly label: GuessLabel;
  readonly language: Language;
}

/** The most sentences of one template, and how many of them stay without noise. */
const perLine = 40;

/** Makes all examples of a language: each sentence as it is or disturbed. */
export function examplesOf(
  { language, templates, slots, short }: SentenceFiles,
  random: Random,
): Example[] {
  const habits = habitsOf(slots, short);
  return guessLabels.flatMap((label) => {
    const sentences = expand(templates.get(label) ?? [], { slots, perLine, random });
    return sentences.map((sentence) => ({
      text: random.below(2) === 0 ? sentence : disturbed(sentence, habits, random),
      label,
      language,
    }));
  });
}

const negatives: ReadonlySet<GuessLabel> = new Set<GuessLabel>(['near', 'far']);

/**
 * Turns examples into samples. Within a language every intent weighs the same, whatever the number of its sentences, and the
 * negatives together weigh as much as all intents.
 */
export function samplesOf(examples: readonly Example[], rows: number): Samples {
  const featuresOf = createFeatures(rows);
  const keyOf = ({ language, label }: Example) => `${language} ${label}`;
  const counts = new Map<string, number>();
  for (const example of examples) counts.set(keyOf(example), (counts.get(keyOf(example)) ?? 0) + 1);
  const average = examples.length / counts.size;
  const positives = (guessLabels.length - negatives.size) / negatives.size;
  const starts = new Uint32Array(examples.length + 1);
  let all = new Uint16Array(examples.length * 128);
  let end = 0;
  for (const [index, { text }] of examples.entries()) {
    const features = featuresOf(plain(text));
    if (end + features.count > all.length) all = grown(all, features.count);
    for (let at = 0; at < features.count; at += 1) all[end + at] = features.rows[at] ?? 0;
    end += features.count;
    starts[index + 1] = end;
  }
  return {
    rows: all.subarray(0, end),
    starts,
    labels: Uint8Array.from(examples, ({ label }) => guessLabels.indexOf(label)),
    weights: Float64Array.from(
      examples,
      (example) =>
        ((negatives.has(example.label) ? positives : 1) * average) /
        (counts.get(keyOf(example)) ?? 1),
    ),
  };
}

function grown(list: Uint16Array, more: number): Uint16Array<ArrayBuffer> {
  const longer = new Uint16Array(list.length * 2 + more);
  longer.set(list);
  return longer;
}
