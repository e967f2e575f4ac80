import type { LetterKind } from '../kernel/vocabulary/dispute.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Queries } from '../database/database.ts';

/** A letter of a dispute, as it was written. */
export interface Letter {
  readonly id: string;
  readonly caseReference: string;
  readonly memberId: string;
  readonly kind: LetterKind;
  readonly language: Language;
  readonly version: number;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string;
  readonly readAt: Temporal.Instant | null;
}

const columns = `id, case_reference as "caseReference", member_id as "memberId", kind, language, version, subject, paragraphs,
  written_at as "writtenAt", written_by as "writtenBy", read_at as "readAt"`;

/** The most letters in a list. */
const lettersMax = 200;

/** Stores a letter. */
export async function insertLetter(
  tx: Queries,
  institutionId: number,
  letter: Omit<Letter, 'readAt'>,
): Promise<void> {
  await tx.query(
    `insert into case_letters (institution_id, id, case_reference, member_id, kind, language, version, subject, paragraphs,
        written_at, written_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10, $11)`,
    [
      institutionId,
      letter.id,
      letter.caseReference,
      letter.memberId,
      letter.kind,
      letter.language,
      letter.version,
      letter.subject,
      letter.paragraphs,
      letter.writtenAt,
      letter.writtenBy,
    ],
  );
}

/** Lists the letters of a dispute, oldest first. */
export async function lettersOfCase(
  q: Queries,
  institutionId: number,
  reference: string,
): Promise<Letter[]> {
  return q.query<Letter>(
    `select ${columns} from case_letters where institution_id = $1 and case_reference = $2
      order by written_at, id limit ${lettersMax}`,
    [institutionId, reference],
  );
}

/** Lists a member's letters, newest first. */
export async function lettersOfMember(
  q: Queries,
  institutionId: number,
  memberId: string,
): Promise<Letter[]> {
  return q.query<Letter>(
    `select ${columns} from case_letters where institution_id = $1 and member_id = $2
      order by written_at desc, id desc limit ${lettersMax}`,
    [institutionId, memberId],
  );
}

/** Finds a letter. */
export async function findLetter(
  q: Queries,
  institutionId: number,
  id: string,
): Promise<Letter | undefined> {
  const [letter] = await q.query<Letter>(
    `select ${columns} from case_letters where institution_id = $1 and id = $2::uuid`,
    [institutionId, id],
  );
  return letter;
}

/** Notes when its member first read a letter. */
export async function noteLetterRead(
  q: Queries,
  institutionId: number,
  letter: { readonly id: string; readonly at: Temporal.Instant },
): Promise<void> {
  await q.query(
    `update case_letters set read_at = $3 where institution_id = $1 and id = $2::uuid and read_at is null`,
    [institutionId, letter.id, letter.at],
  );
}
