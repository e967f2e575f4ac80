import { hash } from 'node:crypto';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { CoreEntry } from '../../core/core.ts';
import type { Share } from '../share.ts';
import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import type { Statement } from './statement.ts';
import { xml, type Element } from './xml.ts';

/** The institution, and the time of the statement. */
export interface OfxContext {
  readonly institutionName: string;
  /** Three letters from ISO 639-2. */
  readonly language: string;
  readonly now: Temporal.Instant;
  /** The available balance now, if the statement includes today. For past days it is unknown. */
  readonly available?: Amount | undefined;
}

/**
 * Writes a statement as OFX 2.2 in XML: a bank statement (`BANKMSGSRSV1`) that personal finance
 * programs import.
 * - A loan is a `CREDITLINE` with reversed signs, as programs expect: a debt is a negative balance
 * and a payment is positive. Few programs know OFX's own loan messages.
 * - `BANKID` is the institution's number here, not a routing number, which we may not know. So it
 * differs between institutions.
 * - `ACCTID` is `ofxAccountId`: never an account number, a member number or a suffix.
 * - `FITID` is that with the entry's sequence: the same in each download, and unique to the entry.
 * - `DTPOSTED` is a date without time. With a time and a zone it would be another day in some
 * places.
 * - A loan has no `AVAILBAL`: a debt is not available.
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
              // 0: not a response to an OFX request.
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
 * Returns a share's id for OFX: 20 letters and digits without meaning, the same permanently and for
 * each owner (`ACCTID` has room for 22). It does not change with suffix or nickname, so programs
 * keep recognizing the account.
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

/** Cuts a text to a length without splitting a character. */
function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('').trim();
}
