import type { FigureForm } from './lexicon/number-words.ts';
import type { Token } from './normalize.ts';

/** Replaces numbers in words with figures: `one hundred and fifty dollars`, `cincuenta`, `vingt cinq`. */
export function withFigures(tokens: readonly Token[], { numbers, parts }: FigureForm): Token[] {
  const out: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const run: number[] = [];
    let end = index;
    if (
      parts.oneBeforeScale.has(wordAt(tokens, index)) &&
      parts.scales.has(wordAt(tokens, index + 1))
    )
      end += 1;
    for (; end < tokens.length; end += 1) {
      const word = wordAt(tokens, end);
      // Most words are no number.
      if (run.length === 0 && !word.includes('-') && !numbers.has(word)) break;
      const values = word.split('-').map((part) => numbers.get(part));
      if (values.every((value) => value !== undefined)) {
        run.push(...values.filter((value) => value !== undefined));
      } else if (
        run.length === 0 ||
        !parts.joins.has(wordAt(tokens, end)) ||
        !numbers.has(wordAt(tokens, end + 1))
      ) {
        break;
      }
    }
    const first = tokens[index];
    // `a dollar`, `un euro`: one, if a unit follows.
    if (
      parts.oneBeforeUnit.has(wordAt(tokens, index)) &&
      parts.oneUnits.has(wordAt(tokens, index + 1))
    )
      run.push(1);
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

function wordAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.word ?? '';
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
