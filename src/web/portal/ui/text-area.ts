import { html, nothing, type Html } from './html.ts';

/** A labelled box for a longer text; its hint is read out with it. */
export function textArea(given: {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly maxlength?: number;
  readonly rows?: number;
}): Html {
  const { name, hint } = given;
  return html`<div class="field">
    <label for="${name}">${given.label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    <textarea
      id="${name}"
      name="${name}"
      rows="${given.rows ?? 3}"
      ${given.maxlength ? html`maxlength="${given.maxlength}"` : nothing}
      ${hint ? html`aria-describedby="${name}-hint"` : nothing}
      required
    >
${given.value ?? ''}</textarea>
  </div>`;
}
