import { Hono } from 'hono';
import type { z } from 'zod';
import type { RequestContext } from '../../../operations/request-context.ts';
import { listAnswers } from '../../../operations/messages/list-answers.ts';
import { listCommands } from '../../../operations/messages/list-commands.ts';
import { page } from '../../frame/page.ts';
import { perform } from '../../../operations/perform.ts';
import type { PortalEnv } from '../../frame/visit.ts';
import { html, type Html } from '../../ui/html.ts';
import { sectionPage, type Visit } from './section.ts';
import { sayIn, type Say } from './say.ts';

type Command = z.output<typeof listCommands.output>['commands'][number];
type Answer = z.output<typeof listAnswers.output>['answers'][number];

/** Shows the full list with the member's own suffixes, to print on one page. */
export async function commandsPage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  return sectionPage(visit, {
    title: say('commands_title'),
    lead: say('commands_lead'),
    body: html`${table(say, await commandsFor(request))} ${answers(say, await answersFor(request))}
      <p class="hint no-print">${say('commands_print')}</p>`,
  });
}

/** Shows the same list to everyone, before sign-in, at `/commands`. */
export function createPublicCommandPages(): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  pages.get('/commands', async (context) => {
    const request = context.get('request');
    const say = sayIn(request.language);
    return page(context, {
      title: say('commands_title'),
      body: html`<div class="stack messages">
        <h1>${say('commands_title')}</h1>
        <p class="lead">${say('commands_lead')}</p>
        ${table(say, await commandsFor(request))} ${answers(say, await answersFor(request))}
        <p class="hint no-print">${say('commands_sign_in')} ${say('commands_print')}</p>
      </div>`,
    });
  });
  return pages;
}

async function commandsFor(request: RequestContext): Promise<readonly Command[]> {
  const { done } = await perform(request, listCommands, {});
  return done?.commands ?? [];
}

async function answersFor(request: RequestContext): Promise<readonly Answer[]> {
  const { done } = await perform(request, listAnswers, {});
  return done?.answers ?? [];
}

/** What we answer to common questions. */
function answers(say: Say, given: readonly Answer[]): Html {
  return html`<section class="card stack" aria-labelledby="answers">
    <h2 id="answers">${say('answers_title')}</h2>
    <p class="hint">${say('answers_lead')}</p>
    <dl class="facts long">
      ${given.map(
        ({ name, text }) =>
          html`<dt>${name}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
  </section>`;
}

/** How many other words we show for a command, so that the list fits on one sheet. */
const alsoMax = 5;

function table(say: Say, commands: readonly Command[]): Html {
  return html`<table class="rows commands">
    <thead>
      <tr>
        <th scope="col">${say('commands_column_name')}</th>
        <th scope="col">${say('commands_column_write')}</th>
        <th scope="col">${say('commands_column_also')}</th>
      </tr>
    </thead>
    <tbody>
      ${commands.map(
        ({ name, what, examples, words }) =>
          html`<tr>
            <th scope="row" data-label="${say('commands_column_name')}">
              ${name} <span class="hint">${what}</span>
            </th>
            <td data-label="${say('commands_column_write')}">
              ${examples.map((example) => html`<kbd>${example}</kbd> `)}
            </td>
            <td data-label="${say('commands_column_also')}">
              ${words.slice(1, 1 + alsoMax).join(', ')}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
