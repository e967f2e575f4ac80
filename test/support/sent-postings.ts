import type { Database } from '../../src/database/database.ts';
import { canonicalRows } from '../../src/exchange/files/canonical-rows.ts';
import { csvRows } from '../../src/exchange/files/csv-rows.ts';
import { formatOf, ownMapping } from '../../src/exchange/files/mapping.ts';
import { listAccounts } from '../../src/exchange/listed-accounts.ts';
import { endToEndId } from '../../src/exchange/postings/end-to-end-id.ts';
import { makePostingFile } from '../../src/exchange/postings/make-file.ts';
import { post } from '../../src/ledger/post.ts';
import { staffActor } from './actor.ts';
import { institutionFromFiles } from './import-files.ts';

export const shares = `member_number,suffix,kind,balance
104,9,share draft,100.00
104,1,share,5.00
`;
export const header =
  'external_id,member_number,suffix,effective_on,amount,description,balance,end_to_end_id\n';
const first = `${header}1,104,9,2026-11-02,100.00,PAYROLL,100.00,
2,104,1,2026-11-02,5.00,OPEN,5.00,
`;
export const since = Temporal.PlainDate.from('2026-11-01');

/** Books from a file, and a transfer of 20.00 from 9 to 1 that was sent to the core. */
export async function sentPostings(db: Database, amount = 2_000n) {
  const books = await institutionFromFiles(db);
  const { institution, world, keyring } = books;
  await books.bring({ shares, transactions: first });
  const accounts = new Map(
    (await listAccounts(db, institution.id)).map(({ share, accountId }) => [share, accountId]),
  );
  const place = { institutionId: institution.id, world };
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const move = async (key: string) => {
    const [outcome] = await post(db, {
      ...place,
      keyring,
      orders: [
        {
          order: 'transfer',
          key,
          effectiveOn: today,
          fromAccountId: accounts.get('104/9') ?? '',
          toAccountId: accounts.get('104/1') ?? '',
          amount,
          kind: 'transfer',
          fromDescription: 'TO 1',
          toDescription: 'FROM 9',
        },
      ],
    });
    if (outcome?.outcome !== 'posted') throw new Error('the transfer posts');
    return endToEndId(outcome.transactionId);
  };
  const id = await move('web:1');
  const actor = staffActor('Kim', 'daily file');
  const send = async () => makePostingFile(db, place);
  const linesOf = async () =>
    db.query(
      'select state, external_id as "externalId" from posting_lines where institution_id = $1 order by amount',
      [institution.id],
    );
  return { ...books, place, id, move, send, linesOf, today, deciding: { ...books, actor } };
}

/** The core's file of the next day, after it posted ours. */
export const back = (given: {
  today: Temporal.PlainDate;
  id: string;
  amount?: string;
  to?: string;
}) =>
  `${header}7,104,9,${given.today.toString()},-${given.amount ?? '20.00'},TO 1,80.00,${given.id}
8,104,1,${given.today.toString()},20.00,FROM 9,${given.to ?? '25.00'},${given.id}
`;

/** The rows of a file of shares with our own headers. */
export async function* rowsOf(text: string) {
  const bytes = (async function* () {
    yield await Promise.resolve(new TextEncoder().encode(text));
  })();
  yield* canonicalRows(csvRows(bytes, formatOf(ownMapping, 'shares')), 'shares', ownMapping, {
    currency: 'USD',
  });
}
