import type { Language } from '../../../../kernel/vocabulary/language.ts';
import type { BusinessDayRule } from '../../../../members/business-days-setting.ts';

interface Words {
  /** From one day to another. */
  readonly range: (first: string, last: string) => string;
  readonly list: (days: string) => string;
  readonly article: string;
  readonly all: string;
  readonly without: string;
  readonly included: string;
}

/** The sentence of the disclosures that names the business days. */
export function businessDaysSentence(
  { weekdays, closedOnFederalHolidays }: BusinessDayRule,
  language: Language,
): string {
  const say = words[language];
  const days = weekdays.map((day) => nameOf(day, language));
  const [first, last] = [days[0], days.at(-1)];
  const run = weekdays.every((day, index) => index === 0 || day - 1 === weekdays[index - 1]);
  let said: string;
  if (weekdays.length === 7) said = say.all;
  else if (run && weekdays.length > 2) said = say.range(first ?? '', last ?? '');
  else
    said = say.list(
      listed(
        days.map((day) => say.article + day),
        language,
      ),
    );
  return `${said}${closedOnFederalHolidays ? say.without : say.included}.`;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    range: (first, last) => `Our business days are ${first} to ${last}`,
    list: (days) => `Our business days are ${days}`,
    article: '',
    all: 'Every day of the week is a business day',
    without: ', without federal holidays',
    included: ', including federal holidays',
  },
  fr: {
    range: (first, last) => `Nos jours ouvrables vont du ${first} au ${last}`,
    list: (days) => `Nos jours ouvrables sont ${days}`,
    article: 'le ',
    all: 'Tous les jours de la semaine sont ouvrables',
    without: ', hors jours fériés fédéraux',
    included: ', jours fériés fédéraux compris',
  },
  es: {
    range: (first, last) => `Nuestros días hábiles son de ${first} a ${last}`,
    list: (days) => `Nuestros días hábiles son ${days}`,
    article: 'el ',
    all: 'Todos los días de la semana son hábiles',
    without: ', sin los feriados federales',
    included: ', incluidos los feriados federales',
  },
};

/** A Monday. */
const monday = Temporal.PlainDate.from('2026-11-23');

function nameOf(day: number, language: Language): string {
  return monday.add({ days: day - 1 }).toLocaleString(language, { weekday: 'long' });
}

function listed(days: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(days);
}
