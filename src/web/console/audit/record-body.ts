import type { ListedCheck } from '../../../operations/audit/record-checks.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { auditHead } from './audit-frame.ts';
import { auditSay } from './audit-words.ts';

/** The record’s newest row, and what its checks found. */
export function recordBody(
  request: SignedInRequest,
  given: { readonly head: string | null; readonly checks: readonly ListedCheck[] },
): Html {
  const say = auditSay(request);
  const last = given.checks.find(({ found }) => found !== null);
  const waits = given.checks.some(({ endedAt }) => endedAt === null);
  return html`${auditHead(request, 'record')}
    <div class="columns">
      ${card({
        title: say('record_last'),
        end: last ? resultChip(request, last) : nothing,
        body: html`${last ? lastCheck(request, last) : html`<p>${say('record_never')}</p>`}
        ${
          waits
            ? html`<p class="hint">${say('record_waits')}</p>`
            : html`<form method="post" action="/audit/record/check" class="stack">
                <p class="hint">${say('check_text')}</p>
                <button class="primary">${say('check_now')}</button>
              </form>`
        }`,
      })}
      ${card({
        title: say('record_head'),
        body: html`<div class="stack">
          ${given.head === null ? html`<p>${say('record_head_none')}</p>` : html`<pre>${given.head}</pre>`}
          <p class="hint">${say('record_head_text')}</p>
        </div>`,
      })}
    </div>
    ${last && last.found && last.found.differences.length > 0 ? differences(request, last.found.differences) : nothing}
    ${card({ title: say('checks'), body: checksTable(request, given.checks) })}`;
}

function resultChip(request: SignedInRequest, { found }: ListedCheck): Html {
  const say = auditSay(request);
  if (!found) return nothing;
  const count = found.differences.length;
  return count === 0
    ? chip(say('record_whole'), 'good')
    : chip(say('record_differs', { count: String(count) }), 'bad');
}

function lastCheck(request: SignedInRequest, { found, endedAt }: ListedCheck): Html {
  const say = auditSay(request);
  if (!found || endedAt === null) return nothing;
  const { good, unsigned, unknown } = found.signatures;
  return facts([
    [say('ended'), moment(request, endedAt)],
    [say('batches'), String(found.batches)],
    [say('accounts'), String(found.accounts)],
    [say('entries'), String(found.entries)],
    [say('rows'), String(found.rows)],
    [
      say('signatures'),
      say('signatures_text', {
        good: String(good),
        unsigned: String(unsigned),
        unknown: String(unknown),
      }),
    ],
  ]);
}

function differences(
  request: SignedInRequest,
  found: NonNullable<ListedCheck['found']>['differences'],
): Html {
  const say = auditSay(request);
  return card({
    title: say('differences'),
    body: table({
      caption: say('differences'),
      columns: [{ head: say('where') }, { head: say('difference') }],
      rows: found.map(({ where, what }) => ({ cells: [where, what], tone: 'bad' as const })),
      empty: nothing,
    }),
  });
}

function checksTable(request: SignedInRequest, checks: readonly ListedCheck[]): Html {
  const say = auditSay(request);
  return table({
    caption: say('checks'),
    columns: [
      { head: say('asked') },
      { head: say('asked_by') },
      { head: say('ended') },
      { head: say('batches'), isFigure: true },
      { head: say('result') },
    ],
    rows: checks.map((one) => ({
      cells: [
        moment(request, one.askedAt),
        one.askedBy ?? say('schedule'),
        one.endedAt === null ? '–' : moment(request, one.endedAt),
        one.found ? String(one.found.batches) : '–',
        one.found ? resultChip(request, one) : '–',
      ],
    })),
    empty: html`<p class="pad soft">${say('checks_none')}</p>`,
  });
}
