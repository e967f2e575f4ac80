/** A signed-in member in one browser. */
export interface Session {
  readonly id: string;
  readonly institutionId: number;
  readonly memberId: string;
  readonly device: string;
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  /** When the member last gave proof here, by passkey or by password with second factor. `neverProven`: another online bank signed them in. */
  readonly verifiedAt: Temporal.Instant;
  /** When it ends in any case. */
  readonly expiresAt: Temporal.Instant;
}
