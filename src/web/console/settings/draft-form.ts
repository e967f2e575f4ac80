import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { ConsoleSettingsTexts } from '../../../languages/console-texts.ts';
import type { DraftOutput } from '../../../operations/settings/draft-schema.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';

export type SettingsSay = Say<keyof ConsoleSettingsTexts>;

/** The texts of this section in the person's language. */
export function settingsSay({ language }: Pick<SignedInRequest, 'language'>): SettingsSay {
  return sayOf(packs[language].console.settings);
}

/** A page of settings: who looks, and the drafts into which changes can go. */
export interface SettingsView {
  readonly request: SignedInRequest;
  readonly say: SettingsSay;
  readonly drafts: readonly DraftOutput[];
}

/** A change that goes into a draft. Nothing for a role that makes none. */
export function draftForm(
  view: SettingsView,
  given: {
    /** Unique on the page. */
    readonly id: string;
    readonly title: string;
    /** Which change: the last part of the path. */
    readonly kind: string;
    readonly fields: Html;
    readonly hint?: string;
  },
): Html {
  return action(view.request, {
    id: given.id,
    permission: 'draft_settings',
    title: given.title,
    to: `/settings/put/${given.kind}`,
    button: view.say('put'),
    withoutWhy: true,
    ...(given.hint ? { text: given.hint } : {}),
    fields: html`${given.fields} ${intoField(view, given.id)}`,
  });
}

/** Which draft takes the change: the latest that waits, unless another is chosen. */
export function intoField({ say, drafts }: SettingsView, id: string): Html {
  const open = drafts.filter(({ state, isStale }) => state === 'open' && !isStale);
  if (open.length === 0) return nothing;
  return choose({
    id: `into-${id}`,
    name: 'draft',
    label: say('into'),
    choices: [
      ...open.map((one) => [one.draft, draftName(say, one)] as const),
      ['', say('into_new')] as const,
    ],
  });
}

/** A draft by what it changes and by whom. */
export function draftName(
  say: SettingsSay,
  { names, madeBy }: Pick<DraftOutput, 'names' | 'madeBy'>,
): string {
  return say('draft_line', { names: names.join(', ') || '–', name: madeBy });
}

/** A field whose id is unique on a page with many forms. */
export function input(given: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'date' | 'color' | 'time';
  readonly list?: string;
  readonly isRequired?: boolean;
  readonly maxlength?: number;
}): Html {
  return html`<div class="field">
    <label for="${given.id}">${given.label}</label>
    <input
      id="${given.id}"
      name="${given.name}"
      type="${given.type ?? 'text'}"
      value="${given.value ?? ''}"
      maxlength="${String(given.maxlength ?? 200)}"
      ${given.list ? html`list="${given.list}"` : nothing}
      ${given.isRequired === false ? nothing : html`required`}
    />
  </div>`;
}

export function area(given: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string;
}): Html {
  return html`<div class="field">
    <label for="${given.id}">${given.label}</label>
    <textarea id="${given.id}" name="${given.name}" rows="3" maxlength="4000">
${given.value ?? ''}</textarea>
  </div>`;
}

export function choose(given: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly value?: string | undefined;
}): Html {
  return html`<div class="field">
    <label for="${given.id}">${given.label}</label>
    <select id="${given.id}" name="${given.name}">
      ${given.choices.map(
        ([value, label]) =>
          html`<option value="${value}" ${value === given.value ? html`selected` : nothing}>
            ${label}
          </option>`,
      )}
    </select>
  </div>`;
}
