/**
 * One row for `tmm import`, in cents. Positive amounts raise the balance. On a loan the balance is
 * the amount owed.
 */
export interface DemoRow {
  readonly externalId: string;
  readonly memberNumber: string;
  readonly suffix: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly amount: number;
  readonly kind: string;
  readonly checkNumber: string;
  readonly description: string;
  readonly balance: number;
}

/** The share: a member's number and the suffix. */
export interface ShareKey {
  readonly number: string;
  readonly suffix: string;
}

export interface Movement {
  readonly amount: number;
  readonly kind: string;
  readonly description: string;
  readonly check?: number;
}

/** Builds statements: rows in order of days, each with the balance after it. */
export interface Statements {
  readonly rows: readonly DemoRow[];
  open(share: ShareKey, opening: number): void;
  balance(share: ShareKey): number;
  add(share: ShareKey, on: Temporal.PlainDate, movement: Movement): void;
  /** Adds today's balance to the month's average. */
  endDay(share: ShareKey): void;
  /** Sums the month's daily balances, and starts a new month. */
  endMonth(share: ShareKey): number;
}

export function createStatements(): Statements {
  const rows: DemoRow[] = [];
  const balances = new Map<string, number>();
  const sums = new Map<string, number>();
  const counts = new Map<string, number>();
  const keyOf = ({ number, suffix }: ShareKey) => `${number}-${suffix}`;
  const balance = (share: ShareKey) => balances.get(keyOf(share)) ?? 0;
  return {
    rows,
    balance,
    open: (share, opening) => balances.set(keyOf(share), opening),
    add: (share, on, { amount, kind, description, check }) => {
      if (amount === 0) return;
      const key = keyOf(share);
      const after = balance(share) + amount;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      balances.set(key, after);
      rows.push({
        externalId: `${key}-${count}`,
        memberNumber: share.number,
        suffix: share.suffix,
        effectiveOn: on,
        amount,
        kind,
        checkNumber: check === undefined ? '' : String(check),
        description,
        balance: after,
      });
    },
    endDay: (share) => sums.set(keyOf(share), (sums.get(keyOf(share)) ?? 0) + balance(share)),
    endMonth: (share) => {
      const sum = sums.get(keyOf(share)) ?? 0;
      sums.delete(keyOf(share));
      return sum;
    },
  };
}
