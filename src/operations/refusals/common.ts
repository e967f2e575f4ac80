import type { CommonRefusalTexts } from '../../languages/site-texts.ts';
import type { RefusalFacts } from './refusal-facts.ts';

/** The refusals that any operation may return. */
export const commonRefusals = {
  input_invalid: {
    status: 422,
  },
  sign_in_first: {
    status: 401,
    watched: true,
  },
  verify_first: {
    status: 403,
  },
  cross_site: {
    status: 403,
    watched: true,
  },
  not_found: {
    status: 404,
    watched: true,
  },
  books_away: {
    status: 503,
  },
  too_large: {
    status: 413,
    watched: true,
  },
  not_json: {
    status: 415,
  },
  json_malformed: {
    status: 400,
  },
  method_unknown: {
    status: 405,
  },
  too_many: {
    status: 429,
    watched: true,
  },
  failed: {
    status: 500,
  },
  unavailable: {
    status: 503,
  },
} as const satisfies Record<keyof CommonRefusalTexts, RefusalFacts>;
