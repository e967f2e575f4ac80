import { html, nothing, type Html } from './html.ts';

/** Says what just happened, or warns. Screen readers read news at once. */
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

/** Stands in for an empty list: what it will show, and how to start. */
export function empty(title: string, text: string | Html): Html {
  return html`<div class="empty">
    <p class="empty-title">${title}</p>
    <p>${text}</p>
  </div>`;
}
