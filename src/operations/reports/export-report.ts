import { z } from 'zod';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { DayFigures } from '../../reports/day-figures.ts';
import { lineOf, reportLines, type LineName } from '../../reports/report-lines.ts';
import { csvOf } from '../csv-of.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { readReport, reportInput } from './read-report.ts';

/** Gives the figures of a report as CSV: a row a day, a column a figure. */
export const exportReport = operation({
  id: 'exportReport',
  summary: 'Gives the figures of a report by day as CSV',
  access: 'staff',
  permission: 'read_reports',
  input: reportInput,
  output: z.object({ name: z.string(), csv: z.string() }),
  refusals: [],
  run: async (request, input) => {
    const report = await readReport.run(request, input);
    if (isRefused(report)) return report;
    const digits = currencyOf(report.currency)?.digits ?? 2;
    const rows = report.days.map(({ day, figures }) => [
      day,
      ...lineNames.map((name) => written(name, figures, digits)),
    ]);
    return {
      name: `report-${report.from}-${report.to}.csv`,
      csv: csvOf(['day', ...lineNames], rows),
    };
  },
});

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the literal
const lineNames = Object.keys(reportLines) as LineName[];

/** Costs are in dollars, shares from 0 to 1. */
function written(name: LineName, figures: unknown, digits: number): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the report read them by their schema
  const value = lineOf(name, figures as DayFigures);
  if (value === undefined) return '';
  switch (reportLines[name].kind) {
    case 'money':
      return decimal(BigInt(value), digits);
    case 'cost':
      return (value / 1_000_000).toFixed(6);
    case 'share':
      return value.toFixed(4);
    case 'count':
    default:
      return String(value);
  }
}
