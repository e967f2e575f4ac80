import { html, nothing, type Html } from '../../ui/html.ts';

/** A part of a page with its title, and what can be done with it. */
export function card(given: {
  readonly title: string;
  readonly body: Html;
  /** Beside the title: a link, a button. */
  readonly end?: Html;
  readonly id?: string;
}): Html {
  return html`<section class="card" ${given.id ? html`id="${given.id}"` : nothing}>
    <header class="card-head">
      <h2>${given.title}</h2>
      ${given.end ?? nothing}
    </header>
    ${given.body}
  </section>`;
}

/** A figure that people read from afar, with its name. */
export function figure(given: {
  readonly name: string;
  readonly value: string | Html;
  readonly href?: string;
  readonly tone?: 'plain' | 'good' | 'mind' | 'bad';
  readonly note?: string;
}): Html {
  const inside = html`<span class="figure-name">${given.name}</span>
    <span class="figure-value">${given.value}</span>
    ${given.note ? html`<span class="figure-note">${given.note}</span>` : nothing}`;
  const classes = `figure figure-${given.tone ?? 'plain'}`;
  return given.href
    ? html`<a class="${classes}" href="${given.href}">${inside}</a>`
    : html`<div class="${classes}">${inside}</div>`;
}
