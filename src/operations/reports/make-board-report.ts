import { z } from 'zod';
import { languages, type Language } from '../../kernel/vocabulary/language.ts';
import { monthText } from '../../languages/figures.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { boardDocument } from './board-document.ts';
import { boardPdf } from './board-pdf.ts';
import { reportOf } from './read-report.ts';

/** Makes the board’s report of a month that has ended, as PDF. */
export const makeBoardReport = operation({
  id: 'makeBoardReport',
  summary: 'Makes the monthly report for the board as PDF',
  access: 'staff',
  permission: 'read_reports',
  input: z.strictObject({
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
      .describe('A month that has ended, such as 2026-10.'),
    language: z.enum(languages).optional(),
  }),
  output: z.object({ name: z.string(), pdf: z.base64(), summary: z.array(z.string()) }),
  refusals: ['month_open'],
  run: async (request, given) => {
    const { db, institution, world } = request;
    const language: Language = given.language ?? request.language;
    const month = Temporal.PlainYearMonth.from(given.month);
    const from = month.toPlainDate({ day: 1 });
    const to = month.toPlainDate({ day: month.daysInMonth });
    const now = world.clock.now();
    const today = now.toZonedDateTimeISO(institution.zone).toPlainDate();
    if (Temporal.PlainDate.compare(to, today) >= 0) return refuse('month_open', { field: 'month' });
    const report = await reportOf(db, institution, { from, to });
    const earlier = month.subtract({ months: 1 });
    const before = await reportOf(db, institution, {
      from: earlier.toPlainDate({ day: 1 }),
      to: earlier.toPlainDate({ day: earlier.daysInMonth }),
    });
    const document = boardDocument({
      institution,
      language,
      month: monthText(month, language),
      monthBefore: monthText(earlier, language),
      report,
      before: before.days.length === 0 ? undefined : before.sums,
    });
    const pdf = await boardPdf(document, now);
    return {
      name: `board-report-${given.month}.pdf`,
      pdf: Buffer.from(pdf).toString('base64'),
      summary: document.summary,
    };
  },
});
