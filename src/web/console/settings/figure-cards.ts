import { languages } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { amountIn } from '../../../languages/wording.ts';
import { contrast } from '../../../members/contrast.ts';
import type { InstitutionSettings } from '../../../members/institution-settings.ts';
import { currencyOf } from '../../../money/amount.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { choose, draftForm, input, type SettingsView } from './draft-form.ts';

/** What may move, by message and in online banking. */
export function limitCard(view: SettingsView, settings: InstitutionSettings): Html {
  const { say } = view;
  const { limits, onlineLimits } = settings;
  const shown = (amount: bigint | undefined) =>
    amount === undefined ? '–' : amountText(view, amount);
  const fields = (of: 'limits' | 'onlineLimits') =>
    html`<input type="hidden" name="of" value="${of}" /> ${(['perTransfer', 'perDay'] as const).map(
        (name) =>
          input({
            id: `${of}-${name}`,
            name,
            label: say(name === 'perDay' ? 'per_day' : 'per_transfer'),
            value: decimal(view, settings[of][name]),
          }),
      )}
      ${
        of === 'limits'
          ? input({
              id: 'limits-confirmAbove',
              name: 'confirmAbove',
              label: say('confirm_above'),
              isRequired: false,
              value: limits.confirmAbove === undefined ? '' : decimal(view, limits.confirmAbove),
            })
          : nothing
      }`;
  return card({
    title: say('limits'),
    id: 'limits',
    body: html`${facts([
        [say('per_transfer'), shown(limits.perTransfer)],
        [say('per_day'), shown(limits.perDay)],
        [say('confirm_above'), shown(limits.confirmAbove)],
        [
          say('online'),
          `${shown(onlineLimits.perTransfer)} · ${say('per_day')} ${shown(onlineLimits.perDay)}`,
        ],
      ])}
      <div class="actions">
        ${draftForm(view, {
          id: 'limits',
          title: say('change'),
          kind: 'limits',
          hint: say('limits_hint'),
          fields: fields('limits'),
        })}
        ${draftForm(view, {
          id: 'online',
          title: say('online'),
          kind: 'limits',
          hint: say('limits_hint'),
          fields: fields('onlineLimits'),
        })}
      </div>`,
  });
}

function amountText({ request }: SettingsView, amount: bigint): string {
  const known = currencyOf(request.institution.currency);
  return known ? amountIn(request.language, amount, known) : String(amount);
}

function decimal({ request }: SettingsView, amount: bigint): string {
  const digits = currencyOf(request.institution.currency)?.digits ?? 2;
  const text = amount.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The languages that members are offered. */
export function languageCard(view: SettingsView, settings: InstitutionSettings): Html {
  const { say } = view;
  const [first] = settings.languages;
  return card({
    title: say('languages'),
    id: 'languages',
    body: html`<p>${settings.languages.map((one) => packs[one].name).join(', ')}</p>
      <p class="hint">${say('languages_text')}</p>
      ${draftForm(view, {
        id: 'languages',
        title: say('change'),
        kind: 'languages',
        fields: html`${languages.map(
          (one) =>
            html`<div class="field tick">
              <input
                type="checkbox"
                id="offer-${one}"
                name="offer_${one}"
                value="yes"
                ${settings.languages.includes(one) ? html`checked` : nothing}
              />
              <label for="offer-${one}">${packs[one].name}</label>
            </div>`,
        )}
        ${choose({
          id: 'languages-first',
          name: 'first',
          label: say('first'),
          value: first,
          choices: languages.map((one) => [one, packs[one].name] as const),
        })}`,
      })}`,
  });
}

/** The colors of the institution's pages, with the contrast that people need to read them. */
export function colorCard(view: SettingsView, { colors }: InstitutionSettings): Html {
  const { say } = view;
  return card({
    title: say('colors'),
    id: 'colors',
    body: html`${
      colors ? colorSample(view, colors) : html`<p class="soft">${say('colors_none')}</p>`
    }
    ${draftForm(view, {
      id: 'colors',
      title: say('change'),
      kind: 'colors',
      fields: html`${input({
        id: 'colors-main',
        name: 'main',
        label: say('main'),
        type: 'color',
        value: colors?.main ?? '#0f5c4c',
      })}
      ${input({
        id: 'colors-on',
        name: 'onMain',
        label: say('on_main'),
        type: 'color',
        value: colors?.onMain ?? '#ffffff',
      })}`,
    })}`,
  });
}

/** Two colors as members see them, with their contrast. */
export function colorSample(
  { say }: Pick<SettingsView, 'say'>,
  { main, onMain }: { readonly main: string; readonly onMain: string },
): Html {
  const ratio = (one: string, other: string) => {
    const value = contrast(one, other);
    const text = say('contrast_text', { ratio: value.toFixed(1) });
    return chip(text, value >= 4.5 ? 'good' : 'bad');
  };
  return html`<div class="color-sample">
    <svg viewBox="0 0 220 48" width="220" height="48" role="img" aria-label="${main}, ${onMain}">
      <rect width="220" height="48" rx="8" fill="${main}" />
      <text x="110" y="30" text-anchor="middle" font-size="16" font-weight="600" fill="${onMain}">
        ${say('sample')}
      </text>
    </svg>
    ${facts([
      [`${say('on_main')} (${onMain})`, ratio(main, onMain)],
      [`${say('on_white')} (${main})`, ratio(main, '#ffffff')],
    ])}
  </div>`;
}
