/** The tokens of one institution's X account. */
export interface XTokens {
  readonly accessToken: string;
  /** Used once: each refresh gives another. */
  readonly refreshToken?: string;
  readonly expiresAt: Temporal.Instant;
}

/**
 * Where an account's tokens are kept, sealed. X rotates refresh tokens, so a refresh runs alone (also across processes) and
 * what it gives is stored before it is used.
 */
export interface TokenStore {
  load(): Promise<XTokens | undefined>;
  /**
   * Runs `refresh` on what is stored now, with nobody else doing so, and stores what it gives.
   * @returns what stands afterwards
   */
  replace(
    refresh: (current: XTokens | undefined) => Promise<XTokens | undefined>,
  ): Promise<XTokens | undefined>;
}

/** The newest direct message that polling has seen. */
export interface SeenCursor {
  load(): Promise<string | undefined>;
  save(id: string): Promise<void>;
}
