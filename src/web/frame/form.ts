import type { Context } from 'hono';
import { asEntered } from '../../operations/as-entered.ts';

/** A posted form's fields: the last of each name, files left out. Sizes are bounded where requests come in. */
export async function formOf(context: Context): Promise<Record<string, string>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, asEntered(name, value)]] : [],
    ),
  );
}

/** A path within this site to go on to, or the fallback: never another site. */
export function nextOf(next: string | undefined, fallback: string): string {
  return next !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : fallback;
}
