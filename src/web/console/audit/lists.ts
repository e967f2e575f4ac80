import type { ListedAct } from '../../../operations/audit/list-acts.ts';
import type { ListedLook } from '../../../operations/audit/list-looks.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { memberLink } from '../ui/member-link.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { auditSay } from './audit-words.ts';

/** What was done, the newest first. */
export function actsTable(request: SignedInRequest, acts: readonly ListedAct[]): Html {
  const say = auditSay(request);
  return table({
    caption: say('tab_acts'),
    columns: [
      { head: say('when') },
      { head: say('who') },
      { head: say('what') },
      { head: say('subject') },
      { head: say('why') },
    ],
    rows: acts.map((act) => ({
      cells: [
        moment(request, act.at),
        html`${act.who}${approver(request, act)}`,
        html`<span class="mono">${act.what}</span>
          <span class="soft">${detailText(act.detail)}</span>`,
        html`<span class="mono">${act.subject}</span>`,
        act.why,
      ],
    })),
    empty: html`<div class="empty">
      <p class="empty-title">${say('acts_none')}</p>
      <p>${say('none_text')}</p>
    </div>`,
  });
}

/** Who looked at whom, the newest first. */
export function looksTable(request: SignedInRequest, looks: readonly ListedLook[]): Html {
  const say = auditSay(request);
  return table({
    caption: say('tab_looks'),
    columns: [
      { head: say('when') },
      { head: say('who') },
      { head: say('what') },
      { head: say('member') },
      { head: say('why') },
    ],
    rows: looks.map((one) => ({
      cells: [
        moment(request, one.at),
        one.who,
        one.what,
        one.memberNumber === null ? say('many') : memberLink(one),
        one.why ?? '–',
      ],
    })),
    empty: html`<div class="empty">
      <p class="empty-title">${say('looks_none')}</p>
      <p>${say('none_text')}</p>
    </div>`,
  });
}

function approver(request: SignedInRequest, { detail }: ListedAct): Html {
  const { approved } = detail;
  if (typeof approved !== 'object' || approved === null) return nothing;
  if (!('by' in approved) || !('reference' in approved)) return nothing;
  const text = auditSay(request)('approved_by', {
    name: String(approved.by),
    reference: String(approved.reference),
  });
  return html` <span class="soft">${text}</span>`;
}

/** The plain facts of an act in one line. */
function detailText(detail: ListedAct['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
}
