import { descriptors } from '../../channels/descriptors.ts';
import { byName } from '../../kernel/by-name.ts';
import { channelNames, type ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { Disclosure } from '../../kernel/vocabulary/disclosure.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { packs } from '../../languages/index.ts';
import { lexicon } from '../../languages/reading.ts';
import type {
  AccountsTexts,
  AlertPageTexts,
  AgreementTexts,
  ApprovalsTexts,
  AppTexts,
  DevicesTexts,
  FrameTexts,
  SignInTexts,
} from '../../languages/site-texts.ts';
import type { RequestContext } from '../../operations/request-context.ts';
import { pathOf } from '../../operations/app/channel.ts';
import { offered, offeredNames, type Offered } from './offered.ts';

/** Texts that the app says as the site does: its screens show the same things. */
const ofAccounts = [
  'available',
  'owed',
  'posted',
  'held',
  'overdraft',
  'kind_checking',
  'kind_savings',
  'kind_certificate',
  'kind_loan',
  'role_joint',
  'closed',
  'check_number',
  'history_empty',
  'history_empty_text',
  'overview_empty',
  'overview_empty_text',
  'holds_title',
  'hold_until',
  'hold_open',
  'loan_payment',
  'loan_due',
  'transfer_from',
  'transfer_to',
  'transfer_amount',
  'transfer_none',
  'transfer_none_text',
  'review_title',
  'review_overdraws',
  'review_make',
  'review_back',
  'pending_title',
  'pending_text',
  'pending_again',
  'made_title',
  'made_text',
  'made_already',
  'made_receipt',
  'made_more',
  'made_accounts',
] as const satisfies readonly (keyof AccountsTexts)[];

const ofSignIn = [
  'sign_in_passkey',
  'sign_in_passkey_hint',
  'sign_in_with_password',
  'sign_in_first_time',
  'sign_in_activate',
  'sign_in_lost',
  'password_title',
  'member_number',
  'member_number_hint',
  'password',
  'continue',
  'passkey_instead',
  'code_title',
  'code',
  'code_hint',
  'sign_in',
  'verify_title',
  'verify_passkey',
  'verify_password_title',
  'confirm',
  'cancel',
  'passkey_cancelled',
  'passkey_known',
  'passkey_failed',
] as const satisfies readonly (keyof SignInTexts)[];

const ofFrame = [
  'sign_out',
  'language',
  'call',
  'accounts',
  'messages',
] as const satisfies readonly (keyof FrameTexts)[];

const ofApprovals = [
  'approvals_title',
  'approvals_lead',
  'approvals_none',
  'approvals_none_text',
  'asked',
  'expires',
  'from',
  'to',
  'approve',
  'approve_again',
  'approve_without',
  'decline',
  'decline_hint',
  'ended_title',
  'state_waiting',
  'state_ordered',
  'state_posted',
  'state_declined',
  'state_withdrawn',
  'state_expired',
  'state_refused',
  'done_approved',
  'done_declined',
] as const satisfies readonly (keyof ApprovalsTexts)[];

const ofDevices = [
  'push_message',
  'devices_title',
  'devices_lead',
  'devices_none',
  'device_current',
  'device_unknown',
  'push_end_what',
  'push_end',
  'sign_out_what',
  'done_removed',
  'done_signed_out',
] as const satisfies readonly (keyof DevicesTexts)[];

const ofAlerts = [
  'title',
  'lead',
  'list',
  'empty',
  'empty_text',
  'remove_what',
  'add',
  'kind',
  'kind_low',
  'kind_deposit',
  'kind_withdrawal',
  'kind_pay',
  'kind_check',
  'kind_hold',
  'kind_due',
  'kind_weekly',
  'account',
  'account_all',
  'amount',
  'days',
  'weekday',
  'button',
  'quiet',
  'quiet_lead',
  'from',
  'to',
  'quiet_button',
] as const satisfies readonly (keyof AlertPageTexts)[];

const ofAgreements = ['agree_title'] as const satisfies readonly (keyof AgreementTexts)[];

/** Everything that the app says, by name. */
export type GivenTexts = AppTexts &
  Pick<AccountsTexts, (typeof ofAccounts)[number]> &
  Pick<SignInTexts, (typeof ofSignIn)[number]> &
  Pick<FrameTexts, (typeof ofFrame)[number]> &
  Pick<ApprovalsTexts, (typeof ofApprovals)[number]> &
  Pick<DevicesTexts, (typeof ofDevices)[number]> &
  Pick<AgreementTexts, (typeof ofAgreements)[number]>;

/** A disclosure as the member reads it, and the sentence by which they agree. */
export interface AgreementText {
  readonly title: string;
  readonly text: string;
  readonly tick: string;
}

/** What the shell gives the client. None of it is about a member. */
export interface Given {
  readonly language: Language;
  /** The locale of figures and dates. */
  readonly intl: string;
  /** Between a figure and its decimals, where a member writes one. */
  readonly decimalMark: '.' | ',';
  /** The currency of figures that name none. */
  readonly currency: string;
  readonly zone: string;
  readonly institution: string;
  readonly portal: string;
  readonly phone: string;
  readonly hours: string;
  readonly logo: string | null;
  readonly languages: readonly { readonly code: Language; readonly name: string }[];
  /** Offers what only a demonstration has: a proof of identity by one click. */
  readonly demonstration: boolean;
  readonly agreements: Readonly<Record<Disclosure, AgreementText>>;
  /** What a channel is called. */
  readonly channels: Readonly<Record<ChannelName, string>>;
  /** Where the conversation’s events come from. */
  readonly events: string;
  /** Method and path of each operation. */
  readonly calls: Readonly<Record<keyof Offered, readonly [method: string, path: string]>>;
  readonly texts: GivenTexts;
  /** What the screen of alerts says, as the page of alerts does. */
  readonly alerts: Readonly<Record<(typeof ofAlerts)[number], string>>;
}

/** The same for each institution. */
const channels = byName(channelNames, (name) => descriptors[name].title);
const calls = byName(offeredNames, (name) => [offered[name].method, offered[name].path] as const);

/** Gives what the app needs to know of the institution, in the visitor's language. */
export function givenTo(
  { institution, language }: Pick<RequestContext, 'institution' | 'language'>,
  agreements: Given['agreements'],
): Given {
  const { settings } = institution;
  const { site, intl } = packs[language];
  return {
    language,
    intl,
    decimalMark: lexicon.numbers.forms.get(language)?.decimalMark ?? '.',
    currency: institution.currency,
    zone: institution.zone,
    institution: institution.name,
    portal: settings.portalName,
    phone: settings.phone,
    hours: settings.hours[language],
    logo: settings.logo ?? null,
    languages: settings.languages.map((code) => ({ code, name: packs[code].name })),
    demonstration: institution.demonstration,
    agreements,
    channels,
    events: `/api/v1${pathOf('events')}`,
    calls,
    alerts: byName(ofAlerts, (name) => site.alerts[name]),
    texts: {
      ...byName(ofAccounts, (name) => site.accounts[name]),
      ...byName(ofSignIn, (name) => site.signIn[name]),
      ...byName(ofFrame, (name) => site.frame[name]),
      ...byName(ofApprovals, (name) => site.approvals[name]),
      ...byName(ofDevices, (name) => site.devices[name]),
      ...byName(ofAgreements, (name) => site.agreements[name]),
      ...site.app,
    },
  };
}
