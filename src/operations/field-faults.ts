import type { z } from 'zod';
import type { Language } from '../kernel/vocabulary/language.ts';

/** The fault of one field, in the visitor's language. */
const faults = {
  missing: {
    en: 'Please fill this in.',
    fr: 'Veuillez remplir ce champ.',
    es: 'Complete este campo.',
  },
  too_long: {
    en: 'Use at most {count} characters.',
    fr: 'Utilisez au plus {count} caractères.',
    es: 'Use como máximo {count} caracteres.',
  },
  too_short: {
    en: 'Use at least {count} characters.',
    fr: 'Utilisez au moins {count} caractères.',
    es: 'Use al menos {count} caracteres.',
  },
  malformed: {
    en: 'This isn’t in the right format. Please check it.',
    fr: 'Le format n’est pas le bon. Veuillez vérifier.',
    es: 'El formato no es correcto. Revíselo.',
  },
} as const;

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
  if (isEmpty) return faults.missing[language];
  if (issue.code === 'too_big' && issue.origin === 'string')
    return faults.too_long[language].replace('{count}', String(issue.maximum));
  if (issue.code === 'too_small' && issue.origin === 'string')
    return faults.too_short[language].replace('{count}', String(issue.minimum));
  return faults.malformed[language];
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
