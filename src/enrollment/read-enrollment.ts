import type { FollowBack } from '../kernel/vocabulary/follow-back.ts';
import type { EnrollableChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { enrollmentWordPlace, triesMax, type EnrollmentState } from './enrollment.ts';

/** Identifies an enrollment. Only the session that began it can see it. */
export interface EnrollmentPlace {
  readonly institutionId: number;
  readonly memberId: string;
  readonly sessionId: string;
  readonly id: string;
}

export interface EnrollmentView {
  readonly id: string;
  readonly channel: EnrollableChannel;
  readonly handle: string;
  readonly state: EnrollmentState;
  readonly triesLeft: number;
  readonly followBack: FollowBack | null;
  /** X: seen to follow (true), seen to have unfollowed (false), not known (null). */
  readonly follows: boolean | null;
  readonly expiresAt: Temporal.Instant;
  readonly addressId: string | null;
  /** To be sent from X. Absent once the enrollment is over. */
  readonly word?: string;
}

/** Reads an enrollment's state. @returns `undefined` if it is not this session's */
export async function readEnrollment(
  q: Queries,
  { keyring, now }: { readonly keyring: Keyring; readonly now: Temporal.Instant },
  place: EnrollmentPlace,
): Promise<EnrollmentView | undefined> {
  const [row] = await q.query<
    Omit<EnrollmentView, 'word' | 'triesLeft'> & { tries: number; encryptedWord: Uint8Array | null }
  >(
    `select id, channel, handle, state, tries, follow_back as "followBack", follows, expires_at as "expiresAt",
        address_id as "addressId", word_sealed as "encryptedWord"
      from enrolments where institution_id = $1 and id = $2 and member_id = $3 and session_id = $4`,
    [place.institutionId, place.id, place.memberId, place.sessionId],
  );
  if (!row) return undefined;
  const { encryptedWord, tries, ...rest } = row;
  const isOver = Temporal.Instant.compare(row.expiresAt, now) <= 0;
  const state = row.state === 'pending' && isOver ? 'expired' : row.state;
  return {
    ...rest,
    state,
    triesLeft: triesMax - tries,
    ...(state === 'pending' && encryptedWord
      ? {
          word: keyring.decrypt(
            'token',
            enrollmentWordPlace(place.institutionId, place.id),
            encryptedWord,
          ),
        }
      : {}),
  };
}
