import { descriptors } from '../../../channels/descriptors.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { actName } from '../ui/act-name.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { memberLink } from '../ui/member-link.ts';
import { dayText, fromNow, moment } from '../ui/moment.ts';
import { table, type Column, type Row } from '../ui/table.ts';
import type { Today } from './today.ts';

/** The few most pressing things of each list. A list with nothing is left out. */
export function todayLists(request: SignedInRequest, today: Today): readonly Html[] {
  const say = sayOf(packs[request.language].console.today);
  const { deadlines, waiting, urgent, approvals, alarms } = today;
  const list = (title: string, href: string, columns: readonly Column[], rows: readonly Row[]) =>
    rows.length === 0
      ? []
      : [
          card({
            title,
            end: html`<a href="${href}">${say('all')}</a>`,
            body: table({ caption: title, columns, rows, empty: nothing }),
          }),
        ];
  const what = { head: say('what') };
  const member = { head: say('member') };
  return [
    ...list(
      say('alarms'),
      '/tasks',
      [what, { head: say('since') }],
      (alarms?.first ?? []).map((one) => ({
        href: `/tasks/${one.reference}`,
        tone: 'bad',
        cells: [one.subject, moment(request, one.receivedAt)],
      })),
    ),
    ...list(
      say('urgent'),
      '/tasks',
      [what, member, { head: say('since') }],
      (urgent?.first ?? []).map((one) => ({
        href: `/tasks/${one.reference}`,
        tone: 'bad',
        cells: [one.subject, memberLink(one), moment(request, one.receivedAt)],
      })),
    ),
    ...list(
      say('deadlines'),
      '/disputes',
      [what, member, { head: say('due') }],
      (deadlines?.first ?? []).map((one) => deadlineRow(request, one)),
    ),
    ...list(
      say('waiting'),
      '/inbox',
      [member, what, { head: say('since') }],
      (waiting?.first ?? []).map((one) => ({
        href: `/inbox/${one.conversationId}`,
        tone: one.urgent ? 'bad' : undefined,
        cells: [
          `${one.memberName} ${one.memberNumber}`,
          say('on_channel', { channel: descriptors[one.channel].title }),
          fromNow(request, one.waitingSince ?? one.spokeAt),
        ],
      })),
    ),
    ...list(
      say('approvals'),
      '/approvals',
      [what, { head: say('asked_by') }, { head: say('until') }],
      (approvals?.first ?? []).map((one) => approvalRow(request, one)),
    ),
  ];
}

function approvalRow(
  request: SignedInRequest,
  one: NonNullable<Today['approvals']>['first'][number],
): Row {
  const say = sayOf(packs[request.language].console.today);
  const isAlone = one.state === 'alone';
  return {
    href: `/approvals/${one.reference}`,
    tone: isAlone ? 'bad' : undefined,
    cells: [
      `${actName(request, one.operation)} · ${one.subject}`,
      one.askedBy,
      isAlone ? chip(say('alone'), 'bad') : moment(request, one.dueAt ?? one.expiresAt),
    ],
  };
}

function deadlineRow(
  request: SignedInRequest,
  one: NonNullable<Today['deadlines']>['first'][number],
): Row {
  const say = sayOf(packs[request.language].console.today);
  const day = dayText(request, Temporal.PlainDate.from(one.dueOn));
  return {
    href: one.kind === 'dispute' ? `/disputes/${one.reference}` : `/tasks/${one.reference}`,
    tone: one.late ? 'bad' : 'mind',
    cells: [
      one.clock === null ? one.subject : `${one.reference} · ${say(`clock_${one.clock}`)}`,
      memberLink(one),
      html`${day} ${one.late ? chip(say('late'), 'bad') : nothing}`,
    ],
  };
}
