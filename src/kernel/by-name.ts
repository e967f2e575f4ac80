/** Makes a record with one value for each name. */
export function byName<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries have exactly these names
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
