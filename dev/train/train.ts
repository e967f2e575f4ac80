import { seededRandom } from '../../src/kernel/random.ts';
import { languages } from '../../src/kernel/vocabulary/language.ts';
import { guessLabels } from '../../src/kernel/vocabulary/guess.ts';
import type { Model } from '../../src/reading/guess/model.ts';
import { learn } from './logistic.ts';
import { quantized } from './quantized.ts';
import { examplesOf, samplesOf } from './samples.ts';
import { readSentences } from './sentences.ts';

/** One model for all languages: 20 labels of a byte for each row are 300 kB. */
const rows = 15_360;
const seed = 'guess';

/** Trains the model from the sentences of all languages. The same sentences give the same bytes. */
export function train(say: (line: string) => void = () => {}, root?: string): Model {
  const random = seededRandom(seed);
  const examples = languages.flatMap((language) =>
    examplesOf(readSentences(language, root), random),
  );
  say(`${examples.length} sentences`);
  const samples = samplesOf(examples, rows);
  const weights = learn(samples, {
    rows,
    labels: guessLabels.length,
    epochs: 4,
    rate: 0.5,
    random,
  });
  return { labels: guessLabels, rows, ...quantized(weights) };
}
