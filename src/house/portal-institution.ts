import type { Queries } from '../database/database.ts';
import { listInstitutions } from '../members/institution.ts';
import { configurationFault } from './config.ts';

/**
 * Makes sure that it is clear whose site is served.
 * @param slug the institution's short name; absent: there must be exactly one
 * @throws Fault `configuration` that says what to do
 */
export async function assertPortalInstitution(q: Queries, slug: string | undefined): Promise<void> {
  const all = await listInstitutions(q);
  const names = all.map((one) => one.slug);
  if (names.length === 0)
    throw configurationFault([
      'there is no institution yet: `tmm institution create` makes one (or set TMM_PORTAL=off)',
    ]);
  if (slug === undefined && names.length > 1)
    throw configurationFault([
      `TMM_PORTAL_INSTITUTION: missing. There are several: ${names.join(', ')}`,
    ]);
  if (slug !== undefined && !names.includes(slug))
    throw configurationFault([
      `TMM_PORTAL_INSTITUTION: there is no ‘${slug}’, but ${names.join(', ')}`,
    ]);
}
