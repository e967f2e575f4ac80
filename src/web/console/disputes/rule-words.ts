import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { SignedInRequest } from '../frame/console-env.ts';

/** A Monday: its week gives the days their names. */
const monday = Temporal.PlainDate.from('2026-11-23');

/**
 * Puts the names of the rules that counted a dispute's dates in words: `12345-less-federal-holidays`
 * is Mon Tue Wed Thu Fri, without Federal holidays.
 */
export function ruleWords({ language }: Pick<SignedInRequest, 'language'>, names: string): string {
  const { intl, console: texts } = packs[language];
  const say = sayOf(texts.disputes);
  const dayName = (digit: string) =>
    monday.add({ days: Number(digit) - 1 }).toLocaleString(intl, { weekday: 'short' });
  return names
    .replace(
      /(^|, )([1-7]{1,7})(?=-less|, |$)/g,
      (_, before: string, digits: string) =>
        before + [...digits.matchAll(/\d/g)].map(([one]) => dayName(one)).join(' '),
    )
    .replaceAll('-less-federal-holidays', `, ${say('less_holidays')}`);
}
