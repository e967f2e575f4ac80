import { html, nothing, type Html } from './html.ts';

/**
 * A labeled box for a longer text. Screen readers read its hint and error with it. A faulty box
 * gets the focus.
 */
export function textArea(given: {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  /** What is wrong with the value. */
  readonly error?: string;
  readonly maxlength?: number;
  readonly rows?: number;
}): Html {
  const { name, hint, error } = given;
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return html`<div class="field${error ? ' field-wrong' : ''}">
    <label for="${name}">${given.label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
    <textarea
      id="${name}"
      name="${name}"
      rows="${given.rows ?? 3}"
      ${given.maxlength ? html`maxlength="${given.maxlength}"` : nothing}
      ${described ? html`aria-describedby="${described}"` : nothing}
      ${error ? html`aria-invalid="true" autofocus` : nothing}
      required
    >
${given.value ?? ''}</textarea>
  </div>`;
}
