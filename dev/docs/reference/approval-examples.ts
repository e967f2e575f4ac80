import type { Reply } from '../../../src/wording/reply.ts';
import type { TextKey } from '../../../src/wording/text-key.ts';
import { confirming, transfer } from './example-facts.ts';

const { until } = confirming;

/** Transfers that wait for approval, and their ends. */
export const approvalExamples: readonly (readonly [TextKey, Reply])[] = [
  ['transfer_not_made.declined', { reply: 'transfer_not_made', transfer, why: 'declined' }],
  ['transfer_not_made.expired', { reply: 'transfer_not_made', transfer, why: 'expired' }],
  ['transfer_not_made.limits', { reply: 'transfer_not_made', transfer, why: 'limits' }],
  ['transfer_not_made.locked', { reply: 'transfer_not_made', transfer, why: 'locked' }],
  ['approval_asked', { reply: 'approval_asked', transfer, until }],
  ['approval_asked.again', { reply: 'approval_asked', transfer, until, again: true }],
];
