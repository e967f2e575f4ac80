import { createHash } from 'node:crypto';
import type { Approval } from './approval.ts';

/** What a member approves. */
export type ApprovedFacts = Pick<
  Approval,
  | 'institutionId'
  | 'id'
  | 'memberId'
  | 'amount'
  | 'currency'
  | 'fromShareId'
  | 'fromSuffix'
  | 'toShareId'
  | 'toSuffix'
  | 'channel'
  | 'expiresAt'
>;

/**
 * Gives the challenge that a passkey signs: the SHA-256 of exactly what the member approves, and of a nonce. If any of it differs, the
 * challenge does, and no earlier signature fits.
 * @param again the member approves it although the same transfer was made since it was asked
 * @returns 32 bytes in base64url
 */
export function challengeFor(approval: ApprovedFacts, nonce: string, again: boolean): string {
  const facts = [
    'tmm-approval-1',
    approval.institutionId,
    approval.id,
    approval.memberId,
    approval.amount.toString(),
    approval.currency,
    approval.fromShareId,
    approval.fromSuffix,
    approval.toShareId,
    approval.toSuffix,
    approval.channel,
    approval.expiresAt.toString(),
    nonce,
    ...(again ? ['again'] : []),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
}
