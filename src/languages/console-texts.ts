import type { audit } from './en/console/audit.ts';
import type { channels } from './en/console/channels.ts';
import type { reports } from './en/console/reports.ts';
import type { approvals } from './en/console/approvals.ts';
import type { books } from './en/console/books.ts';
import type { consent } from './en/console/consent.ts';
import type { inbox } from './en/console/inbox.ts';
import type { messageSearch } from './en/console/message-search.ts';
import type { frame } from './en/console/frame.ts';
import type { disputes } from './en/console/disputes.ts';
import type { tasks } from './en/console/tasks.ts';
import type { members } from './en/console/members.ts';
import type { notices } from './en/console/notices.ts';
import type { refusals } from './en/console/refusals.ts';
import type { signIn } from './en/console/sign-in.ts';
import type { programs } from './en/console/programs.ts';
import type { staff } from './en/console/staff.ts';
import type { settings } from './en/console/settings.ts';
import type { training } from './en/console/training.ts';
import type { acts } from './en/console/acts.ts';
import type { alarms } from './en/console/alarms.ts';
import type { today } from './en/console/today.ts';

/** The same names as in English, which names each text first. A language that lacks one does not compile. */
type Like<Texts> = Readonly<Record<keyof Texts, string>>;

export type ConsoleFrameTexts = Like<typeof frame>;
export type ConsoleApprovalTexts = Like<typeof approvals>;
export type ConsoleDisputeTexts = Like<typeof disputes>;
export type ConsoleTaskTexts = Like<typeof tasks>;
export type ConsoleMemberTexts = Like<typeof members>;
export type ConsoleBookTexts = Like<typeof books>;
export type ConsoleConsentTexts = Like<typeof consent>;
export type ConsoleInboxTexts = Like<typeof inbox>;
export type ConsoleMessageSearchTexts = Like<typeof messageSearch>;
export type ConsoleNoticeTexts = Like<typeof notices>;
export type StaffRefusalTexts = Like<typeof refusals>;
export type ConsoleSignInTexts = Like<typeof signIn>;
export type ConsoleReportTexts = Like<typeof reports>;
export type ConsoleAuditTexts = Like<typeof audit>;
export type ConsoleChannelTexts = Like<typeof channels>;
export type ConsoleStaffTexts = Like<typeof staff>;
export type ConsoleProgramTexts = Like<typeof programs>;
export type ConsoleSettingsTexts = Like<typeof settings>;
export type ConsoleTrainingTexts = Like<typeof training>;
export type ConsoleAlarmTexts = Like<typeof alarms>;
export type ConsoleActTexts = Like<typeof acts>;
export type ConsoleTodayTexts = Like<typeof today>;

/** All that the staff console says in one language. `{…}` in a text is a place that the caller fills. */
export interface ConsoleTexts {
  readonly frame: ConsoleFrameTexts;
  readonly approvals: ConsoleApprovalTexts;
  readonly disputes: ConsoleDisputeTexts;
  readonly tasks: ConsoleTaskTexts;
  readonly members: ConsoleMemberTexts;
  readonly books: ConsoleBookTexts;
  readonly consent: ConsoleConsentTexts;
  readonly inbox: ConsoleInboxTexts;
  readonly messageSearch: ConsoleMessageSearchTexts;
  readonly notices: ConsoleNoticeTexts;
  readonly refusals: StaffRefusalTexts;
  readonly signIn: ConsoleSignInTexts;
  readonly staff: ConsoleStaffTexts;
  readonly programs: ConsoleProgramTexts;
  readonly settings: ConsoleSettingsTexts;
  readonly training: ConsoleTrainingTexts;
  readonly reports: ConsoleReportTexts;
  readonly audit: ConsoleAuditTexts;
  readonly channels: ConsoleChannelTexts;
  readonly today: ConsoleTodayTexts;
  readonly alarms: ConsoleAlarmTexts;
  readonly acts: ConsoleActTexts;
}
