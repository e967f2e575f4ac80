import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { StaffOperation } from '../../../operations/operation.ts';
import { perform, type Performed, type Told } from '../../../operations/perform.ts';
import { assert } from '../../../kernel/assert.ts';
import { formOf } from '../../frame/form.ts';
import { isSignedIn, type ConsoleContext, type SignedInRequest } from './console-env.ts';
import { keepFlash } from './flash.ts';
import { plainPage } from './page.ts';

/** The request of the person who is signed in. Guarded paths have one. */
export function signedIn(context: ConsoleContext): SignedInRequest {
  const request = context.get('request');
  assert(isSignedIn(request), 'only people who are signed in reach this page');
  return request;
}

/** Runs an operation that reads, for a page. */
export async function look<Input extends z.ZodType, Output extends z.ZodType>(
  context: ConsoleContext,
  operation: StaffOperation<Input, Output>,
  input: unknown,
): Promise<Performed<z.output<Output>>> {
  return perform(signedIn(context), operation, input);
}

/**
 * Runs an operation with the fields of the posted form. Its field `why` is the reason for the audit
 * log.
 * @param more fields that the path gives
 */
export async function act<Input extends z.ZodType, Output extends z.ZodType>(
  context: ConsoleContext,
  operation: StaffOperation<Input, Output>,
  more: object = {},
): Promise<Performed<z.output<Output>> & { readonly form: Readonly<Record<string, string>> }> {
  const form = await formOf(context);
  const { why = '', ...fields } = form;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const request: SignedInRequest = { ...signedIn(context), why };
  const performed = await perform(request, operation, { ...given, ...more });
  return { ...performed, form };
}

/**
 * Answers a posted form: on to a page that says what happened. An act that waits for a second
 * person says so there.
 * @param to the path of the next page, done or not
 */
export function answer(
  context: ConsoleContext,
  performed: { readonly refused?: Told | undefined },
  next: { readonly to: string; readonly said: string },
): Response {
  const request = signedIn(context);
  const { refused } = performed;
  const secure = request.consoleUrl.startsWith('https:');
  if (!refused) keepFlash(context, { kind: 'done', text: next.said }, secure);
  else if (refused.code === 'waits_for_approval')
    keepFlash(context, { kind: 'tell', text: refused.text }, secure);
  else if (refused.code === 'verify_first')
    return context.redirect(`/verify?next=${encodeURIComponent(next.to)}`, 303);
  else keepFlash(context, { kind: 'wrong', text: sentenceOfTold(refused) }, secure);
  return context.redirect(next.to, 303);
}

/** Answers a look that was refused: its own page with the sentence. */
export async function refusedLook(context: ConsoleContext, refused: Told): Promise<Response> {
  const say = sayOf(packs[context.get('request').language].console.frame);
  return plainPage(context, {
    title: refused.status === 404 ? say('not_found') : say('refused'),
    text: sentenceOfTold(refused),
    status: refused.status === 404 ? 404 : refused.status === 403 ? 403 : 422,
  });
}

function sentenceOfTold({ text, fields }: Told): string {
  const faults = Object.values(fields).filter((one) => one !== text);
  return [text, ...faults].join(' ');
}
