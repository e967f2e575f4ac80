import { Hono } from 'hono';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { giveProvisionalCredit } from '../../../operations/disputes/credit.ts';
import { decideDispute } from '../../../operations/disputes/decide.ts';
import { downloadDisputeLetter } from '../../../operations/disputes/download-letter.ts';
import { acknowledgeDispute, readDisputeWork } from '../../../operations/disputes/letters.ts';
import { takeCreditBack } from '../../../operations/disputes/take-credit-back.ts';
import type { StaffOperation } from '../../../operations/operation.ts';
import { openCase } from '../../../operations/staff/open-case.ts';
import { readCase } from '../../../operations/staff/read-cases.ts';
import { closeCase, noteCase } from '../../../operations/staff/work-on-cases.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { disputeDetail } from './dispute-detail.ts';
import { openedByHand } from './dispute-form.ts';
import { disputeList } from './dispute-list.ts';

/** The pages of disputes: the list, and one with its deadlines. */
export function createDisputePages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/disputes', disputeList);
  app.post('/disputes', async (context) => {
    const request = signedIn(context);
    const performed = await act(context, openCase, (form) => openedByHand(request, form));
    const { done } = performed;
    const say = sayOf(packs[request.language].console.disputes);
    return answer(context, performed, {
      to: done ? `/disputes/${done.reference}` : '/disputes',
      said: say('opened', { reference: done?.reference ?? '' }),
    });
  });
  app.get('/disputes/:reference', async (context) => {
    const { done, refused } = await look(context, readCase, { reference: referenceOf(context) });
    if (refused) return refusedLook(context, refused);
    const work = await look(context, readDisputeWork, { reference: referenceOf(context) });
    if (work.refused) return refusedLook(context, work.refused);
    return page(context, {
      title: done.case.reference,
      section: 'disputes',
      body: disputeDetail(signedIn(context), { ...done, work: work.done }),
    });
  });
  app.get('/disputes/:reference/letters/:file{[0-9a-f-]+\\.pdf}', async (context) => {
    const { done, refused } = await look(context, downloadDisputeLetter, {
      reference: referenceOf(context),
      id: context.req.param('file').replace(/\.pdf$/, ''),
    });
    if (refused) return refusedLook(context, refused);
    return context.body(new Uint8Array(Buffer.from(done.base64, 'base64')), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${done.name}"`,
    });
  });
  app.post('/disputes/:reference/record', async (context) => {
    const reference = referenceOf(context);
    const performed = await act(
      context,
      noteCase,
      { reference },
      ({ why = '', note = '' }) => why || note,
    );
    const said = sayOf(packs[signedIn(context).language].console.disputes)('noted');
    return answer(context, performed, { to: `/disputes/${reference}`, said });
  });
  app.post('/disputes/:reference/close', async (context) => {
    const reference = referenceOf(context);
    const performed = await act(context, closeCase, { reference });
    const said = sayOf(packs[signedIn(context).language].console.disputes)('closed_now');
    return answer(context, performed, { to: `/disputes/${reference}`, said });
  });
  for (const [path, operation, said] of [
    ['credit', giveProvisionalCredit, 'given'],
    ['decide', decideDispute, 'decided_now'],
    ['take-back', takeCreditBack, 'taken'],
    ['acknowledge', acknowledgeDispute, 'acknowledged'],
  ] as const)
    app.post(`/disputes/:reference/${path}`, async (context) => {
      const reference = referenceOf(context);
      const asked: StaffOperation = operation;
      const performed = await act(context, asked, { reference });
      const text = sayOf(packs[signedIn(context).language].console.disputes)(said);
      return answer(context, performed, { to: `/disputes/${reference}`, said: text });
    });
  return app;
}

function referenceOf(context: ConsoleContext): string {
  return context.req.param('reference') ?? '';
}
