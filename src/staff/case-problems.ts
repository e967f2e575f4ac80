import type { CaseFacts } from './case-clocks.ts';

/** The days of a case, in the words of the staff's commands. */
const days = {
  writtenOn: 'the confirmation in writing',
  creditedOn: 'the provisional credit',
  creditToldOn: 'the notice of the credit',
  decidedOn: 'the decision',
  resultToldOn: 'the notice of the result',
  correctedOn: 'the correction',
  withdrawalToldOn: 'the notice that the credit is withdrawn',
} as const;

type DayName = keyof typeof days;

/** Days that must come after another. */
const after: readonly (readonly [DayName, DayName])[] = [
  ['creditToldOn', 'creditedOn'],
  ['resultToldOn', 'decidedOn'],
  ['correctedOn', 'decidedOn'],
  ['withdrawalToldOn', 'creditedOn'],
  ['withdrawalToldOn', 'decidedOn'],
];

/** Finds contradictions in the facts of a case, as sentences. */
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
      problems.push(`${days[late]} must come after ${days[early]}`);
  }
  if ((facts.decidedOn === null) !== (facts.outcome === null))
    problems.push('a decision needs a day and an outcome');
  if (facts.correctedOn && facts.outcome !== 'error')
    problems.push('only an error that was found can be corrected');
  if (facts.withdrawalToldOn && facts.outcome === 'error')
    problems.push('a credit for an error that was found can’t be withdrawn');
  return problems;
}

/** Lists the steps left before a case can be closed, as sentences. */
export function stepsLeft(facts: CaseFacts): string[] {
  const problems: string[] = [];
  if (!facts.decidedOn) problems.push('it is not decided: give --decided and --outcome');
  // A member who withdraws a notice needs no result.
  if (!facts.resultToldOn && facts.outcome !== 'withdrawn')
    problems.push('the member was not told the result: give --told');
  if (facts.creditedOn && !facts.creditToldOn)
    problems.push('the member was not told of the credit: give --credit-told');
  if (facts.creditedOn && facts.decidedOn && facts.outcome !== 'error' && !facts.withdrawalToldOn)
    problems.push(
      'the provisional credit stands: take it back, or note with --withdrawal-told that it was settled',
    );
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
