import type { Reply } from '../../wording/reply.ts';
import { questionFacts } from '../asked.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { isOver, openQuestions } from '../pending.ts';
import { labelOf } from '../resolve-share.ts';
import type { ApproverFacts, Situation } from '../situation.ts';

/**
 * `NO`: cancels what was asked last; nothing moves. That is a list, a question, or all that waits for the member's approval. The reply
 * names what still waits: another question, or else a transfer for the member's approval.
 */
export const decline: Listed<ReadingOf<'decline'>> = {
  alwaysAllowed: () => true,
  examples: (word) => [word.toUpperCase()],
  needs: () => ({ approvals: true }),
  decide: (_reading, { pending, now, settings, shares }, { approver }) => {
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
    const rest = beside
      ? { still: questionFacts(beside) }
      : { waits: waitingFacts(approver, shares) };
    return { reply: { reply: 'declined', ...rest }, voids };
  },
};

/** The transfer that the member was asked last to approve. */
function waitingFacts(
  approver: ApproverFacts | undefined,
  shares: Situation['shares'],
): Extract<Reply, { reply: 'declined' }>['waits'] {
  const last = approver?.waiting.at(-1);
  if (!last) return undefined;
  const from = shares.find(({ id }) => id === last.fromShareId);
  const to = shares.find(({ id }) => id === last.toShareId);
  // Without its accounts it can't be approved any more.
  if (!from || !to) return undefined;
  const transfer = { amount: last.amount, from: labelOf(from), to: labelOf(to) };
  return { transfer, until: last.expiresAt };
}
