import type { ConsoleReportTexts } from '../../../languages/console-texts.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { ConsoleRequest } from '../frame/console-env.ts';

/** What reports say in the person’s language. */
export function reportSay({
  language,
}: Pick<ConsoleRequest, 'language'>): Say<keyof ConsoleReportTexts> {
  return sayOf(packs[language].console.reports);
}

/** Gives the words of a reason or an intent: `limit_exceeded` as `limit exceeded`. They are names of the program, as the reference has them. */
export function nameText(name: string): string {
  return name.replaceAll('_', ' ');
}
