import type { Institution } from '../members/institution.ts';

/**
 * What leaves open whose site is served.
 * @param slug the institution's short name; absent: there must be exactly one
 * @returns sentences that say what to do; none where it is clear
 */
export function portalProblems(
  institutions: readonly Institution[],
  slug: string | undefined,
): string[] {
  const names = institutions.map((one) => one.slug);
  if (names.length === 0)
    return [
      'there is no institution yet: `tmm institution create` makes one (or set TMM_PORTAL=off)',
    ];
  if (slug === undefined && names.length > 1)
    return [`TMM_PORTAL_INSTITUTION: missing. There are several: ${names.join(', ')}`];
  if (slug !== undefined && !names.includes(slug))
    return [`TMM_PORTAL_INSTITUTION: there is no ‘${slug}’, but ${names.join(', ')}`];
  return [];
}
