import { html, raw, type Html } from '../ui/html.ts';
import type { Section } from './page-content.ts';

/** Drawn as strokes on a grid of 24. They take the color of the text next to them. */
const drawings: Readonly<Record<Section, string>> = {
  accounts: '<path d="M3 10.5 12 4l9 6.5M5 10.5V19h14v-8.5M9 19v-5h6v5"/>',
  transfer: '<path d="M4 8h14m0 0-4-4m4 4-4 4M20 16H6m0 0 4-4m-4 4 4 4"/>',
  messages: '<path d="M4 5h16v11H9l-5 4V5z"/><path d="M8 9h8M8 12.5h5"/>',
  security: '<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6l7-3z"/><path d="m9 11.5 2 2 4-4"/>',
};

/** The icon of a section. Decoration only, so screen readers skip it. */
export function icon(section: Section): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${raw(drawings[section])}
  </svg>`;
}
