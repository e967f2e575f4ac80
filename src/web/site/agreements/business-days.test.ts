import { expect, it } from 'vitest';
import { businessDaysSentence } from './business-days.ts';

const rule = (weekdays: number[], closedOnFederalHolidays = true) => ({
  weekdays,
  closedOnFederalHolidays,
});

it.each([
  [
    rule([1, 2, 3, 4, 5]),
    'Our business days are Monday to Friday, without federal holidays.',
    'Nos jours ouvrables vont du lundi au vendredi, hors jours fériés fédéraux.',
    'Nuestros días hábiles son de lunes a viernes, sin los feriados federales.',
  ],
  [
    rule([1, 2, 3, 4, 5, 6], false),
    'Our business days are Monday to Saturday, including federal holidays.',
    'Nos jours ouvrables vont du lundi au samedi, jours fériés fédéraux compris.',
    'Nuestros días hábiles son de lunes a sábado, incluidos los feriados federales.',
  ],
  [
    rule([2, 4, 6]),
    'Our business days are Tuesday, Thursday, and Saturday, without federal holidays.',
    'Nos jours ouvrables sont le mardi, le jeudi et le samedi, hors jours fériés fédéraux.',
    'Nuestros días hábiles son el martes, el jueves y el sábado, sin los feriados federales.',
  ],
  [
    rule([1, 2, 3, 4, 5, 6, 7], false),
    'Every day of the week is a business day, including federal holidays.',
    'Tous les jours de la semaine sont ouvrables, jours fériés fédéraux compris.',
    'Todos los días de la semana son hábiles, incluidos los feriados federales.',
  ],
])('the disclosure names the days of %j', (given, en, fr, es) => {
  expect(businessDaysSentence(given, 'en')).toBe(en);
  expect(businessDaysSentence(given, 'fr')).toBe(fr);
  expect(businessDaysSentence(given, 'es')).toBe(es);
});
