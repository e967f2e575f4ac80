import { describe, expect, it } from 'vitest';
import {
  guessableCares,
  guessableIntents,
  guessLabels,
} from '../../src/kernel/vocabulary/guess.ts';
import { languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { lexicon, read } from '../../src/languages/reading.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';
import { expand, oneOf } from '../../dev/train/expand.ts';
import { disturbed, habitsOf } from '../../dev/train/noise.ts';
import { readSentences } from '../../dev/train/sentences.ts';
import { orders } from './corpora.ts';
import { sampled } from '../support/sampled.ts';

const today = Temporal.PlainDate.from('2026-11-30');

describe('a text that no rule understands', () => {
  it.each<[Language, string, object]>([
    [
      'en',
      'hey could u let me know whats sitting in my savings acct',
      { intent: 'balance', account: 'savings' },
    ],
    ['en', 'my paycheck, did it make it into the account', { intent: 'deposits' }],
    ['en', 'what can i ask you to do for me', { intent: 'help' }],
    ['en', 'i wanna move some cash over to my savings', { intent: 'help', topic: 'transfer' }],
    ['en', 'someone swiped my purse with the card in it', { intent: 'unknown', care: 'emergency' }],
    [
      'es',
      'fijate cuanto me va quedando en la cuenta de ahorros',
      { intent: 'balance', account: 'savings' },
    ],
    ['fr', 'est-ce que ma paie est rentrée', { intent: 'deposits' }],
  ])('%s: %s', (language, text, reading) => {
    const understood = read(text, { language, today });
    expect(understood.reading).toMatchObject(reading);
    expect(understood.guess).toMatchObject({ tier: 'answer' });
  });

  it('is read although it is long, if a sentence asks', () => {
    const story =
      'Hello, I hope you are all well over there. I have been a member since my father opened this for me back in the nineties, and I have always been happy. Last week we drove to see the grandchildren, and on the way home we had to stop for tires. So now I am sitting here with my notebook. ';
    for (const length of [1, 2]) {
      const text = `${story.repeat(length)} Could you please tell me the balance of my savings account right now? Thank you kindly.`;
      expect(text.length).toBeGreaterThan(160 * length);
      expect(read(text, { language: 'en', today }).reading).toMatchObject({ intent: 'balance' });
    }
    const late = `${story.repeat(3).replaceAll('. ', ', ')} so I am writing. Could you please tell me the balance of my savings account right now?`;
    expect(late.length).toBeGreaterThan(800);
    expect(late.length).toBeLessThanOrEqual(1_000);
    expect(read(late, { language: 'en', today }).reading).toMatchObject({ intent: 'balance' });
    // What its beginning asks is not all that it says.
    const early = `Could you please tell me the balance of my savings account right now? ${story.repeat(4)}`;
    expect(read(early, { language: 'en', today }).reading).toEqual({ intent: 'unknown' });
    const letter = story.repeat(4);
    expect(letter.length).toBeGreaterThan(1_000);
    expect(read(`${letter} What is my balance?`, {}).reading).toEqual({ intent: 'unknown' });
  });

  it('of any length never orders', () => {
    const text = `${'We had a fine day at the lake with the children and the dogs. '.repeat(8)} Move $50 from checking to savings.`;
    expect(text.length).toBeGreaterThan(400);
    expect(read(text, {}).reading.intent).not.toBe('transfer');
  });

  it('of other things stays unknown', () => {
    for (const text of [
      'what is the weather in boston',
      'play some jazz',
      'freeze frame',
      'lock my car',
      'fraud movies',
      'how do you say "freeze my account" in french',
    ])
      expect([text, read(text, { language: 'en' }).reading.intent]).toEqual([text, 'unknown']);
  });
});

const may: ReadonlySet<string> = new Set(guessableIntents);
const cares: ReadonlySet<string> = new Set(guessableCares);
const contexts: readonly ReadingContext[] = [
  {},
  {
    language: 'es',
    today,
    shares: [
      { suffix: '7', kind: 'checking' },
      { suffix: '0', kind: 'savings' },
    ],
  },
];

/** Sentences of all labels with noise, orders whose words are shuffled, and both mixed. */
function* texts(count: number) {
  const random = seededRandom('no orders');
  const made = languages.map((language) => {
    const { templates, slots, short } = readSentences(language);
    const sentences = guessLabels.flatMap((label) =>
      expand(templates.get(label) ?? [], { slots, perLine: 6, random }),
    );
    return { sentences, habits: habitsOf(slots, short) };
  });
  const ordered = orders().map(({ text }) => text);
  const shuffled = (text: string) =>
    text
      .split(' ')
      .map((word) => ({ word, at: random.below(1_000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word)
      .join(' ');
  for (let index = 0; index < count; index += 1) {
    const { sentences, habits } = oneOf(made, random);
    const sentence = disturbed(oneOf(sentences, random), habits, random);
    const order = oneOf(ordered, random);
    const kinds = [
      sentence,
      shuffled(order),
      `${sentence} ${order}`,
      `${shuffled(order)} ${sentence}`,
    ];
    yield kinds[index % kinds.length] ?? sentence;
  }
}

it('no guess about generated texts orders anything', { timeout: 3_600_000 }, () => {
  expect(lexicon.guesses).toHaveLength(languages.length);
  let guesses = 0;
  for (const text of texts(sampled({ all: 1_000_000, sample: 10_000 }))) {
    const context = contexts[text.length % contexts.length] ?? {};
    const { guess, reading, confirm } = read(text, context);
    if (!guess) continue;
    guesses += 1;
    for (const one of guess.readings) {
      const isAllowed = one.intent === 'unknown' ? cares.has(one.care) : may.has(one.intent);
      if (!isAllowed) throw new Error(`${text} → ${JSON.stringify(one)}`);
    }
    if (guess.tier !== 'answer' && reading.intent !== 'unknown') throw new Error(text);
    if (reading.intent === 'lock' && !confirm) throw new Error(`${text} locks at once`);
  }
  expect(guesses).toBeGreaterThan(1_000);
});
