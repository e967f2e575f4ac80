import { knownKinds } from '../../kernel/reversed-kinds.ts';
import type { TransactionLine } from './import-rows.ts';
import type { Finding } from './read-table.ts';

const known: ReadonlySet<string> = new Set(knownKinds);

/**
 * Names each kind of rows that nothing here knows, once, with its first row. Pure.
 * @param byShare the rows of each account
 */
export function unknownKinds(byShare: ReadonlyMap<string, readonly TransactionLine[]>): Finding[] {
  const found = new Map<string, { readonly line: number; readonly share: string; count: number }>();
  for (const { kind, line, share } of [...byShare.values()].flat()) {
    if (known.has(kind)) continue;
    const one = found.get(kind);
    if (one) one.count += 1;
    else found.set(kind, { line, share, count: 1 });
  }
  return [...found].map(([kind, { line, share, count }]) => ({
    file: 'transactions',
    line,
    share,
    reason: `kind "${kind}" of ${count} ${count === 1 ? 'row' : 'rows'} is none that we know: name ours under "values" in the mapping`,
  }));
}
