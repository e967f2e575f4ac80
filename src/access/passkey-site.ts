/** The site that passkeys belong to. */
export interface Site {
  /** Where members reach it, such as `https://bank.example`. */
  readonly publicUrl: string;
  /** What the browser calls it when it asks. */
  readonly name: string;
}

/** The relying party and the one origin from which answers are taken: both follow from where the site is. */
export function siteOf({ publicUrl }: Pick<Site, 'publicUrl'>): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { rpID: hostname, origin };
}

/** The challenge that a browser says it answers. @returns `undefined` where that can't be read */
export function challengeOf(clientDataJSON: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    if (typeof data !== 'object' || data === null || !('challenge' in data)) return undefined;
    return typeof data.challenge === 'string' && /^[\w-]{43}$/.test(data.challenge)
      ? data.challenge
      : undefined;
  } catch {
    return undefined;
  }
}
