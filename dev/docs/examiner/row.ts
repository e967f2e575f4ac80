/** How far a rule is met. */
export type State =
  /** The files named deal with it. */
  | 'met'
  /** A part is missing; the remark says which. */
  | 'in part'
  | 'not met'
  /** The program can't do it: the institution does. */
  | 'the institution'
  /** Nothing here does what the rule is about. */
  | 'not applicable';

/** One row of a checklist. */
export interface Row {
  /** The rule's place, such as `1005.11(c)`. */
  readonly rule: string;
  readonly asks: string;
  readonly state: State;
  /** Files and tests, from the repository's root. */
  readonly where: readonly string[];
  readonly remark?: string;
}

/** Writes rows as a table, with links from `docs/examiner`. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ rule, asks, state, where, remark = '' }) => {
    const links = where.map((file) => `[${file}](../../${file})`).join('<br>');
    return `| ${rule} | ${asks} | ${state} | ${links} | ${remark} |`;
  });
  return ['| rule | asks for | state | where | remark |', '|---|---|---|---|---|', ...lines].join(
    '\n',
  );
}

/** The line below each page's title. */
export const made =
  'This page is generated; `TMM_WRITE_DOCS=1 npx vitest run dev/docs` writes it again. Its states are our own assessment. Nobody outside has checked them.';
