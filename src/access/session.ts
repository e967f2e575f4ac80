/** A member signed in, in one browser. */
export interface Session {
  readonly id: string;
  readonly institutionId: number;
  readonly memberId: string;
  readonly device: string;
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  /** When the member last proved to be it, by passkey or by password with second factor. */
  readonly verifiedAt: Temporal.Instant;
  /** When it ends whatever happens. */
  readonly expiresAt: Temporal.Instant;
}
