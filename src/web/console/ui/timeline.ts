import { html, nothing, type Html } from '../../ui/html.ts';
import type { ConsoleRequest } from '../frame/console-env.ts';
import { moment } from './moment.ts';

export interface Event {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  /** The words that go with it. */
  readonly text?: string | undefined;
}

/** What happened, oldest first. */
export function timeline(request: ConsoleRequest, events: readonly Event[]): Html {
  return html`<ol class="timeline">
    ${events.map(
      ({ at, who, what, text }) =>
        html`<li>
          <p><strong>${who}</strong> ${what} <span class="soft">${moment(request, at)}</span></p>
          ${text === undefined ? nothing : html`<p>${text}</p>`}
        </li>`,
    )}
  </ol>`;
}
