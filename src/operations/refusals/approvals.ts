import type { ApprovalsRefusalTexts } from '../../languages/site-texts.ts';
import type { RefusalFacts } from './refusal-facts.ts';

/** The refusals of approvals and devices. */
export const approvalsRefusals = {
  approval_over: {
    status: 409,
  },
  approval_expired: {
    status: 410,
  },
  approval_changed: {
    status: 409,
    watched: true,
  },
  approval_repeated: {
    status: 409,
  },
  approval_gone: {
    status: 409,
  },
  approval_needs_passkey: {
    status: 409,
  },
  push_service_unknown: {
    status: 422,
    watched: true,
  },
  push_keys_malformed: {
    status: 422,
  },
} as const satisfies Record<keyof ApprovalsRefusalTexts, RefusalFacts>;
