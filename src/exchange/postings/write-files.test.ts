import { describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { sentPostings } from '../../../test/support/sent-postings.ts';
import { present } from '../../kernel/assert.ts';
import type { NamedLine } from './named-lines.ts';
import { writeRows } from './write-rows.ts';
import { endToEndId, transactionOf } from './end-to-end-id.ts';
import { transfersIn, writePain } from './write-pain.ts';
import { ownMapping, readMapping } from '../files/mapping.ts';

onSampledEngines('a file for the core', (db) => {
  it('is written as the core’s own file, and as pain.001', async () => {
    const { send, institution, id, today } = await sentPostings(db());
    const file = present(await send(), 'there is a transfer');
    expect(writeRows(file.lines, ownMapping).toString().split('\r\n').sort()).toEqual(
      [
        'member_number,suffix,effective_on,amount,kind,check_number,description,end_to_end_id',
        `104,1,${today.toString()},20.00,transfer,,FROM 9,${id}`,
        `104,9,${today.toString()},-20.00,transfer,,TO 1,${id}`,
        '',
      ].sort(),
    );
    expect(transfersIn(file.lines).left).toEqual([]);
    const xml = writePain(file, institution);
    expect(xml).toContain(`<EndToEndId>${id}</EndToEndId>`);
    expect(xml).toContain('<InstdAmt Ccy="USD">20.00</InstdAmt>');
    expect(xml).toMatch(/<DbtrAcct><Id><Othr><Id>104\/9<[^]*<CdtrAcct><Id><Othr><Id>104\/1</);
    expect(xml).toContain('<CtrlSum>20.00</CtrlSum>');
    const again = writePain({ ...file, madeAt: file.madeAt.add({ seconds: 1 }) }, institution);
    const messageId = (text: string) => /<MsgId>([^<]{1,35})<\/MsgId>/.exec(text)?.[1];
    expect(messageId(xml)).not.toBe(messageId(again));
  });
});

describe('a file for the core', () => {
  const line: NamedLine = {
    transactionId: '019ac000-0000-7000-8000-000000000001',
    accountId: 'a',
    effectiveOn: Temporal.PlainDate.from('2026-11-29'),
    amount: -123450n,
    kind: 'transfer',
    checkNumber: null,
    description: 'TO "9"; ünïque',
    account: { memberNumber: '104', suffix: '9', currency: 'USD', kind: 'checking', isLoan: false },
  };

  it('has the core’s columns, dates and signs, and comes back as it was', async () => {
    const mapping = readMapping(
      JSON.stringify({
        separator: ';',
        encoding: 'latin-1',
        dates: 'DD.MM.YY',
        decimal: ',',
        debts: 'negative',
        transactions: {
          columns: {
            external_id: ['REF', 'SEQ'],
            member_number: 'KTO',
            suffix: 'UK',
            effective_on: 'TAG',
            amount: { in: 'HABEN', out: 'SOLL' },
            kind: { columns: 'ART', values: { U: 'transfer' } },
            description: 'TEXT',
            end_to_end_id: 'REF',
          },
        },
      }),
    );
    if ('problems' in mapping) throw new Error(mapping.problems.join());
    const loan = {
      ...line,
      amount: -5000n,
      account: { ...line.account, suffix: '60', isLoan: true },
    };
    expect(writeRows([line, loan], mapping).toString('latin1').split('\r\n')).toEqual([
      'KTO;UK;TAG;HABEN;SOLL;ART;check_number;TEXT;REF',
      '104;9;29.11.26;;1234,50;U;;"TO ""9""; ünïque";019ac000000070008000000000000001',
      '104;60;29.11.26;50,00;;U;;"TO ""9""; ünïque";019ac000000070008000000000000001',
      '',
    ]);
  });

  it('has Windows-1252 where the mapping says Latin-1, and no character becomes a quote', () => {
    const mapping = { ...ownMapping, encoding: 'latin-1' as const };
    const text = 'CAF\u0045\u0301 \u20ac5 \u0122x\u0122, \u4e2d';
    const bytes = writeRows([{ ...line, description: text }], mapping);
    expect(new TextDecoder('windows-1252').decode(bytes)).toContain(',"CAFÉ €5 ?x?, ?",');
  });

  it('sums the figures of pain.001 with the digits of its currencies', () => {
    const place = { number: 1, madeAt: Temporal.Instant.from('2026-11-29T12:00:00Z') };
    const pair = (currency: string, amount: bigint, id: string): NamedLine[] =>
      [-amount, amount].map((one, index) => ({
        ...line,
        transactionId: id,
        amount: one,
        account: { ...line.account, suffix: String(index), currency },
      }));
    const lines = [...pair('JPY', 1_234n, 'a'), ...pair('USD', 150n, 'b')];
    const xml = writePain({ ...place, lines }, { name: 'North', zone: 'America/Chicago' });
    expect(xml.match(/<CtrlSum>[^<]*/g)).toEqual([
      '<CtrlSum>1235.50',
      '<CtrlSum>1234',
      '<CtrlSum>1.50',
    ]);
    const [alone = line] = pair('USD', 150n, 'c');
    expect(transfersIn([...lines, alone])).toMatchObject({ left: [{ transactionId: 'c' }] });
  });

  it('knows its ids again, however they are written', () => {
    const id = endToEndId(line.transactionId);
    expect(id).toHaveLength(32);
    for (const written of [id, id.toUpperCase(), line.transactionId, ` ${id} `])
      expect(transactionOf(written)).toBe(line.transactionId);
    expect(transactionOf('NOTPROVIDED')).toBeUndefined();
    expect(transactionOf(undefined)).toBeUndefined();
  });
});
