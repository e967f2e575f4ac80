import type { z } from 'zod';
import type { Language } from '../kernel/vocabulary/language.ts';
import { packs } from '../languages/index.ts';
import { sayOf } from '../languages/say.ts';

/**
 * Says for each field what is wrong with its value.
 * @param input the values, so that an empty field reads as empty and not as too short
 */
export function fieldFaults(
  error: z.ZodError,
  input: unknown,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    error.issues.map((issue) => [
      issue.path.join('.') || 'input',
      wording(issue, isEmptyAt(input, issue.path), language),
    ]),
  );
}

function wording(issue: z.core.$ZodIssue, isEmpty: boolean, language: Language): string {
  const say = sayOf(packs[language].site.fieldFaults);
  if (isEmpty) return say('missing');
  if (issue.code === 'too_big' && issue.origin === 'string')
    return say('too_long', { count: String(issue.maximum) });
  if (issue.code === 'too_small' && issue.origin === 'string')
    return say('too_short', { count: String(issue.minimum) });
  return say('malformed');
}

function isEmptyAt(input: unknown, path: readonly PropertyKey[]): boolean {
  let value: unknown = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
