import { hash } from 'node:crypto';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { CoreEntry } from '../../core/core.ts';
import type { Share } from '../share.ts';
import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import type { Statement } from './statement.ts';
import { xml, type Element } from './xml.ts';

/** Whose statement it is, and when it was made. */
export interface OfxContext {
  readonly institutionName: string;
  /** Three letters, of ISO 639-2. */
  readonly language: string;
  readonly now: Temporal.Instant;
  /** What is available now, where the statement reaches to this day: what was available on a day long past is not known. */
  readonly available?: Amount | undefined;
}

/**
 * A statement as OFX 2.2 in XML, a bank statement (`BANKMSGSRSV1`) that programs for personal finance import.
 *
 * - A loan goes as `CREDITLINE` with signs turned round, as programs expect of a debt: what is owed is a negative balance, and
 *   a payment is positive. OFX's own loan messages are known to few programs.
 * - `BANKID` is no routing number, which we may not know: the institution's number here, so that it differs between
 *   institutions.
 * - `ACCTID` is `ofxAccountId`: never an account number, a member number or a suffix.
 * - `FITID` is that and the entry's sequence: the same in each download, and no other entry's.
 * - `DTPOSTED` is a bare date: a day is no instant, and a time with a zone would be another day to somebody, wherever it stands.
 * - A loan has no `AVAILBAL`: what is owed is not available.
 */
export function statementOfx(statement: Statement, context: OfxContext): string {
  const { share } = statement;
  return `${header}${xml([
    'OFX',
    [
      ['SIGNONMSGSRSV1', [['SONRS', signOn(share, context)]]],
      [
        'BANKMSGSRSV1',
        [
          [
            'STMTTRNRS',
            [
              // 0: nobody asked by OFX.
              ['TRNUID', '0'],
              ['STATUS', fine],
              ['STMTRS', response(statement, context)],
            ],
          ],
        ],
      ],
    ],
  ])}`;
}

const header = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
`;

const fine: readonly Element[] = [
  ['CODE', '0'],
  ['SEVERITY', 'INFO'],
];

const accountTypes: Readonly<Record<ShareKind, string>> = {
  checking: 'CHECKING',
  savings: 'SAVINGS',
  certificate: 'CD',
  loan: 'CREDITLINE',
};

function signOn(
  { institutionId }: Pick<Share, 'institutionId'>,
  { institutionName, language, now }: OfxContext,
): Element[] {
  return [
    ['STATUS', fine],
    ['DTSERVER', instantText(now)],
    ['LANGUAGE', language.toUpperCase()],
    [
      'FI',
      [
        ['ORG', cut(institutionName, 32)],
        ['FID', String(institutionId)],
      ],
    ],
  ];
}

function response(statement: Statement, { now, available }: OfxContext): Element[] {
  const { share, entries, from, to, month, closing } = statement;
  const accountId = ofxAccountId(share);
  const amountText = (amount: Amount) =>
    decimal(share.kind === 'loan' ? -amount : amount, currencyOf(share.currency)?.digits ?? 2);
  const isOver =
    Temporal.PlainDate.compare(to, month.toPlainDate({ day: month.daysInMonth })) === 0;
  return [
    ['CURDEF', share.currency],
    [
      'BANKACCTFROM',
      [
        ['BANKID', String(share.institutionId).padStart(9, '0')],
        ['ACCTID', accountId],
        ['ACCTTYPE', accountTypes[share.kind]],
      ],
    ],
    [
      'BANKTRANLIST',
      [
        ['DTSTART', dayText(from)],
        ['DTEND', dayText(to)],
        ...entries.map((entry): Element => [
          'STMTTRN',
          transaction(entry, { accountId, amount: amountText(entry.amount) }),
        ]),
      ],
    ],
    [
      'LEDGERBAL',
      [
        ['BALAMT', amountText(closing)],
        ['DTASOF', isOver && available === undefined ? dayText(to) : instantText(now)],
      ],
    ],
    ...(available === undefined || share.kind === 'loan'
      ? []
      : [
          [
            'AVAILBAL',
            [
              ['BALAMT', amountText(available)],
              ['DTASOF', instantText(now)],
            ],
          ] satisfies Element,
        ]),
  ];
}

/** In the order of the specification, 11.4.4.1. */
function transaction(
  entry: CoreEntry,
  { accountId, amount }: { accountId: string; amount: string },
): Element[] {
  const description = entry.description.trim().replaceAll(/\s+/g, ' ');
  const name = cut(description, 32) || entry.kind;
  return [
    ['TRNTYPE', transactionType(entry.kind, amount)],
    ['DTPOSTED', dayText(entry.effectiveOn)],
    ['TRNAMT', amount],
    ['FITID', `${accountId}-${entry.sequence}`],
    ...(entry.checkNumber === undefined
      ? []
      : [['CHECKNUM', cut(entry.checkNumber, 12)] satisfies Element]),
    ['NAME', name],
    ...(name === description || description === ''
      ? []
      : [['MEMO', cut(description, 255)] satisfies Element]),
  ];
}

const transactionTypes: ReadonlyMap<string, string> = new Map([
  ['deposit', 'DEP'],
  ['check', 'CHECK'],
  ['transfer', 'XFER'],
  ['fee', 'FEE'],
  ['dividend', 'DIV'],
  ['interest', 'INT'],
  ['card', 'POS'],
  ['payment', 'PAYMENT'],
]);

function transactionType(kind: string, amount: string): string {
  return transactionTypes.get(kind) ?? (amount.startsWith('-') ? 'DEBIT' : 'CREDIT');
}

/**
 * What a share is called in OFX: 20 letters and digits that say nothing of it, the same for ever and for each of its owners
 * (`ACCTID` has room for 22). It does not change with suffix or nickname, so that a program keeps knowing the account.
 */
export function ofxAccountId({ id, institutionId }: Pick<Share, 'id' | 'institutionId'>): string {
  const digest = hash('sha256', `ofx account ${institutionId} ${id}`, 'buffer');
  return digest.toString('hex').slice(0, 20).toUpperCase();
}

function dayText(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '');
}

function instantText(at: Temporal.Instant): string {
  return `${at.toString({ smallestUnit: 'second' }).replaceAll(/[-:TZ]/g, '')}[0:GMT]`;
}

/** The first characters of a text, none of them in halves. */
function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('').trim();
}
