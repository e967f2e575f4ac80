import { beginPdf, paper, type PdfWriter, type Style } from '../../shares/statements/pdf-writer.ts';
import type { BoardDocument } from './board-document.ts';

const left = paper.margin;
const right = paper.width - paper.margin;
const bottom = paper.height - paper.margin - paper.foot;
const columns = [right - 190, right - 70, right] as const;

const styles = {
  title: { size: 18, weight: 'bold' },
  heading: { size: 11.5, weight: 'bold' },
  text: { size: 10 },
  strong: { size: 9.5, weight: 'bold' },
  row: { size: 9.5 },
  small: { size: 8, color: '#52615d' },
} as const satisfies Record<string, Style>;

const lead = 1.4;
const barColor = '#0f5c4c';
const plotHeight = 70;

interface Cursor {
  readonly pdf: PdfWriter;
  y: number;
}

/** Lays the board’s report out on letter paper: sentences, a plot, then the figures beside the month before. */
export async function boardPdf(
  document: BoardDocument,
  made: Temporal.Instant,
): Promise<Uint8Array<ArrayBuffer>> {
  const { institution, title, locale } = document;
  const pdf = await beginPdf({
    title: `${institution} · ${title}`,
    author: institution,
    locale,
    made,
  });
  const cursor: Cursor = { pdf, y: paper.margin };
  line(cursor, institution, styles.small, 'P');
  line(cursor, title, styles.title, 'H1');
  pdf.rule(cursor.y);
  cursor.y += 12;
  heading(cursor, document.summaryTitle);
  for (const sentence of document.summary) paragraph(cursor, sentence, styles.text);
  plot(cursor, document.plot);
  for (const section of document.sections) table(cursor, document.head, section);
  for (const note of document.notes) paragraph(cursor, note, styles.small);
  const pages = pdf.pages();
  for (let page = 0; page < pages; page += 1) {
    pdf.turnTo(page);
    const y = paper.height - paper.margin;
    pdf.draw(`${institution} · ${title}`, styles.small, { x: left, y });
    pdf.draw(document.page(page + 1, pages), styles.small, { x: right, y, align: 'right' });
  }
  return pdf.end();
}

function need(cursor: Cursor, height: number): void {
  if (cursor.y + height <= bottom) return;
  cursor.pdf.breakPage();
  cursor.y = paper.margin;
}

function line(cursor: Cursor, text: string, style: Style, as: 'P' | 'H1' | 'H2'): void {
  need(cursor, style.size * lead);
  cursor.pdf.draw(text, style, { x: left, y: cursor.y, as });
  cursor.y += style.size * lead;
}

function heading(cursor: Cursor, text: string): void {
  need(cursor, styles.heading.size * 4);
  line(cursor, text, styles.heading, 'H2');
  cursor.y += 2;
}

function paragraph(cursor: Cursor, text: string, style: Style): void {
  for (const part of cursor.pdf.linesOf(text, style, right - left)) line(cursor, part, style, 'P');
  cursor.y += 3;
}

/** Bars by day. The text names the first day, the last day and the highest bar. */
function plot(cursor: Cursor, { title, bars, first, last, most }: BoardDocument['plot']): void {
  if (bars.length === 0) return;
  cursor.y += 8;
  heading(cursor, title);
  need(cursor, plotHeight + 20);
  const { pdf } = cursor;
  const width = (right - left) / bars.length;
  const highest = Math.max(1, ...bars);
  const base = cursor.y + plotHeight;
  bars.forEach((value, index) => {
    const height = (value / highest) * plotHeight;
    if (height > 0)
      pdf.bar({
        x: left + index * width + 1,
        y: base - height,
        width: Math.max(1, width - 2),
        height,
        color: barColor,
      });
  });
  pdf.rule(base);
  cursor.y = base + 3;
  pdf.draw(first, styles.small, { x: left, y: cursor.y, as: 'P' });
  pdf.draw(last, styles.small, { x: right, y: cursor.y, align: 'right', as: 'P' });
  cursor.y += styles.small.size * lead;
  paragraph(cursor, most, styles.small);
  cursor.y += 6;
}

function table(
  cursor: Cursor,
  head: BoardDocument['head'],
  { title, rows }: BoardDocument['sections'][number],
): void {
  const { pdf } = cursor;
  need(cursor, (rows.length + 3) * styles.row.size * lead);
  heading(cursor, title);
  const cells = (row: readonly string[], style: Style, as: 'TH' | 'TD') => {
    const [name = '', ...figures] = row;
    const { y } = cursor;
    for (const part of pdf.linesOf(name, style, columns[0] - left - 80)) {
      pdf.draw(part, style, { x: left, y: cursor.y, as });
      cursor.y += style.size * lead;
    }
    figures.forEach((figure, index) =>
      pdf.draw(figure, style, { x: columns[index] ?? right, y, align: 'right', as }),
    );
  };
  cells(head, styles.small, 'TH');
  pdf.rule(cursor.y);
  cursor.y += 3;
  for (const row of rows) {
    need(cursor, styles.row.size * lead);
    cells(row, styles.row, 'TD');
  }
  cursor.y += 10;
}
