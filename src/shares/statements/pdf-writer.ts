import type PDFDocument from 'pdfkit';
import { fontFiles, runsOf, type Weight } from './pdf-fonts.ts';

/** Letter paper, as US printers hold it; in points. */
export const paper = { width: 612, height: 792, margin: 54, foot: 36 } as const;

/** How a text is drawn. */
export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
}

const ink = '#12201d';

/** Draws text on the pages of a tagged PDF, so that screen readers read it in order. */
export interface PdfWriter {
  readonly pages: () => number;
  /** Whether a font's file has a character. */
  has(font: string, character: string): boolean;
  /** Begins a new page. */
  breakPage(): void;
  /** Goes back to a page, counted from 0. */
  turnTo(page: number): void;
  /** Breaks a text into lines that fit a width. */
  linesOf(text: string, style: Style, width: number): string[];
  /** Draws one line at a place, at its left or right edge, as this element of the structure. */
  draw(
    text: string,
    style: Style,
    at: { readonly x: number; readonly y: number; readonly align?: 'right'; readonly as?: Tag },
  ): void;
  rule(y: number): void;
  /** Fills a box, as the bar of a plot whose figures the text names. */
  bar(box: Box): void;
  /** Ends the document and gives its bytes. */
  end(): Promise<Uint8Array<ArrayBuffer>>;
}

/** A place on the page, in points. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

type Tag = 'H1' | 'H2' | 'P' | 'TH' | 'TD';

/** What a PDF states about itself. */
interface About {
  readonly title: string;
  readonly author: string;
  readonly locale: string;
  /** When it was made. */
  readonly made: Temporal.Instant;
}

/** Begins a PDF. The library comes with the first, since it takes 30 MB that most processes never need. */
export async function beginPdf(about: About): Promise<PdfWriter> {
  // Its types know the default export only.
  const { default: PdfKit } = await import('pdfkit');
  const document = newDocument(PdfKit, about);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const has = glyphsOf(document);
  const runs = (text: string, { weight = 'regular' }: Style) => runsOf(text, weight, has);
  const widthOf = (text: string, style: Style) =>
    runs(text, style).reduce(
      (width, run) => width + document.font(run.font).fontSize(style.size).widthOfString(run.text),
      0,
    );
  return {
    has: (font, character) => has(font, character.codePointAt(0) ?? 0),
    pages: () => document.bufferedPageRange().count,
    breakPage: () => document.addPage(),
    turnTo: (page) => document.switchToPage(page),
    linesOf: (text, style, width) => wrap(text, width, (part) => widthOf(part, style)),
    draw: (text, style, { x, y, align, as }) => {
      const marked = as ? document.markStructureContent(as) : undefined;
      if (!as) document.markContent('Artifact', { type: 'Pagination' });
      let left = align === 'right' ? x - widthOf(text, style) : x;
      for (const run of runs(text, style)) {
        document
          .font(run.font)
          .fontSize(style.size)
          .fillColor(style.color ?? ink)
          .text(run.text, left, y, { lineBreak: false });
        left += document.widthOfString(run.text);
      }
      document.endMarkedContent();
      if (as && marked) root.add(document.struct(as, {}, [marked]));
    },
    rule: (y) => drawRule(document, y),
    bar: ({ x, y, width, height, color }) => {
      document.markContent('Artifact', { type: 'Layout' });
      document.rect(x, y, width, height).fillColor(color).fill();
      document.endMarkedContent();
    },
    end: async () => {
      root.end();
      document.end();
      await ended;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

function newDocument(
  PdfKit: typeof PDFDocument,
  { title, author, locale, made }: About,
): PDFKit.PDFDocument {
  const document = new PdfKit({
    size: [paper.width, paper.height],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: new Date(made.epochMilliseconds) },
  });
  for (const { name, content } of fontFiles()) document.registerFont(name, content);
  return document;
}

function drawRule(document: PDFKit.PDFDocument, y: number): void {
  document.markContent('Artifact', { type: 'Layout' });
  document
    .moveTo(paper.margin, y)
    .lineTo(paper.width - paper.margin, y)
    .lineWidth(0.5)
    .strokeColor('#c5cfcb')
    .stroke();
  document.endMarkedContent();
}

/** Makes the test whether a font has a character. It keeps each answer. */
function glyphsOf(document: PDFKit.PDFDocument): (font: string, codePoint: number) => boolean {
  const known = new Map<string, boolean>();
  return (font, codePoint) => {
    const key = `${font} ${codePoint}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = hasGlyph(document, font, codePoint);
    known.set(key, found);
    return found;
  };
}

/** Whether a registered font has a character. The library's types don't know its font object. */
function hasGlyph(document: PDFKit.PDFDocument, font: string, codePoint: number): boolean {
  document.font(font);
  const current: unknown = Reflect.get(document, '_font');
  const inner: unknown =
    typeof current === 'object' && current !== null ? Reflect.get(current, 'font') : undefined;
  if (typeof inner !== 'object' || inner === null) return false;
  const ask: unknown = Reflect.get(inner, 'hasGlyphForCodePoint');
  return typeof ask === 'function' && ask.call(inner, codePoint) === true;
}

/** Breaks a text at its spaces into lines; a word that is too long stands alone and is cut. */
function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width && line.length > 1) {
      let fits = line.length - 1;
      while (fits > 1 && widthOf(line.slice(0, fits)) > width) fits -= 1;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return [...lines, line];
}
