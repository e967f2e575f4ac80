import type { accounts } from './en/site/accounts.ts';
import type { alerts } from './en/site/alerts.ts';
import type { agreements } from './en/site/agreements.ts';
import type { app } from './en/site/app.ts';
import type { approvals } from './en/site/approvals.ts';
import type { demonstration } from './en/site/demonstration.ts';
import type { devices } from './en/site/devices.ts';
import type { fieldFaults } from './en/site/field-faults.ts';
import type { frame } from './en/site/frame.ts';
import type { messages } from './en/site/messages.ts';
import type { reader } from './en/site/reader.ts';
import type { access } from './en/site/refusals/access.ts';
import type { approvals as ofApprovals } from './en/site/refusals/approvals.ts';
import type { common } from './en/site/refusals/common.ts';
import type { messages as ofMessages } from './en/site/refusals/messages.ts';
import type { shares } from './en/site/refusals/shares.ts';
import type { signIn } from './en/site/sign-in.ts';

/** The same names as in English, which names each text first. A language that lacks one does not compile. */
type Like<Texts> = Readonly<Record<keyof Texts, string>>;

export type FrameTexts = Like<typeof frame>;
export type AccountsTexts = Like<typeof accounts>;
export type AlertPageTexts = Like<typeof alerts>;
export type AgreementTexts = Like<typeof agreements>;
export type AppTexts = Like<typeof app>;
export type MessagesTexts = Like<typeof messages>;
export type ApprovalsTexts = Like<typeof approvals>;
export type DevicesTexts = Like<typeof devices>;
export type SignInTexts = Like<typeof signIn>;
export type ReaderTexts = Like<typeof reader>;
export type DemonstrationTexts = Like<typeof demonstration>;
export type FieldFaultTexts = Like<typeof fieldFaults>;

export type AccessRefusalTexts = Like<typeof access>;
export type CommonRefusalTexts = Like<typeof common>;
export type MessagesRefusalTexts = Like<typeof ofMessages>;
export type ApprovalsRefusalTexts = Like<typeof ofApprovals>;
export type SharesRefusalTexts = Like<typeof shares>;

/** The sentence of each refusal that members meet. `operations/refusals` has the status of each. */
export type SiteRefusalTexts = AccessRefusalTexts &
  CommonRefusalTexts &
  MessagesRefusalTexts &
  ApprovalsRefusalTexts &
  SharesRefusalTexts;

/** The parts of the sentence that names the business days. */
export interface BusinessDaysWords {
  /** From one day to another. */
  readonly range: (first: string, last: string) => string;
  readonly list: (days: string) => string;
  /** Before each day of a list. */
  readonly article: string;
  readonly all: string;
  readonly without: string;
  readonly included: string;
}

/** All that site and API say in one language. `{…}` in a text is a place that the caller fills. */
export interface SiteTexts {
  readonly frame: FrameTexts;
  readonly accounts: AccountsTexts;
  readonly agreements: AgreementTexts;
  /** The app for the Home Screen. */
  readonly app: AppTexts;
  readonly alerts: AlertPageTexts;
  readonly businessDays: BusinessDaysWords;
  readonly messages: MessagesTexts;
  readonly approvals: ApprovalsTexts;
  readonly devices: DevicesTexts;
  readonly signIn: SignInTexts;
  /** The page that describes the API. */
  readonly reader: ReaderTexts;
  readonly demonstration: DemonstrationTexts;
  readonly fieldFaults: FieldFaultTexts;
  readonly refusals: SiteRefusalTexts;
}
