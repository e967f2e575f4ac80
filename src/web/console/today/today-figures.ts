import { descriptors } from '../../../channels/descriptors.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { rightOf } from '../../../operations/permissions.ts';
import type { Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { figure } from '../ui/card.ts';
import { fromNow } from '../ui/moment.ts';
import type { Today } from './today.ts';

type Tone = 'plain' | 'good' | 'mind' | 'bad';

/** The figures of the day, each with the way to its list. */
export function todayFigures(request: SignedInRequest, today: Today): readonly Html[] {
  return [...workFigures(request, today), ...sendingFigures(request, today)];
}

const toneOf = (count: number, tone: Tone): Tone => (count === 0 ? 'good' : tone);

function workFigures(request: SignedInRequest, today: Today): readonly Html[] {
  const say = sayOf(packs[request.language].console.today);
  const number = numberIn(request);
  const { deadlines, waiting, urgent, approvals, alarms } = today;
  const figures: Html[] = [];
  if (deadlines)
    figures.push(
      figure({
        name: say('deadlines'),
        value: number(deadlines.count),
        href: '/disputes',
        tone: toneOf(deadlines.count, deadlines.late > 0 ? 'bad' : 'mind'),
        ...(deadlines.late > 0
          ? { note: say('deadlines_note', { late: number(deadlines.late) }) }
          : {}),
      }),
    );
  if (waiting)
    figures.push(
      figure({
        name: say('waiting'),
        value: number(waiting.count),
        href: '/inbox',
        tone: toneOf(waiting.count, 'mind'),
        ...(waiting.longestSince
          ? { note: say('waiting_note', { since: fromNow(request, waiting.longestSince) }) }
          : {}),
      }),
    );
  if (urgent)
    figures.push(
      figure({
        name: say('urgent'),
        value: number(urgent.count),
        href: '/tasks',
        tone: toneOf(urgent.count, 'bad'),
      }),
    );
  if (approvals)
    figures.push(
      figure({
        name: say('approvals'),
        value: number(approvals.count),
        href: '/approvals',
        tone: approvals.alone > 0 ? 'bad' : toneOf(approvals.count, 'mind'),
        ...(approvals.alone > 0
          ? { note: say('approvals_note', { alone: number(approvals.alone) }) }
          : {}),
      }),
    );
  if (alarms)
    figures.push(
      figure({
        name: say('alarms'),
        value: number(alarms.count),
        href: '/tasks',
        tone: toneOf(alarms.count, 'bad'),
      }),
    );
  return figures;
}

function sendingFigures(request: SignedInRequest, { sending }: Today): readonly Html[] {
  if (!sending) return [];
  const { language, principal } = request;
  const say = sayOf(packs[language].console.today);
  const number = numberIn(request);
  const tasks = rightOf(principal.roles, 'read_messages') ? { href: '/tasks' } : {};
  const reports = rightOf(principal.roles, 'read_reports') ? { href: '/reports' } : {};
  const unknown = sending.unknownOrders + sending.unknownMessages;
  return [
    ...(sending.undeliveredAlarms > 0
      ? [
          figure({
            name: say('undelivered'),
            value: number(sending.undeliveredAlarms),
            tone: 'bad',
            note: say('undelivered_note'),
            ...tasks,
          }),
        ]
      : []),
    figure({
      name: say('unknown'),
      value: number(unknown),
      tone: toneOf(unknown, sending.unknownOrders > 0 ? 'bad' : 'mind'),
      ...tasks,
      ...(unknown > 0
        ? {
            note: say('unknown_note', {
              orders: number(sending.unknownOrders),
              messages: number(sending.unknownMessages),
            }),
          }
        : {}),
    }),
    ...sending.budgets.map(({ channel, sends, seconds, used }) => {
      const left = Math.max(0, sends - used);
      const minutes = seconds / 60;
      const window =
        minutes < 120
          ? say('budget_minutes', { count: number(minutes) })
          : say('budget_hours', { count: number(minutes / 60) });
      return figure({
        name: say('budget', { channel: descriptors[channel].title, sends: number(sends) }),
        value: number(left),
        tone: left === 0 ? 'bad' : left < sends / 5 ? 'mind' : 'good',
        note: say('budget_note', { window, used: number(used) }),
        ...reports,
      });
    }),
    figure({
      name: say('cost'),
      value: (sending.costMicrodollars / 1_000_000).toLocaleString(packs[language].intl, {
        style: 'currency',
        currency: 'USD',
      }),
      note: say('cost_note', { sent: number(sending.sentToday) }),
      ...reports,
    }),
  ];
}

function numberIn({ language }: SignedInRequest): (count: number) => string {
  const { intl } = packs[language];
  return (count) => count.toLocaleString(intl);
}
