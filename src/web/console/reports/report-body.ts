import { descriptors } from '../../../channels/descriptors.ts';
import { dayText, monthText } from '../../../languages/figures.ts';
import { changeText, costText, lineText } from '../../../operations/reports/line-text.ts';
import { reportLengths, type Report } from '../../../operations/reports/read-report.ts';
import type { DayFigures } from '../../../reports/day-figures.ts';
import {
  lineOf,
  newsOf,
  reportSections,
  type LineName,
  type ReportSection,
} from '../../../reports/report-lines.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card, figure } from '../ui/card.ts';
import { momentText } from '../ui/moment.ts';
import { barPlot } from '../ui/plot.ts';
import { table } from '../ui/table.ts';
import { tabs } from '../ui/tabs.ts';
import { boardForm } from './board-form.ts';
import { reportHead } from './report-head.ts';
import { nameText, reportSay } from './report-words.ts';

/** The figures of some days, section by section, each beside the time before. */
export function reportBody(
  request: SignedInRequest,
  { report, length }: { readonly report: Report; readonly length: number },
): Html {
  const say = reportSay(request);
  const { zone } = request.institution;
  const when =
    report.countedAt === null ? '–' : momentText(request, Temporal.Instant.from(report.countedAt));
  const head = reportHead(request, {
    tab: 'figures',
    title: say('title'),
    lead: say('lead', { zone, when }),
  });
  if (report.days.length === 0)
    return html`${head}
      <div class="empty">
        <p class="empty-title">${say('nothing')}</p>
        <p>${say('nothing_text')}</p>
      </div>`;
  return html`${head}
    <div class="report-bar">
      ${tabs(
        say('length'),
        reportLengths.map((days) => ({
          href: `/reports?days=${days}`,
          text: say(`length_${days}`),
          isOpen: days === length,
        })),
      )}
      <a class="button" href="/reports/days.csv?days=${length}">${say('csv')}</a>
    </div>
    <p class="soft">${spanText(request, report, length)}</p>
    <div class="report-sections">
      ${volume(request, report)} ${delivery(request, report)} ${understanding(request, report)}
      ${refusals(request, report)} ${cost(request, report)} ${fraud(request, report)}
      ${disputes(request, report)} ${boardForm(request)}
    </div>`;
}

function spanText(request: SignedInRequest, report: Report, length: number): string {
  const say = reportSay(request);
  const day = (text: string) => dayText(Temporal.PlainDate.from(text), request.language);
  const span = say('span', { from: day(report.from), to: day(report.to) });
  const days = String(length);
  const compared =
    report.daysBefore === 0
      ? say('compared_none')
      : report.daysBefore < length
        ? say('compared_some', { counted: String(report.daysBefore), days })
        : say('compared', { days });
  return `${span}. ${compared}`;
}

function section(
  request: SignedInRequest,
  name: ReportSection,
  given: { readonly report: Report; readonly more: Html; readonly note?: string },
): Html {
  const say = reportSay(request);
  return card({
    title: say(`section_${name}`),
    id: name,
    body: html`<div class="figures">
        ${reportSections[name].map((line) => lineFigure(request, line, given.report))}
      </div>
      ${given.note ? html`<p class="hint">${given.note}</p>` : nothing} ${given.more}`,
  });
}

function lineFigure(request: SignedInRequest, name: LineName, report: Report): Html {
  const say = reportSay(request);
  const { language } = request;
  const given = { language, currency: report.currency };
  const now = lineOf(name, report.sums);
  const before = report.before ? lineOf(name, report.before) : undefined;
  const change = changeText(name, { now, before }, language);
  const was =
    before === undefined ? undefined : say('was', { before: lineText(name, before, given) });
  const news = now === undefined || before === undefined ? 'neither' : newsOf(name, now, before);
  const tone = news === 'good' ? 'good' : news === 'bad' ? 'mind' : 'plain';
  const note = change === undefined ? was : `${change} · ${was ?? ''}`;
  return figure({
    name: say(`line_${name}`),
    value: lineText(name, now, given),
    tone,
    ...(note === undefined ? {} : { note }),
  });
}

/** Bars of one figure by day. */
function plot(
  request: SignedInRequest,
  report: Report,
  given: {
    readonly title: string;
    readonly of: (figures: DayFigures) => number;
    readonly text?: (value: number) => string;
    readonly tone?: 'accent' | 'mind' | 'bad';
    readonly top?: number;
  },
): Html {
  const say = reportSay(request);
  const text =
    given.text ??
    ((value: number) =>
      lineText('received', value, { language: request.language, currency: report.currency }));
  return barPlot({
    ...given,
    bars: report.days.map(({ day, figures }) => ({
      name: dayText(Temporal.PlainDate.from(day), request.language),
      value: given.of(figures),
      text: text(given.of(figures)),
    })),
    most: (highest) => say('plot_most', { count: highest.text }),
    flat: say('plot_flat'),
    table: { open: say('as_table'), day: say('day') },
  });
}

/** Counts by name, the most first. */
function counts(
  request: SignedInRequest,
  title: string,
  by: Readonly<Record<string, number>>,
  nameOf: (name: string) => string = nameText,
): Html {
  const say = reportSay(request);
  const rows = Object.entries(by).toSorted(([, a], [, b]) => b - a);
  const all = Math.max(1, sum(by));
  return html`<div class="report-counts">
    ${table({
      caption: title,
      columns: [{ head: title }, { head: say('count'), isFigure: true }],
      rows: rows.slice(0, 12).map(([name, value]) => ({
        cells: [
          share(nameOf(name), value / all),
          lineText('received', value, { language: request.language, currency: 'USD' }),
        ],
      })),
      empty: html`<p class="pad soft">${say('none')}</p>`,
    })}
  </div>`;
}

/** A name, and under it a bar as long as its share of all. */
function share(name: string, of: number): Html {
  return html`<span class="share"
    >${name}<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width="${(100 * of).toFixed(1)}" height="1" /></svg
  ></span>`;
}

const sum = (by: Readonly<Record<string, number>>) =>
  Object.values(by).reduce((total, value) => total + value, 0);

const channelText = (name: string) =>
  Object.entries(descriptors).find(([channel]) => channel === name)?.[1].title ?? name;

function volume(request: SignedInRequest, report: Report): Html {
  const say = reportSay(request);
  return section(request, 'volume', {
    report,
    more: html`<div class="columns">
      ${plot(request, report, {
        title: say('plot_received'),
        of: ({ received }) => sum(received),
      })}
      ${plot(request, report, { title: say('plot_moved'), of: ({ transfers }) => transfers })}
      ${counts(request, say('by_channel'), report.sums.received, channelText)}
    </div>`,
  });
}

function delivery(request: SignedInRequest, report: Report): Html {
  const say = reportSay(request);
  return section(request, 'delivery', {
    report,
    more: html`<div class="columns">
      ${plot(request, report, {
        title: say('plot_lost'),
        of: (figures) => lineOf('lost', figures) ?? 0,
        tone: 'bad',
      })}
      ${counts(request, say('delivery_by'), report.sums.delivery)}
    </div>`,
  });
}

function understanding(request: SignedInRequest, report: Report): Html {
  const say = reportSay(request);
  return section(request, 'understanding', {
    report,
    more: html`<div class="columns">
      ${plot(request, report, {
        title: say('plot_understood'),
        of: (figures) => lineOf('understood', figures) ?? 0,
        text: (value) =>
          lineText('understood', value, { language: request.language, currency: 'USD' }),
        top: 1,
      })}
      ${counts(request, say('intents_by'), report.sums.intents)}
    </div>`,
  });
}

function refusals(request: SignedInRequest, report: Report): Html {
  const say = reportSay(request);
  return section(request, 'refusals', {
    report,
    more: html`<div class="columns">
      ${plot(request, report, {
        title: say('plot_refused'),
        of: (figures) => sum(figures.refusals),
        tone: 'mind',
      })}
      ${counts(request, say('refusals_by'), report.sums.refusals)}
    </div>`,
  });
}

function cost(request: SignedInRequest, report: Report): Html {
  const say = reportSay(request);
  const { forecast } = report;
  const { language } = request;
  return section(request, 'cost', {
    report,
    more: html`<div class="columns">
      ${plot(request, report, {
        title: say('plot_cost'),
        of: (figures) => sum(figures.cost),
        text: (value) => costText(value, language),
      })}
      ${
        forecast
          ? figure({
              name: say('forecast', {
                month: monthText(Temporal.PlainYearMonth.from(forecast.month), language),
              }),
              value: costText(forecast.expected, language),
              note: say('forecast_text', {
                soFar: costText(forecast.soFar, language),
                days: String(forecast.daysLeft),
              }),
            })
          : html`<p class="hint">${say('forecast_none')}</p>`
      }
    </div>`,
  });
}

function fraud(request: SignedInRequest, report: Report): Html {
  const say = reportSay(request);
  return section(request, 'fraud', {
    report,
    more: html`<div class="columns">
      ${plot(request, report, {
        title: say('plot_fraud'),
        of: ({ memberLocks, doubts, refusedSignIns, strangers, suspended }) =>
          memberLocks + sum(doubts) + refusedSignIns + strangers + suspended,
        tone: 'mind',
      })}
      ${counts(request, say('doubts_by'), report.sums.doubts)}
    </div>`,
  });
}

function disputes(request: SignedInRequest, report: Report): Html {
  const say = reportSay(request);
  const { deadlinesMissed } = report.sums;
  return section(request, 'disputes', {
    report,
    note: say('disputes_note'),
    more:
      deadlinesMissed === 0
        ? nothing
        : html`<p>
            <span class="chip chip-bad">${say('missed', { count: String(deadlinesMissed) })}</span>
          </p>`,
  });
}
