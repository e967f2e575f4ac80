import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { lexicon, read } from '../../src/languages/reading.ts';

/** A repeated group that matches a text in several ways needs time that doubles with every word. */
const repetitions = 40;

/** Far more than any pattern needs, and far less than 2 to the number of repetitions. */
const timeout = 1_000;

const sandbox = createContext({ pattern: /x/, text: '' });
const script = new Script('pattern.test(text)');

function isFast(pattern: RegExp, text: string): boolean {
  Object.assign(sandbox, { pattern, text });
  try {
    script.runInContext(sandbox, { timeout });
    return true;
  } catch {
    return false;
  }
}

/** All patterns in a value, each with its place. */
function patternsIn(value: unknown, place: string, seen = new Set<unknown>()): [string, RegExp][] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (value instanceof RegExp) return [[place, value]];
  const inner = value instanceof Map ? [...value] : Object.entries(value);
  return inner.flatMap(([key, one]) => patternsIn(one, `${place}.${String(key)}`, seen));
}

/** The groups of a pattern that may match any number of times. */
function repeatedGroups(source: string): string[] {
  const open: number[] = [];
  const found: string[] = [];
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '(') open.push(at);
    else if (source[at] === ')') {
      const from = open.pop() ?? 0;
      if (/^[*+]/.test(source.slice(at + 1))) found.push(source.slice(from, at + 1));
    }
  }
  return found;
}

/** The phrases that a pattern spells out, and the words of each. */
function phrasesOf(source: string): string[] {
  const phrases = source.replaceAll(/\\./g, ' ').match(/[a-z][a-z']*(?: [a-z][a-z']*)*/g) ?? [];
  return [...new Set(phrases.flatMap((phrase) => [phrase, ...phrase.split(' ')]))];
}

const patterns = patternsIn(lexicon, 'lexicon');

describe('words that repeat', () => {
  it('match each repeated group of every pattern in one way', { timeout: 120_000 }, () => {
    const groups = new Set(patterns.flatMap(([, { source }]) => repeatedGroups(source)));
    expect(groups.size).toBeGreaterThan(50);
    const slow = [...groups].filter((group) => {
      const pattern = new RegExp(`^ ?${group}* ?$`, 'u');
      return phrasesOf(group).some((phrase) => {
        const text = Array.from({ length: repetitions }, () => phrase).join(' ');
        return !isFast(pattern, `${text} !`) || !isFast(pattern, ` ${text}!`);
      });
    });
    expect(slow).toEqual([]);
  });

  it('take no pattern long', { timeout: 240_000 }, () => {
    const slow = patterns.flatMap(([place, pattern]) =>
      phrasesOf(pattern.source).flatMap((phrase) => {
        const text = Array.from({ length: repetitions }, () => phrase).join(' ');
        return isFast(pattern, `${text} az`) ? [] : [`${place}: ${phrase}`];
      }),
    );
    expect(slow).toEqual([]);
  });

  it.each(['a', 'me', 'de', 'en', 'ever again', 'any more', 'como puedo', 'por favor', 'please'])(
    'read `%s` many times without hanging',
    (phrase) => {
      const text = Array.from({ length: 18 }, () => phrase).join(' ');
      const begun = performance.now();
      read(`${text} az`, {});
      expect(performance.now() - begun).toBeLessThan(2_000);
    },
  );
});
