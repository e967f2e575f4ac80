import { Hono } from 'hono';
import { exportActs, listActs } from '../../../operations/audit/list-acts.ts';
import { exportLooks, listLooks } from '../../../operations/audit/list-looks.ts';
import { askRecordCheck, readRecordChecks } from '../../../operations/audit/record-checks.ts';
import { html } from '../../ui/html.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { auditHead, filterForm, listFoot, type Filters } from './audit-frame.ts';
import { auditSay } from './audit-words.ts';
import { actsTable, looksTable } from './lists.ts';
import { recordBody } from './record-body.ts';

/** The audit log, looks at members, and checks of the record. */
export function createAuditPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/audit', actsPage);
  app.get('/audit/acts.csv', async (context) => csv(context, exportActs, 'acts.csv'));
  app.get('/audit/looks', looksPage);
  app.get('/audit/looks.csv', async (context) => csv(context, exportLooks, 'looks.csv'));
  app.get('/audit/record', async (context) => {
    const { done, refused } = await look(context, readRecordChecks, {});
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: auditSay(request)('tab_record'),
      section: 'audit',
      body: recordBody(request, done),
    });
  });
  app.post('/audit/record/check', async (context) => {
    const performed = await act(context, askRecordCheck);
    const say = auditSay(signedIn(context));
    return answer(context, performed, {
      to: '/audit/record',
      said: performed.done?.asked === false ? say('check_waits') : say('check_asked'),
    });
  });
  return app;
}

async function actsPage(context: ConsoleContext): Promise<Response> {
  const filters = filtersOf(context);
  const { done, refused } = await look(context, listActs, inputOf(context, filters));
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const { acts, next, names } = done;
  return page(context, {
    title: auditSay(request)('title'),
    section: 'audit',
    body: html`${auditHead(request, 'acts')} ${filterForm(request, { tab: 'acts', filters, names })}
    ${actsTable(request, acts)}
    ${listFoot(request, { tab: 'acts', filters, next, isFirst: isFirst(context) })}`,
  });
}

async function looksPage(context: ConsoleContext): Promise<Response> {
  const filters = filtersOf(context);
  const { done, refused } = await look(context, listLooks, inputOf(context, filters));
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const { looks, next } = done;
  return page(context, {
    title: auditSay(request)('tab_looks'),
    section: 'audit',
    body: html`${auditHead(request, 'looks')} ${filterForm(request, { tab: 'looks', filters })}
    ${looksTable(request, looks)}
    ${listFoot(request, { tab: 'looks', filters, next, isFirst: isFirst(context) })}`,
  });
}

async function csv(
  context: ConsoleContext,
  operation: typeof exportActs | typeof exportLooks,
  name: string,
): Promise<Response> {
  const { before: _, ...input } = inputOf(context, filtersOf(context));
  const { done, refused } = await look(context, operation, input);
  if (refused) return refusedLook(context, refused);
  return context.body(done.csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}

function filtersOf(context: ConsoleContext): Filters {
  const read = (name: string) => (context.req.query(name) ?? '').trim();
  return {
    who: read('who'),
    what: read('what'),
    number: read('number'),
    from: read('from'),
    until: read('until'),
  };
}

/** Only what is given: an empty field filters nothing. */
function inputOf(context: ConsoleContext, filters: Filters): Record<string, string> {
  const before = context.req.query('before') ?? '';
  return Object.fromEntries(
    Object.entries({ ...filters, before }).filter(([, value]) => value !== ''),
  );
}

const isFirst = (context: ConsoleContext) => (context.req.query('before') ?? '') === '';
