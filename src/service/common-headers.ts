import type { MiddlewareHandler } from 'hono';

/**
 * Headers of every answer of this process: pages, webhooks, `/health` and `/metrics`. Browsers
 * guess no type, and caches keep nothing unless the answer allows it. An answer's own headers of
 * these names win.
 */
export const commonHeaders: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['cache-control', 'no-store'],
];

/**
 * The policy for answers to machines: they load nothing, and nothing frames them. Pages have a
 * policy of their own.
 */
export const closedPolicy = [
  'content-security-policy',
  "default-src 'none'; frame-ancestors 'none'",
] as const;

/** Adds these headers to an app's answers, and the policy if an answer has none. */
export const withCommonHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of [...commonHeaders, closedPolicy])
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
};
