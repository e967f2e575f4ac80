import { print } from '../print.ts';
import { UsageError } from '../usage-error.ts';
import type { Answers, Question } from './questions.ts';
import { fitsOneLine } from './settings-text.ts';
import { openTypedLines, type TypedLines } from './typed-lines.ts';

/** Who answers: a person at a terminal, a script that pipes a line for each question, or only the options. */
export type Answerer = 'person' | 'script' | 'nobody';

/** Asks for answers, or reads them from the options alone. */
export interface Asker extends Disposable {
  /** @throws UsageError that names each answer that is missing or can’t be taken */
  ask(questions: readonly Question[], given: Answers): Promise<Answers>;
  /** Asks for a secret without showing it. @returns '' where nobody can be asked */
  secret(text: string): Promise<string>;
  /** Whether somebody can correct an answer. */
  readonly isPerson: boolean;
}

export function createAsker(answerer: Answerer): Asker {
  const lines = openTypedLines();
  const isPerson = answerer === 'person';
  const next: TypedLines['next'] = async (prompt, shows) => {
    const line = await lines.next(prompt, shows);
    if (line === undefined && isPerson) throw new UsageError('it was ended before all answers');
    return line?.trim();
  };
  /** The answer, or `undefined` where a line is empty, or no more come. */
  const entered = async (question: Question, answers: Answers): Promise<string | undefined> => {
    const standard = question.standard?.(answers);
    const shown = standard === undefined || standard === '' ? '' : ` [${standard}]`;
    for (;;) {
      const line = await next(`${question.text}${shown}: `, 'shown');
      const answer = line === undefined || line === '' ? standard : line;
      const problem = problemOf(question, answer ?? '');
      if (!isPerson || problem === undefined) return answer;
      print(`  It ${problem}.`);
    }
  };
  return {
    isPerson,
    ask: async (questions, given) => {
      const answers: Record<string, string | undefined> = { ...given };
      const wrong: string[] = [];
      for (const question of questions) {
        const option = given[question.name];
        const answer =
          option ??
          (answerer === 'nobody' ? question.standard?.(answers) : await entered(question, answers));
        const problem = answer === undefined ? 'is missing' : problemOf(question, answer);
        if (problem !== undefined) wrong.push(`--${question.name} ${problem}`);
        answers[question.name] = answer;
      }
      if (wrong.length > 0) throw new UsageError(wrong.join('; '));
      return answers;
    },
    secret: async (text) => {
      if (answerer === 'nobody') return '';
      for (;;) {
        const answer = (await next(`${text} (not shown): `, 'hidden')) ?? '';
        if (fitsOneLine(answer)) return answer;
        if (!isPerson) throw new UsageError(`${text}: it can’t contain a quote`);
        print('  It can’t contain a quote.');
      }
    },
    [Symbol.dispose]: () => lines[Symbol.dispose](),
  };
}

function problemOf(question: Question, answer: string): string | undefined {
  return fitsOneLine(answer) ? question.problem(answer) : 'can’t contain a quote';
}
