import { rightOf } from '../../../operations/permissions.ts';
import { dollarsOf } from '../../../operations/notices/estimate.ts';
import type { NoticeOutput } from '../../../operations/notices/notice-schema.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { figureText, noticeSay, stateChip } from './notice-words.ts';

/** All notices to many, the newest first. */
export function listBody(
  request: SignedInRequest,
  given: { readonly notices: readonly NoticeOutput[]; readonly more: boolean },
): Html {
  const say = noticeSay(request);
  const { notices, more } = given;
  const mayWrite = rightOf(request.principal.roles, 'draft_notices') !== undefined;
  return html`<header class="page-head">
      <h1>${say('title')}</h1>
      <p class="lead">${say('lead')}</p>
    </header>
    ${
      mayWrite
        ? html`<div class="actions">
            <a class="button primary" href="/notices/new">${say('new')}</a>
          </div>`
        : nothing
    }
    ${table({
      caption: say('list'),
      columns: [
        { head: say('name') },
        { head: say('state') },
        { head: say('recipients'), isFigure: true },
        { head: say('cost'), isFigure: true },
        { head: say('by') },
        { head: say('when') },
      ],
      rows: notices.map((notice) => ({
        href: `/notices/${notice.id}`,
        cells: [
          notice.name,
          stateChip(say, notice),
          figureText(request, notice.recipients ?? notice.estimate.recipients),
          dollarsOf(notice.estimate.parts.reduce((sum, part) => sum + part.microdollars, 0)),
          notice.begunBy ?? notice.madeBy,
          moment(request, notice.begunAt ?? notice.madeAt),
        ],
      })),
      empty: html`<div class="empty">
        <p class="empty-title">${say('none')}</p>
        <p>${say('none_text')}</p>
      </div>`,
    })}
    ${
      more
        ? html`<div class="actions">
            <a
              class="button"
              href="/notices?before=${encodeURIComponent(notices.at(-1)?.madeAt ?? '')}"
              >${say('older')}</a
            >
          </div>`
        : nothing
    }`;
}
