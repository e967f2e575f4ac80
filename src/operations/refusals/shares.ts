import type { SharesRefusalTexts } from '../../languages/site-texts.ts';
import type { RefusalFacts } from './refusal-facts.ts';

/** The refusals of accounts and transfers. Amounts in `{amount}` are plain decimals. */
export const accountsRefusals = {
  days_reversed: {
    status: 422,
  },
  search_too_long: {
    status: 422,
  },
  amount_malformed: {
    status: 422,
  },
  amount_not_positive: {
    status: 422,
  },
  money_locked: {
    status: 403,
  },
  same_share: {
    status: 422,
  },
  share_fixed: {
    status: 409,
  },
  share_closed: {
    status: 409,
  },
  currencies_differ: {
    status: 409,
  },
  transfer_limit: {
    status: 422,
  },
  transfer_limit_day: {
    status: 422,
  },
  more_than_owed: {
    status: 422,
  },
  funds_insufficient: {
    status: 422,
  },
  already_pending: {
    status: 409,
  },
  transfer_reused: {
    status: 409,
  },
  suffix_malformed: {
    status: 422,
  },
  suffix_taken: {
    status: 409,
  },
  suffix_retired: {
    status: 409,
  },
  nickname_malformed: {
    status: 422,
  },
  nickname_taken: {
    status: 409,
  },
  statement_too_long: {
    status: 409,
  },
  dispute_settled: {
    status: 409,
  },
} as const satisfies Record<keyof SharesRefusalTexts, RefusalFacts>;
