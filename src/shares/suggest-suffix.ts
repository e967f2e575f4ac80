import type { Queries } from '../database/database.ts';
import { Bug } from '../kernel/assert.ts';
import { retiredSuffixes } from './retired-suffixes.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';

/** The letter of each kind, used once the digits are taken. */
const letters: Readonly<Record<ShareKind, string>> = {
  checking: 'C',
  savings: 'S',
  certificate: 'T',
  loan: 'L',
};

/**
 * Suggests a suffix for a member's next share: the lowest free digit, then the kind's letter with
 * two or three digits. It suggests none in use or recently given up.
 */
export async function suggestSuffix(
  q: Queries,
  place: { institutionId: number; memberId: string },
  { kind, now }: { kind: ShareKind; now: Temporal.Instant },
): Promise<string> {
  const rows = await q.query<{ suffix: string }>(
    'select suffix from share_owners where institution_id = $1 and member_id = $2',
    [place.institutionId, place.memberId],
  );
  const used = new Set(rows.map(({ suffix }) => suffix));
  const retired = await retiredSuffixes(q, place.institutionId, {
    memberIds: [place.memberId],
    now,
  });
  const isFree = (suffix: string) =>
    !used.has(suffix) && retired.get(place.memberId)?.has(suffix) !== true;
  for (const candidate of candidates(letters[kind])) if (isFree(candidate)) return candidate;
  throw new Bug('nobody has a thousand shares of one kind');
}

function* candidates(letter: string): Generator<string> {
  for (let digit = 0; digit <= 9; digit += 1) yield String(digit);
  for (let number = 1; number <= 999; number += 1)
    yield `${letter}${String(number).padStart(2, '0')}`;
}
