import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { print } from '../print.ts';
import { UsageError } from '../usage-error.ts';
import type { Answers, Question } from './questions.ts';
import { fitsOneLine } from './settings-text.ts';

/** Asks a person at a terminal, or reads answers from the options alone. */
export interface Asker extends Disposable {
  /** @throws UsageError that names each answer that is missing or can’t be taken */
  ask(questions: readonly Question[], given: Answers): Promise<Answers>;
  /** Asks for a secret without showing it. @returns '' where nobody can be asked */
  secret(text: string): Promise<string>;
  readonly isPerson: boolean;
}

/** @param isPerson whether somebody is there to answer */
export function createAsker(isPerson: boolean): Asker {
  let isHidden = false;
  let lines: Interface | undefined;
  const terminal = () =>
    (lines ??= createInterface({
      input: process.stdin,
      output: new Writable({
        write: (piece: Buffer, _encoding, done) => {
          if (!isHidden) process.stdout.write(piece);
          done();
        },
      }),
      terminal: process.stdin.isTTY,
    }));
  return {
    isPerson,
    ask: async (questions, given) => {
      const answers: Record<string, string | undefined> = { ...given };
      const wrong: string[] = [];
      for (const question of questions) {
        const option = given[question.name];
        if (option === undefined && isPerson) {
          answers[question.name] = await askPerson(terminal(), question, answers);
          continue;
        }
        const answer = option ?? question.standard?.(answers);
        const problem = answer === undefined ? 'is missing' : problemOf(question, answer);
        if (problem !== undefined) wrong.push(`--${question.name} ${problem}`);
        answers[question.name] = answer;
      }
      if (wrong.length > 0) throw new UsageError(wrong.join('; '));
      return answers;
    },
    secret: async (text) => {
      if (!isPerson) return '';
      for (;;) {
        process.stdout.write(`${text} (not shown): `);
        isHidden = true;
        const answer = (await terminal().question('')).trim();
        isHidden = false;
        process.stdout.write('\n');
        if (fitsOneLine(answer)) return answer;
        print('  It can’t contain a quote.');
      }
    },
    [Symbol.dispose]: () => lines?.close(),
  };
}

async function askPerson(lines: Interface, question: Question, answers: Answers): Promise<string> {
  const standard = question.standard?.(answers);
  const shown = standard === undefined || standard === '' ? '' : ` [${standard}]`;
  for (;;) {
    const entered = (await lines.question(`${question.text}${shown}: `)).trim();
    const answer = entered === '' ? (standard ?? '') : entered;
    const problem = problemOf(question, answer);
    if (problem === undefined) return answer;
    print(`  It ${problem}.`);
  }
}

function problemOf(question: Question, answer: string): string | undefined {
  return fitsOneLine(answer) ? question.problem(answer) : 'can’t contain a quote';
}
