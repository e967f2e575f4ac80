import type { z } from 'zod';
import { caseOutcomes } from '../../../kernel/vocabulary/staff-work.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { readDisputeWork } from '../../../operations/disputes/letters.ts';
import type { CaseOutput } from '../../../operations/staff/case-schema.ts';
import { field, select } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { textArea } from '../../ui/text-area.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { recordedDays } from './dispute-form.ts';

type Work = z.output<(typeof readDisputeWork)['output']>;

const labels = {
  statementOn: 'statement_on',
  writtenOn: 'written_on',
  creditToldOn: 'credit_told_on',
  resultToldOn: 'result_told_on',
  withdrawalToldOn: 'withdrawal_told_on',
} as const;

/** What can be done with an open dispute now. */
export function disputeActions(request: SignedInRequest, one: CaseOutput, work: Work): Html {
  const say = sayOf(packs[request.language].console.disputes);
  const to = `/disputes/${one.reference}`;
  const isDecided = one.outcome !== null;
  const hasCredit = work.credits.some(({ kind }) => kind === 'provisional');
  const isBack = work.credits.some(({ kind }) => kind === 'taken_back');
  return html`<div class="actions">
    ${isDecided || hasCredit ? nothing : creditAction(request, one, work)}
    ${isDecided ? nothing : decideAction(request, one, work)}
    ${
      isDecided && one.outcome !== 'error' && hasCredit && !isBack
        ? action(request, {
            id: 'back',
            permission: 'decide_case',
            title: say('take_back'),
            text: say('take_back_text'),
            to: `${to}/take-back`,
            isDangerous: true,
          })
        : nothing
    }
    ${
      work.letters.some(({ kind }) => kind === 'received')
        ? nothing
        : action(request, {
            id: 'acknowledge',
            permission: 'open_case',
            title: say('acknowledge'),
            to: `${to}/acknowledge`,
          })
    }
    ${action(request, {
      id: 'record',
      permission: 'open_case',
      title: say('record'),
      text: say('record_text'),
      to: `${to}/record`,
      withoutWhy: true,
      fields: html`${field({ name: 'note', label: say('note'), maxlength: 4_000 })}
        <div class="columns">
          ${recordedDays.map((name) =>
            field({ name, label: say(labels[name]), type: 'date', required: false }),
          )}
        </div>`,
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

function creditAction(request: SignedInRequest, one: CaseOutput, work: Work): Html {
  const say = sayOf(packs[request.language].console.disputes);
  return action(request, {
    id: 'credit',
    permission: 'decide_case',
    title: say('credit'),
    text: say('credit_text'),
    to: `/disputes/${one.reference}/credit`,
    fields: html`${accountField(request, work, 'credit')}
    ${field({ name: 'amount', label: say('amount'), inputmode: 'decimal', maxlength: 20, width: 'short' })}`,
  });
}

function decideAction(request: SignedInRequest, one: CaseOutput, work: Work): Html {
  const say = sayOf(packs[request.language].console.disputes);
  const hasCredit = work.credits.length > 0;
  return action(request, {
    id: 'decide',
    permission: 'decide_case',
    title: say('decide'),
    text: say('decide_text'),
    to: `/disputes/${one.reference}/decide`,
    fields: html`${select({
        name: 'outcome',
        label: say('outcome'),
        choices: caseOutcomes.map((value) => ({ value, label: say(`outcome_${value}`) })),
      })}
      ${textArea({
        name: 'findings',
        label: say('findings'),
        hint: say('findings_hint'),
        maxlength: 2_000,
      })}
      ${hasCredit ? nothing : accountField(request, work, 'decide')}
      <div class="field">
        <label for="due-amount">${say('due_amount')}</label>
        <p class="hint" id="due-amount-hint">${hasCredit ? say('due_hint') : nothing}</p>
        <input
          id="due-amount"
          name="amount"
          inputmode="decimal"
          maxlength="20"
          aria-describedby="due-amount-hint"
        />
      </div>`,
  });
}

function accountField({ language }: SignedInRequest, { shares }: Work, form: string): Html {
  const say = sayOf(packs[language].console.disputes);
  const named = sayOf(packs[language].site.accounts);
  return html`<div class="field">
    <label for="suffix-${form}">${say('account')}</label>
    <select id="suffix-${form}" name="suffix">
      ${shares.map(
        ({ suffix, kind }) =>
          html`<option value="${suffix}">${named(`kind_${kind}`)} ${suffix}</option>`,
      )}
    </select>
  </div>`;
}
