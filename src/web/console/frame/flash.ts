import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

const flashSchema = z.object({
  kind: z.enum(['done', 'wrong', 'mind', 'tell']),
  text: z.string().max(1_000),
});

/** News that the next page shows once. */
export type Flash = z.output<typeof flashSchema>;

const name = 'console_flash';
const options = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;

/** Keeps news for the page that the browser opens next. */
export function keepFlash(context: Context, flash: Flash, secure: boolean): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
  setCookie(context, name, value, { ...options, secure, maxAge: 60 });
}

/** Takes the news of the request before, if there is any. */
export function takeFlash(context: Context): Flash | undefined {
  const value = getCookie(context, name);
  if (value === undefined) return undefined;
  deleteCookie(context, name, options);
  try {
    const read = flashSchema.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString()));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
