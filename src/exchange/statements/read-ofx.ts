import { parseSync } from 'ofx-js';
import { z } from 'zod';
import { UnreadableFile } from '../files/unreadable-file.ts';
import type { Statement, StatementEntry } from './statement.ts';

const text = z.coerce.string().default('');

const transaction = z.object({
  TRNTYPE: text,
  DTPOSTED: text,
  TRNAMT: text,
  FITID: text,
  CHECKNUM: text,
  NAME: text,
  MEMO: text,
  /** Of this transaction; `ORIGCURRENCY` only says from what it was converted. */
  CURRENCY: z.object({ CURSYM: text }).optional(),
});

const listed = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(item), item])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

const transactions = z.object({ STMTTRN: listed(transaction) }).optional();

const bank = z.object({
  STMTTRNRS: listed(
    z.object({
      STMTRS: z
        .object({
          CURDEF: text,
          BANKACCTFROM: z.object({ ACCTID: text }),
          BANKTRANLIST: transactions,
        })
        .optional(),
    }),
  ),
});

const card = z.object({
  CCSTMTTRNRS: listed(
    z.object({
      CCSTMTRS: z
        .object({
          CURDEF: text,
          CCACCTFROM: z.object({ ACCTID: text }),
          BANKTRANLIST: transactions,
        })
        .optional(),
    }),
  ),
});

const document = z.object({
  OFX: z.object({ BANKMSGSRSV1: bank.optional(), CREDITCARDMSGSRSV1: card.optional() }),
});

/** OFX's types of transactions that our books have another word for. The others follow from the sign. */
const kinds: Readonly<Record<string, string>> = {
  CHECK: 'check',
  FEE: 'fee',
  SRVCHG: 'fee',
  DIV: 'dividend',
  INT: 'dividend',
};

/**
 * Reads an OFX file, of version 1 or 2.
 * @throws UnreadableFile if it is none
 */
export function readOfx(content: string): Statement[] {
  let parsed: unknown;
  try {
    parsed = parseSync(content);
  } catch (error) {
    throw new UnreadableFile(`it is no OFX file: ${error instanceof Error ? error.message : ''}`);
  }
  const read = document.safeParse(parsed);
  if (!read.success) throw new UnreadableFile('it has no statements that OFX describes');
  const { BANKMSGSRSV1, CREDITCARDMSGSRSV1 } = read.data.OFX;
  const banks = (BANKMSGSRSV1?.STMTTRNRS ?? []).flatMap(({ STMTRS }) =>
    STMTRS ? [{ ...STMTRS, account: STMTRS.BANKACCTFROM.ACCTID }] : [],
  );
  const cards = (CREDITCARDMSGSRSV1?.CCSTMTTRNRS ?? []).flatMap(({ CCSTMTRS }) =>
    CCSTMTRS ? [{ ...CCSTMTRS, account: CCSTMTRS.CCACCTFROM.ACCTID }] : [],
  );
  return [...banks, ...cards].map(({ account, CURDEF, BANKTRANLIST }) => ({
    account: account.trim(),
    entries: (BANKTRANLIST?.STMTTRN ?? []).map((one) => entryOf(one, CURDEF)),
  }));
}

function entryOf(one: z.output<typeof transaction>, currency: string): StatementEntry {
  const amount = one.TRNAMT.trim().replace(',', '.').replace(/^\+/, '');
  return {
    id: one.FITID.trim(),
    // The day as the institution wrote it: no time zone is applied.
    day: one.DTPOSTED.trim().replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3'),
    amount,
    kind: kinds[one.TRNTYPE] ?? (amount.startsWith('-') ? 'withdrawal' : 'deposit'),
    checkNumber: one.CHECKNUM.trim(),
    description: [one.NAME.trim(), one.MEMO.trim()].filter(Boolean).join(' '),
    endToEndId: '',
    currency: (one.CURRENCY?.CURSYM || currency).trim(),
  };
}
