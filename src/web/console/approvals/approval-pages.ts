import { Hono } from 'hono';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { declineApproval, withdrawApproval } from '../../../operations/dual-control/decide.ts';
import {
  listStaffApprovals,
  readStaffApproval,
} from '../../../operations/dual-control/list-approvals.ts';
import { seeActDoneAlone } from '../../../operations/dual-control/see-alone.ts';
import { approve } from '../../../operations/staff-operations.ts';
import { z } from 'zod';
import { empty } from '../../ui/notice.ts';
import { html } from '../../ui/html.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { keepFlash } from '../frame/flash.ts';
import { page } from '../frame/page.ts';
import { actName } from '../ui/act-name.ts';
import { tabs } from '../ui/tabs.ts';
import { listPage, moreLink, skippedIn } from '../ui/more-link.ts';
import { table } from '../ui/table.ts';
import { approvalDetail } from './approval-detail.ts';
import { collectPage } from './collect-page.ts';
import { stateChip } from './approval-words.ts';
import { moment } from '../ui/moment.ts';

/** The pages of acts that take two persons. */
export function createApprovalPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/approvals', list);
  app.get('/approvals/:reference', async (context) => {
    const { done, refused } = await look(context, readStaffApproval, {
      reference: context.req.param('reference'),
    });
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: done.reference,
      section: 'approvals',
      body: approvalDetail(request, done),
    });
  });
  app.post('/approvals/:reference/approve', approved);
  app.post('/approvals/:reference/collect', collectPage);
  app.post('/approvals/:reference/decline', async (context) =>
    ended(context, declineApproval, 'declined'),
  );
  app.post('/approvals/:reference/withdraw', async (context) =>
    ended(context, withdrawApproval, 'withdrawn'),
  );
  app.post('/approvals/:reference/seen', async (context) =>
    ended(context, seeActDoneAlone, 'seen_done'),
  );
  return app;
}

async function list(context: ConsoleContext): Promise<Response> {
  const isAll = context.req.query('all') !== undefined;
  const { done, refused } = await look(context, listStaffApprovals, {
    ended: isAll,
    skip: isAll ? skippedIn(context) : 0,
    most: listPage,
  });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayOf(packs[request.language].console.approvals);
  return page(context, {
    title: say('title'),
    section: 'approvals',
    body: html`<header class="page-head">
        <h1>${say('title')}</h1>
        <p class="lead">${say('lead')}</p>
      </header>
      ${tabs(say('title'), [
        { href: '/approvals', text: say('waiting'), isOpen: !isAll },
        { href: '/approvals?all', text: say('ended'), isOpen: isAll },
      ])}
      ${table({
        caption: say('title'),
        columns: [
          { head: say('what') },
          { head: say('subject') },
          { head: say('asked') },
          { head: say('until') },
          { head: say('state') },
        ],
        rows: done.approvals.map((one) => ({
          href: `/approvals/${one.reference}`,
          tone: one.state === 'alone' && one.seenAt === null ? 'bad' : undefined,
          cells: [
            actName(request, one.operation),
            one.subject,
            html`${one.askedBy} <span class="soft">${moment(request, one.askedAt)}</span>`,
            moment(request, one.dueAt ?? one.expiresAt),
            stateChip(request, one.state),
          ],
        })),
        empty: empty(say('none'), say('none_text')),
      })}
      ${moreLink(context, { text: say('more'), isMore: done.limited })}`,
  });
}

/** What an approved act answered: done, or why it could not be done after all. */
const outcomeSchema = z.object({
  approved: z.boolean(),
  refusal: z.string().nullable(),
});

async function approved(context: ConsoleContext): Promise<Response> {
  const reference = context.req.param('reference') ?? '';
  const performed = await act(context, approve, { reference });
  const request = signedIn(context);
  const say = sayOf(packs[request.language].console.approvals);
  const outcome = outcomeSchema.safeParse(performed.done);
  if (outcome.success && !outcome.data.approved) {
    const text = say('then_refused', { reason: outcome.data.refusal ?? '' });
    keepFlash(context, { kind: 'wrong', text }, request.consoleUrl.startsWith('https:'));
    return context.redirect(`/approvals/${reference}`, 303);
  }
  const waitsForAsker = z
    .object({ done: z.object({ forAsker: z.literal(true) }) })
    .safeParse(performed.done).success;
  return answer(context, performed, {
    to: `/approvals/${reference}`,
    said: waitsForAsker ? say('approve_for_asker') : say('approved'),
  });
}

async function ended(
  context: ConsoleContext,
  operation: typeof declineApproval | typeof withdrawApproval | typeof seeActDoneAlone,
  said: 'declined' | 'withdrawn' | 'seen_done',
): Promise<Response> {
  const reference = context.req.param('reference') ?? '';
  const performed = await act(context, operation, { reference });
  const say = sayOf(packs[signedIn(context).language].console.approvals);
  return answer(context, performed, { to: `/approvals/${reference}`, said: say(said) });
}
