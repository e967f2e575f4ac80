import type { Context } from 'hono';

/** How X refuses to send: our name for it, and X's answer. */
const refusals = {
  no_credit: { status: 402, title: 'CreditsDepleted', type: 'credits-depleted' },
  /** This member accepts no messages from us. */
  cannot_write: { status: 403, title: 'You cannot send messages to this user', code: 349 },
  /** The same by X's newer number. */
  not_allowed: { status: 403, title: 'You cannot send messages to this user', code: 476 },
  suspended: { status: 403, title: 'Your account is suspended', code: 64 },
  account_locked: { status: 403, title: 'This account is temporarily locked', code: 326 },
  not_enrolled: {
    status: 403,
    title: 'Client Forbidden',
    type: 'client-forbidden',
    reason: 'client-not-enrolled',
  },
  usage_capped: { status: 403, title: 'UsageCapExceeded', type: 'usage-capped' },
  unauthorized: { status: 401, title: 'Unauthorized', code: 89 },
  rate_limit_number: { status: 403, title: 'Rate limit exceeded', code: 88 },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly status: 401 | 402 | 403;
      readonly title: string;
      /** The last part of the problem's URL. If absent, the older form with a number. */
      readonly type?: string;
      readonly reason?: string;
      readonly code?: number;
    }
  >
>;

export type SendRefusal = keyof typeof refusals;

export function isSendRefusal(fault: string | undefined): fault is SendRefusal {
  return fault !== undefined && Object.hasOwn(refusals, fault);
}

/** Gives X's answer of that kind. */
export function refuseSending(context: Context, which: SendRefusal): Response {
  const { status, title, ...rest }: (typeof refusals)[SendRefusal] = refusals[which];
  const type = 'type' in rest ? `https://api.x.com/2/problems/${rest.type}` : 'about:blank';
  return context.json(
    {
      title,
      detail: title,
      type,
      status,
      ...('reason' in rest ? { reason: rest.reason } : {}),
      ...('code' in rest ? { errors: [{ code: rest.code, message: title }] } : {}),
    },
    status,
  );
}
