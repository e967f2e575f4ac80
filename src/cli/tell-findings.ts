import type { ImportError } from '../ledger/import/read-table.ts';

/** The report lists so many lines with the same reason; of the others it gives their numbers. */
const toldEach = 3;
const numbersMost = 20;

/** Words the findings of an import, a line each. Where many lines of a file share a reason, it is said once for the rest. Pure. */
export function tellFindings(
  findings: readonly ImportError[],
  say: (finding: ImportError) => string,
): string[] {
  const alike = Map.groupBy(findings, ({ file, reason }) => `${file} ${reason}`);
  return [...alike.values()].flatMap((group) => {
    if (group.length <= toldEach + 1) return group.map(say);
    const others = group.slice(toldEach).map(({ line }) => line);
    const numbers = others.slice(0, numbersMost).join(', ');
    const rest = others.length > numbersMost ? `, … ${others.at(-1)}` : '';
    return [
      ...group.slice(0, toldEach).map(say),
      `  the same in ${others.length} more lines: ${numbers}${rest}`,
    ];
  });
}
