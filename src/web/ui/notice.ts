import { html, nothing, type Html } from './html.ts';

/** What just happened, or what to mind: read out at once where it is news. */
export function notice(
  kind: 'done' | 'wrong' | 'mind' | 'tell',
  text: string | Html,
  title?: string,
): Html {
  const role = kind === 'wrong' ? 'alert' : 'status';
  return html`<div class="notice notice-${kind}" role="${role}">
    ${title ? html`<strong>${title}</strong>` : nothing}
    <p>${text}</p>
  </div>`;
}

/** Where there is nothing yet: what would stand here, and how to begin. */
export function empty(title: string, text: string | Html): Html {
  return html`<div class="empty">
    <p class="empty-title">${title}</p>
    <p>${text}</p>
  </div>`;
}
