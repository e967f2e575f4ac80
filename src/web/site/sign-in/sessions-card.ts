import type { z } from 'zod';
import { limits } from '../../../access/limits.ts';
import type { listSessions } from '../../../operations/access/list-sessions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { deviceName } from '../../ui/device-name.ts';
import { momentOf } from './moment-of.ts';
import type { Visit } from './screen.ts';

type Session = z.output<typeof listSessions.output>['sessions'][number];

/**
 * Lists the browsers in which the member is signed in, each with a button that ends its session.
 */
export function sessionsCard(visit: Visit, sessions: readonly Session[]): Html {
  const { say } = visit;
  const { idleMinutes, absoluteHours } = limits.session;
  return html`<section class="card stack" aria-labelledby="sessions">
    <h2 id="sessions">${say('sessions_title')}</h2>
    <table class="rows" aria-labelledby="sessions">
      <thead>
        <tr>
          <th scope="col">${say('column_device')}</th>
          <th scope="col">${say('column_seen')}</th>
          <th scope="col">${say('column_since')}</th>
          <th scope="col">${say('column_actions')}</th>
        </tr>
      </thead>
      <tbody>
        ${sessions.map((session) => row(visit, session))}
      </tbody>
    </table>
    ${
      sessions.length > 1
        ? html`<form method="post" action="/security/sessions/end-others">
            <button class="danger">${say('sessions_end_others')}</button>
          </form>`
        : nothing
    }
    <p class="hint">
      ${say('sessions_hint', { idle: String(idleMinutes), hours: String(absoluteHours) })}
    </p>
  </section>`;
}

function row(visit: Visit, { id, device, current, lastSeenAt, createdAt }: Session): Html {
  const { say } = visit;
  const name = deviceName(device) ?? say('device_unknown');
  return html`<tr>
    <th scope="row" data-label="${say('column_device')}">
      ${name} ${current ? html`<span class="hint">${say('session_current')}</span>` : nothing}
    </th>
    <td data-label="${say('column_seen')}">${momentOf(visit, lastSeenAt)}</td>
    <td data-label="${say('column_since')}">${momentOf(visit, createdAt)}</td>
    <td>
      <form method="post" action="${current ? '/sign-out' : `/security/sessions/${id}/end`}">
        <button class="quiet" aria-label="${say('session_end_what', { name })}">
          ${say('session_end')}
        </button>
      </form>
    </td>
  </tr>`;
}
