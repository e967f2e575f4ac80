import {
  refusalReasons,
  type RefusalReason,
} from '../../../src/kernel/vocabulary/refusal-reason.ts';
import { examplesOf, placesLine } from './replies-page.ts';
import { replyExamples } from './reply-examples.ts';

/** When we give each refusal. The compiler requires every one. */
const meanings: Readonly<Record<RefusalReason, string>> = {
  member_locked:
    'The member has sent LOCK, or staff have locked the service. Unlock it in the online bank, never by message.',
  address_suspended:
    'The address must be verified again, since it may have passed to someone else. This reply has no code.',
  address_paused: 'The member has switched this address off in the online bank.',
  money_locked:
    'Five wrong confirmations or STOP: this address moves no money until the member signs in and unlocks it.',
  too_late:
    'The message would have moved money, but arrived later than the institution allows, by the platform’s clock.',
  amount_malformed:
    'The amount is unreadable, or in another language’s notation (`1.250` in English, `1,250` in French).',
  amount_foreign:
    'The amount is in a currency that is not the institution’s: `£5`, `50 pesos`. Nothing is converted.',
  amount_not_positive: 'Zero, or less.',
  amount_too_large: 'More than the ledger can hold.',
  same_account: 'From and to are the same account.',
  share_not_found:
    'The member has no account of that suffix, nickname or kind. The reply lists the accounts that they have.',
  share_unclear: 'More than one account fits, and a question would not help.',
  no_default_share: 'The message named no account, and the member has chosen no default.',
  no_transfer_source:
    'The message had only an amount, and the member has chosen no transfer source.',
  pay_not_offered: 'Paying others needs a fresh proof of identity, which messages don’t offer yet.',
  disclosures_missing:
    'We have no record of the disclosures that must come before the first transfer (Regulation E, 12 CFR 1005.7).',
  read_only: 'The member has not allowed this address to move money.',
  share_not_movable:
    'A rule of the account forbids it to this member: a certificate, or a joint owner with read access only.',
  alerts_full: 'The member has as many alerts as there can be.',
  alerts_no_due:
    'The books have no due date of the member’s loans, so nothing could fire the alert.',
  books_away:
    'Another core keeps the books and did not answer in time. We had asked it only for balances, so nothing moved.',
  search_too_long:
    'Another core keeps the books, and the period has more entries than we may page through. A sum of a part would be wrong.',
  already_pending:
    'We sent the same transfer to another core, which has not confirmed it yet. The member must not repeat it.',
  past_balance_away:
    'Another core keeps the books, and messages get no balances of past days from it.',
  alerts_away:
    'Another core keeps the books and does not report postings, so nothing could fire the alert.',
  key_reused: 'The same message arrived again with different contents.',
  account_not_found: 'The ledger lacks the account.',
  account_closed: 'The account is closed.',
  currency_mismatch: 'One of the accounts is in a currency other than the institution’s.',
  limit_exceeded: 'More than this address may move in one transfer.',
  daily_limit_exceeded: 'More than this address may still move today.',
  insufficient_funds: 'The available balance is too low.',
  exceeds_owed: 'The payment is more than the member owes on the loan.',
  approvals_full:
    'Three transfers of the member already wait for approval. More pushes could tire them into approving a wrong one.',
  nothing_pending: 'OK or a number arrived, but no question waited for it.',
  confirmation_wrong: 'The number is not the one that we sent.',
  confirmation_expired: 'The number arrived after its time.',
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

Every expected "no", in order of precedence: if several apply, the reply gives the first. A refusal changes nothing in the ledger. It says so first, then why, then what to do. [replies.md](replies.md) explains how texts are chosen, and how an institution replaces them.

This page is generated from the texts; \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it again.
`;
