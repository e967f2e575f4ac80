import {
  institutionSettings,
  type InstitutionSettings,
} from '../../../members/institution-settings.ts';
import { html, type Html } from '../../ui/html.ts';
import { card } from '../ui/card.ts';
import { area, choose, draftForm, type SettingsView } from './draft-form.ts';

/** Settings with a card of their own. */
const shownElsewhere: ReadonlySet<string> = new Set([
  'words',
  'keywords',
  'answers',
  'texts',
  'limits',
  'onlineLimits',
  'hours',
  'closures',
  'businessDays',
  'languages',
  'colors',
]);

/** All other settings, each with its help, and a form for any of them. */
export function otherCard(view: SettingsView, settings: InstitutionSettings): Html {
  const { say } = view;
  const values = new Map<string, unknown>(Object.entries(settings));
  const names = Object.keys(institutionSettings.shape);
  return card({
    title: say('others'),
    id: 'others',
    body: html`<details class="setting-others">
        <summary>
          ${say('others_open', { count: String(names.length - shownElsewhere.size) })}
        </summary>
        <dl class="setting-list">
          ${names
            .filter((name) => !shownElsewhere.has(name))
            .map(
              (name) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>
                    <code>${valueText(values.get(name))}</code>
                    <p class="hint" lang="en">${helpText(name)}</p>
                  </dd>
                </div>`,
            )}
        </dl>
      </details>
      ${draftForm(view, {
        id: 'other',
        title: say('set_value'),
        kind: 'other',
        hint: say('value_hint'),
        fields: html`${choose({
          id: 'other-name',
          name: 'name',
          label: say('setting'),
          choices: names.map((name) => [name, name] as const),
        })}
        ${area({ id: 'other-value', name: 'value', label: say('value') })}`,
      })}`,
  });
}

function valueText(value: unknown): string {
  if (value === undefined) return '–';
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  );
}

/** The help of a setting. What stands between backticks is code. */
function helpText(name: string): Html {
  const parts = helpOf(name).split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function helpOf(name: string): string {
  const shape: Readonly<Record<string, { readonly description?: string | undefined }>> =
    institutionSettings.shape;
  return shape[name]?.description ?? '';
}
