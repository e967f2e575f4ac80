import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { listTasks, taskViews } from '../../../operations/staff/read-tasks.ts';
import type { TaskOutput } from '../../../operations/staff/task-schema.ts';
import { html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { memberLink } from '../ui/member-link.ts';
import { listPage, moreLink, skippedIn } from '../ui/more-link.ts';
import { dayText, moment } from '../ui/moment.ts';
import { table, type Row } from '../ui/table.ts';
import { tabs } from '../ui/tabs.ts';
import { taskChips } from './task-words.ts';

/** The list of tasks: urgent ones first, then by due date. */
export async function taskList(context: ConsoleContext): Promise<Response> {
  const view = taskViews.find((one) => one === context.req.query('view')) ?? 'open';
  const skip = skippedIn(context);
  const { done, refused } = await look(context, listTasks, { view, skip, most: listPage });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayOf(packs[request.language].console.tasks);
  return page(context, {
    title: say('title'),
    section: 'tasks',
    body: html`<header class="page-head">
        <h1>${say('title')}</h1>
        <p class="lead">${say('lead')}</p>
      </header>
      ${tabs(
        say('title'),
        taskViews.map((one) => ({
          href: one === 'open' ? '/tasks' : `/tasks?view=${one}`,
          text: say(one),
          isOpen: one === view,
          count: one === 'closed' ? undefined : done.counts[one],
        })),
      )}
      ${table({
        caption: say('title'),
        columns: [
          { head: say('task') },
          { head: say('member') },
          { head: say('came') },
          { head: view === 'closed' ? say('outcome') : say('due') },
          { head: say('taken') },
        ],
        rows: done.tasks.map((task) => row(request, task)),
        empty: empty(say('none'), say('none_text')),
      })}
      ${moreLink(context, { text: say('more'), isMore: done.limited })}`,
  });
}

function row(request: SignedInRequest, task: TaskOutput): Row {
  const today = request.world.clock.now().toZonedDateTimeISO(request.institution.zone);
  const due = task.dueOn === null ? undefined : Temporal.PlainDate.from(task.dueOn);
  const isLate = due && Temporal.PlainDate.compare(due, today.toPlainDate()) < 0;
  return {
    href: `/tasks/${task.reference}`,
    tone: task.state === 'open' && (task.urgent || isLate) ? 'bad' : undefined,
    cells: [
      html`${task.subject} ${taskChips(request.language, task)}`,
      memberLink(task),
      moment(request, task.receivedAt),
      task.state === 'done' ? (task.outcome ?? '') : due ? dayText(request, due) : '',
      task.takenBy ?? '',
    ],
  };
}
