import type { Random } from '../../src/kernel/random.ts';
import { oneOf, sentenceOf, type Slots } from './expand.ts';
import { parseTemplate, type Template } from './template.ts';

/** How members really write, in one language. */
export interface Habits {
  readonly slots: Slots;
  /** What stands before and after what they want: `hi, can you tell me`, `please`. */
  readonly leads: readonly Template[];
  readonly tails: readonly Template[];
  /** How they shorten words: `you` as `u`. */
  readonly short: ReadonlyMap<string, readonly string[]>;
}

/** Reads habits from a language's slots: `lead`, `tail`, and `short`, whose lines are `you = u, ya`. */
export function habitsOf(slots: Slots, short: string): Habits {
  const pairs = short.split('\n').flatMap((line): [string, string[]][] => {
    const [word = '', ways = ''] = line.split('=');
    const written = ways
      .split(',')
      .map((way) => way.trim())
      .filter(Boolean);
    return line.startsWith(';') || written.length === 0 ? [] : [[word.trim(), written]];
  });
  const nothing = [parseTemplate('')];
  return {
    slots,
    leads: slots.get('lead') ?? nothing,
    tails: slots.get('tail') ?? nothing,
    short: new Map(pairs),
  };
}

/** Chances in a hundred. */
const chance = { lead: 20, tail: 15, short: 20, drop: 8, slip: 18 };

/** Writes a sentence as a member in a hurry might: with a greeting, shortened words, a word left out, a letter mistyped. */
export function disturbed(sentence: string, habits: Habits, random: Random): string {
  const happens = (percent: number) => random.below(100) < percent;
  let words = sentence.split(' ');
  if (happens(chance.short)) words = words.map((word) => shortened(word, habits, random));
  if (words.length > 3 && happens(chance.drop)) words.splice(random.below(words.length), 1);
  if (happens(chance.slip)) words = withSlip(words, random);
  const lead = happens(chance.lead)
    ? sentenceOf(oneOf(habits.leads, random), habits.slots, random)
    : '';
  const tail = happens(chance.tail)
    ? sentenceOf(oneOf(habits.tails, random), habits.slots, random)
    : '';
  return [lead, ...words, tail].filter(Boolean).join(' ');
}

function shortened(word: string, { short }: Habits, random: Random): string {
  const ways = short.get(word.toLowerCase());
  return ways ? oneOf(ways, random) : word;
}

/** Mistypes one letter of one longer word: left out, doubled, swapped with the next, or the key beside it. */
function withSlip(words: readonly string[], random: Random): string[] {
  const at = random.below(words.length);
  const word = words[at] ?? '';
  if (word.length < 4) return [...words];
  const place = random.below(word.length - 1);
  const before = word.slice(0, place);
  const letter = word.charAt(place);
  const after = word.slice(place + 1);
  const slips = [
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + beside(letter, random) + after,
  ];
  return words.with(at, oneOf(slips, random));
}

const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function beside(letter: string, random: Random): string {
  const row = keys.find((one) => one.includes(letter));
  if (row === undefined) return letter;
  const at = row.indexOf(letter);
  const neighbors = row.slice(Math.max(0, at - 1), at) + row.slice(at + 1, at + 2);
  return oneOf(neighbors.split(''), random);
}
