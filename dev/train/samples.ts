import type { Random } from '../../src/kernel/random.ts';
import { guessLabels, type GuessLabel } from '../../src/kernel/vocabulary/guess.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { createFeatures } from '../../src/reading/guess/features.ts';
import { plain } from '../../src/reading/normalize.ts';
import { expand } from './expand.ts';
import type { Sample } from './logistic.ts';
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
export function samplesOf(examples: readonly Example[], rows: number): Sample[] {
  const featuresOf = createFeatures(rows);
  const keyOf = ({ language, label }: Example) => `${language} ${label}`;
  const counts = new Map<string, number>();
  for (const example of examples) counts.set(keyOf(example), (counts.get(keyOf(example)) ?? 0) + 1);
  const average = examples.length / counts.size;
  const isNegative = ({ label }: Example) => negatives.has(label);
  const positives = (guessLabels.length - negatives.size) / negatives.size;
  return examples.map((example) => {
    const features = featuresOf(plain(example.text));
    const share = isNegative(example) ? positives : 1;
    return {
      rows: features.rows.slice(0, features.count),
      label: guessLabels.indexOf(example.label),
      weight: (share * average) / (counts.get(keyOf(example)) ?? 1),
    };
  });
}
