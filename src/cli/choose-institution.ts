import type { Queries } from '../database/database.ts';
import { listInstitutions, type Institution } from '../members/institution.ts';
import { UsageError } from './usage-error.ts';
import { shown } from './words.ts';

export const institutionOption = { institution: { type: 'string' } } as const;

export const institutionHelp = '  --institution SLUG   which institution, if there are several';

/** Finds the institution of this short name. Without a name, finds the only one. */
export async function chooseInstitution(
  q: Queries,
  slug: string | undefined,
): Promise<Institution> {
  const all = await listInstitutions(q);
  const names = all.map((one) => one.slug).join(', ');
  if (slug !== undefined) {
    const found = all.find((one) => one.slug === slug);
    if (!found)
      throw new UsageError(
        `there is no institution ‘${shown(slug)}’${names ? `; the institutions are ${names}` : ''}`,
      );
    return found;
  }
  const [only] = all;
  if (!only)
    throw new UsageError('there is no institution yet: create one with `tmm institution create`');
  if (all.length > 1)
    throw new UsageError(`there are several institutions: give --institution with one of ${names}`);
  return only;
}
