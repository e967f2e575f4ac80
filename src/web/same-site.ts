/**
 * Tells whether a change comes from our own pages, or from no page at all. Browsers say so in
 * `Sec-Fetch-Site`, old ones only in `Origin`. As a second defense, cookies are SameSite=Lax.
 * @param publicUrl the address of the site for members
 */
export function fromThisSite(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  // `none`: the person came through the address bar or a bookmark.
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return origin === new URL(publicUrl).origin;
}
