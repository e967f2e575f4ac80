import type { Finding } from '../kernel/finding.ts';
import { print } from './print.ts';

const marks = { ok: 'ok', warning: 'WARNING', problem: 'PROBLEM' } as const;

/** Prints findings in the order of their checks: what, why it matters, what to do. */
export function printFindings(findings: readonly Finding[]): void {
  for (const { check, level, what, why, act } of findings) {
    print(`${marks[level].padEnd(8)} ${check.padEnd(12)} ${what}`);
    if (why !== undefined) print(`${' '.repeat(22)}Why: ${why}`);
    if (act !== undefined) print(`${' '.repeat(22)}Do:  ${act}`);
  }
}

/** Sums findings up in one line. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (level: Finding['level']) => findings.filter((one) => one.level === level).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  if (problems + warnings === 0) return `All ${findings.length} checks passed`;
  return `${problems} ${problems === 1 ? 'problem' : 'problems'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
}
