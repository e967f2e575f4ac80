import { Hono } from 'hono';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { openCase } from '../../../operations/staff/open-case.ts';
import { readTask } from '../../../operations/staff/read-tasks.ts';
import { closeTask, noteTask, takeTask } from '../../../operations/staff/work-on-tasks.ts';
import { act, answer, look, refusedLook, signedIn, type Form } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { taskDetail } from './task-detail.ts';
import { taskList } from './task-list.ts';

/** The pages of tasks: the list, and one task with what can be done. */
export function createTaskPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/tasks', taskList);
  app.get('/tasks/:reference', async (context) => {
    const { done, refused } = await look(context, readTask, {
      reference: context.req.param('reference'),
    });
    if (refused) return refusedLook(context, refused);
    return page(context, {
      title: done.task.reference,
      section: 'tasks',
      body: taskDetail(signedIn(context), done),
    });
  });
  app.post('/tasks/:reference/take', async (context) => {
    const reference = referenceOf(context);
    const performed = await act(context, takeTask, { reference }, () => 'works on it');
    const say = sayOf(packs[signedIn(context).language].console.tasks);
    const before = performed.done?.before;
    const said = before ? say('taken_from', { name: before }) : say('taken_now');
    return answer(context, performed, { to: `/tasks/${reference}`, said });
  });
  app.post('/tasks/:reference/note', async (context) => {
    const reference = referenceOf(context);
    const performed = await act(context, noteTask, { reference }, ({ note = '' }) => note);
    const said = sayOf(packs[signedIn(context).language].console.tasks)('noted');
    return answer(context, performed, { to: `/tasks/${reference}`, said });
  });
  app.post('/tasks/:reference/close', async (context) => {
    const reference = referenceOf(context);
    const performed = await act(context, closeTask, { reference }, ({ outcome = '' }) => outcome);
    const said = sayOf(packs[signedIn(context).language].console.tasks)('closed_now');
    return answer(context, performed, { to: `/tasks/${reference}`, said });
  });
  app.post('/tasks/:reference/dispute', async (context) => {
    const performed = await act(context, openCase, (form: Form) => ({
      task: referenceOf(context),
      newAccount: form['newAccount'] === 'on',
      pointOfSale: form['pointOfSale'] === 'on',
      outsideUs: form['outsideUs'] === 'on',
    }));
    const { done } = performed;
    const say = sayOf(packs[signedIn(context).language].console.tasks);
    return answer(context, performed, {
      to: done ? `/disputes/${done.reference}` : `/tasks/${referenceOf(context)}`,
      said: done ? say('became', { reference: done.reference }) : '',
    });
  });
  return app;
}

function referenceOf(context: ConsoleContext): string {
  return context.req.param('reference') ?? '';
}
