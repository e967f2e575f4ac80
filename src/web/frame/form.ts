import type { Context } from 'hono';
import { asEntered } from '../../operations/as-entered.ts';

/**
 * Reads a posted form's fields: the last value of each name, without files. The size limit is set
 * where requests arrive.
 */
export async function formOf(context: Context): Promise<Record<string, string>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, asEntered(name, value)]] : [],
    ),
  );
}

/**
 * Gives a path within this site to continue at, or the fallback. It never leads to another site.
 */
export function nextOf(next: string | undefined, fallback: string): string {
  return next !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : fallback;
}
