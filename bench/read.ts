import { parseArgs } from 'node:util';
import { guesser, read } from '../src/languages/reading.ts';
import { plain } from '../src/reading/normalize.ts';
import type { ReadingContext } from '../src/reading/reading.ts';
import { readCorpora, type Corpus, type Utterance } from './support/corpora.ts';
import { count, nameOf, noScores, type Outcome, type Scores } from './support/read-scores.ts';
import { say } from './support/say.ts';

/** Where the public sets are, if nothing else is said. They are no part of the repository: their licenses differ. */
const usualFolder = new URL('../../shared/data/corpora', import.meta.url).pathname;

const english: ReadingContext = { language: 'en' };

/**
 * Reads the public sets and prints, for each, how often a text is read as meant, and what a text of each kind costs to read. Not
 * one may be read as an order that it doesn't give.
 */
export function run(args: string[]): object {
  const { values } = parseArgs({
    args,
    options: { corpora: { type: 'string', default: usualFolder } },
  });
  const corpora = readCorpora(values.corpora);
  if (!corpora) {
    say(`skipped the sets: there is no folder ${values.corpora}; name one with --corpora`);
    return { skipped: 'no corpora', micros: microsOf([]) };
  }
  const scores = corpora.map((corpus) => ({ set: corpus.name, ...scoresOf(corpus) }));
  const all = { set: 'all', ...summed(scores) };
  say(table([...scores, all]));
  const micros = microsOf(corpora.flatMap(({ utterances }) => utterances.map(({ text }) => text)));
  say(`microseconds a text: ${JSON.stringify(micros)}`);
  if (all.money > 0) throw new Error(`${all.money} texts were read as orders that they don't give`);
  return { ...percentages(all), money: all.money, micros, timesSegmenter: ratiosOf(micros) };
}

function scoresOf({ utterances }: Corpus): Scores {
  const scores = { ...noScores };
  for (const utterance of utterances) count(scores, utterance, outcomeOf(utterance));
  return scores;
}

function outcomeOf({ text }: Utterance): Outcome {
  const understood = read(text, english);
  const { reading } = understood;
  const suggestion = reading.intent === 'unknown' ? reading.suggestion : undefined;
  return {
    name: nameOf(understood),
    suggested: suggestion === undefined ? undefined : nameOf(read(suggestion, english)),
    isNotice: understood.reportsError === true,
  };
}

function summed(scores: readonly Scores[]): Scores {
  const all = { ...noScores };
  for (const one of scores) {
    for (const key of keys) all[key] += one[key];
  }
  return all;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of numbers
const keys = Object.keys(noScores) as (keyof Scores)[];

/** What each share is a share of. */
const shares = {
  meant: 'in',
  useful: 'in',
  wrong: 'in',
  misled: 'in',
  noticed: 'in',
  nearAnswered: 'near',
  farAnswered: 'far',
  farTold: 'far',
  farSuggested: 'far',
} as const satisfies Partial<Record<keyof Scores, 'in' | 'near' | 'far'>>;

function percentages(scores: Scores): Record<keyof typeof shares, number | null> {
  const of = (key: keyof typeof shares) => {
    const whole = scores[shares[key]];
    return whole === 0 ? null : Math.round((10_000 * scores[key]) / whole) / 100;
  };
  return {
    meant: of('meant'),
    useful: of('useful'),
    wrong: of('wrong'),
    misled: of('misled'),
    noticed: of('noticed'),
    nearAnswered: of('nearAnswered'),
    farAnswered: of('farAnswered'),
    farTold: of('farTold'),
    farSuggested: of('farSuggested'),
  };
}

function table(rows: readonly (Scores & { readonly set: string })[]): string {
  const line = (first: string, cells: readonly (string | number | null)[]) =>
    first.padEnd(20) + cells.map((cell) => String(cell ?? '-').padStart(13)).join('');
  return [
    line('percent', [...Object.keys(shares), 'money']),
    ...rows.map((row) => line(row.set, [...Object.values(percentages(row)), row.money])),
  ].join('\n');
}

/** Commands in their own shape, as members send them most. */
const commands = [
  '#bal',
  'bal 7',
  '#hist 7',
  'hist 7 3',
  '#dep',
  '#wd 0',
  '#check 1042',
  'holds',
  '#trans 50 7 0',
  'OK 4821',
  'NO',
  'HELP',
  'b7',
  'saldo',
  'solde 7',
];

const timed = ['command', 'free', 'guess', 'segmenter'] as const;
type Timed = (typeof timed)[number];

/**
 * The microseconds of one text: in a command's shape; in free wording, with its guess if rules don't understand it; of the guess;
 * and of the reference, JavaScript's own `Intl.Segmenter`, which only finds the words of the same free texts.
 */
function microsOf(texts: readonly string[]): Record<Timed, number> {
  const sample = texts.filter((_, index) => index % 10 === 0);
  const guessed = sample.filter((text) => read(text, english).guess !== undefined).map(plain);
  const shapes = commands.flatMap((text) => Array.from({ length: 200 }, () => text));
  return bestOf({
    command: () => eachOf(shapes, (text) => read(text, english)),
    free: () => eachOf(sample, (text) => read(text, english)),
    guess: () => eachOf(guessed, (text) => guesser(text, 'en')),
    segmenter: () => eachOf(sample, wordsIn),
  });
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function wordsIn(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

/** How many times the reference a text costs. The machine's speed cancels out. */
function ratiosOf(micros: Readonly<Record<Timed, number>>): Record<string, number> | null {
  const of = (kind: Timed) => Math.round((10 * micros[kind]) / micros.segmenter) / 10;
  return micros.segmenter === 0
    ? null
    : { command: of('command'), free: of('free'), guess: of('guess') };
}

const rounds = 9;

/** The best of several rounds, in turns: other programs on the machine only add, and a slow minute is slow for all kinds. */
function bestOf(acts: Readonly<Record<Timed, () => number>>): Record<Timed, number> {
  const best = { command: Infinity, free: Infinity, guess: Infinity, segmenter: Infinity };
  for (let round = 0; round < rounds; round += 1)
    for (const kind of timed) best[kind] = Math.min(best[kind], acts[kind]());
  for (const kind of timed) best[kind] = Math.round(best[kind] * 10) / 10;
  return best;
}

/** Microseconds of the processor for each text. */
function eachOf(texts: readonly string[], act: (text: string) => unknown): number {
  if (texts.length === 0) return 0;
  const started = process.cpuUsage();
  for (const text of texts) act(text);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / texts.length;
}
