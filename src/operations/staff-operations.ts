import { bookOperations } from './books/index.ts';
import { consentOperations } from './consent/index.ts';
import { approvalOf, declineApproval, withdrawApproval } from './dual-control/decide.ts';
import { listStaffApprovals, readStaffApproval } from './dual-control/list-approvals.ts';
import { seeActDoneAlone } from './dual-control/see-alone.ts';
import { disputeOperations } from './disputes/index.ts';
import { identityOperations } from './identity/index.ts';
import type { StaffOperation } from './operation.ts';
import { peopleOperations } from './people/index.ts';
import { programOperationsOf } from './programs/index.ts';
import { inboxOperations } from './inbox/index.ts';
import { searchOperations } from './search/index.ts';
import { servedOperations } from './staff/index.ts';

/** What staff do and read, section by section. */
const acting: readonly StaffOperation[] = [
  ...servedOperations,
  ...peopleOperations,
  ...bookOperations,
  ...consentOperations,
  ...disputeOperations,
  ...inboxOperations,
  ...searchOperations,
  ...identityOperations,
];

const programs = programOperationsOf(acting);

/** Adds a program that may read what its scopes name. */
export const { createProgram } = programs;

/** Approves what somebody else asked for, and carries it out. */
export const approve = approvalOf([...acting, ...programs.all]);

/** All operations for staff. */
export const staffOperations: readonly StaffOperation[] = [
  ...acting,
  ...programs.all,
  listStaffApprovals,
  readStaffApproval,
  approve,
  declineApproval,
  withdrawApproval,
  seeActDoneAlone,
];
