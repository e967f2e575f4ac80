import type { approvals } from './en/console/approvals.ts';
import type { books } from './en/console/books.ts';
import type { consent } from './en/console/consent.ts';
import type { frame } from './en/console/frame.ts';
import type { members } from './en/console/members.ts';
import type { refusals } from './en/console/refusals.ts';

/** The same names as in English, which names each text first. A language that lacks one does not compile. */
type Like<Texts> = Readonly<Record<keyof Texts, string>>;

export type ConsoleFrameTexts = Like<typeof frame>;
export type ConsoleApprovalTexts = Like<typeof approvals>;
export type ConsoleMemberTexts = Like<typeof members>;
export type ConsoleBookTexts = Like<typeof books>;
export type ConsoleConsentTexts = Like<typeof consent>;
export type StaffRefusalTexts = Like<typeof refusals>;

/** All that the staff console says in one language. `{…}` in a text is a place that the caller fills. */
export interface ConsoleTexts {
  readonly frame: ConsoleFrameTexts;
  readonly approvals: ConsoleApprovalTexts;
  readonly members: ConsoleMemberTexts;
  readonly books: ConsoleBookTexts;
  readonly consent: ConsoleConsentTexts;
  readonly refusals: StaffRefusalTexts;
}
