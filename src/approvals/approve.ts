import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { finishPasskeyApproval, type Approved, type Approver } from '../access/passkey-approval.ts';
import type { Core, CoreSnapshot } from '../core/core.ts';
import type { Transaction } from '../database/database.ts';
import { assert, present } from '../kernel/assert.ts';
import type { ApprovalState } from '../kernel/vocabulary/approval-state.ts';
import { postFromSession, type SessionOutcome } from '../transfers/post.ts';
import type { PlannedTransfer } from '../transfers/plan.ts';
import { receiptOf } from '../transfers/receipt.ts';
import type { TransferRefusal } from '../transfers/refusal.ts';
import type { Reply, TransferFacts } from '../wording/reply.ts';
import { keyOf, type Approval } from './approval.ts';
import { challengeFor } from './challenge.ts';
import { sidesOf } from './sides.ts';
import { endApproval } from './store.ts';
import { tellAsking, type ApprovalContext } from './tell-asking.ts';

/** What an approval came to. `undone`: nothing moved, and it waits on. `repeated`: the same transfer was made since it was asked. */
export type ApproveOutcome =
  | { readonly done: 'undone'; readonly why: 'changed' | 'refused' | 'repeated' }
  | { readonly done: 'gone' }
  | {
      readonly done: 'ended';
      readonly planned: PlannedTransfer;
      readonly outcome: Ended;
    };

/** What the books said. A signature is fresh proof. */
type Ended = Exclude<SessionOutcome, { outcome: 'unproven' | 'repeated' }>;

/**
 * Checks the member's signature, and moves the money that it approves, once. Funds, limits and locks are judged again: nothing was held.
 * The channel that asked is told the end in the same transaction. A refusal ends the approval, too. If the same transfer was made since
 * it was asked, only a signature of `again` moves money.
 * @param given.approval locked by the transaction, waiting, and in time
 */
export async function approveTransfer(
  tx: Transaction,
  context: ApprovalContext & { readonly core: Core },
  given: {
    readonly approval: Approval;
    readonly approver: Omit<Approver, 'challengeFor'>;
    readonly response: AuthenticationResponseJSON;
    readonly snapshot?: CoreSnapshot | undefined;
  },
): Promise<ApproveOutcome> {
  const { approval, response } = given;
  const { institution, world, core, keyring } = context;
  const approved = await finishPasskeyApproval(
    tx,
    context,
    { ...given.approver, challengeFor: (nonce, again) => challengeFor(approval, nonce, again) },
    response,
  );
  if (!approved.approved) return { done: 'undone', why: approved.why };
  const signed = { passkeyId: approved.passkeyId, proof: proofOf(approved, response) };
  const [sides] = await sidesOf(tx, approval, [approval]);
  const { planned, told } = present(sides, 'each approval has its accounts');
  if (!planned) {
    await end(tx, context, {
      approval,
      state: 'refused',
      reason: 'account_not_found',
      signed,
      reply: { reply: 'transfer_not_made', transfer: told, why: 'refused' },
    });
    return { done: 'gone' };
  }
  const outcome = await postFromSession(
    tx,
    {
      origin: 'approval',
      institution,
      core,
      keyring,
      world,
      member: { id: approval.memberId },
      addressId: approval.addressId,
      isFresh: true,
      snapshot: given.snapshot,
    },
    {
      planned,
      key: keyOf(approval),
      onceSince: approved.again ? undefined : approval.askedAt,
    },
  );
  if (outcome.outcome === 'repeated') return { done: 'undone', why: 'repeated' };
  assert(outcome.outcome !== 'unproven', 'a signature is fresh proof');
  const ended: Ended = outcome;
  await end(tx, context, {
    approval,
    ...(ended.outcome === 'refused'
      ? { state: 'refused', reason: ended.refusal.reason }
      : { state: ended.outcome === 'pending' ? 'ordered' : 'posted' }),
    signed,
    reply: replyOf(ended, { planned, told, at: world.clock.now() }),
  });
  return { done: 'ended', planned, outcome: ended };
}

async function end(
  tx: Transaction,
  context: ApprovalContext,
  given: {
    readonly approval: Approval;
    readonly state: Extract<ApprovalState, 'ordered' | 'posted' | 'refused'>;
    readonly reason?: string;
    readonly signed: { readonly passkeyId: string; readonly proof: string };
    /** Absent: the end is told when the core confirms it. */
    readonly reply: Reply | undefined;
  },
): Promise<void> {
  const { approval, state, reason, signed, reply } = given;
  await endApproval(tx, approval, { state, reason, ...signed, at: context.world.clock.now() });
  if (reply) await tellAsking(tx, context, approval, reply);
}

function replyOf(
  outcome: Ended,
  given: {
    readonly planned: PlannedTransfer;
    readonly told: TransferFacts;
    readonly at: Temporal.Instant;
  },
): Reply | undefined {
  const { planned, told: transfer, at } = given;
  if (outcome.outcome === 'pending') return undefined;
  if (outcome.outcome === 'refused')
    return { reply: 'transfer_not_made', transfer, why: whyNot[outcome.refusal.reason] };
  const { to } = planned;
  return {
    reply: 'transferred',
    transfer,
    fromAvailable: outcome.from?.available,
    toAvailable: to.kind === 'loan' ? outcome.to?.ledger : outcome.to?.available,
    at,
    receipt: receiptOf(planned.from.ordinal, outcome.receipt),
  };
}

/** What the channel that asked hears of each refusal. */
const whyNot: Readonly<
  Record<TransferRefusal['reason'], Extract<Reply, { reply: 'transfer_not_made' }>['why']>
> = {
  insufficient_funds: 'funds',
  books_away: 'away',
  limit_exceeded: 'limits',
  daily_limit_exceeded: 'limits',
  amount_too_large: 'limits',
  member_locked: 'locked',
  money_locked: 'locked',
  address_suspended: 'locked',
  address_paused: 'locked',
  read_only: 'refused',
  disclosures_missing: 'refused',
  already_pending: 'refused',
  key_reused: 'refused',
  account_not_found: 'refused',
  account_closed: 'refused',
  currency_mismatch: 'refused',
  amount_not_positive: 'refused',
  same_account: 'refused',
  share_not_movable: 'refused',
  exceeds_owed: 'refused',
};

/** Keeps what was signed, so that anyone with the facts of the row can check the signature later. */
function proofOf(
  { nonce, again, publicKey }: Extract<Approved, { approved: true }>,
  { response }: AuthenticationResponseJSON,
): string {
  const { clientDataJSON, authenticatorData, signature } = response;
  return JSON.stringify({
    nonce,
    ...(again ? { again } : {}),
    clientDataJSON,
    authenticatorData,
    signature,
    publicKey: Buffer.from(publicKey).toString('base64url'),
  });
}
