import type { ListedAct } from '../../../operations/audit/list-acts.ts';
import type { ListedLook } from '../../../operations/audit/list-looks.ts';
import { deviceName } from '../../ui/device-name.ts';
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
        html`<strong>${act.what.replaceAll('_', ' ')}</strong> ${details(act.detail)}`,
        subjectOf(act.subject),
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

/** The plain facts of an act, in a line. A browser has its short name, as in the list of sessions. */
function details(detail: ListedAct['detail']): Html {
  const plain = Object.entries(detail).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)] as const]
      : [],
  );
  return html`<span class="act-facts"
    >${plain.map(
      ([name, value]) =>
        html`<span
          ><span class="soft">${wordsOf(name)}</span> ${
            name === 'device' ? (deviceName(value) ?? value) : value
          }</span
        >`,
    )}</span
  >`;
}

/** `perTransfer` as `per transfer`. */
const wordsOf = (name: string) =>
  name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replaceAll('_', ' ');

/** What an act was about. An id is shortened; the file has it in full. */
function subjectOf(subject: string): Html {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(subject)
    ? html`<span class="mono soft" title="${subject}">…${subject.slice(-6)}</span>`
    : html`<span class="mono">${subject}</span>`;
}
