import { approvalOf, declineApproval, withdrawApproval } from './dual-control/decide.ts';
import { listStaffApprovals, readStaffApproval } from './dual-control/list-approvals.ts';
import { seeActDoneAlone } from './dual-control/see-alone.ts';
import { identityOperations } from './identity/index.ts';
import type { StaffOperation } from './operation.ts';
import { servedOperations } from './staff/index.ts';

/** What staff do and read, section by section. */
const acting: readonly StaffOperation[] = [...servedOperations, ...identityOperations];

/** Approves what somebody else asked for, and carries it out. */
export const approve = approvalOf(acting);

/** All operations for staff. */
export const staffOperations: readonly StaffOperation[] = [
  ...acting,
  listStaffApprovals,
  readStaffApproval,
  approve,
  declineApproval,
  withdrawApproval,
  seeActDoneAlone,
];
