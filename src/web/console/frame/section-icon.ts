import { html, raw, type Html } from '../../ui/html.ts';
import type { Section } from './sections.ts';

/** Drawn as strokes on a grid of 24. They take the color of the text next to them. */
const drawings: Readonly<Record<Section, string>> = {
  today: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
  inbox: '<path d="M4 5h16v14H4z"/><path d="M4 14h4.5l1.5 2.5h4l1.5-2.5H20"/>',
  tasks:
    '<path d="M4 6l1.5 1.5L8 5M4 13l1.5 1.5L8 12M4 20l1.5 1.5L8 19M11 6.5h9M11 13.5h9M11 20.5h9"/>',
  disputes: '<path d="M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z"/>',
  approvals: '<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z"/><path d="m9 11.5 2 2 4-4"/>',
  members:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.200.8 3.5 2.7 3.5 5.5"/>',
  consent: '<path d="M6 3h9l4 4v14H6z"/><path d="M9 13l2 2 4-4"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  notices: '<path d="M4 10v4l11 5V5z"/><path d="M18.5 9.5a4 4 0 0 1 0 5M7 15v4h3v-2.7"/>',
  settings:
    '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  reports: '<path d="M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6"/>',
  staff: '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.5 3.5-7 8-7s8 2.5 8 7"/>',
  programs: '<path d="M3 5h18v14H3z"/><path d="m7 10 3 2.5L7 15M12.5 15H17"/>',
  audit: '<path d="M5 3h14v18H5z"/><path d="M8 8h8M8 12h8M8 16h5"/>',
  channels: '<path d="M4 5h12v8H9l-3 3v-3H4z"/><path d="M19 9h1v8h-2v3l-3-3h-5v-1"/>',
  training: '<path d="M2 9l10-5 10 5-10 5z"/><path d="M6 11.5V17c3.5 2.5 8.5 2.5 12 0v-5.5"/>',
};

/** The icon of a section. Decoration only, so screen readers skip it. */
export function sectionIcon(section: Section): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${raw(drawings[section])}
  </svg>`;
}
