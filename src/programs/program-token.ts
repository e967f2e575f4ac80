import { createHash } from 'node:crypto';
import type { Queries } from '../database/database.ts';
import type { Random } from '../kernel/random.ts';
import type { World } from '../kernel/world.ts';
import type { ProgramKey } from './program.ts';

/** Every program's token begins so: scanners for leaked secrets find it. */
const prefix = 'tmm_program_';

/** 256 bits, so nobody can guess one, and its hash needs no key. */
const tokenBytes = 32;

function hashOf(institutionId: number, token: string): Uint8Array {
  return createHash('sha256').update(`program token/${institutionId}/${token}`).digest();
}

function randomToken(random: Random): string {
  return `${prefix}${Buffer.from(random.bytes(tokenBytes)).toString('base64url')}`;
}

/**
 * Makes a program's token. An earlier one ends at once.
 * @returns the token, to show once; `undefined` if the program has ended or expired
 */
export async function makeProgramToken(
  tx: Queries,
  { clock, random }: Pick<World, 'clock' | 'random'>,
  { institutionId, id }: ProgramKey,
): Promise<string | undefined> {
  const token = randomToken(random);
  const rows = await tx.query(
    `update programs set token_hash = $3, token_made_at = $4
      where institution_id = $1 and id = $2 and ended_at is null and expires_at > $4 returning 1`,
    [institutionId, id, hashOf(institutionId, token), clock.now()],
  );
  return rows.length > 0 ? token : undefined;
}

/** A program that calls. */
export interface CallingProgram {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/**
 * Finds the program of a token. It records at most once a minute that the token was used.
 * @returns `undefined` for an unknown token, and for a program that ended or expired
 */
export async function programByToken(
  db: Queries,
  institutionId: number,
  token: string,
  at: Temporal.Instant,
): Promise<CallingProgram | undefined> {
  if (!token.startsWith(prefix)) return undefined;
  const [row] = await db.query<CallingProgram>(
    `with found as (
        select id, name, scopes, last_used_at from programs
        where institution_id = $1 and token_hash = $2 and ended_at is null and expires_at > $3
      ), used as (
        update programs p set last_used_at = $3 from found f
        where p.institution_id = $1 and p.id = f.id and (f.last_used_at is null or f.last_used_at <= $4)
        returning p.id
      )
      select id, name, scopes from found`,
    [institutionId, hashOf(institutionId, token), at, at.subtract({ seconds: 60 })],
  );
  return row;
}
