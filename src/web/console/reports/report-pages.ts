import { Hono } from 'hono';
import {
  downloadPeriod,
  exportPeriod,
  listPeriodExports,
} from '../../../operations/examiner/export-period.ts';
import { findTransfers } from '../../../operations/examiner/find-transfers.ts';
import { proveTransfer, readTransfer } from '../../../operations/examiner/read-transfer.ts';
import { exportReport } from '../../../operations/reports/export-report.ts';
import { makeBoardReport } from '../../../operations/reports/make-board-report.ts';
import { readReport, reportLengths } from '../../../operations/reports/read-report.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { examinerBody } from './examiner-body.ts';
import { reportBody } from './report-body.ts';
import { reportSay } from './report-words.ts';
import { transferBody } from './transfer-body.ts';

/** Reports and the examiner’s view. */
export function createReportPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/reports', reportPage);
  app.get('/reports/days.csv', async (context) => {
    const { done, refused } = await look(context, exportReport, { days: lengthOf(context) });
    if (refused) return refusedLook(context, refused);
    return file(context, { name: done.name, type: 'text/csv; charset=utf-8', content: done.csv });
  });
  app.get('/reports/board.pdf', async (context) => {
    const { done, refused } = await look(context, makeBoardReport, {
      month: context.req.query('month') ?? '',
    });
    if (refused) return refusedLook(context, refused);
    const content = new Uint8Array(Buffer.from(done.pdf, 'base64'));
    return file(context, { name: done.name, type: 'application/pdf', content });
  });
  app.get('/reports/examiner', examinerPage);
  app.get('/reports/examiner/transfer', async (context) => {
    const { done, refused } = await look(context, readTransfer, {
      transactionId: (context.req.query('id') ?? '').trim(),
    });
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: reportSay(request)('transfer', { reference: done.transactionId }),
      section: 'reports',
      body: transferBody(request, done),
    });
  });
  app.get('/reports/examiner/transfer/:id/proof.json', async (context) => {
    const { done, refused } = await look(context, proveTransfer, {
      transactionId: context.req.param('id'),
    });
    if (refused) return refusedLook(context, refused);
    return file(context, { name: done.name, type: 'application/json', content: done.proof });
  });
  app.post('/reports/examiner/period', async (context) => {
    const performed = await act(context, exportPeriod);
    return answer(context, performed, {
      to: '/reports/examiner',
      said: reportSay(signedIn(context))('period_ready'),
    });
  });
  app.post('/reports/examiner/period/:id/take', async (context) => {
    const { done, refused } = await look(context, downloadPeriod, {
      exportId: context.req.param('id'),
    });
    if (refused) return refusedLook(context, refused);
    const content = new Uint8Array(Buffer.from(done.zip, 'base64'));
    return file(context, { name: done.name, type: 'application/zip', content });
  });
  return app;
}

/** The asked length of time; four weeks where it is none of the offered ones. */
function lengthOf(context: ConsoleContext): number {
  const asked = Number(context.req.query('days'));
  return reportLengths.find((days) => days === asked) ?? 28;
}

async function reportPage(context: ConsoleContext): Promise<Response> {
  const length = lengthOf(context);
  const { done, refused } = await look(context, readReport, { days: length });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  return page(context, {
    title: reportSay(request)('title'),
    section: 'reports',
    body: reportBody(request, { report: done, length }),
  });
}

async function examinerPage(context: ConsoleContext): Promise<Response> {
  const listed = await look(context, listPeriodExports, {});
  if (listed.refused) return refusedLook(context, listed.refused);
  const number = (context.req.query('number') ?? '').trim();
  const receipt = (context.req.query('receipt') ?? '').trim();
  const found =
    number === ''
      ? undefined
      : await look(context, findTransfers, { number, ...(receipt === '' ? {} : { receipt }) });
  const request = signedIn(context);
  return page(context, {
    title: reportSay(request)('examiner'),
    section: 'reports',
    ...(found?.refused ? { status: 422 as const } : {}),
    body: examinerBody(request, {
      number,
      receipt,
      exports: listed.done.exports,
      ...(found?.done ? { found: found.done } : {}),
      ...(found?.refused ? { wrong: found.refused.text } : {}),
    }),
  });
}

function file(
  context: ConsoleContext,
  given: {
    readonly name: string;
    readonly type: string;
    readonly content: string | Uint8Array<ArrayBuffer>;
  },
): Response {
  return context.body(given.content, 200, {
    'content-type': given.type,
    'content-disposition': `attachment; filename="${given.name}"`,
  });
}
