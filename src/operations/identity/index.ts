import type { StaffOperation } from '../operation.ts';
import { changeStaffRoles } from './change-roles.ts';
import { endStaff } from './end-staff.ts';
import { makeStaffCode, makeStaffLink } from './hand-out.ts';
import { inviteStaff } from './invite-staff.ts';
import { listStaff } from './list-staff.ts';
import { makeOwnToken, makeStaffToken } from './make-token.ts';
import {
  endOwnSession,
  endOwnToken,
  readOwnAccess,
  removeOwnPasskey,
  setOwnLanguage,
} from './own-access.ts';
import { signOutStaff } from './sign-out-staff.ts';

/** Operations about the people of the staff and how they sign in. */
export const identityOperations: readonly StaffOperation[] = [
  listStaff,
  inviteStaff,
  makeStaffLink,
  makeStaffCode,
  changeStaffRoles,
  endStaff,
  signOutStaff,
  makeStaffToken,
  readOwnAccess,
  setOwnLanguage,
  endOwnSession,
  removeOwnPasskey,
  makeOwnToken,
  endOwnToken,
];
