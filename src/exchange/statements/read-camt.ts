import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { UnreadableFile } from '../files/unreadable-file.ts';
import type { Statement, StatementEntry } from './statement.ts';

const listed = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(item), item])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

const text = z.string().default('');

const date = z.object({ Dt: text, DtTm: text }).optional();

const details = z.object({
  Refs: z.object({ EndToEndId: text }).optional(),
  RmtInf: z.object({ Ustrd: listed(z.string()) }).optional(),
});

const entry = z.object({
  Amt: z.union([
    z.string().transform((figure) => ({ figure, currency: '' })),
    z
      .object({ '#text': z.string(), '@Ccy': text })
      .transform((amount) => ({ figure: amount['#text'], currency: amount['@Ccy'] })),
  ]),
  CdtDbtInd: z.enum(['CRDT', 'DBIT']),
  Sts: z.union([z.string(), z.object({ Cd: text }).transform(({ Cd }) => Cd)]).default('BOOK'),
  BookgDt: date,
  AcctSvcrRef: text,
  NtryRef: text,
  AddtlNtryInf: text,
  NtryDtls: listed(z.object({ TxDtls: listed(details) })),
});

const statement = z.object({
  Acct: z.object({
    Id: z.object({ IBAN: z.string().optional(), Othr: z.object({ Id: z.string() }).optional() }),
  }),
  Ntry: listed(entry),
});

const document = z.object({
  Document: z.object({ BkToCstmrStmt: z.object({ Stmt: listed(statement) }) }),
});

/**
 * Reads a statement of ISO 20022, camt.053 of any version. Only booked entries count.
 * @throws UnreadableFile if it is none
 */
export function readCamt(content: string): Statement[] {
  const valid = XMLValidator.validate(content);
  if (valid !== true) throw new UnreadableFile(`it is no XML: ${valid.err.msg}`, valid.err.line);
  const parsed: unknown = new XMLParser({
    ignoreAttributes: (name) => name !== 'Ccy',
    attributeNamePrefix: '@',
    parseTagValue: false,
    processEntities: true,
    removeNSPrefix: true,
  }).parse(content);
  const read = document.safeParse(parsed);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new UnreadableFile(
      `it is no statement of the form camt.053: ${issue ? `${issue.path.join('/')}: ${issue.message}` : ''}`,
    );
  }
  return read.data.Document.BkToCstmrStmt.Stmt.map(({ Acct, Ntry }) => ({
    account: (Acct.Id.IBAN ?? Acct.Id.Othr?.Id ?? '').trim(),
    entries: Ntry.filter(({ Sts }) => Sts === 'BOOK').map(entryOf),
  }));
}

function entryOf(one: z.output<typeof entry>): StatementEntry {
  const all = one.NtryDtls.flatMap(({ TxDtls }) => TxDtls);
  // An entry of several transactions is none of ours: each of ours is an entry.
  const [only, ...others] = all;
  const isOut = one.CdtDbtInd === 'DBIT';
  const id = others.length === 0 ? (only?.Refs?.EndToEndId ?? '').trim() : '';
  const words = all.flatMap(({ RmtInf }) => RmtInf?.Ustrd ?? []);
  return {
    id: one.AcctSvcrRef.trim() || one.NtryRef.trim(),
    // The day as the institution wrote it: no time zone is applied.
    day: (one.BookgDt?.Dt || one.BookgDt?.DtTm || '').trim().slice(0, 10),
    amount: `${isOut ? '-' : ''}${one.Amt.figure.trim()}`,
    kind: isOut ? 'withdrawal' : 'deposit',
    checkNumber: '',
    description: [one.AddtlNtryInf.trim(), ...words].filter(Boolean).join(' ').slice(0, 500),
    endToEndId: id === 'NOTPROVIDED' ? '' : id,
    currency: one.Amt.currency.trim(),
  };
}
