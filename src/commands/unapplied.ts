import { listQuestions } from '../kernel/vocabulary/intent.ts';
import type { Asked, Reading } from '../reading/reading.ts';
import type { Unapplied } from '../wording/filter-facts.ts';
import { pastDay } from './balance/past-balance.ts';
import { factsOfFilter } from './filter.ts';
import type { Decision, Situation } from './situation.ts';

/** Adds what was heard as a limit and has no part in the answer, so that the answer says so. */
export function withUnapplied(
  decision: Decision,
  reading: Reading,
  situation: Situation,
): Decision {
  const unapplied = unappliedOf(reading, situation);
  if (!unapplied || decision.opens || decision.reply.reply === 'refused') return decision;
  return { ...decision, reply: { ...decision.reply, unapplied } };
}

function unappliedOf(reading: Reading, situation: Situation): Unapplied | undefined {
  if (!mayLimit(reading)) return undefined;
  const rest = restOf(reading, situation);
  if (!rest && reading.unapplied === undefined) return undefined;
  const facts = factsOfFilter(rest ?? {}, situation.currency);
  return { ...facts, words: reading.unapplied };
}

type Limited = Extract<
  Reading,
  { readonly intent: 'balance' | 'holds' | (typeof listQuestions)[number] }
>;

function mayLimit(reading: Reading): reading is Limited {
  const { intent } = reading;
  return intent === 'balance' || intent === 'holds' || listQuestions.some((one) => one === intent);
}

/** The limits that this question can't have. `undefined`: none. */
function restOf(reading: Limited, situation: Situation): Asked | undefined {
  // A check by its number is one check.
  if (reading.intent === 'checks') return 'number' in reading ? reading : undefined;
  if (reading.intent !== 'balance') return undefined;
  const { since: _since, until: _until, ...rest } = reading;
  return pastDay(reading, situation) ? rest : reading;
}
