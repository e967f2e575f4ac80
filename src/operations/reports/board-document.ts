import type { Language } from '../../kernel/vocabulary/language.ts';
import { dayText, localeOf } from '../../languages/figures.ts';
import { packs } from '../../languages/index.ts';
import { sayOf, type Say } from '../../languages/say.ts';
import type { ConsoleReportTexts } from '../../languages/console-texts.ts';
import type { Institution } from '../../members/institution.ts';
import { totalOf, type DayFigures } from '../../reports/day-figures.ts';
import { lineOf, reportSections, type LineName } from '../../reports/report-lines.ts';
import { changeText, costText, lineText } from './line-text.ts';
import type { reportOf } from './read-report.ts';

/** The board’s report, worded. */
export interface BoardDocument {
  readonly locale: string;
  readonly institution: string;
  readonly title: string;
  /** The month in sentences. */
  readonly summaryTitle: string;
  readonly summary: string[];
  readonly plot: {
    readonly title: string;
    readonly bars: readonly number[];
    readonly first: string;
    readonly last: string;
    readonly most: string;
  };
  readonly head: readonly [name: string, now: string, before: string, change: string];
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly (readonly [string, string, string, string])[];
  }[];
  readonly notes: readonly string[];
  page(number: number, of: number): string;
}

type ReportSay = Say<keyof ConsoleReportTexts>;

interface Given {
  readonly institution: Pick<Institution, 'name' | 'zone'>;
  readonly language: Language;
  readonly month: string;
  readonly monthBefore: string;
  readonly report: Omit<Awaited<ReturnType<typeof reportOf>>, 'countedAt'>;
  readonly before: DayFigures | undefined;
}

/** Words the board’s report of a month: the same sentences on the page and in the PDF. */
export function boardDocument(given: Given): BoardDocument {
  const { institution, language, month, monthBefore, report, before } = given;
  const say = sayOf(packs[language].console.reports);
  const day = (text: string) => dayText(Temporal.PlainDate.from(text), language);
  const bars = report.days.map(({ figures }) => totalOf(figures.received));
  return {
    locale: packs[language].intl,
    institution: institution.name,
    title: say('board_title', { month }),
    summaryTitle: say('board_summary'),
    summary: sentences(say, given),
    plot: {
      title: say('plot_received'),
      bars,
      first: day(report.from),
      last: day(report.to),
      most: say('plot_most', {
        count: new Intl.NumberFormat(localeOf(language)).format(Math.max(0, ...bars)),
      }),
    },
    head: [say('figure'), month, monthBefore, say('change')],
    sections: Object.entries(reportSections).map(([section, names]) => ({
      title: say(sectionText(section)),
      rows: names.map((name) => row(say, name, { report, before, language })),
    })),
    notes: [
      say('board_counted', {
        days: String(report.days.length),
        zone: institution.zone,
      }),
      say('board_source'),
    ],
    page: (number, of) => say('board_page', { number: String(number), of: String(of) }),
  };
}

type SectionKey = `section_${keyof typeof reportSections}`;

function sectionText(section: string): SectionKey {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names are the keys of the sections
  return `section_${section}` as SectionKey;
}

function row(
  say: ReportSay,
  name: LineName,
  { report, before, language }: Pick<Given, 'report' | 'before' | 'language'>,
): readonly [string, string, string, string] {
  const given = { language, currency: report.currency };
  const now = lineOf(name, report.sums);
  const then = before && lineOf(name, before);
  return [
    say(`line_${name}`),
    lineText(name, now, given),
    before ? lineText(name, then, given) : '–',
    changeText(name, { now, before: then }, language) ?? '–',
  ];
}

/** What a board member asks first: how much, did it work, was it understood, what did it cost, is anything wrong. */
function sentences(say: ReportSay, { report, before, language }: Given): string[] {
  const { sums, currency } = report;
  if (report.days.length === 0) return [say('board_nothing')];
  const text = (name: LineName) => lineText(name, lineOf(name, sums), { language, currency });
  const change = (name: LineName) => {
    const now = lineOf(name, sums);
    const told = before
      ? changeText(name, { now, before: lineOf(name, before) }, language)
      : undefined;
    return told === undefined ? '' : ` (${told})`;
  };
  return [
    say('board_volume', {
      people: text('people'),
      received: text('received'),
      change: change('received'),
    }),
    say('board_moved', { transfers: text('transfers'), moved: text('moved') }),
    say('board_understood', { understood: text('understood'), within30: text('within30') }),
    say('board_arrived', { arrived: text('arrived'), lost: text('lost') }),
    say('board_cost', {
      cost: costText(totalOf(sums.cost), language),
      each: text('costEach'),
      change: change('cost'),
    }),
    sums.deadlines === 0
      ? say('board_no_deadlines', { opened: text('disputesOpened'), open: text('disputesOpen') })
      : say(sums.deadlinesMissed === 0 ? 'board_on_time' : 'board_late', {
          deadlines: text('deadlines'),
          missed: String(sums.deadlinesMissed),
          open: text('disputesOpen'),
        }),
    say('board_fraud', {
      locks: text('memberLocks'),
      doubts: text('doubts'),
      signIns: text('refusedSignIns'),
    }),
  ];
}
