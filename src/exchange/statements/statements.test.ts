import { expect, it } from 'vitest';
import { ownMapping } from '../files/mapping.ts';
import { statementRecords } from './statement-records.ts';

const ofx = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
CHARSET:1252

<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>1<ACCTID>4711<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261101<DTEND>20261130
<STMTTRN><TRNTYPE>CHECK<DTPOSTED>20261103120000[-6:CST]<TRNAMT>-50.00<FITID>A1<CHECKNUM>1042<NAME>CAF\u00C9</STMTTRN>
<STMTTRN><TRNTYPE>DIRECTDEP<DTPOSTED>20261104<TRNAMT>+1100.25<FITID>A2<NAME>PAYROLL<MEMO>ACME</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

const camt = `<?xml version="1.0"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><Othr><Id>104/9</Id></Othr></Id></Acct>
<Ntry><Amt Ccy="USD">20.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-11-29T23:30:00-06:00</DtTm></BookgDt>
<AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>019ac000000070008000000000000001</EndToEndId></Refs>
<RmtInf><Ustrd>TO 1 &amp; 2</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="USD">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>2026-11-29</Dt></BookgDt><AcctSvcrRef>R2</AcctSvcrRef></Ntry>
<Ntry><Amt Ccy="USD">6.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-30</Dt></BookgDt><AcctSvcrRef>R3</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>`;

async function rowsOf(text: string | Uint8Array, accounts: Record<string, string> = {}) {
  const rows = [];
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for await (const row of statementRecords(bytes, { ...ownMapping, accounts })) rows.push(row);
  return rows.slice(1);
}

it('reads OFX, with the days as the institution wrote them', async () => {
  const rows = await rowsOf(Buffer.from(ofx, 'latin1'), { 4711: '104/9' });
  expect(rows).toEqual([
    {
      line: 1,
      fields: [
        '104/9-A1',
        '104',
        '9',
        '2026-11-03',
        '-50.00',
        'check',
        '1042',
        'CAFÉ',
        '',
        '',
        'USD',
      ],
    },
    {
      line: 2,
      fields: [
        '104/9-A2',
        '104',
        '9',
        '2026-11-04',
        '1100.25',
        'deposit',
        '',
        'PAYROLL ACME',
        '',
        '',
        'USD',
      ],
    },
  ]);
});

it('reads booked entries of camt.053, with their end-to-end ids', async () => {
  expect(await rowsOf(camt)).toEqual([
    {
      line: 1,
      fields: [
        '104/9-R1',
        '104',
        '9',
        '2026-11-29',
        '-20.00',
        'withdrawal',
        '',
        'TO 1 & 2',
        '',
        '019ac000000070008000000000000001',
        'USD',
      ],
    },
    {
      line: 2,
      fields: ['104/9-R3', '104', '9', '2026-11-30', '6.00', 'deposit', '', '', '', '', 'USD'],
    },
  ]);
});

it('says which account it does not know, without its number', async () => {
  const rows = await rowsOf(ofx.replace('4711', '123456789'));
  expect(rows[0]?.problem).toContain('account …6789 has no member and suffix: say "accounts"');
});

it('has no account number in its ids, where the file has it in them too', async () => {
  const number = '4929123456781234';
  const text = ofx.replace('4711', number).replace('A1', `${number}-A1`);
  const rows = await rowsOf(text, { [number]: '104/9' });
  expect(rows.map(({ fields }) => fields?.[0])).toEqual(['104/9-#-A1', '104/9-A2']);
  expect(JSON.stringify(rows)).not.toContain(number);
});

it.each([
  ['text', 'nothing'],
  ['other XML', '<Document><Other/></Document>'],
  ['broken XML', camt.replace('</Stmt>', '')],
])('refuses %s as a whole', async (_name, text) => {
  await expect(rowsOf(text)).rejects.toMatchObject({ name: 'UnreadableFile' });
});
