import type { Reply } from '../wording/reply.ts';
import { isOver, openQuestions, questionsOf, type PendingConfirmation } from './pending.ts';
import type { Decision, Situation } from './situation.ts';

/** The last question that can still be answered, or what to say if there is none. */
export function latest({
  pending,
  now,
}: Situation): { readonly question: PendingConfirmation } | Extract<Decision, { reply: Reply }> {
  const [question] = openQuestions(pending, now);
  if (question) return { question };
  const { choice } = pending;
  // A list waits for its number, or for NO.
  if (choice && !isOver(choice.until, now))
    return { reply: { reply: 'choice_range', count: choice.options.length } };
  const isExpired = questionsOf(pending).length > 0;
  return isExpired
    ? { reply: { reply: 'confirmation_expired' }, voids: ['transfer', 'dispute', 'lock'] }
    : { reply: { reply: 'nothing_pending' } };
}

/** A question's number, and its expiry. */
export function questionFacts({ code, until }: PendingConfirmation) {
  return { confirmation: code, until: Temporal.Instant.from(until) };
}

/** What to send in answer. */
export function hint(waiting: PendingConfirmation) {
  return { reply: 'affirm_hint', ...questionFacts(waiting) } as const;
}

/**
 * Whether a pending question may be answered: if its command is allowed, which only a transfer isn't.
 * @param code the question's number; if no question has it, the last question counts
 */
export function answersAllowed({ pending }: Situation, code: string | undefined): boolean {
  const questions = questionsOf(pending);
  const answered = questions.find((one) => one.code === code) ?? questions[0];
  return answered !== undefined && answered.what.kind !== 'transfer';
}
