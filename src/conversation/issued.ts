import { nameOf as invitationName } from '../access/invitations.ts';
import { nameOf as recoveryName } from '../access/recovery-codes.ts';
import type { Queries } from '../database/database.ts';
import { wordIn, wordBlindIndexes } from '../enrollment/words.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { ownCode } from '../members/code-rules.ts';
import { codeKey } from '../members/codes.ts';
import { plainText } from '../secrets/plain-text.ts';

/** A text, and the member who wrote it if known. */
export interface Written {
  readonly text: string;
  readonly memberId?: string | undefined;
}

type Places = readonly (readonly [number, number])[];

interface Candidate {
  readonly typed: string;
  readonly place: readonly [number, number];
  readonly kind: 'code' | 'word' | 'secret';
}

const statement = {
  name: 'issued_codes',
  text: `select 'code' as kind, a.member_id as "memberId", c.address_id as id, c.lookup
      from addresses a join codes c on c.institution_id = $1 and c.address_id = a.id
      where a.institution_id = $1 and a.member_id = any($2::uuid[])
    union all
    select 'recovery', member_id, member_id, lookup from recovery_codes
      where institution_id = $1 and member_id = any($2::uuid[])
    union all
    select 'invitation', member_id, member_id, lookup from invitations
      where institution_id = $1 and member_id = any($2::uuid[])
    union all
    select 'word', member_id, member_id, word_lookup from enrolments
      where institution_id = $1 and word_lookup = any($3::bytea[])`,
};

interface Row {
  readonly kind: 'code' | 'recovery' | 'invitation' | 'word';
  readonly memberId: string;
  readonly id: string;
  readonly lookup: Uint8Array;
}

/**
 * Finds codes that we issued in texts: a member's own codes of all versions, recovery and activation codes, one-time codes. Looks
 * them up by their keyed hashes, in one statement for all texts, or none if no text has the shape of a code.
 * @returns the places in each text
 */
export async function findIssued(
  tx: Queries,
  keyring: Keyring,
  institutionId: number,
  written: readonly Written[],
): Promise<readonly Places[]> {
  const looked = written.map(({ text, memberId }) => ({
    memberId,
    candidates: candidatesIn(text).filter(({ kind }) => kind === 'word' || memberId !== undefined),
  }));
  const asking = looked.filter(({ candidates }) => candidates.length > 0);
  if (asking.length === 0) return written.map(() => []);
  const words = asking.flatMap(({ candidates }) =>
    candidates.filter(({ kind }) => kind === 'word'),
  );
  const rows = await tx.query<Row>(statement, [
    institutionId,
    [...new Set(asking.flatMap(({ memberId }) => memberId ?? []))],
    words.flatMap(({ typed }) => wordBlindIndexes(keyring, institutionId, typed)),
  ]);
  return looked.map(({ memberId, candidates }) => {
    const own = rows.filter((row) => row.kind === 'word' || row.memberId === memberId);
    return candidates
      .filter((candidate) => own.some((row) => isSame(keyring, institutionId, candidate, row)))
      .map(({ place }) => place);
  });
}

function isSame(
  keyring: Keyring,
  institutionId: number,
  { typed, kind }: Candidate,
  row: Row,
): boolean {
  const lookups = () => {
    const key = { institutionId, memberId: row.memberId };
    if (row.kind === 'word')
      return kind === 'word' ? wordBlindIndexes(keyring, institutionId, typed) : [];
    if (row.kind === 'code')
      return kind === 'code'
        ? keyring.blindIndexes('code', codeKey(institutionId, row.id, typed))
        : [];
    if (kind !== 'secret') return [];
    const name = row.kind === 'recovery' ? recoveryName(key, typed) : invitationName(key, typed);
    return keyring.blindIndexes('token', name);
  };
  return lookups().some((lookup) => Buffer.from(lookup).equals(row.lookup));
}

/** No text written by a person has more. */
const candidatesMax = 40;

/** The parts of a text with the shape of a code: in one piece, or in equal pieces joined by spaces, dots or dashes. */
function candidatesIn(text: string): Candidate[] {
  const { cased, place } = plainText(text);
  const pieces = [...cased.matchAll(/[a-z0-9]+/gi)].map(({ 0: piece, index }) => ({
    piece,
    start: index,
    end: index + piece.length,
  }));
  const found: Candidate[] = [];
  for (const [first, { piece, start }] of pieces.entries()) {
    let typed = '';
    let isMixed = false;
    let isApart = false;
    for (const [offset, one] of pieces.slice(first, first + 12).entries()) {
      const before = pieces[first + offset - 1];
      const isNext = offset === 0 || /^[\s._-]{1,3}$/.test(cased.slice(before?.end, one.start));
      if (!isNext || one.piece.length !== piece.length || typed.length >= 12) break;
      isApart ||=
        before !== undefined && offset > 0 && /\s/.test(cased.slice(before.end, one.start));
      typed += one.piece;
      isMixed ||= /\d/.test(one.piece) && /[a-z]/i.test(one.piece);
      const isWhole = !isApart || isMixed || typed === typed.toUpperCase();
      const kind = isWhole ? kindOf(typed.toUpperCase(), !isApart) : undefined;
      if (kind) found.push({ typed: typed.toUpperCase(), place: place(start, one.end), kind });
    }
    if (found.length > candidatesMax) break;
  }
  return found;
}

function kindOf(typed: string, isOnePiece: boolean): Candidate['kind'] | undefined {
  if (!isOnePiece && !/\d/.test(typed)) return undefined;
  if (typed.length === 6) return 'code' in ownCode(typed, '') ? 'code' : undefined;
  if (typed.length === 8)
    return /^\d{8}$/.test(typed) || wordIn(typed) === typed ? 'word' : undefined;
  const isSecret =
    (typed.length === 10 || typed.length === 12) && /\d/.test(typed) && /[A-Z]/.test(typed);
  return isSecret ? 'secret' : undefined;
}
