/** A program that reads on the institution's behalf, by a token of its own. */
export interface Program {
  readonly id: string;
  readonly name: string;
  /** Operations of staff, or permissions of the table of roles. */
  readonly scopes: readonly string[];
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly expiresAt: Temporal.Instant;
  /** When its token was made. `null`: it has none. */
  readonly tokenMadeAt: Temporal.Instant | null;
  readonly lastUsedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Names one program of an institution. */
export interface ProgramKey {
  readonly institutionId: number;
  readonly id: string;
}
