/** The tokens of one institution's X account. */
export interface XTokens {
  readonly accessToken: string;
  /** Used once: each refresh returns another. */
  readonly refreshToken?: string;
  readonly expiresAt: Temporal.Instant;
}

/**
 * Stores an account's tokens, encrypted. X rotates refresh tokens, so only one refresh runs at a time (across processes too), and
 * its result is stored before use.
 */
export interface TokenStore {
  load(): Promise<XTokens | undefined>;
  /**
   * Runs `refresh` on the stored tokens exclusively, and stores its result.
   * @returns the tokens stored afterward
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
