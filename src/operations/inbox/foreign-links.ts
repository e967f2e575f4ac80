import type { InstitutionSettings } from '../../members/institution-settings.ts';

/** A web or mail address, with or without its scheme: `https://a.example/x`, `a.example`, `x@a.example`. */
const link =
  /[\p{L}\p{N}+.-]+:\/\/\S+|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?![\p{L}\p{N}])/gu;

/**
 * Finds links that don't lead to the institution: a member must be able to trust that no message of
 * ours leads elsewhere. The institution's own site, and what lies under it, is allowed.
 */
export function foreignLinksIn(
  text: string,
  { publicUrl, portalAddress }: Pick<InstitutionSettings, 'publicUrl' | 'portalAddress'>,
): string[] {
  const own = [publicUrl, portalAddress].flatMap((one) => hostOf(one ?? '') ?? []);
  return [...text.matchAll(link)].flatMap(({ 0: found }) => {
    const host = hostOf(found);
    const isOwn = own.some((one) => host === one || host?.endsWith(`.${one}`));
    return isOwn ? [] : [found];
  });
}

/** The host of a link; `undefined` for a text that is none, such as `your credit union’s site`. */
function hostOf(text: string): string | undefined {
  if (!text.includes('.') || /\s/u.test(text)) return undefined;
  const address = /^[\p{L}\p{N}+.-]+:\/\//u.test(text) ? text : `https://${text}`;
  const { protocol, username, hostname } = URL.parse(address) ?? {};
  if (hostname === undefined || username !== '') return undefined;
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : undefined;
}
