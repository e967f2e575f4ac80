import type { Context } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';
import { tell, type Told } from '../../operations/perform.ts';
import { refusalTitle } from '../../operations/refusal-title.ts';
import type { Refused } from '../../operations/refusals.ts';

type ApiContext = Context<{ Variables: { request: RequestContext } }>;

/** A refusal as RFC 9457 has it: `code` to act on, `detail` to read, in the caller's language. */
export function problem(context: ApiContext, refused: Refused): Response {
  return toldProblem(context, tell(context.get('request'), refused));
}

/** The same of a refusal that was worded already. */
export function toldProblem(context: ApiContext, told: Told): Response {
  const request = context.get('request');
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': request.language,
  };
  if (told.retryAt) {
    const seconds = request.world.clock.now().until(told.retryAt).total('seconds');
    headers['retry-after'] = String(Math.max(1, Math.ceil(seconds)));
  }
  const { code, status, text, fields } = told;
  const body = {
    type: `${request.publicUrl}/api#refusal-${code}`,
    title: refusalTitle(code),
    status,
    detail: text,
    code,
    ...(Object.keys(fields).length > 0 ? { errors: fields } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers });
}
