import { proofOf, type RecordProof } from '../audit/proof.ts';
import { chainHead } from '../audit/head.ts';
import type { Provable, Unprovable } from '../audit/provable.ts';
import type { RecordPart } from '../audit/record-part.ts';
import { chainRowsOf } from '../audit/signed-batch.ts';
import { present } from '../kernel/assert.ts';
import type { Database, Queries } from '../database/database.ts';
import { booksPart } from '../ledger/verify/books-part.ts';
import { messagesPart } from './messages-part.ts';

/** Proves that a row is in the record as it is stored now. */
export async function prove(
  db: Database,
  institutionId: number,
  of: Provable,
): Promise<RecordProof | Unprovable> {
  return db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read read only');
    const batchId = await batchIdOf(tx, institutionId, of);
    if (batchId === undefined) return 'unknown';
    const [row] = batchId === null ? [] : await chainRowsOf(tx, institutionId, [batchId]);
    if (!row) return 'not_recorded';
    if (row.format === 1) return 'first_format';
    const part: RecordPart = of.what === 'transaction' ? booksPart : messagesPart;
    const batch = { id: row.batchId, number: row.number, leafFormat: 1 };
    const contents = (await part.contents(tx, institutionId, [batch])).get(row.batchId) ?? [];
    const head = present(await chainHead(tx, institutionId), 'a chain with a row has a head');
    const own = contents.filter((content) => isOf(content, of));
    return proofOf(row, own, head) ?? 'altered';
  });
}

/** @returns `undefined` where there is no such row */
async function batchIdOf(
  q: Queries,
  institutionId: number,
  of: Provable,
): Promise<string | null | undefined> {
  const statements: Readonly<Record<Provable['what'], string>> = {
    outbound: 'select batch_id as id from outbound where institution_id = $1 and id = $2',
    inbound:
      'select batch_id as id from inbound where institution_id = $1 and external_id = $2 and channel = $3',
    transaction: 'select batch_id as id from transactions where institution_id = $1 and id = $2',
  };
  const [row] = await q.query<{ id: string | null }>(statements[of.what], [
    institutionId,
    of.id,
    ...(of.what === 'inbound' ? [of.channel] : []),
  ]);
  return row && row.id;
}

/** Whether the content of a leaf is of what is to be proven. The fields stand where the parts put them. */
function isOf(content: string, of: Provable): boolean {
  const fields: unknown = JSON.parse(content);
  if (!Array.isArray(fields)) return false;
  const [, kind, first, second, third] = fields;
  switch (of.what) {
    case 'outbound':
      return kind === 'out' && first === of.id;
    case 'inbound':
      return kind === 'in' && first === of.channel && second === of.id;
    case 'transaction':
    default:
      return (kind === 'transaction' && first === of.id) || (kind === 'entry' && third === of.id);
  }
}
