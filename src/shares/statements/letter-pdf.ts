import { beginPdf, paper, type Style } from './pdf-writer.ts';

const styles = {
  institution: { size: 16, weight: 'bold' },
  heading: { size: 13, weight: 'bold' },
  text: { size: 10.5 },
  small: { size: 8, color: '#52615d' },
} as const satisfies Record<string, Style>;

const lead = 1.4;

/** A letter as its PDF says it. */
export interface LetterDocument {
  readonly institution: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Who it is to, line by line. */
  readonly to: readonly string[];
  readonly date: string;
  readonly reference: string;
  /** The language, as in BCP 47. */
  readonly locale: string;
}

/** Lays a letter out on letter paper, with a text layer that can be searched and read aloud. */
export async function letterPdf(
  letter: LetterDocument,
  made: Temporal.Instant,
): Promise<Uint8Array<ArrayBuffer>> {
  const { institution, subject, locale, reference } = letter;
  const pdf = await beginPdf({
    title: `${institution} · ${subject}`,
    author: institution,
    locale,
    made,
  });
  const left = paper.margin;
  const right = paper.width - paper.margin;
  const bottom = paper.height - paper.margin - paper.foot;
  let y: number = paper.margin;
  const put = (text: string, style: Style, as: 'H1' | 'P') => {
    for (const line of pdf.linesOf(text, style, right - left)) {
      if (y + style.size * lead > bottom) {
        pdf.breakPage();
        y = paper.margin;
      }
      pdf.draw(line, style, { x: left, y, as });
      y += style.size * lead;
    }
  };
  put(institution, styles.institution, 'P');
  y += 4;
  pdf.rule(y);
  y += 28;
  for (const line of letter.to) put(line, styles.text, 'P');
  y += 14;
  put(letter.date, styles.text, 'P');
  put(reference, styles.text, 'P');
  y += 14;
  put(subject, styles.heading, 'H1');
  for (const paragraph of letter.paragraphs) {
    y += styles.text.size * 0.7;
    put(paragraph, styles.text, 'P');
  }
  const pages = pdf.pages();
  for (let page = 0; page < pages; page += 1) {
    pdf.turnTo(page);
    const foot = paper.height - paper.margin;
    pdf.draw(`${institution} · ${reference}`, styles.small, { x: left, y: foot });
    pdf.draw(`${page + 1} / ${pages}`, styles.small, { x: right, y: foot, align: 'right' });
  }
  return pdf.end();
}
