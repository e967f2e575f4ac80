import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { CaseOutput } from '../../../operations/staff/case-schema.ts';
import { listCases } from '../../../operations/staff/read-cases.ts';
import { field, tick } from '../../ui/field.ts';
import { html, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { textArea } from '../../ui/text-area.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { action } from '../ui/action.ts';
import { chip } from '../ui/chip.ts';
import { memberLink } from '../ui/member-link.ts';
import { listPage, moreLink, skippedIn } from '../ui/more-link.ts';
import { moment } from '../ui/moment.ts';
import { table, type Row } from '../ui/table.ts';
import { tabs } from '../ui/tabs.ts';
import { clockChip, todayOf } from './clock-list.ts';

/** The list of disputes, the one with the next deadline first. */
export async function disputeList(context: ConsoleContext): Promise<Response> {
  const isAll = context.req.query('all') !== undefined;
  const { done, refused } = await look(context, listCases, {
    view: isAll ? 'closed' : 'open',
    skip: skippedIn(context),
    most: listPage,
  });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayOf(packs[request.language].console.disputes);
  return page(context, {
    title: say('title'),
    section: 'disputes',
    body: html`<header class="page-head">
        <h1>${say('title')}</h1>
        <p class="lead">${say('lead')}</p>
      </header>
      ${openByHand(request)}
      ${tabs(say('title'), [
        {
          href: '/disputes',
          text: say('open'),
          isOpen: !isAll,
          count: done.open,
        },
        { href: '/disputes?all', text: say('closed'), isOpen: isAll },
      ])}
      ${table({
        caption: say('title'),
        columns: [
          { head: say('dispute') },
          { head: say('member') },
          { head: say('received') },
          { head: say('next') },
        ],
        rows: done.cases.map((one) => row(request, one)),
        empty: empty(say('none'), say('none_text')),
      })}
      ${moreLink(context, { text: say('more'), isMore: done.limited })}`,
  });
}

function row(request: SignedInRequest, one: CaseOutput): Row {
  const say = sayOf(packs[request.language].console.disputes);
  const isLate =
    one.next !== null &&
    Temporal.PlainDate.compare(Temporal.PlainDate.from(one.next.dueOn), todayOf(request)) < 0;
  const state =
    one.next === null
      ? chip(one.outcome === null ? say('open') : say(`outcome_${one.outcome}`), 'good')
      : html`${say(`clock_${one.next.clock}`)} ${clockChip(request, one.next)}`;
  return {
    href: `/disputes/${one.reference}`,
    tone: isLate ? 'bad' : undefined,
    cells: [one.reference, memberLink(one), moment(request, one.receivedAt), state],
  };
}

function openByHand(request: SignedInRequest): Html {
  const say = sayOf(packs[request.language].console.disputes);
  return html`<div class="actions">
    ${action(request, {
      id: 'new',
      permission: 'open_case',
      title: say('new'),
      text: say('new_text'),
      to: '/disputes',
      fields: html`${field({ name: 'number', label: say('number'), width: 'medium', maxlength: 40 })}
        <div class="field">
          <label for="receivedAt">${say('received_at')}</label>
          <p class="hint" id="receivedAt-hint">${say('received_hint')}</p>
          <input
            id="receivedAt"
            name="receivedAt"
            type="datetime-local"
            aria-describedby="receivedAt-hint"
          />
        </div>
        ${textArea({ name: 'note', label: say('note'), maxlength: 4_000 })}
        ${tick({ name: 'writtenAsked', label: say('written_asked') })}
        ${tick({ name: 'newAccount', label: say('new_account') })}
        ${tick({ name: 'pointOfSale', label: say('point_of_sale') })}
        ${tick({ name: 'outsideUs', label: say('outside_us') })}`,
    })}
  </div>`;
}
