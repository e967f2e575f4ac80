/** A name and its value. */
export type Line = readonly [name: string, value: string];

/** A statement in words, ready to be laid out: as a page, or as a PDF. */
export interface StatementDocument {
  /** Of the language, such as `es-US`. */
  readonly locale: string;
  readonly title: string;
  readonly institution: string;
  /** The member's name, and the lines of their address. */
  readonly to: readonly string[];
  readonly facts: readonly Line[];
  readonly sums: { readonly title: string; readonly rows: readonly Line[] };
  /** Absent for an account that earns none. */
  readonly dividends: { readonly title: string; readonly rows: readonly Line[] } | undefined;
  /** Absent for a loan. */
  readonly fees:
    | {
        readonly title: string;
        readonly types: readonly Line[];
        readonly head: Cells;
        readonly rows: readonly Cells[];
      }
    | undefined;
  readonly entries: {
    readonly title: string;
    readonly head: readonly [date: string, what: string, amount: string, balance: string];
    readonly rows: readonly EntryLine[];
    /** Said if there are no rows. */
    readonly none: string;
  };
  readonly notice: {
    /** Whom to ask: a title, and the lines of an address with a phone number. */
    readonly inquiries: readonly [title: string, lines: readonly string[]];
    readonly title: string;
    readonly paragraphs: readonly string[];
  };
  /** Numbers a page. */
  readonly page: (page: number, pages: number) => string;
}

type Cells = readonly [name: string, period: string, year: string];

/** One transaction of a statement. */
interface EntryLine {
  readonly on: string;
  readonly description: string;
  readonly detail?: string;
  readonly amount: string;
  readonly balance: string;
}
