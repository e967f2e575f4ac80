import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { endToEndId } from './end-to-end-id.ts';
import type { NamedAccount, NamedLine } from './named-lines.ts';

/** A transfer between two accounts of members. */
interface Transfer {
  readonly from: NamedLine;
  readonly to: NamedLine;
  readonly amount: bigint;
}

/** Parts postings into transfers between two accounts, and the others, which pain.001 can't say. Pure. */
export function transfersIn(lines: readonly NamedLine[]): {
  transfers: readonly Transfer[];
  left: readonly NamedLine[];
} {
  const left: NamedLine[] = [];
  const transfers: Transfer[] = [];
  for (const some of Map.groupBy(lines, (line) => line.transactionId).values()) {
    const transfer = transferOf(some);
    if (transfer) transfers.push(transfer);
    else left.push(...some);
  }
  return { transfers, left };
}

/** Writes the transfers as pain.001.001.09 (ISO 20022), each with its end-to-end id. Pure. */
export function writePain(
  file: {
    readonly number: number;
    readonly madeAt: Temporal.Instant;
    readonly lines: readonly NamedLine[];
  },
  institution: { readonly name: string; readonly zone: string },
): string {
  const { transfers } = transfersIn(file.lines);
  const made = file.madeAt.toZonedDateTimeISO(institution.zone);
  // With the time: after the books were restored, a number may come twice.
  const messageId = `TMM-${file.number}-${file.madeAt.epochMilliseconds.toString(36)}`;
  const payments = transfers.map(
    (transfer, index) => `    <PmtInf>
      <PmtInfId>${messageId}-${index + 1}</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <NbOfTxs>1</NbOfTxs>
      <CtrlSum>${figure(transfer)}</CtrlSum>
      <ReqdExctnDt><Dt>${transfer.from.effectiveOn.toString()}</Dt></ReqdExctnDt>
      <Dbtr><Nm>${escaped(nameOf(transfer.from.account))}</Nm></Dbtr>
      <DbtrAcct>${accountId(transfer.from.account)}</DbtrAcct>
      <DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
      <CdtTrfTxInf>
        <PmtId><EndToEndId>${endToEndId(transfer.from.transactionId)}</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="${transfer.from.account.currency}">${figure(transfer)}</InstdAmt></Amt>
        <Cdtr><Nm>${escaped(nameOf(transfer.to.account))}</Nm></Cdtr>
        <CdtrAcct>${accountId(transfer.to.account)}</CdtrAcct>
      </CdtTrfTxInf>
    </PmtInf>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>${messageId}</MsgId>
      <CreDtTm>${made.toPlainDateTime().toString({ smallestUnit: 'second' })}</CreDtTm>
      <NbOfTxs>${transfers.length}</NbOfTxs>
      <CtrlSum>${controlSum(transfers)}</CtrlSum>
      <InitgPty><Nm>${escaped(institution.name)}</Nm></InitgPty>
    </GrpHdr>
${payments.join('')}  </CstmrCdtTrfInitn>
</Document>
`;
}

function digitsOf({ from }: Transfer): number {
  return currencyOf(from.account.currency)?.digits ?? 2;
}

function figure(transfer: Transfer): string {
  return decimal(transfer.amount, digitsOf(transfer));
}

/** The sum of the figures as they are written, whatever their currencies, as ISO 20022 has it. */
function controlSum(transfers: readonly Transfer[]): string {
  const digits = transfers.reduce((most, one) => Math.max(most, digitsOf(one)), 0);
  const total = transfers.reduce(
    (sum, one) => sum + one.amount * 10n ** BigInt(digits - digitsOf(one)),
    0n,
  );
  return decimal(total, digits);
}

/** A transfer takes from one account what it gives to another; on a loan, a payment lowers what is owed. */
function transferOf(lines: readonly NamedLine[]): Transfer | undefined {
  const [one, two, ...rest] = lines;
  if (!one || !two || rest.length > 0 || one.account.currency !== two.account.currency)
    return undefined;
  const gives = (line: NamedLine) => (line.account.isLoan ? -line.amount : line.amount);
  if (gives(one) + gives(two) !== 0n) return undefined;
  const [from, to] = gives(one) < 0n ? [one, two] : [two, one];
  return { from, to, amount: gives(to) };
}

function nameOf({ memberNumber }: NamedAccount): string {
  return `Member ${memberNumber}`;
}

function accountId({ memberNumber, suffix }: NamedAccount): string {
  return `<Id><Othr><Id>${escaped(`${memberNumber}/${suffix}`)}</Id></Othr></Id>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
