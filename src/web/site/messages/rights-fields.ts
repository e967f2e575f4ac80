import { readFigure } from '../../../languages/reading.ts';
import type { Language } from '../../../kernel/vocabulary/language.ts';
import { currencyOf } from '../../../money/amount.ts';
import type { Told } from '../../../operations/perform.ts';
import { field, tick } from '../../ui/field.ts';
import { moneyText } from '../../ui/figures.ts';
import { html, nothing, raw, type Html } from '../../ui/html.ts';
import type { Visit } from './section.ts';

/** The fields that may have faults. */
export const rightsNames = ['perTransfer', 'perDay'] as const;

/** Shows the rights of an address: a checkbox and the two limits. */
export function rightsFields(
  { request, say }: Visit,
  {
    values,
    refused,
    titleAbove = false,
  }: {
    readonly values: {
      readonly mayMoveMoney: boolean;
      readonly perTransfer: string;
      readonly perDay: string;
    };
    readonly refused?: Told | undefined;
    /** Whether a heading above already shows the title. */
    readonly titleAbove?: boolean;
  },
): Html {
  const { limits } = request.institution.settings;
  const limit = (name: 'perTransfer' | 'perDay') => {
    const error = refused?.fields[name];
    return field({
      name,
      label: say(name === 'perTransfer' ? 'rights_per_transfer' : 'rights_per_day'),
      value: values[name],
      hint: say('rights_limit_hint', {
        limit: moneyText(limits[name], request.institution.currency, request.language),
      }),
      inputmode: 'decimal',
      width: 'short',
      maxlength: 20,
      required: false,
      ...(error === undefined ? {} : { error }),
    });
  };
  return html`<fieldset class="stack">
    <legend ${titleAbove ? raw('class="unseen"') : nothing}>${say('rights_title')}</legend>
    ${tick({ name: 'mayMoveMoney', label: say('rights_tick'), checked: values.mayMoveMoney })}
    <p class="hint">${say('rights_hint')}</p>
    ${limit('perTransfer')} ${limit('perDay')}
  </fieldset>`;
}

/** Gives the fields as written, so that the page can show them again. */
export function rightsWritten(form: Readonly<Record<string, string>>): {
  mayMoveMoney: boolean;
  perTransfer: string;
  perDay: string;
} {
  return {
    mayMoveMoney: form['mayMoveMoney'] === 'on',
    perTransfer: form['perTransfer'] ?? '',
    perDay: form['perDay'] ?? '',
  };
}

/** Converts the fields for the operations: amounts as members write them become plain decimals. */
export function rightsIn(
  form: Readonly<Record<string, string>>,
  { language, institution }: Pick<Visit['request'], 'language' | 'institution'>,
): { mayMoveMoney: boolean; perTransfer: string; perDay: string } {
  const reader = { language, digits: currencyOf(institution.currency)?.digits };
  return {
    mayMoveMoney: form['mayMoveMoney'] === 'on',
    perTransfer: plainAmount(form['perTransfer'] ?? '', reader),
    perDay: plainAmount(form['perDay'] ?? '', reader),
  };
}

function plainAmount(
  text: string,
  { language, digits }: { readonly language: Language; readonly digits: number | undefined },
): string {
  const figure = readFigure(text.replaceAll(/\s/g, ''), { language, digits });
  return figure && 'amount' in figure ? figure.amount : text.trim();
}
