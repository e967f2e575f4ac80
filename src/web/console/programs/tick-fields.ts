import { html, type Html } from '../../ui/html.ts';

/** A box to tick for each of several names. A form posts them as `prefix-name`. */
export function tickFields(given: {
  readonly legend: string;
  readonly prefix: string;
  readonly names: readonly { readonly name: string; readonly label: string }[];
}): Html {
  return html`<fieldset class="field">
    <legend>${given.legend}</legend>
    ${given.names.map(
      ({ name, label }) =>
        html`<div class="tick">
          <input
            type="checkbox"
            id="${given.prefix}-${name}"
            name="${given.prefix}-${name}"
            value="on"
          />
          <label for="${given.prefix}-${name}">${label}</label>
        </div>`,
    )}
  </fieldset>`;
}

/** The names that were ticked in a posted form. */
export function tickedIn(form: Readonly<Record<string, string>>, prefix: string): string[] {
  return Object.entries(form).flatMap(([name, value]) =>
    value === 'on' && name.startsWith(`${prefix}-`) ? [name.slice(prefix.length + 1)] : [],
  );
}
