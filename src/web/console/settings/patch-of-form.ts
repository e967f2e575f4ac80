import { isLanguage, languages } from '../../../kernel/vocabulary/language.ts';
import { currencyOf } from '../../../money/amount.ts';
import { parseDecimal } from '../../../money/parse-decimal.ts';
import type { Form } from '../frame/act.ts';

/** The changes that have a form of their own, besides single words and answers. */
export const formKinds = [
  'text',
  'limits',
  'hours',
  'rule',
  'closure',
  'opening',
  'languages',
  'colors',
  'other',
] as const;

export type FormKind = (typeof formKinds)[number];

type Patch = Readonly<Record<string, unknown>>;

/** A form that can’t be read: its own words go back to the person. */
export interface Unreadable {
  readonly unreadable: string;
}

/**
 * Makes the merge patch of settings that a form asks for.
 * @param currency of the institution, ISO 4217
 */
export function patchOfForm(kind: FormKind, form: Form, currency: string): Patch | Unreadable {
  return makers[kind](form, currency);
}

const day = (form: Form) => form['day'] ?? '';

const makers: Readonly<Record<FormKind, (form: Form, currency: string) => Patch | Unreadable>> = {
  text: ({ key = '', language = '', text = '' }) => ({
    texts: { [key.trim()]: { [language]: text.trim() === '' ? null : text.trim() } },
  }),
  limits: (form, currency) => {
    const digits = currencyOf(currency)?.digits;
    const given = ['perTransfer', 'perDay', 'confirmAbove'].filter((name) => form[name]);
    const amounts = given.map((name) => [name, parseDecimal(form[name] ?? '', digits)] as const);
    const wrong = amounts.find(([, amount]) => amount === undefined);
    if (wrong) return { unreadable: form[wrong[0]] ?? '' };
    const of = form['of'] === 'onlineLimits' ? 'onlineLimits' : 'limits';
    return { [of]: Object.fromEntries(amounts.map(([name, amount]) => [name, String(amount)])) };
  },
  hours: (form) => ({
    hours: Object.fromEntries(languages.map((language) => [language, form[language] ?? ''])),
  }),
  rule: (form) => ({
    businessDays: {
      rules: {
        [day(form)]: {
          weekdays: [1, 2, 3, 4, 5, 6, 7].filter((one) => form[`weekday_${one}`] === 'yes'),
          closedOnFederalHolidays: form['federal'] === 'yes',
        },
      },
    },
  }),
  closure: (form) => ({ closures: { [day(form)]: form['reason'] ?? '' } }),
  opening: (form) => ({ businessDays: { openings: { [day(form)]: form['reason'] ?? '' } } }),
  languages: (form) => {
    const { first = '' } = form;
    const offered = languages.filter((one) => form[`offer_${one}`] === 'yes');
    const others = offered.filter((one) => one !== first);
    return { languages: isLanguage(first) ? [first, ...others] : others };
  },
  colors: ({ main = '', onMain = '' }) => ({ colors: { main, onMain } }),
  other: ({ name = '', value = '' }) => {
    if (value.trim() === '') return { [name]: null };
    try {
      const read: unknown = JSON.parse(value);
      return { [name]: read };
    } catch {
      return { unreadable: value.slice(0, 100) };
    }
  },
};
