import { beforeAll, describe, expect, it } from 'vitest';
import { staffPerson } from '../../test/support/console.ts';
import { openTestDatabase } from '../../test/support/engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { staffRequest } from '../../test/support/staff-request.ts';
import { staffRoles, type StaffRole } from '../kernel/vocabulary/principal.ts';
import { wayOf } from './may-run.ts';
import { perform } from './perform.ts';
import { mayApprove } from './permissions.ts';
import type { StaffContext } from './request-context.ts';
import { staffOperations } from './staff-operations.ts';

/**
 * Who may do what, written out by hand: an act, a cell for each role, the operations of the act. `yes`: alone. `asks`: a second person
 * approves. `approves`: is that second person. `both`: alone, and approves what others ask. `-`: not at all.
 */
const table: readonly (readonly [act: string, cells: string, operations: string])[] = [
  // teller service supervisor compliance auditor admin
  [
    'find a member, see the file',
    'yes yes yes yes yes -',
    `listMembers readMember listMemberCodes findMembers readMemberFile readMemberAccess readMemberAudit readShareBooks readShareEntry
      readConsents tryTrainingText`,
  ],
  [
    'see message texts, and the work on them',
    '- yes yes yes yes -',
    `listTasks readTask listOrders listCases readCase readDisputeWork listConversations readConversation conversationNews explainMessage
      tryMemberText watchConversation listColleagues listSavedReplies downloadDisputeLetter listRehearsedTexts`,
  ],
  [
    'see what one’s own search found',
    '- yes yes yes yes -',
    'readSearch listSearches downloadSearch',
  ],
  [
    'reply, take over, tasks',
    '- yes yes - - -',
    `claimConversation handOverConversation releaseConversation closeConversation replyToMember writeToMember takeTask noteTask closeTask`,
  ],
  [
    'lock one person: each of these only closes',
    'yes yes yes yes - -',
    'lockMember stopMoney signOutMember closeAccess changeMemberCode voidMemberCodes',
  ],
  [
    'unlock, unbind, invite anew',
    '- asks approves - - -',
    'unlockMember allowMoney unbindAddress bindAccount inviteMember',
  ],
  ['raise a member’s limits', '- asks approves - - -', 'raiseLimits'],
  [
    'provisional credit, decision',
    '- asks asks approves - -',
    'giveProvisionalCredit decideDispute takeCreditBack closeCase recordCaseDecision',
  ],
  [
    'words, texts, settings live',
    '- - asks approves - asks',
    'addWord changeInstitution makeDraftLive',
  ],
  [
    'export, search over all messages',
    '- - asks both yes -',
    'searchMessages exportSearch exportConsents exportPeriod',
  ],
  ['staff and roles', '- - approves - - asks', 'inviteStaff changeStaffRoles endStaff'],
  ['see what today brings, as far as one may', 'yes yes yes yes yes yes', 'readToday'],
  ['see the channels and their keys', '- yes yes yes yes yes', 'readChannels'],
  ['see notices to many', '- yes yes yes yes yes', 'listNotices readNotice'],
  ['draft a notice to many', '- - yes yes - -', 'draftNotice discardNotice'],
  ['notices to many', '- - asks approves - -', 'sendNotice resumeNotice'],
  ['stop a running notice', '- yes yes yes - yes', 'stopNotice'],
  ['see drafts of settings', '- - yes yes yes yes', 'listSettingsDrafts readSettingsDraft'],
  [
    'draft and rehearse settings',
    '- - yes yes - yes',
    `draftSettings draftWord draftWordAway draftAnswer draftEarlierSettings undraftSetting renewSettingsDraft dropSettingsDraft
      rehearseSettingsDraft`,
  ],
  [
    'reports',
    '- - yes yes yes -',
    `readReport exportReport makeBoardReport findTransfers readTransfer proveTransfer listPeriodExports downloadPeriod listActs exportActs
      listLooks exportLooks readRecordChecks askRecordCheck`,
  ],
  ['service tokens', '- - - approves - asks', 'createProgram createWebhook'],
  [
    'see programs and webhooks',
    '- - - yes yes yes',
    'listPrograms listWebhooks listWebhookDeliveries',
  ],
  ['make the secret of an approved program', '- - - - - yes', 'makeProgramToken makeWebhookSecret'],
  ['end programs: it only closes', '- - - yes - yes', 'endProgram endWebhook'],
  ['send an event once more', '- - - - - yes', 'replayWebhook'],
  ['see staff and roles', '- - yes - yes yes', 'listStaff'],
  ['hand out an invitation’s link', '- - - - - yes', 'makeStaffLink'],
  ['hand out an invitation’s code', '- - yes - - -', 'makeStaffCode'],
  ['end a colleague’s sessions', '- - yes - - yes', 'signOutStaff'],
  [
    'place or release a hold, post a fee, reverse or correct an entry',
    '- asks approves - - -',
    'placeHold releaseHold postFee reverseEntry correctEntry',
  ],
  [
    'end a transfer that another core has not confirmed',
    '- asks approves - - -',
    'confirmOrder abandonOrder',
  ],
  [
    'open a dispute, notes, saved replies, letters',
    '- yes yes yes - -',
    'openCase noteCase acknowledgeDispute noteConversation saveReply removeSavedReply',
  ],
  ['unmask a phone', '- yes yes yes - -', 'unmaskPhone'],
  ['service tokens', '- - - approves - asks', 'makeStaffToken'],
  [
    'what a member asks to have set at the counter',
    'yes yes yes - - -',
    `recordDisclosures setMemberLanguage setMemberTimeZone setMemberAddress setMemberDetails setMemberDefault setMemberSource lowerLimits`,
  ],
  ['see settings', '- - yes yes yes yes', 'readInstitution readSettingsHistory listUnknownTexts'],
  [
    'see approvals; which of them a person decides is the act’s own line',
    '- yes yes yes yes yes',
    `listStaffApprovals readStaffApproval approve collectApproved declineStaffApproval withdrawStaffApproval seeActDoneAlone`,
  ],
  [
    'one’s own identity',
    'yes yes yes yes yes yes',
    'readOwnAccess setOwnLanguage endOwnSession endOwnToken removeOwnPasskey makeOwnToken',
  ],
];

const lines = table.flatMap(([act, cells, operations]) =>
  operations.split(/\s+/).map((id) => ({ act, id, cells: cells.split(' ') })),
);

it('has a line for each operation of staff, and one only', () => {
  expect(lines.map(({ id }) => id).toSorted()).toEqual(
    staffOperations.map(({ id }) => id).toSorted(),
  );
  expect(lines.filter(({ cells }) => cells.length !== staffRoles.length)).toEqual([]);
  expect(staffRoles).toEqual(['teller', 'service', 'supervisor', 'compliance', 'auditor', 'admin']);
});

describe('each role may what its cell says', () => {
  let service: Service;
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    service = await startService(db, { people: 1 });
    return async () => db[Symbol.asyncDispose]();
  });

  it.each(lines)('$act: $id', async ({ id, cells }) => {
    const found = staffOperations.find((one) => one.id === id);
    if (!found) throw new Error(`there is no ${id}`);
    const seen: string[] = [];
    for (const role of staffRoles) {
      const request = requestOf(role);
      // A field that no operation has: who may run it hears of that, and nothing runs.
      const { refused } = await perform(request, found, { thereIsNoSuchField: 'x' });
      if (refused?.code === 'role_missing') seen.push('-');
      else {
        expect([id, role, refused?.code]).toEqual([id, role, 'input_invalid']);
        const decides = mayApprove([role], found.permission);
        const alone = wayOf(request, found) === 'does';
        seen.push(alone ? (decides ? 'both' : 'yes') : decides ? 'approves' : 'asks');
      }
    }
    expect(seen).toEqual(cells);
  });

  function requestOf(role: StaffRole): StaffContext {
    const request = staffRequest({ db, fixture: service.fixture, world: service.world });
    return { ...request, principal: staffPerson(role, service), why: 'a test' };
  }
});
