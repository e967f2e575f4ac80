import type { Told } from '../../operations/perform.ts';

/**
 * Tells whether a refusal's sentence appears at one of the page's fields, so that the page need not
 * repeat it on top. If several fields are wrong, the page shows another sentence on top as well.
 */
export function isSaidAtField(refused: Told | undefined, fields: readonly string[]): boolean {
  return refused !== undefined && fields.some((name) => refused.fields[name] === refused.text);
}
