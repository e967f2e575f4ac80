import type { CaseFacts } from './case-clocks.ts';

/** The days of a case by the words in which staff give them. */
const days = {
  writtenOn: 'the confirmation in writing',
  creditedOn: 'the provisional credit',
  creditToldOn: 'telling of the credit',
  decidedOn: 'the decision',
  resultToldOn: 'telling the result',
  correctedOn: 'the correction',
  withdrawalToldOn: 'telling that the credit is taken back',
} as const;

type DayName = keyof typeof days;

/** What can be only after something else. */
const after: readonly (readonly [DayName, DayName])[] = [
  ['creditToldOn', 'creditedOn'],
  ['resultToldOn', 'decidedOn'],
  ['correctedOn', 'decidedOn'],
  ['withdrawalToldOn', 'creditedOn'],
  ['withdrawalToldOn', 'decidedOn'],
];

/** What does not fit together in the facts of a case, in sentences. */
export function caseProblems(facts: CaseFacts, today: Temporal.PlainDate): string[] {
  const problems: string[] = [];
  for (const name of dayNames) {
    const day = facts[name];
    if (!day) continue;
    if (isBefore(day, facts.noticeOn))
      problems.push(`${days[name]} can't be before the notice, ${facts.noticeOn.toString()}`);
    if (isBefore(today, day)) problems.push(`${days[name]} is in the future`);
  }
  for (const [late, early] of after) {
    const [second, first] = [facts[late], facts[early]];
    if (second && (!first || isBefore(second, first)))
      problems.push(`${days[late]} comes after ${days[early]}`);
  }
  if ((facts.decidedOn === null) !== (facts.outcome === null))
    problems.push('a decision has a day and an outcome');
  if (facts.correctedOn && facts.outcome !== 'error')
    problems.push('only an error that was found is corrected');
  if (facts.withdrawalToldOn && facts.outcome === 'error')
    problems.push('a credit for an error that was found is not taken back');
  return problems;
}

/** What is still to be done before a case is closed, in sentences. */
export function undone(facts: CaseFacts): string[] {
  const problems: string[] = [];
  if (!facts.decidedOn) problems.push('it is not decided: give --decided and --outcome');
  // Who takes a notice back needs no result.
  if (!facts.resultToldOn && facts.outcome !== 'withdrawn')
    problems.push('the member was not told the result: give --told');
  if (facts.creditedOn && !facts.creditToldOn)
    problems.push('the member was not told of the credit: give --credit-told');
  if (facts.outcome === 'error' && !facts.correctedOn)
    problems.push('the error is not corrected: give --corrected');
  return problems;
}

const dayNames: readonly DayName[] = [
  'writtenOn',
  'creditedOn',
  'creditToldOn',
  'decidedOn',
  'resultToldOn',
  'correctedOn',
  'withdrawalToldOn',
];

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}
