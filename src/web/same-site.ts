/**
 * Whether a request that changes something came from our own pages, or from no page at all. Browsers say so in `Sec-Fetch-Site`; old
 * ones in `Origin` alone. Cookies are SameSite=Lax besides.
 * @param publicUrl where members reach the site
 */
export function fromThisSite(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  // `none`: the person themselves, by the address bar or a bookmark.
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return origin === new URL(publicUrl).origin;
}
