import { questionFacts } from '../asked.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { isOver, openQuestions } from '../pending.ts';

/**
 * `NO`: cancels the last question; nothing moves. The reply names another question that still waits. Without a question it cancels what
 * waits for approval from this address.
 */
export const decline: Listed<ReadingOf<'decline'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase()],
  needs: () => ({ approvals: true }),
  decide: (_reading, { pending, now, address }, { approver }) => {
    const { choice, confirmation } = pending;
    const [question, next] = openQuestions(pending, now);
    // The list is newer than any question, so NO answers the list.
    const isList = choice !== undefined && !isOver(choice.until, now);
    if (!isList && !question && !confirmation && !choice) {
      const isWaiting = approver?.waiting.some(({ addressId }) => addressId === address.id);
      return isWaiting
        ? { reply: { reply: 'declined' }, effects: [{ effect: 'withdraw_approvals' }] }
        : { reply: { reply: 'nothing_pending' } };
    }
    const beside = isList && question?.what.kind !== 'transfer' ? question : next;
    const voids = isList || !question ? (['transfer'] as const) : [question.what.kind];
    return {
      reply: { reply: 'declined', ...(beside ? { still: questionFacts(beside) } : {}) },
      voids,
    };
  },
};
