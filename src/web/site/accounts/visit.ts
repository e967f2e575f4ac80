import type { z } from 'zod';
import { assert } from '../../../kernel/assert.ts';
import { isMembers, type MemberContext } from '../../../operations/request-context.ts';
import type { shareSchema } from '../../../operations/shares/shares.ts';
import { accountName, minorUnits } from '../../../operations/shares/wording.ts';
import { page } from '../../frame/page.ts';
import type { Told } from '../../../operations/perform.ts';
import { isSaidAtField } from '../../frame/said-at-field.ts';
import { refusalHeading } from '../../frame/refusal-heading.ts';
import { statusOf } from '../../frame/status-of.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { moneyText } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { sayIn, type Say } from './say.ts';

export type ShownShare = z.output<typeof shareSchema>;

/** One visit to the accounts section: its member and its language. */
export interface Visit {
  readonly context: PortalContext;
  readonly request: MemberContext;
  readonly say: Say;
}

/** Gives the member's visit. The frame's guard has made sure that they are signed in. */
export function visitOf(context: PortalContext): Visit {
  const request = context.get('request');
  assert(isMembers(request), 'only members get past the guard');
  return { context, request, say: sayIn(request.language) };
}

/** Renders a page of accounts or transfers. */
export async function accountsPage(
  { context }: Visit,
  given: {
    readonly title: string;
    readonly section?: 'accounts' | 'transfer';
    readonly body: Html;
    /** The page's heading, above notice and refusal. Absent: the body has it. */
    readonly heading?: string;
    readonly done?: string | undefined;
    readonly refused?: Told | undefined;
    /** The faults that the page shows at its fields, so that it need not repeat them on top. */
    readonly fields?: readonly string[];
    readonly scripts?: readonly string[];
    readonly styles?: readonly string[];
  },
): Promise<Response> {
  const { refused, fields = [] } = given;
  return page(context, {
    title: given.title,
    section: given.section ?? 'accounts',
    ...(given.scripts ? { scripts: given.scripts } : {}),
    ...(given.styles ? { styles: given.styles } : {}),
    ...(refused ? { status: statusOf(refused) } : {}),
    body: html`<div class="stack accounts">
      ${given.heading === undefined ? nothing : html`<h1>${given.heading}</h1>`}
      ${given.done ? notice('done', given.done) : nothing}
      ${refused && !isSaidAtField(refused, fields) ? notice('wrong', refused.text) : nothing}
      ${given.body}
    </div>`,
  });
}

/** Formats an operation's decimal in the visitor's notation: `$1,204.33`. */
export function sum({ request }: Pick<Visit, 'request'>, figure: string, currency: string): string {
  return moneyText(minorUnits(figure, currency), currency, request.language);
}

export { accountName as nameOf, minorUnits as minor };

/** Links the pages of one share, and marks the current one. */
export function shareNavigation({ context, say }: Visit, share: ShownShare): Html {
  const base = `/accounts/${share.suffix}`;
  const parts = [
    [base, say('history')],
    [`${base}/statements`, say('statements')],
    [`${base}/names`, say('names')],
  ] as const;
  return html`<nav class="pages" aria-label="${say('share_pages')}">
    ${parts.map(
      ([path, name]) =>
        html`<a href="${path}" ${context.req.path === path ? html`aria-current="page"` : nothing}
          >${name}</a
        >`,
    )}
  </nav>`;
}

/** The page for something that does not exist or belongs to somebody else. */
export async function nobodys(visit: Visit, refused: Told): Promise<Response> {
  const title = refusalHeading(visit.request, refused);
  return accountsPage(visit, {
    title,
    refused,
    heading: title,
    body: html`<p><a class="button" href="/accounts">${visit.say('made_accounts')}</a></p>`,
  });
}
