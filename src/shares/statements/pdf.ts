import type { Line, StatementDocument } from './document.ts';
import { beginPdf, paper, type PdfWriter, type Style } from './pdf-writer.ts';

const left = paper.margin;
const right = paper.width - paper.margin;
const bottom = paper.height - paper.margin - paper.foot;

const styles = {
  institution: { size: 16, weight: 'bold' },
  title: { size: 16, weight: 'bold' },
  heading: { size: 11.5, weight: 'bold' },
  text: { size: 9.5 },
  strong: { size: 9.5, weight: 'bold' },
  small: { size: 8, color: '#52615d' },
} as const satisfies Record<string, Style>;

/** The distance between lines, for each size of type. */
const lead = 1.35;

/** Where the next line goes, and the writer. */
interface Cursor {
  readonly pdf: PdfWriter;
  y: number;
}

/**
 * Lays a statement out on letter paper, with a text layer that can be searched, copied and read
 * aloud.
 * @param made the time that the document states for itself
 */
export async function statementPdf(
  statement: StatementDocument,
  made: Temporal.Instant,
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, institution, locale } = statement;
  const pdf = await beginPdf({
    title: `${institution} · ${title}`,
    author: institution,
    locale,
    made,
  });
  const cursor: Cursor = { pdf, y: paper.margin };
  head(cursor, statement);
  lines(cursor, statement.sums);
  if (statement.dividends) lines(cursor, statement.dividends);
  if (statement.fees) fees(cursor, statement.fees);
  entries(cursor, statement.entries);
  notice(cursor, statement.notice);
  const pages = pdf.pages();
  for (let page = 0; page < pages; page += 1) {
    pdf.turnTo(page);
    const y = paper.height - paper.margin;
    pdf.draw(`${institution} · ${title}`, styles.small, { x: left, y });
    pdf.draw(statement.page(page + 1, pages), styles.small, { x: right, y, align: 'right' });
  }
  return pdf.end();
}

/** Goes on to a new page if less than this is left on the current one. */
function need(cursor: Cursor, height: number): boolean {
  if (cursor.y + height <= bottom) return false;
  cursor.pdf.breakPage();
  cursor.y = paper.margin;
  return true;
}

function down(cursor: Cursor, { size }: Style, lines = 1): void {
  cursor.y += size * lead * lines;
}

/** Who it is from, who it is for, and which account and time it is about. */
function head(cursor: Cursor, { institution, title, to, facts }: StatementDocument): void {
  const { pdf } = cursor;
  pdf.draw(institution, styles.institution, { x: left, y: cursor.y, as: 'P' });
  pdf.draw(title, styles.title, { x: right, y: cursor.y, align: 'right', as: 'H1' });
  down(cursor, styles.title, 1.6);
  pdf.rule(cursor.y);
  down(cursor, styles.text);
  const top = cursor.y;
  for (const line of to) {
    for (const part of pdf.linesOf(line, styles.text, 220)) {
      pdf.draw(part, styles.text, { x: left, y: cursor.y, as: 'P' });
      down(cursor, styles.text);
    }
  }
  const address = cursor.y;
  cursor.y = top;
  for (const [name, value] of facts) {
    pdf.draw(name, styles.small, { x: right, y: cursor.y, align: 'right', as: 'P' });
    down(cursor, styles.small);
    pdf.draw(value, styles.strong, { x: right, y: cursor.y, align: 'right', as: 'P' });
    down(cursor, styles.strong, 1.2);
  }
  cursor.y = Math.max(cursor.y, address);
  down(cursor, styles.text);
}

function heading(cursor: Cursor, text: string, after: number): void {
  need(cursor, styles.heading.size * 3 + after);
  cursor.pdf.draw(text, styles.heading, { x: left, y: cursor.y, as: 'H2' });
  down(cursor, styles.heading, 1.15);
  cursor.pdf.rule(cursor.y);
  cursor.y += 4;
}

/** Room for a figure, and a gap before it. */
const figureWidth = 90;

/** Draws a name on as many lines as it needs, and its figures beside the first of them. */
function named(
  cursor: Cursor,
  given: {
    readonly name: string;
    readonly style: Style;
    readonly width: number;
    readonly as: 'P' | 'TH' | 'TD';
  },
  figures: (y: number) => void,
): void {
  const { name, style, width, as } = given;
  const parts = name === '' ? [] : cursor.pdf.linesOf(name, style, width);
  need(cursor, style.size * lead * Math.max(1, parts.length));
  const { y } = cursor;
  for (const part of parts) {
    cursor.pdf.draw(part, style, { x: left, y: cursor.y, as });
    down(cursor, style);
  }
  if (parts.length === 0) down(cursor, style);
  figures(y);
}

/** A heading with lines of names and figures. */
function lines(
  cursor: Cursor,
  { title, rows }: { readonly title: string; readonly rows: readonly Line[] },
): void {
  heading(cursor, title, 40);
  const { pdf } = cursor;
  for (const [name, value] of rows) {
    named(cursor, { name, style: styles.text, width: right - left - figureWidth, as: 'P' }, (y) =>
      pdf.draw(value, styles.strong, { x: right, y, align: 'right', as: 'P' }),
    );
  }
  down(cursor, styles.text);
}

/** The period's fees by type, and the table of totals for the period and the year. */
function fees(
  cursor: Cursor,
  { title, types, head: titles, rows }: NonNullable<StatementDocument['fees']>,
): void {
  const { pdf } = cursor;
  heading(cursor, title, 80);
  const [, period, year] = titles;
  const middle = right - 130;
  const line = (cells: readonly [string, string, string], style: Style, as: 'TH' | 'TD') => {
    const [name, first, second] = cells;
    named(cursor, { name, style, width: middle - left - figureWidth, as }, (y) => {
      pdf.draw(first, style, { x: middle, y, align: 'right', as });
      if (second !== '') pdf.draw(second, style, { x: right, y, align: 'right', as });
    });
  };
  line(['', period, year], styles.small, 'TH');
  for (const [name, total] of types) line([name, total, ''], styles.text, 'TD');
  for (const row of rows) line(row, styles.strong, 'TD');
  down(cursor, styles.text);
}

/** All transactions. Each page that they go on to repeats the names of the columns. */
function entries(
  cursor: Cursor,
  { title, head: titles, rows, none }: StatementDocument['entries'],
): void {
  const { pdf } = cursor;
  heading(cursor, title, 60);
  const columns = { what: left + 78, amount: right - 82, balance: right };
  const width = columns.amount - columns.what - 78;
  const header = () => {
    const [on, what, amount, balance] = titles;
    pdf.draw(on, styles.small, { x: left, y: cursor.y, as: 'TH' });
    pdf.draw(what, styles.small, { x: columns.what, y: cursor.y, as: 'TH' });
    pdf.draw(amount, styles.small, { x: columns.amount, y: cursor.y, align: 'right', as: 'TH' });
    pdf.draw(balance, styles.small, { x: columns.balance, y: cursor.y, align: 'right', as: 'TH' });
    down(cursor, styles.small, 1.2);
  };
  if (rows.length === 0) {
    pdf.draw(none, styles.text, { x: left, y: cursor.y, as: 'P' });
    down(cursor, styles.text);
  } else header();
  for (const { on, description, detail, amount, balance } of rows) {
    const texts = [
      ...pdf.linesOf(description, styles.text, width).map((text) => ({ text, style: styles.text })),
      ...(detail === undefined
        ? []
        : pdf.linesOf(detail, styles.small, width).map((text) => ({ text, style: styles.small }))),
    ];
    const height = texts.reduce((sum, { style }) => sum + style.size * lead, 0);
    if (need(cursor, height)) header();
    const { y } = cursor;
    pdf.draw(on, styles.text, { x: left, y, as: 'TD' });
    for (const { text, style } of texts) {
      pdf.draw(text, style, { x: columns.what, y: cursor.y, as: 'TD' });
      down(cursor, style);
    }
    pdf.draw(amount, styles.text, { x: columns.amount, y, align: 'right', as: 'TD' });
    pdf.draw(balance, styles.text, { x: columns.balance, y, align: 'right', as: 'TD' });
    cursor.y += 2;
  }
  down(cursor, styles.text);
}

/** Whom to ask, and what to do about an error. */
function notice(cursor: Cursor, given: StatementDocument['notice']): void {
  const { pdf } = cursor;
  const [title, address] = given.inquiries;
  heading(cursor, title, 60);
  for (const line of address) {
    need(cursor, styles.text.size * lead);
    pdf.draw(line, styles.text, { x: left, y: cursor.y, as: 'P' });
    down(cursor, styles.text);
  }
  down(cursor, styles.text);
  const paragraphs = given.paragraphs.map((paragraph) =>
    pdf.linesOf(paragraph, styles.text, right - left),
  );
  // The notice stays in one piece.
  heading(cursor, given.title, paragraphs.flat().length * styles.text.size * lead + 40);
  for (const paragraph of paragraphs) {
    for (const line of paragraph) {
      need(cursor, styles.text.size * lead);
      pdf.draw(line, styles.text, { x: left, y: cursor.y, as: 'P' });
      down(cursor, styles.text);
    }
    cursor.y += 4;
  }
}
