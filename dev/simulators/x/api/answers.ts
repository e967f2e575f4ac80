import type { Context } from 'hono';
import type { ApiContext } from './context.ts';

type Status = 400 | 401 | 402 | 403 | 404 | 409 | 429 | 503;

export function problem(context: Context, status: Status, detail: string): Response {
  return context.json(
    {
      title: detail,
      detail,
      type: 'about:blank',
      status,
    },
    status,
  );
}

/** Finds the caller: the user of an access token, or the app of a bearer. */
export function caller(
  context: Context,
  { state, world }: ApiContext,
): { userId?: string } | undefined {
  const token = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const known = token === undefined ? undefined : state.accessTokens.get(token);
  if (!known) return undefined;
  if (known.expiresAt && Temporal.Instant.compare(known.expiresAt, world.clock.now()) <= 0)
    return undefined;
  return known.userId === undefined ? {} : { userId: known.userId };
}

/** Webhooks and subscriptions belong to the app, so a user's token does not manage them. */
export function isApp(context: Context, api: ApiContext): boolean {
  const who = caller(context, api);
  return who !== undefined && who.userId === undefined;
}

/** Reads a bounded number from the query; `undefined` if it is none. */
export function asked(
  context: Context,
  name: string,
  { least = 0, most = Infinity, otherwise }: { least?: number; most?: number; otherwise: number },
): number | undefined {
  const text = context.req.query(name) ?? String(otherwise);
  const number = Number(text);
  return /^\d{1,16}$/.test(text) && number >= least && number <= most ? number : undefined;
}

export async function bodyOf(context: Context): Promise<Record<string, unknown>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}
