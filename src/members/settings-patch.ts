import type { Institution } from './institution.ts';
import { isRecord } from './merge-patch.ts';

/** Settings by name, with `name` and `zone`, as JSON has them: amounts are text. */
export type PlainSettings = Readonly<Record<string, unknown>>;

/** Gives an institution's settings as JSON has them. */
export function plainSettings({
  settings,
  name,
  zone,
}: Pick<Institution, 'settings' | 'name' | 'zone'>): PlainSettings {
  const text = JSON.stringify({ ...settings, name, zone }, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const plain: unknown = JSON.parse(text);
  return isRecord(plain) ? plain : {};
}

/**
 * Makes the merge patch (RFC 7396) that turns one value into another: what the other lacks becomes
 * null.
 */
export function patchBetween(before: unknown, after: unknown): unknown {
  if (!isRecord(after)) return after;
  if (!isRecord(before)) return after;
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return Object.fromEntries([
    ...gone.map((name) => [name, null] as const),
    ...Object.entries(after)
      .filter(([name, value]) => !isSame(before[name], value))
      .map(([name, value]) => [name, patchBetween(before[name], value)] as const),
  ]);
}

/** Tells whether two values are the same as JSON, whatever the order of their names. */
export function isSame(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other);
}

function ordered(value: unknown): string {
  return (
    JSON.stringify(value, (_name, inner: unknown) =>
      isRecord(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'absent'
  );
}
