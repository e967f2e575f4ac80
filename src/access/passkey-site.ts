/** The site that passkeys belong to. */
export interface Site {
  /** The site's public URL, such as `https://bank.example`. */
  readonly publicUrl: string;
  /** The site's name in the browser's prompt. */
  readonly name: string;
}

/** Returns the relying party and the only accepted origin, both from the site's URL. */
export function siteOf({ publicUrl }: Pick<Site, 'publicUrl'>): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { rpID: hostname, origin };
}

/**
 * Returns the challenge that a browser claims to answer.
 * @returns `undefined` if it is unreadable
 */
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
