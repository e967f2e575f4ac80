import type { MessagesRefusalTexts } from '../../languages/site-texts.ts';
import type { RefusalFacts } from './refusal-facts.ts';

/** The refusals of operations about the message service. */
export const messagesRefusals = {
  account_not_offered: {
    status: 409,
  },
  phone_not_offered: {
    status: 409,
  },
  handle_unknown: {
    status: 422,
  },
  handle_is_ours: {
    status: 422,
  },
  disclosures_first: {
    status: 422,
  },
  address_already_yours: {
    status: 409,
  },
  address_opted_out: {
    status: 409,
  },
  phone_invalid: {
    status: 422,
  },
  phone_country_needed: {
    status: 422,
  },
  phone_abroad: {
    status: 422,
  },
  texts_spent: {
    status: 429,
  },
  phone_landline: {
    status: 422,
  },
  word_malformed: {
    status: 422,
  },
  word_wrong: {
    status: 422,
    watched: true,
  },
  enrollment_expired: {
    status: 410,
  },
  enrollment_tries_over: {
    status: 410,
    watched: true,
  },
  number_serves_another: {
    status: 409,
  },
  enrollment_over: {
    status: 410,
  },
  service_locked: {
    status: 409,
  },
  limit_invalid: {
    status: 422,
  },
  limit_above_ours: {
    status: 422,
  },
  verify_address_again: {
    status: 409,
  },
  address_suspended: {
    status: 409,
  },
  app_not_offered: {
    status: 409,
  },
  app_not_opened: {
    status: 409,
  },
  app_address_other: {
    status: 409,
  },
  message_id_taken: {
    status: 409,
  },
  streams_spent: {
    status: 429,
  },
  alert_incomplete: {
    status: 422,
  },
  alert_amount: {
    status: 422,
  },
  alert_not_there: {
    status: 422,
  },
  alert_no_due: {
    status: 409,
  },
  alerts_full: {
    status: 409,
  },
  alerts_away: {
    status: 409,
  },
  quiet_incomplete: {
    status: 422,
  },
  code_malformed: {
    status: 422,
  },
  code_is_number: {
    status: 422,
  },
  code_is_word: {
    status: 422,
  },
  code_too_simple: {
    status: 422,
  },
  code_used_before: {
    status: 422,
  },
} as const satisfies Record<keyof MessagesRefusalTexts, RefusalFacts>;
