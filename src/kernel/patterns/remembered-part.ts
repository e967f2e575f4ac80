import { createWordTable, hashIn } from './word-table.ts';

/**
 * Remembers a function's answers by words of texts, like `remembered`. A word that is known costs no string. The function must be
 * pure, and its answers must not be changed.
 */
export function rememberedPart<Answer>(
  answer: (word: string) => Answer,
): (text: string, from: number, to: number) => Answer {
  const words = createWordTable();
  let answers: Answer[] = [];
  return (text, from, to) => {
    const hash = hashIn(text, from, to);
    const known = words.find(text, from, to, hash);
    const found = known < 0 ? undefined : answers[known];
    if (found !== undefined) return found;
    const made = answer(text.slice(from, to));
    if (words.isFull()) {
      words.clear();
      answers = [];
    }
    if (known < 0 && words.keep(text, from, to, hash, answers.length)) answers.push(made);
    return made;
  };
}
