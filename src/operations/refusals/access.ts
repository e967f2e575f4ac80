import type { AccessRefusalTexts } from '../../languages/site-texts.ts';
import type { RefusalFacts } from './refusal-facts.ts';

/** The refusals of operations about signing in. */
export const accessRefusals = {
  sign_in_refused: {
    status: 401,
    watched: true,
  },
  sign_in_locked: {
    status: 429,
    watched: true,
  },
  sign_in_closed: {
    status: 403,
    watched: true,
  },
  passkey_refused: {
    status: 422,
    watched: true,
  },
  passkey_not_added: {
    status: 409,
  },
  last_way_in: {
    status: 409,
  },
  step_over: {
    status: 410,
  },
  code_refused: {
    status: 422,
    watched: true,
  },
  activation_refused: {
    status: 422,
    watched: true,
  },
  password_too_short: {
    status: 422,
  },
  password_too_long: {
    status: 422,
  },
  password_too_common: {
    status: 422,
  },
  totp_refused: {
    status: 422,
    watched: true,
  },
  totp_first: {
    status: 409,
  },
  sign_on_away: {
    status: 503,
  },
  sign_on_declined: {
    status: 403,
  },
  sign_on_not_valid: {
    status: 403,
    watched: true,
  },
  sign_on_unknown: {
    status: 403,
    watched: true,
  },
  sign_on_weak: {
    status: 403,
    watched: true,
  },
  sign_on_locked: {
    status: 403,
    watched: true,
  },
  sign_on_needed: {
    status: 401,
  },
} as const satisfies Record<keyof AccessRefusalTexts, RefusalFacts>;
