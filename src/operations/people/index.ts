import type { StaffOperation } from '../operation.ts';
import { findMembers } from './find-members.ts';
import { readMemberAccess, readMemberAudit } from './read-member-audit.ts';
import { readMemberFile } from './read-member-file.ts';
import { lowerLimits, raiseLimits } from './set-limits.ts';
import { unmaskPhone } from './unmask-phone.ts';
import { voidMemberCodes } from './void-codes.ts';

/** What staff see of members, and do for one of them in the console. */
export const peopleOperations: readonly StaffOperation[] = [
  findMembers,
  readMemberFile,
  readMemberAccess,
  readMemberAudit,
  unmaskPhone,
  voidMemberCodes,
  raiseLimits,
  lowerLimits,
];
