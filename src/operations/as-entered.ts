import { plainField, visibleText } from '../kernel/typed.ts';
import { wellFormed } from '../messages/redact.ts';

/** Prose and names: their letters stay as typed. */
const prose: ReadonlySet<string> = new Set([
  'text',
  'name',
  'nickname',
  'search',
  'note',
  'outcome',
]);

/**
 * Cleans a field of a form or of the API: drops invisible characters and makes digits plain.
 * Leaves a password as typed: hashing and comparing normalize it, in one way.
 */
export function asEntered(name: string, value: string): string {
  const clean = wellFormed(value);
  if (name === 'password') return clean;
  return prose.has(name) ? visibleText(clean) : plainField(clean);
}
