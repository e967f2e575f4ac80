import type { Context } from 'hono';
import type { Act } from '../act.ts';
import { tell, type Told } from '../portal/frame/perform.ts';
import { refusalTitle } from '../refusal-title.ts';
import type { Refused } from '../refusals.ts';

type ApiContext = Context<{ Variables: { act: Act } }>;

/** A refusal as RFC 9457 has it: `code` to act on, `detail` to read, in the caller's language. */
export function problem(context: ApiContext, refused: Refused): Response {
  return toldProblem(context, tell(context.get('act'), refused));
}

/** The same of a refusal that was worded already. */
export function toldProblem(context: ApiContext, told: Told): Response {
  const act = context.get('act');
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': act.language,
  };
  if (told.retryAt) {
    const seconds = act.world.clock.now().until(told.retryAt).total('seconds');
    headers['retry-after'] = String(Math.max(1, Math.ceil(seconds)));
  }
  const { code, status, text, fields } = told;
  const body = {
    type: `${act.publicUrl}/api#refusal-${code}`,
    title: refusalTitle(code),
    status,
    detail: text,
    code,
    ...(Object.keys(fields).length > 0 ? { errors: fields } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers });
}
