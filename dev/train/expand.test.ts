import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/kernel/random.ts';
import { expand, parseTemplates, sentenceOf } from './expand.ts';
import { parseTemplate } from './template.ts';

const slots = new Map([
  ['share', parseTemplates('savings\nchecking', 'share')],
  ['number', parseTemplates('3\n5', 'number')],
  ['period', parseTemplates('last week\nthe last {number} days', 'period')],
  ['loop', parseTemplates('{loop}', 'loop')],
]);

function all(line: string): string[] {
  const made = expand([parseTemplate(line)], { slots, perLine: 200, random: seededRandom(1) });
  return made.sort();
}

describe('templates of sentences', () => {
  it.each<[string, string[]]>([
    ['(what is|whats) my balance', ['what is my balance', 'whats my balance']],
    ['[my ]balance', ['balance', 'my balance']],
    ['[please] balance [?]', ['balance', 'balance ?', 'please balance', 'please balance ?']],
    ['(a|b (c|d))', ['a', 'b c', 'b d']],
    ['[(a|b) ]c', ['a c', 'b c', 'c']],
    ['balance(, please|)', ['balance', 'balance, please']],
    ['{share} balance', ['checking balance', 'savings balance']],
    [
      'deposits {period}',
      ['deposits last week', 'deposits the last 3 days', 'deposits the last 5 days'],
    ],
  ])('expands %s', (line, sentences) => {
    expect(all(line)).toEqual(sentences);
  });

  it('skips empty lines and comments', () => {
    expect(parseTemplates('; a comment\n\nbalance\n', 'balance.txt')).toHaveLength(1);
  });

  it.each(['(a', 'a)', '[a', '{Share}', '{share', 'a}'])(
    'names the place of a slip in %s',
    (line) => {
      expect(() => parseTemplates(`fine\n${line}`, 'balance.txt')).toThrow(
        /balance\.txt:2: .*column/,
      );
    },
  );

  it('refuses an unknown slot, and one that holds itself', () => {
    const random = seededRandom(1);
    expect(() => sentenceOf(parseTemplate('{nope}'), slots, random)).toThrow(
      'no values for {nope}',
    );
    expect(() => sentenceOf(parseTemplate('{loop}'), slots, random)).toThrow('holds itself');
  });

  it('makes the same sentences for the same seed, and others for another', () => {
    const templates = parseTemplates('(a|b|c) (a|b|c) (a|b|c) (a|b|c) {share}', 'x');
    const made = (seed: string) =>
      expand(templates, { slots, perLine: 20, random: seededRandom(seed) });
    expect(made('one')).toEqual(made('one'));
    expect(made('one')).not.toEqual(made('two'));
    expect(new Set(made('one')).size).toBe(20);
  });
});
