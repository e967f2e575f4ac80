import { questionFacts } from '../asked.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { isOver, openQuestions } from '../pending.ts';

/**
 * `NO`: cancels what was asked last; nothing moves. That is a list, a question, or all that waits for the member's approval. The reply
 * names another question that still waits.
 */
export const decline: Listed<ReadingOf<'decline'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase()],
  needs: () => ({ approvals: true }),
  decide: (_reading, { pending, now, settings }, { approver }) => {
    const { choice, confirmation } = pending;
    const [question, next] = openQuestions(pending, now);
    // The list is newer than any question, so NO answers the list.
    const isList = choice !== undefined && !isOver(choice.until, now);
    const until = isList ? choice.until : question?.until;
    const askedAt =
      until && Temporal.Instant.from(until).subtract({ seconds: settings.confirmationSeconds });
    const waiting = approver?.waiting.at(-1);
    if (waiting && (!askedAt || Temporal.Instant.compare(waiting.askedAt, askedAt) >= 0))
      return {
        reply: { reply: 'declined', ...(question ? { still: questionFacts(question) } : {}) },
        effects: [{ effect: 'withdraw_approvals' }],
      };
    if (!confirmation && !choice) return { reply: { reply: 'nothing_pending' } };
    const beside = isList && question?.what.kind !== 'transfer' ? question : next;
    const voids = isList || !question ? (['transfer'] as const) : [question.what.kind];
    return {
      reply: { reply: 'declined', ...(beside ? { still: questionFacts(beside) } : {}) },
      voids,
    };
  },
};
