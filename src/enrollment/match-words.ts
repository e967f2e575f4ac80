import type { Language } from '../kernel/vocabulary/language.ts';
import { accountChannels, type AccountChannel } from '../channels/descriptors.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { addressKey } from '../members/bind-address.ts';
import type { Institution } from '../members/institution.ts';
import { completeEnrollments, type Proven } from './complete.ts';
import { triesMax, type EnrollmentState } from './enrollment.ts';
import { wordBlindIndexes } from './words.ts';

/** A message in the shape of a one-time code. */
export interface SaidWord {
  /** The message's key. */
  readonly key: string;
  readonly channel: AccountChannel;
  /** The sender's stable id. */
  readonly address: string;
  readonly word: string;
  /** It reads as no command, so a wrong one costs a try. */
  readonly isNothingElse: boolean;
  /** Signed with the keys that are known of the account. */
  readonly isSigned: boolean;
  /** The member and address that this account already serves. */
  readonly bound?: { readonly memberId: string; readonly addressId: string };
}

/** The result of a one-time code in a message. */
export type Matched =
  | {
      readonly matched: 'completed';
      readonly memberId: string;
      readonly addressId: string;
      readonly isNew: boolean;
      readonly isLocked: boolean;
      readonly language: Language | null;
      readonly defaultShareId: string | null;
    }
  /** An enrollment ended, or lost a try. The page shows it; the sender gets the usual answer. */
  | { readonly matched: 'missed' };

interface Row extends Omit<Proven, 'ownAddressId' | 'isSigned'> {
  readonly blindIndex: Uint8Array;
  readonly wordBlindIndex: Uint8Array;
  readonly tries: number;
  readonly expiresAt: Temporal.Instant;
  readonly language: Language | null;
  readonly defaultShareId: string | null;
}

// Finds enrollments by the account that wrote, for right and wrong codes, and by the code, for a wrong account.
const statement = {
  name: 'enrollments_match',
  text: `select e.id, e.channel, e.member_id as "memberId", e.lookup as "blindIndex", e.address, e.handle,
      e.word_lookup as "wordBlindIndex", e.tries,
      e.may_move_money as "mayMoveMoney", e.per_transfer as "perTransfer", e.per_day as "perDay",
      e.expires_at as "expiresAt", m.language, m.default_share_id as "defaultShareId"
    from enrolments e
    join members m on m.institution_id = $1 and m.id = e.member_id
    where e.institution_id = $1 and e.channel = any($4::text[]) and e.state = 'pending'
      and (e.lookup = any($2::bytea[]) or e.word_lookup = any($3::bytea[]))
    order by e.id
    for update of e`,
};

/**
 * Matches one-time codes that came from an account with open enrollments. Runs in the conversation's transaction, after the
 * senders' conversations are locked. A code binds an account only if it comes from that same account.
 * @returns the results by the message's key; messages that match no enrollment are not in it
 */
export async function matchWords(
  tx: Queries,
  context: { readonly keyring: Keyring; readonly world: World; readonly institution: Institution },
  said: readonly SaidWord[],
): Promise<Map<string, Matched>> {
  const { keyring, world, institution } = context;
  const now = world.clock.now();
  const known = said.map((one) => ({
    ...one,
    blindIndexes: keyring
      .blindIndexes('address', addressKey(institution.id, one.channel, one.address))
      .map(asText),
    words: wordBlindIndexes(keyring, institution.id, one.word).map(asText),
  }));
  const rows = await tx.query<Row>(statement, [
    institution.id,
    known.flatMap(({ blindIndexes }) => blindIndexes.map(asBytes)),
    known.flatMap(({ words }) => words.map(asBytes)),
    accountChannels,
  ]);
  const matched = new Map<string, Matched>();
  if (rows.length === 0) return matched;
  const proven: { one: SaidWord; row: Row }[] = [];
  const changes = new Map<string, { tries: number; state: EnrollmentState }>();
  const isOver = ({ expiresAt }: Row) => Temporal.Instant.compare(expiresAt, now) <= 0;
  const end = (row: Row, state: EnrollmentState) =>
    changes.set(row.id, { tries: row.tries, state });
  for (const one of known) {
    const own = rows.filter((row) => one.blindIndexes.includes(asText(row.blindIndex)));
    const right = own.find((row) => one.words.includes(asText(row.wordBlindIndex)));
    const foreign = rows.filter(
      (row) => !own.includes(row) && one.words.includes(asText(row.wordBlindIndex)),
    );
    if (own.length + foreign.length === 0) continue;
    if (right || foreign.length > 0 || one.isNothingElse)
      matched.set(one.key, { matched: 'missed' });
    for (const row of foreign) end(row, isOver(row) ? 'expired' : 'wrong_sender');
    if (right && isOver(right)) end(right, 'expired');
    else if (right && one.bound && one.bound.memberId !== right.memberId)
      end(right, 'bound_elsewhere');
    else if (right) proven.push({ one, row: right });
    else if (foreign.length === 0 && one.isNothingElse) {
      for (const row of own) {
        if (isOver(row)) {
          end(row, 'expired');
          continue;
        }
        const tries = (changes.get(row.id)?.tries ?? row.tries) + 1;
        changes.set(row.id, { tries, state: tries >= triesMax ? 'wrong_tries' : 'pending' });
      }
    }
  }
  await writeChanges(tx, institution.id, { changes, now });
  const completed = await completeEnrollments(
    tx,
    context,
    proven.map(({ one: { bound, isSigned }, row }) => ({
      ...row,
      isSigned,
      ...(bound ? { ownAddressId: bound.addressId } : {}),
    })),
  );
  for (const [index, { one, row }] of proven.entries()) {
    const done = completed[index];
    if (!done) continue;
    const { memberId, language, defaultShareId } = row;
    matched.set(one.key, { matched: 'completed', memberId, language, defaultShareId, ...done });
  }
  return matched;
}

async function writeChanges(
  tx: Queries,
  institutionId: number,
  {
    changes,
    now,
  }: {
    changes: ReadonlyMap<string, { tries: number; state: EnrollmentState }>;
    now: Temporal.Instant;
  },
): Promise<void> {
  if (changes.size === 0) return;
  await tx.query(
    `update enrolments e set tries = n.tries, state = n.state,
        ended_at = case when n.state = 'pending' then null else $5::timestamptz end,
        word_sealed = case when n.state = 'pending' then e.word_sealed end
      from unnest($2::uuid[], $3::int[], $4::text[]) as n (id, tries, state)
      where e.institution_id = $1 and e.id = n.id`,
    [
      institutionId,
      [...changes.keys()],
      [...changes.values()].map(({ tries }) => tries),
      [...changes.values()].map(({ state }) => state),
      now,
    ],
  );
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function asBytes(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
