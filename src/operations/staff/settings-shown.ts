import { isRecord } from '../../members/merge-patch.ts';
import type { ShownLine } from '../../staff/approvals/approval.ts';

/** Says what a change of settings (RFC 7396) changes, one line for each value, with the values that stand now. */
export function settingsShown(now: unknown, changes: unknown, path = ''): ShownLine[] {
  if (isRecord(changes) && (path === '' || isRecord(now)))
    return Object.entries(changes).flatMap(([name, change]) =>
      settingsShown(
        isRecord(now) ? now[name] : undefined,
        change,
        path === '' ? name : `${path}.${name}`,
      ),
    );
  return [
    { what: path, before: shown(now), after: changes === null ? 'the default' : shown(changes) },
  ];
}

function shown(value: unknown): string {
  if (value === undefined) return 'not set';
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (_name, one: unknown) =>
        typeof one === 'bigint' ? one.toString() : one,
      );
}
