import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../languages/clean.ts';
import { cleanCommand } from './clean.ts';

describe('cleanDescription', () => {
  it.each([
    ['SHELL', 'Shell'],
    ['PAYROLL', 'Payroll'],
    ['CHECK BY PHONE', 'Check By Phone'],
    ['ACME WIDGETS DIRECT DEP PAYROLL 1120', 'Acme Widgets Direct Dep Payroll'],
    ['POS PURCHASE SHELL OIL 57442 ST LOUIS MO', 'Shell Oil St Louis'],
    ['DEBIT CARD PURCHASE SCHNUCKS #0431 KIRKWOOD MO', 'Schnucks Kirkwood'],
    ['CHECKCARD 1117 STARBUCKS STORE 08812', 'Starbucks'],
    ['AMZN MKTP US*2K4LX9 AMZN.COM/BILL WA', 'Amzn Mktp US Amzn'],
    ['SQ *BLUEPRINT COFFEE ST LOUIS MO', 'Blueprint Coffee St Louis'],
    ['TST* SUGARFIRE SMOKE HOUSE', 'Sugarfire Smoke House'],
    ['NETFLIX.COM 866-579-7172 CA', 'Netflix'],
    ['https://www.evil.example/pay?x=1', 'evil'],
    ['AMEREN MISSOURI PPD ID: 4312345678', 'Ameren Missouri'],
    ['ATM WITHDRAWAL 0042 LINDBERGH BLVD', 'ATM Withdrawal Lindbergh Blvd'],
    ['7-ELEVEN 34521', '7-Eleven'],
    ['CVS/PHARMACY #04321', 'CVS Pharmacy'],
    ['AT&T BILL PAYMENT', 'AT&T Bill Payment'],
    ['H&R BLOCK', 'H&R Block'],
    ['Loan payment', 'Loan payment'],
    ['iTunes Store', 'iTunes Store'],
    ['CHECK 1042', 'Check 1042'],
    ['REPLY OK 4821', 'Reply'],
    ['KM4T7Q', ''],
    ['4111 1111 1111 1111', ''],
    ['0012345678', ''],
    ['CALL 800-555-0199 NOW', 'Call Now'],
    ['line\none\r\n\u0000two', 'line one two'],
    ['\u202eevil\u202c', 'evil'],
    ['💸 FREE 💸', 'Free'],
    ['שלום', ''],
    ['PANADERÍA LA MAÑANA', 'Panadería La Mañana'],
    ['', ''],
  ])('%j', (text, cleaned) => {
    expect(clean.description(text, { gsm7: false })).toBe(cleaned);
  });

  it('folds for SMS', () => {
    expect(clean.description('PANADERÍA DON JOSÉ ŒUFS', { gsm7: true })).toBe(
      'Panaderia Don José Oeufs',
    );
  });

  it('returns one short line without long numbers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const cleaned = clean.description(text, { gsm7: true });
        expect(cleaned).toMatch(/^[^\p{Cc}\p{Cf}]{0,40}$/u);
        expect(cleaned).not.toMatch(/\d{5}/);
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});

describe('cleanName', () => {
  it.each([
    ['House', 'House'],
    ['HOUSES', 'Houses'],
    ['Épicerie', 'Épicerie'],
    ['acct 00123456', 'acct'],
    ['KM4T7Q', ''],
    ['a"b{c}', 'a b c'],
    ['The fund for our next long vacation', 'The fund for our'],
  ])('%j', (text, cleaned) => {
    expect(clean.name(text, { gsm7: false })).toBe(cleaned);
  });
});

describe('cleanCommand', () => {
  it.each([
    ['#trans 50.00 7 0', '#trans 50.00 7 0'],
    ['#trans 1,250.00 House 0', '#trans 1,250.00 House 0'],
    ['#hist\n7 {x} KM4T7Q', '#hist 7 x'],
    ['send 00123456789', 'send'],
  ])('%j', (text, cleaned) => {
    expect(cleanCommand(text, { gsm7: true })).toBe(cleaned);
  });
});

describe('shorten', () => {
  it.each([
    ['Shell Oil St Louis', 18, 'Shell Oil St Louis'],
    ['Shell Oil St Louis', 17, 'Shell Oil'],
    ['Shell Oil St Louis', 12, 'Shell Oil'],
    ['Bank of the West', 12, 'Bank'],
    ['Schnucks', 5, 'Schnu'],
  ])('%j in %d', (text, max, short) => {
    expect(clean.shorten(text, max)).toBe(short);
  });
});
