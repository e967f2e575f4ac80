/** What a column of a file holds. */
export type ColumnType = 'text' | 'amount' | 'day' | 'kind' | 'decimal';

interface Column {
  readonly type: ColumnType;
  /** A file may lack it, or leave it empty. */
  readonly isOptional?: true;
  /** Whether it is there says something even where it is empty. */
  readonly saysNothing?: true;
  /** Joins several columns of a core's own export. */
  readonly join?: string;
}

const text = { type: 'text' } as const;
const maybe = { type: 'text', isOptional: true } as const;
const key = { type: 'text', join: '-' } as const;

/** The files that an import reads, with their columns in our names. */
export const tables = {
  members: {
    number: text,
    name: text,
    language: maybe,
    phone: maybe,
    email: maybe,
    address: { type: 'text', isOptional: true, join: '|' },
  },
  shares: {
    member_number: text,
    suffix: text,
    kind: { type: 'kind' },
    currency: maybe,
    nickname: maybe,
    overdraft_limit: { type: 'amount', isOptional: true },
    joint_owners: { type: 'text', isOptional: true, saysNothing: true, join: ';' },
    loan_rate: { type: 'decimal', isOptional: true },
    loan_payment: { type: 'amount', isOptional: true },
    loan_due_day: maybe,
    loan_due_on: { type: 'day', isOptional: true },
    loan_original: { type: 'amount', isOptional: true },
    closed_on: { type: 'day', isOptional: true },
    balance: { type: 'amount', isOptional: true },
  },
  transactions: {
    external_id: key,
    member_number: text,
    suffix: text,
    effective_on: { type: 'day' },
    amount: { type: 'amount' },
    kind: maybe,
    check_number: maybe,
    description: maybe,
    balance: { type: 'amount', isOptional: true },
    end_to_end_id: maybe,
    currency: maybe,
  },
  holds: {
    external_id: key,
    member_number: text,
    suffix: text,
    amount: { type: 'amount' },
    description: maybe,
    expires_on: { type: 'day', isOptional: true },
  },
  rejected: {
    end_to_end_id: text,
    reason: maybe,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Column>>>>;

export type TableName = keyof typeof tables;

export const tableNames = ['members', 'shares', 'transactions', 'holds', 'rejected'] as const;

/** The columns of a table, in order. */
export function columnsOf(table: TableName): readonly (readonly [string, Column])[] {
  return Object.entries(tables[table]);
}
