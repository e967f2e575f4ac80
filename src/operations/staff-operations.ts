import { auditOperations } from './audit/index.ts';
import { examinerOperations } from './examiner/index.ts';
import { reportOperations } from './reports/index.ts';
import { bookOperations } from './books/index.ts';
import { consentOperations } from './consent/index.ts';
import { collectionOf } from './dual-control/collect.ts';
import { approvalOf, declineApproval, withdrawApproval } from './dual-control/decide.ts';
import { listStaffApprovals, readStaffApproval } from './dual-control/list-approvals.ts';
import { seeActDoneAlone } from './dual-control/see-alone.ts';
import { disputeOperations } from './disputes/index.ts';
import { identityOperations } from './identity/index.ts';
import type { StaffOperation } from './operation.ts';
import { peopleOperations } from './people/index.ts';
import { programOperationsOf } from './programs/index.ts';
import { inboxOperations } from './inbox/index.ts';
import { noticeOperations } from './notices/index.ts';
import { searchOperations } from './search/index.ts';
import { settingsOperations } from './settings/index.ts';
import { trainingOperations } from './training/try-training-text.ts';
import { servedOperations } from './staff/index.ts';
import { todayOperations } from './today/index.ts';

/** What staff do and read, section by section. */
const acting: readonly StaffOperation[] = [
  ...servedOperations,
  ...peopleOperations,
  ...bookOperations,
  ...consentOperations,
  ...disputeOperations,
  ...inboxOperations,
  ...searchOperations,
  ...noticeOperations,
  ...trainingOperations,
  ...identityOperations,
  ...settingsOperations,
  ...reportOperations,
  ...examinerOperations,
  ...auditOperations,
  ...todayOperations,
];

const programs = programOperationsOf(acting);

/** Adds a program that may read what its scopes name. */
export const { createProgram } = programs;

/** Approves what somebody else asked for, and carries it out. */
export const approve = approvalOf([...acting, ...programs.all]);

/** Carries out what one asked for and somebody approved, and gives its answer. */
export const collectApproved = collectionOf(acting);

/** All operations for staff. */
export const staffOperations: readonly StaffOperation[] = [
  ...acting,
  ...programs.all,
  listStaffApprovals,
  readStaffApproval,
  approve,
  collectApproved,
  declineApproval,
  withdrawApproval,
  seeActDoneAlone,
];
