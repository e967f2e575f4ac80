/**
 * Returns the origin from which pages may load a logo. A URL's host may contain `;` and `,`, which
 * would end or split a directive of the Content-Security-Policy header. So only plain host names
 * pass.
 * @returns such as `https://cdn.example`; `undefined` if the URL is not safe in a header
 */
export function logoOrigin(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '')
    return undefined;
  return /^[a-z0-9.-]+$/.test(parsed.hostname) ? parsed.origin : undefined;
}
