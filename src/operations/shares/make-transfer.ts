import { z } from 'zod';
import type { CoreSnapshot } from '../../core/core.ts';
import { assert } from '../../kernel/assert.ts';
import { postFromSession, prefetchTransfer } from '../../transfers/post.ts';
import { receiptOf } from '../../transfers/receipt.ts';
import { readMemberStanding } from '../../transfers/standing.ts';
import type { MemberContext } from '../request-context.ts';
import { muchMovedToday } from '../fresh-conditions.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import { agreedField, disclose } from '../disclose.ts';
import { figure } from './shares.ts';
import { planTransfer, sessionContext, transferFields } from './transfer-plan.ts';
import { transferRefusals, transferRefused } from './transfer-refused.ts';

/**
 * Moves money between the member's own shares, once for each nonce no matter how often it is sent.
 */
export const makeTransfer = operation({
  id: 'makeTransfer',
  method: 'POST',
  path: '/transfers',
  tag: 'Accounts',
  summary: 'Moves money between the member’s own accounts',
  access: 'member',
  freshWhen: muchMovedToday,
  input: z.strictObject({
    ...transferFields,
    nonce: z
      .uuid()
      .describe(
        'From the preview, or any new UUID. Sending the same one again moves nothing and gets the same response.',
      ),
    agreedTo: agreedField,
  }),
  output: z.object({
    amount: z.string(),
    currency: z.string(),
    state: z
      .enum(['posted', 'pending'])
      .describe(
        'pending: another core keeps the books and has not confirmed it. Ask again with the same nonce; do not send a new one.',
      ),
    from: z.object({
      suffix: z.string(),
      available: z.string().nullable().describe('Null while pending, or if staff confirmed it.'),
    }),
    to: z.object({
      suffix: z.string(),
      available: z
        .string()
        .nullable()
        .describe('On a loan, the amount owed. Null while pending, or if staff confirmed it.'),
    }),
    receipt: z.string().nullable().describe('Null while pending.'),
    already: z.boolean().describe('This nonce was used before, so nothing moved now.'),
  }),
  refusals: [...transferRefusals, 'transfer_reused'],
  run: async (request, { nonce, agreedTo, ...input }) => {
    const unread = await discloseFirst(request, agreedTo);
    if (unread) return unread;
    const snapshot = await prefetched(request, input);
    const done = await request.db.transaction(async (tx) => {
      const planned = await planTransfer(tx, request, input);
      if (isRefused(planned)) return planned;
      const key = `web:${request.member.id}:${nonce}`;
      const context = { ...sessionContext(request), snapshot };
      const outcome = await postFromSession(tx, context, { planned, key });
      return { planned, outcome };
    });
    if (isRefused(done)) return done;
    const { planned, outcome } = done;
    assert(outcome.outcome !== 'repeated', 'it was not asked for earlier');
    if (outcome.outcome === 'unproven') return refuse('verify_first');
    if (outcome.outcome === 'refused')
      return transferRefused(request, outcome.refusal, { planned, books: outcome.books });
    const { from, to, amount } = planned;
    const text = (value: bigint) => figure(value, from.currency);
    const shown = (value: bigint | undefined) => (value === undefined ? null : text(value));
    if (outcome.outcome === 'pending') {
      request.ordered?.();
      return {
        amount: text(amount),
        currency: from.currency,
        state: outcome.outcome,
        from: { suffix: from.suffix, available: null },
        to: { suffix: to.suffix, available: null },
        receipt: null,
        already: outcome.already,
      };
    }
    return {
      amount: text(amount),
      currency: from.currency,
      state: outcome.outcome,
      from: { suffix: from.suffix, available: shown(outcome.from?.available) },
      to: {
        suffix: to.suffix,
        available: shown(to.kind === 'loan' ? outcome.to?.ledger : outcome.to?.available),
      },
      receipt: receiptOf(from.ordinal, outcome.receipt),
      already: outcome.already,
    };
  },
});

/** Asks a remote core about both accounts before the transaction. Asks nothing of our own books. */
async function prefetched(
  request: MemberContext,
  input: Parameters<typeof planTransfer>[2],
): Promise<CoreSnapshot | undefined> {
  if (!request.core.remote) return undefined;
  const planned = await planTransfer(request.db, request, input);
  return isRefused(planned)
    ? undefined
    : prefetchTransfer(request.core, request.institution.id, planned);
}

/**
 * Records the agreement to the disclosures that must come before a first transfer, if it is not
 * recorded yet. Uses its own transaction, since it writes the member's row and the transfer locks
 * accounts first.
 */
async function discloseFirst(
  request: MemberContext,
  agreedTo: z.output<typeof agreedField>,
): Promise<Refused | undefined> {
  const { member } = await readMemberStanding(
    request.db,
    request.institution.id,
    request.member.id,
  );
  if (member.disclosedAt) return undefined;
  return request.db.transaction(async (tx) => disclose(tx, request, { agreedTo }));
}
