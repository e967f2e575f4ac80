/** Converts each PostgreSQL type, by type id; the same for both engines. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: (text) => BigInt(text),
  1082: date,
  1184: (text) => Temporal.Instant.from(text),
};

const dates = new Map<string, Temporal.PlainDate>();

/** Caches parsed days, since rows of a history repeat them. */
function date(text: string): Temporal.PlainDate {
  const known = dates.get(text);
  if (known) return known;
  if (dates.size >= 4_096) dates.clear();
  const read = Temporal.PlainDate.from(text);
  dates.set(text, read);
  return read;
}
