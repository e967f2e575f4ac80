import type { RequestContext, MemberContext } from '../../../operations/request-context.ts';
import { nextOf } from '../../frame/form.ts';
import { page } from '../../frame/page.ts';
import type { Told } from '../../../operations/perform.ts';
import { isSaidAtField } from '../../frame/said-at-field.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { statusOf } from '../../frame/status-of.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { sayIn, type Say, type TextName } from './say.ts';

export { toVerify } from '../../frame/to-verify.ts';

/** One visit to the sign-in pages, by a stranger or a member. */
export interface Visit {
  readonly context: PortalContext;
  readonly request: RequestContext;
  readonly say: Say;
  /** The visitor's target: a path within this site. */
  readonly next: string;
}

/** A visit by a signed-in member. */
export interface MemberVisit extends Visit {
  readonly request: MemberContext;
}

/** @param next where to go afterwards, from the query or the form */
export function visitOf(context: PortalContext, next = context.req.query('next')): Visit {
  const request = context.get('request');
  return { context, request, say: sayIn(request.language), next: nextOf(next, '/accounts') };
}

export function isMembers(visit: Visit): visit is MemberVisit {
  return 'member' in visit.request;
}

/** The notice of a finished action, by the word in `?done=` after the redirect. */
const doneTexts: Readonly<Record<string, TextName>> = {
  signed_out: 'done_signed_out',
  passkey_added: 'done_passkey_added',
  renamed: 'done_renamed',
  passkey_removed: 'done_passkey_removed',
  password: 'done_password',
  totp: 'done_totp',
  session_ended: 'done_session_ended',
  others_ended: 'done_others_ended',
};

/** Renders a page: its heading, notice and refusal. Browsers don't cache it. */
export async function screen(
  visit: Visit,
  given: {
    readonly title: string;
    readonly lead?: string | Html;
    readonly body: Html;
    readonly refused?: Told | undefined;
    /** The faults that the page shows at its fields, so that it need not repeat them on top. */
    readonly fields?: readonly string[];
    readonly scripts?: readonly string[];
  },
): Promise<Response> {
  const { context, say } = visit;
  const { refused, fields = [] } = given;
  const done = doneTexts[context.req.query('done') ?? ''];
  const response = await page(context, {
    title: given.title,
    ...(isMembers(visit) ? { section: 'security' as const } : {}),
    ...(given.scripts ? { scripts: given.scripts } : {}),
    ...(refused ? { status: statusOf(refused) } : {}),
    body: html`<div class="stack access">
      <h1>${given.title}</h1>
      ${given.lead ? html`<p class="lead">${given.lead}</p>` : nothing}
      ${done && !refused ? notice('done', say(done)) : nothing}
      ${refused && !isSaidAtField(refused, fields) ? notice('wrong', refused.text) : nothing}
      ${given.body}
    </div>`,
  });
  response.headers.set('cache-control', 'no-store');
  if (refused?.retryAt) {
    const seconds = visit.request.world.clock.now().until(refused.retryAt).total('seconds');
    response.headers.set('retry-after', String(Math.max(1, Math.ceil(seconds))));
  }
  return response;
}

/** Gives the next page after a post. */
export function goTo({ context }: Visit, path: string): Response {
  return context.redirect(path, 303);
}

/** Builds a path that remembers the visitor's target. */
export function onTo(path: string, { next }: Pick<Visit, 'next'>): string {
  return next === '/accounts' ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/** The path to sign in and then return to `next`. */
export function toSignIn({ context }: Visit, next: string): Response {
  return context.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
}

/** Carries `next` through a form. */
export function nextField({ next }: Pick<Visit, 'next'>): Html {
  return html`<input type="hidden" name="next" value="${next}" />`;
}

/** Gives the `error` of a field, if the refusal has one for it. */
export function errorOf(refused: Told | undefined, name: string): { readonly error?: string } {
  const error = refused?.fields[name];
  return error === undefined ? {} : { error };
}

/** Formats a time of day in the institution's zone. */
export function timeText({ request }: Pick<Visit, 'request'>, at: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(request.institution.zone)
    .toPlainTime()
    .toLocaleString(request.language, { timeStyle: 'short' });
}
