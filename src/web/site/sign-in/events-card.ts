import type { z } from 'zod';
import type { listSecurityEvents } from '../../../operations/access/list-security-events.ts';
import { html, type Html } from '../../ui/html.ts';
import { deviceName } from '../../ui/device-name.ts';
import { momentOf } from './moment-of.ts';
import type { Visit } from './screen.ts';
import type { Say, TextName } from './say.ts';

type Event = z.output<typeof listSecurityEvents.output>['events'][number];

/** Shows recent events on the member's access. */
export function eventsCard(visit: Visit, events: readonly Event[]): Html {
  const { say } = visit;
  return html`<section class="card stack" aria-labelledby="events">
    <h2 id="events">${say('events_title')}</h2>
    <p class="hint">${say('events_lead')}</p>
    <table class="rows" aria-labelledby="events">
      <thead>
        <tr>
          <th scope="col">${say('column_when')}</th>
          <th scope="col">${say('column_what')}</th>
          <th scope="col">${say('column_device')}</th>
        </tr>
      </thead>
      <tbody>
        ${events.map(
          (event) =>
            html`<tr>
              <td>${momentOf(visit, event.at)}</td>
              <th scope="row">${whatOf(say, event)}</th>
              <td>${deviceName(event.device ?? '') ?? say('device_unknown')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

const ways: Readonly<Record<string, TextName>> = {
  passkey: 'way_passkey',
  password: 'way_password',
  password_recovery: 'way_password_recovery',
  activation: 'way_activation',
  demonstration: 'way_demonstration',
  oidc: 'way_oidc',
};

function whatOf(say: Say, { kind, detail }: Event): string {
  const way = ways[detail['way'] ?? ''];
  const more = way ? say(way) : detail['name'];
  return more === undefined ? say(`event_${kind}`) : `${say(`event_${kind}`)} (${more})`;
}
