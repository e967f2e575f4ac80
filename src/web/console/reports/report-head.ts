import { html, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { tabs } from '../ui/tabs.ts';
import { reportSay } from './report-words.ts';

/** The head of the section’s pages, with its two parts. */
export function reportHead(
  request: SignedInRequest,
  given: { readonly tab: 'figures' | 'examiner'; readonly title: string; readonly lead: string },
): Html {
  const say = reportSay(request);
  return html`<header class="page-head">
      <h1>${given.title}</h1>
      <p class="lead">${given.lead}</p>
    </header>
    ${tabs(say('title'), [
      { href: '/reports', text: say('tab_figures'), isOpen: given.tab === 'figures' },
      { href: '/reports/examiner', text: say('tab_examiner'), isOpen: given.tab === 'examiner' },
    ])}`;
}
