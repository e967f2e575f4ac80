import type { approvals } from './en/console/approvals.ts';
import type { frame } from './en/console/frame.ts';
import type { refusals } from './en/console/refusals.ts';
import type { signIn } from './en/console/sign-in.ts';
import type { staff } from './en/console/staff.ts';

/** The same names as in English, which names each text first. A language that lacks one does not compile. */
type Like<Texts> = Readonly<Record<keyof Texts, string>>;

export type ConsoleFrameTexts = Like<typeof frame>;
export type ConsoleApprovalTexts = Like<typeof approvals>;
export type StaffRefusalTexts = Like<typeof refusals>;
export type ConsoleSignInTexts = Like<typeof signIn>;
export type ConsoleStaffTexts = Like<typeof staff>;

/** All that the staff console says in one language. `{…}` in a text is a place that the caller fills. */
export interface ConsoleTexts {
  readonly frame: ConsoleFrameTexts;
  readonly approvals: ConsoleApprovalTexts;
  readonly refusals: StaffRefusalTexts;
  readonly signIn: ConsoleSignInTexts;
  readonly staff: ConsoleStaffTexts;
}
