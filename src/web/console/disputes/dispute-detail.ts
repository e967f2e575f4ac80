import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { readDisputeWork } from '../../../operations/disputes/letters.ts';
import type { readCase } from '../../../operations/staff/read-cases.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { memberLink } from '../ui/member-link.ts';
import { fromNow, moment } from '../ui/moment.ts';
import { disputeActions } from './dispute-actions.ts';
import { timeline } from '../ui/timeline.ts';
import { ruleWords } from './rule-words.ts';
import { clockList } from './clock-list.ts';

type Work = z.output<(typeof readDisputeWork)['output']>;
type CaseRead = z.output<(typeof readCase)['output']> & { readonly work: Work };

/** One dispute: its deadlines, its facts, its history, and what can be done with it. */
export function disputeDetail(request: SignedInRequest, read: CaseRead): Html {
  const { case: one, history, work } = read;
  const say = sayOf(packs[request.language].console.disputes);
  return html`<header class="page-head">
      <p class="soft"><a href="/disputes">${say('title')}</a> › ${one.reference}</p>
      <h1>${one.memberName} ${outcomeChip(request, one)}</h1>
    </header>
    ${one.state === 'open' ? disputeActions(request, one, work) : nothing}
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
      <aside class="side">
        ${card({ title: say('facts'), body: factsOf(request, one) })} ${moved(request, work)}
        ${letters(request, one.reference, work)}
      </aside>
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
    [say('counted_by'), ruleWords(request, one.businessDays)],
  ]);
}

function outcomeChip({ language }: SignedInRequest, one: CaseRead['case']): Html {
  const say = sayOf(packs[language].console.disputes);
  if (one.outcome === null) return chip(say('open'), 'accent');
  return chip(say(`outcome_${one.outcome}`), one.outcome === 'error' ? 'mind' : 'good');
}

/** What the dispute moved in the books. */
function moved(request: SignedInRequest, { credits }: Work): Html {
  const say = sayOf(packs[request.language].console.disputes);
  if (credits.length === 0) return nothing;
  return card({
    title: say('credits'),
    body: facts(
      credits.map(
        ({ kind, suffix, amount, currency, postedAt }) =>
          [
            say(`credit_${kind}`),
            html`${amount} ${currency} → ${suffix ?? '–'}
              <span class="soft">${moment(request, postedAt)}</span>`,
          ] as const,
      ),
    ),
  });
}

/** The letters as they were written, each folded. */
function letters(request: SignedInRequest, reference: string, work: Work): Html {
  const say = sayOf(packs[request.language].console.disputes);
  return card({
    title: say('letters'),
    body:
      work.letters.length === 0
        ? html`<p class="soft">${say('letters_none')}</p>`
        : html`${work.letters.map(
            (letter) =>
              html`<details class="letter">
                <summary>${letter.subject}</summary>
                <p class="soft">
                  ${letter.writtenBy}, ${moment(request, letter.writtenAt)} ·
                  ${
                    letter.readAt === null
                      ? say('unread')
                      : say('read_at', { when: fromNow(request, letter.readAt) })
                  }
                </p>
                ${letter.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
                <p>
                  <a href="/disputes/${reference}/letters/${letter.id}.pdf">${say('letter_pdf')}</a>
                </p>
              </details>`,
          )}`,
  });
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
