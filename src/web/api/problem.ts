import type { Context } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';
import { tell, type Told } from '../../operations/perform.ts';
import { refusalTitle } from '../../operations/refusal-title.ts';
import type { Refused } from '../../operations/refusals.ts';

type ApiContext = Context<{ Variables: { request: RequestContext } }>;

/**
 * Answers with a refusal in the form of RFC 9457: `code` for programs, `detail` for people, in the
 * caller's language.
 */
export function problem(context: ApiContext, refused: Refused): Response {
  return toldProblem(context, tell(context.get('request'), refused));
}

/** Answers with a refusal that already has its words. */
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
