import type { z } from 'zod';
import { readMemberAudit } from '../../../operations/people/read-member-audit.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { card } from '../ui/card.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { fileHead } from './file-head.ts';
import { sayMembers } from './say.ts';

type Act = z.output<typeof readMemberAudit.output>['acts'][number];

/** What limits an address, by a member or by staff. */
const limitActs: ReadonlySet<string> = new Set([
  'limits_raised',
  'limits_lowered',
  'address_rights_set',
  'member_money',
]);

/** What was done with a member and by whom, who changed their limits, and who looked. */
export async function auditPage(context: ConsoleContext): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const { done, refused } = await look(context, readMemberAudit, { number });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayMembers(request);
  return page(context, {
    title: `${done.name} · ${say('tab_audit')}`,
    section: 'members',
    body: html`${fileHead(request, { number, name: done.name, tab: 'audit' })}
    ${card({
      title: say('audit_acts'),
      body: acts(request, done.acts, say('no_acts')),
    })}
    ${card({
      title: say('audit_limits'),
      body: acts(
        request,
        done.acts.filter(({ what }) => limitActs.has(what)),
        say('no_limit_acts'),
      ),
    })}
    ${card({
      title: say('audit_reads'),
      body: table({
        caption: say('audit_reads'),
        columns: [
          { head: say('who') },
          { head: say('what') },
          { head: say('why') },
          { head: say('when') },
        ],
        rows: done.reads.map((one) => ({
          cells: [one.who, one.what, one.why ?? '–', moment(request, one.at)],
        })),
        empty: html`<p class="pad soft">${say('no_acts')}</p>`,
      }),
    })}`,
  });
}

function acts(request: SignedInRequest, all: readonly Act[], none: string): Html {
  const say = sayMembers(request);
  return table({
    caption: say('audit_acts'),
    columns: [
      { head: say('who') },
      { head: say('what') },
      { head: say('why') },
      { head: say('when') },
    ],
    rows: all.map((one) => ({
      cells: [
        html`${one.who}${approver(request, one)}`,
        html`<span class="mono">${one.what}</span>
          <span class="soft">${detailText(one.detail)}</span>`,
        one.why,
        moment(request, one.at),
      ],
    })),
    empty: html`<p class="pad soft">${none}</p>`,
  });
}

function approver(request: SignedInRequest, { detail }: Act): Html {
  const { approved } = detail;
  if (typeof approved !== 'object' || approved === null) return nothing;
  if (!('by' in approved) || !('reference' in approved)) return nothing;
  const name = String(approved.by);
  const reference = String(approved.reference);
  return html` <span class="soft"
    >${sayMembers(request)('approved_by', { name, reference })}</span
  >`;
}

/** The facts of an act in one line. Ids say nothing to people. */
function detailText(detail: Act['detail']): string {
  return Object.entries(detail)
    .filter(
      ([name, value]) =>
        !['approved', 'address', 'transaction', 'hold', 'of'].includes(name) &&
        ['string', 'number', 'boolean'].includes(typeof value),
    )
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
}
