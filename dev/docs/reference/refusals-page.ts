import {
  refusalReasons,
  type RefusalReason,
} from '../../../src/kernel/vocabulary/refusal-reason.ts';
import { examplesOf, placesLine } from './replies-page.ts';
import { replyExamples } from './reply-examples.ts';

/** When we give each refusal. The compiler requires every one. */
const meanings: Readonly<Record<RefusalReason, string>> = {
  member_locked:
    'The member has sent LOCK, or staff have locked the service. Unlocking needs the online bank.',
  address_suspended:
    'The address must be proven again: its handle changed, it was silent too long, or staff suspended it. Never with a code.',
  address_paused: 'The member has switched this address off in the online bank.',
  money_locked:
    'Five wrong confirmations or STOP: this address moves no money until the member signs in.',
  too_late:
    'The message reached us later than the institution allows, by the platform’s own clock, and would have moved money.',
  amount_malformed:
    'The amount is none, or is written for another language (`1.250` in English, `1,250` in French).',
  amount_foreign:
    'The amount is in a currency that is not the institution’s: `£5`, `50 pesos`. Nothing is converted.',
  amount_not_positive: 'Zero, or less.',
  amount_too_large: 'More than the books can carry.',
  same_account: 'From and to are one.',
  share_not_found:
    'The member has no account of that suffix, nickname or kind. What the member has is told.',
  share_unclear: 'More than one share fits, and asking would not help.',
  no_default_share: 'No share was named, and the member has chosen none.',
  no_transfer_source:
    'Only an amount was sent, and the member has not chosen where the money comes from.',
  pay_not_offered: 'To others, money goes with step-up only, which is not offered by message yet.',
  disclosures_missing:
    'The disclosures that come before the first transfer (Regulation E, 12 CFR 1005.7) are not recorded.',
  read_only: 'The member has not let this address move money.',
  share_not_movable:
    'A rule of the share forbids it to this member: a certificate, a joint owner who may only see.',
  books_away:
    'Another core keeps the books and did not answer in time. Nothing was asked of it but figures.',
  already_pending:
    'The same transfer was sent to another core and is not confirmed. The member must not repeat it.',
  key_reused: 'The same message came again with other contents.',
  account_not_found: 'The books do not have the account behind the share.',
  account_closed: 'The account behind the share is closed.',
  currency_mismatch: 'One of the accounts is in another currency than the institution.',
  limit_exceeded: 'More than this address may move at a time.',
  daily_limit_exceeded: 'More than this address may still move today.',
  insufficient_funds: 'Less is available than was asked for.',
  exceeds_owed: 'More than is owed on the loan was to be paid.',
  nothing_pending: 'OK or its number came while nothing waited for it.',
  confirmation_wrong: 'The number is not the one that was sent.',
  confirmation_expired: 'The number came after its time.',
};

/**
 * Renders `docs/reference/refusals.md`: every expected "no" in order of precedence, with its
 * occasion and its text.
 */
export function refusalsPage(): string {
  const sections = refusalReasons.map((reason, index) => {
    const texts = [...replyExamples]
      .filter(([key]) => key === `refused.${reason}` || key.startsWith(`refused.${reason}.`))
      .map(([key, reply]) => `### ${key}\n\n${examplesOf(key, reply)}\n\n${placesLine(key)}`);
    return `## ${index + 1}. ${reason}\n\n${meanings[reason]}\n\n${texts.join('\n\n')}`;
  });
  return `${head}\n${sections.join('\n\n')}\n`;
}

const head = `# Refusals

Every expected "no", in order of precedence: where several apply, the first is told. A refusal changes nothing in the books; it says so first, then why, then what to do. How texts are chosen, and how an institution puts its own in their place, is in [replies.md](replies.md).

This page is generated from the texts; \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it again.
`;
