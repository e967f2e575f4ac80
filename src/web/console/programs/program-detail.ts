import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { facts } from '../ui/facts.ts';
import { moment } from '../ui/moment.ts';
import { programState, sayIn, type Program } from './program-words.ts';

/** One program: what it may read, its token, and what can be done. */
export function programDetail(request: SignedInRequest, one: Program): Html {
  const say = sayIn(request.language);
  const path = `/programs/${one.id}`;
  return html`<header class="page-head">
      <p class="soft"><a href="/programs">${say('title')}</a> › ${one.name}</p>
      <h1>${one.name} ${programState(request, one)}</h1>
    </header>
    ${card({
      title: say('program'),
      body: facts([
        [say('scopes'), one.scopes.join(', ')],
        [
          say('token'),
          one.tokenMadeAt === null ? say('no_token') : moment(request, one.tokenMadeAt),
        ],
        [say('used'), one.lastUsedAt === null ? say('never') : moment(request, one.lastUsedAt)],
        [say('until'), moment(request, one.expiresAt)],
        [say('made'), moment(request, one.madeAt)],
        [say('made_by'), one.madeBy],
        ...(one.endedAt === null ? [] : [[say('ended_at'), moment(request, one.endedAt)] as const]),
      ]),
    })}
    ${
      one.endedAt === null
        ? html`<div class="actions">
            ${action(request, {
              id: 'token',
              permission: 'make_program_secrets',
              title: say('make_token'),
              to: `${path}/token`,
              text: say('make_token_text'),
            })}
            ${action(request, {
              id: 'end',
              permission: 'end_programs',
              title: say('end'),
              to: `${path}/end`,
              text: say('end_text'),
              isDangerous: true,
            })}
          </div>`
        : nothing
    }`;
}
