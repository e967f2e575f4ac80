import type { StaffOperation } from '../operation.ts';
import { bindAccount } from './bind-account.ts';
import { changeMemberCode, listMemberCodes } from './codes.ts';
import { closeAccess, signOutMember } from './end-access.ts';
import { changeInstitution, readInstitution, readSettingsHistory } from './institution.ts';
import { inviteMember } from './invite-member.ts';
import { listMembers } from './list-members.ts';
import { lockMember, unlockMember } from './lock-member.ts';
import { openCase } from './open-case.ts';
import { listCases, readCase } from './read-cases.ts';
import { abandonOrder, confirmOrder, listOrders } from './orders.ts';
import { readMember } from './read-member.ts';
import { listTasks, readTask } from './read-tasks.ts';
import { addWord } from './own-words.ts';
import { recordDisclosures } from './record-disclosures.ts';
import { listUnknownTexts } from './unknown-texts.ts';
import { unbindAddress } from './unbind-address.ts';
import { allowMoney, stopMoney } from './set-money-movement.ts';
import { setMemberDetails } from './set-details.ts';
import {
  setMemberAddress,
  setMemberDefault,
  setMemberLanguage,
  setMemberSource,
  setMemberTimeZone,
} from './set-preferences.ts';
import { closeCase, noteCase, recordCaseDecision } from './work-on-cases.ts';
import { closeTask, noteTask, takeTask } from './work-on-tasks.ts';

/** What staff do for members and their work, as `tmm` had it first. */
export const servedOperations: readonly StaffOperation[] = [
  listMembers,
  readMember,
  inviteMember,
  signOutMember,
  closeAccess,
  bindAccount,
  unbindAddress,
  allowMoney,
  stopMoney,
  recordDisclosures,
  lockMember,
  unlockMember,
  setMemberLanguage,
  setMemberTimeZone,
  setMemberAddress,
  setMemberDetails,
  setMemberDefault,
  setMemberSource,
  listMemberCodes,
  changeMemberCode,
  listTasks,
  readTask,
  takeTask,
  noteTask,
  closeTask,
  listOrders,
  confirmOrder,
  abandonOrder,
  listCases,
  readCase,
  openCase,
  noteCase,
  closeCase,
  recordCaseDecision,
  readInstitution,
  listUnknownTexts,
  addWord,
  readSettingsHistory,
  changeInstitution,
];
