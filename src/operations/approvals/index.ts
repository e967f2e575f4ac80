import { approveTransfer } from './approve-transfer.ts';
import { beginApproval } from './begin-approval.ts';
import { declineApproval } from './decline-approval.ts';
import { listApprovals } from './list-approvals.ts';

/** All operations on transfers that wait for approval. */
export const approvalsOperations = [listApprovals, beginApproval, approveTransfer, declineApproval];
