/** A range of batch numbers, both ends included. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

/** Turns rising numbers into as few ranges as possible. */
export function rangesOf(numbers: readonly bigint[]): Range[] {
  const ranges: { first: bigint; last: bigint }[] = [];
  for (const number of numbers) {
    const open = ranges.at(-1);
    if (open && number === open.last + 1n) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}

/** As people read it: `batch 7`, `batches 7 to 9`. */
export function nameOfRange({ first, last }: Range): string {
  return first === last ? `batch ${first}` : `batches ${first} to ${last}`;
}
