import type { Language } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import type { BusinessDayRule } from '../../../members/business-days-setting.ts';

/** The sentence of the disclosures that names the business days. */
export function businessDaysSentence(
  { weekdays, closedOnFederalHolidays }: BusinessDayRule,
  language: Language,
): string {
  const say = packs[language].site.businessDays;
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

/** A Monday. */
const monday = Temporal.PlainDate.from('2026-11-23');

function nameOf(day: number, language: Language): string {
  return monday.add({ days: day - 1 }).toLocaleString(language, { weekday: 'long' });
}

function listed(days: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(days);
}
