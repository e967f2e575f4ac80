import { expect, it } from 'vitest';
import { pdfText } from '../../../test/support/pdf-text.ts';
import type { StatementDocument } from './document.ts';
import { statementPdf } from './pdf.ts';
import { allUsual, runsOf } from './pdf-fonts.ts';
import { beginPdf } from './pdf-writer.ts';

const statement = (more: Partial<StatementDocument> = {}): StatementDocument => ({
  locale: 'fr-US',
  title: 'Relevé : octobre 2026',
  institution: 'Vantage Credit Union',
  to: ['Łucja Nguyễn', '18 Rue du Marché'],
  facts: [['Compte', 'Épargne 0 · ••••211-0']],
  sums: { title: 'Résumé', rows: [['Solde d’ouverture', '1\u00a0204,33\u00a0$']] },
  dividends: { title: 'Dividendes', rows: [['Rendement', '0,05\u00a0%']] },
  fees: {
    title: 'Frais',
    types: [['OVERDRAFT FEE', '29,00\u00a0$']],
    head: ['', 'Période', 'Année'],
    rows: [['Découvert', '29,00\u00a0$', '58,00\u00a0$']],
  },
  entries: {
    title: 'Opérations',
    head: ['Date', 'Description', 'Montant', 'Solde'],
    rows: Array.from({ length: 70 }, (_, index) => ({
      on: '1 oct. 2026',
      description: `Café Ñandú ${index + 1}`,
      detail: 'SQ *CAFE NANDU',
      amount: '−6,60\u00a0$',
      balance: `${index}\u202f000,00\u00a0$`,
    })),
    none: 'Aucune',
  },
  notice: {
    inquiries: ['Adressez', ['Vantage Credit Union', '314-555-0142']],
    title: 'En cas d’erreur',
    paragraphs: ['Un avis assez long pour deux lignes. '.repeat(8).trim()],
  },
  page: (page, pages) => `Page ${page} de ${pages}`,
  ...more,
});

/** The text layer has an ordinary space for a no-break one: they are one glyph. */
const textOf = async (given: StatementDocument) =>
  pdfText(await statementPdf(given, made)).map((piece) => piece.replaceAll('\u00a0', ' '));

const made = Temporal.Instant.from('2026-11-30T14:00:00Z');

it('has a text layer with every word, in letters of any language that we draw', async () => {
  const pieces = await textOf(statement());
  const all = pieces.join('\n');
  expect(all).not.toContain('\uFFFD');
  // A name may need several files of the font; its pieces stand one after the other.
  expect(pieces.join('')).toContain('Łucja Nguyễn');
  for (const said of ['Relevé : octobre 2026', 'Épargne 0 · ••••211-0', '29,00 $', '58,00 $'])
    expect(all).toContain(said);
  for (let row = 1; row <= 70; row += 1) expect(pieces).toContain(`Café Ñandú ${row}`);
  expect(all).toContain('69 000,00 $');
  const numbered = pieces.filter((piece) => /^Page \d de \d$/.test(piece));
  expect(numbered.length).toBeGreaterThan(2);
  expect(numbered.at(-1)).toBe(`Page ${numbered.length} de ${numbered.length}`);
  // Each page of the list names its columns.
  expect(pieces.filter((piece) => piece === 'Montant').length).toBeGreaterThan(1);
});

it('is tagged, in its language, with its title', async () => {
  const bytes = Buffer.from(await statementPdf(statement(), made)).toString('latin1');
  expect(bytes).toMatch(/\/MarkInfo/);
  expect(bytes).toMatch(/\/StructTreeRoot/);
  expect(bytes).toMatch(/\/Lang \(fr-US\)/);
  expect(bytes).toMatch(/\/DisplayDocTitle true/);
  for (const tag of ['H1', 'H2', 'TH', 'TD']) expect(bytes).toContain(`/S /${tag}\n`);
});

it('is whole without entries, dividends and fees, and with words too long for their column', async () => {
  const long = 'W'.repeat(300);
  const pieces = pdfText(
    await statementPdf(
      statement({
        dividends: undefined,
        fees: undefined,
        to: [long],
        entries: { title: 'Opérations', head: ['a', 'b', 'c', 'd'], rows: [], none: 'Aucune' },
      }),
      made,
    ),
  );
  expect(pieces).toContain('Aucune');
  expect(pieces.join('')).toContain('W'.repeat(300));
});

it('breaks a long name of a fee or a figure, so that it does not run into the figures', async () => {
  const name = 'RETURNED ITEM FEE FOR A PAYMENT TO SOMEBODY WITH A NAME LIKE NO OTHER '
    .repeat(3)
    .trim();
  const pieces = await textOf(
    statement({
      sums: { title: 'Résumé', rows: [[name, '1\u00a0204,33\u00a0$']] },
      fees: {
        title: 'Frais',
        types: [[name, '29,00\u00a0$']],
        head: ['', 'Période', 'Année'],
        rows: [[name, '29,00\u00a0$', '58,00\u00a0$']],
      },
    }),
  );
  const drawn = pieces.filter((piece) => /RETURNED|SOMEBODY|OTHER/.test(piece));
  expect(drawn.length).toBeGreaterThanOrEqual(6);
  expect(Math.max(...drawn.map((piece) => piece.length))).toBeLessThan(100);
  for (const figure of ['1 204,33 $', '29,00 $', '58,00 $']) expect(pieces).toContain(figure);
});

it('the usual file has each usual character, so that no run needs a search', async () => {
  const asked: string[] = [];
  for (let codePoint = 0x20; codePoint < 0x2300; codePoint += 1) {
    const text = String.fromCodePoint(codePoint);
    if (allUsual.test(text)) asked.push(text);
  }
  expect(asked.length).toBeGreaterThan(190);
  const pdf = await beginPdf({ title: 't', author: 'a', locale: 'en-US', made });
  for (const text of asked) expect([text, pdf.has('regular latin', text)]).toEqual([text, true]);
  expect(runsOf('a\u{1F600}b', 'regular', (_, codePoint) => codePoint < 0x100)).toEqual([
    { font: 'regular latin', text: 'a?b' },
  ]);
});
