import { html, nothing, type Html } from './html.ts';

export interface Field {
  readonly name: string;
  readonly label: string | Html;
  readonly type?:
    | 'text'
    | 'password'
    | 'search'
    | 'date'
    | 'month'
    | 'tel'
    | 'email'
    | 'number'
    | 'time';
  readonly value?: string;
  /** Shown under the label: the format, or why we ask. */
  readonly hint?: string | Html;
  /** What is wrong with the value. */
  readonly error?: string;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | 'tel';
  readonly maxlength?: number;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly autofocus?: boolean;
  /** Short answers (codes, amounts) get a short box. */
  readonly width?: 'short' | 'medium';
}

/**
 * A labeled input. Screen readers read its hint and error with it. The first faulty field gets the
 * focus.
 */
export function field(given: Field): Html {
  const described = describedBy(given);
  return html`<div class="field${given.error ? ' field-wrong' : ''}">
    <label for="${given.name}">${given.label}</label>
    ${aids(given)}
    <input
      id="${given.name}"
      name="${given.name}"
      type="${given.type ?? 'text'}"
      class="${given.width ?? ''}"
      value="${given.value ?? ''}"
      ${given.autocomplete ? html`autocomplete="${given.autocomplete}"` : nothing}
      ${given.inputmode ? html`inputmode="${given.inputmode}"` : nothing}
      ${given.maxlength ? html`maxlength="${given.maxlength}"` : nothing}
      ${given.placeholder ? html`placeholder="${given.placeholder}"` : nothing}
      ${given.required === false ? nothing : html`required`}
      ${given.autofocus || given.error ? html`autofocus` : nothing}
      ${given.error ? html`aria-invalid="true"` : nothing}
      ${described ? html`aria-describedby="${described}"` : nothing}
    />
  </div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** A labeled list of choices. */
export function select(given: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value?: string;
  readonly hint?: string;
  readonly error?: string;
}): Html {
  const described = describedBy(given);
  return html`<div class="field${given.error ? ' field-wrong' : ''}">
    <label for="${given.name}">${given.label}</label>
    ${aids(given)}
    <select
      id="${given.name}"
      name="${given.name}"
      ${given.error ? html`aria-invalid="true" autofocus` : nothing}
      ${described ? html`aria-describedby="${described}"` : nothing}
    >
      ${given.choices.map(
        (choice) =>
          html`<option
            value="${choice.value}"
            ${choice.value === given.value ? html`selected` : nothing}
            ${choice.disabled ? html`disabled` : nothing}
          >
            ${choice.label}
          </option>`,
      )}
    </select>
  </div>`;
}

/** A checkbox with its sentence. */
export function tick(given: {
  readonly name: string;
  readonly label: string | Html;
  readonly checked?: boolean;
  readonly error?: string;
}): Html {
  return html`<div class="field tick${given.error ? ' field-wrong' : ''}">
    <input
      id="${given.name}"
      name="${given.name}"
      type="checkbox"
      value="on"
      ${given.checked ? html`checked` : nothing}
      ${given.error ? html`aria-invalid="true" aria-describedby="${given.name}-error" autofocus` : nothing}
    />
    <label for="${given.name}">${given.label}</label>
    ${given.error ? html`<p class="error" id="${given.name}-error">${given.error}</p>` : nothing}
  </div>`;
}

interface Aided {
  readonly name: string;
  readonly hint?: string | Html;
  readonly error?: string;
}

function describedBy({ name, hint, error }: Aided): string {
  return [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
}

function aids({ name, hint, error }: Aided): Html {
  return html`${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}${
    error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing
  }`;
}
