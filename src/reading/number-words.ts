import { numberWords } from '../kernel/number-words.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Token } from './normalize.ts';

const joins = new Set(['and', 'et', 'y']);

/** Puts figures in the place of numbers in words: `one hundred and fifty dollars`, `cincuenta`, `vingt cinq`. */
export function withFigures(tokens: readonly Token[], language: Language): Token[] {
  const known = numberWords[language];
  const out: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const run: number[] = [];
    let end = index;
    if (/^(?:one|a)$/.test(tokens[index]?.word ?? '') && isScale(tokens[index + 1]?.word)) end += 1;
    for (; end < tokens.length; end += 1) {
      const parts = (tokens[end]?.word ?? '').split('-').map((part) => known.get(part));
      if (parts.every((part) => part !== undefined)) {
        run.push(...parts.filter((part) => part !== undefined));
      } else if (
        run.length === 0 ||
        !joins.has(tokens[end]?.word ?? '') ||
        !known.has(tokens[end + 1]?.word ?? '')
      ) {
        break;
      }
    }
    const [first] = tokens.slice(index);
    // `a dollar`, `un euro`: one, where the unit says so.
    if (first && isOneUnit(first.word, tokens[index + 1]?.word)) run.push(1);
    if (run.length === 0 || !first) {
      if (first) out.push(first);
      continue;
    }
    const figure = String(valueOf(run));
    out.push({ raw: figure, word: figure, isHash: false });
    index = Math.max(end - 1, index);
  }
  return out;
}

function isOneUnit(word: string, unit: string | undefined): boolean {
  return /^(?:an?|one|une?)$/.test(word) && /^(?:dollar|buck|euro|dolar|peso)$/.test(unit ?? '');
}

function isScale(word: string | undefined): boolean {
  return word === 'hundred' || word === 'thousand';
}

function valueOf(run: readonly number[]): number {
  let total = 0;
  let current = 0;
  for (const value of run) {
    if (value === 1000) {
      total += Math.max(current, 1) * 1000;
      current = 0;
    } else if (value === 100 && current > 0 && current < 100) current *= 100;
    // Quatre-vingts.
    else if (value === 20 && current % 100 === 4) current += 76;
    else current += value;
  }
  return total + current;
}
