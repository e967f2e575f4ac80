import type { LoanTerms } from '../core/core.ts';

/** Whether two loans' terms are the same. Pure. */
export function isSame(one: LoanTerms, other: LoanTerms): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf(terms: LoanTerms): string {
  const entries = Object.entries(terms).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
