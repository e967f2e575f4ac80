import { transactionColumnNames } from '../../ledger/import/import-rows.ts';
import type { TableRecord } from '../../ledger/import/read-table.ts';
import type { Mapping } from '../files/mapping.ts';
import { readCamt } from './read-camt.ts';
import { readOfx } from './read-ofx.ts';
import type { Statement } from './statement.ts';

/** Whether a file has statements rather than rows, by its name. */
export function isStatementFile(path: string): boolean {
  return /\.(?:ofx|qfx|xml)$/i.test(path);
}

/**
 * Turns a file of statements into rows of transactions. A row's line is the number of its entry.
 * @param bytes OFX in Windows-1252 or UTF-8, or camt.053
 * @throws UnreadableFile if it is neither
 */
export async function* statementRecords(
  bytes: Uint8Array,
  mapping: Mapping,
): AsyncGenerator<TableRecord> {
  yield await Promise.resolve({ line: 0, fields: transactionColumnNames });
  let line = 0;
  for (const { account, entries } of statementsIn(bytes)) {
    const share = shareOf(account, mapping);
    const at = share?.lastIndexOf('/') ?? 0;
    for (const entry of entries) {
      line += 1;
      const fields = [
        externalId(entry.id, { account, share }),
        share?.slice(0, at) ?? '',
        share?.slice(at + 1) ?? '',
        entry.day,
        entry.amount,
        entry.kind,
        entry.checkNumber,
        entry.description,
        '',
        entry.endToEndId,
        entry.currency,
      ];
      const hidden = account.length > 4 ? `…${account.slice(-4)}` : account;
      yield share === undefined
        ? {
            line,
            fields,
            problem: `account ${hidden} has no member and suffix: say "accounts": { "NUMBER": "MEMBER/SUFFIX" } in the mapping`,
          }
        : { line, fields };
    }
  }
}

/**
 * Ids of statements are unique in an account only. The account's number never gets into one, since it stays in the books, in tasks and
 * in the audit log.
 */
function externalId(
  id: string,
  { account, share }: { readonly account: string; readonly share: string | undefined },
): string {
  if (id === '') return '';
  const own = account.length >= numberMin ? id.replaceAll(account, '#') : id;
  return `${share ?? ''}-${own}`;
}

/** Shorter numbers stand in ids by chance, and give nothing away. */
const numberMin = 6;

function statementsIn(bytes: Uint8Array): Statement[] {
  const utf8 = new TextDecoder().decode(bytes);
  if (/<Document[\s>]/.test(utf8)) return readCamt(utf8);
  const isWindows = /CHARSET:\s*1252/i.test(utf8.slice(0, 500)) && utf8.includes('\uFFFD');
  return readOfx(isWindows ? new TextDecoder('windows-1252').decode(bytes) : utf8);
}

/** `member/suffix` of a number in the file. */
function shareOf(account: string, mapping: Mapping): string | undefined {
  return (
    mapping.accounts[account] ??
    (/^[0-9A-Za-z-]+\/[0-9A-Za-z]+$/.test(account) ? account : undefined)
  );
}
