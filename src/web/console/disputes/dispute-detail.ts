import type { z } from 'zod';
import { caseOutcomes } from '../../../kernel/vocabulary/staff-work.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { readCase } from '../../../operations/staff/read-cases.ts';
import { field, select } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { memberLink } from '../ui/member-link.ts';
import { moment } from '../ui/moment.ts';
import { timeline } from '../ui/timeline.ts';
import { clockList } from './clock-list.ts';
import { happenedDays } from './dispute-form.ts';

type CaseRead = z.output<(typeof readCase)['output']>;

/** One dispute: its deadlines, its facts, its history, and what can be done with it. */
export function disputeDetail(request: SignedInRequest, read: CaseRead): Html {
  const { case: one, history } = read;
  const say = sayOf(packs[request.language].console.disputes);
  return html`<header class="page-head">
      <p class="soft"><a href="/disputes">${say('title')}</a> › ${one.reference}</p>
      <h1>${one.memberName} ${outcomeChip(request, one)}</h1>
    </header>
    ${one.state === 'open' ? actions(request, one) : nothing}
    <div class="with-side">
      <div class="flow">
        ${card({ title: say('clocks'), body: clockList(request, one) })}
        ${
          one.words === null
            ? nothing
            : card({ title: say('words'), body: html`<p class="words">${one.words}</p>` })
        }
        ${card({
          title: say('history'),
          body: timeline(
            request,
            history.map(({ at, who, what, detail }) => ({
              at,
              who,
              what: didText(request, what),
              text: textOf(detail),
            })),
          ),
        })}
      </div>
      <aside class="side">${card({ title: say('facts'), body: factsOf(request, one) })}</aside>
    </div>`;
}

function factsOf(request: SignedInRequest, one: CaseRead['case']): Html {
  const say = sayOf(packs[request.language].console.disputes);
  const yes = (value: boolean | null) => (value === null ? '–' : value ? say('yes') : say('no'));
  return facts([
    [say('member'), memberLink(one)],
    [say('received'), moment(request, one.receivedAt)],
    [say('new_account'), yes(one.newAccount)],
    [say('point_of_sale'), yes(one.pointOfSale)],
    [say('outside_us'), yes(one.outsideUs)],
    [say('in_time'), yes(one.noticeInTime)],
    [say('counted_by'), one.businessDays],
  ]);
}

function outcomeChip({ language }: SignedInRequest, one: CaseRead['case']): Html {
  const say = sayOf(packs[language].console.disputes);
  if (one.outcome === null) return chip(say('open'), 'accent');
  return chip(say(`outcome_${one.outcome}`), one.outcome === 'error' ? 'mind' : 'good');
}

const labels = {
  statementOn: 'statement_on',
  writtenOn: 'written_on',
  creditedOn: 'credited_on',
  creditToldOn: 'credit_told_on',
  decidedOn: 'decided_on',
  resultToldOn: 'result_told_on',
  correctedOn: 'corrected_on',
  withdrawalToldOn: 'withdrawal_told_on',
} as const;

function actions(request: SignedInRequest, one: CaseRead['case']): Html {
  const say = sayOf(packs[request.language].console.disputes);
  const to = `/disputes/${one.reference}`;
  return html`<div class="actions">
    ${action(request, {
      id: 'record',
      permission: 'do_work',
      title: say('record'),
      text: say('record_text'),
      to: `${to}/record`,
      withoutWhy: true,
      fields: html`${field({ name: 'note', label: say('note'), maxlength: 4_000 })}
        <div class="columns">
          ${happenedDays.map((name) =>
            field({ name, label: say(labels[name]), type: 'date', required: false }),
          )}
        </div>
        ${select({
          name: 'outcome',
          label: say('outcome'),
          choices: [
            { value: '', label: say('unchanged') },
            ...caseOutcomes.map((value) => ({ value, label: say(`outcome_${value}`) })),
          ],
        })}`,
    })}
    ${action(request, {
      id: 'close',
      permission: 'decide_case',
      title: say('close'),
      text: say('close_text'),
      to: `${to}/close`,
    })}
  </div>`;
}

function didText({ language }: SignedInRequest, what: string): string {
  const texts = packs[language].console.disputes;
  const name = `did_${what}`;
  return Object.entries(texts).find(([key]) => key === name)?.[1] ?? what.replaceAll('_', ' ');
}

function textOf(detail: Readonly<Record<string, unknown>>): string | undefined {
  const { note } = detail;
  return typeof note === 'string' ? note : undefined;
}
