import { html, nothing, type Html } from '../../ui/html.ts';

/** Ways to see one list, one of which is open. */
export function tabs(
  label: string,
  entries: readonly {
    readonly href: string;
    readonly text: string;
    readonly isOpen: boolean;
    readonly count?: number | undefined;
  }[],
): Html {
  return html`<nav class="tabs" aria-label="${label}">
    ${entries.map(
      ({ href, text, isOpen, count }) =>
        html`<a href="${href}" ${isOpen ? html`aria-current="page"` : nothing}
          >${text}${count === undefined ? nothing : html` <span class="count">${count}</span>`}</a
        >`,
    )}
  </nav>`;
}
