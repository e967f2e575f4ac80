import { html, type Html } from '../../ui/html.ts';

/** Names and values, side by side. */
export function facts(pairs: readonly (readonly [name: string, value: string | Html])[]): Html {
  return html`<dl class="facts">
    ${pairs.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
