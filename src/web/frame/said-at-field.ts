import type { Told } from '../../operations/perform.ts';

/**
 * Whether a refusal's own sentence stands at one of the fields that a page shows: above the form it would be said a second time. What is
 * wrong with several fields at once stands above too, since it is another sentence.
 */
export function isSaidAtField(refused: Told | undefined, fields: readonly string[]): boolean {
  return refused !== undefined && fields.some((name) => refused.fields[name] === refused.text);
}
