import { hostOfUrl } from '../kernel/public-url.ts';
import type { Institution } from '../members/institution.ts';

/**
 * Finds settings that don't say which institution's site is served at which host.
 * @param given `slug` is the short name of the institution at the installation's address,
 * `publicUrl` that address
 * @returns sentences that say what to do; none if the settings are clear
 */
export function portalProblems(
  institutions: readonly Institution[],
  {
    slug,
    publicUrl,
  }: { readonly slug: string | undefined; readonly publicUrl: string | undefined },
): string[] {
  const names = institutions.map((one) => one.slug);
  if (names.length === 0)
    return [
      'there is no institution yet: `tmm institution create` creates one (or set TMM_PORTAL=off)',
    ];
  if (slug !== undefined && !names.includes(slug))
    return [`TMM_PORTAL_INSTITUTION: there is no ‘${slug}’, but ${names.join(', ')}`];
  const without = institutions.filter(({ settings }) => settings.publicUrl === undefined);
  const problems: string[] = [];
  if (slug !== undefined && !without.some((one) => one.slug === slug))
    problems.push(
      `TMM_PORTAL_INSTITUTION: ‘${slug}’ has a \`publicUrl\` of its own, and its site is there. Remove one of the two`,
    );
  if (slug === undefined && without.length > 1)
    problems.push(
      `TMM_PORTAL_INSTITUTION: missing. Several have no \`publicUrl\` of their own: ${without.map((one) => one.slug).join(', ')}`,
    );
  const host = publicUrl === undefined ? undefined : hostOfUrl(publicUrl);
  const same = institutions.find(
    ({ settings }) => settings.publicUrl !== undefined && hostOfUrl(settings.publicUrl) === host,
  );
  if (same && without.length > 0)
    problems.push(
      `TMM_PUBLIC_URL: it is the \`publicUrl\` of ‘${same.slug}’, so nothing is left for ${without.map((one) => one.slug).join(', ')}`,
    );
  return problems;
}
