import type { Told } from '../../../operations/perform.ts';
import type { ConsoleContext } from './console-env.ts';

/** A refusal for a program: RFC 9457, with the code and the faulty fields. */
export function problem(context: Pick<ConsoleContext, 'json'>, told: Told): Response {
  const body = { title: told.text, status: told.status, code: told.code, fields: told.fields };
  return context.json(body, told.status, { 'content-type': 'application/problem+json' });
}
