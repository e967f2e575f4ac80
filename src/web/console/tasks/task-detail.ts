import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { readTask } from '../../../operations/staff/read-tasks.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { textArea } from '../../ui/text-area.ts';
import { tick } from '../../ui/field.ts';
import { notice } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { facts } from '../ui/facts.ts';
import { memberLink } from '../ui/member-link.ts';
import { dayText, moment } from '../ui/moment.ts';
import { timeline } from '../ui/timeline.ts';
import { writeToMemberButton } from '../ui/write-to-member.ts';
import { didText, taskChips } from './task-words.ts';

type TaskRead = z.output<(typeof readTask)['output']>;

/** One task: what the member wrote, its history, and what can be done with it. */
export function taskDetail(request: SignedInRequest, { task, history }: TaskRead): Html {
  const { language } = request;
  const say = sayOf(packs[language].console.tasks);
  return html`<header class="page-head">
      <p class="soft"><a href="/tasks">${say('title')}</a> › ${task.reference}</p>
      <h1>${task.subject} ${taskChips(language, task)}</h1>
    </header>
    ${
      task.caseReference === null
        ? nothing
        : notice(
            'tell',
            html`<a href="/disputes/${task.caseReference}"
              >${say('became', { reference: task.caseReference })}</a
            >`,
          )
    }
    ${task.state === 'open' ? actions(request, task) : nothing}
    <div class="with-side">
      <div class="flow">
        ${
          task.detail === null
            ? nothing
            : card({ title: say('words'), body: html`<p class="words">${task.detail}</p>` })
        }
        ${
          history.length === 0
            ? nothing
            : card({
                title: say('history'),
                body: timeline(
                  request,
                  history.map(({ at, who, what, detail }) => ({
                    at,
                    who,
                    what: didText(language, what),
                    text: textOf(detail),
                  })),
                ),
              })
        }
      </div>
      <aside class="side">
        ${card({
          title: task.reference,
          body: facts([
            [say('member'), memberLink(task)],
            [say('came'), moment(request, task.receivedAt)],
            ...(task.dueOn === null
              ? []
              : [[say('due'), dayText(request, Temporal.PlainDate.from(task.dueOn))] as const]),
            [say('taken'), task.takenBy ?? '–'],
            ...(task.outcome === null ? [] : [[say('outcome'), task.outcome] as const]),
          ]),
        })}
      </aside>
    </div>`;
}

function actions(request: SignedInRequest, task: TaskRead['task']): Html {
  const say = sayOf(packs[request.language].console.tasks);
  const to = `/tasks/${task.reference}`;
  const isDispute = task.kind === 'possible_error' || task.kind === 'agent';
  return html`<div class="actions">
    ${writeToMemberButton(request, task.memberNumber)}
    ${
      task.takenBy === request.principal.name
        ? nothing
        : action(request, {
            id: 'take',
            withoutWhy: true,
            permission: 'do_work',
            title: say('take'),
            to: `${to}/take`,
          })
    }
    ${action(request, {
      id: 'note',
      withoutWhy: true,
      permission: 'do_work',
      title: say('note'),
      to: `${to}/note`,
      fields: textArea({ name: 'note', label: say('note_label'), maxlength: 4_000 }),
    })}
    ${action(request, {
      id: 'close',
      withoutWhy: true,
      permission: 'do_work',
      title: say('close'),
      to: `${to}/close`,
      fields: textArea({ name: 'outcome', label: say('outcome_label'), maxlength: 4_000 }),
    })}
    ${
      isDispute && task.memberNumber !== null
        ? action(request, {
            id: 'dispute',
            permission: 'open_case',
            title: say('to_dispute'),
            text: say('to_dispute_text'),
            to: `${to}/dispute`,
            fields: html`${tick({ name: 'newAccount', label: say('new_account') })}
            ${tick({ name: 'pointOfSale', label: say('point_of_sale') })}
            ${tick({ name: 'outsideUs', label: say('outside_us') })}`,
          })
        : nothing
    }
  </div>`;
}

function textOf(detail: Readonly<Record<string, unknown>>): string | undefined {
  const text = detail['note'] ?? detail['outcome'];
  return typeof text === 'string' ? text : undefined;
}
