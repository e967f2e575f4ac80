import type { MiddlewareHandler } from 'hono';

/**
 * Headers of every answer of this process, pages, webhooks, `/health` and `/metrics` alike: no browser guesses a type, and no cache
 * keeps what is not said to be kept. An answer's own headers of these names win.
 */
export const commonHeaders: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['cache-control', 'no-store'],
];

/** The policy of answers to machines, which are no pages: nothing is loaded, nothing frames them. Pages have a policy of their own. */
export const closedPolicy = [
  'content-security-policy',
  "default-src 'none'; frame-ancestors 'none'",
] as const;

/** Sets them, and the policy where an answer has none, on what an app answers. */
export const withCommonHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of [...commonHeaders, closedPolicy])
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
};
