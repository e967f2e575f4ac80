import type { Queries } from '../database/database.ts';
import { Bug } from '../kernel/assert.ts';
import { retiredSuffixes } from './retired-suffixes.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';

/** Once the digits are used up, by kind. */
const letters: Readonly<Record<ShareKind, string>> = {
  checking: 'C',
  savings: 'S',
  certificate: 'T',
  loan: 'L',
};

/**
 * What a member's next share may be called: the least free digit, then the kind's letter with two or three digits. Neither
 * one in use nor one given up lately.
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
  throw new Bug('nobody holds a thousand shares of one kind');
}

function* candidates(letter: string): Generator<string> {
  for (let digit = 0; digit <= 9; digit += 1) yield String(digit);
  for (let number = 1; number <= 999; number += 1)
    yield `${letter}${String(number).padStart(2, '0')}`;
}
