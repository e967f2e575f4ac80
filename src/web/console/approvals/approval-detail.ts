import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { exportSearch, searchMessages } from '../../../operations/search/search-messages.ts';
import {
  isPermission,
  type readStaffApproval,
} from '../../../operations/dual-control/list-approvals.ts';
import { mayApprove } from '../../../operations/permissions.ts';
import { field } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { actName } from '../ui/act-name.ts';
import { card } from '../ui/card.ts';
import { fromNow, moment, momentText } from '../ui/moment.ts';
import { isForAsker, stateChip } from './approval-words.ts';

type Approval = z.output<typeof readStaffApproval.output>;

/** One act: what changes by it, who asked and why, and what this person can do. */
export function approvalDetail(request: SignedInRequest, one: Approval): Html {
  const say = sayOf(packs[request.language].console.approvals);
  return html`<header class="page-head">
      <p class="soft"><a href="/approvals">${say('title')}</a> › ${one.reference}</p>
      <h1>${actName(request, one.operation)} ${stateChip(request, one.state)}</h1>
      <p class="lead">
        ${say('asked_line', {
          name: one.askedBy,
          when: fromNow(request, one.askedAt),
          why: one.askedWhy,
        })}
      </p>
    </header>
    ${one.state === 'alone' ? notice('wrong', say('alone_text')) : nothing}
    ${card({
      title: `${say('change')} · ${one.subject}`,
      body: difference(request, one),
      end: html`<span class="soft"
        >${say('until')} ${moment(request, one.dueAt ?? one.expiresAt)}</span
      >`,
    })}
    ${
      one.decidedBy === null
        ? nothing
        : html`<p>
            ${say('decided_line', {
              name: one.decidedBy,
              when: momentText(request, Temporal.Instant.from(one.decidedAt ?? one.askedAt)),
              why: one.decidedWhy ?? '',
            })}
          </p>`
    }
    ${
      one.escalated === null
        ? nothing
        : notice(
            'mind',
            say('escalated', {
              when: momentText(request, Temporal.Instant.from(one.escalated.at)),
              to: one.escalated.to.join(', '),
            }),
          )
    }
    ${one.state === 'approved' ? whatCame(request, one) : nothing}
    ${one.state === 'waiting' ? decision(request, one) : nothing}
    ${one.state === 'alone' && one.seenAt === null ? alone(request, one) : nothing}`;
}

function difference({ language }: SignedInRequest, one: Approval): Html {
  const say = sayOf(packs[language].console.approvals);
  const frame = sayOf(packs[language].console.frame);
  if (one.lines.length === 0) return html`<p>${say('no_lines')}</p>`;
  return html`<div class="list" tabindex="0">
    <table class="difference">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${say('what')}</span></th>
          <th scope="col">${frame('before')}</th>
          <th scope="col">${frame('after')}</th>
        </tr>
      </thead>
      <tbody>
        ${one.lines.map(
          ({ what, before, after }) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td data-head="${frame('before')}">
                ${before === undefined ? nothing : html`<del>${before}</del>`}
              </td>
              <td data-head="${frame('after')}">
                ${after === undefined ? nothing : html`<ins>${after}</ins>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function decision(request: SignedInRequest, one: Approval): Html {
  const say = sayOf(packs[request.language].console.approvals);
  const frame = sayOf(packs[request.language].console.frame);
  const to = `/approvals/${one.reference}`;
  if (one.mine)
    return html`${notice('tell', say('mine'))}
      <form method="post" action="${to}/withdraw"><button>${say('withdraw')}</button></form>`;
  if (!one.mayDecide) return notice('tell', say('not_yours'));
  return html`<div class="columns">
    <form method="post" action="${to}/approve" class="card stack">
      <p>${say(isForAsker(one.operation) ? 'approve_for_asker' : 'approve_text')}</p>
      <button class="primary">${frame('approve')}</button>
    </form>
    <form method="post" action="${to}/decline" class="card stack">
      ${field({ name: 'reason', label: say('reason'), maxlength: 500 })}
      <button>${frame('decline')}</button>
    </form>
  </div>`;
}

/** The pages where the asker finds what an approved act has made. */
const resultsAt: Readonly<Record<string, (subject: string) => string>> = {
  [exportSearch.id]: (subject) => `/search/${subject}`,
  [searchMessages.id]: () => '/search',
};

function whatCame(request: SignedInRequest, one: Approval): Html {
  const say = sayOf(packs[request.language].console.approvals);
  if (one.collectedAt !== null) {
    const when = momentText(request, Temporal.Instant.from(one.collectedAt));
    return html`<p>${say('collected_line', { when })}</p>`;
  }
  const results = resultsAt[one.operation];
  if (one.mine && results)
    return html`<p><a class="button" href="${results(one.subject)}">${say('results')}</a></p>`;
  if (one.waitsForAsker && !one.mine)
    return notice('tell', say('waits_for_asker', { name: one.askedBy }));
  if (!one.mayCollect) return nothing;
  return html`<form method="post" action="/approvals/${one.reference}/collect" class="card stack">
    <p>${say('collect_text')}</p>
    <button class="primary">${say('collect')}</button>
  </form>`;
}

function alone(request: SignedInRequest, one: Approval): Html {
  const say = sayOf(packs[request.language].console.approvals);
  if (!isPermission(one.permission) || !mayApprove(request.principal.roles, one.permission))
    return nothing;
  return html`<form method="post" action="/approvals/${one.reference}/seen" class="card stack">
    ${field({ name: 'finding', label: say('finding'), maxlength: 500 })}
    <button class="primary">${say('seen')}</button>
  </form>`;
}
