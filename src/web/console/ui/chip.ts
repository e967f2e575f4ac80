import { html, type Html } from '../../ui/html.ts';

/** How urgent or good something is. */
export type Tone = 'plain' | 'good' | 'mind' | 'bad' | 'accent';

/** A state in one or two words. */
export function chip(text: string, tone: Tone = 'plain'): Html {
  return html`<span class="chip chip-${tone}">${text}</span>`;
}
