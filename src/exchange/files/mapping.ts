import { z } from 'zod';
import { shareKinds } from '../../kernel/vocabulary/share-kind.ts';
import { tableNames, tables, type TableName } from './tables.ts';

const columnName = z.string().trim().min(1);
/** Several columns are joined; those in a list of their own are joined by a blank first. */
const columnNames = z.union([
  columnName,
  z.array(z.union([columnName, z.array(columnName).min(1)])).min(1),
]);

/** Where a value of ours comes from in a core's own file. */
const source = z.union([
  columnNames,
  z.strictObject({
    columns: columnNames,
    join: z.string().max(5).optional(),
    /** Their word, then ours. Case doesn't count. */
    values: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ value: z.string() }),
  /** An amount in two columns, each without a sign. */
  z.strictObject({ in: columnName, out: columnName }),
  /**
   * An amount whose sign stands in a column of its own: words for money out, and for money in. Any other word is a problem. Without
   * `in`, an empty column, `+`, `C`, `CR` and `CREDIT` mean money in.
   */
  z.strictObject({
    columns: columnName,
    sign: columnName,
    out: z.array(z.string()).min(1),
    in: z.array(z.string()).min(1).optional(),
  }),
]);

export type ColumnSource = z.infer<typeof source>;

const format = {
  encoding: z.enum(['utf-8', 'latin-1']).optional(),
  separator: z
    .union([z.enum(['comma', 'semicolon', 'tab', 'pipe']), z.string().length(1)])
    .optional(),
  /** Empty: a quote is a character like any other. */
  quote: z.string().max(1).optional(),
  /** Such as `MM/DD/YYYY`, `DD.MM.YY` or `YYYYMMDD`. */
  dates: z
    .string()
    .regex(
      /^(?=.*Y)(?=.*M)(?=.*D)(?:(?:YYYY|YY|MM|DD|M|D)[./ -]?){3}$/,
      'write the order with YYYY or YY, MM and DD, such as MM/DD/YYYY',
    )
    .optional(),
  decimal: z.enum(['.', ',']).optional(),
  thousands: z.enum([',', '.', ' ', "'", '']).optional(),
};

const table = z.strictObject({
  ...format,
  /** The file's name in the folder. Absent: the table's name with `.csv`. */
  file: z.string().min(1).optional(),
  columns: z.record(z.string(), source).default({}),
});

/** A mapping file: how a core's own export becomes ours. */
export const mappingSchema = z
  .strictObject({
    ...format,
    /** Of accounts without one. Absent: the institution's. */
    currency: z.string().length(3).optional(),
    /** The sign of a debt on a loan. */
    debts: z.enum(['positive', 'negative']).optional(),
    rows: z.enum(['oldest-first', 'newest-first']).optional(),
    /** The core's names of account kinds. Case doesn't count. */
    kinds: z.record(z.string(), z.enum(shareKinds)).default({}),
    /** Numbers in OFX and camt.053, then `member/suffix`. */
    accounts: z
      .record(z.string(), z.string().regex(/^[0-9A-Za-z-]+\/[0-9A-Za-z]+$/, 'write MEMBER/SUFFIX'))
      .default({}),
    members: table.optional(),
    shares: table.optional(),
    transactions: table.optional(),
    holds: table.optional(),
    rejected: table.optional(),
  })
  .superRefine((mapping, context) => {
    for (const name of tableNames)
      for (const column of Object.keys(mapping[name]?.columns ?? {}))
        if (!Object.hasOwn(tables[name], column))
          context.addIssue({
            code: 'custom',
            path: [name, 'columns', column],
            message: `there is no such column; ${name} has ${Object.keys(tables[name]).join(', ')}`,
          });
    if (mapping.decimal !== undefined && mapping.decimal === mapping.thousands)
      context.addIssue({
        code: 'custom',
        path: ['thousands'],
        message: 'the decimal mark and the mark between thousands must differ',
      });
  });

export type Mapping = z.infer<typeof mappingSchema>;

/** How the numbers, dates and characters of one file are written. */
export interface FileFormat {
  readonly encoding: 'utf-8' | 'latin-1';
  readonly separator: string;
  readonly quote: string;
  readonly dates: string;
  readonly decimal: '.' | ',';
  readonly thousands: string;
}

/** The mapping of a file that has our own headers. */
export const ownMapping: Mapping = { kinds: {}, accounts: {} };

/**
 * Reads a mapping file.
 * @returns the mapping, or what is wrong with it, by place
 */
export function readMapping(text: string): Mapping | { readonly problems: readonly string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [`it is not JSON: ${error instanceof Error ? error.message : ''}`] };
  }
  const read = mappingSchema.safeParse(json);
  if (read.success) return read.data;
  return {
    problems: read.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    ),
  };
}

const separators: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
};

/** The format of one table's file: its own settings, then those of the whole mapping, then ours. */
export function formatOf(mapping: Mapping, name: TableName): FileFormat {
  const own: Partial<z.infer<typeof table>> = mapping[name] ?? {};
  const separator = own.separator ?? mapping.separator ?? ',';
  const decimal = own.decimal ?? mapping.decimal ?? '.';
  return {
    encoding: own.encoding ?? mapping.encoding ?? 'utf-8',
    separator: separators[separator] ?? separator,
    quote: own.quote ?? mapping.quote ?? '"',
    dates: own.dates ?? mapping.dates ?? 'YYYY-MM-DD',
    decimal,
    thousands: own.thousands ?? mapping.thousands ?? (decimal === '.' ? ',' : '.'),
  };
}
