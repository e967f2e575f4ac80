import type { Reply } from '../wording/reply.ts';
import { openQuestions, questionsOf, type PendingConfirmation } from './pending.ts';
import type { Decision, Situation } from './situation.ts';

/** The question that was asked last and may still be answered, or what to say where there is none. */
export function latest({
  pending,
  now,
}: Situation): { readonly question: PendingConfirmation } | Extract<Decision, { reply: Reply }> {
  const [question] = openQuestions(pending, now);
  if (question) return { question };
  const isExpired = questionsOf(pending).length > 0;
  return isExpired
    ? { reply: { reply: 'confirmation_expired' }, voids: ['transfer', 'dispute', 'lock'] }
    : { reply: { reply: 'nothing_pending' } };
}

/** The number of a question, and how long it waits. */
export function questionFacts({ code, until }: PendingConfirmation) {
  return { confirmation: code, until: Temporal.Instant.from(until) };
}

/** What to send in answer. */
export function hint(waiting: PendingConfirmation) {
  return { reply: 'affirm_hint', ...questionFacts(waiting) } as const;
}

/**
 * Answering a question that waits is allowed where its command is: only a transfer isn't.
 * @param code of the question; without one that waits, the last question counts
 */
export function answersAllowed({ pending }: Situation, code: string | undefined): boolean {
  const questions = questionsOf(pending);
  const answered = questions.find((one) => one.code === code) ?? questions[0];
  return answered !== undefined && answered.what.kind !== 'transfer';
}
